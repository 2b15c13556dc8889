"""The worker looks into a file and asks the scanner. A scanner that does not answer leaves the file where it is: nobody
gets it, nothing is lost, the sweep comes back. What came before there was a scanner stays open until it has answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.appeals.models import Attachment, FileCheck
from kairyluu.data.journal.recording import record
from kairyluu.gateways import antivirus, files
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.files.looking import look_into


@dataclass(frozen=True, kw_only=True)
class CheckFile:
    sha256: str


@act
def check_file(command: CheckFile, *, actor: Actor, now: datetime) -> str:
    """The state afterwards; empty where the content is gone."""
    check = FileCheck.objects.select_for_update().filter(pk=command.sha256).first()
    if check is None:
        return ""
    try:
        if check.state == "waiting" or (check.state == "open" and antivirus.is_configured()):
            _scan(check, actor=actor, now=now)
        if check.looked_at is None and check.state in ("open", "clean"):
            look_into(check, now)
    except files.FileMissing:
        check.last_error = "missing"
    check.save()
    return check.state


def _scan(check: FileCheck, *, actor: Actor, now: datetime) -> None:
    check.attempts += 1
    try:
        with files.open(check.sha256) as content:
            verdict = antivirus.scan(content)
    except antivirus.ScannerDown as down:
        check.last_error = str(down)
        return
    check.state, check.scanned_at, check.last_error = "clean", now, ""
    if not verdict.is_clean:
        check.state, check.signature = "infected", verdict.signature
        check.looked_at = now
        _say(check, actor=actor, now=now)


def _say(check: FileCheck, *, actor: Actor, now: datetime) -> None:
    """In the journal of each appeal that has the file."""
    for file in Attachment.objects.filter(checked=check, appeal__isnull=False).select_related("appeal__body"):
        assert file.appeal is not None
        facts = {"name": file.name, "sha256": file.sha256, "signature": check.signature}
        body = file.appeal.body.code
        record("find_virus", actor=actor, now=now, appeal_id=file.appeal_id, body_code=body, facts=facts)
