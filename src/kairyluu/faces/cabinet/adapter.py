"""Where allauth asks the house: what is kept at sign-up, where to go after login, which words, which letters."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.cabinet.doors import actor_behind, home_of
from kairyluu.faces.cabinet.forms.accounts import NAMES
from kairyluu.faces.cabinet.sessions.keeping import note_session
from kairyluu.queries.people.sign_ins import account_at
from kairyluu.usecases.people.note_account_act import ACTS, NoteAccountAct, note_account_act

# Of the limits on failures those that count an account, not a network.
_PER_ACCOUNT = {
    "login_failed": ",".join(
        rate for rate in settings.ACCOUNT_RATE_LIMITS["login_failed"].split(",") if rate.endswith("/key")
    )
}
log = logging.getLogger("kairyluu.accounts")

OUR_WORDS = {
    "account_inactive": _("This account is closed."),
    "duplicate_email": _("This is your address already."),
    "email_password_mismatch": _("The address or the password is not right."),
    "enter_current_password": _("This is not your password now."),
    "incorrect_password": _("This is not your password."),
    "invalid_or_expired_key": _("This link is no longer valid."),
    "invalid_login": _("The address or the password is not right."),
    "invalid_password_reset": _("This link is no longer valid."),
    "too_many_login_attempts": _(
        "Too many attempts. Wait five minutes, or sign in with a passkey, or ask for a letter to choose a new "
        "password. An official may also ask the administrator to open the door."
    ),
    "same_as_current": _("This is your address already."),
    "rate_limited": _("Too many attempts. Please try again in a few minutes."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | OUR_WORDS

    def save_user(self, request: HttpRequest, user: Any, form: BaseForm, commit: bool = True) -> Any:
        for name in NAMES:
            setattr(user, name, form.cleaned_data.get(name, ""))
        user.language = (get_language() or "ky")[:2]
        user.joined_at = timezone.now()
        saved = super().save_user(request, user, form, commit)
        _note("sign_up", saved)
        return saved

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """The address of an official's account was given by the administrator: nobody need confirm it."""
        is_employed = user.official_id is not None or user.is_staff
        if is_employed and not EmailAddress.objects.filter(user=user).exists():
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        _note("log_in", user)
        note_session(request, user)
        return super().post_login(request, user, **kwargs)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One count for an account, by whatever name of the site it is tried."""
        return str(credentials.get("email", "")).lower()

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """The attempt after which the account is locked enters the journal."""
        key = self._get_login_attempts_cache_key(request, **credentials)
        told: dict[str, Any] = {"app": "allauth.account", "action": "login_failed", "config": _PER_ACCOUNT}
        if ratelimit.consume(request, key=key, dry_run=True, **told):
            return
        if account := account_at(key):
            _note("sign_in_locked", account)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("cabinet:profile")

    def is_safe_url(self, url: str) -> bool:
        """Paths of this site only: no host, not even our own, no back-slashes, no double slash."""
        is_path = bool(url) and url.startswith("/") and "\\" not in url
        return is_path and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:
        """Called for every change of password or address, so this is where the journal hears of it."""
        what = template_prefix.rpartition("/")[2]
        if what in ACTS:
            _note(what, user)
        super().send_notification_mail(template_prefix, user, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is away must not show which addresses are known: the page stays the same."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            log.exception("the letter %s could not be sent", template_prefix)


def _note(what: str, user: Any) -> None:
    now = timezone.now()
    note_account_act(NoteAccountAct(what=what), actor=actor_behind(user, now), now=now)
