"""Letters: SMTP when `KAIRYLUU_SMTP_HOST` is set, else files in `var/mail`."""

from __future__ import annotations

import os

from kairyluu.wiring.settings.paths import PLACES, switched_on

EMAIL_HOST = os.environ.get("KAIRYLUU_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("KAIRYLUU_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("KAIRYLUU_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KAIRYLUU_SMTP_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587 and not switched_on("KAIRYLUU_SMTP_PLAIN")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = str(PLACES.mail)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
DEFAULT_FROM_EMAIL = os.environ.get("KAIRYLUU_MAIL_FROM", "Кайрылуу <kairyluu@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
