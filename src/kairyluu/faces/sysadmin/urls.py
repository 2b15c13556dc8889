"""The addresses of the system administration."""

from __future__ import annotations

from kairyluu.faces.sysadmin import accounts, directory, letters, reference  # noqa: F401  each registers its tables
from kairyluu.faces.sysadmin.exchange import systems  # noqa: F401
from kairyluu.faces.sysadmin.letters_in import mailboxes  # noqa: F401
from kairyluu.faces.sysadmin.signin import providers  # noqa: F401
from kairyluu.faces.sysadmin.site import site
from kairyluu.faces.sysadmin.urgent import chain, telephone, words  # noqa: F401

app_name = "admin"
urlpatterns = site.get_urls()
