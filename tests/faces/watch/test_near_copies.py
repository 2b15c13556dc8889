"""Overseers see how many sent answers repeat an earlier one; counts with their base, and no appeal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from tests.cast import NOW, Town
from tests.faces.watch.test_bodies import watching
from tests.factories import appeals
from tests.usecases.quality.test_near_copies import COPY, answered, draft, sign, submit


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=3))


def test_the_share_stands_beside_its_base_per_body_and_head(town: Town) -> None:
    answered(town)
    appeal = appeals.assigned(town)
    draft(town, appeal, COPY, "Ошол эле насос.")
    submit(town, appeal)
    sign(town, appeal, who=town.deputy)
    send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW + timedelta(days=1))

    page = watching(town.overseer).get("/watch/near-copies/")

    whole, *signers = page.context["figures"]
    assert (whole.signer, whole.n_answers, whole.n_copies, whole.share) == ("", 2, 1, 50.0)
    assert {(one.signer, one.n_copies) for one in signers} == {
        (town.akim.actor.name, 0),
        (town.deputy.actor.name, 1),
    }
    assert "50,0" in page.content.decode()


@pytest.mark.parametrize("who", ["akim", "registrar", "executor", "citizen"])
def test_others_have_no_such_page(town: Town, who: str) -> None:
    assert watching(getattr(town, who)).get("/watch/near-copies/").status_code == 404
