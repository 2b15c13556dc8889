"""Everyone may enter the portal. Who a request comes from, and from where."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, HttpRequest

from kairyluu.queries.actors import PROVEN, actor_of, with_proof
from kairyluu.queries.directory import Directory
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.throttle import count_attempt, network_of

HOUR = timedelta(hours=1)


def actor_at(request: HttpRequest, today: date) -> Actor:
    """The visitor, or the account that is signed in."""
    actor = actor_of(request.user, today)
    return actor if actor.account_id is None else with_proof(actor, request.session.get(PROVEN))


def address_of(request: HttpRequest) -> str:
    """The network address to count attempts under: only our own proxies are believed about where they got it from."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return network_of(
        str(request.META.get("REMOTE_ADDR", "")), forwarded, settings.ALLAUTH_TRUSTED_PROXY_COUNT
    )


def may_send(request: HttpRequest, known: Directory, *, now: datetime) -> bool:
    """Counts one sending of this network address; `THROTTLE_SUBMISSIONS` switches the counting off for measuring."""
    return _may(request, "submit", known.number("submissions_per_hour"), now)


def may_upload(request: HttpRequest, known: Directory, *, now: datetime) -> bool:
    """Counts the files of the request: as many go as the sendings allowed would need."""
    n_files = sum(len(files) for _, files in request.FILES.lists())
    return _may(request, "upload", _most_files(known), now, n=n_files)


def may_begin_upload(request: HttpRequest, known: Directory, *, now: datetime) -> bool:
    """Counts one file that will come in pieces, together with those that come with a form."""
    return _may(request, "upload", _most_files(known), now)


def may_speak(request: HttpRequest, known: Directory, appeal_id: UUID, *, now: datetime) -> bool:
    """Counts one rating, objection or word on a promise: of this appeal, and of this network address."""
    if not _may(request, "speak", known.number("submissions_per_hour"), now):
        return False
    most = known.number("words_of_applicant_per_hour")
    return count_attempt(f"speak:appeal:{appeal_id}", limit=most, period=HOUR, now=now)


def _most_files(known: Directory) -> int:
    return known.number("submissions_per_hour") * known.number("file_count")


def _may(request: HttpRequest, what: str, limit: int, now: datetime, *, n: int = 1) -> bool:
    if not settings.THROTTLE_SUBMISSIONS:
        return True
    return count_attempt(f"{what}:address:{address_of(request)}", limit=limit, period=HOUR, now=now, n=n)


def as_download(content: BinaryIO, name: str, media_type: str) -> FileResponse:
    """A citizen's file: to be kept, never run inside the site."""
    response = FileResponse(content, as_attachment=True, filename=name, content_type=media_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
