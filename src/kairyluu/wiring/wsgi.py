"""What the web server calls."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from kairyluu.wiring.runtime.children import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kairyluu.wiring.settings.run")
if os.environ.get("KAIRYLUU_SUPERVISED"):
    die_with_parent()  # a web worker whose web server was killed must not keep the port
application = get_wsgi_application()
