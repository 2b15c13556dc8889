"""The lists: what waits, in which order, narrowed by filters; and the search over all of them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.desk import nav
from kairyluu.faces.desk.forms.filters import filter_bar
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.queries.alike.inbox import count_of_same_person, count_waiting
from kairyluu.queries.lists.paging import Page
from kairyluu.queries.lists.queues import Asked, Queue, UnknownQueue, find_queue, queues_of
from kairyluu.queries.lists.rows import Row
from kairyluu.usecases.lists.read import ReadList, read_list


@require_safe
@at_desk
def queue(request: DeskRequest, code: str) -> HttpResponse:
    return _listing(request, _own_queue(request, code), is_search=False)


@require_safe
@at_desk
def search(request: DeskRequest) -> HttpResponse:
    """Over everything that this reader may see in the body."""
    return _listing(request, find_queue("all"), is_search=True)


def _listing(request: DeskRequest, wanted: Queue, *, is_search: bool) -> HttpResponse:
    language = language_now()
    bar = filter_bar(request.GET, wanted, request.sight, today=request.today, language=language)
    asked = Asked(
        queue=wanted,
        filters=bar.filters,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        language=language,
    )
    command = ReadList(body=request.sight.body.code, asked=asked, is_search=is_search)
    page = read_list(command, actor=request.actor, now=request.now)
    kept = request.GET.copy()
    for name in ("after", "before", "body"):
        kept.pop(name, None)
    may_register = wanted.code == "inbox" and request.sight.has_role("registrar")
    context = {
        "queue": wanted,
        "label": nav.LABELS[wanted.code],
        "bar": bar,
        "page": page,
        "kept": f"{kept.urlencode()}&" if kept else "",
        "may_register": may_register,
        "alike": _counts(request, page, count_of_same_person) if may_register else {},
        "waiting": _counts(request, page, count_waiting),
    }
    template = "desk/search.html" if is_search else "desk/queue.html"
    return draw(request, template, context, current="" if is_search else wanted.code)


def _counts(request: DeskRequest, page: Page[Row], count: Callable[..., dict[UUID, int]]) -> dict[UUID, int]:
    ids = [row.id for row in page.rows]
    return count(request.actor, request.sight.body.pk, ids) if ids else {}


def _own_queue(request: DeskRequest, code: str) -> Queue:
    """A list of this reader; others are not there."""
    try:
        wanted = find_queue(code)
    except UnknownQueue:
        raise Http404 from None
    if wanted not in queues_of(request.sight):
        raise Http404
    return wanted
