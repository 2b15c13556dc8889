"""What a caller is sent after an explanation, in his language: which body, its telephone, the procedure. Regulation of
the Alai line, III.5; H36–H37."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from kairyluu.data.exchange.models import ToldMessage
from kairyluu.queries.directory import directory
from kairyluu.rules.exchange.short_messages import Measured, measure

LANGUAGES = ("ky", "ru", "en")


def language_of(fields: Mapping[str, str]) -> str:
    language = fields.get("reply_language", "")
    return language if language in LANGUAGES else "ky"


def told_text(fields: Mapping[str, str]) -> str:
    """From the call as typed; empty while the body or the procedure is missing."""
    body = directory().bodies.get(fields.get("told_body", ""))
    procedure = " ".join(fields.get("told", "").split())
    if body is None or not procedure:
        return ""
    language = language_of(fields)
    phone = (body.phone or body.trust_phone).replace("|", ", ")
    with override(language):
        facts = {"body": body.name(language), "phone": phone, "told": procedure}
        if phone:
            return _("On your matter turn to: %(body)s, tel. %(phone)s. %(told)s") % facts
        return _("On your matter turn to: %(body)s. %(told)s") % facts


def measured(fields: Mapping[str, str]) -> Measured | None:
    """How long the message would be; None while there is none."""
    text = told_text(fields)
    return measure(text) if text else None


def words_for_calls(call_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What became of the message of each call, in the language in force; calls without one are absent."""
    rows = ToldMessage.objects.filter(call_id__in=list(call_ids))
    words = {"sent": _("SMS sent"), "failed": _("SMS not sent"), "waiting": _("SMS is being sent")}
    return {row.call_id: words[row.state] for row in rows}
