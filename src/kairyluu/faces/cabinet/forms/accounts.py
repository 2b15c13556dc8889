"""Sign-up, login and change of address: allauth's forms with our words, and names if one wishes."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import AddEmailForm, LoginForm, SignupForm
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.cabinet.forms.shapes import LineField
from kairyluu.faces.cabinet.forms.wording import (
    PASSWORD_HELP,
    WRITE_ADDRESS,
    WRITE_AGAIN,
    WRITE_PASSWORD,
    say,
)

NAMES = ("surname", "given_name", "patronymic")


class SignUp(SignupForm):
    """The names are optional: they only fill the form of an appeal in beforehand."""

    surname = LineField(label=_("Surname"), required=False, autocomplete="family-name")
    given_name = LineField(label=_("Given name"), required=False, autocomplete="given-name")
    patronymic = LineField(label=_("Patronymic"), required=False, autocomplete="additional-name")
    field_order = ("email", "password1", "password2", *NAMES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "email", _("E-mail address"), WRITE_ADDRESS)
        say(self, "password1", _("Password"), _("Choose a password and write it"), PASSWORD_HELP)
        say(self, "password2", _("The same password again"), WRITE_AGAIN)

    def try_save(self, request: HttpRequest) -> Any:
        """A known address costs as much time as a new one: hashing the password is the dear part of both."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class LogIn(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "login", _("E-mail address"), WRITE_ADDRESS)
        say(self, "password", _("Password"), WRITE_PASSWORD)


class ChangeAddress(AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "email", _("New e-mail address"), _("Write the new e-mail address"))
