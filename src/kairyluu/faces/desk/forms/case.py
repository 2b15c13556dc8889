"""One form an act; each checks shape only and turns itself into the command of its use case."""

from __future__ import annotations

from typing import Any, ClassVar, Self
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case_fields import OneOf, SeenVersion, Words
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.answers.return_answer import ReturnAnswer
from kairyluu.usecases.answers.send_answer import SendAnswer
from kairyluu.usecases.answers.sign_answer import SignAnswer
from kairyluu.usecases.appeals.add_note import AddNote
from kairyluu.usecases.appeals.contribute import Contribute
from kairyluu.usecases.appeals.refuse import RefuseToConsider
from kairyluu.usecases.appeals.register import RegisterAppeal
from kairyluu.usecases.files.upload import AttachToWork

Choices = list[Any]
NOTHING: tuple[str, str | Promise] = ("", "—")


class ActForm(forms.Form):
    """`verb` is the act; ids of controls begin with it, so that all forms stand on one page."""

    verb: ClassVar[str] = ""
    saves_first: ClassVar[bool] = False
    use_required_attribute = False

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.verb}-%s"} | kwargs)
        self.version_drawn = version
        self.changed = False

    @property
    def version(self) -> int:
        """What the form sends back: the version its writer has seen, until he is told that somebody acted."""
        typed = SeenVersion().to_python(self.data.get("seen_version"))
        return self.version_drawn if self.changed or typed < 0 else typed

    def seen(self) -> int:
        return SeenVersion().to_python(self.data.get("seen_version"))

    def refuse(self, refused: Refused, sentence: str, field: str = "") -> None:
        """Shows the refusal of the use case beside what was typed."""
        self.changed = self.saves_first or isinstance(refused, ChangedMeanwhile)
        self.add_error(field if field in self.fields else None, sentence)

    def unchecked(self) -> Self:
        """Bound and without complaints: nothing was sent yet."""
        self._errors = ErrorDict()
        return self

    def redrawn_with(self, version: int) -> None:
        self.version_drawn = version


class RegisterForm(ActForm):
    verb = "register"

    def __init__(self, *args: Any, topics: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"] = OneOf([NOTHING, *topics], label=_("Topic of the appeal"), required=False)

    def to_command(self, appeal_id: UUID) -> RegisterAppeal:
        return RegisterAppeal(appeal_id=appeal_id, topic=self.cleaned_data["topic"], seen_version=self.seen())


class RefuseForm(ActForm):
    verb = "refuse"

    def __init__(self, *args: Any, grounds: Choices, least: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.least = least
        self.fields["ground"] = OneOf(grounds, label=_("Ground"))
        self.fields["reason"] = Words(_("Write the reason in your own words."), label=_("Reason"), limit=4000)

    def to_command(self, appeal_id: UUID) -> RefuseToConsider:
        return RefuseToConsider(
            appeal_id=appeal_id,
            ground=self.cleaned_data["ground"],
            reason=self.cleaned_data["reason"],
            seen_version=self.seen(),
        )


class NoteForm(ActForm):
    verb = "add_note"
    text = Words(_("Write the note."), label=_("Text of the note"), limit=4000)

    def __init__(self, *args: Any, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if colleagues:
            nobody = ("", _("Nobody, a plain note"))
            self.fields["asks"] = OneOf([nobody, *colleagues], label=_("Question to"), required=False)

    def to_command(self, appeal_id: UUID) -> AddNote:
        asks = self.cleaned_data.get("asks", "")
        return AddNote(appeal_id=appeal_id, text=self.cleaned_data["text"], asks=asks)


class ContributeForm(ActForm):
    verb = "contribute"
    text = Words(_("Write your part."), label=_("Your part"))

    def to_command(self, appeal_id: UUID) -> Contribute:
        return Contribute(appeal_id=appeal_id, text=self.cleaned_data["text"])


class AttachForm(ActForm):
    verb = "attach_file"
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file."), "invalid": _("Choose a file.")},
    )
    goes_with_answer = forms.BooleanField(label=_("Send it along with the answer"), required=False)

    def to_command(self, appeal_id: UUID) -> AttachToWork:
        file = self.cleaned_data["file"]
        return AttachToWork(
            appeal_id=appeal_id,
            name=file.name,
            content=file.file,
            goes_with_answer=self.cleaned_data["goes_with_answer"],
        )


class ReturnForm(ActForm):
    verb = "return_answer"
    remarks = Words(_("Write what is to be changed."), label=_("Remarks"), limit=4000)

    def to_command(self, appeal_id: UUID) -> ReturnAnswer:
        return ReturnAnswer(
            appeal_id=appeal_id, remarks=self.cleaned_data["remarks"], seen_version=self.seen()
        )


class SignForm(ActForm):
    verb = "sign_answer"
    copy_reason = Words(label=_("Why this text is right all the same"), limit=2000)

    def to_command(self, appeal_id: UUID) -> SignAnswer:
        reason = self.cleaned_data["copy_reason"]
        return SignAnswer(appeal_id=appeal_id, seen_version=self.seen(), copy_reason=reason)


class SendForm(ActForm):
    verb = "send_answer"

    def to_command(self, appeal_id: UUID) -> SendAnswer:
        return SendAnswer(appeal_id=appeal_id, seen_version=self.seen())
