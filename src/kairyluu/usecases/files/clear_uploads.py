"""Files uploaded to forms that were never sent are removed after a while; nothing sent is ever touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from kairyluu.data.appeals.models import Attachment, Draft, FileCheck, PartialUpload
from kairyluu.data.exchange.models import IncomingMessage
from kairyluu.data.letters.models import InboundLetter
from kairyluu.gateways import files
from kairyluu.gateways.files import partial
from kairyluu.queries.uploads import UNFINISHED_FOR
from kairyluu.rules.exchange.second_entries import DONE
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act

KEPT_FOR = timedelta(days=2)
AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class ClearUploads:
    """Everything that is old enough."""


@act
def clear_uploads(command: ClearUploads, *, actor: Actor, now: datetime) -> int:
    """How many rows went; files of kept drafts and of letters stay. The content goes first, so that what is removed here goes the
    next time, when the removal is sure to last."""
    _discard_unnamed()
    _discard_unfinished(now)
    drafts = Draft.objects.values("submission_key")
    old = Attachment.objects.filter(appeal__isnull=True, uploaded_at__lt=now - KEPT_FOR)
    waiting = IncomingMessage.objects.exclude(state=DONE).filter(submission_key__isnull=False)
    n, _ = (
        old.exclude(submission_key__in=drafts)
        .exclude(submission_key__in=waiting.values("submission_key"))
        .exclude(submission_key__in=InboundLetter.objects.values("pk"))
        .delete()
    )
    unused = FileCheck.objects.filter(files__isnull=True, noted_at__lt=now - KEPT_FOR)
    unused.exclude(pk__in=InboundLetter.objects.values("raw_sha256")).delete()
    return n


def _discard_unnamed() -> None:
    """Also what was taken out of a form or went with a draft, and what a broken request left behind."""
    seconds = KEPT_FOR.total_seconds()
    stored, waiting = files.list_stored(older_than=seconds), _named_by_messages()
    while some := list(islice(stored, AT_ONCE)):
        named = set(Attachment.objects.filter(sha256__in=some).values_list("sha256", flat=True))
        shown = FileCheck.objects.filter(shown_sha256__in=some, files__isnull=False)
        came = InboundLetter.objects.filter(raw_sha256__in=some)
        named.update(came.values_list("raw_sha256", flat=True))
        named.update(shown.values_list("shown_sha256", flat=True))
        for sha256 in set(some) - named - waiting:
            files.discard(sha256, older_than=seconds)


def _named_by_messages() -> set[str]:
    """Files of what a document system sent and a person has not settled yet."""
    rows = IncomingMessage.objects.exclude(state=DONE).values_list("content", flat=True)
    return {str(file.get("sha256")) for content in rows for file in content.get("documents") or ()}


def _discard_unfinished(now: datetime) -> None:
    """What came in pieces and stopped coming; and bytes whose row is gone, left by a kill in the very moment."""
    old = PartialUpload.objects.select_for_update(skip_locked=True).filter(
        touched_at__lte=now - UNFINISHED_FOR
    )
    gone = [row.pk for row in old]
    for upload_id in gone:
        partial.discard(upload_id)
    PartialUpload.objects.filter(pk__in=gone).delete()
    left = set(partial.list_left(older_than=KEPT_FOR.total_seconds()))
    for upload_id in left - set(PartialUpload.objects.filter(pk__in=left).values_list("pk", flat=True)):
        partial.discard(upload_id)
