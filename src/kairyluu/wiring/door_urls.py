"""The addresses of the door of X-Road (`kairyluu exchange-xroad`): these and no others."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("hooks/document-systems/v1/", include("kairyluu.faces.mailroom.door_urls"))]
