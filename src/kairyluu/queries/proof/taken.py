"""Proof files that were handed out, and whether the journal and the filed documents still agree with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.models import TakenProof
from kairyluu.queries.directory import directory
from kairyluu.queries.proof.entries import links_now
from kairyluu.rules.refusals import Refused


class NoSuchProof(Refused):
    """No proof file with this code, digest or number was handed out."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """`digest_now` is counted from the journal of this moment, over the entries that the file lists: what was entered
    later makes it no less true."""

    proof: TakenProof
    number: str
    body: Body
    digest_now: str
    has_all_files: bool

    @property
    def agrees(self) -> bool:
        return self.digest_now == self.proof.digest and self.has_all_files

    @property
    def n_entries(self) -> int:
        return len(self.proof.entry_ids)


def check_code(code: str) -> Checked:
    """Of the file that carries the code; raises `NoSuchProof`."""
    return _checked(TakenProof.objects.filter(code=code).first())


def check_file(sha256: str) -> Checked:
    """Of the file whose bytes have this digest; raises `NoSuchProof` for any other, were it changed by one letter."""
    return _checked(TakenProof.objects.filter(sha256=sha256).order_by("-id").first())


def check_number(number: str) -> list[Checked]:
    """Every file taken of the appeal with this registration or tracking number, the newest first; raises
    `NoSuchProof`. For the keeper of the system: whoever else asks needs a code or the file."""
    appeals = Appeal.objects.filter(number=number) | Appeal.objects.filter(tracking_number=number)
    proofs = TakenProof.objects.filter(appeal_id__in=list(appeals.values_list("pk", flat=True))).order_by(
        "-id"
    )
    if not proofs:
        raise NoSuchProof()
    return [_checked(proof) for proof in proofs]


def list_taken(appeal_id: UUID) -> list[TakenProof]:
    """The newest first; whether the appeal may be seen was decided by whoever fetched it."""
    return list(TakenProof.objects.filter(appeal_id=appeal_id).order_by("-id"))


def _checked(proof: TakenProof | None) -> Checked:
    if proof is None:
        raise NoSuchProof()
    appeal = Appeal.objects.only("number", "tracking_number", "body_id").get(pk=proof.appeal_id)
    links = links_now(proof.appeal_id, proof.entry_ids)
    filed = Counter(Attachment.objects.filter(appeal_id=proof.appeal_id).values_list("sha256", flat=True))
    return Checked(
        proof=proof,
        number=appeal.number or appeal.tracking_number,
        body=directory().bodies_by_id[appeal.body_id],
        digest_now=links[-1] if links else "",
        has_all_files=Counter(proof.file_digests) <= filed,
    )
