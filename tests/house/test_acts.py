"""Every act asks a policy first and leaves a line in the journal."""

from __future__ import annotations

import ast
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from kairyluu.data.journal.models import Entry
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.answers import draft_answer, return_answer, send_answer, sign_answer, submit_answer
from kairyluu.usecases.appeals import add_note, contribute, refuse, register, resolve
from kairyluu.usecases.files import upload
from kairyluu.usecases.hands import ask_applicant, extend, forward, forward_part, withdraw
from tests.cast import NOW, Town
from tests.factories import appeals

USE_CASES = Path(__file__).resolve().parents[2] / "src" / "kairyluu" / "usecases"
# Acts that write no line of their own, each with its reason.
SILENT = {
    "files/upload.py": "a form's files are not an appeal yet",
    "files/begin.py": "nor is one that is announced",
    "files/pieces.py": "nor is a part of such a file",
    "files/clear_uploads.py": "removes what no appeal names",
    "appeals/look.py": "writes a look instead",
    "notices/sweep.py": "queues again what is journalled when it leaves",
}
ACTS: dict[str, tuple[str, Callable[..., Any], Callable[[UUID], Any]]] = {
    "register": ("received", register.register_appeal, lambda i: register.RegisterAppeal(appeal_id=i)),
    "refuse": (
        "received",
        refuse.refuse_to_consider,
        lambda i: refuse.RefuseToConsider(
            appeal_id=i, ground="no_concrete_request", reason="Себеби жазылды. " * 5
        ),
    ),
    "resolve": (
        "registered",
        resolve.resolve_appeal,
        lambda i: resolve.ResolveAppeal(appeal_id=i, text="x", lead=resolve.Part(official="x")),
    ),
    "draft_answer": (
        "assigned",
        draft_answer.draft_answer,
        lambda i: draft_answer.DraftAnswer(appeal_id=i, text="x", outcome="explained"),
    ),
    "submit_answer": (
        "drafted",
        submit_answer.submit_answer,
        lambda i: submit_answer.SubmitAnswer(appeal_id=i),
    ),
    "return_answer": (
        "awaiting_signature",
        return_answer.return_answer,
        lambda i: return_answer.ReturnAnswer(appeal_id=i, remarks="x"),
    ),
    "sign_answer": (
        "awaiting_signature",
        sign_answer.sign_answer,
        lambda i: sign_answer.SignAnswer(appeal_id=i, seen_version=1),
    ),
    "send_answer": ("signed", send_answer.send_answer, lambda i: send_answer.SendAnswer(appeal_id=i)),
    "add_note": ("assigned", add_note.add_note, lambda i: add_note.AddNote(appeal_id=i, text="x")),
    "contribute": ("assigned", contribute.contribute, lambda i: contribute.Contribute(appeal_id=i, text="x")),
    "forward": (
        "registered",
        forward.forward_appeal,
        lambda i: forward.ForwardAppeal(appeal_id=i, to="min-labour", reason="Себеби жазылды."),
    ),
    "forward_part": (
        "registered",
        forward_part.forward_part,
        lambda i: forward_part.ForwardPart(
            appeal_id=i, to="min-labour", part="Бир суроосу.", reason="Себеби жазылды."
        ),
    ),
    "withdraw": ("registered", withdraw.withdraw_appeal, lambda i: withdraw.WithdrawAppeal(appeal_id=i)),
    "extend": (
        "assigned",
        extend.extend_term,
        lambda i: extend.ExtendTerm(appeal_id=i, reason="Себеби жазылды. " * 5),
    ),
    "ask_applicant": (
        "assigned",
        ask_applicant.ask_applicant,
        lambda i: ask_applicant.AskApplicant(appeal_id=i, question="Кайсы көчөдө?", due_on=date(2026, 3, 17)),
    ),
    "attach_file": (
        "assigned",
        upload.attach_to_work,
        lambda i: upload.AttachToWork(appeal_id=i, name="x.pdf", content=io.BytesIO(b"%PDF-1.7\n%%EOF")),
    ),
}


@pytest.mark.parametrize(
    "who", ["citizen", "foreign_registrar", "foreign_head", "operator_of_the_system", "body_admin"]
)
@pytest.mark.parametrize("verb", ACTS)
def test_a_stranger_to_the_case_changes_nothing(town: Town, verb: str, who: str) -> None:
    stage, act, command = ACTS[verb]
    appeal = getattr(appeals, stage)(town)
    before = Entry.objects.count()

    with pytest.raises(Refused) as refused:
        act(command(appeal.pk), actor=getattr(town, who).actor, now=NOW)

    assert refused.value.code in ("appeal_not_found", "not_allowed")
    appeal.refresh_from_db()
    assert Entry.objects.count() == before


def test_an_absent_appeal_and_a_hidden_one_look_alike(town: Town) -> None:
    for _, act, command in ACTS.values():
        with pytest.raises(Refused) as refused:
            act(command(uuid4()), actor=town.registrar.actor, now=NOW)
        assert refused.value.code == "appeal_not_found"


def test_every_decorated_act_writes_the_journal() -> None:
    folders = ("appeals", "answers", "files", "notices", "control", "hands")
    for path in (path for folder in folders for path in USE_CASES.glob(f"{folder}/*.py")):
        text = path.read_text()
        decorated = any(
            isinstance(node, ast.FunctionDef)
            and any(getattr(d, "id", "") == "act" for d in node.decorator_list)
            for node in ast.walk(ast.parse(text))
        )
        if decorated and f"{path.parent.name}/{path.name}" not in SILENT:
            assert (
                any(f"{name}(" in text for name in ("record", "record_groups", "entry_of"))
                or "record_look(" in text
            ), f"{path.name}: say in the journal what was done"
