"""A message about an unlawful act goes to law enforcement at once, is followed, and goes round whom it is about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models import Reminder
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.referrals.models import Referral, ReferralMark
from kairyluu.gateways.lawexchange import Package, exchange
from kairyluu.notices.letter import render
from kairyluu.queries.referrals.seeing import find_card, list_cards
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.calls.save import SaveCall, save_call
from kairyluu.usecases.control.digest import SendDigest, send_digest
from kairyluu.usecases.control.tell_duties import letter_id
from kairyluu.usecases.notices.deliver import DeliverNotice, deliver_notice
from kairyluu.usecases.referrals.follow import (
    AcknowledgeReferral,
    NoteAnswer,
    acknowledge_referral,
    note_referral_answer,
)
from kairyluu.usecases.referrals.print import PrintReferral, print_referral
from kairyluu.usecases.referrals.refer import Spoken
from kairyluu.usecases.referrals.remind import RemindOfReferrals, remind_of_referrals
from tests.cast import NOW, Town
from tests.factories import appeals, calls
from tests.factories.law import EMAIL, referred

LATER = NOW + timedelta(hours=2)


def refused(code: str) -> Any:
    return pytest.raises(Refused, match=f"^{code}\\b")


def numbers_seen(town: Town, who: str) -> list[str]:
    return [
        card.referral.number for card in list_cards(getattr(town, who).actor, now=LATER, today=LATER.date())
    ]


def code_of(town: Town, who: str) -> str:
    return Official.objects.get(pk=getattr(town, who).actor.official_id).code


def test_an_anonymous_caller_is_no_reason_to_wait(town: Town, mailoutbox: list[Any]) -> None:
    call = calls.opened(town)  # not ended, no name given, the script not even begun

    made = referred(town, call_id=call.pk)

    assert (made.applicant, made.address, made.state) == ("", EMAIL, "sent")
    letter = Notice.objects.get(code="referred_to_law")
    deliver_notice(DeliverNotice(notice_id=letter.pk), actor=SYSTEM_ACTOR, now=NOW)
    assert mailoutbox[0].to == [EMAIL]
    assert made.text in mailoutbox[0].body
    assert "өзүн атаган жок" in mailoutbox[0].body
    assert Entry.objects.get(act="refer_to_law_enforcement").facts["anonymous"] is True


def test_the_callers_name_goes_along_unless_it_is_held_back(town: Town) -> None:
    call = calls.opened(town)
    save_call(
        SaveCall(call_id=call.pk, fields=calls.STORY, seen_version=1), actor=town.operator.actor, now=NOW
    )

    assert "Сыналбаев Кадыр" in referred(town, call_id=call.pk).applicant
    assert referred(town, call_id=call.pk, names_caller=False).applicant == ""


def test_who_asked_for_confidentiality_is_named_to_nobody(town: Town) -> None:
    call = calls.opened(town)
    fields = calls.STORY | {"confidential": "on"}
    save_call(SaveCall(call_id=call.pk, fields=fields, seen_version=1), actor=town.operator.actor, now=NOW)

    made = referred(town, call_id=call.pk)

    assert made.applicant == ""
    assert numbers_seen(town, "operator") == [made.number]
    assert [numbers_seen(town, who) for who in ("registrar", "akim", "overseer")] == [[], [], []]


def test_pressed_twice_it_is_told_once(town: Town) -> None:
    key = uuid4()

    first, second = referred(town, sending_key=key), referred(town, sending_key=key)

    assert first.pk == second.pk
    assert Notice.objects.filter(code="referred_to_law").count() == 1


def test_each_way_has_what_it_needs(town: Town) -> None:
    with refused("officer_missing"):
        referred(town, channel="telephone")
    with refused("not_connected"):
        referred(town, channel="exchange")
    spoken = Spoken(name="Көргөзбаев А.", post="нөөмөтчү", reference="КУСП 41")
    by_telephone = referred(town, channel="telephone", spoken=spoken)
    by_letter = referred(town, channel="letter")

    assert (by_telephone.address, by_telephone.their_reference) == ("+996 700 000 102", "КУСП 41")
    assert by_telephone.acknowledge_by - NOW == timedelta(minutes=15)
    assert by_telephone.state == "acknowledged"  # who gives a number has taken it
    assert by_letter.acknowledge_by - NOW == timedelta(days=3)
    assert not Notice.objects.filter(code="referred_to_law").exists()


def test_no_exchange_reaches_nobody() -> None:
    assert not exchange().reaches("anything")
    with refused("not_connected"):
        exchange().hand_over(Package(key="1", address="x", number="1", text="x"))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"text": "  "}, "nothing_to_tell"),
        ({"receiver": "somebody"}, "receiver_not_listed"),
        ({"tense": "some day"}, "not_said_what"),
        ({"channel": "smoke"}, "channel_not_open"),
    ],
)
def test_what_is_not_said_goes_nowhere(town: Town, wrong: dict[str, str], code: str) -> None:
    with refused(code):
        referred(town, **wrong)
    assert not Referral.objects.exists()


@pytest.mark.parametrize("who", ["executor", "foreign_registrar", "foreign_head", "citizen", "overseer"])
def test_only_who_answers_here_refers(town: Town, who: str) -> None:
    with refused("not_allowed"):
        referred(town, by=getattr(town, who))


def test_it_goes_round_whom_it_is_about(town: Town) -> None:
    call = calls.opened(town)
    fields = {"concern": "official", "about_official": code_of(town, "akim"), "text": "Пара алды."}
    save_call(SaveCall(call_id=call.pk, fields=fields, seen_version=1), actor=town.operator.actor, now=NOW)
    made = referred(town, call_id=call.pk, matter="office", text="Жер үчүн пара алды.")

    assert numbers_seen(town, "akim") == []
    for who in ("operator", "registrar", "deputy", "overseer"):
        assert numbers_seen(town, who) == [made.number]
    remind_of_referrals(RemindOfReferrals(), actor=SYSTEM_ACTOR, now=LATER)
    told = set(Notice.objects.filter(code="referral_waiting").values_list("address", flat=True))
    assert town.operator.account.email in told
    assert town.akim.account.email not in told


def test_what_is_about_a_body_is_hidden_from_its_people(town: Town) -> None:
    call = calls.opened(town)
    fields = {"concern": "body", "about_body": town.body.code}
    save_call(SaveCall(call_id=call.pk, fields=fields, seen_version=1), actor=town.operator.actor, now=NOW)
    made = referred(town, call_id=call.pk)

    assert [numbers_seen(town, who) for who in ("akim", "registrar")] == [[], []]
    assert numbers_seen(town, "overseer") == [made.number]
    assert numbers_seen(town, "operator") == [made.number]  # who told it knows it


def test_from_the_desk_an_appeal_is_referred_and_its_history_tells(town: Town) -> None:
    appeal = appeals.registered(town)

    referred(town, by=town.registrar, appeal_id=appeal.pk, body="")

    entry = Entry.objects.get(act="refer_to_law_enforcement")
    assert (entry.appeal_id, entry.facts["receiver"]) == (appeal.pk, "alai-interior")


def test_followed_until_an_answer(town: Town) -> None:
    made, today = referred(town), NOW.date()
    registrar = town.registrar.actor

    with refused("acknowledgement_empty"):
        acknowledge_referral(
            AcknowledgeReferral(referral_id=made.pk, number="", on=today), actor=registrar, now=LATER
        )
    with refused("day_not_possible"):
        early = AcknowledgeReferral(referral_id=made.pk, number="41", on=today - timedelta(days=1))
        acknowledge_referral(early, actor=registrar, now=LATER)
    known = AcknowledgeReferral(referral_id=made.pk, number="КУСП 41", on=today)
    acknowledge_referral(known, actor=registrar, now=LATER)
    with refused("not_possible_now"):
        acknowledge_referral(known, actor=registrar, now=LATER)
    answer = NoteAnswer(referral_id=made.pk, words="Текшерүү башталды, иш козголду.")
    note_referral_answer(answer, actor=registrar, now=LATER)

    card = find_card(town.akim.actor, made.pk, now=LATER, today=today)
    assert card.standing == "answered"
    assert [mark.what for mark in card.marks] == ["acknowledged", "answered"]
    acts = list(Entry.objects.order_by("id").values_list("act", flat=True))
    assert acts[-3:] == ["refer_to_law_enforcement", "acknowledge_referral", "note_referral_answer"]


def test_unacknowledged_it_is_reminded_of_again_and_again(town: Town) -> None:
    made = referred(town)

    def remind(minutes: int) -> int:
        return remind_of_referrals(
            RemindOfReferrals(), actor=SYSTEM_ACTOR, now=NOW + timedelta(minutes=minutes)
        )

    assert [remind(14), remind(15), remind(20), remind(75)] == [0, 1, 0, 1]
    assert ReferralMark.objects.filter(referral=made, what="reminded").count() == 2
    letters = Notice.objects.filter(code="referral_waiting")
    assert set(letters.values_list("address", flat=True)) >= {
        town.operator.account.email,
        town.akim.account.email,
    }
    written = render("referral_waiting", "ky", {"site": "https://x"} | letters[0].facts)
    assert made.text not in written.text


def test_the_morning_letter_counts_what_is_late(town: Town) -> None:
    appeal = appeals.registered(town)
    referred(town)
    day, akim = LATER.date(), town.akim.actor.official_id or 0
    key = letter_id("digest", akim, day)
    told = {"duty": "consideration", "due_on": day, "step": 0, "told_on": day, "tier": "head"}
    Reminder.objects.create(appeal=appeal, official_id=akim, told_at=LATER, notice_id=key, **told)

    send_digest(SendDigest(official_id=akim), actor=SYSTEM_ACTOR, now=LATER)

    written = Notice.objects.get(code="digest")
    assert written.facts["n_referrals"] == 1
    assert "ырастабаган билдирүүлөр: 1" in render("digest", "ky", {"site": "x"} | written.facts).text


def test_what_was_told_stays(town: Town) -> None:
    made = referred(town)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Referral.objects.filter(pk=made.pk).update(text="башка")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Referral.objects.filter(pk=made.pk).delete()


def test_on_paper_it_is_the_same_bytes_each_time(town: Town) -> None:
    made = referred(town, channel="letter", language="ru")

    papers = [
        print_referral(PrintReferral(referral_id=made.pk), actor=town.operator.actor, now=moment)
        for moment in (NOW, LATER)
    ]

    assert papers[0] == papers[1]
    assert papers[0].startswith(b"%PDF")
    with refused("referral_not_found"):
        print_referral(PrintReferral(referral_id=made.pk), actor=town.foreign_head.actor, now=NOW)
