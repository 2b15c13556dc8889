"""Words of the exchange with document systems: kinds of messages, why one does not get through, differences, their cures."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

register = template.Library()

KINDS: dict[str, str | Promise] = {
    "registered": pgettext_lazy("message", "Registration"),
    "registration": pgettext_lazy("message", "Registration"),
    "resolution": pgettext_lazy("message", "Resolution"),
    "answer": pgettext_lazy("message", "Answer"),
    "changed": pgettext_lazy("message", "Change"),
    "state": pgettext_lazy("message", "State"),
    "appeal": pgettext_lazy("message", "Appeal of theirs"),
}
FAULTS: dict[str, str | Promise] = {
    "TimeoutError": _("It does not answer"),
    "URLError": _("It cannot be reached"),
    "not_json": _("It answers what cannot be read"),
    "empty": _("It answers nothing"),
    "no_certificate": _("The certificates are missing: call the technical operator"),
    "secret_unreadable": _("The secret key cannot be opened: call the technical operator"),
    "number_taken": _("It gave the number of another appeal"),
    "entry_differs": _("It tells another number than before"),
    "no_system": _("The body has no such system any more"),
    "nobody_named": _(
        "Nobody is named in whose name this is done: do it yourself, or call the technical operator"
    ),
    "not_allowed": _("Who is named may not do this now"),
    "not_possible_now": _("The appeal is not in the state for this: see to it, then take it up again"),
    "executor_not_in_body": _("The executor who is named works in no post here"),
    "outcome_not_listed": _("The outcome is not in our list"),
    "file_missing": _("A file is missing"),
    "xroad:Server.ServerProxy.AccessDenied": _("X-Road: the other side has not allowed us its service"),
    "xroad:Server.ServerProxy.UnknownService": _("X-Road does not know the service"),
    "message_unreadable": _("Their message has a field that cannot be read"),
    "http_401": _("It does not let us in: call the technical operator"),
    "http_403": _("It does not let us in: call the technical operator"),
}
# By the beginning of the code, the nearest first.
FAMILIES: tuple[tuple[str, str | Promise], ...] = (
    ("http_4", _("It refused our message")),
    ("http_5", _("It has a fault of its own")),
    ("xroad:", _("X-Road did not carry it over")),
)
DIFFERENCES: dict[str, str | Promise] = {
    "not_sent": _("Registered here, never sent there"),
    "given_up": _("The registration there was given up"),
    "waiting_long": _("It has waited for its number there for more than a day"),
    "not_there": _("Registered there once, and missing there now"),
    "number_differs": _("The numbers or days there differ"),
    "number_there": _("It has a number there that did not come here"),
    "kind_differs": _("The kinds of the appeal differ"),
    "changed_since": _("Changed here since it was told there"),
    "unknown_here": _("It stands there, and we do not know it"),
    "package_gap": _("A package of theirs never came"),
}
CURES: dict[str, str | Promise] = {
    "send": _("Send it"),
    "send_again": _("Send again"),
    "take_number": _("Take their number"),
    "send_change": _("Send the change"),
}


@register.filter
def message_kind(code: str) -> str:
    return str(KINDS.get(code, code))


@register.filter
def exchange_fault(code: str) -> str:
    """In words, with the code for whoever mends it."""
    if not code:
        return gettext("Not sent yet")
    of_family = (said for prefix, said in FAMILIES if code.startswith(prefix))
    words = FAULTS.get(code) or FAULTS.get(code.partition(":")[0]) or next(of_family, None)
    return f"{words} ({code})" if words else gettext("The answer was: %(code)s") % {"code": code}


@register.filter
def difference_word(code: str) -> str:
    return str(DIFFERENCES.get(code, code))


@register.filter
def day_words(iso: str) -> str:
    """`2026-03-10` as people write it; nothing for nothing."""
    return ".".join(reversed(iso.split("-"))) if iso else ""


@register.filter
def cure_word(code: str) -> str:
    return str(CURES.get(code, code))
