"""The left rail: the lists this reader has, each with the number of its own query, then what else he may do here."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kairyluu.design.dates import figure
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.notices.catalogue import TO_APPLICANT
from kairyluu.queries.calls.lines import answers, lines_of
from kairyluu.queries.conflicts.forsaken import may_have_forsaken
from kairyluu.queries.exchange.documents import count_stuck, find_system
from kairyluu.queries.letters.reading import count_waiting as count_waiting_letters
from kairyluu.queries.lists.paging import Count
from kairyluu.queries.lists.queues import count_queues, queues_of
from kairyluu.queries.notices.not_arrived import count_not_arrived
from kairyluu.queries.referrals.seeing import count_waiting
from kairyluu.queries.sight import list_overseen
from kairyluu.rules import policies
from kairyluu.rules.letters.access import may_read_letters

LABELS: dict[str, str | Promise] = {
    "inbox": _("Not registered yet"),
    "to-resolve": _("Waiting for a resolution"),
    "in-execution": _("In execution"),
    "mine": _("Given to me"),
    "to-sign": _("To sign"),
    "to-send": _("To send"),
    "overdue": _("Overdue"),
    "due-soon": _("Due within three days"),
    "under-control": _("Under control"),
    "answered": pgettext_lazy("list", "Answered"),
    "refused": pgettext_lazy("list", "Refused"),
    "otherwise": pgettext_lazy("list", "Closed otherwise"),
    "all": pgettext_lazy("list", "All"),
}
BOOK_READERS = ("registrar", "head", "deputy", "controller")

CONTROLLERS = ("head", "deputy", "controller")


@dataclass(frozen=True)
class Link:
    """`count` is a figure as drawn, empty for none at all; None shows no figure."""

    label: str | Promise
    href: str
    is_current: bool = False
    count: str | int | None = None
    is_late: bool = False


@dataclass(frozen=True)
class Section:
    label: str | Promise
    items: tuple[Link, ...]


def rail(request: DeskRequest, current: str) -> list[Section]:
    """`current` is a list's code or the name of the page that is lit."""
    sections = [Section(_("Lists"), tuple(_lists(request, current)))]
    book = tuple(link for link in _book(request, current) if link is not None)
    above = tuple(link for link in _above(request, current) if link is not None)
    mine = tuple(link for link in _mine(request, current) if link is not None)
    head = tuple(link for link in _head(request, current) if link is not None)
    first = [Section(_("Head's page"), head)] if head else []
    return (
        first
        + sections
        + [
            Section(label, links)
            for label, links in (
                (_("Registration"), book),
                (_("Trust telephone"), _telephone(request)),
                (_("Control"), above),
                (_("My settings"), mine),
            )
            if links
        ]
    )


def _head(request: DeskRequest, current: str) -> list[Link | None]:
    """First for who answers for the body; for who reads it from above too."""
    sight = request.sight
    has_alarms = sight.has_role("head", "deputy", "registrar")
    is_theirs = sight.has_role(*CONTROLLERS) or (sight.sees_all and not sight.works_here)
    body = sight.body
    reads_record = policies.may_read_record(request.actor, body.pk, body.path)
    return [
        _link(_("Control of execution"), "control", current) if is_theirs else None,
        _link(_("Figures"), "watch:figures", "") if sight.has_role(*policies.HEADS) else None,
        _link(_("Record of the head"), "head-record", current) if reads_record else None,
        _link(_("Alarms"), "alarms:home", "") if has_alarms else None,
        _law(request) if has_alarms else None,
    ]


def _law(request: DeskRequest) -> Link:
    """With the number of referrals that were not acknowledged in time."""
    n_late = count_waiting(request.actor, now=request.now, today=request.today)
    return Link(_("Law enforcement"), reverse("law:referrals"), count=n_late or None, is_late=True)


def _letters(request: DeskRequest, current: str) -> Link | None:
    """Shown while there is one: usually all of them arrive."""
    n = count_not_arrived(request.sight, TO_APPLICANT)
    if not n and current != "letters":
        return None
    href = reverse("desk:letters")
    return Link(_("Letters that did not arrive"), href, current == "letters", n or None, is_late=True)


def written(count: Count) -> str | int:
    """«214», or «1 000+» where counting stopped."""
    return f"{figure(count.n)}+" if count.is_more else count.n


def _lists(request: DeskRequest, current: str) -> list[Link]:
    queues = queues_of(request.sight)
    counts = count_queues(request.sight, queues, request.today)
    return [
        Link(
            LABELS[q.code], queue_url(q.code), q.code == current, written(counts[q.code]), q.code == "overdue"
        )
        for q in queues
    ]


def queue_url(code: str) -> str:
    return reverse("desk:inbox") if code == "inbox" else reverse("desk:queue", args=[code])


def _book(request: DeskRequest, current: str) -> list[Link | None]:
    sight = request.sight
    return [
        _link(_("Take in an appeal"), "take-in", current) if sight.has_role("registrar") else None,
        _mail(request, current),
        _letters(request, current),
        _link(_("Register book"), "register-book", current) if sight.has_role(*BOOK_READERS) else None,
        _link(_("Earlier registers"), "earlier", current) if sight.has_role("registrar") else None,
        _documents(request, current),
        _link(_("Promises to keep"), "promises", current) if sight.works_here else None,
        _link(_("Analyses"), "watch:analyses", "") if sight.has_role(*BOOK_READERS) else None,
    ]


def _mail(request: DeskRequest, current: str) -> Link | None:
    """Where the body has an address of its own; with the number of those nobody decided on."""
    body = request.sight.body
    n = count_waiting_letters(request.actor, body.pk) if may_read_letters(request.actor, body.pk) else None
    if n is None:
        return None
    return Link(_("Letters by e-mail"), reverse("desk:mail"), current == "mail", n)


def _documents(request: DeskRequest, current: str) -> Link | None:
    """With the number of what waits for a person there."""
    system = find_system(request.actor, request.sight.body)
    if system is None:
        return None
    href, n = reverse("desk:document-system"), count_stuck(request.actor, system)
    return Link(_("Document system"), href, current == "document-system", n or None, is_late=True)


def _telephone(request: DeskRequest) -> tuple[Link, ...]:
    """The console for who answers a line, its journal for their superiors."""
    lines = lines_of(request.sight.body)
    if any(answers(request.actor, line) for line in lines):
        found = [_link(_("Taking a call"), "console:home", "")]
    elif lines and request.sight.has_role("head", "deputy"):
        found = [_link(_("Submitted today"), "console:today", "")]
    else:
        return ()
    return tuple(link for link in (*found, _link(_("Journal of the line"), "console:journal", "")) if link)


def _above(request: DeskRequest, current: str) -> list[Link | None]:
    is_above, word = may_have_forsaken(request.actor), _("Confidential appeals nobody sees")
    return [
        _link(_("Bodies below"), "watch:home", "") if list_overseen(request.actor) else None,
        _link(word, "forsaken", current) if is_above else None,
    ]


def _mine(request: DeskRequest, current: str) -> list[Link | None]:
    if not request.sight.works_here:
        return []
    return [
        _link(_("How I am told"), "ways", current),
        _link(_("Programs in my name"), "programs", current),
        _link(_("Where I am signed in"), "cabinet:sessions", ""),
    ]


def _link(label: str | Promise, name: str, current: str) -> Link | None:
    try:
        href = reverse(name if ":" in name else f"desk:{name}")
    except NoReverseMatch:  # a face or page that is not installed here
        return None
    return Link(label, href, name == current)
