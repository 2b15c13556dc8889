"""The addresses of the portal, by what a citizen comes for."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.portal.views import home

app_name = "portal"

READING = [
    path("", home.home, name="home"),
]

urlpatterns = READING
