"""Giving an appeal or a part of it to another body, and entering that it was taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import NOTHING, ActForm, Choices
from kairyluu.faces.desk.forms.case_fields import Line, OneOf, Words
from kairyluu.usecases.hands.forward import ForwardAppeal
from kairyluu.usecases.hands.forward_part import ForwardPart
from kairyluu.usecases.hands.withdraw import WithdrawAppeal


class ForwardForm(ActForm):
    """`q` only searches the list; without `bodies` the appeal climbs and nothing is chosen."""

    verb = "forward"
    q = Line(label=_("Search for the body"))
    reason = Words(_("Write the reason: the applicant reads it."), label=_("Reason"), limit=2000)

    def __init__(self, *args: Any, bodies: Choices | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if bodies is None:
            del self.fields["q"]
        else:
            self.fields["to"] = OneOf([NOTHING, *bodies], label=_("Competent body"))

    def to_command(self, appeal_id: UUID) -> ForwardAppeal:
        return ForwardAppeal(
            appeal_id=appeal_id,
            to=self.cleaned_data.get("to", ""),
            reason=self.cleaned_data["reason"],
            seen_version=self.seen(),
        )


class PartForm(ActForm):
    verb = "forward_part"
    part = Words(_("Write the question that goes to the other body."), label=_("The question"), limit=4000)
    q = Line(label=_("Search for the body"))
    reason = Words(_("Write the reason: the applicant reads it."), label=_("Reason"), limit=2000)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = OneOf([NOTHING, *bodies], label=_("Competent body"))

    def to_command(self, appeal_id: UUID) -> ForwardPart:
        return ForwardPart(
            appeal_id=appeal_id,
            to=self.cleaned_data["to"],
            part=self.cleaned_data["part"],
            reason=self.cleaned_data["reason"],
            seen_version=self.seen(),
        )


class WithdrawForm(ActForm):
    verb = "withdraw"
    reason = Words(label=_("Reason given by the applicant"), limit=2000)

    def to_command(self, appeal_id: UUID) -> WithdrawAppeal:
        return WithdrawAppeal(
            appeal_id=appeal_id, reason=self.cleaned_data["reason"], seen_version=self.seen()
        )
