"""`kairyluu check-figures`, and the tasks that keep the sums."""

from __future__ import annotations

import argparse

import pytest

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures import branches
from kairyluu.data.figures.models import Branch, Cell, Change, Reach
from kairyluu.data.journal.models import Entry
from kairyluu.faces.clockwork import figure_tasks
from kairyluu.faces.commands import check_figures
from kairyluu.queries.figures.definitions import definition_of, definitions
from kairyluu.queries.figures.naming import name_of_dimension, names_of
from kairyluu.rules.figures.catalogue import CATALOGUE, DIMENSIONS
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.figures.keep import RebuildFigures, rebuild_figures
from kairyluu.usecases.figures.keep_branches import KeepBranches, keep_branches
from tests.cast import NOW, Town
from tests.factories import appeals


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    check_figures.add_arguments(parser)
    return check_figures.run(parser.parse_args(words))


@pytest.mark.django_db(transaction=True)
def test_a_wrong_sum_is_told_and_made_right(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    appeals.answered(town)
    assert run() == 0
    assert figure_tasks.fold(0) > 0
    assert not Change.objects.exists()
    assert run() == 0

    Cell.objects.filter(dimension=0, grain="m", body_id=town.body.pk, happening=5).update(n=7)
    assert (run(), figure_tasks.check(0)) == (1, 1)
    assert "answered, da-o-alai, 2026-03: kept 7, counted 1" in capsys.readouterr().out

    assert figure_tasks.reach(0) == 2
    reach = Reach.objects.order_by("last").first()
    assert reach is not None
    key = {"dimension": 101, "grain": "Y", "body_id": town.body.pk, "happening": 5, "day": reach.last}
    Cell.objects.create(**key, key="7", value=0, n=3)
    assert run() == 1
    told = (
        f"answered (confidential), channel 7, da-o-alai, the year as far as {reach.last}: kept 3, counted 0"
    )
    said = capsys.readouterr()
    assert told in said.out
    assert "appeals: part 1 of 1\nsums: part 1 of 92, 1 differ\nsums: part 2 of 92\n" in said.err
    assert "sums: part 24 of 92, 1 differ" in said.err

    for grain, said_day in (
        ("t", "the third of a month from 2026-03-11"),
        ("c", "the year to the end of the quarter, 2026-03-31"),
    ):
        Cell.objects.filter(dimension=0, grain=grain, body_id=0, happening=5, day=said_day[-10:]).update(n=7)
        assert run() == 1
        assert f"answered, all bodies, {said_day}: kept 7, counted 1" in capsys.readouterr().out
        Cell.objects.filter(dimension=0, grain=grain, body_id=0, happening=5, day=said_day[-10:]).update(n=1)

    assert run("--rebuild") == 0
    assert "counted anew from 1 appeals" in capsys.readouterr().out
    entries = (
        Entry.objects.filter(act="check_figures").order_by("id").values_list("facts__n_different", flat=True)
    )
    assert list(entries) == [0, 0, 1, 1, 2, 3, 3, 0]


@pytest.mark.django_db(transaction=True)
def test_sums_of_bodies_below_one_another_are_kept_and_checked(
    town: Town, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "FEWEST", 3)
    appeals.answered(town)
    figure_tasks.fold(0)
    known = Body.objects.filter(is_active=True)
    below = {top: frozenset(one.pk for one in known if one.path.startswith(top.path)) for top in known}
    wanted = {found for found in below.values() if len(found) >= 3}

    assert figure_tasks.keep_together(0) == len(wanted) > 0
    assert figure_tasks.keep_together(0) == 0
    assert {frozenset(branch.bodies) for branch in Branch.objects.all()} == wanted
    assert run() == 0

    top = max((one for one in known if town.body.pk in below[one] in wanted), key=lambda one: len(one.path))
    branch = Branch.objects.get(bodies=sorted(below[top]))
    Cell.objects.filter(dimension=0, grain="m", body_id=-branch.pk, happening=5).update(n=7)
    assert run() == 1
    assert f"answered, {top.code}/, 2026-03: kept 7, counted 1" in capsys.readouterr().out


def test_only_the_system_keeps_sums(town: Town) -> None:
    for member in (town.portal_owner, town.operator_of_the_system, town.akim):
        with pytest.raises(NotAllowed):
            rebuild_figures.__wrapped__(RebuildFigures(), actor=member.actor, now=NOW)
        with pytest.raises(NotAllowed):
            keep_branches.__wrapped__(KeepBranches(), actor=member.actor, now=NOW)


def test_every_figure_and_breakdown_has_its_words(town: Town) -> None:
    assert [one.figure.code for one in definitions("ky")] == list(CATALOGUE)
    for language in ("ky", "ru", "en"):
        for code, figure in CATALOGUE.items():
            said = definition_of(code, language)
            assert said.name, code
            assert said.formula, code
            assert bool(said.base) == bool(figure.base), code
        assert all(name_of_dimension(code, language) for code in DIMENSIONS)


def test_keys_have_names(town: Town) -> None:
    assert names_of("body", ["da-o-alai"], "ru") == {"da-o-alai": town.body.short("ru")}
    assert names_of("topic", ["social", ""], "en") == {
        "social": "Social protection and support",
        "": "not given",
    }
    assert names_of("month", ["2026-03"], "ky") == {"2026-03": "2026-жылдын марты"}
    assert names_of("week", ["2026-W05"], "en") == {"2026-W05": "week 5, 2026"}
    assert names_of("quarter", ["2026-Q3"], "ru") == {"2026-Q3": "III квартал 2026"}
    assert names_of("under_control", ["yes", ""], "en") == {"yes": "under control", "": "not under control"}
    assert town.akim.official is not None
    code = town.akim.official.code
    assert names_of("head", [code], "ky") == {code: town.akim.official.full_name}
