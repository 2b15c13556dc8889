"""The addresses of oversight."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.watch.views import bodies

app_name = "watch"

urlpatterns = [path("", bodies.bodies, name="home")]
