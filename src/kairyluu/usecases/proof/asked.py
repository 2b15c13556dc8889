"""What was asked, and through whose hands it went."""

from __future__ import annotations

from kairyluu.data.appeals.models import Attachment, ComplaintTarget
from kairyluu.gateways.documents import SheetPart, SheetTable
from kairyluu.queries.hands.chain import Leg
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.usecases.answers.letters import address_of
from kairyluu.usecases.proof.tongue import Tongue

OF_APPLICANT = ("applicant", "meeting", "reply")


def asked(dossier: Dossier, tongue: Tongue) -> SheetPart:
    """The appeal as it came: who, to whom, about whom, its words and its files."""
    case, appeal = dossier.case, dossier.case.appeal
    person = case.applicant
    contacts = [address_of(person, tongue.language), person.phone, person.email]
    facts = (
        ("applicant", person.display_name),
        ("contacts", "; ".join(part for part in contacts if part)),
        ("kind", tongue.word("kind", appeal.kind)),
        ("topic", tongue.name(appeal.topic)),
        ("channel", tongue.name(appeal.channel)),
        ("received", tongue.moment(appeal.received_at)),
        ("addressee", tongue.title(appeal.addressee_post)),
        ("about_whom", "; ".join(_target(target, tongue) for target in case.targets)),
        ("source_number", appeal.source_number),
        ("cosigners", str(appeal.n_cosigners) if appeal.is_collective else ""),
    )
    files = [_file(file) for file in case.files if file.purpose in OF_APPLICANT]
    return SheetPart(
        "part_asked",
        facts=tuple((code, value) for code, value in facts if value),
        texts=(("subject", appeal.subject), ("text", appeal.text)),
        tables=(SheetTable("files", ("file", "size", "sha256"), tuple(files)),),
    )


def hands(dossier: Dossier, tongue: Tongue) -> SheetPart:
    """Who held it, how long, and how it came to him."""
    legs = dossier.chain.legs
    if not legs:
        return SheetPart("part_hands", note=tongue.label("never_handed"))
    rows = tuple((str(n), *_leg(leg, tongue)) for n, leg in enumerate(legs, 1))
    columns = ("n", "body", "number", "from", "until", "days", "how_it_came")
    note = tongue.said("total_age", n=dossier.chain.n_days, since=tongue.day(dossier.chain.since))
    return SheetPart("part_hands", note=note, tables=(SheetTable("hands", columns, rows),))


def size_of(n_bytes: int) -> str:
    """As the file system counts: 1 KB is 1024 bytes."""
    kilobytes = n_bytes / 1024
    return f"{kilobytes / 1024:.1f} MB" if kilobytes >= 1024 else f"{max(kilobytes, 0.1):.1f} KB"


def _file(file: Attachment) -> tuple[str, str, str]:
    return file.name, size_of(file.size), file.sha256


def _target(target: ComplaintTarget, tongue: Tongue) -> str:
    who = target.official.full_name if target.official else tongue.name(target.body)
    return ", ".join(part for part in (who, target.description) if part)


def _leg(leg: Leg, tongue: Tongue) -> tuple[str, ...]:
    came = [tongue.word("hand", leg.kind) if leg.kind else tongue.label("first_hand"), leg.part, leg.reason]
    if leg.is_late_hand:
        came.append(tongue.label("late_hand"))
    return (
        tongue.name(leg.body),
        leg.appeal.number or leg.appeal.tracking_number,
        tongue.day(leg.received_on),
        tongue.day(leg.until) if leg.is_over else tongue.label("still"),
        str(leg.n_days),
        ". ".join(part.rstrip(".") for part in came if part),
    )
