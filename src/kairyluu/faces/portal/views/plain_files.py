"""Files for machines: what a search engine may visit, whom to tell of a hole, the mark."""

from __future__ import annotations

from datetime import UTC, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from kairyluu.queries.directory import directory

# Pages about one person's affairs, and pages for officials.
NOT_FOR_ROBOTS = (
    *("track", "t", "check", "receipt", "submit", "appearance"),
    *("cabinet", "account", "desk", "watch", "console", "sysadmin", "api"),
)
VALID_FOR = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return _plain(["User-agent: *", *(f"Disallow: /{path}/" for path in NOT_FOR_ROBOTS)])


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116; the telephones of technical support are the contact that is known."""
    expires = (timezone.now() + VALID_FOR).astimezone(UTC).replace(microsecond=0, tzinfo=None)
    phones = [f"tel:{number}" for number in directory().setting("support_phones_e164").split("|") if number]
    return _plain(
        [
            *(f"Contact: {contact}" for contact in (*phones, f"{settings.BASE_URL}/help/")),
            f"Expires: {expires.isoformat()}Z",
            "Preferred-Languages: ky, ru, en",
            f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
        ]
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponsePermanentRedirect(static("design/mark.svg"))


def _plain(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
