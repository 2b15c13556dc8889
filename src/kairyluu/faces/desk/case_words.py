"""Words of the case page that are made of facts: lines of the history, what was typed into a form that is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import CharField
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.faces.desk import alike_words, quality_words
from kairyluu.faces.desk.case_words_conflicts import CONFLICTS
from kairyluu.faces.desk.case_words_hands import HANDS
from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.queries.cases.case import Case
from kairyluu.queries.cases.case_history import Happening


@dataclass(frozen=True)
class Failed:
    """An act that was refused, with its bound form; `sentence` where no form can show it."""

    form: ActForm
    sentence: str = ""

    def words(self) -> list[tuple[str, str]]:
        """What was typed, for copying: label and text."""
        shown = ((name, f) for name, f in self.form.fields.items() if isinstance(f, CharField) and f.label)
        typed = ((str(field.label), str(self.form.data.get(name, ""))) for name, field in shown)
        return [(label, text) for label, text in typed if text.strip()]


@dataclass(frozen=True)
class Line:
    """One line of the history. `act` is a verb, for a look the page that was seen."""

    at: datetime
    act: str
    who: str
    detail: str = ""
    n_times: int = 1


def history_of(case: Case) -> dict[str, list[Line]]:
    """`acts` oldest first; `looks`, empty for who may not see them."""
    return {
        "acts": [_line(h) for h in _told(case.happenings) if not h.is_look],
        "looks": [_line(h) for h in case.happenings if h.is_look],
    }


def _told(happenings: tuple[Happening, ...]) -> list[Happening]:
    """Of reminders, which come every day, only the last; the page of control lists them all."""
    last = next((h for h in reversed(happenings) if h.what == "remind"), None)
    return [h for h in happenings if h.what != "remind" or h is last]


def _line(h: Happening) -> Line:
    who = ", ".join(part for part in (h.name, h.post) if part)
    return Line(at=h.at, act=h.what, who=who, detail=_detail(h), n_times=h.n_times)


def _reminded(h: Happening) -> str:
    return ", ".join(map(str, h.facts.get("told", [])))


ALARMS = (
    "raise_alarm",
    "escalate_alarm",
    "tell_alarm",
    "open_alarm_link",
    "acknowledge_alarm",
    "close_alarm",
)


REFERRALS = ("refer_to_law_enforcement", "acknowledge_referral", "note_referral_answer", "remind_of_referral")
REFERRALS_TOLD = ("number", "to_name", "theirs")


def _detail(h: Happening) -> str:
    facts: dict[str, Any] = h.facts
    own = (
        HANDS
        | CONFLICTS
        | {"recount_deadline": _moved, "remind": _reminded}
        | dict.fromkeys(ALARMS, _of_alarm)
        | dict.fromkeys(REFERRALS, _of_referral)
    )
    if h.what in own:
        return own[h.what](h)
    if h.what in ("register", "take_in"):
        return f"№ {facts.get('number', '')}"
    if h.what in ("send_answer", "refuse"):
        return _("outgoing number %(number)s") % {"number": facts.get("outgoing_number", "")}
    if h.what == "resolve":
        return ", ".join([str(facts.get("lead", "")), *map(str, facts.get("co_executors", []))])
    if h.what in ("return_answer", "take_under_control", "lift_control", "request_information"):
        return h.reason
    if h.what in ("attach_file", "find_virus") or h.is_look:
        return str(facts.get("name", ""))
    if h.what == "add_note" and facts.get("asks"):
        return _("a question to %(name)s") % {"name": facts["asks"]}
    return alike_words.detail(h.what, facts) or quality_words.detail(h.what, facts)


def _of_referral(h: Happening) -> str:
    """«№ 260310-7F3A21, Алай районунун ички иштер бөлүмү», or with the receiver's own number."""
    told = {name: str(h.facts[name]) for name in REFERRALS_TOLD if h.facts.get(name)}
    return ", ".join(word if name == "to_name" else f"№ {word}" for name, word in told.items())


def _of_alarm(h: Happening) -> str:
    """«A; Сыналбаев Урмат, Жусупова Айгүл» or «A; Сыналбаев Урмат: email», and what was done."""
    facts = h.facts
    told = [f"{facts['to']}: {facts['by']}"] if "to" in facts else [", ".join(facts.get("told", []))]
    drill = [_("drill")] if facts.get("drill") else []
    return "; ".join(part for part in (str(facts.get("class", "")), *drill, *told, h.reason) if part)


def _moved(h: Happening) -> str:
    """«31.03.2026 → 01.04.2026 (17.03.2026 Орозо айт)»."""
    facts, day = h.facts, h.facts["day"]
    name = day.get(f"name_{(get_language() or 'ky')[:2]}") or day.get("name_ky") or _("an ordinary day again")
    beside = {
        "question": _("last day for the applicant's reply"),
        "control_request": _("request for information"),
        "handover": _("day of the forwarding"),
    }.get(facts["duty"])
    days = f"{_short(facts['old'])} → {_short(facts['new'])} ({_short(day['date'])} {name})"
    return f"{beside}: {days}" if beside else days


def _short(stored: str) -> str:
    return date.fromisoformat(stored).strftime("%d.%m.%Y")


def law_words(basis: str) -> str:
    """The law a ground stands on, in the language of the page; the source names it in English."""
    if not basis:
        return _("The place in the law has not been confirmed yet")
    law = _("Law of 4 May 2007 No. 67 on the procedure for considering citizens' appeals")
    return _("%(law)s, Article 6-1") % {"law": law} if "Article 6-1" in basis else law
