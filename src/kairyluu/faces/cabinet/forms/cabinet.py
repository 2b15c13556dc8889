"""The forms of the cabinet itself: my data, an earlier appeal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.cabinet.forms.shapes import LineField, PhoneField
from kairyluu.usecases.people.adopt_appeal import AdoptAppeal
from kairyluu.usecases.people.update_profile import UpdateProfile

if TYPE_CHECKING:
    from kairyluu.data.people.models import Account


class ProfileForm(forms.Form):
    surname = LineField(label=_("Surname"), missing=_("Write your surname"), autocomplete="family-name")
    given_name = LineField(label=_("Given name"), missing=_("Write your name"), autocomplete="given-name")
    patronymic = LineField(
        label=_("Patronymic"), required=False, autocomplete="additional-name", help_text=_("If you have one.")
    )
    phone = PhoneField(
        label=_("Telephone"), required=False, help_text=_("For example 0700 12 34 56; in any spelling.")
    )
    language = forms.ChoiceField(
        label=_("Language of replies and letters"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

    @staticmethod
    def values_of(account: Account) -> dict[str, str]:
        return {name: getattr(account, name) for name in ProfileForm.base_fields}

    def to_command(self) -> UpdateProfile:
        return UpdateProfile(**self.cleaned_data)


class AdoptForm(forms.Form):
    number = LineField(
        label=_("Tracking number"),
        missing=_("Write the tracking number"),
        help_text=_("It is on the receipt: 26-318-472-905-0."),
    )
    secret = LineField(
        label=_("Secret code"),
        missing=_("Write the secret code"),
        help_text=_("Twelve digits on the receipt, with or without spaces."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("number", "secret"):
            self.fields[name].widget.attrs.update({"autocomplete": "off", "inputmode": "numeric"})

    def to_command(self) -> AdoptAppeal:
        return AdoptAppeal(tracking_number=self.cleaned_data["number"], secret=self.cleaned_data["secret"])
