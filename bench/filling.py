"""Fills one body's register with many appeals by COPY: believable words, every state, two years of receipt."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg

BISHKEK = timezone(timedelta(hours=6))
DEMO = Path(__file__).resolve().parents[1] / "data" / "demo"
OPEN_SHARE = 0.1
APPEAL = [
    "id",
    "submission_key",
    "submission_digest",
    "tracking_number",
    "secret_hash",
    "body_id",
    "channel_id",
    "kind",
    "topic_id",
    "subject",
    "text",
    "reply_language",
    "is_collective",
    "n_cosigners",
    "source_number",
    "instruction_version",
    "state",
    "is_open",
    "is_under_control",
    "received_at",
    "due_on",
    "registration_due_on",
    "book_id",
    "serial",
    "number",
    "registered_at",
    "registered_on",
    "consideration_due_on",
    "deadline_reasons",
    "closed_at",
    "closed_on",
    "outcome_id",
    "version",
]
APPLICANT = [
    "appeal_id",
    "role",
    "position",
    "is_organisation",
    "legal_form",
    "organisation",
    "surname",
    "given_name",
    "patronymic",
    "personal_number",
    "phone",
    "email",
    "home_address",
    "postal_address",
]


def rest_of(connection: psycopg.Connection[Any], table: str, known: list[str]) -> dict[str, Any]:
    """Columns beyond `known` that may not be empty, each with the plainest value of its type."""
    plain = {"text": "", "character varying": "", "boolean": False, "jsonb": "{}", "date": "2020-01-01"}
    rows = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s AND is_nullable = 'NO' "
        "AND column_default IS NULL AND is_generated = 'NEVER' AND is_identity = 'NO'",
        [table],
    ).fetchall()
    return {name: plain.get(kind, 0) for name, kind in rows if name not in known}


def fill(connection: psycopg.Connection[Any], body_code: str, n: int, seed: int, today: date) -> None:
    """Adds `n` registered appeals to the body's book of the running year, in order of registration."""
    chance = random.Random(seed)  # noqa: S311 - samples, not secrets
    ids = _ids(connection, body_code, today.year)
    ordered = [uuid4() for _ in range(n)]
    with connection.cursor() as cursor:
        rest = rest_of(connection, "appeals_appeal", APPEAL)
        with cursor.copy(f"COPY appeals_appeal ({','.join([*APPEAL, *rest])}) FROM STDIN") as copy:
            for row in _appeals(chance, ids, ordered, today):
                copy.write_row([*row, *rest.values()])
        signed = {"signature": "signed"} | rest_of(connection, "appeals_applicant", [*APPLICANT, "signature"])
        with cursor.copy(f"COPY appeals_applicant ({','.join([*APPLICANT, *signed])}) FROM STDIN") as copy:
            for row in _applicants(chance, ordered):
                copy.write_row([*row, *signed.values()])
        cursor.execute(
            "UPDATE appeals_registerbook SET last_serial = last_serial + %s WHERE id = %s", [n, ids["book"]]
        )
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM (ANALYZE) appeals_appeal")
    connection.execute("VACUUM (ANALYZE) appeals_applicant")
    connection.autocommit = False


def _ids(connection: psycopg.Connection[Any], body_code: str, year: int) -> dict[str, Any]:
    def one(sql: str, *values: Any) -> Any:
        row = connection.execute(sql, values).fetchone()
        return row[0] if row else None

    body = one("SELECT id FROM agencies_body WHERE code = %s", body_code)
    connection.execute(
        "INSERT INTO appeals_registerbook (body_id, year, pattern, last_serial, last_outgoing) "
        "VALUES (%s, %s, '{index}-{year}-{number:05d}', 0, 0) ON CONFLICT DO NOTHING",
        [body, year],
    )
    book = connection.execute(
        "SELECT id, last_serial FROM appeals_registerbook WHERE body_id = %s AND year = %s", [body, year]
    ).fetchone()
    assert book is not None
    return {
        "body": body,
        "book": book[0],
        "serial": book[1],
        "channels": [
            row[0] for row in connection.execute("SELECT id FROM reference_channel ORDER BY id").fetchall()
        ],
        "topics": [
            row[0] for row in connection.execute("SELECT id FROM reference_topic ORDER BY id").fetchall()
        ],
        "outcome": one("SELECT id FROM reference_outcome WHERE code = 'explained'"),
    }


def _appeals(
    chance: random.Random, ids: dict[str, Any], ordered: list[UUID], today: date
) -> Iterator[tuple[Any, ...]]:
    texts = [*_texts("appeals_ky.json"), *_texts("appeals_ru.json")]
    for place, key in enumerate(ordered):
        about = chance.choice(texts)
        back = round((1 - place / len(ordered)) * 700)
        received = datetime.combine(today - timedelta(days=back), datetime.min.time(), BISHKEK)
        received += timedelta(seconds=chance.randrange(8 * 3600, 18 * 3600))
        is_open = chance.random() < OPEN_SHARE
        state = (
            chance.choice(["registered", "assigned", "assigned", "awaiting_signature"])
            if is_open
            else "answered"
        )
        registered_on = received.date() + timedelta(days=1)
        due = registered_on + timedelta(days=20)
        closed = None if is_open else received + timedelta(days=chance.randrange(3, 25))
        serial = ids["serial"] + place + 1
        yield (
            key, uuid4(), "0" * 64, f"b{serial:014}", "0" * 64, ids["body"], chance.choice(ids["channels"]),
            about["kind"], chance.choice(ids["topics"]), about["subject"], _varied(chance, about["text"]),
            about["language"], False, 0, "", "", state, is_open, chance.random() < 0.05, received,
            due if is_open else None, registered_on, ids["book"], serial, f"Б-{serial:07}",
            received + timedelta(days=1), registered_on, due, json.dumps({}), closed,
            closed.date() if closed else None, None if is_open else ids["outcome"], 1,
        )  # fmt: skip


def _varied(chance: random.Random, text: str) -> str:
    """The same story from many hands: sentences drop out and change places, a house number is added."""
    sentences = [part.strip() for part in text.split(".") if part.strip()]
    chance.shuffle(sentences)
    kept = sentences[: max(2, len(sentences) - chance.randrange(2))]
    return ". ".join([*kept, f"№ {chance.randrange(1, 99999)}"]) + "."


def _applicants(chance: random.Random, ordered: list[UUID]) -> Iterator[tuple[Any, ...]]:
    names = json.loads((DEMO / "names.json").read_text())["ky"]
    for key in ordered:
        yield (
            key, "main", 0, False, "", "", chance.choice(names["surnames"])["m"], chance.choice(names["given_m"]), "",
            "", f"+9967{chance.randrange(10**8):08}", "", f"Манас көчөсү, {chance.randrange(1, 200)}", "",
        )  # fmt: skip


def _texts(file: str) -> list[dict[str, str]]:
    language = file[-7:-5]
    stories = json.loads((DEMO / file).read_text())
    stories = stories["appeals"] if isinstance(stories, dict) else stories
    return [{**story, "language": language} for story in stories]
