"""Submissions per second at eight clients through the real server, as a ratio to the same durable inserts done by bare
SQL, in turns within one run. Both sides keep eight connections busy for the same time; files are off; the limit of
sendings per network address is off, since all clients share one."""

from __future__ import annotations

import json
import statistics
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

import psycopg

from bench.visitor import Visitor, submission

CLIENTS = 8
PAIRS = 5
SECONDS = 6.0


def measure(
    port: int, conninfo: str, body: str, *, pairs: int = PAIRS, seconds: float = SECONDS
) -> dict[str, Any]:
    """Rates of each pair and their ratio, with minimum, median and maximum."""
    visitors = [Visitor(port) for _ in range(CLIENTS)]
    tokens = [visitor.read_instruction() for visitor in visitors]
    template = _template(visitors[0], tokens[0], conninfo, body)
    connections = [psycopg.connect(conninfo) for _ in range(CLIENTS)]
    ours, bare = [], []
    for _ in range(pairs):
        ours.append(_rate([_sender(v, t, body) for v, t in zip(visitors, tokens, strict=True)], seconds))
        bare.append(_rate([_inserter(c, template) for c in connections], seconds))
    for connection in connections:
        connection.close()
    ratios = [a / b for a, b in zip(ours, bare, strict=True)]
    return {
        "clients": CLIENTS,
        "submissions_per_second": _spread(ours),
        "bare_sql_per_second": _spread(bare),
        "ratio": _spread(ratios),
        "target_ratio": 0.06,
    }


def _sender(visitor: Visitor, token: str, body: str) -> Callable[[], None]:
    def send() -> None:
        status, where = visitor.send(token, body)
        assert (status, where) == (302, "/receipt/"), (status, where)

    return send


Template = list[tuple[str, list[Any]]]


def _template(visitor: Visitor, token: str, conninfo: str, body: str) -> Template:
    """The rows that one real submission leaves, as plain INSERT statements with their values."""
    key = uuid.uuid4()
    fields = submission(body, key) | {"csrfmiddlewaretoken": token}
    status, where, _ = visitor.ask("POST", "/submit/send/", fields)
    assert (status, where) == (302, "/receipt/"), (status, where)
    with psycopg.connect(conninfo) as connection:
        row = connection.execute("SELECT id FROM appeals_appeal WHERE submission_key = %s", [key]).fetchone()
        assert row is not None
        return [
            _statement(connection, "appeals_appeal", "id", row[0], {"search"}),
            _statement(connection, "appeals_applicant", "appeal_id", row[0], {"search", "id"}),
            _statement(connection, "journal_entry", "appeal_id", row[0], {"id"}),
            _statement(connection, "outbox_notice", "appeal_id", row[0], set()),
            ("INSERT INTO bench_job (task_name, args) VALUES ('deliver_notice', %s)", ['{"notice_id": "x"}']),
        ]


def _statement(
    connection: psycopg.Connection[Any], table: str, column: str, value: Any, left_out: set[str]
) -> tuple[str, list[Any]]:
    found = connection.execute(f"SELECT * FROM {table} WHERE {column} = %s LIMIT 1", [value])  # noqa: S608
    names = [d.name for d in found.description or ()]
    row = found.fetchone()
    assert row is not None, f"the submission left no row in {table}"
    pairs = [
        (n, json.dumps(v) if isinstance(v, dict | list) else v)
        for n, v in zip(names, row, strict=True)
        if n not in left_out
    ]
    columns = ", ".join(name for name, _ in pairs)
    marks = ", ".join(["%s"] * len(pairs))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})", [v for _, v in pairs]  # noqa: S608


def _inserter(connection: psycopg.Connection[Any], template: Template) -> Callable[[], None]:
    fresh = {"id", "submission_key", "tracking_number"}

    def insert() -> None:
        appeal = uuid.uuid4()
        with connection.cursor() as cursor:
            for place, (sql, values) in enumerate(template):
                cursor.execute(sql, _renewed(sql, values, appeal, fresh, place))
        connection.commit()

    return insert


def _renewed(sql: str, values: list[Any], appeal: uuid.UUID, fresh: set[str], place: int) -> list[Any]:
    names = sql[sql.index("(") + 1 : sql.index(")")].split(", ")
    new: list[Any] = []
    for name, value in zip(names, values, strict=False):
        if name == "appeal_id" or (name == "id" and place == 0):
            new.append(appeal)
        elif name == "tracking_number":
            new.append(f"b{uuid.uuid4().hex[:14]}")
        else:
            new.append(uuid.uuid4() if name in fresh else value)
    return new


def _rate(clients: list[Callable[[], None]], seconds: float) -> float:
    """Acts per second of all clients together; an error of one fails the bench."""
    counts, faults = [0] * len(clients), []
    start = time.perf_counter()
    end = start + seconds

    def work(place: int) -> None:
        try:
            while time.perf_counter() < end:
                clients[place]()
                counts[place] += 1
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return sum(counts) / (time.perf_counter() - start)


def _spread(values: list[float]) -> dict[str, float]:
    return {
        "min": round(min(values), 4),
        "median": round(statistics.median(values), 4),
        "max": round(max(values), 4),
    }
