"""May this actor do this now? One function per verb; each answers allowed, or refused because.

Roles: Resolution No. 463, clauses 3, 4, 6 and 9; Regulation of the trust telephone III.1–III.2. Which post may do what
inside a body is the body's matter: this table is the default.
"""

from __future__ import annotations

from collections.abc import Callable

from kairyluu.rules import conflicts, states
from kairyluu.rules.facts import CITIZEN, STAFF, SYSTEM, VISITOR, Actor, AppealFacts
from kairyluu.rules.legacy.rights import may_load_register
from kairyluu.rules.refusals import ALLOWED as ALLOWED
from kairyluu.rules.refusals import Refused
from kairyluu.rules.refusals import Verdict as Verdict
from kairyluu.rules.steering.control import control_verdict

HEADS = ("head", "deputy")
READERS = ("registrar", "head", "deputy", "controller")
_REGISTRAR_OR_HEADS = (
    *(
        "refuse",
        "send_answer",
        "forward",
        "forward_part",
        "merge",
        "decide_match",
        "move_up",
        "liken",
        "group",
    ),
    *("join_cause", "leave_cause", "answer_alike", "answer_request", "list_questions", "confirm_promise"),
    *("make_confidential", "name_confidant", "reveal_identity", "note_finding"),
)
DOERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_REGISTRAR_OR_HEADS, ("registrar", *HEADS)),
    **dict.fromkeys(("register", "withdraw", "set_signature"), ("registrar",)),
    **dict.fromkeys(
        ("resolve", "return_answer", "sign_answer", "ask_applicant", "end_correspondence"), HEADS
    ),
    "extend": ("head",),
}


class NotAllowed(Refused):
    """A policy said no; facts: verb, because (a code of this module)."""


Policy = Callable[[Actor, AppealFacts], Verdict]


def demand(verdict: Verdict, verb: str) -> None:
    """Raise `NotAllowed` unless the verdict allows."""
    if not verdict:
        raise NotAllowed({"verb": verb, "because": verdict.because})


def may_submit(actor: Actor) -> Verdict:
    """Everyone may appeal, in person or through a representative: Law No. 67, Article 4(1)."""
    return ALLOWED if actor.kind in (VISITOR, CITIZEN, STAFF, SYSTEM) else Verdict("not_your_role")


def may_take_in(actor: Actor, body_id: int) -> Verdict:
    """Entering an appeal that came on paper, by e-mail or orally."""
    return ALLOWED if actor.has_role("registrar", body_id=body_id) else Verdict("not_your_role")


def may_read_register(actor: Actor, body_id: int) -> Verdict:
    """The register book, with the names and addresses of everybody in it: keeping account, clause 3."""
    return ALLOWED if actor.has_role(*READERS, body_id=body_id) else Verdict("not_your_role")


def may_see(actor: Actor, appeal: AppealFacts) -> Verdict:
    """Seeing the content: those who work on it, and overseers above; never the person complained about."""
    if because := conflicts.kept_away(actor, appeal):
        return Verdict(because)
    if appeal.is_withheld and any(p.body_id == appeal.body_id for p in actor.posts):
        return Verdict("not_your_body")
    if (
        actor.has_role(*READERS, body_id=appeal.body_id)
        or _works_on(actor, appeal)
        or oversees(actor, appeal.body_path)
    ):
        return ALLOWED
    return Verdict("not_your_body")


def may_take_proof(actor: Actor, appeal: AppealFacts) -> Verdict:
    """The whole case as one file: whoever sees all of it by his post, not by one resolution (clauses 3, 6 and 9)."""
    by_post = actor.has_role(*READERS, body_id=appeal.body_id) or oversees(actor, appeal.body_path)
    return may_see(actor, appeal) if by_post else Verdict("not_your_role")


def may_read_record(actor: Actor, body_id: int, body_path: str) -> Verdict:
    """What the heads of a body answer for: themselves, their deputies, overseers above (clauses 4, 6 and 9)."""
    is_theirs = actor.has_role(*HEADS, body_id=body_id)
    return ALLOWED if is_theirs or oversees(actor, body_path) else Verdict("not_your_role")


def oversees(actor: Actor, body_path: str) -> bool:
    """Read-only sight of a subtree by its overseer, of everything by the controller of execution (clauses 6, 9)."""
    if actor.has_role("execution_controller"):
        return True
    return any(p.role == "overseer" and body_path.startswith(p.body_path) for p in actor.posts)


def may_register(actor: Actor, appeal: AppealFacts) -> Verdict:
    """The registrar; a head or deputy where the registrar may be the one complained about."""
    roles = (*DOERS["register"], *HEADS * conflicts.names_anybody(appeal))
    return _may_do("register", actor, appeal, roles)


def may_refuse(actor: Actor, appeal: AppealFacts) -> Verdict:
    """A person decides, never the machine; Law No. 67, Article 6-1."""
    return _may_do("refuse", actor, appeal)


def may_answer_request(actor: Actor, appeal: AppealFacts) -> Verdict:
    """The registrar or the head for the body, the responsible executor for himself."""
    verdict = _may_do("answer_request", actor, appeal)
    return verdict or _may_execute("answer_request", actor, appeal, lead_only=True) or verdict


def may_ask_applicant(actor: Actor, appeal: AppealFacts) -> Verdict:
    """Who has to answer, and the heads who sign."""
    by_head = _may_do("ask_applicant", actor, appeal)
    return by_head if by_head else _may_execute("ask_applicant", actor, appeal, lead_only=True)


