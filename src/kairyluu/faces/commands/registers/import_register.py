"""Load a register of earlier years from a table into a body; a second run goes on where the first ended.

The columns are described in docs/import-register.md, words of three languages are known. Rows that cannot be taken stand in
FILE.refused.csv with their reasons. Such appeals are closed: no clock runs, nobody is written to. Example:
  kairyluu import-register journal-2019.xlsx --body da-o-alai --dry-run
  kairyluu import-register journal-2019.xlsx --body da-o-alai --language ru
  kairyluu import-register --undo 3
  kairyluu import-register --batches
Exit code 1: nothing was loaded; 2: loaded, but some rows were refused.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kairyluu.faces.commands.registers._bar import draw, silent
from kairyluu.faces.commands.registers._words import WORDS

if TYPE_CHECKING:
    from kairyluu.usecases.legacy.load import Loaded

HANDS = 2  # cores of the database that a load may keep busy
SOME_REFUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="the table: .csv or .xlsx")
    parser.add_argument("--body", default="", metavar="CODE", help="the body whose register it is")
    parser.add_argument("--dry-run", action="store_true", help="check everything, write nothing")
    parser.add_argument("--report", type=Path, metavar="FILE", help="where refused rows go")
    parser.add_argument(
        "--language", choices=sorted(WORDS), default="ky", help="language of reasons and words"
    )
    parser.add_argument("--undo", type=int, metavar="BATCH", help="take a batch back, all of it or nothing")
    parser.add_argument("--reason", default="", help="why it is taken back: stands in the journal")
    parser.add_argument("--batches", action="store_true", help="list what was loaded")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(args: argparse.Namespace) -> int:
    from kairyluu.rules.refusals import Refused

    words = WORDS[args.language]
    try:
        if args.batches:
            return _list()
        if args.undo is not None:
            return _undo(args)
        if args.file is None or not args.body:
            print(words["file_and_body"], file=sys.stderr)
            return 1
        return _load(args)
    except OSError as error:
        print(words["not_opened"].format(error=error), file=sys.stderr)
    except Refused as refusal:
        from kairyluu.design.registers import refusal_in_words

        print(refusal_in_words(refusal.code, refusal.facts, args.language), file=sys.stderr)
    return 1


def _load(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.legacy.load import ImportRegister, import_register

    command = ImportRegister(file=args.file, body=args.body, is_dry_run=args.dry_run, n_hands=HANDS)
    tell = silent if args.quiet or not sys.stderr.isatty() else draw
    loaded = import_register(command, actor=SYSTEM_ACTOR, now=timezone.now(), tell=tell)
    words = WORDS[args.language]
    if loaded.unknown:
        print(words["unknown"].format(names=", ".join(loaded.unknown)))
    said = "checked" if args.dry_run else "known" if loaded.was_finished else "loaded"
    print(words[said].format(n=loaded.n_loaded, refused=loaded.n_refused, batch=loaded.batch_id))
    if not loaded.refused:
        return 0
    report = args.report or args.file.with_name(f"{args.file.name}.refused.csv")
    write_report(report, loaded, args.language)
    print(words["report"].format(file=report))
    return SOME_REFUSED


def write_report(file: Path, loaded: Loaded, language: str) -> None:
    """The rows as they stood with their line and reasons before them: corrected, the file can be loaded again."""
    from kairyluu.design.registers import reasons_in_words
    from kairyluu.rules.legacy.cells import harmless

    words = WORDS[language]
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow([words["line"], words["reason"], *map(harmless, loaded.header)])
        for line, reasons, cells in loaded.refused:
            rows.writerow([line, harmless(reasons_in_words(reasons, language)), *map(harmless, cells)])


def _undo(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.legacy.batches import UndoBatch, undo_batch

    batch = undo_batch(UndoBatch(args.undo, args.reason), actor=SYSTEM_ACTOR, now=timezone.now())
    print(WORDS[args.language]["undone"].format(n=batch.n_loaded, file=batch.file_name))
    return 0


def _list() -> int:
    from kairyluu.queries.legacy.batches import list_batches

    for batch in list_batches():
        state = "undone" if batch.undone_at else "loaded" if batch.finished_at else "unfinished"
        print(
            f"{batch.pk:>5}  {batch.started_at:%Y-%m-%d}  {batch.body.code:30.30}  {batch.n_loaded:>9}  "
            f"{batch.n_refused:>7}  {state:10}  {batch.file_name}"
        )
    return 0
