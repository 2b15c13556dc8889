"""Whether the words of a complaint mean an official, and stepping aside."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm, Choices
from kairyluu.faces.desk.forms.case_fields import OneOf, Words
from kairyluu.usecases.conflicts.decide_match import DecideMatch
from kairyluu.usecases.conflicts.declare_conflict import DeclareConflict

NOBODY = "-"  # none of those asked about; an empty choice is none made


class MatchForm(ActForm):
    """One question about one target: several stand on a page, so each has ids of its own."""

    verb = "decide_match"

    def __init__(self, *args: Any, target_id: int, suspects: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"match-{target_id}-%s"} | kwargs)
        self.target_id = target_id
        choices = [*suspects, (NOBODY, _("No, somebody else"))]
        self.fields["official"] = OneOf(choices, label=_("Is it this person?"))

    def to_command(self, appeal_id: UUID) -> DecideMatch:
        official = self.cleaned_data["official"]
        return DecideMatch(
            appeal_id=appeal_id,
            target_id=self.target_id,
            official="" if official == NOBODY else official,
            seen_version=self.seen(),
        )


class DeclareForm(ActForm):
    verb = "declare_conflict"
    reason = Words(_("Write what the conflict is."), label=_("What the conflict is"), limit=2000)

    def to_command(self, appeal_id: UUID) -> DeclareConflict:
        return DeclareConflict(
            appeal_id=appeal_id, reason=self.cleaned_data["reason"], seen_version=self.seen()
        )
