"""Notices leave once, in order, by the ways people chose; services fail and come back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Lane, Notice, Way
from kairyluu.gateways import push
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.notices import deliver
from kairyluu.usecases.notices.ask_fates import AskFates, ask_fates
from kairyluu.usecases.notices.deliver import Drain, drain
from kairyluu.usecases.notices.fates import RecordBounce, record_bounce
from kairyluu.usecases.notices.sweep import SweepOutbox, sweep_outbox
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.gateways.reach_stand_in import stand_in
from tests.gateways.smsc import smsc
from tests.gateways.web_stand_in import PushStandIn, served

PHONE = "+996700000004"


@pytest.fixture
def away(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False


def put(
    n: int, *, channel: str = "email", address: str = "aigul@example.org", now: datetime = NOW
) -> list[Notice]:
    facts = {"body": "Алай РМА", "number": "АЛ-1", "consideration_due_on": "01.04.2026"}
    return Notice.objects.bulk_create(
        Notice(
            id=new_id(now + timedelta(seconds=i)),
            code="appeal_registered",
            channel=channel,
            address=address,
            language="ky",
            facts=facts | {"tracking_number": str(i)},
            created_at=now + timedelta(seconds=i),
        )
        for i in range(n)
    )


def drained(channel: str = "email", at: datetime = NOW) -> int:
    return drain(Drain(channel=channel), actor=SYSTEM_ACTOR, now=at)


@pytest.mark.django_db
class TestLetters:
    def test_a_service_away_for_a_day_loses_nothing_and_goes_on_in_order(
        self, town: Town, away: None, settings: Any, mailoutbox: list[mail.EmailMessage]
    ) -> None:
        put(5)
        at = NOW
        for _ in range(24):  # a day of tries
            assert drained(at=at) == 0
            at += timedelta(hours=1)
        lane = Lane.objects.get(channel="email")
        assert lane.away_since == NOW
        assert lane.n_faults == 24
        assert set(Notice.objects.values_list("state", "attempts")) == {("waiting", 0)}

        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert drained(at=at + timedelta(minutes=30)) == 5

        assert [letter.body.rpartition("номери: ")[2][0] for letter in mailoutbox] == list("01234")
        assert (Lane.objects.get().n_faults, Lane.objects.get().away_since) == (0, None)

    def test_a_killed_worker_leaves_the_journal_to_the_next(
        self, town: Town, mailoutbox: list[mail.EmailMessage], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(3)

        def killed(*args: Any, **kwargs: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(deliver, "settle", killed)
            with pytest.raises(KeyboardInterrupt):
                drained()
        assert set(Notice.objects.values_list("state", flat=True)) == {"passed"}

        sweep_outbox(SweepOutbox(), actor=SYSTEM_ACTOR, now=NOW)

        assert len(mailoutbox) == 3
        assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}
        assert Entry.objects.filter(act="deliver_notice").count() == 3

    def test_what_waited_a_week_is_for_the_printer(self, town: Town, away: None) -> None:
        put(1)
        drained()

        sweep_outbox(SweepOutbox(), actor=SYSTEM_ACTOR, now=NOW + timedelta(days=8))

        assert Notice.objects.get().state == "failed"
        assert Entry.objects.get(act="deliver_notice").facts["state"] == "failed"

    def test_a_letter_that_came_back_is_known_once(self, town: Town, mailoutbox: list[Any]) -> None:
        (notice,) = put(1)
        drained()
        report = RecordBounce(message_id=f"<{notice.pk}@kairyluu>", reason="550 no such person")

        assert [record_bounce(report, actor=SYSTEM_ACTOR, now=NOW) for _ in range(2)] == [True, True]
        other = RecordBounce(message_id="<x@elsewhere>", reason="")
        assert record_bounce(other, actor=SYSTEM_ACTOR, now=NOW) is False

        notice.refresh_from_db()
        assert (notice.state, notice.fate, notice.last_error) == ("sent", "failed", "550 no such person")
        assert Entry.objects.filter(act="note_fate").count() == 1


@pytest.mark.django_db
class TestTelephones:
    def test_a_refused_one_holds_back_only_its_own_address(self, town: Town, settings: Any) -> None:
        first, second = put(2, channel="sms", address=PHONE)
        put(1, channel="sms", address="+996700000009", now=NOW + timedelta(seconds=9))
        with stand_in() as carrier:
            settings.REACH = {"sms": carrier.address}
            carrier.answers = [500]
            assert drained("sms") == 3  # the batch was read before
            put(1, channel="sms", address=PHONE, now=NOW + timedelta(hours=1))
            assert drained("sms", NOW + timedelta(seconds=5)) == 0
            assert drained("sms", NOW + timedelta(hours=2)) == 2

        first.refresh_from_db()
        assert (first.state, first.attempts) == ("sent", 2)

    def test_nobody_is_woken_at_night(self, town: Town, settings: Any) -> None:
        put(1, channel="sms", address=PHONE)
        night, morning = NOW.replace(hour=23), NOW.replace(hour=8) + timedelta(days=1)
        with stand_in() as carrier:
            settings.REACH = {"sms": carrier.address}
            assert (drained("sms", night), drained("sms", morning)) == (0, 1)
            (message,) = carrier.taken.values()
        assert message["text"].startswith("Кайрылууңуз катталды: АЛ-1. Мөөнөтү: 01.04.2026.")
        assert Notice.objects.get().n_parts == 2

    def test_receipts_are_the_proof(self, town: Town, settings: Any) -> None:
        put(2, channel="sms", address=PHONE)
        with smsc() as centre:
            settings.REACH, settings.REACH_TOKENS = {"sms": centre.address}, {"sms": "secret"}
            assert drained("sms") == 2
            references = list(Notice.objects.order_by("id").values_list("reference", flat=True))
            # Named by another spelling of the same number, as services do.
            centre.receipts = [(str(int(references[0], 16)), "DELIVRD"), (references[1], "UNDELIV")]
            assert ask_fates(AskFates(), actor=SYSTEM_ACTOR, now=NOW) == 2

        assert list(Notice.objects.order_by("id").values_list("fate", flat=True)) == ["delivered", "failed"]

    def test_the_applicant_is_told_by_what_was_chosen(self, town: Town, settings: Any) -> None:
        settings.PUSH_KEY = push.new_key()
        appeal = appeals.received(town)
        with served(PushStandIn()) as service:
            ways: list[dict[str, Any]] = [
                {"channel": "email", "is_on": False},
                {"channel": "push", "address": "one", "details": service.subscription()},
            ]
            for way in ways:
                Way.objects.create(id=new_id(NOW), appeal_id=appeal.pk, chosen_at=NOW, **way)
            Notice.objects.all().delete()

            register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)
            assert list(Notice.objects.values_list("channel", flat=True)) == ["push"]
            assert drained("push") == 1
            assert service.shown[0]["text"].startswith("Кайрылууңуз катталды")
            service.answers = [410]
            again = Notice.objects.get()
            Notice.objects.filter(pk=again.pk).update(state="waiting", sent_at=None)
            drained("push")

        assert not Way.objects.filter(channel="push").exists(), "the browser took its leave"
