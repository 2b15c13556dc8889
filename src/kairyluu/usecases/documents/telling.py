"""The registrar of a body, or its head where it has none, is told of new differences: numbers and a link, nothing else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from kairyluu.data.agencies.models import Body
from kairyluu.notices import outbox
from kairyluu.queries.staff import address_of, list_colleagues
from kairyluu.rules.workdays import date_in_bishkek

LETTERS = UUID("0a6f7c7e-58d5-5b39-8d55-3f2f0f5b7a91")


def tell_keepers(body: Body, *, n: int, n_new: int, now: datetime) -> None:
    """Each once a day, however often the registers are compared."""
    today = date_in_bishkek(now)
    facts = {"body": body.name_ky, "n": n, "n_new": n_new}
    keepers = list_colleagues(body.pk, today, "registrar") or list_colleagues(body.pk, today, "head")
    for one in keepers:
        address, language = address_of(one.official_id)
        letter = uuid5(LETTERS, f"{body.code} {one.official_id} {today.isoformat()}")
        if address and not outbox.is_put(letter):
            outbox.put_for_official(
                "registers_differ",
                notice_id=letter,
                address=address,
                language=language,
                now=now,
                facts=facts,
            )
