"""A body is opened to the public only when nothing is missing."""

from __future__ import annotations

import pytest

from kairyluu.data.agencies.models import Body, Tenure
from kairyluu.data.appeals.models import RegisterBook
from kairyluu.data.journal.models import Entry
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.reference.open_body import (
    BodyNotReady,
    CloseBody,
    NoSuchBody,
    OpenBody,
    close_body,
    open_body,
)
from tests.cast import NOW, Town


def close(body: Body) -> Body:
    body.is_open = False
    body.save()
    return body


def test_a_ready_body_is_opened_with_its_register_book(town: Town) -> None:
    body = close(town.body)

    open_body(OpenBody(body=body.code), actor=town.operator_of_the_system.actor, now=NOW)

    body.refresh_from_db()
    assert body.is_open
    assert RegisterBook.objects.get(body=body).year == NOW.year
    assert Entry.objects.get().act == "open_body"


def test_a_body_without_a_deputy_stays_closed_and_says_so(town: Town) -> None:
    body = close(town.body)
    Tenure.objects.filter(official=town.deputy.official).delete()

    with pytest.raises(BodyNotReady) as refusal:
        open_body(OpenBody(body=body.code), actor=SYSTEM_ACTOR, now=NOW)

    body.refresh_from_db()
    assert refusal.value.facts == {"body": "da-o-alai", "missing": ["no_deputy"]}
    assert not body.is_open


def test_a_body_is_closed_with_a_reason(town: Town) -> None:
    close_body(CloseBody(body=town.body.code, reason="reform"), actor=SYSTEM_ACTOR, now=NOW)

    town.body.refresh_from_db()
    assert not town.body.is_open
    assert Entry.objects.get().reason == "reform"


@pytest.mark.parametrize("who", ["akim", "body_admin", "citizen", "overseer"])
def test_nobody_but_the_technical_operator_opens_or_closes(town: Town, who: str) -> None:
    actor = getattr(town, who).actor

    with pytest.raises(NotAllowed):
        open_body(OpenBody(body=town.body.code), actor=actor, now=NOW)
    with pytest.raises(NotAllowed):
        close_body(CloseBody(body=town.body.code, reason="no"), actor=actor, now=NOW)


def test_an_unknown_body_is_refused(town: Town) -> None:
    with pytest.raises(NoSuchBody):
        open_body(OpenBody(body="no-such"), actor=SYSTEM_ACTOR, now=NOW)
