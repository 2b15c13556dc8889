"""Sentences and labels of the pages of analyses."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kairyluu.rules.analysis import keeping, spans
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.refusals import Refused

STATES: dict[str, tuple[str | Promise, str]] = {
    keeping.DRAFT: (gettext_lazy("Draft of an analysis"), "is-warn"),
    keeping.APPROVED: (gettext_lazy("Approved, not published"), ""),
    keeping.PUBLISHED: (gettext_lazy("Published"), "is-good"),
}
LANGUAGE_NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


def sentence(refused: Refused) -> str:
    """What a refusal means to who tried."""
    if refused.code == "numbers_changed":
        added, missing = (", ".join(refused.facts.get(name, ()) or ()) for name in ("added", "missing"))  # type: ignore[arg-type]
        told = _("Words may change, figures may not.")
        if missing:
            told += " " + _("Missing: %(figures)s.") % {"figures": missing}
        return told + (" " + _("Not counted: %(figures)s.") % {"figures": added} if added else "")
    known = {
        "changed_meanwhile": _("Somebody else changed the analysis meanwhile. Look at it again."),
        "period_not_ended": _("The period has not ended yet: its figures still change."),
        "approved_meanwhile": _(
            "Analysis %(number)s of these years was approved since this draft was counted. Prepare this one again: beside the other it"
            " might give small numbers away. What was written stays."
        )
        % {"number": refused.facts.get("number", "")},
        "text_too_long": _("This text is too long."),
        "no_period": _("Choose one of the periods."),
    }
    if refused.code == "not_allowed" and refused.facts.get("because") == "not_your_task":
        return _("Somebody else than who wrote in it must approve the analysis.")
    return known.get(refused.code) or _("This cannot be done now.")


def choices(today: date, language: str) -> list[tuple[str, str]]:
    """Periods that have ended, the last month first."""
    year = today.year
    months = [Period.month(y, m) for y in (year, year - 1) for m in range(12, 0, -1)]
    quarters = [Period.quarter(y, q) for y in (year, year - 1) for q in (4, 3, 2, 1)]
    longer = [Period.half_year(y, h) for y in (year, year - 1) for h in (2, 1)]
    longer += [Period.months(year, n) for n in (8, 9, 10)] + [Period.year(y) for y in (year - 1, year - 2)]
    ended = [[p for p in some if p.has_ended(today)] for some in (months, quarters, longer)]
    shown = ended[0][:13] + ended[1][:5] + ended[2]
    return [(p.code, spans.titled(Span(p.first, p.last), language)) for p in shown]
