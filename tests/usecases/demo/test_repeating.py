"""Officials of the demo town repeat themselves, so that overseers have something to look at."""

from __future__ import annotations

from kairyluu.data.appeals.models import Appeal, NearCopy, Question
from kairyluu.usecases.demo.repeating import answer_alike
from tests.cast import NOW, Town
from tests.factories import appeals


def test_some_answers_repeat_earlier_ones_and_their_questions_are_listed(town: Town) -> None:
    appeals.answered(town, now=NOW)
    working = [appeals.assigned(town).pk for _ in range(2)]
    holders = {"registrar": town.registrar.actor, "head": town.akim.actor}

    answer_alike(working, holders.__getitem__, NOW)

    repeated = NearCopy.objects.filter(other__isnull=False)
    assert working[-1] in {row.appeal_id for row in repeated}
    assert all(row.reason for row in repeated)
    assert Question.objects.filter(appeal__in=working).exclude(answer="").count() == 4
    assert [Appeal.objects.get(pk=pk).is_open for pk in working] == [False, True]
