"""What the web server calls."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from kairyluu.wiring.runtime.children import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kairyluu.wiring.settings.run")
if os.environ.get("KAIRYLUU_SUPERVISED"):
    die_with_parent()  # a web worker whose web server was killed must not keep the port
application = get_wsgi_application()

# Every page is loaded before the first reader comes; and what stays for good is looked through by no collection of garbage any more, which
# stopped one page in ten for a tenth of a second.
assert get_resolver().url_patterns
gc.collect()
gc.freeze()
