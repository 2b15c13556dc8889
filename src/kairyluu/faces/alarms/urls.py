"""The addresses of alarms."""

from __future__ import annotations

from django.urls import path

from kairyluu.faces.alarms.views import link, lists, one, raising

app_name = "alarms"

urlpatterns = [
    path("", lists.home, name="home"),
    path("drills/", lists.drills, name="drills"),
    path("now/", lists.now, name="now"),
    path("raise/", raising.raise_, name="raise"),
    path("link/<uuid:notice_id>/<slug:token>/", link.link, name="link"),
    path("<uuid:alarm_id>/", one.alarm, name="alarm"),
    path("<uuid:alarm_id>/state/", one.state, name="state"),
    path("<uuid:alarm_id>/acknowledge/", one.acknowledge, name="acknowledge"),
    path("<uuid:alarm_id>/close/", one.close, name="close"),
]
