"""Which face answers at which address."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

FACES = [
    ("", "cabinet"),
    ("desk/", "desk"),
    ("console/", "console"),
    ("law/", "law"),
    ("watch/", "watch"),
    ("alarms/", "alarms"),
    ("sysadmin/", "sysadmin"),
    ("hooks/", "mailroom"),
    ("api/", "api"),
    ("", "portal"),
]


def alive(request: HttpRequest) -> HttpResponse:
    """For the supervisor and a load balancer: the web server runs and can build an answer."""
    return HttpResponse("alive\n", content_type="text/plain; charset=utf-8")


urlpatterns: list[URLPattern | URLResolver] = [path("alive", alive, name="alive")]
for prefix, face in FACES:
    if find_spec(f"kairyluu.faces.{face}.urls"):
        urlpatterns.append(path(prefix, include(f"kairyluu.faces.{face}.urls")))

if settings.DEMO:
    urlpatterns.append(path("gallery/", include("kairyluu.design.gallery.urls")))

handler400 = "kairyluu.faces.portal.views.errors.bad_request"
handler403 = "kairyluu.faces.portal.views.errors.not_allowed"
handler404 = "kairyluu.faces.portal.views.errors.not_found"
handler500 = "kairyluu.faces.portal.views.errors.broken"
handler429 = "kairyluu.faces.cabinet.frame.too_many"
