"""Say how many answers would have been late under another term, from the real appeals of a period.

Example:
  kairyluu what-if --consideration 10wd --from 2026-01-01 --to 2026-06-30 --body da-o-alai --json
The days are those of registration, the term is counted from the day after it: 10wd are working days, 30cd calendar
days. What is not answered yet is late if its day has passed today; an extension that was given is added to the term.
Exit code 1: there is no such body, or the term or the period cannot be read.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kairyluu.queries.clock.what_if import Lateness, Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    day = dt.date.fromisoformat
    parser.add_argument("--consideration", required=True, metavar="TERM", help="10wd or 30cd")
    parser.add_argument(
        "--from", dest="first", required=True, type=day, metavar="DAY", help="first day of registration"
    )
    parser.add_argument(
        "--to", dest="last", required=True, type=day, metavar="DAY", help="last day of registration"
    )
    parser.add_argument(
        "--body", default="", metavar="CODE", help="the body and those below it; without: all"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.queries.clock.what_if import WhatIf, count_lateness
    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.rules.refusals import Refused

    question = WhatIf(consideration=args.consideration, first=args.first, last=args.last, body=args.body)
    today = timezone.localdate(timezone.now())
    try:
        outcome = count_lateness(question, actor=SYSTEM_ACTOR, today=today)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps(_as_json(question, outcome, today), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_text(outcome)))
    return 0


def _as_json(question: Any, outcome: Outcome, today: dt.date) -> dict[str, Any]:
    return {
        "consideration": question.consideration,
        "from": question.first.isoformat(),
        "to": question.last.isoformat(),
        "body": question.body,
        "as_of": today.isoformat(),
        "total": _figures(outcome.total),
        "bodies": [{"code": row.code} | _figures(row) for row in outcome.bodies],
        "topics": [{"code": row.code} | _figures(row) for row in outcome.topics],
    }


def _figures(row: Lateness) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name != "code"} | {
        "difference": row.difference
    }


def _as_text(outcome: Outcome) -> Iterator[str]:
    yield f"{'':44}{'appeals':>9}{'open':>7}{'late':>7}{'would be':>10}"
    yield _line("all", outcome.total)
    for heading, rows in (("By body", outcome.bodies), ("By topic", outcome.topics)):
        yield f"{heading}:"
        yield from (_line(f"  {row.code or '(no topic)'}", row) for row in rows)


def _line(name: str, row: Lateness) -> str:
    return f"{name:44.44}{row.n:9}{row.n_open:7}{row.late:7}{row.would_be_late:10}"
