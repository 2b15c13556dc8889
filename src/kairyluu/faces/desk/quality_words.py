"""Words about the quality of an answer: what is missing, what is copied, what was promised."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

Facts = dict[str, Any]

ITEMS: dict[str, str | Promise] = {
    "answer": gettext_lazy("the answer"),
    "norm": gettext_lazy("the norm applied"),
    "measure": gettext_lazy("what was or will be done"),
    "done_by": gettext_lazy("by when"),
}
PLAIN: dict[str, tuple[str | Promise, str]] = {
    "question_not_yours": (
        gettext_lazy("Questions that the registrar or a head listed can be added to, not taken away."),
        "questions",
    ),
    "promise_already_confirmed": (gettext_lazy("This promise is confirmed already."), ""),
    "no_such_promise": (gettext_lazy("Choose one from the list."), ""),
    "note_missing": (gettext_lazy("Write what was done, or attach a file that shows it."), "note"),
}


def _incomplete(facts: Facts) -> str:
    """«Question 2: the norm applied, by when»."""
    missing: dict[str, list[str]] = {}
    for gap in facts["gaps"]:
        position, _dot, item = str(gap).partition(".")
        missing.setdefault(position, []).append(str(ITEMS.get(item, "")))
    if "0" in missing:
        told = _("List the questions the appeal raises first.")
    else:
        parts = [_("question %(n)s: %(items)s") % {"n": n, "items": ", ".join(v)} for n, v in missing.items()]
        told = _("Still missing: %(list)s.") % {"list": "; ".join(parts)}
    return f"{told} {_('Fill it in or write why it stays open.')}" if facts["may_explain"] else told


def _past(facts: Facts) -> str:
    numbers = ", ".join(map(str, facts["questions"]))
    return _("Question %(n)s: the day of what is still to come is over. Choose a later one.") % {"n": numbers}


def _too_many(facts: Facts) -> str:
    most = int(facts["most"])
    return ngettext("List at most %(n)d question.", "List at most %(n)d questions.", most) % {"n": most}


def _copied(facts: Facts) -> str:
    if facts["shares"]:
        return _(
            "The text repeats another one (%(n)d %%). Rewrite it or write why it is right all the same."
        ) % {"n": max(facts["shares"])}
    return _("«%(phrase)s» says nothing. Say what, when and by whom, or write why it is right.") % {
        "phrase": facts["phrases"][0] if facts["phrases"] else ""
    }


TOLD: dict[str, tuple[Callable[[Facts], str], str]] = {
    "answer_incomplete": (_incomplete, ""),
    "promise_in_the_past": (_past, ""),
    "near_copy_unexplained": (_copied, "copy_reason"),
    "too_many_questions": (_too_many, "questions"),
}


def detail(act: str, facts: Facts) -> str:
    """A line of the history in a few words; empty for other acts."""
    if act == "list_questions":
        n = int(facts.get("n_questions", 0))
        return ngettext("%(n)d question", "%(n)d questions", n) % {"n": n}
    if act == "confirm_promise":
        return str(facts.get("promise", ""))
    return ""
