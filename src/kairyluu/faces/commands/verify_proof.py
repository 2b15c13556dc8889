"""Say whether a proof file is genuine and still agrees with the journal.

FILE is the PDF: one changed byte is seen. NUMBER is a registration or tracking number, or the code printed in the
file. Examples:
  kairyluu verify-proof proof.pdf
  kairyluu verify-proof ABCD-2345-EFGH-6789 --json
Exit code 1: no such proof file was handed out, or the journal or a document is not what it was.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kairyluu.queries.proof.taken import Checked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "proof", metavar="FILE|NUMBER", help="the PDF, a number of the appeal, or a checking code"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    from kairyluu.queries.proof.taken import NoSuchProof

    try:
        found = [_plain(checked) for checked in _checked(args.proof)]
    except NoSuchProof:
        print("No such proof file was handed out: it was changed, or it is not ours.", file=sys.stderr)
        return 1
    print(json.dumps(found, ensure_ascii=False, indent=2) if args.json else "\n\n".join(map(_told, found)))
    return 0 if all(proof["agrees"] for proof in found) else 1


def _checked(given: str) -> list[Checked]:
    from kairyluu.queries.proof.taken import NoSuchProof, check_code, check_file, check_number

    path = Path(given)
    if path.is_file():
        return [check_file(hashlib.sha256(path.read_bytes()).hexdigest())]
    try:
        return [check_code(given.upper())]
    except NoSuchProof:
        return check_number(given)


def _plain(checked: Checked) -> dict[str, Any]:
    proof = checked.proof
    return {
        "agrees": checked.agrees,
        "number": checked.number,
        "body": checked.body.code,
        "code": proof.code,
        "taken_at": proof.taken_at.isoformat(),
        "taken_by": proof.taken_by,
        "n_entries": checked.n_entries,
        "digest": proof.digest,
        "digest_now": checked.digest_now,
        "has_all_files": checked.has_all_files,
        "sha256": proof.sha256,
    }


def _told(proof: dict[str, Any]) -> str:
    lines = [
        f"{proof['number']}  {proof['code']}",
        f"taken {proof['taken_at']} by {proof['taken_by']}",
        f"digest in the file     {proof['digest']} ({proof['n_entries']} entries)",
        f"digest of the journal  {proof['digest_now']}",
        f"sha256 of the PDF      {proof['sha256']}",
    ]
    if not proof["has_all_files"]:
        lines.append("a filed document is missing or another one")
    return "\n".join([*lines, "AGREES" if proof["agrees"] else "DOES NOT AGREE"])
