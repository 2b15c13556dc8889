"""Every "no" of this face in words: its status, a title and a sentence that says the cure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Sentence:
    """Both are translated when they are told."""

    status: int
    title: Any
    detail: Any


_NOT_YOURS = Sentence(
    404, _("Not found"), _("There is no such thing here, or it is not yours to see: both look alike.")
)
SENTENCES: dict[str, Sentence] = {
    "bad_request": Sentence(400, _("The request could not be read"), _("Compare it with the documentation.")),
    "not_json": Sentence(
        415, _("Not JSON"), _("Send JSON in UTF-8 and say so: Content-Type: application/json.")
    ),
    "unreadable": Sentence(
        400, _("The JSON could not be read"), _("Send one JSON object in UTF-8, without NaN and Infinity.")
    ),
    "key_missing": Sentence(
        400,
        _("Idempotency-Key is missing"),
        _("Send the header Idempotency-Key with a new UUID; repeat it when you repeat the request."),
    ),
    "token_missing": Sentence(
        401, _("A token is needed"), _("Send Authorization: Bearer … with a token that is in force.")
    ),
    "not_allowed": Sentence(
        403, _("Not allowed"), _("The official in whose name the token acts may not do this.")
    ),
    "scope_missing": Sentence(403, _("The token is too narrow"), _("This needs the scope %(scope)s.")),
    "not_found": _NOT_YOURS,
    "wrong_number_or_secret": Sentence(
        404,
        _("Number or secret code wrong"),
        _("No appeal has this number and this secret code together. Check both on the receipt."),
    ),
    "method_not_allowed": Sentence(
        405, _("Not by this method"), _("The methods that are known here stand in the header Allow.")
    ),
    "still_answering": Sentence(
        409, _("Still at work"), _("A request with this Idempotency-Key is being answered. Repeat it later.")
    ),
    "changed_meanwhile": Sentence(
        409, _("Somebody acted meanwhile"), _("Read the appeal again and decide by what it says now.")
    ),
    "not_possible_now": Sentence(
        409, _("Not possible now"), _("In the state in which the appeal is this cannot be done.")
    ),
    "other_version": Sentence(
        412, _("Another version by now"), _("Leave out If-Match, or ask again for what is there now.")
    ),
    "too_large": Sentence(413, _("Too much at once"), _("Send less; the limits stand in the documentation.")),
    "invalid": Sentence(422, _("Something does not fit"), _("Each fault is told with its place.")),
    "sent_differently": Sentence(
        422,
        _("This Idempotency-Key was used for something else"),
        _("Repeat what you sent first, or take a new key."),
    ),
    "instruction_first": Sentence(
        422,
        _("The instruction comes first"),
        _("Read /api/v1/instruction and send its version: that is the acknowledgement."),
    ),
    "not_sent": Sentence(422, _("Not accepted"), _("The rules do not allow it: %(why)s.")),
    "too_often": Sentence(429, _("Too often"), _("Wait as many seconds as Retry-After says.")),
    "broken": Sentence(500, _("Something broke on our side"), _("Wait a minute and try again.")),
    "unavailable": Sentence(503, _("Not available now"), _("Wait a minute and try again.")),
}
BY_STATUS = {
    400: "bad_request",
    401: "token_missing",
    403: "not_allowed",
    404: "not_found",
    405: "method_not_allowed",
    412: "other_version",
    413: "too_large",
    415: "not_json",
    503: "unavailable",
}
# The errors of RFC 6749, 5.2, in words.
OAUTH = {
    "invalid_request": _("Send each parameter once, as a form, and say who you are in one way only."),
    "invalid_client": _("The client or its secret is wrong, or its time is over."),
    "invalid_scope": _("The program has not all of these scopes."),
    "unsupported_grant_type": _("Only client_credentials is known here."),
}
# Why an address is not told anything.
ADDRESSES = {
    "not_https": _("Give an address that begins with https://."),
    "no_host": _(
        "Give a whole address, like https://edo.example.kg/appeals, without a name, a password or #."
    ),
    "private_address": _("This address lies inside a network of its own; give one of the open internet."),
}
REQUIRED = _("This is required.")
NO_SUCH_FIELD = _("There is no such field.")
TOO_LONG = _("At most %(n)s characters.")
TOO_SHORT = _("At least %(n)s characters.")
TOO_MANY = _("At most %(n)s.")
ONE_OF = _("One of: %(codes)s.")
NOT_FITTING = _("This value does not fit: compare it with the documentation.")
