"""The appeal as a form: shape only. Whether it may be sent is the use case's to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.portal.forms.commanding import BODY, OFFICIAL
from kairyluu.faces.portal.forms.cosigners import read_cosigners
from kairyluu.faces.portal.forms.fields import (
    Address,
    Choice,
    Line,
    PersonalNumber,
    Telephone,
    Text,
    demand_length,
)
from kairyluu.faces.portal.forms.naming import body_code, territory_code
from kairyluu.queries.directory import Directory
from kairyluu.rules.spelling import clean_text
from kairyluu.usecases.appeals.submit import Person

ANY = 10_000_000  # no limit of its own: a setting's, or none that a person should hear of
KINDS = ("proposal", "application", "complaint")
LANGUAGES = ("ky", "ru", "en")
MORE = ("topic", "target", "target_text", "personal_number", "cosigners", "postal_address", "confidential")


class AppealForm(forms.Form):
    """`submission_key` is made when the form is first drawn and travels with it; `instruction` is the signed version
    that was acknowledged; `search` narrows the list of bodies; `more` shows the fields of `MORE`, which most people do not need."""

    submission_key = Line(limit=ANY)
    instruction = Line(limit=ANY)
    search = Line(limit=ANY)
    more = Line(limit=ANY)

    body = Line(_("Choose the body"), limit=500)
    post = Line(limit=120)
    kind = Choice(KINDS, _("Choose the kind of the appeal"))
    topic = Line(limit=80)
    subject = Line(_("Write in one sentence what it is about"), limit=ANY)
    text = Text(_("Write what happened and what you ask for"), limit=ANY)
    target = Line(limit=120)
    target_text = Line(limit=300)
    confidential = Line(limit=ANY)

    who = Choice(("person", "organisation"), _("Say whether a citizen or an organisation appeals"))
    legal_form = Line(limit=100)
    organisation = Line(limit=300)
    surname = Line(_("Write your surname"))
    given_name = Line(_("Write your name"))
    patronymic = Line()
    personal_number = PersonalNumber()
    cosigners = Text(limit=100_000)

    territory = Line(_("Choose the district or city"), limit=500)
    address = Line(_("Write the village, street, house and flat"), limit=300)
    postal_address = Line(limit=300)
    phone = Telephone(_("Write your telephone number"))
    email = Address(limit=254)
    reply_language = Choice(LANGUAGES, _("Choose the language of the reply"))
    agree = Line(_("Tick the box: without your consent the appeal cannot be sent"))

    def __init__(self, data: Any, known: Directory, initial: dict[str, str] | None = None) -> None:
        super().__init__(None if data is None else _seen(data), initial=initial)
        self.known = known

    @property
    def key(self) -> UUID:
        """The form's own key; a damaged one is replaced, once."""
        if not hasattr(self, "_key"):
            try:
                self._key = UUID(str(self["submission_key"].value()))
            except ValueError:
                self._key = uuid4()
        return self._key

    def typed(self) -> dict[str, str]:
        """Every value as it was typed, under its name."""
        return {name: str(self[name].value() or "") for name in self.fields}

    def is_search(self) -> bool:
        """Enter was pressed in the search field: words there, and no body chosen."""
        return bool(self.data.get("search", "").strip()) and not self.data.get("body")

    def shows_more(self) -> bool:
        return any(str(self[name].value() or "").strip() for name in ("more", *MORE))

    def clean_body(self) -> str:
        code = body_code(self.cleaned_data["body"], self.known)
        body = self.known.bodies.get(code)
        if body is None:
            raise forms.ValidationError(_("Choose the body"))
        if not body.is_open:
            raise forms.ValidationError(
                _("This body is not connected to the portal yet. Choose another one.")
            )
        return code

    def clean_post(self) -> str:
        """Of the chosen body; after a change of the body the choice is asked again."""
        code: str = self.cleaned_data["post"]
        post = self.known.posts.get(code)
        if code and (post is None or post.body.code != self.cleaned_data.get("body", post.body.code)):
            raise forms.ValidationError(_("Choose the official of this body, or leave the head of the body"))
        return code

    def clean_topic(self) -> str:
        return _known(self.cleaned_data["topic"], self.known.topics)

    def clean_territory(self) -> str:
        code = territory_code(self.cleaned_data["territory"], self.known)
        if code not in self.known.territories:
            raise forms.ValidationError(_("Choose the district or city"))
        return code

    def clean_subject(self) -> str:
        demand_length(self.cleaned_data["subject"], self.known.number("subject_limit"))
        return str(self.cleaned_data["subject"])

    def clean_text(self) -> str:
        demand_length(self.cleaned_data["text"], self.known.number("text_limit"))
        return str(self.cleaned_data["text"])

    def clean_target(self) -> str:
        """A body of the directory or an official who holds or held a post."""
        value: str = self.cleaned_data["target"]
        code = value[len(BODY) :]
        is_known = (value.startswith(BODY) and code in self.known.bodies) or (
            value.startswith(OFFICIAL) and any(t.official.code == code for t in self.known.tenures)
        )
        if value and not is_known:
            raise forms.ValidationError(_("Choose from the list whom the complaint is about"))
        return value

    def clean_cosigners(self) -> tuple[Person, ...]:
        return read_cosigners(self.cleaned_data["cosigners"], self.known.number("co_signers_limit"))

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("who") == "organisation":
            if not self.cleaned_data.get("organisation") and "organisation" not in self.errors:
                self.add_error("organisation", _("Write the name of the organisation"))
            if not self.cleaned_data.get("legal_form") and "legal_form" not in self.errors:
                self.add_error("legal_form", _("Write the legal form, like LLC"))
        return self.cleaned_data


def _seen(data: Mapping[str, str]) -> dict[str, str]:
    """What was typed less what nobody can see: a page must be able to show it again. A radio or box that was not
    chosen sends nothing."""
    return {name: clean_text(data[name]) for name in AppealForm.base_fields if name in data}


def _known(code: str, rows: dict[str, Any]) -> str:
    """A topic is optional: one that was closed meanwhile is left out, the body will choose."""
    return code if code in rows else ""
