"""What a complaint about somebody came to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm, Choices
from kairyluu.faces.desk.forms.case_fields import Day, Line, OneOf
from kairyluu.usecases.prevention.note_finding import NoteFinding

NOTHING = ("", "—")
FOUND = [NOTHING, ("yes", _("Confirmed")), ("no", _("Not confirmed"))]


class FindingForm(ActForm):
    verb = "note_finding"
    measure_on = Day(label=_("Day of the measure"))
    order = Line(label=_("Number and date of the order"))

    def __init__(
        self, *args: Any, targets: Choices, kinds: Choices, measures: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        own = {
            "target": OneOf(list(targets), label=_("Whom it is about")),
            "kind": OneOf([NOTHING, *kinds], label=_("Kind of act")),
            "found": OneOf(FOUND, label=_("Result")),
            "measure": OneOf([NOTHING, *measures], label=_("Measure taken"), required=False),
        }
        self.fields = own | self.fields

    def to_command(self, appeal_id: UUID) -> NoteFinding:
        sent = self.cleaned_data
        return NoteFinding(
            appeal_id=appeal_id,
            target_id=int(sent["target"]),
            kind=sent["kind"],
            is_confirmed=sent["found"] == "yes",
            measure=sent["measure"],
            measure_on=sent["measure_on"],
            order=sent["order"],
            seen_version=self.seen(),
        )
