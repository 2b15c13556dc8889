"""Load a list of staff: accounts, names, posts that begin and end. Documented in docs/operations.md.

Examples:
  kairyluu import-staff staff.csv --dry-run
  kairyluu import-staff staff.csv
Nobody gets a password: invitations go out from the system administration. Exit code 1: some rows were refused; 2: the file
cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

UNREADABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV in UTF-8 with a heading row")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, write nothing")


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.people.listing.load import LoadStaff, load_staff
    from kairyluu.usecases.people.listing.placing import SAME
    from kairyluu.usecases.people.listing.reading import NotAStaffFile

    try:
        command = LoadStaff(content=args.file.read_bytes(), is_trial=args.dry_run)
        done = load_staff(command, actor=SYSTEM_ACTOR, now=timezone.now())
    except OSError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    except NotAStaffFile as refused:
        print(f"{args.file}: {refused.facts}", file=sys.stderr)
        return UNREADABLE
    for change in done.changes:
        if SAME not in change.what:
            print(f"{change.number}: {change.email} {change.post}: {', '.join(change.what)}")
    for row in done.rejected:
        print(f"{row.number}: {row.email} refused: {row.because}", file=sys.stderr)
    n_same = done.n_by_kind.get(SAME, 0)
    written = "would change" if args.dry_run else "changed"
    print(f"{len(done.changes) - n_same} {written}, {n_same} as they are, {len(done.rejected)} refused")
    return 1 if done.rejected else 0
