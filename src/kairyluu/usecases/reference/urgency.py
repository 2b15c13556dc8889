"""Urgent classes and who is told of an alarm: data/urgent_classes.csv and data/alarm_chain.csv."""

from __future__ import annotations

from kairyluu.data.alarms.models import ChainStep
from kairyluu.data.reference.models import UrgentClass
from kairyluu.usecases.reference.table import Record, Table, Values

NAMES = ("name_ky", "name_ru", "name_en")


def _urgent_class(record: Record) -> Values:
    own = {"code", *NAMES, "status", "source", "note"}
    return {"columns": {name: value for name, value in record.items() if name not in own}}


def _numbers(record: Record) -> Values:
    return {name: int(record[name]) for name in ("step", "minutes")}


URGENT_CLASSES = Table(
    file="urgent_classes.csv", model=UrgentClass, texts=("code", *NAMES), more=_urgent_class
)
ALARM_CHAIN = Table(
    file="alarm_chain.csv", model=ChainStep, texts=("code", "body_code", "who", "duty_posts"), more=_numbers
)
