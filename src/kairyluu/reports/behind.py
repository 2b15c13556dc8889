"""Counting behind a page that shows what was counted before: each thing once, one at a time in each process."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable

from django.db import connection

_lock = threading.Lock()
_turn = threading.Lock()  # of those that count
_renewed: set[Hashable] = set()
logger = logging.getLogger(__name__)


def renew(key: Hashable, again: Callable[[], object]) -> None:
    with _lock:
        if key in _renewed:
            return
        _renewed.add(key)
    threading.Thread(target=_make_again, args=(key, again), daemon=True).start()


def _make_again(key: Hashable, again: Callable[[], object]) -> None:
    try:
        with _turn:
            again()
    except Exception:
        logger.exception("counting behind a page failed; the older figures stay")
    finally:
        with _lock:
            _renewed.discard(key)
        connection.close()
