"""The addresses of a demo: everything, and the gallery."""

from __future__ import annotations

from django.urls import include, path

from kairyluu.wiring.urls import urlpatterns as house

urlpatterns = [path("gallery/", include("kairyluu.design.gallery.urls")), *house]
