"""The states of an appeal as one table: who moves it, where to, and whose turn it is then.

Law No. 67 of 4 May 2007 (registration, consideration, reasoned answer); the roles of Resolution No. 463, clauses 3–4.
"""

from __future__ import annotations

from dataclasses import dataclass

from kairyluu.rules.refusals import Refused

RECEIVED = "received"
REGISTERED = "registered"
JOINED = "joined"  # waits for the answer to another appeal of one cause
ASSIGNED = "assigned"
AWAITING_SIGNATURE = "awaiting_signature"
SIGNED = "signed"
ANSWERED = "answered"
REFUSED = "refused"
FORWARDED = "forwarded"
WITHDRAWN = "withdrawn"
MERGED = "merged"
UNANSWERED = "unanswered"  # a row of an earlier register that says no answer: closed, no clock runs


@dataclass(frozen=True)
class State:
    """`turn` is the role whose turn it is; empty when final."""

    code: str
    turn: str
    is_final: bool = False


@dataclass(frozen=True)
class Move:
    """`verb` takes an appeal from `source` to `target`; `needs` names what must be present."""

    verb: str
    source: str
    target: str
    needs: str = ""


STATES: dict[str, State] = {
    state.code: state
    for state in (
        State(RECEIVED, "registrar"),
        State(REGISTERED, "head"),
        State(JOINED, "executor"),
        State(ASSIGNED, "executor"),
        State(AWAITING_SIGNATURE, "head"),
        State(SIGNED, "registrar"),
        State(ANSWERED, "", is_final=True),
        State(REFUSED, "", is_final=True),
        State(FORWARDED, "", is_final=True),
        State(WITHDRAWN, "", is_final=True),
        State(MERGED, "", is_final=True),
        State(UNANSWERED, "", is_final=True),
    )
}
FINAL = frozenset(code for code, state in STATES.items() if state.is_final)

