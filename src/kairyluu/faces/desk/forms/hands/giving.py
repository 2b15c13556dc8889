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
    """`listed` are the questions of the appeal, (id, text): those ticked go into the part in their words, and nothing more
    has to be written."""

    verb = "forward_part"
    part = Words(_("Write the question that goes to the other body."), label=_("The question"), limit=4000)
    q = Line(label=_("Search for the body"))
    reason = Words(_("Write the reason: the applicant reads it."), label=_("Reason"), limit=2000)

    def __init__(self, *args: Any, bodies: Choices, listed: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = OneOf([NOTHING, *bodies], label=_("Competent body"))
        ticked = set(self.data.getlist("question")) if hasattr(self.data, "getlist") else set()
        self.listed = [(pk, text, str(pk) in ticked) for pk, text in listed]
        self.words = [text.strip() for _pk, text, is_ticked in self.listed if is_ticked]
        self.fields["part"].required = not self.words

    def to_command(self, appeal_id: UUID) -> ForwardPart:
        parts = [*self.words, self.cleaned_data["part"].strip()]
        return ForwardPart(
            appeal_id=appeal_id,
            to=self.cleaned_data["to"],
            part="\n".join(part for part in parts if part),
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
