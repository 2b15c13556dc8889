"""Sign-up, confirmation, login and reset (django-allauth), and the cache in which all processes count attempts."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from kairyluu.wiring.settings.paths import PACKAGE

# The only one: a second one would hash the password again for unknown addresses only, and the time would tell.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "cabinet:home"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "kairyluu.faces.cabinet.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "kairyluu.faces.cabinet.forms.accounts.SignUp",
    "login": "kairyluu.faces.cabinet.forms.accounts.LogIn",
    "add_email": "kairyluu.faces.cabinet.forms.accounts.ChangeAddress",
    "change_password": "kairyluu.faces.cabinet.forms.passwords.ChangePassword",
    "set_password": "kairyluu.faces.cabinet.forms.passwords.SetPassword",
    "reset_password": "kairyluu.faces.cabinet.forms.passwords.AskForReset",
    "reset_password_from_key": "kairyluu.faces.cabinet.forms.passwords.ResetPassword",
    "reauthenticate": "kairyluu.faces.cabinet.forms.passwords.ProveItIsYou",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # mail filters follow links: a person presses the button
ACCOUNT_CHANGE_EMAIL = True  # one address; the old one stays until the new one is confirmed, and is told
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True  # up to SESSION_COOKIE_AGE
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# A whole village may share one address of its mobile operator: wide per address, narrow per account.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "signup": "20/m/ip,100/h/ip",
    "reset_password": "20/m/ip,3/10m/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "confirm_email": "1/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # the product says how many stand before it, see `run`


def cache_key(key: str, prefix: str, version: int) -> str:
    """A keyed hash: allauth's own keys carry network addresses, which are nobody's to keep."""
    from django.conf import settings

    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, f"cache {prefix}:{version}:{key}".encode(), hashlib.sha256).hexdigest()


# The second factor of officials. A passkey is asked whether its owner is there (finger, face or PIN).
MFA_ADAPTER = "kairyluu.faces.cabinet.factors.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Kairyluu"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones are half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    name: f"kairyluu.faces.cabinet.factors.forms.{form}"
    for name, form in {
        "authenticate": "WriteCode",
        "reauthenticate": "WriteCodeAgain",
        "activate_totp": "ConnectApp",
    }.items()
}
# Whether the setting `second_factor_required_for_posts` is obeyed: not in the demonstration.
SECOND_FACTOR_OBEYED = True

# The table is made by people/0003_attempts.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_shared_cache",
        "KEY_FUNCTION": cache_key,
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Our words for sentences of Django and allauth that have none, or poor ones, in Kyrgyz.
LOCALE_PATHS = [PACKAGE / "faces/cabinet/borrowed_sentences"]
