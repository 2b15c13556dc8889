"""Every path of an old register stands in the figures, and leaves them when the register is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.figures import comparing, folding
from kairyluu.queries.figures import Asking, Line, count_figures
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.figures.periods import Period
from kairyluu.usecases.legacy.batches import UndoBatch, undo_batch
from kairyluu.usecases.legacy.load import ImportRegister, import_register
from tests.cast import NOW, TODAY, Town

pytestmark = pytest.mark.django_db
FIRST_QUARTER = Period.of("2020-Q1")


def load(file: Path, town: Town) -> int:
    command = ImportRegister(file=file, body=town.body.code)
    done = import_register(command, actor=SYSTEM_ACTOR, now=NOW, tell=lambda share, n: None)
    assert done.n_refused == 0
    assert done.batch_id is not None
    return done.batch_id


def counted(*codes: str, by: str | None = None) -> tuple[Any, tuple[Line, ...]]:
    found = count_figures(Asking(FIRST_QUARTER, codes, by=by), today=TODAY)
    return found.total, found.lines


REGISTER = """Рег. №;Дата поступления;Результат;Дата ответа;Основание отказа;Продлено;Контроль;Территория
1;01.02.2020;разъяснено;20.02.2020;;;;Бишкек
2;01.02.2020;разъяснено;10.03.2020;;да;;Бишкек
3;01.02.2020;отказано в рассмотрении;04.02.2020;аноним;;;
4;01.02.2020;направлено;05.02.2020;;;;Ош облусу
5;01.02.2020;на контроле;;;;;Ош облусу
"""


def test_every_path_of_a_register_counts_and_is_taken_back(town: Town, tmp_path: Path) -> None:
    (tmp_path / "paths.csv").write_text(REGISTER, encoding="utf-8")
    batch = load(tmp_path / "paths.csv", town)
    codes = (
        "received",
        "registered",
        "answered",
        "answered_late",
        "refused",
        "forwarded",
        "extended",
        "closed",
    )

    def figures() -> list[object]:
        return list(counted(*codes, "in_consideration")[0].values())

    expected = [5, 5, 2, 0, 1, 1, 1, 4, 1]
    assert figures() == expected
    assert [line.key for line in counted("refused", by="ground")[1] if line.values["refused"]] == [
        "anonymous"
    ]
    regions = {line.key: line.values["received"] for line in counted("received", by="region_applicant")[1]}
    assert regions == {"": 1, "kg-gb": 2, "kg-o": 2}
    marked = {line.key: line.values["received"] for line in counted("received", by="under_control")[1]}
    assert marked["yes"] == 1
    now = count_figures(Asking(Period(TODAY, TODAY), ("in_consideration", "overdue_now")), today=TODAY)
    assert dict(now.total) == {"in_consideration": 0, "overdue_now": 0}

    while folding.fold(100):
        pass
    assert figures() == expected
    undo_batch(UndoBatch(batch), actor=SYSTEM_ACTOR, now=NOW)
    assert figures() == [0] * 9
    while folding.fold(100):
        pass
    assert figures() == [0] * 9
    assert not comparing.differences(5)
    assert not Appeal.objects.exists()
