"""Heads of bodies and the page of one body."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kairyluu.design.wording import BODY_KINDS
from kairyluu.faces.portal import telephones
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.analyses.finding import list_published
from kairyluu.queries.calls.lines import card_of, lines_of
from kairyluu.queries.directory import directory
from kairyluu.queries.heads import NoSuchBody, find_body_card, list_heads, list_regions

ON_A_PAGE = 20


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """`?q=` words in any spelling, `?kind=`, `?territory=`; what is unknown finds nothing or counts as not given."""
    language, today = language_now(), timezone.localdate(timezone.now())
    search = request.GET.get("q", "").replace("\0", "")[:200]
    kind, territory = request.GET.get("kind", ""), request.GET.get("territory", "")
    kind = kind if kind in BODY_KINDS else ""
    place = directory().territories.get(territory)
    found = list_heads(search, kind, place.code if place else "", language=language, today=today)
    context = {
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "search": search,
        "kind": kind,
        "kinds": [(code, word.text) for code, word in BODY_KINDS.items()],
        "place": place,
        "regions": list_regions(language),
        "is_filtered": bool(search.strip() or kind or place),
    }
    return draw(request, "portal/heads.html", context, current="heads")


@require_safe
def body(request: HttpRequest, code: str) -> HttpResponse:
    """A closed body leads to the one that took its duties."""
    now = timezone.now()
    today = timezone.localdate(now)
    try:
        card = find_body_card(code, language=language_now(), today=today)
    except NoSuchBody as refused:
        if not refused.facts["successor"]:
            raise Http404 from None
        return HttpResponsePermanentRedirect(reverse("portal:body", args=[refused.facts["successor"]]))
    context = {
        "card": card,
        "body": card.body,
        "office_phones": telephones.office_phones(card.body),
        "lines": [(card_of(line, now), telephones.all_hours(line)) for line in lines_of(card.body)],
        "today": today,
        "has_analyses": list_published(card.body.code).exists(),
        "trust_phones": telephones.trust_phones(card.body),
        "hours": telephones.all_hours(card.body),
        "season": telephones.season(directory(), today),
        "website": card.body.website if card.body.website.startswith(("https://", "http://")) else "",
    }
    return draw(request, "portal/body.html", context, current="heads")
