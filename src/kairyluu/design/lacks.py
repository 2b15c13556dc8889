"""What a body lacks, as sentences; the codes are those of `queries.readiness`."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.design.wording import KINDS

LACKS: dict[str, str | Promise] = {
    "closed": _("The body is marked as closed."),
    "by_agreement_not_connected": _("The body takes part by agreement, and no agreement has been made yet."),
    "no_head": _("Nobody who can sign in holds the post of the head today."),
    "no_deputy": _("Nobody who can sign in holds the post of a deputy today."),
    "no_registrar": _("Nobody who can sign in holds the post of a registrar today."),
    "review_without_decider": _(
        "Reviews that nobody may decide, because every head took part in the first consideration: %(number)s."
    ),
    "no_calendar": _("The calendar of %(year)s is not there."),
    "no_register_book": _("A register book cannot be opened: %(reason)s."),
    "no_term": _("No term is in force for: %(family)s (%(kind)s)."),
    "terms_overlap": _("More than one term is in force for: %(family)s (%(kind)s)."),
}
FACTS: dict[str, str | Promise] = {
    "mark": _("the body has no mark for its numbers"),
    "pattern": _("the pattern of its numbers is not right"),
    "registration": _("registration"),
    "consideration": _("consideration"),
    **{code: word.text for code, word in KINDS.items()},
}


def sentence(code: str, facts: Mapping[str, str]) -> str:
    """One sentence in the language in use."""
    words = {name: str(FACTS.get(value, value)) for name, value in facts.items()}
    return str(LACKS[code]) % words