MOVES: tuple[Move, ...] = (
    Move("register", RECEIVED, REGISTERED, "the next number of the register book"),
    Move("refuse", RECEIVED, REFUSED, "a listed ground and a reasoned text"),
    Move("refuse", REGISTERED, REFUSED, "a listed ground and a reasoned text"),
    Move("forward", RECEIVED, FORWARDED, "a competent body and a reason"),
    Move("forward", REGISTERED, FORWARDED, "a competent body and a reason"),
    Move("forward", ASSIGNED, FORWARDED, "a competent body and a reason"),
    Move("forward_part", REGISTERED, REGISTERED, "one of its questions, a competent body and a reason"),
    Move("forward_part", ASSIGNED, ASSIGNED, "one of its questions, a competent body and a reason"),
    *(
        Move("extend", state, state, "the head's reason, before the old day has passed")
        for state in (REGISTERED, ASSIGNED, AWAITING_SIGNATURE)
    ),
    Move("ask_applicant", REGISTERED, REGISTERED, "a question and a day for the reply"),
    Move("ask_applicant", ASSIGNED, ASSIGNED, "a question and a day for the reply"),
    *(
        Move(verb, JOINED, target, needs)
        for verb, target, needs in (
            ("leave_cause", REGISTERED, "the registrar's reason, or the end of the appeal it waited for"),
            ("refuse", REFUSED, "a listed ground and a reasoned text"),
            ("forward", FORWARDED, "a competent body and a reason"),
            ("extend", JOINED, "the head's reason, before the old day has passed"),
            ("merge", MERGED, "the appeal that goes on for both"),
            ("add_note", JOINED, "a text"),
        )
    ),
    Move("merge", RECEIVED, MERGED, "the appeal that goes on for both"),
    Move("merge", REGISTERED, MERGED, "the appeal that goes on for both"),
    Move("liken", RECEIVED, RECEIVED, "an earlier appeal and what the two are to each other"),
    Move("liken", REGISTERED, REGISTERED, "an earlier appeal and what the two are to each other"),
    Move("group", REGISTERED, REGISTERED, "other appeals of one cause"),
    Move("group", ASSIGNED, ASSIGNED, "other appeals of one cause"),
    Move("join_cause", RECEIVED, JOINED, "the appeal whose consideration answers it"),
    Move("join_cause", REGISTERED, JOINED, "the appeal whose consideration answers it"),
    Move("answer_alike", JOINED, ANSWERED, "the sent answer to the appeal of the same cause"),
    Move("translate_answer", ASSIGNED, ASSIGNED, "the answer's words in a language of the group"),
    Move("end_correspondence", REGISTERED, ANSWERED, "earlier answers on the matter and a reason"),
    Move("end_correspondence", ASSIGNED, ANSWERED, "earlier answers on the matter and a reason"),
    Move("leave_behind", RECEIVED, UNANSWERED, "a row of an earlier register that says no answer"),
    *(
        Move("set_signature", source, source, "what is known of the signature")
        for source in (RECEIVED, REGISTERED, JOINED, ASSIGNED)
    ),
    *(
        Move("withdraw", source, WITHDRAWN, "the applicant's wish")
        for source in (RECEIVED, REGISTERED, JOINED, ASSIGNED, AWAITING_SIGNATURE, SIGNED)
    ),
    *(
        Move("decide_match", source, source, "words of the complaint, and whether they mean an official")
        for source in (RECEIVED, REGISTERED, JOINED, ASSIGNED)
    ),
    *(
        Move("move_up", source, FORWARDED, "nobody of the body may consider it")
        for source in (RECEIVED, REGISTERED, JOINED, ASSIGNED)
    ),
    *(
        Move("declare_conflict", source, source, "a reason")
        for source in (RECEIVED, REGISTERED, JOINED, ASSIGNED, AWAITING_SIGNATURE, SIGNED)
    ),
    *(
        Move(verb, source, source, needs)
        for verb, needs in (
            ("make_confidential", "a ground and the persons who may see it"),
            ("name_confidant", "a colleague and a reason"),
        )
        for source in (RECEIVED, REGISTERED, JOINED, ASSIGNED, AWAITING_SIGNATURE, SIGNED)
    ),
    *(
        Move("note_finding", source, source, "whom it is about, the kind of act, whether it is confirmed")
        for source in (REGISTERED, ASSIGNED, AWAITING_SIGNATURE, SIGNED, ANSWERED)
    ),
    *(Move("reveal_identity", source, source, "a confidential appeal and a reason") for source in STATES),
    Move("give_back", ASSIGNED, REGISTERED, "the responsible executor may not go on"),
    Move("give_back", AWAITING_SIGNATURE, REGISTERED, "the responsible executor may not go on"),
    Move("resolve", REGISTERED, ASSIGNED, "an instruction and a responsible executor"),
    Move("resolve", ASSIGNED, ASSIGNED, "an instruction and a responsible executor"),
    Move("draft_answer", ASSIGNED, ASSIGNED, "a text and an outcome"),
    Move("submit_answer", ASSIGNED, AWAITING_SIGNATURE, "a text and an outcome"),
    Move("return_answer", AWAITING_SIGNATURE, ASSIGNED, "remarks"),
    Move("sign_answer", AWAITING_SIGNATURE, SIGNED, "the signer's post"),
    Move("send_answer", SIGNED, ANSWERED, "the outgoing number"),
    *(Move("list_questions", source, source, "what the appeal asks") for source in (REGISTERED, ASSIGNED)),
    Move("confirm_promise", ANSWERED, ANSWERED, "what was done of what was promised"),
    Move("add_note", REGISTERED, REGISTERED, "a text"),
    Move("add_note", ASSIGNED, ASSIGNED, "a text"),
    Move("add_note", AWAITING_SIGNATURE, AWAITING_SIGNATURE, "a text"),
    Move("contribute", ASSIGNED, ASSIGNED, "the co-executor's part"),
    Move("attach_file", ASSIGNED, ASSIGNED, "a file"),
    *(
        Move(verb, source, source, needs)
        for verb, needs in (
            ("take_under_control", "a reason"),
            ("request_information", "a standing mark of one's own and a question"),
        )
        for source in STATES
        if source not in FINAL
    ),
    *(
        Move(verb, source, source, needs)
        for verb, needs in (
            ("lift_control", "a standing mark of one's own and a reason"),
            ("answer_request", "an unanswered request"),
        )
        for source in STATES
    ),
)


class NotPossibleNow(Refused):
    """The state of the appeal has no such move; facts: verb, state."""


def move(state: str, verb: str) -> Move:
    """The move that `verb` makes from `state`; raises `NotPossibleNow`."""
    for candidate in MOVES:
        if candidate.source == state and candidate.verb == verb:
            return candidate
    raise NotPossibleNow({"verb": verb, "state": state})


def verbs_from(state: str) -> tuple[str, ...]:
    """Every verb that the state allows, in table order."""
    return tuple(dict.fromkeys(m.verb for m in MOVES if m.source == state))
