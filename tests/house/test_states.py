"""Every state has an owner and a way out; every move a policy and a use case; the printed table is the table."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kairyluu.rules import policies, states

PROJECT = Path(__file__).resolve().parents[2]
USE_CASES = {
    "register": ("register", "register_appeal"),
    "refuse": ("refuse", "refuse_to_consider"),
    "resolve": ("resolve", "resolve_appeal"),
    "attach_file": ("upload", "attach_to_work"),
    "forward": ("forward", "forward_appeal"),
    "extend": ("extend", "extend_term"),
    "withdraw": ("withdraw", "withdraw_appeal"),
    "merge": ("merge", "merge_appeal"),
    "move_up": ("leaving", "move_up"),
    "give_back": ("leaving", "end_share"),
    "liken": ("liken", "liken_appeals"),
    "group": ("group", "group_alike"),
    "join_cause": ("group", "group_alike"),
    "leave_cause": ("leave_cause", "leave_cause"),
    "answer_alike": ("answer_members", "answer_members"),
    "leave_behind": ("load", "import_register"),
}
FOLDERS = {
    "take_under_control": "control",
    "lift_control": "control",
    "request_information": "control",
    "answer_request": "control",
    "draft_answer": "answers",
    "submit_answer": "answers",
    "return_answer": "answers",
    "sign_answer": "answers",
    "send_answer": "answers",
    "attach_file": "files",
    "forward": "hands",
    "forward_part": "hands",
    "extend": "hands",
    "ask_applicant": "hands",
    "withdraw": "hands",
    "merge": "alike",
    **dict.fromkeys(("make_confidential", "name_confidant", "reveal_identity"), "confidence"),
    "note_finding": "prevention",
    **dict.fromkeys(("decide_match", "declare_conflict", "move_up", "give_back"), "conflicts"),
    **dict.fromkeys(
        ("liken", "group", "join_cause", "leave_cause", "answer_alike", "translate_answer"), "alike"
    ),
    **dict.fromkeys(("end_correspondence", "set_signature"), "alike"),
    **dict.fromkeys(("list_questions", "confirm_promise"), "quality"),
    "leave_behind": "legacy",
}


@pytest.mark.parametrize("state", states.STATES.values(), ids=lambda state: state.code)
def test_a_state_has_an_owner_and_a_way_out_or_is_final(state: states.State) -> None:
    ways_out = [m for m in states.MOVES if m.source == state.code and m.target != state.code]

    assert bool(state.turn) != state.is_final
    assert bool(ways_out) != state.is_final
    assert state.code == states.RECEIVED or any(m.target == state.code for m in states.MOVES)


@pytest.mark.parametrize("verb", sorted({m.verb for m in states.MOVES}))
def test_a_move_has_a_policy_and_a_use_case(verb: str) -> None:
    file, function = USE_CASES.get(verb, (verb, verb))
    module = importlib.import_module(f"kairyluu.usecases.{FOLDERS.get(verb, 'appeals')}.{file}")

    assert verb in policies.VERBS
    assert callable(getattr(module, function))


def test_the_printed_table_is_the_table() -> None:
    spec = importlib.util.spec_from_file_location("write_states", PROJECT / "scripts" / "write_states.py")
    assert spec is not None
    assert spec.loader is not None
    printer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(printer)

    assert (PROJECT / "docs" / "states.md").read_text() == printer.text(), "run scripts/write_states.py"
