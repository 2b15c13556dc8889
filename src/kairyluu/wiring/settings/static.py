"""Static files: hashed names, brotli and gzip copies, cached for ever. Uploads are never static."""

from __future__ import annotations

from kairyluu.wiring.settings.paths import PLACES

STATIC_URL = "/static/"
STATIC_ROOT = PLACES.static
MEDIA_ROOT = PLACES.uploads
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kairyluu.wiring.stylesheets.PublishedFiles"},
}
WHITENOISE_MAX_AGE = 60
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
