"""Time knocks for the sums that figures are counted from."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.reports.published.usual import count_earlier, count_usual
from kairyluu.reports.sudden import count_sudden
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.figures.keep import (
    CheckFigures,
    FoldChanges,
    KeepReaches,
    check_figures,
    fold_changes,
    keep_reaches,
)
from kairyluu.usecases.figures.keep_branches import KeepBranches, keep_branches
from kairyluu.usecases.watching.tell import LookAtViews, look_at_views


@app.periodic(cron="* * * * *")
@app.task(name="fold_figures", queueing_lock="fold_figures")
def fold(timestamp: int) -> int:
    """Figures are right before it too: what is not folded is counted when it is asked for, so the list must stay short."""
    return fold_changes(FoldChanges(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="keep_reaches", queueing_lock="keep_reaches")
def reach(timestamp: int) -> int:
    """Once a day there is something to do; where a fold was at it, ten minutes later."""
    return keep_reaches(KeepReaches(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="5-59/10 * * * *")
@app.task(name="keep_branches", queueing_lock="keep_branches")
def keep_together(timestamp: int) -> int:
    """There is something to do after a body moved; where a fold was at it, ten minutes later."""
    return keep_branches(KeepBranches(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="*/20 * * * *")
@app.task(name="count_published", queueing_lock="count_published")
def count_published(timestamp: int) -> None:
    """Before the figures that people open first are an hour old, so that nobody waits for them; sudden topics too."""
    now = timezone.now()
    count_usual(now=now, today=date_in_bishkek(now))
    count_sudden(now=now, today=date_in_bishkek(now))


@app.periodic(cron="35 * * * *")
@app.task(name="count_earlier_years", queueing_lock="count_earlier_years")
def count_earlier_years(timestamp: int) -> None:
    """Once a day there is something to do."""
    now = timezone.now()
    count_earlier(now=now, today=date_in_bishkek(now))


@app.periodic(cron="20 2 * * *")
@app.task(name="look_at_views", queueing_lock="look_at_views")
def look(timestamp: int) -> int:
    """In the morning in Bishkek; cron counts in the time of the server. Done twice, nobody is told twice."""
    return look_at_views(LookAtViews(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="30 21 * * *")
@app.task(name="check_figures", queueing_lock="check_figures")
def check(timestamp: int) -> int:
    """At night in Bishkek; cron counts in the time of the server."""
    return len(check_figures(CheckFigures(), actor=SYSTEM_ACTOR, now=timezone.now()))
