"""What is said when a provider does not open the door."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kairyluu.rules.refusals import Refused

STOPPED = _("You stopped before the end. Nothing was changed.")
STALE = _("This sign-in is no longer valid. Please begin again.")
CONNECTED = _("Connected. From now on you can sign in this way.")
PARTED = _("Parted. The password opens your cabinet as before.")
_SAID: dict[str, Any] = {
    "no_such_provider": _("This way of signing in is switched off."),
    "provider_silent": _("The other system does not answer now. Use your password, or come back later."),
    "not_proven": _("The other system did not confirm who you are. Please begin again."),
    "not_listed": _("You are not on the list of this body's staff. Ask its administrator."),
    "address_known": _(
        "There is a cabinet with this e-mail address already. Sign in with its password, then connect it in My data."
    ),
    "account_closed": _("This account is closed."),
    "not_for_staff": _("Officials sign in with their password and second step, or through their body."),
    "connected_otherwise": _("This sign-in belongs to another cabinet, or this cabinet to another person."),
    "last_way_in": _("First set a password: without it you could not come in any more."),
}


def said_of(refused: Refused) -> Any:
    return _SAID.get(refused.code, STALE)
