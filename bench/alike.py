"""Repeats, duplicates and look-alikes among many appeals: is what was planted found, is what is shown right, how long does
the look-up of one registration take. See `matters` and `crowd` for how the letters are made."""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import psycopg

from bench.crowd import Crowd, Letter
from bench.filling import APPEAL, APPLICANT, BISHKEK, _ids, rest_of
from bench.instance import Instance
from bench.visitor import Visitor

OF_PERSON = frozenset({"repeat", "duplicate"})


def measure(house: Instance, body: str, clerk: tuple[str, str], n: int, looks: int) -> dict[str, Any]:
    """Fills the body's register with `n` letters, then looks each of a sample up as the registrar's page does."""
    with psycopg.connect(house.conninfo) as connection:
        _note(f"writing {n} letters")
        letters = Crowd(seed=n).letters(n)
        start = time.perf_counter()
        _fill(connection, body, letters)
        filled = time.perf_counter() - start
    _note("looking up")
    found = _looked_up(house, clerk[0], letters, looks)
    return {
        "n": n,
        "made": dict(Counter(letter.made for letter in letters)),
        "filled_in_seconds": round(filled, 1),
        **found,
        "case_page": _pages(house, clerk, letters, min(looks, 100)),
    }


def _looked_up(house: Instance, email: str, letters: list[Letter], looks: int) -> dict[str, Any]:
    ask = _asker(house, email)
    draw = random.Random(7)  # noqa: S311 - samples
    by_id = {str(letter.id): letter for letter in letters}
    planted = [x for x in letters if x.made in ("copied", "retold", "other_language")]
    natural = draw.sample(letters, min(len(letters), looks * 4))
    ask(natural[0])  # plans, caches
    times: list[float] = []
    worked: list[float] = []  # of this process, without the database and without waiting for others

    def look(letter: Letter) -> list[tuple[str, Letter]]:
        start, busy = time.perf_counter(), time.process_time()
        shown = ask(letter)
        times.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        return [(kind, by_id[pk]) for kind, pk in shown if pk in by_id]

    answers = [(letter, look(letter)) for letter in natural]
    return {
        "repeats": _repeats(draw.sample(planted, min(len(planted), looks)), look),
        "precision_of_repeats": _precision(
            answers, OF_PERSON, lambda a, b: a.cause == b.cause and a.person.key == b.person.key
        ),
        "duplicates": _recall([x for x in letters if x.made == "duplicate"][:looks], look),
        "look_alikes": _look_alikes([x for x in letters if x.made == "look_alike"][:looks], look),
        "precision_of_look_alikes": _precision(answers, {"look_alike"}, lambda a, b: a.cause == b.cause),
        "one_trouble_of_look_alikes": _precision(
            answers, {"look_alike"}, lambda a, b: a.trouble == b.trouble
        ),
        "look_alikes_shown": _spread([sum(k == "look_alike" for k, _ in shown) for _, shown in answers]),
        "load": os.getloadavg(),
        "look_up_ms": _spread(times),
        "look_up_own_work_ms": _spread(worked),
    }


def _repeats(asked: list[Letter], look: Any) -> dict[str, Any]:
    """Recall over all, and for each way a repeat was made."""
    whole = _recall(asked, look)
    ways = {
        way: _recall([x for x in asked if x.made == way], look)
        for way in ("copied", "retold", "other_language")
    }
    return whole | {"by_way": {way: [found["recall"], found["n"]] for way, found in ways.items()}}


def _recall(asked: list[Letter], look: Any) -> dict[str, Any]:
    """Whether an earlier letter of the same person on the same matter is shown as a repeat or duplicate."""
    hits = sum(
        any(kind in OF_PERSON and b.cause == a.cause and b.person.key == a.person.key for kind, b in look(a))
        for a in asked
    )
    return {"n": len(asked), "recall": round(hits / len(asked), 4) if asked else None}


def _look_alikes(asked: list[Letter], look: Any) -> dict[str, Any]:
    """Whether at least one letter of another person on the same cause is shown."""
    hits = sum(any(b.cause == a.cause and b.person.key != a.person.key for _, b in look(a)) for a in asked)
    return {"n": len(asked), "recall": round(hits / len(asked), 4) if asked else None}


def _precision(
    answers: Iterable[tuple[Letter, list[tuple[str, Letter]]]], kinds: Any, is_one: Any
) -> dict[str, Any]:
    """Over a sample of all letters: of the pairs shown as `kinds`, how many are one."""
    pairs = [(a, b) for a, shown in answers for kind, b in shown if kind in kinds]
    right = [is_one(a, b) for a, b in pairs]
    wrong = Counter(
        f"{a.made} - {b.made}" for (a, b), is_right in zip(pairs, right, strict=True) if not is_right
    )
    share = round(sum(right) / len(pairs), 4) if pairs else None
    return {"n_pairs": len(pairs), "precision": share, "wrong": dict(wrong.most_common(6))}


