"""What the console says when a use case refuses: what to do, and where."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.rules.refusals import Refused

TOLD: dict[str, tuple[str | Promise, str]] = {
    "not_introduced": (_("Say your name and your post to the caller first, and tick both."), "said_name"),
    "content_missing": (_("Write down what the caller says."), "text"),
    "name_required": (
        _("Ask for the name: without it the call can be explained or noted, not registered as an appeal."),
        "name",
    ),
    "organisation_required": (_("Write the legal form and the name of the organisation."), "organisation"),
    "not_a_telephone": (_("Write the number with its code, like 0700 12 34 56."), "phone"),
    "unknown_concern": (_("Say whom it is about, or choose that it is about nobody."), "concern"),
    "explanation_missing": (_("Choose the body and write by what procedure to turn to it."), "told"),
    "why_not_listed": (_("Choose what kind of call it was."), "why"),
    "call_ended": (_("This call has ended already: what is wrong in it is corrected in the journal."), ""),
    "changed_meanwhile": (
        _("The call was saved in another window. Compare, then save again: what you typed is kept here."),
        "elsewhere",
    ),
    "not_suggested": (_("The text has changed: look again whether it is urgent."), "text"),
    "number_or_secret_wrong": (_("No appeal has this number and code together."), "earlier_number"),
    "too_many_attempts": (_("Too many attempts: try again later."), "earlier_number"),
    "correction_empty": (_("Write what is right, and why."), "content"),
    "number_missing": (_("Write the caller's number, or send no SMS."), "phone"),
    "taken_by_another": (_("Another operator has it already."), ""),
    "number_incomplete": (_("Write the number and the day as they stand in the document system."), ""),
    "number_taken": (_("Another appeal has this number and day already. Look again."), ""),
    "entry_is_there": (_("It is registered there already: nothing was sent."), ""),
    "not_allowed": (
        _("The complaint is about you: give the caller to another operator or name the portal."),
        "concern",
    ),
}
_OTHER = _("This cannot be done now. Everything you typed is kept.")


def sentence(refused: Refused) -> tuple[str, str]:
    """The sentence and the field it belongs to, empty for none."""
    told, field = TOLD.get(refused.code, (_OTHER, ""))
    return str(told), field
