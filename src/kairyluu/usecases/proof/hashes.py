"""The page of hashes: filed documents, the chain over the journal, and how anybody checks both."""

from __future__ import annotations

from kairyluu.gateways.documents import SheetPart, SheetTable
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.rules.steering.chaining import SCHEME, first_link
from kairyluu.usecases.proof.asked import size_of
from kairyluu.usecases.proof.tongue import Tongue


def hashes(dossier: Dossier, tongue: Tongue, code: str) -> SheetPart:
    appeal = dossier.case.appeal
    documents = tuple(
        (file.name, tongue.word("purpose", file.purpose), size_of(file.size), file.sha256)
        for file in dossier.case.files
    )
    pairs = zip(dossier.entries, dossier.links, strict=True)
    links = tuple(
        (str(n), str(entry.pk), tongue.moment(entry.at), tongue.word("act", entry.act), link)
        for n, (entry, link) in enumerate(pairs, 1)
    )
    return SheetPart(
        "part_hashes",
        note=tongue.said("how_to_check", scheme=SCHEME),
        facts=(
            ("code", code),
            ("appeal_id", str(appeal.pk)),
            ("scheme", SCHEME),
            ("first_link", first_link(appeal.pk)),
            ("digest", dossier.digest),
        ),
        tables=(
            SheetTable("documents", ("file", "purpose", "size", "sha256"), documents),
            SheetTable("links", ("n", "entry", "at", "what", "link"), links),
        ),
    )
