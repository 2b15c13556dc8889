"""A request that a GeoReport client sends becomes an appeal: by the same act as the form and the API."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils.translation import gettext as _
from pydantic import ValidationError

from kairyluu.faces.api import keys
from kairyluu.faces.api.faults import from_shapes
from kairyluu.faces.api.gate import Caller
from kairyluu.faces.api.georeport.writing import Wrong
from kairyluu.faces.api.problems import Trouble
from kairyluu.faces.api.sentences import SENTENCES
from kairyluu.faces.api.v1.appeals import send_checked
from kairyluu.faces.api.v1.filling import Appeal
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import clean_line

LONGEST = 20_000  # of any field
# Places in an appeal -> what GeoReport calls them.
FIELDS = {
    "/applicant/surname": "last_name",
    "/applicant/given_name": "first_name",
    "/applicant/phone": "phone",
    "/applicant/email": "email",
    "/applicant/address": "attribute[home_address]",
    "/applicant/territory": "attribute[territory]",
    "/applicant/patronymic": "attribute[patronymic]",
    "/kind": "attribute[kind]",
    "/reply_language": "attribute[reply_language]",
    "/instruction_version": "attribute[instruction_version]",
    "/consent": "attribute[consent]",
    "/topic": "service_code",
    "/body": "jurisdiction_id",
    "/subject": "description",
    "/text": "description",
}


def send(request: HttpRequest, by: Caller) -> dict[str, Any]:
    """One row of the answer. Raises `Wrong`."""
    said = {name: values[-1] for name, values in request.POST.lists()}
    if any(len(value) > LONGEST or "\x00" in value for value in said.values()):
        raise Wrong(400, (_("A field is too long, or holds what cannot be kept."),))
    if said.get("service_code", "") not in directory().topics:
        raise Wrong(404, (_("There is no service_code like this."),))
    is_listed = said.get("attribute[listed]") == "yes" and said.get("attribute[kind]") != "complaint"
    try:
        sent = Appeal(**_filled(said, by.body))
        done = send_checked(request, sent, _key(request), by=by, is_listed=is_listed)
    except ValidationError as error:
        raise wrong_of(from_shapes([_placed(one) for one in error.errors()])) from None
    except Trouble as trouble:
        raise wrong_of(trouble) from None
    notice = _("Secret code for following the appeal: %(secret)s. Keep it: it is told here only.")
    return {
        "service_request_id": done.tracking_number,
        "service_notice": notice % {"secret": done.secret},
        "account_id": None,
    }


def _filled(said: dict[str, str], body: str) -> dict[str, Any]:
    def of(name: str) -> str:
        return said.get(name, "")

    home = directory().bodies[body].territory
    text = "\n\n".join(part for part in (of("description"), _place(said)) if part.strip())
    subject = clean_line(of("description"))[: directory().number("subject_limit")]
    return {
        "body": body,
        "kind": of("attribute[kind]") or "application",
        "topic": of("service_code"),
        "subject": subject,
        "text": text,
        "reply_language": of("attribute[reply_language]") or "ky",
        "instruction_version": of("attribute[instruction_version]"),
        "consent": of("attribute[consent]") == "yes",
        "applicant": {
            "surname": of("last_name"),
            "given_name": of("first_name"),
            "patronymic": of("attribute[patronymic]"),
            "phone": of("phone"),
            "email": of("email"),
            "territory": of("attribute[territory]") or (home.code if home else ""),
            "address": of("attribute[home_address]"),
        },
    }


def _place(said: dict[str, str]) -> str:
    """Where it is, in the words of the appeal: pictures elsewhere are named, never fetched."""
    where = clean_line(said.get("address_string", ""))
    point = ", ".join(clean_line(said[name]) for name in ("lat", "long") if said.get(name))
    lines = [
        _("Place: %(where)s")
        % {"where": " ".join(one for one in (where, f"({point})" if point else "") if one)}
        if where or point
        else "",
        clean_line(said.get("media_url", "")),
    ]
    return "\n".join(line for line in lines if line)


def _key(request: HttpRequest) -> UUID:
    """GeoReport knows no such header; who sends it may repeat safely."""
    return keys.key_of(request) if request.headers.get(keys.HEADER) else uuid4()


def _placed(error: Any) -> dict[str, Any]:
    return dict(error) | {"loc": ("body", "sent", *error["loc"])}


def wrong_of(trouble: Trouble) -> Wrong:
    """With the places named as GeoReport names them."""
    said = SENTENCES[trouble.code]
    faults = tuple(f"{FIELDS.get(one.pointer, one.pointer)}: {one.detail}" for one in trouble.faults)
    status = said.status if said.status in (401, 403, 409, 413, 429) else 400
    return Wrong(status, faults or (str(said.detail) % trouble.words if trouble.words else str(said.detail),))