def may_manage_accounts(actor: Actor) -> Verdict:
    """Accounts and reference data: the technical operator (Resolution No. 463, clause 2)."""
    return ALLOWED if actor.has_role("technical_operator") else Verdict("not_your_role")


def may_keep_cabinet(actor: Actor) -> Verdict:
    """Whoever has an account keeps drafts, data and earlier appeals of his own; officials are citizens too."""
    return ALLOWED if actor.account_id is not None else Verdict("not_your_role")


def _may(verb: str, *, or_lead: bool = False) -> Policy:
    """The policy of a verb that the table of roles decides alone, or else the responsible executor may."""

    def may(actor: Actor, appeal: AppealFacts) -> Verdict:
        by_role = _may_do(verb, actor, appeal)
        if by_role or not or_lead:
            return by_role
        return _may_execute(verb, actor, appeal, lead_only=True) or by_role

    return may


def _may_as_executor(verb: str, *, lead_only: bool = False) -> Policy:
    def may(actor: Actor, appeal: AppealFacts) -> Verdict:
        return _may_execute(verb, actor, appeal, lead_only=lead_only)

    return may


def _may_work(verb: str) -> Policy:
    """The policy of what any of the body's people do who may see the appeal; not an overseer from above."""

    def may(actor: Actor, appeal: AppealFacts) -> Verdict:
        if not (actor.has_role(*READERS, body_id=appeal.body_id) or _works_on(actor, appeal)):
            return Verdict("not_your_role")
        return may_see(actor, appeal) and _possible(verb, appeal)

    return may


def _may_control(verb: str, *, with_own_mark: bool = True) -> Policy:
    def may(actor: Actor, appeal: AppealFacts) -> Verdict:
        verdict = control_verdict(actor, appeal, with_own_mark=with_own_mark)
        return verdict and _possible(verb, appeal)

    return may


VERBS: dict[str, Policy] = {
    "register": may_register,
    "refuse": may_refuse,
    "forward": _may("forward"),
    "forward_part": _may("forward_part"),
    "extend": _may("extend"),
    "ask_applicant": may_ask_applicant,
    **{verb: _may(verb) for verb in ("merge", "liken", "group", "join_cause", "leave_cause", "answer_alike")},
    "translate_answer": _may_as_executor("translate_answer", lead_only=True),
    "end_correspondence": _may("end_correspondence"),
    "set_signature": _may("set_signature"),
    "withdraw": _may("withdraw"),
    "resolve": _may("resolve"),
    "draft_answer": _may_as_executor("draft_answer", lead_only=True),
    "submit_answer": _may_as_executor("submit_answer", lead_only=True),
    "return_answer": _may("return_answer"),
    "sign_answer": _may("sign_answer"),
    "send_answer": _may("send_answer"),
    "add_note": _may_work("add_note"),
    "contribute": _may_as_executor("contribute"),
    "attach_file": _may_as_executor("attach_file"),
    "decide_match": _may("decide_match"),
    "move_up": _may("move_up"),
    **{verb: _may(verb) for verb in _REGISTRAR_OR_HEADS[-4:]},
    "declare_conflict": _may_work("declare_conflict"),
    "give_back": _may_work("give_back"),
    "list_questions": _may("list_questions", or_lead=True),
    "confirm_promise": _may("confirm_promise", or_lead=True),
    "take_under_control": _may_control("take_under_control", with_own_mark=False),
    "lift_control": _may_control("lift_control"),
    "request_information": _may_control("request_information"),
    "answer_request": may_answer_request,
    "leave_behind": lambda actor, _: may_load_register(actor),
}


def verbs_open_to(actor: Actor, appeal: AppealFacts) -> tuple[str, ...]:
    """«What may I do next?» for a page, in table order."""
    return tuple(verb for verb, may in VERBS.items() if may(actor, appeal))


def _works_on(actor: Actor, appeal: AppealFacts) -> bool:
    """An executor named in the resolution who still holds a post in the body."""
    mine = actor.official_id
    if mine is None or not any(p.body_id == appeal.body_id for p in actor.posts):
        return False
    return mine == appeal.lead_official_id or mine in appeal.co_official_ids


def _possible(verb: str, appeal: AppealFacts) -> Verdict:
    return ALLOWED if verb in states.verbs_from(appeal.state) else Verdict("not_possible_now")


def _may_do(verb: str, actor: Actor, appeal: AppealFacts, roles: tuple[str, ...] = ()) -> Verdict:
    if because := conflicts.kept_away(actor, appeal):
        return Verdict(because)
    if not any(p.body_id == appeal.body_id for p in actor.posts):
        return Verdict("not_your_body")
    if not actor.has_role(*(roles or DOERS[verb]), body_id=appeal.body_id):
        return Verdict("not_your_role")
    return _possible(verb, appeal)


def _may_execute(verb: str, actor: Actor, appeal: AppealFacts, *, lead_only: bool) -> Verdict:
    if because := conflicts.kept_away(actor, appeal):
        return Verdict(because)
    if not any(p.body_id == appeal.body_id for p in actor.posts):
        return Verdict("not_your_body")
    if not _works_on(actor, appeal) or (lead_only and actor.official_id != appeal.lead_official_id):
        return Verdict("not_your_task")
    return _possible(verb, appeal)
