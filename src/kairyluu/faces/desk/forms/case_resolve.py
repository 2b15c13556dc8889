"""The head's resolution: an instruction, who answers for it, who helps with what part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import NOTHING, ActForm, Choices
from kairyluu.faces.desk.forms.case_fields import Day, Line, OneOf, Words
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal

FIRST_ROWS, MOST_ROWS, ROWS_ADDED = 2, 12, 2
PHRASES = (
    _("Consider, take measures and prepare the answer within the term."),
    _("Check it on the spot and report the result."),
    _("Prepare the answer together with the co-executors."),
    _("Meet the applicant and explain the procedure."),
    _("Tell the applicant by telephone when it will be done."),
    _("Keep it under control until the measures are carried out."),
)


class ResolveForm(ActForm):
    """Co-executors stand in rows: `co_1`, `part_1`, `day_1` ...; an empty row is nobody."""

    verb = "resolve"
    text = Words(_("Write the instruction."), label=_("Instruction to the executors"), limit=4000)
    due_on = Day(label=_("Internal due day"))
    is_under_control = forms.BooleanField(label=_("Keep under control"), required=False)

    def __init__(self, *args: Any, executors: Choices, is_marked: bool = False, **kwargs: Any) -> None:
        """`is_marked`: the head's mark of control stands, and is lifted on the page of control only."""
        super().__init__(*args, **kwargs)
        if is_marked:
            del self.fields["is_under_control"]
        phrases = [("", _("Choose a phrase")), *((str(n), words) for n, words in enumerate(PHRASES))]
        self.fields["phrase"] = OneOf(phrases, label=_("Ready phrases"), required=False)
        self.fields["lead"] = OneOf([NOTHING, *executors], label=_("Responsible executor"))
        self.n_rows = self._n_rows()
        for row in range(1, self.n_rows + 1):
            self.fields[f"co_{row}"] = OneOf(
                [NOTHING, *executors], label=_("Co-executor %(n)d") % {"n": row}, required=False
            )
            self.fields[f"part_{row}"] = Line(label=_("Part of co-executor %(n)d") % {"n": row})
            self.fields[f"day_{row}"] = Day(label=_("Due day of co-executor %(n)d") % {"n": row})

    def clean(self) -> dict[str, Any]:
        for n in range(1, self.n_rows + 1):
            values = self.cleaned_data
            if not values.get(f"co_{n}") and (values.get(f"part_{n}") or values.get(f"day_{n}")):
                self.add_error(f"co_{n}", _("Choose whose part this is."))
        return self.cleaned_data

    def _n_rows(self) -> int:
        typed = str(self.data.get("n_rows", ""))
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 3 else FIRST_ROWS
        return max(FIRST_ROWS, min(number, MOST_ROWS))

    def rows(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        for row in range(1, self.n_rows + 1):
            yield self[f"co_{row}"], self[f"part_{row}"], self[f"day_{row}"]

    @property
    def has_room(self) -> bool:
        return self.n_rows < MOST_ROWS

    def to_command(self, appeal_id: UUID) -> ResolveAppeal:
        values = self.cleaned_data
        rows = range(1, self.n_rows + 1)
        return ResolveAppeal(
            appeal_id=appeal_id,
            text=values["text"],
            lead=Part(official=values["lead"], due_on=values["due_on"]),
            co_executors=tuple(
                Part(official=values[f"co_{n}"], part=values[f"part_{n}"], due_on=values[f"day_{n}"])
                for n in rows
                if values[f"co_{n}"]
            ),
            due_on=values["due_on"],
            is_under_control=values.get("is_under_control", False),
            seen_version=self.seen(),
        )