def _asker(house: Instance, email: str) -> Any:
    """The query of the case page in this process, as the clerk: (kind, id) of each appeal shown."""
    folder = dict(part.split("=") for part in house.conninfo.split())["host"]
    os.environ["DATABASE_URL"] = f"postgresql://kairyluu@/kairyluu?host={quote(folder, safe='')}"
    os.environ["KAIRYLUU_DEMO"] = "1"
    os.environ["KAIRYLUU_HOME"] = str(house.home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kairyluu.wiring.settings.run"
    import django

    django.setup()
    from kairyluu.data.appeals.models import Appeal
    from kairyluu.data.people.models import Account
    from kairyluu.queries.actors import actor_of
    from kairyluu.queries.alike.likely import list_likely

    actor = actor_of(Account.objects.get(email=email), _today())

    def ask(letter: Letter) -> list[tuple[str, str]]:
        appeal = Appeal.objects.get(pk=letter.id)
        return [(one.judgement.kind, str(one.other.pk)) for one in list_likely(actor, appeal)]

    return ask


def _pages(house: Instance, clerk: tuple[str, str], letters: list[Letter], n: int) -> dict[str, Any]:
    """The whole case page of letters that wait at the registrar's, through the real server."""
    visitor = Visitor(house.port)
    visitor.sign_in(*clerk)
    times = []
    for letter in letters[-n:]:
        start = time.perf_counter()
        status, where, _ = visitor.ask("GET", f"/desk/appeals/{letter.id}/")
        times.append((time.perf_counter() - start) * 1000)
        assert status == 200, (status, where)
    return _spread(times)


def _spread(times: list[float] | list[int]) -> dict[str, Any]:
    every = sorted(times)
    return {
        "n": len(every),
        "p50": round(statistics.median(every), 1),
        "p95": round(every[int(len(every) * 0.95) - 1], 1),
        "slowest": round(every[-1], 1),
    }


def _fill(connection: psycopg.Connection[Any], body: str, letters: list[Letter]) -> None:
    """Appeals, applicants and fingerprints by COPY; the last thousand wait at the registrar's as registered."""
    from kairyluu.rules.likeness import bands
    from kairyluu.rules.repeats import Who, keys_of

    ids = _ids(connection, body, _today().year)
    place = connection.execute("SELECT id FROM agencies_territory WHERE code = 'kg-o-alai'").fetchone()
    topics = dict(connection.execute("SELECT code, id FROM reference_topic").fetchall())
    reasons = connection.execute(
        "SELECT deadline_reasons FROM appeals_appeal WHERE deadline_reasons ? 'consideration' LIMIT 1"
    ).fetchone()
    assert place is not None
    assert reasons is not None
    with connection.cursor() as cursor:
        # Full-text search is not measured here; the indexes that are, are built at once when the rows are there.
        cursor.execute(
            "DROP INDEX IF EXISTS appeal_search, applicant_search, fingerprint_bands, fingerprint_keys"
        )
        rest = rest_of(connection, "appeals_appeal", APPEAL)
        with cursor.copy(f"COPY appeals_appeal ({','.join([*APPEAL, *rest])}) FROM STDIN") as copy:
            for at, letter in enumerate(letters):
                row = _appeal(ids, topics, at, len(letters), letter, json.dumps(reasons[0]))
                copy.write_row([*row, *rest.values()])
        more = {"home_territory_id": place[0], "signature": "signed"}
        more |= rest_of(connection, "appeals_applicant", [*APPLICANT, *more])
        with cursor.copy(f"COPY appeals_applicant ({','.join([*APPLICANT, *more])}) FROM STDIN") as copy:
            for letter in letters:
                p = letter.person
                row = (
                    letter.id, "main", 0, False, "", "", p.surname, p.given_name, p.patronymic,
                    p.personal_number, p.phone, p.email, p.address, "",
                )  # fmt: skip
                copy.write_row([*row, *more.values()])
        with cursor.copy("COPY appeals_fingerprint (appeal_id, bands, keys) FROM STDIN") as copy:
            for letter in letters:
                p = letter.person
                who = Who(
                    personal_number=p.personal_number, phone=p.phone, email=p.email, surname=p.surname,
                    given_name=p.given_name, patronymic=p.patronymic, place=str(place[0]),
                )  # fmt: skip
                copy.write_row(
                    [letter.id, list(bands(f"{letter.subject}\n{letter.text}")), list(keys_of(who))]
                )
        connection.commit()  # an index is not built while references wait to be checked
        for column in ("bands", "keys"):
            cursor.execute(
                f"CREATE INDEX fingerprint_{column} ON appeals_fingerprint USING gin ({column}) "
                "WITH (gin_pending_list_limit = 512)"
            )
        cursor.execute(
            "UPDATE appeals_registerbook SET last_serial = last_serial + %s WHERE id = %s",
            [len(letters), ids["book"]],
        )
    connection.commit()
    connection.autocommit = True
    for table in ("appeals_appeal", "appeals_applicant", "appeals_fingerprint"):
        connection.execute(f"VACUUM (ANALYZE) {table}")
    connection.autocommit = False


def _appeal(
    ids: dict[str, Any], topics: dict[str, int], at: int, n: int, letter: Letter, reasons: str
) -> tuple[Any, ...]:
    today = _today()
    received = datetime.combine(
        today - timedelta(days=round((1 - at / n) * 700)), datetime.min.time(), BISHKEK
    )
    received += timedelta(seconds=8 * 3600 + at % 36_000)
    waits = at >= n - 1000
    closed = None if waits else received + timedelta(days=10)
    serial = ids["serial"] + at + 1
    return (
        letter.id, uuid4(), "0" * 64, f"b{serial:014}", "0" * 64, ids["body"], ids["channels"][at % len(ids["channels"])],
        "application", topics.get(letter.topic), letter.subject, letter.text, letter.language, False, 0, "", "",
        "registered" if waits else "answered", waits, False, received, received.date() + timedelta(days=20) if waits else None,
        received.date() + timedelta(days=1), ids["book"], serial, f"Б-{serial:07}", received + timedelta(days=1),
        received.date() + timedelta(days=1), received.date() + timedelta(days=20), reasons, closed,
        closed.date() if closed else None, None if waits else ids["outcome"], 1,
    )  # fmt: skip


def _today() -> date:
    return datetime.fromtimestamp(time.time(), BISHKEK).date()


def _note(words: str) -> None:
    print(f"bench: {words} ...", file=sys.stderr, flush=True)
