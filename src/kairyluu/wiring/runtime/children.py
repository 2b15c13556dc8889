"""Linux's way of not leaving orphans: a child asks for a signal when its parent dies."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(sent: signal.Signals = signal.SIGTERM) -> None:
    """From now on this process gets `sent` when its parent ends, even by `kill -9`."""
    _libc.prctl(PR_SET_PDEATHSIG, int(sent), 0, 0, 0)


def tied_to_this_process(sent: signal.Signals) -> Callable[[], None]:
    """A `preexec_fn`: ties the new process to this one, also if this one dies just before."""
    parent = os.getpid()

    def tie() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, int(sent), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return tie


def inherit_orphans() -> None:
    """Grandchildren whose parent is killed become our children, so we see them and can end them."""
    _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
