"""Making an appeal confidential, naming who sees it, opening who sent it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm, Choices
from kairyluu.faces.desk.forms.case_fields import OneOf, Words
from kairyluu.usecases.confidence.make_confidential import MakeConfidential
from kairyluu.usecases.confidence.name_anew import NameAnew
from kairyluu.usecases.confidence.name_confidant import NameConfidant
from kairyluu.usecases.confidence.reveal_identity import RevealIdentity


class MakeForm(ActForm):
    verb = "make_confidential"
    ground = Words(_("Write why the appeal is confidential."), label=_("Ground"), limit=2000)

    def __init__(self, *args: Any, deciders: Choices, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["head"] = OneOf(list(deciders), label=_("Who decides"))
        self.fields["colleague"] = OneOf(
            [("", "—"), *colleagues], label=_("Who else sees it"), required=False
        )

    def to_command(self, appeal_id: UUID) -> MakeConfidential:
        chosen = (self.cleaned_data["head"], self.cleaned_data["colleague"])
        return MakeConfidential(
            appeal_id=appeal_id,
            ground=self.cleaned_data["ground"],
            named=tuple(code for code in chosen if code),
            seen_version=self.seen(),
        )


class NameForm(ActForm):
    verb = "name_confidant"
    reason = Words(_("Write why this person must see it."), label=_("Reason"), limit=2000)

    def __init__(self, *args: Any, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["official"] = OneOf([("", "—"), *colleagues], label=_("Who else sees it"))

    def to_command(self, appeal_id: UUID) -> NameConfidant:
        return NameConfidant(
            appeal_id=appeal_id,
            official=self.cleaned_data["official"],
            reason=self.cleaned_data["reason"],
            seen_version=self.seen(),
        )


class AnewForm(ActForm):
    """Of who stands above: no version, for he has not seen the appeal."""

    verb = "name_confidant"
    reason = Words(_("Write why this person must see it."), label=_("Reason"), limit=2000)

    def __init__(self, data: Any, *, colleagues: Choices) -> None:
        super().__init__(data, version=0)
        self.fields["official"] = OneOf([("", "—"), *colleagues], label=_("Who sees it"))

    def to_command(self, appeal_id: UUID) -> NameAnew:
        chosen, reason = (self.cleaned_data[name] for name in ("official", "reason"))
        return NameAnew(appeal_id=appeal_id, official=chosen, reason=reason)


class RevealForm(ActForm):
    verb = "reveal_identity"
    reason = Words(_("Write what you need the name for."), label=_("Reason"), limit=2000)

    def to_command(self, appeal_id: UUID) -> RevealIdentity:
        return RevealIdentity(appeal_id=appeal_id, reason=self.cleaned_data["reason"])
