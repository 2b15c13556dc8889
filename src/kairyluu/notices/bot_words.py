"""What the bot says. It writes no subject, no word of an appeal or its answer, no name: a chat is read over shoulders and
lies on servers abroad. Numbers, days and states are enough, the rest is behind the link."""

from __future__ import annotations

from django.utils import translation

from kairyluu.design import wording
from kairyluu.notices.letter import LANGUAGES
from kairyluu.queries.following import FollowedView

WORDS = {
    "ky": {
        "hello": "Саламатсызбы. Мен кайрылууңуздун абалын айтам. Дүмүрчөктөгү номерди жана текшерүү кодун бир билдирүүдө"
        " жазыңыз, мисалы: 26-318-472-905-0 1234 5678 9012.",
        "linked": "Байланышты. Кайрылуу боюнча бир нерсе болгондо ушул жерге билдирем. Код жазылган билдирүүңүздү"
        " өчүрүп койгонуңуз жакшы.",
        "wrong": "Номер же текшерүү коду туура эмес. Экөөнү тең дүмүрчөктөн текшериңиз.",
        "often": "Өтө көп аракет. Кийинчерээк кайра жазыңыз.",
        "closed": "Бул кайрылууну порталда гана көрсө болот.",
        "old": "Шилтеменин мөөнөтү бүттү. Баракты кайра ачып, жаңысын басыңыз.",
        "many": "Чаттар өтө көп. Алгач бирин порталда үзүңүз.",
        "none": "Байланышкан кайрылуу жок. Номерди жана текшерүү кодун жазыңыз.",
        "gone": "Байланыш үзүлдү. Мындан ары бул жерге билдирилбейт.",
        "help": "Номер жана текшерүү коду — кайрылууну байланыштыруу\n/status — кайрылууларымдын абалы\n/language — тил\n/stop — байланышты үзүү",
        "language": "Тилди тандаңыз.",
        "standing": "{number}: {state}.",
        "until": "Жооп берүү мөөнөтү: {day}.",
        "rate": "{number}: жоопту кандай баалайсыз? 1 — өтө начар, 5 — өтө жакшы.",
        "resolved": "Маселе чечилдиби?",
        "yes": "Ооба",
        "no": "Жок",
        "thanks": "Рахмат. Бааңыз жазылды.",
    },
    "ru": {
        "hello": "Здравствуйте. Я подскажу, что с вашим обращением. Напишите одним сообщением номер и код проверки с"
        " квитанции, например: 26-318-472-905-0 1234 5678 9012.",
        "linked": "Привязано. Когда с обращением что-то произойдёт, я сообщу здесь. Сообщение с кодом лучше удалить.",
        "wrong": "Номер или код проверки неверны. Сверьте оба с квитанцией.",
        "often": "Слишком много попыток. Напишите позже.",
        "closed": "Это обращение можно смотреть только на портале.",
        "old": "Срок ссылки истёк. Откройте страницу снова и нажмите новую.",
        "many": "Слишком много чатов. Сначала отвяжите один на портале.",
        "none": "Привязанных обращений нет. Напишите номер и код проверки.",
        "gone": "Отвязано. Сюда больше ничего не придёт.",
        "help": "Номер и код проверки — привязать обращение\n/status — состояние моих обращений\n/language — язык\n/stop — отвязать",
        "language": "Выберите язык.",
        "standing": "{number}: {state}.",
        "until": "Ответ до {day}.",
        "rate": "{number}: как вы оцениваете ответ? 1 — очень плохо, 5 — очень хорошо.",
        "resolved": "Вопрос решён?",
        "yes": "Да",
        "no": "Нет",
        "thanks": "Спасибо. Ваша оценка записана.",
    },
    "en": {
        "hello": "Hello. I tell where your appeal stands. Write the number and the secret code of your receipt in one"
        " message, for example: 26-318-472-905-0 1234 5678 9012.",
        "linked": "Linked. When something happens to the appeal, I tell you here. Better delete your message with the code.",
        "wrong": "The number or the secret code is wrong. Check both against the receipt.",
        "often": "Too many attempts. Write again later.",
        "closed": "This appeal can be seen on the portal only.",
        "old": "The link is too old. Open the page again and use the new one.",
        "many": "Too many chats. Unlink one on the portal first.",
        "none": "No appeal is linked. Write the number and the secret code.",
        "gone": "Unlinked. Nothing will be sent here any more.",
        "help": "Number and secret code — link an appeal\n/status — where my appeals stand\n/language — language\n/stop — unlink",
        "language": "Choose a language.",
        "standing": "{number}: {state}.",
        "until": "Answer by {day}.",
        "rate": "{number}: how do you rate the answer? 1 is very bad, 5 is very good.",
        "resolved": "Is the matter resolved?",
        "yes": "Yes",
        "no": "No",
        "thanks": "Thank you. Your rating is kept.",
    },
}
NATIVE = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


def say(language: str, code: str, **facts: str) -> str:
    return WORDS[language if language in LANGUAGES else LANGUAGES[0]][code].format(**facts)


def standing(view: FollowedView, language: str, site: str) -> str:
    """Number, state, the day of the answer while it is awaited, and where to read more."""
    with translation.override(language):
        state = str(wording.word_for(wording.PUBLIC_STATES, view.runs.state).text)
    number = view.appeal.tracking_number
    said = [say(language, "standing", number=number, state=state)]
    if view.runs.is_open and view.is_registered:
        said.append(say(language, "until", day=f"{view.answer_on:%d.%m.%Y}"))
    return " ".join([*said, f"{site}/track/"])
