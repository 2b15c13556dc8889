"""Some calls of the demo town's trust telephone, taken by its operator through the real acts: appeals, an explanation,
calls that hold none, a correction."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from kairyluu.data.calls.models import Call, JournalEntry
from kairyluu.data.reference.models import LawReceiver
from kairyluu.rules.facts import Actor
from kairyluu.usecases.calls.correct_entry import CorrectEntry, correct_entry
from kairyluu.usecases.calls.explain import ExplainCall, explain_call
from kairyluu.usecases.calls.note import NoteNoAppeal, note_no_appeal
from kairyluu.usecases.calls.open import OpenCall, open_call
from kairyluu.usecases.calls.register import RegisterCall, register_call
from kairyluu.usecases.referrals.refer import ReferToLaw, refer_to_law_enforcement

LINE = "alai-trust"
SAID = {"said_name": "on", "said_post": "on", "read_back": "on", "reply_language": "ky", "concern": "nobody"}
# Invented: name, address, telephone, what was said.
APPEALS = (
    (
        "Сыналбаев Кадыр",
        "Кабылан-Көл, 00",
        "0700000004",
        "Электр зымы үйдүн үстүнөн өткөн. Шамалда учкун чыгат.",
    ),
    ("Үлгүбаев Бакыт", "Сопу-Коргон, 00", "0700000005", "Мектептин казанканасында көмүр жок. Класстар суук."),
    (
        "Үлгүбаева Назгүл",
        "Ак-Босого, 00",
        "0700000006",
        "Фельдшердик пунктта дары жок. Эң жакын дарыкана алыс.",
    ),
    (
        "Көргөзбаев Мурат",
        "Мурза айылы, 00",
        "0700000002",
        "Кыштакка автобус каттамы жок. Балдар окууга жөө барат.",
    ),
)
ELSEWHERE = (
    "Үлгүбаева Жибек",
    "Гүлчө, Ленин көчөсү, 00",
    "0700000001",
    "Пенсиянын өлчөмү боюнча маалымат сурайт. Кайда кайрыларын билбейт.",
)
TOLD = {"told_body": "min-labour", "told": "Паспорту менен өзү барат же ушул портал аркылуу жазат."}
NOT_APPEALS = ("wrong_number", "silent", "wrong_number")


def answer_calls(operator: Actor, now: datetime) -> None:
    """Opened one after the other, written down at `now`: numbers are given in the order of registration."""
    moments = iter(now - timedelta(minutes=20 * n) for n in range(len(APPEALS) + len(NOT_APPEALS), -1, -1))
    for who in APPEALS:
        at = next(moments)
        call = _open(operator, who[2], at)
        ended = RegisterCall(call_id=call.pk, seen_version=1, fields=_fields(who))
        register_call(ended, actor=operator, now=now)
    at = next(moments)
    call = _open(operator, ELSEWHERE[2], at)
    explained = ExplainCall(call_id=call.pk, seen_version=1, fields=_fields(ELSEWHERE) | TOLD)
    explain_call(explained, actor=operator, now=now)
    for why in NOT_APPEALS:
        at = next(moments)
        noted = NoteNoAppeal(call_id=_open(operator, "", at).pk, seen_version=1, why=why)
        note_no_appeal(noted, actor=operator, now=now)
    _correct(operator, now)
    _refer(operator, now)


def _refer(operator: Actor, now: datetime) -> None:
    """A caller without a name, and a receiver whose address is invented as well."""
    LawReceiver.objects.get_or_create(
        code="demo-interior",
        defaults={
            "territory": "kg-o-alai",
            "matters": "property|person|crime",
            "name_ky": "Алай районунун ички иштер бөлүмү (көрсөтмө)",
            "name_ru": "Отдел внутренних дел Алайского района (демонстрация)",
            "name_en": "Alai District Department of Internal Affairs (demonstration)",
            "channels": "email|telephone|letter",
            "email": "duty@law.example",
            "telephone": "+996 700 000 102",
            "status": "sample",
            "edited_fields": ["is_active"],
        },
    )
    told = ReferToLaw(
        sending_key=uuid4(),
        body="da-o-alai",
        receiver="demo-interior",
        matter="property",
        tense="prepared",
        channel="email",
        text="Чалган адам өзүн атаган жок: түнкүсүн мал уурдаганга даярданып жатышканын уккан.",
    )
    refer_to_law_enforcement(told, actor=operator, now=now)


def _correct(operator: Actor, now: datetime) -> None:
    first = JournalEntry.objects.filter(book__line__code=LINE).order_by("serial").first()
    if first is not None:
        mended = CorrectEntry(
            entry_id=first.pk,
            applicant=first.applicant.replace("Кабылан-Көл, 00", "Кабылан-Көл, 01"),
            content=first.content,
            reason="үйдүн номуру такталды",
        )
        correct_entry(mended, actor=operator, now=now)


def _open(operator: Actor, number: str, at: datetime) -> Call:
    return open_call(OpenCall(opening_key=uuid4(), line=LINE, number=number), actor=operator, now=at)


def _fields(who: tuple[str, str, str, str]) -> dict[str, str]:
    name, address, phone, text = who
    return SAID | {"who": "person", "name": name, "home_address": address, "phone": phone, "text": text}
