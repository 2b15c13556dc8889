"""Full-text search columns: folded so that о/ө, у/ү, н/ң, е/ё and case are equal."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, Value
from django.db.models.functions import Coalesce


class Searchable(Func):
    """`kairyluu_searchable(text)`: words as written and Russian stems, without positions; see migrations."""

    function = "kairyluu_searchable"
    output_field = SearchVectorField()


class Joined(Func):
    """Parts joined by spaces with the immutable `||` (concat_ws is not immutable)."""

    arg_joiner = " || ' ' || "
    template = "(%(expressions)s)"
    output_field = models.TextField()


def searchable(*fields: str) -> models.GeneratedField:
    """A stored generated column over text columns of the same row."""
    parts: list[Any] = [Coalesce(models.F(field), Value("")) for field in fields]
    return models.GeneratedField(
        expression=Searchable(Joined(*parts)), output_field=SearchVectorField(), db_persist=True
    )
