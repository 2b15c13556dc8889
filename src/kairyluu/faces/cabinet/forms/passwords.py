"""Everything about a password that exists already."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.cabinet.forms.wording import (
    PASSWORD_HELP,
    WRITE_ADDRESS,
    WRITE_AGAIN,
    WRITE_PASSWORD,
    say,
)

NEW = _("New password")
WRITE_NEW = _("Write the new password")
AGAIN = _("The same password again")


class ChangePassword(ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "oldpassword", _("Your password now"), WRITE_PASSWORD)
        say(self, "password1", NEW, WRITE_NEW, PASSWORD_HELP)
        say(self, "password2", AGAIN, WRITE_AGAIN)


class SetPassword(SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password1", NEW, WRITE_NEW, PASSWORD_HELP)
        say(self, "password2", AGAIN, WRITE_AGAIN)


class AskForReset(ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "email", _("E-mail address"), WRITE_ADDRESS)


class ResetPassword(ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password1", NEW, WRITE_NEW, PASSWORD_HELP)
        say(self, "password2", AGAIN, WRITE_AGAIN)


class ProveItIsYou(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password", _("Your password now"), WRITE_PASSWORD)
