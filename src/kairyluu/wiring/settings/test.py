"""The test run: real PostgreSQL, quick passwords, letters kept in memory, nothing written to `var/`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kairyluu.wiring.settings.accounts import *  # noqa: F403
from kairyluu.wiring.settings.apps import *  # noqa: F403
from kairyluu.wiring.settings.database import databases
from kairyluu.wiring.settings.i18n import *  # noqa: F403
from kairyluu.wiring.settings.logs import *  # noqa: F403
from kairyluu.wiring.settings.paths import REFERENCE_DATA  # noqa: F401
from kairyluu.wiring.settings.security import *  # noqa: F403
from kairyluu.wiring.settings.tasks import *  # noqa: F403

# The settings are read before any fixture runs, so they only agree on a place; tests/conftest.py starts
# the server there. Parallel test processes inherit the variable and so share the one server.
TEST_SERVER = Path(
    os.environ.setdefault("KAIRYLUU_TEST_SERVER", f"{tempfile.gettempdir()}/kairyluu-tests-{os.getpid()}")
)
DATABASES = databases(TEST_SERVER / "socket")
DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
if not os.environ.get("DATABASE_URL"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": DATABASES["default"]["NAME"]}

DEMO = False
COUNTS_BEHIND = False  # a count in another thread does not see what a test has not committed
SECOND_FACTOR_OBEYED = False  # tests of the second factor switch it on
DEBUG = False
SECRET_KEY = "only-for-tests-and-never-anywhere-else"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Кайрылуу <kairyluu@localhost>"
STATIC_URL = "/static/"
STATIC_ROOT = TEST_SERVER / "static"
MEDIA_ROOT = TEST_SERVER / "files"
KAIRYLUU_FILES_DIR = TEST_SERVER / "files"
FILES_BUCKET = None
SCANNER = ""
BASE_URL = "http://testserver"
DOCUMENT_FOLDER = str(TEST_SERVER / "documents")
DOCUMENT_TOKENS: dict[str, str] = {}
XROAD_TLS = str(TEST_SERVER / "xroad")
XROAD_DOOR = False
TRACKING_KEY = ""
WEBHOOK_LOOPBACK, WEBHOOK_PRIVATE = True, False
SEAL_KEYS = ["b25seS1mb3ItdGVzdHMtYW5kLW5ldmVyLWFueXdoZXI="]
REACH = {"sms": "none", "messenger": "none"}
REACH_TOKENS: dict[str, str] = {}
REACH_SMPP = {"sender": "Kairyluu", "long_by": "udh"}
TELEGRAM_TOKEN, TELEGRAM_NAME, TELEGRAM_API = "", "", "http://127.0.0.1:1"
PUSH_KEY, PUSH_CONTACT, PUSH_LOOPBACK = "", "", True
REACH_LOG = str(TEST_SERVER / "reach")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
