"""A confidential appeal whose named persons have all left: the body above is told and names somebody, and sees nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal, Confidant
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.cases.case import NoSuchCase, find_case
from kairyluu.queries.conflicts.forsaken import list_forsaken, list_forsaken_for
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.confidence.make_confidential import GroundMissing
from kairyluu.usecases.confidence.name_anew import NameAnew, name_anew
from kairyluu.usecases.confidence.name_confidant import MayNotBeNamed
from kairyluu.usecases.confidence.tell_forsaken import TellOfForsaken, tell_of_forsaken
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals

WHY = "Аким кызматтан кетти, жаңысы келди."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def forsaken(town: Town, **fields: object) -> Appeal:
    """The akim, who alone was named, has left; the executor for social matters heads the body now."""
    appeal = appeals.received(town, is_confidential=True, **fields)
    leave(town.akim)
    Tenure.objects.create(official=town.executor.official, post=town.akim.post, starts_on=TODAY)
    return appeal


def leave(member: Member) -> None:
    Tenure.objects.filter(official=member.official).update(ends_on=TODAY - timedelta(days=1))


def named(town: Town, appeal: Appeal, *, by: Member, whom: Member, reason: str = WHY) -> Appeal:
    assert whom.official is not None
    command = NameAnew(appeal_id=appeal.pk, official=whom.official.code, reason=reason)
    return name_anew(command, actor=by.actor, now=NOW)


def test_while_a_named_person_works_there_nobody_above_has_a_say(town: Town) -> None:
    appeal = appeals.received(town, is_confidential=True)

    assert list_forsaken(TODAY) == []
    with pytest.raises(AppealNotFound):
        named(town, appeal, by=town.overseer, whom=town.deputy)


def test_the_body_above_names_the_new_head_and_sees_nothing(town: Town) -> None:
    appeal = forsaken(town)

    assert [one.appeal for one in list_forsaken_for(town.overseer.actor, TODAY)] == [appeal]
    named(town, appeal, by=town.overseer, whom=town.executor)

    assert find_case(town.executor.actor, appeal.pk, today=TODAY).appeal == appeal
    for outside in (town.overseer, town.registrar):
        with pytest.raises(NoSuchCase):
            find_case(outside.actor, appeal.pk, today=TODAY)
    entry = Entry.objects.get(act="name_anew")
    assert (entry.reason, entry.facts) == (WHY, {"official": town.executor.official.full_name})
    assert list_forsaken(TODAY) == []


def test_only_who_decides_is_named_and_with_a_reason(town: Town) -> None:
    appeal = forsaken(town)

    for whom in (town.registrar, town.foreign_head):
        with pytest.raises(MayNotBeNamed):
            named(town, appeal, by=town.overseer, whom=whom)
    with pytest.raises(GroundMissing):
        named(town, appeal, by=town.overseer, whom=town.executor, reason="ооба")
    assert Confidant.objects.filter(appeal=appeal).count() == 1


@pytest.mark.parametrize("who", ["registrar", "deputy", "executor", "foreign_head", "execution_controller"])
def test_nobody_else_names(town: Town, who: str) -> None:
    appeal = forsaken(town)

    with pytest.raises(AppealNotFound):
        named(town, appeal, by=getattr(town, who), whom=town.executor)


def test_a_complaint_about_who_stands_above_goes_round_him(town: Town) -> None:
    about = (Target(official=town.overseer.official.code),)
    appeal = forsaken(town, kind="complaint", targets=about)

    assert list_forsaken_for(town.overseer.actor, TODAY) == []
    assert [one.appeal for one in list_forsaken_for(town.execution_controller.actor, TODAY)] == [appeal]


def test_it_is_told_once_a_week_without_a_word_of_it(town: Town) -> None:
    appeal = forsaken(town)

    def tell(days: int = 0) -> int:
        return tell_of_forsaken(TellOfForsaken(), actor=SYSTEM_ACTOR, now=NOW + timedelta(days=days))

    assert (tell(), tell(), tell(1), tell(7)) == (1, 0, 0, 1)
    letter = Notice.objects.filter(code="confidants_gone").first()
    assert letter is not None
    assert (letter.address, letter.appeal_id) == (town.overseer.email, None)
    assert appeal.text not in str(letter.facts)
    named(town, appeal, by=town.overseer, whom=town.executor)
    assert tell(14) == 0


def test_the_pages(town: Town) -> None:
    appeal = forsaken(town)
    above, other = Client(), Client()
    above.force_login(town.overseer.account)
    other.force_login(town.deputy.account)

    page = above.get("/desk/confidential/").content.decode()
    assert appeal.tracking_number in page
    assert "/desk/confidential/" in above.get("/watch/").content.decode()
    where = f"/desk/confidential/{appeal.pk}/"
    page = above.get(where).content.decode()
    assert appeal.text not in page
    assert town.executor.official.code in page
    assert above.post(where, {"official": "", "reason": ""}).status_code == 422
    assert other.get(where).status_code == 404
    sent = {"official": town.executor.official.code, "reason": WHY}
    assert other.post(where, sent).status_code == 404
    assert above.post(where, sent).status_code == 302
    assert appeal.tracking_number not in above.get("/desk/confidential/").content.decode()
    assert above.get(where).status_code == 404
