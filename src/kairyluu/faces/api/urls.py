"""The addresses of the API. A version lives as long as somebody uses it; what changes its meaning is a new one."""

from __future__ import annotations

from django.urls import include, path

from kairyluu.faces.api.georeport.urls import urlpatterns as georeport
from kairyluu.faces.api.manual import pages
from kairyluu.faces.api.v1.door import api

app_name = "api"

DOCUMENTS = [
    path("", pages.home, name="home"),
    path("openapi.json", pages.openapi, name="openapi"),
    path("docs", pages.docs, name="docs"),
]
urlpatterns = [path("v1/", include(DOCUMENTS)), path("v1/", api.urls), path("open311/", include(georeport))]
