"""The shell's side of reference data, the demo town and the configuration check."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from django.conf import LazySettings

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.reference.models import Setting
from kairyluu.faces.commands import _configuration, demo, load_reference
from kairyluu.faces.commands.check import bodies_are_ready
from kairyluu.usecases.demo.town import PASSWORD
from tests.cast import NOW, Town
from tests.factories.appeals import received

pytestmark = pytest.mark.django_db
LOAD = argparse.Namespace(data=None)
DEMO = argparse.Namespace(accounts=False)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_loading_says_what_was_written_and_then_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert load_reference.run(LOAD) == 0
    assert "channels.csv: 21 new" in capsys.readouterr().out

    assert load_reference.run(LOAD) == 0
    assert capsys.readouterr().out == ""


def test_a_folder_without_the_files_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_reference.run(argparse.Namespace(data=tmp_path)) == 1

    assert "territories.csv" in capsys.readouterr().err
    assert not Setting.objects.exists()


def test_the_demo_refuses_outside_its_mode(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.run(DEMO) == 1

    assert "KAIRYLUU_DEMO=1" in capsys.readouterr().err
    assert demo.account_lines() == []


def test_the_demo_refuses_beside_appeals(
    town: Town, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DEMO = True
    received(town)

    assert demo.run(DEMO) == 1

    assert "holds appeals already" in capsys.readouterr().err
    assert Appeal.objects.count() == 1


def test_the_accounts_are_listed_with_the_password_in_demo_mode_only(
    town: Town, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DEMO = True

    assert demo.run(argparse.Namespace(accounts=True)) == 0

    said = capsys.readouterr().out
    assert PASSWORD in said
    assert town.akim.email in said
    assert "Akim, Alai DSA" in said


def test_the_check_says_a_sentence_per_body(town: Town) -> None:
    sentences = dict((sentence, ok) for ok, sentence in _configuration.bodies())

    assert sentences["Alai District State Administration: ready, and open to the public."]
    ministry = next(sentence for sentence in sentences if sentence.startswith("Ministry of Labour"))
    assert not sentences[ministry]
    assert "Nobody who can sign in holds the post of the head today." in ministry


def test_the_check_finds_a_body_that_lost_its_registrar(town: Town) -> None:
    Tenure.objects.filter(official=town.registrar.official).delete()

    wrong = [finding.sentence for finding in bodies_are_ready() if not finding.ok]

    assert any(sentence.startswith("Alai") and "registrar" in sentence for sentence in wrong)


def test_without_bodies_the_check_says_so() -> None:
    assert [finding.sentence for finding in bodies_are_ready()] == ["No body is open to the public yet."]
