"""What is sent from the part of the case page about other appeals; each turns itself into one command."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.case_fields import Words
from kairyluu.usecases.alike.end_correspondence import EndCorrespondence
from kairyluu.usecases.alike.group import GroupAlike
from kairyluu.usecases.alike.leave_cause import LeaveCause
from kairyluu.usecases.alike.liken import LikenAppeals
from kairyluu.usecases.alike.mark_meeting import MarkMeeting
from kairyluu.usecases.alike.merge import MergeAppeal
from kairyluu.usecases.alike.set_signature import SetSignature
from kairyluu.usecases.alike.translate_answer import TranslateAnswer

NOBODY = UUID(int=0)


class OtherForm(ActForm):
    """Another appeal by its id; anything else names none."""

    verb = "liken"
    other = forms.UUIDField(required=False)
    kind = forms.CharField(required=False, max_length=20)

    def other_id(self) -> UUID:
        return self.cleaned_data.get("other") or NOBODY


class LikenForm(OtherForm):
    def to_command(self, appeal_id: UUID) -> LikenAppeals:
        kind = self.cleaned_data["kind"]
        return LikenAppeals(
            appeal_id=appeal_id, other_id=self.other_id(), kind=kind, seen_version=self.seen()
        )


class MergeForm(OtherForm):
    verb = "merge"

    def to_command(self, appeal_id: UUID) -> MergeAppeal:
        return MergeAppeal(appeal_id=appeal_id, into_id=self.other_id(), seen_version=self.seen())


class JoinForm(OtherForm):
    """This appeal waits for the answer to the other one."""

    verb = "join_cause"

    def to_command(self, appeal_id: UUID) -> GroupAlike:
        return GroupAlike(lead_id=self.other_id(), member_ids=(appeal_id,), member_version=self.seen())


class GroupForm(ActForm):
    """The ticked appeals wait for the answer to this one."""

    verb = "group"

    def to_command(self, appeal_id: UUID) -> GroupAlike:
        return GroupAlike(lead_id=appeal_id, member_ids=_ids(self.data), seen_version=self.seen())


class LeaveForm(ActForm):
    verb = "leave_cause"
    reason = Words(_("Write the reason in your own words."), label=_("Reason"), limit=1000)

    def to_command(self, appeal_id: UUID) -> LeaveCause:
        return LeaveCause(appeal_id=appeal_id, reason=self.cleaned_data["reason"], seen_version=self.seen())


class TranslateForm(ActForm):
    verb = "translate_answer"
    language = forms.CharField(max_length=2)
    text = Words(_("Write the answer."), label=_("Answer"))

    def to_command(self, appeal_id: UUID) -> TranslateAnswer:
        values = self.cleaned_data
        return TranslateAnswer(
            appeal_id=appeal_id, language=values["language"], text=values["text"], seen_version=self.seen()
        )


class EndForm(ActForm):
    verb = "end_correspondence"
    reason = Words(_("Write the reason in your own words."), label=_("Reason for the applicant"), limit=4000)
    no_new_facts = forms.BooleanField(
        label=_("I have compared the appeals: this one brings no new facts"), required=False
    )

    def to_command(self, appeal_id: UUID) -> EndCorrespondence:
        return EndCorrespondence(
            appeal_id=appeal_id,
            reason=self.cleaned_data["reason"],
            no_new_facts=self.cleaned_data["no_new_facts"],
            seen_version=self.seen(),
        )


class SignatureForm(ActForm):
    verb = "set_signature"
    position = forms.IntegerField(min_value=0, max_value=100_000)
    signature = forms.CharField(max_length=14)
    speaks_for_all = forms.BooleanField(required=False)

    def to_command(self, appeal_id: UUID) -> SetSignature:
        values = self.cleaned_data
        return SetSignature(
            appeal_id=appeal_id,
            position=values["position"],
            signature=values["signature"],
            speaks_for_all=values["speaks_for_all"],
            seen_version=self.seen(),
        )


class MeetingForm(ActForm):
    verb = "set_signature"
    file = forms.UUIDField(required=False)

    def to_command(self, appeal_id: UUID) -> MarkMeeting:
        file_id = self.cleaned_data.get("file") or NOBODY
        return MarkMeeting(appeal_id=appeal_id, file_id=file_id, seen_version=self.seen())


def _ids(data: Any) -> tuple[UUID, ...]:
    found = []
    for typed in data.getlist("other") if hasattr(data, "getlist") else []:
        try:
            found.append(UUID(typed))
        except ValueError:
            continue
    return tuple(found)
