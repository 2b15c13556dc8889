"""The fixed company is who it says it is."""

from __future__ import annotations

from kairyluu.queries.directory import directory
from kairyluu.rules.facts import CITIZEN, STAFF
from tests.cast import PASSWORD, TODAY, Town


def test_everyone_holds_the_post_the_name_says(town: Town) -> None:
    roles = {name: member.actor.posts[0].role for name, member in town.staff().items()}

    assert roles["akim"] == roles["foreign_head"] == "head"
    assert roles["executor"] == roles["co_executor"] == "executor"
    assert town.registrar.actor.has_role("registrar", body_id=town.body.pk)
    assert town.foreign_registrar.actor.has_role("registrar", body_id=town.foreign_body.pk)
    assert all(member.actor.kind == STAFF for member in town.staff().values())


def test_citizens_sign_in_and_hold_nothing(town: Town) -> None:
    assert town.citizen.actor.kind == CITIZEN
    assert town.citizen.account.check_password(PASSWORD)
    assert not town.stranger.actor.posts


def test_the_overseer_sits_above_both_bodies(town: Town) -> None:
    overseen = town.overseer.actor.posts[0].body_path

    assert town.foreign_body.path.startswith(town.body.path)
    assert town.body.path.startswith(overseen)


def test_a_term_can_be_counted(town: Town) -> None:
    assert directory().consideration_due(TODAY).amount == 14
    assert not town.unconnected.is_open
