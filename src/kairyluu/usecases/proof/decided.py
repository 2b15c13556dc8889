"""Who decided what, when and on which ground: the journal in words, resolutions, questions, the answer or refusal."""

from __future__ import annotations

from kairyluu.data.appeals.models import Answer, Assignment, Refusal, Resolution
from kairyluu.data.journal.models import Entry
from kairyluu.gateways.documents import SheetPart, SheetTable
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.usecases.proof.tongue import Tongue, people


def journal(dossier: Dossier, tongue: Tongue) -> SheetPart:
    """Every entry, by the number it has among those of this paper."""
    rows = tuple((str(n), *_entry(entry, tongue)) for n, entry in enumerate(dossier.entries, 1))
    return SheetPart("part_journal", tables=(SheetTable("journal", ("n", "at", "what", "who"), rows),))


def resolutions(dossier: Dossier, tongue: Tongue) -> SheetPart:
    tables: list[SheetTable] = []
    if dossier.case.resolutions:
        rows = tuple(_resolution(row, tongue) for row in reversed(dossier.case.resolutions))
        tables.append(SheetTable("resolutions", ("at", "instruction", "who", "internal_due"), rows))
    if dossier.assignments:
        work = tuple(_work(row, tongue) for row in dossier.assignments)
        tables.append(SheetTable("executors", ("executor", "task", "internal_due", "contribution"), work))
    return SheetPart("part_resolutions", tables=tuple(tables))


def answer(dossier: Dossier, tongue: Tongue) -> SheetPart:
    """The questions it had to answer, then its words; for a refusal its listed ground."""
    tables: list[SheetTable] = []
    if dossier.questions:
        rows = tuple(
            (str(q.position), q.text, q.answer, q.norm, people(q.measure, tongue.day(q.done_by)))
            for q in dossier.questions
        )
        tables.append(SheetTable("questions", ("n", "question", "its_answer", "norm", "measure"), rows))
    if dossier.near_copies:
        copies = tuple(
            (tongue.moment(c.measured_at), f"{c.share:.0%}", c.reason, c.author.full_name if c.author else "")
            for c in dossier.near_copies
        )
        tables.append(SheetTable("near_copies", ("at", "share", "why", "who"), copies))
    case = dossier.case
    if case.refusal is not None:
        facts, texts = _refusal(case.refusal, tongue)
    elif case.answer is not None:
        facts, texts = _answer(case.answer, tongue)
    else:
        facts, texts = (), ()
    return SheetPart(
        "part_answer", facts=tuple((c, v) for c, v in facts if v), texts=texts, tables=tuple(tables)
    )


def _entry(entry: Entry, tongue: Tongue) -> tuple[str, str, str]:
    told = [tongue.facts(entry.facts), entry.reason]
    words = ". ".join(part.rstrip(".") for part in (tongue.word("act", entry.act), *told) if part)
    who = people(entry.actor_name, entry.actor_post) or tongue.word("actor", entry.actor_kind)
    return tongue.moment(entry.at), words, who


def _resolution(row: Resolution, tongue: Tongue) -> tuple[str, ...]:
    who = people(row.author.full_name, tongue.title(row.author_post))
    return tongue.moment(row.made_at), row.text, who, tongue.day(row.due_on)


def _work(row: Assignment, tongue: Tongue) -> tuple[str, ...]:
    share = [tongue.label("lead" if row.is_lead else "co_executor")]
    if not row.is_current:
        share.append(tongue.label("replaced"))
    who = people(row.executor.full_name, tongue.title(row.executor_post), *share)
    given = people(tongue.moment(row.contributed_at), row.contribution)
    return who, row.part, tongue.day(row.due_on), given


def _refusal(
    refusal: Refusal, tongue: Tongue
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    facts = (
        ("outcome", tongue.label("refused")),
        ("ground", tongue.name(refusal.ground)),
        ("legal_basis", tongue.law(refusal.ground.legal_basis)),
        ("who", people(refusal.author_name, refusal.author_title)),
        ("at", tongue.moment(refusal.decided_at)),
        ("outgoing_number", refusal.outgoing_number),
    )
    return facts, (("refusal_text", refusal.reason),)


def _answer(
    answer: Answer, tongue: Tongue
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    facts = (
        ("outcome", tongue.name(answer.outcome)),
        ("drafted", people(tongue.moment(answer.drafted_at), answer.author.full_name)),
        ("n_returns", str(answer.n_returns) if answer.n_returns else ""),
        ("signed", people(tongue.moment(answer.signed_at), answer.signer_name, answer.signer_title)),
        ("outgoing_number", answer.outgoing_number),
        ("sent", tongue.moment(answer.sent_at)),
        ("measures", answer.measures),
    )
    return facts, (("answer_text" if answer.sent_at else "draft_text", answer.text),)
