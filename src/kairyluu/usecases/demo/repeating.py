"""Some of the town's answers repeat an earlier one, with the questions of the appeal listed and answered one by one: so
that overseers have something to look at. By the real use cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Value, When

from kairyluu.data.appeals.models import Answer, Appeal, Assignment
from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.answers.draft_answer import DraftAnswer, Point, draft_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.quality.list_questions import ListQuestions, list_questions

Holder = Callable[[str], Actor]
QUESTIONS = {
    "ky": ("Эмне себептен ушундай болду?", "Качан толук чечилет?"),
    "ru": ("По какой причине это произошло?", "Когда вопрос будет решён полностью?"),
}
POINTS = {
    "ky": ("Себеби жоопто жазылды.", "Иш аткарылды."),
    "ru": (
        "Проверено на месте, причина указана в ответе.",
        "Работа выполнена, дополнительный срок не нужен.",
    ),
}
NORM = {"ky": "№ 67 мыйзам, 4-берене", "ru": "Закон № 67, статья 4"}
WHY = {
    "ky": "Ошол эле көчөнүн тургундары бир маселе боюнча кайрылышты, текшерүү бирөө болгон.",
    "ru": "Жители одной улицы обратились по одному вопросу, проверка была общая.",
}


def answer_alike(appeals: Iterable[UUID], holder: Holder, now: datetime) -> None:
    """The answers are signed and sent, but the last: it waits for the head. `holder` gives who holds a role in the
    district."""
    chosen = list(appeals)
    for appeal_id in chosen:
        if _submit(Appeal.objects.get(pk=appeal_id), holder, now) and appeal_id != chosen[-1]:
            version = Appeal.objects.get(pk=appeal_id).version
            signed = SignAnswer(appeal_id=appeal_id, seen_version=version, copy_reason=WHY["ky"])
            sign_answer(signed, actor=holder("head"), now=now)
            send_answer(SendAnswer(appeal_id=appeal_id), actor=holder("registrar"), now=now)


def _submit(appeal: Appeal, holder: Holder, now: datetime) -> bool:
    """Whether there was an earlier answer to repeat."""
    language = appeal.reply_language if appeal.reply_language in WHY else "ky"
    lead = Assignment.objects.filter(appeal=appeal, is_current=True, is_lead=True).first()
    earlier = Answer.objects.filter(
        appeal__body_id=appeal.body_id, language=appeal.reply_language, sent_at__isnull=False
    ).exclude(measures="")
    # An executor's draft is compared with what he may see: with his own answers first.
    own = Case(When(author_id=lead.executor_id if lead else 0, then=Value(0)), default=Value(1))
    repeated = earlier.select_related("outcome").order_by(own, "-sent_at", "-pk").first()
    account = Account.objects.filter(official_id=lead.executor_id).first() if lead else None
    if repeated is None or account is None:
        return False
    executor = actor_of(account, date_in_bishkek(now))
    asked = ListQuestions(appeal_id=appeal.pk, questions=QUESTIONS[language])
    list_questions(asked, actor=holder("registrar"), now=now)
    points = tuple(
        Point(position=place, answer=said, norm=NORM[language], measure=said, done_by=date_in_bishkek(now))
        for place, said in enumerate(POINTS[language], 1)
    )
    draft = DraftAnswer(
        appeal_id=appeal.pk,
        text=repeated.text,
        outcome=repeated.outcome.code,
        measures=repeated.measures,
        points=points,
        copy_reason=WHY[language],
    )
    draft_answer(draft, actor=executor, now=now)
    submit_answer(SubmitAnswer(appeal_id=appeal.pk), actor=executor, now=now)
    return True
