"""A proof file agrees with the journal, and whatever is changed afterwards is seen."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.models import Entry, TakenProof
from kairyluu.faces.commands import verify_proof
from kairyluu.queries.proof.taken import NoSuchProof, check_code, check_file
from kairyluu.usecases.appeals.add_note import AddNote, add_note
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.usecases.proof.test_take import take


@contextmanager
def a_bent_journal() -> Iterator[None]:
    """As if somebody with the keys of the server had taken the guards away."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER append_only_rows")
        yield
        cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER append_only_rows")


def verify(*words: str) -> int:
    parser = argparse.ArgumentParser()
    verify_proof.add_arguments(parser)
    return verify_proof.run(parser.parse_args(words))


def taken(town: Town) -> tuple[Appeal, TakenProof, bytes]:
    appeal = appeals.answered(town)
    pdf = take(town.akim, appeal)
    return appeal, TakenProof.objects.get(), pdf


def test_it_agrees_and_goes_on_agreeing_when_more_happens(town: Town) -> None:
    appeal = appeals.assigned(town)
    take(town.akim, appeal)
    proof = TakenProof.objects.get()
    note = AddNote(appeal_id=appeal.pk, text="Кийинки жазуу")
    add_note(note, actor=town.executor.actor, now=NOW + timedelta(days=6))

    assert check_code(proof.code).agrees


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "башка"},
        {"at": NOW + timedelta(seconds=1)},
        {"actor_name": "Башка Киши"},
        {"facts": {"number": "АЛ-2026-00002"}},
        {"appeal_id": None},
    ],
)
def test_a_changed_entry_is_seen(town: Town, change: dict[str, object]) -> None:
    _, proof, _ = taken(town)

    with a_bent_journal():
        Entry.objects.filter(pk=proof.entry_ids[1]).update(**change)

    assert not check_code(proof.code).agrees


def test_an_entry_that_is_gone_is_seen(town: Town) -> None:
    _, proof, _ = taken(town)

    with a_bent_journal():
        Entry.objects.filter(pk=proof.entry_ids[0]).delete()

    assert not check_code(proof.code).agrees


def test_a_document_put_in_place_of_another_is_seen(town: Town) -> None:
    appeal, proof, _ = taken(town)

    Attachment.objects.filter(appeal=appeal, purpose="letter").update(sha256="0" * 64)

    checked = check_code(proof.code)
    assert (checked.agrees, checked.has_all_files) == (False, False)
    assert checked.digest_now == proof.digest


def test_a_file_with_one_letter_changed_is_not_ours(town: Town, tmp_path: Path) -> None:
    _, _, pdf = taken(town)
    genuine, forged = tmp_path / "a.pdf", tmp_path / "b.pdf"
    genuine.write_bytes(pdf)
    forged.write_bytes(pdf.replace(b"%PDF-1.7", b"%PDF-1.6"))

    assert verify(str(genuine)) == 0
    assert verify(str(forged)) == 1
    with pytest.raises(NoSuchProof):
        check_file("0" * 64)


def test_the_command_finds_it_by_number_and_by_code(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    appeal, proof, _ = taken(town)

    assert verify(appeal.number, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["digest"] == proof.digest
    assert verify(proof.code.lower()) == 0
    assert capsys.readouterr().out.endswith("AGREES\n")
    assert verify("АЛ-2026-99999") == 1


def test_anybody_with_the_code_sees_whether_it_agrees_and_nothing_of_the_appeal(town: Town) -> None:
    appeal, proof, _ = taken(town)

    page = Client().get(f"/check/{proof.code}/").content.decode()

    assert "Далилдер файлы журналга дал келет" in page
    assert page.count(proof.digest) == 2
    for private in (appeal.subject, "Үлгүбаева", proof.taken_by, str(appeal.pk)):
        assert private not in page


def test_the_page_says_when_it_no_longer_agrees(town: Town) -> None:
    _, proof, _ = taken(town)
    with a_bent_journal():
        Entry.objects.filter(pk=proof.entry_ids[1]).update(reason="башка")

    page = Client().get(f"/check/{proof.code}/").content.decode()

    assert "Далилдер файлы журналга дал келбейт" in page


@pytest.mark.parametrize(
    "sql",
    ["UPDATE {} SET digest = 'x'", "DELETE FROM {}", "TRUNCATE {}"],
)
def test_what_was_handed_out_cannot_be_bent_either(town: Town, sql: str) -> None:
    taken(town)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format("journal_takenproof"))

    assert TakenProof.objects.exclude(digest="x").count() == 1
