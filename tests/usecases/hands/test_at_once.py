"""Two people at once: of two acts that exclude each other exactly one happens."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from kairyluu.data.appeals.models import Appeal, Clarification, Extension, Handover, Withdrawal
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.hands.ask_applicant import AskApplicant, ask_applicant
from kairyluu.usecases.hands.extend import ExtendTerm, extend_term
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.reply import ReplyToQuestion, reply_to_question
from kairyluu.usecases.hands.withdraw import TakeBack, take_back
from tests.cast import NOW, Town, build_town
from tests.factories import appeals
from tests.usecases.hands.test_days import QUESTION

LONG = "Жер кадастрынан маалымат күтүлүүдө, ал апрелдин башында келет."
WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build_town()


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """What each act came to: done, or the code of its refusal."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        start.wait()
        try:
            act()
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_two_heads_extend_once(town: Town) -> None:
    appeal = appeals.assigned(town)
    command, actor = ExtendTerm(appeal_id=appeal.pk, reason=LONG), town.akim.actor

    came = at_once(*[lambda: extend_term(command, actor=actor, now=NOW)] * 2)

    assert came == ["already_extended", "done"]
    assert Extension.objects.count() == 1
    assert Appeal.objects.get(pk=appeal.pk).due_on == date(2026, 4, 30)


def test_two_registrars_forward_once(town: Town) -> None:
    appeal = appeals.registered(town)
    actor = town.registrar.actor

    def to(code: str) -> Callable[[], Any]:
        command = ForwardAppeal(appeal_id=appeal.pk, to=code, reason=WHY)
        return lambda: forward_appeal(command, actor=actor, now=NOW)

    came = at_once(to(town.foreign_body.code), to(town.ministry.code))

    assert came == ["done", "not_allowed"]
    assert Handover.objects.count() == 1


def test_the_applicant_withdraws_once_while_the_registrar_forwards(town: Town) -> None:
    appeal = appeals.registered(town)
    actor = town.registrar.actor
    command = ForwardAppeal(appeal_id=appeal.pk, to=town.ministry.code, reason=WHY)

    def withdraw() -> Any:
        return take_back(TakeBack(appeal_id=appeal.pk), actor=Actor(), now=NOW)

    came = at_once(withdraw, withdraw, lambda: forward_appeal(command, actor=actor, now=NOW))

    n_withdrawn, n_given = Withdrawal.objects.count(), Handover.objects.count()
    assert (n_withdrawn, n_given) in ((1, 0), (0, 1))
    assert came.count("done") == (2 if n_withdrawn else 1)


def test_a_reply_sent_twice_is_kept_once(town: Town) -> None:
    appeal = appeals.assigned(town)
    asked = AskApplicant(appeal_id=appeal.pk, question=QUESTION, due_on=date(2026, 3, 20))
    ask_applicant(asked, actor=town.executor.actor, now=NOW)

    def reply() -> Any:
        return reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Жаштык."), actor=Actor(), now=NOW)

    assert at_once(reply, reply) == ["done", "no_question_waits"]
    assert Clarification.objects.get().reply == "Жаштык."
