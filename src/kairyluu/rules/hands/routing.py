"""Which body an appeal goes to when the bodies below cannot agree.

Law No. 67 (forwarding by competence; the wording was not read). The number of forwardings after which an appeal climbs
is a setting of the platform, not of the law.
"""

from __future__ import annotations

from collections.abc import Collection


def has_bounced(n_hops: int, most: int) -> bool:
    """Whether an appeal given away `n_hops` times already may not be passed on sideways once more."""
    return n_hops >= most


def common_superior(held: Collection[str], open_paths: Collection[str]) -> str:
    """The path of the nearest open body above every body of `held`; empty where there is none.

    Paths are codes from the top down, each followed by a slash. A body that held the appeal is not its own superior."""
    shared = _shared_path(held)
    while shared:
        if shared in open_paths and shared not in held:
            return shared
        shared = _parent(shared)
    return ""


def _shared_path(paths: Collection[str]) -> str:
    """The longest path that every one begins with."""
    split = [path.strip("/").split("/") for path in paths]
    steps: list[str] = []
    for step in zip(*split, strict=False):
        if len(set(step)) > 1:
            break
        steps.append(step[0])
    return _joined(steps)


def _parent(path: str) -> str:
    return _joined(path.strip("/").split("/")[:-1])


def _joined(steps: list[str]) -> str:
    return "/".join(steps) + "/" if steps else ""
