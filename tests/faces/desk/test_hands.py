"""Acts on pages of their own: forwarding, a part, withdrawing, extending, asking."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, Clarification, ComplaintTarget, Handover, Question
from kairyluu.data.reference.models import Setting
from kairyluu.rules.facts import Actor
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.reply import ReplyToQuestion, reply_to_question
from kairyluu.usecases.quality.list_questions import ListQuestions, list_questions
from tests.cast import NOW, Member, Town
from tests.faces.desk.case_pages import hidden_fields, offers, url
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."
LONG = "Жер кадастрынан маалымат күтүлүүдө, ал апрелдин башында келет."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def at_desk(member: Member) -> InspectingClient:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def send(client: InspectingClient, appeal: Appeal, act: str, **fields: str):
    address = url(appeal, f"{act}/")
    form = hidden_fields(client.get(address).content.decode(), address)
    return client.post(address, form | fields)


def test_the_case_leads_to_the_rare_acts_of_each_post(town: Town) -> None:
    appeal = appeals.assigned(town)
    acts = ("forward", "forward-part", "withdraw", "extend", "ask")

    def offered(member: Member) -> list[str]:
        page = at_desk(member).get(url(appeal)).content.decode()
        return [act for act in acts if offers(page, appeal, act)]

    assert offered(town.registrar) == ["forward", "forward-part", "withdraw"]
    assert offered(town.akim) == ["forward", "forward-part", "extend", "ask"]
    assert offered(town.deputy) == ["forward", "forward-part", "ask"]
    assert offered(town.executor) == ["ask"]
    assert offered(town.controller) == []


def test_forwarding_shows_its_day_searches_and_names_the_receiver(town: Town) -> None:
    appeal = appeals.registered(town)
    registrar = at_desk(town.registrar)

    page = text_of(registrar.get(url(appeal, "forward/")).content)
    found = send(registrar, appeal, "forward", find="1", q="сары таш", reason="Менин сөзүм")
    done = send(registrar, appeal, "forward", to=town.foreign_body.code, reason=WHY)

    assert "17.03.2026" in page
    assert "5 жумуш күн калды" in page
    names = text_of(found.content)
    assert town.foreign_body.name_ky in names
    assert town.ministry.name_ky not in names
    assert "Менин сөзүм" in names
    assert done["Location"] == url(appeal)
    case = text_of(registrar.get(url(appeal)).content)
    assert "Башка органга жөнөтүлдү" in case
    assert WHY in case
    assert Handover.objects.get().successor.body == town.foreign_body


def test_a_refusal_of_the_receiver_stands_beside_the_field(town: Town) -> None:
    appeal = appeals.registered(town)
    ComplaintTarget.objects.create(appeal=appeal, official=town.foreign_head.official)
    registrar = at_desk(town.registrar)

    refused = send(registrar, appeal, "forward", to=town.foreign_body.code, reason=WHY)
    nothing = send(registrar, appeal, "forward", to="", reason="")

    assert (refused.status_code, nothing.status_code) == (422, 422)
    page = refused.content.decode()
    assert 'href="#forward-to"' in page
    assert f"{town.foreign_body.name_ky} боюнча даттануу бар" in text_of(refused.content)
    assert WHY in text_of(refused.content)
    assert not Handover.objects.exists()


def test_a_bounced_appeal_offers_no_body_and_climbs(town: Town) -> None:
    leg = appeals.registered(town)
    for to, by in ((town.foreign_body, town.registrar), (town.body, town.foreign_registrar)):
        command = ForwardAppeal(appeal_id=leg.pk, to=to.code, reason=WHY)
        leg = forward_appeal(command, actor=by.actor, now=NOW)
    registrar = at_desk(town.registrar)

    page = text_of(registrar.get(url(leg, "forward/")).content)
    send(registrar, leg, "forward", reason=WHY)

    assert "буга чейин 2 жолу жөнөтүлгөн" in page
    assert town.above.name_ky in page
    case = text_of(registrar.get(url(leg)).content)
    assert "Кимдин колунда болду" in case
    assert "жогорку органга өттү" in case


def test_a_part_needs_its_words(town: Town) -> None:
    appeal = appeals.assigned(town)
    akim = at_desk(town.akim)

    short = send(akim, appeal, "forward-part", part="Көчө", to=town.ministry.code, reason=WHY)
    done = send(
        akim, appeal, "forward-part", part="Жөлөкпул качан төлөнөт?", to=town.ministry.code, reason=WHY
    )

    assert short.status_code == 422
    assert "эң аз 10 белги" in text_of(short.content)
    assert done.status_code == 302
    assert "бир суроо: Жөлөкпул качан төлөнөт?" in text_of(akim.get(url(appeal)).content)


def test_listed_questions_are_ticked_and_go_in_their_words(town: Town) -> None:
    appeal = appeals.assigned(town)
    questions = ("Жөлөкпул качан төлөнөт?", "Суу качан келет?")
    command = ListQuestions(appeal_id=appeal.pk, questions=questions)
    list_questions(command, actor=town.registrar.actor, now=NOW)
    first = Question.objects.get(text=questions[0])
    akim, fields = at_desk(town.akim), {"question": str(first.pk), "reason": WHY, "part": ""}

    unfinished = send(akim, appeal, "forward-part", **fields, to="")
    done = send(akim, appeal, "forward-part", **fields, to=town.ministry.code)

    page = unfinished.content.decode()
    assert unfinished.status_code == 422
    assert f'name="question" value="{first.pk}" checked' in page
    assert questions[1] in page
    assert done.status_code == 302
    assert Handover.objects.get(appeal=appeal).part == questions[0]
    case = text_of(akim.get(url(appeal)).content)
    assert case.count(f"ага ошол орган жооп берет: {town.ministry.name_ky}") == 1
    drafting = at_desk(town.executor).get(url(appeal)).content.decode()
    assert ('name="answer_1"' in drafting, 'name="answer_2"' in drafting) == (False, True)
    nothing = send(akim, appeal, "forward-part", to=town.above.code, reason=WHY, part="")
    assert nothing.status_code == 422


def test_a_withdrawal_closes_the_case(town: Town) -> None:
    appeal = appeals.assigned(town)
    registrar = at_desk(town.registrar)

    done = send(registrar, appeal, "withdraw", reason="Маселе чечилди.")
    again = registrar.post(url(appeal, "withdraw/"), {"seen_version": "1", "reason": ""})

    assert (done.status_code, again.status_code) == (302, 409)
    assert "Маселе чечилди." in text_of(registrar.get(url(appeal)).content)


def test_the_head_extends_and_the_case_shows_both_days(town: Town) -> None:
    appeal = appeals.assigned(town)
    akim = at_desk(town.akim)

    before = text_of(akim.get(url(appeal, "extend/")).content)
    short = send(akim, appeal, "extend", reason="Убакыт керек.")
    send(akim, appeal, "extend", reason=LONG)
    again = send(akim, appeal, "extend", reason=LONG)
    case = text_of(akim.get(url(appeal)).content)

    assert "30-апрель" in before
    assert (short.status_code, again.status_code) == (422, 422)
    assert "Мөөнөт 1 жолу узартылат" in text_of(again.content)
    assert all(words in case for words in ("31-март", "30-апрель", LONG))
    assert not offers(akim.get(url(appeal)).content.decode(), appeal, "extend")
    deputy = at_desk(town.deputy)
    assert deputy.get(url(appeal, "extend/")).status_code == 302
    assert deputy.post(url(appeal, "extend/"), {"reason": LONG}).status_code == 403


def test_a_question_and_its_reply_stand_on_the_case(town: Town) -> None:
    appeal = appeals.assigned(town)
    executor = at_desk(town.executor)
    question = "Кайсы көчөдө суу жок?"

    assert 'value="2026-03-17"' in executor.get(url(appeal, "ask/")).content.decode()
    wrong = send(executor, appeal, "ask", question=question, due_on="2026-03-10")
    send(executor, appeal, "ask", question=question, due_on="2026-03-18")
    reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Жаштыкта."), actor=Actor(), now=NOW)
    case = text_of(executor.get(url(appeal)).content)

    assert "11.03.2026" in text_of(wrong.content)
    assert Clarification.objects.get().due_on == date(2026, 3, 18)
    assert question in case
    assert "Жаштыкта." in case


def test_a_silent_applicant_is_shown_with_what_may_be_done(town: Town) -> None:
    appeal = appeals.assigned(town)
    executor = at_desk(town.executor)
    send(executor, appeal, "ask", question="Кайсы көчөдө суу жок?", due_on="2026-03-18")
    Clarification.objects.update(resumed_on=date(2026, 3, 19))

    for setting, offer in (("yes", "Дагы бир жолу суроо"), ("no", "андан кайра суралбайт")):
        Setting.objects.filter(code="ask_again_after_silence").update(value=setting)
        case = text_of(executor.get(url(appeal)).content)
        assert "18.03.2026 чейин жооп берген жок" in case
        assert "Колдо бары боюнча жооп берүү" in case
        assert offer in case
