"""The take-in screen: one appeal from paper, post or a reception. Shape only; the fields stand in the order of a letter."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kairyluu.design.wording import KINDS
from kairyluu.faces.desk.forms.case_fields import Line, OneOf, Words
from kairyluu.faces.desk.forms.days import NotADay, read_day
from kairyluu.queries.directory import Directory
from kairyluu.queries.sight import Sight
from kairyluu.queries.staff import Colleague
from kairyluu.rules.channels import BY_ITSELF
from kairyluu.rules.spelling import NotATelephone, clean_line, is_plausible_personal_number, phone_e164
from kairyluu.usecases.appeals.take_in import Content, Person, TakeIn, Target

BISHKEK = ZoneInfo("Asia/Bishkek")
OPENING = time(9, 0)  # the hour of arrival is not asked; the terms count days
SUBJECT, TEXT, COSIGNERS = 300, 20_000, 1000
LANGUAGES = [("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English")]


def must(field: forms.Field, missing: Any) -> forms.Field:
    field.required = True
    field.error_messages["required"] = missing
    return field


class TypedDay(forms.CharField):
    """24.11.2026, 24112026 or 2026-11-24; drawn as it was typed."""

    def clean(self, value: Any) -> date:  # type: ignore[override]
        try:
            return read_day(clean_line(str(value or "")[:40]))
        except NotADay:
            raise ValidationError(_("Write the day like 24.11.2026.")) from None


class TakeInForm(forms.Form):
    """`submission_key` is made with the empty form and travels with it: sending twice makes one appeal."""

    use_required_attribute = False

    channel: forms.Field
    received_on = TypedDay(label=_("Received on"), max_length=40)
    source_number = Line(label=_("Number and date of the sender"))
    kind = OneOf([(code, word.text) for code, word in KINDS.items()], label=_("Kind"))
    surname = must(Line(label=pgettext_lazy("applicant", "Surname"), limit=100), _("Write the surname."))
    given_name = must(Line(label=pgettext_lazy("applicant", "Given name"), limit=100), _("Write the name."))
    patronymic = Line(label=pgettext_lazy("applicant", "Patronymic"), limit=100)
    organisation = Line(label=pgettext_lazy("applicant", "Organisation"))
    legal_form = Line(label=pgettext_lazy("applicant", "Legal form"), limit=100)
    home_address = Line(label=_("Village, street, house"))
    phone = Line(label=pgettext_lazy("applicant", "Telephone"), limit=60)
    email = Line(label=pgettext_lazy("applicant", "E-mail"), limit=254)
    personal_number = Line(label=pgettext_lazy("applicant", "Personal number"), limit=20)
    cosigners = Words(label=_("Co-signers, one on a line"), limit=100_000)
    subject = must(
        Line(label=_("What it is about"), limit=SUBJECT), _("Write in one sentence what it is about.")
    )
    text = Words(_("Write the text or its content."), label=_("Text or content"), limit=TEXT)
    target_text = Line(label=_("Complains about, in words"))
    reply_language = OneOf(LANGUAGES, label=_("Language of the reply"))

    def __init__(
        self, data: Any, *, known: Directory, colleagues: list[Colleague], language: str, initial: Any
    ) -> None:
        super().__init__(data, initial=initial, auto_id="take-%s")
        if data is None:  # how and when it came are kept from the last one: typing begins with the name
            self.fields["surname"].widget.attrs["autofocus"] = True
        named = [
            (row.code, row.name(language)) for row in known.channels.values() if row.code not in BY_ITSELF
        ]
        topics = [(row.code, row.name(language)) for row in known.topics.values()]
        places = [(row.code, row.name(language)) for row in known.territories.values()]
        people = [(c.code, f"{c.name}, {c.title(language)}") for c in colleagues]
        self.fields["channel"] = OneOf(named, label=_("How it came"))
        self.fields["topic"] = OneOf(
            [("", "—"), *sorted(topics, key=_by_words)], label=_("Topic"), required=False
        )
        self.fields["home_territory"] = OneOf(
            [("", "—"), *sorted(places, key=_by_words)], label=_("District or city"), required=False
        )
        self.fields["target"] = OneOf(
            [("", "—"), *people], label=_("Complains about an official"), required=False
        )

    @property
    def key(self) -> UUID:
        """The form's own key; a damaged one is replaced, once."""
        if not hasattr(self, "_key"):
            try:
                self._key = UUID(str(self.data.get("submission_key", "")))
            except ValueError:
                self._key = uuid4()
        return self._key

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        try:
            return phone_e164(typed) if typed else ""
        except NotATelephone:
            raise ValidationError(_("Write the number with its code, like 0700 12 34 56.")) from None

    def clean_email(self) -> str:
        try:
            return str(forms.EmailField(required=False).clean(self.cleaned_data["email"]))
        except ValidationError:
            raise ValidationError(_("Write the whole address, like asan@example.kg.")) from None

    def clean_personal_number(self) -> str:
        typed = "".join(self.cleaned_data["personal_number"].split())
        if typed and not is_plausible_personal_number(typed):
            raise ValidationError(_("A personal number has 14 digits."))
        return typed

    def clean_cosigners(self) -> tuple[Person, ...]:
        """Surname, name and patronymic on each line."""
        lines = [line.split() for line in self.cleaned_data["cosigners"].splitlines() if line.strip()]
        if len(lines) > COSIGNERS or any(len(" ".join(words)) > SUBJECT for words in lines):
            raise ValidationError(_("At most 1000 co-signers, one on a line."))
        return tuple(
            Person(surname=w[0], given_name=" ".join(w[1:2]), patronymic=" ".join(w[2:])) for w in lines
        )

    def to_command(self, sight: Sight, upload_ids: tuple[UUID, ...], now: datetime) -> TakeIn:
        """Only after `is_valid()`."""
        sent = self.cleaned_data
        content = {name: sent[name] for name in ("kind", "subject", "text", "reply_language", "topic")}
        return TakeIn(
            submission_key=self.key,
            body=sight.body.code,
            channel=sent["channel"],
            received_at=_moment(sent["received_on"], now),
            content=Content(**content),
            applicant=_applicant(sent),
            cosigners=sent["cosigners"],
            targets=_targets(sent),
            upload_ids=upload_ids,
            source_number=sent["source_number"],
        )


def _applicant(sent: dict[str, Any]) -> Person:
    names = (
        "surname",
        "given_name",
        "patronymic",
        "organisation",
        "legal_form",
        "home_territory",
        "home_address",
    )
    rest = ("phone", "email", "personal_number")
    return Person(**{name: sent[name] for name in names + rest}, is_organisation=bool(sent["organisation"]))


def _targets(sent: dict[str, Any]) -> tuple[Target, ...]:
    """Kept for every kind: what a citizen calls an application may still complain about somebody."""
    if not (sent["target"] or sent["target_text"]):
        return ()
    return (Target(official=sent["target"], description=sent["target_text"]),)


def _moment(day: date, now: datetime) -> datetime:
    """The opening hour of that day; today no later than now. A day to come is left for the use case to refuse."""
    opened = datetime.combine(day, OPENING, BISHKEK)
    return min(opened, now) if day == now.astimezone(BISHKEK).date() else opened


def _by_words(option: tuple[str, str]) -> str:
    return option[1]
