"""What arithmetic can learn from a published table: the exact range of a hidden count, by flows.

Counts are a flow: from the total of a block down to its months, through the cell of a line and a month, and up that line's
blocks again. A published number is a pipe whose flow is fixed. How much more or less a hidden one could carry is the largest
flow around it that leaves all fixed pipes as they are: exact for whole numbers, nothing is left to rounding.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from kairyluu.rules.figures.suppression import YEAR, Block, Shown, parts

MUCH = 10**6
Node = tuple[str, object]
Pipe = tuple[Node, Node]


class Pipes:
    """The residual graph of the true table: what could be added to or taken from each pipe."""

    def __init__(self) -> None:
        self.room: dict[Node, dict[Node, int]] = defaultdict(lambda: defaultdict(int))

    def lay(self, tail: Node, head: Node, flow: int, *, is_fixed: bool) -> None:
        self.room[tail][head] += 0 if is_fixed else MUCH
        self.room[head][tail] += 0 if is_fixed else flow

    def range_of(self, tail: Node, head: Node, flow: int) -> int:
        """How wide the range of this pipe's flow is."""
        self.room[tail][head] -= MUCH
        self.room[head][tail] -= flow
        more = self._most(head, tail, MUCH)
        less = self._most(tail, head, flow)
        self.room[tail][head] += MUCH
        self.room[head][tail] += flow
        return more + less

    def _most(self, source: Node, sink: Node, limit: int) -> int:
        room = {tail: dict(heads) for tail, heads in self.room.items()}
        found = 0
        while found < limit:
            way = _way(room, source, sink)
            if not way:
                break
            step = min(limit - found, *(room[a][b] for a, b in way))
            for a, b in way:
                room[a][b] -= step
                room[b][a] = room[b].get(a, 0) + step
            found += step
        return found


def _way(room: Mapping[Node, Mapping[Node, int]], source: Node, sink: Node) -> list[Pipe]:
    before: dict[Node, Node] = {source: source}
    waiting = deque([source])
    while waiting:
        here = waiting.popleft()
        for there, left in room[here].items():
            if left > 0 and there not in before:
                before[there] = here
                waiting.append(there)
    if sink not in before:
        return []
    way = []
    while sink != source:
        way.append((before[sink], sink))
        sink = before[sink]
    return way


def blocks(block: Block = YEAR) -> Iterator[tuple[Block, Block | None]]:
    """Each block of the year with the one above it."""
    if block == YEAR:
        yield YEAR, None
    for part in parts(block):
        yield part, block
        yield from blocks(part)


def narrow_ranges(rows: Mapping[str, Sequence[int]], shown: Shown, k: int) -> list[tuple[str, Block, int]]:
    """Hidden numbers from 1 to k - 1 whose range is less than k wide: line, block, width."""
    pipes = Pipes()
    of_line: dict[tuple[str, Block], tuple[Node, Node, int]] = {}
    for block, above in blocks():
        first, end = block
        total = sum(sum(counts[first:end]) for counts in rows.values())
        pipes.lay(("total", above), ("total", block), total, is_fixed=block in shown.total)
        for key, counts in rows.items():
            flow = sum(counts[first:end])
            pipe = ((key, block), (key, above) if above else ("total", None), flow)
            pipes.lay(*pipe, is_fixed=block in shown.line(key))
            of_line[key, block] = pipe
            if end - first == 1:
                pipes.lay(("total", block), (key, block), flow, is_fixed=False)
    return [
        (key, block, width)
        for (key, block), pipe in of_line.items()
        if block not in shown.line(key) and 0 < pipe[2] < k
        if (width := pipes.range_of(*pipe)) < k
    ]
