"""The API is tried by its own document: whatever the document allows, and what it does not, no answer is outside it and
none breaks. The same requests each time; `make soak` tries many more."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kairyluu.faces.api import gate, limits
from kairyluu.faces.api.manual.document import document
from kairyluu.rules.exchange.programs import SCOPES
from kairyluu.usecases.programs.open import OpenProgram, open_program
from kairyluu.usecases.programs.take import TakeSecret, take_secret
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals

CHECKS = [
    *(not_a_server_error, status_code_conformance, content_type_conformance),
    *(response_headers_conformance, response_schema_conformance),
]
FEW = 1  # of each operation with good and with bad values, in the ordinary run
# Who asks, and in which scopes; nobody is anonymous.
CALLERS = [("", ()), *(("akim" if "resolve" in scope else "registrar", (scope,)) for scope in SCOPES)]
ASKED: Counter[str] = Counter()  # requests by operation
CLOSED = ("/api/v1/cases", "/api/v1/webhooks")


@pytest.fixture(autouse=True)
def _in_process(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    monkeypatch.setattr(limits, "READS_A_MINUTE", 10**9)
    monkeypatch.setattr(gate, "REQUESTS_A_MINUTE", 10**9)
    settings.THROTTLE_SUBMISSIONS = False
    for signal in (request_started, request_finished):  # the connection is the test's
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def headers_of(town: Town, who: str, scopes: tuple[str, ...]) -> dict[str, str]:
    if not who:
        return {}
    member = getattr(town, who)
    command = OpenProgram(
        name="x",
        body=town.body.code,
        official_id=member.official.pk,
        scopes=scopes,
        ends_on=TODAY + timedelta(days=9),
    )
    row = open_program(command, actor=town.operator_of_the_system.actor, now=NOW)
    secret = take_secret(TakeSecret(program_id=row.pk), actor=member.actor, now=NOW)
    return {"Authorization": f"Bearer {secret}"}


def try_all(
    town: Town, headers: dict[str, str], most: int, *, beginning: tuple[str, ...] = ("/api/v1/",)
) -> int:
    """How many operations were tried."""
    from kairyluu.wiring.wsgi import application

    schema = schemathesis.openapi.from_dict(document())
    schema.app = application
    real = str(appeals.received(town).pk)
    n, wrong = 0, []
    for result in schema.get_all_operations():
        operation = result.ok()
        if not operation.path.startswith(beginning):
            continue
        n += 1
        for mode in _modes(n, most):
            try:
                _try(operation, mode, headers | {"Accept-Encoding": "identity"}, real, most)
            except (Exception, BaseExceptionGroup) as found:
                wrong.append(f"{operation.label}: {found} {getattr(found, 'exceptions', '')}")
    assert not wrong, "\n\n".join(wrong)
    return n


def _modes(n: int, most: int) -> list[GenerationMode]:
    """Good values and bad ones; by turns where little is tried."""
    modes = list(GenerationMode)
    return modes if most > FEW else [modes[n % len(modes)]]


def _try(operation: Any, mode: GenerationMode, headers: dict[str, str], real: str, most: int) -> None:
    @settings(
        max_examples=most,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: Any) -> None:
        if "case_id" in (case.path_parameters or {}) and len(repr(case.body)) % 2:
            case.path_parameters["case_id"] = real
        ASKED[operation.label] += 1
        case.call_and_validate(headers=headers, checks=CHECKS)

    asked()


def test_no_answer_is_outside_the_document(town: Town, instruction: str) -> None:
    """Anonymous, and the closed operations by a program that may everything a registrar may."""
    assert try_all(town, {}, FEW) >= 30
    assert try_all(town, headers_of(town, "registrar", SCOPES), FEW, beginning=CLOSED) >= 14


@pytest.mark.soak
@pytest.mark.parametrize(("who", "scopes"), CALLERS)
def test_nor_after_many_more(town: Town, instruction: str, who: str, scopes: tuple[str, ...]) -> None:
    most = int(os.environ.get("KAIRYLUU_SOAK_EXAMPLES", "100"))
    beginning = CLOSED if who else ("/api/v1/",)
    ASKED.clear()
    assert try_all(town, headers_of(town, who, scopes), most, beginning=beginning) >= 8
    print(f"{who or 'anybody'} {' '.join(scopes)}: {ASKED.total()} requests to {len(ASKED)} operations")
