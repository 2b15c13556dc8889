"""Who wrote years ago, by an earlier register, is recognised when he writes again; what is taken back is not found any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from kairyluu.data.appeals.models import Appeal, Fingerprint, LegacyBatch
from kairyluu.queries.alike.likely import list_likely
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.legacy.batches import UndoBatch, undo_batch
from kairyluu.usecases.legacy.brought import fingerprints
from kairyluu.usecases.legacy.brought.fingerprints import TakeFingerprints, take_fingerprints
from kairyluu.usecases.legacy.load import ImportRegister, import_register
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.factories.appeals import SENDER, WATER

pytestmark = pytest.mark.django_db
NAME = f"{SENDER.surname} {SENDER.given_name} {SENDER.patronymic}"
TEXT = WATER.text
REGISTER = f"""Рег. №;Дата поступления;Результат;Дата ответа;ФИО;Территория;Адрес;Краткое содержание;Текст
К-1;04.02.2025;разъяснено;20.02.2025;{NAME};kg-o-alai;{SENDER.home_address};{WATER.subject};{TEXT}
К-2;05.02.2025;разъяснено;21.02.2025;Асанова Бермет;kg-gb;;Мектеп жөнүндө;
К-3;06.02.2025;разъяснено;22.02.2025;;;;;
"""


def take_all(batch: LegacyBatch) -> int:
    after: int | None = 0
    n_parts = 0
    while after is not None:
        after = take_fingerprints(TakeFingerprints(batch.pk, after), actor=SYSTEM_ACTOR, now=NOW)
        n_parts += 1
    return n_parts


def test_an_applicant_of_an_earlier_register_is_recognised(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journal.csv").write_text(REGISTER, encoding="utf-8")
    command = ImportRegister(file=tmp_path / "journal.csv", body=town.body.code)
    import_register(command, actor=SYSTEM_ACTOR, now=NOW, tell=lambda share, n: None)
    batch = LegacyBatch.objects.get()
    monkeypatch.setattr(fingerprints, "AT_ONCE", 2)

    assert (take_all(batch), take_all(batch)) == (2, 2)

    prints = {one.appeal.number: one for one in Fingerprint.objects.select_related("appeal")}
    assert {number: bool(one.bands) for number, one in prints.items()} == {"К-1": True, "К-2": False}
    appeal = appeals.received(town)
    found = list_likely(town.registrar.actor, appeal)
    assert [(one.other.number, one.judgement.kind) for one in found] == [("К-1", "repeat")]

    undo_batch(UndoBatch(batch.pk), actor=SYSTEM_ACTOR, now=NOW)
    assert list_likely(town.registrar.actor, appeal) == []
    assert list(Appeal.objects.all()) == [appeal]
    assert take_all(batch) == 1
