"""What these pages say when a use case refuses: what to do, and where."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.rules.refusals import Refused

TOLD: dict[str, tuple[str | Promise, str]] = {
    "nothing_to_tell": (_("Write what is reported."), "text"),
    "receiver_not_listed": (_("Choose who receives it and by which way."), "way"),
    "channel_not_open": (_("This receiver cannot be reached that way: choose another one."), "way"),
    "not_connected": (_("The exchange is not connected: use another way."), "way"),
    "officer_missing": (_("By telephone: write down who answered there."), "spoken_name"),
    "acknowledgement_empty": (_("Write down their registration number and its day."), "ack_number"),
    "answer_empty": (_("Write down what they answered."), "answer_words"),
    "day_not_possible": (_("The day lies before the referral or after today."), "ack_on"),
    "not_possible_now": (_("This was noted before: the page shows it."), ""),
}
_OTHER = _("This cannot be done now. Everything you typed is kept.")


def sentence(refused: Refused) -> tuple[str, str]:
    """The sentence and the field it belongs to, empty for none."""
    if refused.code == "not_said_what":
        return str(_("Say what it is about, and whether it is prepared, done or being done.")), str(
            refused.facts.get("field", "matter")
        )
    told, field = TOLD.get(refused.code, (_OTHER, ""))
    return str(told), field
