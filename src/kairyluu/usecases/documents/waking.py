"""Order: a message leaves after all that was told of the appeal before."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.exchange.models import LaterMessage, SecondEntry
from kairyluu.rules.exchange import second_entries as known
from kairyluu.usecases.exchange.queueing import wake_later


def is_its_turn(row: LaterMessage) -> bool:
    """The registration is there, and nothing before it waits or was given up. Packages have numbers, so one may follow another
    that is only laid down; any other system may forget what it said it would do, and is waited for."""
    laid_down = (known.HANDED,) if row.second.system.kind in known.BY_PACKAGES else ()
    if row.second.state not in (known.REGISTERED, *laid_down):
        return False
    earlier = LaterMessage.objects.filter(second_id=row.second_id, place__lt=row.place)
    return not earlier.exclude(state__in=(known.DONE, *laid_down)).exists()


def wake_next(second: SecondEntry, *, now: datetime) -> None:
    """The first that waits may go now."""
    waiting = LaterMessage.objects.filter(second_id=second.pk, state=known.WAITING).order_by("place").first()
    if waiting is None or waiting.next_try_at:  # it has a time of its own, or a worker is at it
        return
    waiting.next_try_at = now
    waiting.save(update_fields=["next_try_at"])
    wake_later(waiting)
