"""Bring the tables of the database to the present program."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plan", action="store_true", help="only show what would be done")


def run(args: argparse.Namespace) -> int:
    from django.core.management import call_command

    from kairyluu.wiring import first_tables

    if not args.plan:
        first_tables.lay()
    call_command("migrate", interactive=False, verbosity=1 if args.plan else 0, plan=args.plan)
    return 0
