"""What the site tells the outside: its own address, where files lie, the key of the tracking codes."""

from __future__ import annotations

import os

from cryptography.fernet import Fernet
from django.utils.functional import SimpleLazyObject

from kairyluu.wiring.settings.demo import kept_in
from kairyluu.wiring.settings.paths import PLACES

# Printed in letters, receipts and QR codes.
BASE_URL = os.environ.get("KAIRYLUU_BASE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip(
    "/"
)
KAIRYLUU_FILES_DIR = PLACES.uploads
# Codes already given out depend on it: never change it; empty means the secret key serves.
TRACKING_KEY = os.environ.get("KAIRYLUU_TRACKING_KEY", "")


def seal_keys() -> list[str]:
    """Fernet keys of confidential appeals, the newest first: of the environment, else of a file made when the first is
    sealed. They are never in the database, nor in its backup."""
    given = os.environ.get("KAIRYLUU_SEAL_KEYS") or kept_in(PLACES.seal_keys, Fernet.generate_key().decode())
    return given.replace(",", " ").split()


SEAL_KEYS = SimpleLazyObject(seal_keys)  # reading the settings writes nothing
