"""Where allauth asks the house about second factors: sealed seeds, who may go without one, names and words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.queries.people.sign_ins import FACTORS, needs_second_factor
from kairyluu.usecases.people.sealing import seal, unseal

OUR_WORDS = {
    "cannot_delete_authenticator": _("Your post asks for a second step. Connect another one first."),
    "cannot_generate_recovery_codes": _("First connect a telephone or a passkey."),
    "incorrect_code": _("This code is not right. Take the one that is shown now."),
    "unverified_email": _("First confirm your e-mail address."),
}
SITE = "Kairyluu"


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | OUR_WORDS

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def _get_site_name(self) -> str:
        """What a telephone or a key shows beside the address of the account; never the host header."""
        return SITE

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Not the last one of an official."""
        account = authenticator.user
        others = (
            type(authenticator).objects.filter(user=account, type__in=FACTORS).exclude(pk=authenticator.pk)
        )
        return others.exists() or not needs_second_factor(account, timezone.localdate())

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return gettext("Passkey")
