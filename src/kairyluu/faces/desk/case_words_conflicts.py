"""Lines of the history about conflicts of interest."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kairyluu.queries.cases.case_history import Happening

WHY: dict[str, str | Promise] = {
    "complained_about": gettext_lazy("the complaint is about him, about this body or about a body of his"),
    "confidential": gettext_lazy("the appeal is confidential and he is not named"),
    "recused": gettext_lazy("he declared a conflict of interest"),
}


def _decided(h: Happening) -> str:
    official = str(h.facts.get("official", ""))
    words = str(h.facts.get("words", ""))
    if official:
        return _("“%(words)s” means %(name)s") % {"words": words, "name": official}
    return _("“%(words)s” means none of those asked about") % {"words": words}


def _moved_up(h: Happening) -> str:
    return ". ".join(part for part in (str(h.facts.get("to_name", "")), h.reason) if part)


def _attempt(h: Happening) -> str:
    return str(WHY.get(str(h.facts.get("because")), ""))


CONFLICTS: dict[str, Callable[[Happening], str]] = {
    "decide_match": _decided,
    "move_up": _moved_up,
    "declare_conflict": lambda h: h.reason,
    "note_finding": lambda h: ". ".join(
        str(h.facts.get(k, "")) for k in ("kind_ky", "measure") if h.facts.get(k)
    ),
    "make_confidential": lambda h: h.reason,
    "name_confidant": lambda h: ". ".join(p for p in (str(h.facts.get("official", "")), h.reason) if p),
    "name_anew": lambda h: ". ".join(p for p in (str(h.facts.get("official", "")), h.reason) if p),
    "tell_forsaken": lambda h: ", ".join(map(str, h.facts.get("told", []))),
    "reveal_identity": lambda h: h.reason,
    "attempt_refused": _attempt,
}
