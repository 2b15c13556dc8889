"""Why an act on a case was refused, with the place of the fault and a sentence."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.problems import At, Trouble
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused

FAULTS: dict[str, tuple[str, Any]] = {
    "executor_not_in_body": (
        "/lead/official",
        gettext_lazy("An executor holds no post in the body today: take codes of GET /cases/executors."),
    ),
    "executor_complained_about": (
        "/lead/official",
        gettext_lazy("An executor is complained about here: name somebody else."),
    ),
    "executor_named_twice": ("/co_executors", gettext_lazy("One person is named twice.")),
    "internal_day_too_late": (
        "/due_on",
        gettext_lazy("The internal day lies between today and the day by law."),
    ),
    "instruction_empty": ("/text", gettext_lazy("Write what is to be done.")),
    "outcome_not_listed": ("/outcome", gettext_lazy("Take a code of GET /outcomes.")),
    "near_copy_unexplained": (
        "/copy_reason",
        gettext_lazy("The text repeats an earlier answer: say why that is right."),
    ),
    "no_draft": ("", gettext_lazy("Write the draft first.")),
    "reason_missing": ("/measures", gettext_lazy("This outcome needs words on what was done, in the draft.")),
    "placeholder_left": ("/text", gettext_lazy("A placeholder of the template was left in the draft.")),
    "answer_incomplete": (
        "/gaps_reason",
        gettext_lazy("Something that was asked is left open: say why, in the draft."),
    ),
    "match_undecided": (
        "",
        gettext_lazy("A person must first decide, on the page of the case, whom the complaint means."),
    ),
}


def why_not(refused: Refused) -> Trouble:
    """A refusal of the rules as a problem."""
    if isinstance(refused, NotAllowed):
        is_late = refused.facts.get("because") == "not_possible_now"
        return Trouble("not_possible_now" if is_late else "not_allowed")
    if refused.code in ("appeal_not_found", "no_such_case"):
        return Trouble("not_found")
    if refused.code in ("changed_meanwhile", "not_possible_now"):
        return Trouble(refused.code)
    if refused.code == "unknown_code":
        return invalid(At(f"/{refused.facts['kind']}", _("There is nothing with this code.")))
    if refused.code in FAULTS:
        pointer, said = FAULTS[refused.code]
        return invalid(At(pointer, str(said)))
    return Trouble("not_sent", words={"why": refused.code})
