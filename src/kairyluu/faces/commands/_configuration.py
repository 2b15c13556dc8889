"""The configuration check of bodies for the shell: a sentence per body that is open or staffed."""

from __future__ import annotations

from collections.abc import Iterator


def bodies() -> Iterator[tuple[bool, str]]:
    """Whether it is well, and the sentence. A staffed body that is not open yet lacks nothing the public misses."""
    from django.db import DatabaseError
    from django.utils import timezone, translation

    from kairyluu.design import lacks
    from kairyluu.queries.readiness import list_body_checks

    try:
        checks = list_body_checks(timezone.localdate())
    except DatabaseError:
        return  # said by the check of the tables
    if not checks:
        yield True, "No body is open to the public yet."
    for check in checks:
        with translation.override("en"):
            missing = " ".join(lacks.sentence(lack.code, lack.facts) for lack in check.missing)
        name = check.name("en")
        if not missing:
            yield True, f"{name}: ready, and {'open' if check.is_open else 'not open'} to the public."
        else:
            yield not check.is_open, f"{name}: {'open' if check.is_open else 'cannot be opened'}. {missing}"
