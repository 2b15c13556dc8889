"""What is over is swept away; what still holds stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from kairyluu.data.people.models import Attempt
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.people.throttle import count_attempt
from kairyluu.usecases.people.tidy import TidyDoor, tidy_door
from tests.cast import NOW


@pytest.mark.django_db
def test_ended_sessions_and_old_counts_go_and_others_stay() -> None:
    for days in (-3, 0):
        at = NOW + timedelta(days=days)
        Session.objects.create(session_key=f"s{days}", session_data="", expire_date=at + timedelta(hours=1))
        count_attempt("track", limit=3, period=timedelta(hours=1), now=at)

    assert tidy_door(TidyDoor(), actor=SYSTEM_ACTOR, now=NOW) == 2

    assert Session.objects.get().session_key == "s0"
    assert Attempt.objects.get().window_start > NOW - timedelta(days=1)
