"""Who is told of an alarm: data/alarm_chain.csv."""

from __future__ import annotations

from kairyluu.data.alarms.models import ChainStep
from kairyluu.usecases.reference.table import Record, Table, Values


def _numbers(record: Record) -> Values:
    return {name: int(record[name]) for name in ("step", "minutes")}


ALARM_CHAIN = Table(
    file="alarm_chain.csv", model=ChainStep, texts=("code", "body_code", "who", "duty_posts"), more=_numbers
)
