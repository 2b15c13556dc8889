"""Two hands at once load what one would have loaded; a killed run of theirs leaves no row out and none doubled."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kairyluu.data.appeals.models import Appeal, LegacyBatch, LegacyRefusal, LegacyRow
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.legacy import load
from kairyluu.usecases.legacy.load import ImportRegister, import_register
from tests.cast import NOW, build_town

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_hands_load_all_rows_once_even_after_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = build_town()
    monkeypatch.setattr(load, "CHUNK", 7)
    rows = [f"{n % 48},{n % 28 + 1:02}.02.201{n % 3}" for n in range(1, 61)]
    (tmp_path / "journal.csv").write_text("\n".join(["Рег. №,Дата поступления", *rows]), encoding="utf-8")
    command = ImportRegister(file=tmp_path / "journal.csv", body=town.body.code, n_hands=2)
    once = len({(row.partition(",")[0], row[-4:]) for row in rows})

    def killed(share: float, n_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_register(command, actor=SYSTEM_ACTOR, now=NOW, tell=killed)
    assert 7 <= Appeal.objects.count() < once
    done = import_register(command, actor=SYSTEM_ACTOR, now=NOW, tell=lambda share, n: None)

    assert (done.n_loaded, done.n_refused) == (once, 60 - once)
    lines = [
        *LegacyRow.objects.values_list("line", flat=True),
        *LegacyRefusal.objects.values_list("line", flat=True),
    ]
    assert Counter(lines) == Counter(range(1, 61))
    assert LegacyBatch.objects.get().n_read == 60
