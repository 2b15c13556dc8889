"""Appeals of one cause: one consideration answers all, each with its own number, letter and language."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, Attachment, ComplaintTarget
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alike.answer_members import LanguageMissing
from kairyluu.usecases.alike.group import AlreadyInGroup, GroupAlike, NobodyToGroup, group_alike
from kairyluu.usecases.alike.others import NamesSomebodyElse
from kairyluu.usecases.alike.translate_answer import NoGroup, TextMissing, TranslateAnswer, translate_answer
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from tests.cast import Town
from tests.factories import appeals
from tests.usecases.alike.pairs import LATER, entered, from_neighbour


def grouped(town: Town, lead: Appeal, *members: Appeal) -> Appeal:
    command = GroupAlike(lead_id=lead.pk, member_ids=tuple(m.pk for m in members))
    return group_alike(command, actor=town.registrar.actor, now=LATER)


def put_before_head(town: Town, lead: Appeal) -> Appeal:
    draft = DraftAnswer(
        appeal_id=lead.pk, text="Насос 5-мартта оңдолду.", outcome="satisfied", measures="Оңдолду."
    )
    draft_answer(draft, actor=town.executor.actor, now=LATER)
    return submit_answer(SubmitAnswer(appeal_id=lead.pk), actor=town.executor.actor, now=LATER)


def sign(town: Town, lead: Appeal) -> None:
    sign_answer(SignAnswer(appeal_id=lead.pk, seen_version=lead.version), actor=town.akim.actor, now=LATER)


def translate(town: Town, lead: Appeal, text: str = "Насос исправлен 5 марта.") -> None:
    command = TranslateAnswer(appeal_id=lead.pk, language="ru", text=text)
    translate_answer(command, actor=town.executor.actor, now=LATER)


def test_one_answer_answers_all_each_in_its_language(town: Town) -> None:
    lead, member, russian = appeals.assigned(town), from_neighbour(town), from_neighbour(town, "ru")
    grouped(town, lead, member, russian)
    translate(town, lead)
    sign(town, put_before_head(town, lead))

    send_answer(SendAnswer(appeal_id=lead.pk), actor=town.registrar.actor, now=LATER + timedelta(days=1))

    for one, words in ((member, "Насос 5-мартта оңдолду."), (russian, "Насос исправлен 5 марта.")):
        one.refresh_from_db()
        answer = Answer.objects.get(appeal=one)
        assert (one.state, answer.text) == ("answered", words)
        assert one.outcome is not None
        assert one.outcome.code == "satisfied"
        assert Attachment.objects.filter(appeal=one, purpose="letter").exists()
    numbers = list(Answer.objects.order_by("outgoing_serial").values_list("outgoing_number", flat=True))
    assert len(set(numbers)) == 3
    assert len(set(Answer.objects.values_list("verification_code", flat=True))) == 3
    assert Notice.objects.filter(code="answer_ready", address="bakyt@example.org").count() == 2


def test_members_wait_registered_with_their_own_number_and_day(town: Town) -> None:
    lead, member = appeals.registered(town), from_neighbour(town)

    grouped(town, lead, member)

    member.refresh_from_db()
    assert (member.state, member.number) == ("joined", "АЛ-2026-00002")
    assert member.due_on is not None
    assert Notice.objects.filter(code="appeal_registered", address="bakyt@example.org").exists()


def test_nothing_is_signed_while_a_language_is_missing(town: Town) -> None:
    lead = appeals.assigned(town)
    grouped(town, lead, from_neighbour(town, "ru"))
    ready = put_before_head(town, lead)

    with pytest.raises(LanguageMissing) as missing:
        sign(town, ready)

    assert missing.value.facts == {"languages": ["ru"]}


def test_a_translation_needs_words_and_a_group(town: Town) -> None:
    lead = appeals.assigned(town)

    with pytest.raises(TextMissing):
        translate(town, lead, " ")
    with pytest.raises(NoGroup):
        translate(town, lead)


def test_a_member_resolved_on_its_own_goes_its_own_way(town: Town) -> None:
    lead, member = appeals.signed(town), entered(town, from_neighbour(town))
    Appeal.objects.filter(pk=lead.pk).update(state="assigned")
    grouped(town, lead, member)
    Appeal.objects.filter(pk=lead.pk).update(state="signed")
    Appeal.objects.filter(pk=member.pk).update(state="assigned")

    send_answer(SendAnswer(appeal_id=lead.pk), actor=town.registrar.actor, now=LATER)

    member.refresh_from_db()
    assert member.state == "assigned"


def test_an_appeal_waits_for_one_answer_only(town: Town) -> None:
    lead, member, other = appeals.registered(town), from_neighbour(town), entered(town, from_neighbour(town))
    grouped(town, lead, member)

    for waits in (member, lead):
        with pytest.raises(AlreadyInGroup):
            grouped(town, other, waits)
    with pytest.raises(NotAllowed):
        grouped(town, member, other)
    with pytest.raises(NobodyToGroup):
        grouped(town, lead)


def test_a_complaint_does_not_reach_the_person_by_way_of_a_group(town: Town) -> None:
    lead, member = appeals.registered(town), from_neighbour(town)
    ComplaintTarget.objects.create(appeal=member, official=town.executor.official)

    with pytest.raises(NamesSomebodyElse):
        grouped(town, lead, member)
    assert Appeal.objects.get(pk=member.pk).number == ""
