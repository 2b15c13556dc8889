"""The screen of control in words: headings, why a line stands there, what can be done with one click."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from kairyluu.design.dates import figure
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import DOERS
from kairyluu.rules.steering.risk import BODY, EXECUTOR, TOPIC

HEADINGS: dict[str, str | Promise] = {
    "overdue": gettext_lazy("Overdue"),
    "today": gettext_lazy("Due today"),
    "risk": gettext_lazy("At risk"),
    "returned": gettext_lazy("Returned with remarks"),
    "requests": gettext_lazy("Unanswered requests for information"),
    "promises": gettext_lazy("Promises due"),
    "denied": gettext_lazy("The applicant says: the promise was not kept"),
    "extended": gettext_lazy("Term extended"),
    "controlled": gettext_lazy("Under control"),
}
LATE, WATCHED = frozenset({"overdue", "denied"}), frozenset({"today", "risk", "requests", "promises"})
# By the state of the appeal: the next act, where on the case page it stands, and its word; who may not do it looks.
NEXT: dict[str, tuple[str, str, str | Promise]] = {
    "received": ("register", "#registering", pgettext_lazy("action", "Register")),
    "registered": ("resolve", "#resolution", pgettext_lazy("action", "Give the resolution")),
    "awaiting_signature": ("sign_answer", "#answer", pgettext_lazy("action", "Sign or return")),
    "signed": ("send_answer", "#answer", pgettext_lazy("action", "Send")),
}
LOOK: dict[str, tuple[str, str | Promise]] = {
    "assigned": ("#resolution", pgettext_lazy("action", "Look at the execution")),
    "joined": ("#alike", pgettext_lazy("action", "Look at its group")),
}
OWN: dict[str, tuple[str, str | Promise]] = {
    "returned": ("#answer", pgettext_lazy("action", "Look at the draft")),
    "extended": ("#term", pgettext_lazy("action", "Look at the term")),
    "promises": ("#promises", pgettext_lazy("action", "Look at the promise")),
    "denied": ("#promises", pgettext_lazy("action", "Look at the promise")),
    "controlled": ("control/", pgettext_lazy("action", "Marks and requests")),
}
PACE: dict[str, str | Promise] = {
    EXECUTOR: gettext_lazy(
        "this executor usually answers in %(usual)d working days (%(n)d answers), used: %(used)d, left: %(left)d"
    ),
    TOPIC: gettext_lazy(
        "this topic usually takes %(usual)d working days (%(n)d answers), used: %(used)d, left: %(left)d"
    ),
    BODY: gettext_lazy(
        "the body usually answers in %(usual)d working days (%(n)d answers), used: %(used)d, left: %(left)d"
    ),
}


class Counted(Protocol):
    n: int
    is_more: bool


@dataclass(frozen=True, kw_only=True)
class Item:
    """`href` leads to the form that acts; `why` explains the line where its day does not; `promise` is what was promised."""

    row: Any
    body: str
    href: str
    action: str
    why: str = ""
    due_on: date | None = None
    is_late: bool = False
    promise: str = ""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    code: str
    label: str
    count: str
    look: str
    items: tuple[Item, ...]
    has_more: bool


def drawn(
    sections: Iterable[Any], actor: Actor, case_url: Callable[[UUID], str], body_name: Callable[[int], str]
) -> list[Drawn]:
    """Sections of `queries.steering.board` for a page of this reader; `body_name` is empty where all lines are of one
    body."""
    return [
        Drawn(
            code=section.code,
            label=str(HEADINGS[section.code]),
            count=f"{figure(section.count.n)}+" if section.count.is_more else figure(section.count.n),
            look=_look(section.code, section.count),
            items=tuple(_item(section.code, line, actor, case_url, body_name) for line in section.lines),
            has_more=section.count.n > len(section.lines),
        )
        for section in sections
    ]


def _look(code: str, count: Counted) -> str:
    if not count.n:
        return ""
    return "is-late" if code in LATE else ("is-watch" if code in WATCHED else "")


def _item(
    code: str, line: Any, actor: Actor, case_url: Callable[[UUID], str], body_name: Callable[[int], str]
) -> Item:
    where, word = _act(code, line, actor)
    return Item(
        row=line.row,
        body=body_name(line.body_id),
        href=f"{case_url(line.row.id)}{where}",
        action=str(word),
        why=_pace(line.risk) if line.risk else "",
        due_on=line.due_on,
        is_late=line.is_late,
        promise=line.promise,
    )


def _act(code: str, line: Any, actor: Actor) -> tuple[str, str | Promise]:
    """Where the link leads and its word; an act that is not this reader's is not offered."""

    def does(verb: str) -> bool:
        return actor.has_role(*DOERS[verb], body_id=line.body_id)

    if line.request_id:
        word = gettext("Answer the request") if does("answer_request") else OWN["controlled"][1]
        return f"control/#request-{line.request_id}", word
    if line.promise_id and does("confirm_promise"):
        return f"promises/{line.promise_id}/", pgettext_lazy("action", "Confirm that it was done")
    if code in OWN:
        return OWN[code]
    verb, where, word = NEXT.get(line.row.state, ("", "", ""))
    if verb and does(verb):
        return where, word
    return LOOK.get(line.row.state, ("", pgettext_lazy("action", "Open")))


def _pace(risk: Any) -> str:
    facts = {"usual": risk.usual.median, "n": risk.usual.n, "used": risk.used, "left": risk.left}
    return str(PACE[risk.usual.of]) % facts
