"""What the site tells the outside: its own address, where files lie, the key of the tracking codes."""

from __future__ import annotations

import os

from kairyluu.wiring.settings.paths import PLACES

# Printed in letters, receipts and QR codes.
BASE_URL = os.environ.get("KAIRYLUU_BASE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip(
    "/"
)
KAIRYLUU_FILES_DIR = PLACES.uploads
# Codes already given out depend on it: never change it; empty means the secret key serves.
TRACKING_KEY = os.environ.get("KAIRYLUU_TRACKING_KEY", "")
