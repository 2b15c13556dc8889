"""Fingerprints for the appeals that were here before; new ones get theirs when they are written."""

from __future__ import annotations

from typing import Any

from django.db import migrations

BATCH = 500


def add(apps: Any, schema_editor: Any) -> None:
    from kairyluu.rules.likeness import bands
    from kairyluu.rules.repeats import Who, keys_of

    appeals, fingerprints = apps.get_model("appeals", "Appeal"), apps.get_model("appeals", "Fingerprint")
    people = apps.get_model("appeals", "Applicant").objects.filter(position__lt=50)
    waiting: list[Any] = []
    for pk, subject, text in (
        appeals.objects.order_by("pk").values_list("pk", "subject", "text").iterator(BATCH)
    ):
        keys: dict[int, None] = {}
        for one in people.filter(appeal_id=pk).order_by("position").defer("search"):
            keys.update(dict.fromkeys(keys_of(_who(Who, one))))
        waiting.append(fingerprints(appeal_id=pk, bands=list(bands(f"{subject}\n{text}")), keys=list(keys)))
        if len(waiting) == BATCH:
            fingerprints.objects.bulk_create(waiting, ignore_conflicts=True)
            waiting = []
    fingerprints.objects.bulk_create(waiting, ignore_conflicts=True)


def _who(make: Any, one: Any) -> Any:
    names = ("personal_number", "phone", "email", "surname", "given_name", "patronymic")
    return make(
        organisation=one.organisation if one.is_organisation else "",
        place=str(one.home_territory_id or ""),
        **{name: getattr(one, name) for name in names},
    )


class Migration(migrations.Migration):
    dependencies = [("appeals", "0005_alike")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=True)]
