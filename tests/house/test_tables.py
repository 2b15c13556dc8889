"""Nothing is deleted by accident; the journal stays."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import DatabaseError, connection, models, transaction

from kairyluu.data.journal.models import Entry, Look
from kairyluu.data.journal.recording import record, record_look
from kairyluu.rules.facts import Actor
from tests.cast import NOW

OURS = [model for model in apps.get_models() if model.__module__.startswith("kairyluu.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_row_that_others_name_cannot_be_deleted(model: type[models.Model]) -> None:
    for field in model._meta.get_fields():
        assert not isinstance(field, GenericForeignKey), "name the tables you point at"
        if isinstance(field, models.ForeignKey) and field.model is model:
            assert field.remote_field.on_delete is models.PROTECT, (
                f"{model._meta.label}.{field.name}: on_delete must be PROTECT; deleting is an act of its own."
            )


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["UPDATE {} SET actor_name = 'X'", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize("model", [Entry, Look], ids=["entries", "looks"])
def test_the_database_refuses_to_bend_the_journal(model: type[models.Model], verb: str) -> None:
    record("submit", actor=Actor(), now=NOW)
    record_look("case", actor=Actor(), now=NOW)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(verb.format(model._meta.db_table))

    assert model._default_manager.filter(actor_name="").count() == 1


@pytest.mark.django_db
def test_the_database_folds_letters_as_the_rules_do() -> None:
    from kairyluu.rules.spelling import fold_for_search

    alphabet = "АБВГДЕЁЖЗИЙКЛМНҢОӨѲПРСТУҮФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнңоөѳпрстуүфхцчшщъыьэюяABCXYZabcxyz0189-"
    with connection.cursor() as cursor:
        cursor.execute("SELECT kairyluu_fold(%s)", [alphabet])
        (folded,) = cursor.fetchone()

    assert folded == fold_for_search(alphabet)
