"""How the document tells who may ask: a secret or a token as bearer, got by OAuth 2, with the scope each operation needs."""

from __future__ import annotations

from typing import Any

from kairyluu.design.wording import SCOPES
from kairyluu.faces.api.manual.words import in_words
from kairyluu.rules.exchange.programs import DRAFT, READ, REGISTER, RESOLVE, SEND, WEBHOOKS

# By operation; one that is closed and not named here reads.
NEEDS = {
    "register": REGISTER,
    "resolve": RESOLVE,
    "draft": DRAFT,
    "submit_draft": DRAFT,
    "attach": DRAFT,
    "submit": SEND,
    **dict.fromkeys(("webhooks", "subscribe", "events", "unsubscribe", "rotate", "steer_webhook"), WEBHOOKS),
}
OPEN_TOO = ("submit",)  # nobody needs a token


def schemes(site: str) -> dict[str, Any]:
    """`site` because OpenAPI wants a whole address for tokens."""
    scopes = {scope: in_words(said) for scope, said in SCOPES.items()}
    flow = {"tokenUrl": f"{site}/api/v1/oauth/token", "scopes": scopes}
    return {
        "Bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "the secret of a program of the body, or a short-lived token made of it",
        },
        "OAuth2": {"type": "oauth2", "flows": {"clientCredentials": flow}},
    }


def secured(operation: dict[str, Any]) -> None:
    """Only what ninja closed."""
    if operation.get("security"):
        scope = NEEDS.get(operation["operationId"], READ)
        operation["security"] = [{"Bearer": []}, {"OAuth2": [scope]}]
        if operation["operationId"] in OPEN_TOO:
            operation["security"].append({})
