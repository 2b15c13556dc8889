"""Examples that work when they are pasted: by operation, with places for what each installation has of its own."""

from __future__ import annotations

from typing import Any

# Filled in by the document: a body that is open here, its territory, one of its officials, the version of the instruction.
BODY, TERRITORY, INSTRUCTION, OFFICIAL = "{body}", "{territory}", "{instruction}", "{official}"

SITE = "{site}"

QUERIES: dict[str, dict[str, Any]] = {
    "bodies": {"search": "алай", "limit": 5},
    "heads": {"body": BODY},
    "topics": {"search": "суу", "limit": 5},
    "territories": {"search": "ош", "limit": 5},
    "calculation": {"received": "2026-03-06", "at": "17:45"},
    "cases": {"state": "received", "limit": 5},
}
PATHS: dict[str, dict[str, str]] = {
    "body": {"code": BODY},
    "line": {"code": "alai-trust"},
    "broken_down": {"breakdown": "regions"},
    "districts": {"oblast": "kg-o"},
}
# What the names in braces mean.
PLACES = {
    "code": "code, as the list tells it",
    "oblast": "code of a territory at the top, as GET /territories tells it",
    "key": "the Idempotency-Key with which the appeal will be sent",
    "case_id": "`id` of a case",
    "file_id": "`id` of a file, as the appeal or the case names it",
    "webhook_id": "`id` of a webhook",
}
BODIES: dict[str, dict[str, Any]] = {
    "submit": {
        "body": BODY,
        "kind": "application",
        "subject": "Айылда таза суу жок",
        "text": "Үч жумадан бери айылда таза суу жок. Насос иштебей калды. Оңдоп берүүңүздөрдү суранам.",
        "reply_language": "ky",
        "applicant": {
            "surname": "Үлгүбаева",
            "given_name": "Айгүл",
            "phone": "+996700123456",
            "territory": TERRITORY,
            "address": "Гүлчө айылы, Манас көчөсү, 5",
        },
        "instruction_version": INSTRUCTION,
        "consent": True,
    },
    "track": {"number": "26-267-118-232-8", "secret": "3880 3442 5418"},
    "file": {"number": "26-267-118-232-8", "secret": "3880 3442 5418"},
    "register": {"version": 1},
    "resolve": {
        "version": 2,
        "text": "Жеринде текшерип, чара көрүп, жообун даярдаңыз.",
        "lead": {"official": OFFICIAL},
    },
    "draft": {
        "version": 3,
        "text": "Урматтуу Айгүл Токтосуновна! Насос 5-мартта оңдолду, суу берилди.",
        "outcome": "satisfied",
        "measures": "Насос алмаштырылды.",
    },
    "submit_draft": {"version": 4},
    "subscribe": {
        "address": "https://edo.example.kg/kairyluu",
        "events": ["appeal.received", "appeal.registered", "appeal.answered"],
    },
}
