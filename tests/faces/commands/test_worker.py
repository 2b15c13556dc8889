"""The worker's command: what it queues for itself when it starts."""

from __future__ import annotations

import argparse
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from kairyluu.faces.commands import worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr("django.core.management.call_command", lambda *args: calls.append(args))
    return calls


def queued() -> list[str]:
    return sorted(ProcrastinateJob.objects.values_list("task_name", flat=True))


def test_usual_figures_are_counted_when_it_starts_and_queued_once(called: list[tuple[Any, ...]]) -> None:
    for _ in range(2):
        assert worker.run(argparse.Namespace(concurrency=2, nice=0, queues="")) == 0
    assert queued() == ["count_earlier_years", "count_published"]
    assert called == 2 * [("procrastinate", "worker", "--concurrency", "2", "--queues", "")]


def test_one_for_other_queues_leaves_them_alone(called: list[tuple[Any, ...]]) -> None:
    worker.run(argparse.Namespace(concurrency=1, nice=0, queues="alarms"))
    assert queued() == []
    assert called[0][-1] == "alarms"


def test_they_are_tasks_that_exist() -> None:
    from procrastinate.contrib.django import app

    assert set(worker.AT_START) <= set(app.tasks)
