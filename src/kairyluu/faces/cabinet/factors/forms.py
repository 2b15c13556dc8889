"""The code of the second step: allauth's forms with our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.cabinet.forms.wording import say
from kairyluu.rules.spelling import clean_line

WRITE_CODE = _("Write the code")
EITHER = _("Six digits of the application, or one of your recovery codes.")
SIX = _("Six digits that the application shows now.")
LONGEST = 20


class _Spoken:
    """Digits in groups, as applications show them, are the same code."""

    def _speak(self, help_text: Any) -> None:
        form: Any = self
        say(form, "code", _("Code"), WRITE_CODE, help_text)
        field = form.fields["code"]
        field.max_length = LONGEST
        field.widget.attrs |= {"inputmode": "numeric", "maxlength": str(LONGEST)}
        field.clean = lambda typed: clean_line(forms.CharField.clean(field, typed)).replace(" ", "")


class WriteCode(_Spoken, AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._speak(EITHER)


class WriteCodeAgain(_Spoken, ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._speak(EITHER)


class ConnectApp(_Spoken, ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._speak(SIX)
