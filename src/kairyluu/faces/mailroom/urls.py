"""The addresses at which machines knock. Each shows a key of its own; there are no sessions and no cookies."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.mailroom.views import telephone

app_name = "mailroom"

urlpatterns = [path("telephone/", telephone.announce, name="telephone")]
