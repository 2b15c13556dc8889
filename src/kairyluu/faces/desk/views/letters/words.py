"""What the desk calls states, kinds and troubles of letters."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kairyluu.rules.letters import kinds

LISTS: dict[str, str | Promise] = {
    kinds.WAITING: pgettext_lazy("letters", "Waiting"),
    kinds.ATTACHED: pgettext_lazy("letters", "With their appeals"),
    kinds.TAKEN_IN: pgettext_lazy("letters", "Became appeals"),
    kinds.NO_APPEAL: pgettext_lazy("letters", "No appeals"),
    kinds.FILED: pgettext_lazy("letters", "Written by machines"),
}
KINDS: dict[str, str | Promise] = {
    kinds.AUTOMATIC: _("automatic answer"),
    kinds.BOUNCE: _("report of the post"),
    kinds.LIST: _("mailing list"),
}
REASONS: dict[str, str | Promise] = {
    "spam": _("junk"),
    "advertising": _("advertising"),
    "official": _("correspondence of bodies, not an appeal"),
    "twice": _("came twice"),
    "empty": _("nothing in it"),
    "other": _("another reason"),
}
TROUBLES: dict[str, str | Promise] = {
    "unreadable": _("The letter could not be taken apart: open it as it came."),
    "too_large": _("The letter is larger than allowed: only its head was read. It lies in the mailbox."),
    "cut": _("The text is longer than shown: open the letter as it came."),
    "too_many_parts": _("The letter has more parts than were read: open it as it came."),
    "no_text": _("The letter has no text."),
    "winmail": _("A file of Outlook (winmail.dat) could not be opened."),
}
LEFT_OUT: dict[str, str | Promise] = {
    "file_wrong_type": _("a kind that is not accepted"),
    "file_too_big": _("too large"),
    "file_empty": _("empty"),
    "file_broken": _("damaged"),
    "too_many_in_letter": _("more files than are kept apart"),
}
