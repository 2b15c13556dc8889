"""Services are topics; what an appeal needs by law and GeoReport has no field for is asked as attributes of the service."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kairyluu.design.wording import KINDS
from kairyluu.faces.api.georeport.writing import Wrong
from kairyluu.faces.api.language import language_now
from kairyluu.queries.directory import directory

NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}
TEXT, ONE = "string", "singlevaluelist"


def demand_jurisdiction(code: str) -> None:
    """Raises `Wrong`; none at all is allowed, topics are the same everywhere."""
    body = directory().bodies.get(code)
    if code and (body is None or not body.is_open):
        raise Wrong(404, (_("There is no jurisdiction_id like this: it is the code of a body."),))


def list_services() -> list[dict[str, Any]]:
    topics = directory().topics.values()
    return [_service(topic) for topic in sorted(topics, key=lambda topic: str(topic.code))]


def definition(code: str) -> dict[str, Any]:
    """Raises `Wrong`."""
    if code not in directory().topics:
        raise Wrong(404, (_("There is no service_code like this."),))
    return {"service_code": code, "attributes": _attributes()}


def _service(topic: Any) -> dict[str, Any]:
    language = language_now()
    return {
        "service_code": topic.code,
        "service_name": topic.name(language),
        "description": topic.name(language),
        "metadata": True,
        "type": "realtime",
        "keywords": ",".join(sorted({topic.name_ky, topic.name_ru, topic.name_en})),
        "group": (topic.parent or topic).name(language),
    }


def _attributes() -> list[dict[str, Any]]:
    territories = sorted(directory().territories.values(), key=lambda row: str(row.code))
    places = [(row.code, row.name(language_now())) for row in territories]
    kinds = [(code, str(word.text)) for code, word in KINDS.items()]
    agreed = [("yes", _("yes"))]
    asked: list[tuple[str, str, bool, str, list[tuple[str, str]]]] = [
        ("home_address", TEXT, True, _("Address of the applicant: village, street, house"), []),
        ("territory", ONE, False, _("District or city of the applicant; else that of the body"), places),
        ("patronymic", TEXT, False, _("Patronymic"), []),
        ("kind", ONE, False, _("Kind of appeal; else an application"), kinds),
        ("reply_language", ONE, False, _("Language of the reply; else Kyrgyz"), list(NAMES.items())),
        ("instruction_version", TEXT, True, _("Version of the instruction that was read"), []),
        ("consent", ONE, True, _("Consent to the handling of the data given"), agreed),
        ("listed", ONE, False, _("State, topic, body and days may be shown to everybody"), agreed),
    ]
    return [
        {
            "variable": True,
            "code": code,
            "datatype": datatype,
            "required": is_required,
            "datatype_description": "",
            "order": order,
            "description": words,
            "values": [{"key": key, "name": name} for key, name in values],
        }
        for order, (code, datatype, is_required, words, values) in enumerate(asked, 1)
    ]
