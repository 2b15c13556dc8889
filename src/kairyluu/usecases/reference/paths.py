"""The path of every body: the codes from the top down to it."""

from __future__ import annotations

from collections.abc import Mapping

from kairyluu.data.agencies.models import Body

BATCH = 200


def settle_paths() -> int:
    """Gives every body the path of codes from the top down to it; says how many changed."""
    bodies = {body.pk: body for body in Body.objects.only("id", "code", "parent_id", "path")}
    changed = []
    for body in bodies.values():
        path = "".join(f"{above.code}/" for above in reversed(_chain(body, bodies)))
        if path != body.path:
            body.path = path
            changed.append(body)
    Body.objects.bulk_update(changed, ["path"], batch_size=BATCH)
    return len(changed)


def _chain(body: Body, bodies: Mapping[int, Body]) -> list[Body]:
    """The body and everyone above it; stops where a chain would bite its own tail."""
    chain = [body]
    while chain[-1].parent_id and bodies[chain[-1].parent_id] not in chain:
        chain.append(bodies[chain[-1].parent_id])
    return chain
