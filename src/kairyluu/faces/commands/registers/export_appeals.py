"""Write the appeals behind the figures as a table (CSV), one a line: for who looks for what the figures do not say.

Nothing in it says whose an appeal is: no name, address, text, number or village. Confidential appeals and complaints about somebody are left
out; how many they are is said at the end. The columns are described in docs/export-appeals.md. Examples:
  kairyluu export-appeals 2026.csv --period 2026
  kairyluu export-appeals osh.csv --period 2026-9M --body pr-o --language ru
FILE appears when it is whole. Exit code 1: there is no such body or period, or the file cannot be written.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kairyluu.faces.commands.registers._bar import draw, silent

if TYPE_CHECKING:
    from kairyluu.usecases.figures.export import Exported

WORDS = {
    "ky": "Жазылды: {n} сап, {file}. Купуя кайрылуулар жана бирөөнүн үстүнөн даттануулар жазылган жок: {apart}.",
    "ru": "Записано строк: {n}, {file}. Не вошли конфиденциальные обращения и жалобы на кого-либо: {apart}.",
    "en": "Written: {n} rows, {file}. Confidential appeals and complaints about somebody are left out: {apart}.",
}
BOM = b"\xef\xbb\xbf"  # so that spreadsheets know the letters


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the table to write")
    parser.add_argument(
        "--period", required=True, metavar="PERIOD", help="2026, 2026-10, 2026-Q3, 2026-9M: days of receipt"
    )
    parser.add_argument("--body", default="", metavar="CODE", help="a body with those below it; without: all")
    parser.add_argument("--language", choices=sorted(WORDS), default="ky", help="language of names")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(args: argparse.Namespace) -> int:
    from kairyluu.rules.refusals import Refused

    unfinished = args.file.with_name(f"{args.file.name}.part")
    try:
        exported = _write(args, unfinished)
        unfinished.replace(args.file)
    except (OSError, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    finally:  # also where somebody stops it
        with suppress(OSError):
            unfinished.unlink()
    print(WORDS[args.language].format(n=exported.n_rows, file=args.file, apart=exported.n_apart))
    return 0


def _write(args: argparse.Namespace, file: Path) -> Exported:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.rules.figures.periods import Period
    from kairyluu.usecases.figures.export import ExportAppeals, export_appeals

    shown = silent if args.quiet or not sys.stderr.isatty() else draw
    command = ExportAppeals(
        period=Period.of(args.period),
        body=args.body,
        language=args.language,
        tell=lambda n, of: shown(n / of if of else 1.0, n),
    )
    # Nobody else on the machine reads it.
    with open(file, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as opened:
        opened.write(BOM)
        return export_appeals(command, actor=SYSTEM_ACTOR, now=timezone.now(), write=opened.write)
