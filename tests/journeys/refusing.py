"""An appeal that the body refused to consider."""

from __future__ import annotations

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider
from tests.cast import NOW, Town
from tests.factories import appeals

REASON = "Текстте мекеменин кызматкерлерине карата адепсиз сөздөр колдонулган, маңызы жазылган эмес."


def refused(town: Town) -> Appeal:
    appeal = appeals.received(town)
    command = RefuseToConsider(appeal_id=appeal.pk, ground="profanity", reason=REASON)
    refuse_to_consider(command, actor=town.registrar.actor, now=NOW)
    return Appeal.objects.get(pk=appeal.pk)
