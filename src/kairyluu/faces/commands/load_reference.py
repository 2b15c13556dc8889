"""Load the reference data from data/ into the database; loading twice changes nothing.

Rows are found by their code. What an administrator edited stays; the difference is shown in the system administration.
Nothing is deleted: a code that left its file becomes inactive.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="another folder of the same form")


def run(args: argparse.Namespace) -> int:
    from django.conf import settings
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.rules.refusals import Refused
    from kairyluu.usecases.reference.load import LoadReference, load_reference

    command = LoadReference(folder=args.data or Path(settings.REFERENCE_DATA))
    try:
        counts = load_reference(command, actor=SYSTEM_ACTOR, now=timezone.now())
    except (OSError, Refused) as error:
        print(f"The reference data were not loaded: {error}", file=sys.stderr)
        return 1
    for file, n in counts.items():
        if n.created or n.changed or n.retired:
            print(f"{file}: {n.created} new, {n.changed} changed, {n.retired} no longer in the file")
    return 0
