"""A worker knows every task: what is queued under a name that nobody imported would be lost."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from procrastinate.contrib.django import app

from kairyluu.faces import clockwork
from kairyluu.faces.clockwork import tasks


def test_every_module_of_tasks_is_found_by_the_worker() -> None:
    modules = {name for _, name, _ in pkgutil.iter_modules(clockwork.__path__) if name.endswith("_tasks")}
    assert {name for name in modules if hasattr(tasks, name)} == modules


def test_what_registers_queue_is_a_task() -> None:
    work = import_module("kairyluu.usecases.legacy.brought.uploads").WORK
    assert work in app.tasks
