"""Make the analysis of a period: text, tables and their bases, as HTML, PDF/A, a workbook or JSON.

Examples:
  kairyluu analysis --body da-o-alai --period 2026-10 --compare previous-year --format pdf --language ky --output a.pdf
  kairyluu analysis --period 2026-Q3 --format json
Without --body it is of the whole country; a body stands with those below it. Periods: 2026-10, 2026-Q3, 2026-H1, 2026-9M,
2026, 2026-01-01..2026-03-15. All counts are shown: what leaves the office hides small ones with --few 5, as the analyses
that are prepared and published on screen always do. Exit code 1: there is no such body or period.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kairyluu.rules.analysis.document import Analysis

FORMATS = ("html", "pdf", "xlsx", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--body", default="", metavar="CODE", help="a body with those below it; without: the country"
    )
    parser.add_argument(
        "--period", required=True, metavar="PERIOD", help="2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026"
    )
    parser.add_argument(
        "--compare", choices=("previous-year",), help="with the same period of the year before"
    )
    parser.add_argument("--format", choices=FORMATS, default="html", help="html is the default")
    parser.add_argument("--language", choices=("ky", "ru", "en"), default="ky", help="language of the text")
    parser.add_argument("--few", type=int, default=0, metavar="K", help="hide counts below K")
    parser.add_argument("--output", type=Path, metavar="FILE", help="a file; without it standard output")


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.reports.analysis.asking import AnalysisAsked
    from kairyluu.reports.analysis.counting import count_analysis
    from kairyluu.rules.figures.periods import Period
    from kairyluu.rules.refusals import Refused

    try:
        period = Period.of(args.period)
        asked = AnalysisAsked(period=period, body=args.body, is_compared=bool(args.compare), few=args.few)
        content = _made(count_analysis(asked, today=timezone.localdate()), args)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    if args.output:
        args.output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
    return 0


def _made(analysis: Analysis, args: argparse.Namespace) -> bytes:
    from kairyluu.faces.commands.analysis.page import page
    from kairyluu.rules.analysis.document import to_json
    from kairyluu.rules.analysis.drawing import draw
    from kairyluu.rules.analysis.telling import tell
    from kairyluu.rules.workdays import BISHKEK
    from kairyluu.usecases.analysis.files import file_of

    if args.format == "json":
        whole = {"figures": to_json(analysis), "texts": {args.language: tell(analysis, args.language)}}
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
    drawn = draw(analysis, args.language)
    if args.format == "html":
        return page(drawn).encode()
    counted_at = datetime.combine(analysis.counted_on, time(), BISHKEK)
    return file_of(drawn, args.format, counted_at)
