"""What is said of registers of earlier years, in three languages: fields, reasons of refused rows, what kept a file from being
read. The words of the fields are among those that headers are known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

FIELDS = {
    "ky": {
        "number": ("Катталган номери", "Ал каттоо китебиндеги номер; бир жылда бир жолу турат. Милдеттүү"),
        "received": ("Келген күнү", "31.12.2019, 2019-12-31 же күндүн уячасы. Милдеттүү"),
        "registered": ("Катталган күнү", "Бош болсо, келген күнү"),
        "channel": ("Келүү жолу", "Почта, портал, жеке кабыл алуу ж.б. Бош болсо, почта"),
        "form": ("Форма", "Жазуу түрүндө, электрондук, оозеки: келүү жолу жазылбаса"),
        "source": ("Булагы", "Ким жиберген"),
        "topic": ("Тема", "Маалымдама боюнча аты же коду"),
        "subtopic": ("Чакан тема", "Такыраагы эсепке алынат"),
        "territory": ("Аймак", "Арыз ээсинин району же облусу"),
        "kind": ("Кайрылуунун түрү", "Сунуш, арыз, даттануу. Бош болсо, арыз"),
        "outcome": ("Жыйынтыгы", "Кандай аяктаган; жооп берилген күнү керек"),
        "answered": ("Жооп берилген күнү", "Бош болсо, жообу жок деп эсептелет"),
        "due": ("Мөөнөтү", "Бош болсо, ошол кездеги мөөнөт боюнча эсептелет"),
        "applicant": ("Аты-жөнү", "Тырмакчадагысы жана ОсОО сыяктуулар уюм болот"),
        "address": ("Дареги", "Арыз ээсинин дареги"),
        "subject": ("Кыскача мазмуну", "Бош болсо, теманын аты"),
        "text": ("Тексти", "Кайрылуунун тексти"),
        "ground": ("Баш тартуу негизи", "Кароодон баш тартылганда"),
        "extended": ("Узартылган", "Ооба же жок"),
        "forwarded_to": ("Жөнөтүлгөн орган", "Текст катары"),
        "language": ("Тили", "ky, ru, en. Бош болсо, ky"),
        "control": ("Көзөмөл", "Ооба же жок"),
    },
    "ru": {
        "number": ("Регистрационный номер", "Номер в том журнале; за год стоит один раз. Обязателен"),
        "received": ("Дата поступления", "31.12.2019, 2019-12-31 или ячейка с датой. Обязательна"),
        "registered": ("Дата регистрации", "Если пусто, день поступления"),
        "channel": ("Канал поступления", "Почта, портал, личный приём и т. д. Если пусто, почта"),
        "form": ("Форма обращения", "Письменная, электронная, устная: если канал не указан"),
        "source": ("Источник", "Кто переслал"),
        "topic": ("Тема", "Название или код по справочнику"),
        "subtopic": ("Подтема", "Учитывается более точная"),
        "territory": ("Территория", "Район или область заявителя"),
        "kind": ("Вид обращения", "Предложение, заявление, жалоба. Если пусто, заявление"),
        "outcome": ("Результат", "Чем закончилось; нужна дата ответа"),
        "answered": ("Дата ответа", "Если пусто, считается оставшимся без ответа"),
        "due": ("Срок", "Если пусто, считается по тогдашним срокам"),
        "applicant": ("ФИО", "Имя в кавычках, ОсОО и подобные становятся организацией"),
        "address": ("Адрес заявителя", "Адрес заявителя"),
        "subject": ("Краткое содержание", "Если пусто, название темы"),
        "text": ("Текст обращения", "Текст обращения"),
        "ground": ("Основание отказа", "При отказе в рассмотрении"),
        "extended": ("Срок продлён", "Да или нет"),
        "forwarded_to": ("Куда направлено", "Как текст"),
        "language": ("Язык обращения", "ky, ru, en. Если пусто, ky"),
        "control": ("Контроль", "Да или нет"),
    },
    "en": {
        "number": ("Registration number", "The number in that register; stands once a year. Needed"),
        "received": ("Date received", "31.12.2019, 2019-12-31 or a date cell. Needed"),
        "registered": ("Registration date", "If empty, the day of receipt"),
        "channel": ("Channel", "Post, portal, reception and so on. If empty, post"),
        "form": ("Form", "Written, electronic, oral: where no channel is named"),
        "source": ("Source", "Who sent it on"),
        "topic": ("Topic", "Name or code of the reference table"),
        "subtopic": ("Subtopic", "The finer one counts"),
        "territory": ("Territory", "District or region of the applicant"),
        "kind": ("Kind", "Proposal, application, complaint. If empty, application"),
        "outcome": ("Outcome", "How it ended; needs the day of the answer"),
        "answered": ("Date answered", "If empty, it counts as left without an answer"),
        "due": ("Due date", "If empty, counted by the terms in force then"),
        "applicant": ("Applicant name", "Names in quotation marks become organisations"),
        "address": ("Address", "Of the applicant"),
        "subject": ("Summary", "If empty, the name of the topic"),
        "text": ("Text", "Text of the appeal"),
        "ground": ("Refusal ground", "Where consideration was refused"),
        "extended": ("Extended", "Yes or no"),
        "forwarded_to": ("Forwarded to", "As text"),
        "language": ("Language", "ky, ru, en. If empty, ky"),
        "control": ("Under control", "Yes or no"),
    },
}
_ISO_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")  # a day that the loading wrote itself
REASONS = {
    "ky": {
        "missing": "«{column}» бош",
        "too_long": "«{column}» өтө узун",
        "not_a_day": "«{column}»: «{value}» күн эмес",
        "day_outside": "«{column}»: {value} мүмкүн болгон мезгилден тышкары",
        "registered_before_received": "келгенге чейин катталган ({value})",
        "answered_before_registered": "каттоого чейин жооп берилген ({value})",
        "unknown_word": "«{column}»: «{value}» деген сөз белгисиз",
        "outcome_without_day": "жыйынтыгы бар, жооп берилген күнү жок",
        "twice": "бул номер файлда эки жолу турат",
        "known": "бул номердеги кайрылуу мурунтан бар",
    },
    "ru": {
        "missing": "«{column}» не заполнено",
        "too_long": "«{column}» слишком длинное",
        "not_a_day": "«{column}»: «{value}» не дата",
        "day_outside": "«{column}»: {value} вне возможного времени",
        "registered_before_received": "зарегистрировано до поступления ({value})",
        "answered_before_registered": "ответ дан до регистрации ({value})",
        "unknown_word": "«{column}»: слово «{value}» неизвестно",
        "outcome_without_day": "результат есть, даты ответа нет",
        "twice": "номер стоит в файле дважды",
        "known": "обращение с этим номером уже есть",
    },
    "en": {
        "missing": "“{column}” is empty",
        "too_long": "“{column}” is too long",
        "not_a_day": "“{column}”: “{value}” is no day",
        "day_outside": "“{column}”: {value} is outside the possible time",
        "registered_before_received": "registered before it came ({value})",
        "answered_before_registered": "answered before it was registered ({value})",
        "unknown_word": "“{column}”: nobody knows the word “{value}”",
        "outcome_without_day": "an outcome without the day of the answer",
        "twice": "the number stands twice in the file",
        "known": "an appeal of this number is here already",
    },
}
REFUSALS = {
    "ky": {
        "not_a_table": "«{name}» CSV же XLSX эмес.",
        "table_too_big": "Файл {most} МБдан чоң.",
        "table_empty": "Файл бош.",
        "file_gone": "Файл эки күндөн ашык жатып, өчүрүлдү. Кайра жүктөңүз.",
        "not_checked": "Бул файл текшерилген эмес же буга чейин жүктөлгөн.",
        "not_allowed": "Муну бул органдын каттоочусу гана жасай алат.",
        "header_not_found": "Башкы сап табылган жок: «номер» жана «келген күнү» мамычалары керек. Көрүлгөнү: {seen}",
        "column_twice": "{first}- жана {second}-мамычалар бир эле нерсени билдирет ({field}).",
        "file_not_readable": "Файл окулбайт: {why}",
        "unknown_code": "Мындай код жок: {code}",
        "loaded_by_another": "Бул органга азыр башка жүктөө жүрүп жатат.",
        "no_such_batch": "Мындай партия жок же кайтарылган: {batch}",
        "batch_in_use": "Партия {batch} кайтарылбайт: анын кайрылуулары менен иш жүргүзүлгөн ({n_touched}).",
    },
    "ru": {
        "not_a_table": "«{name}» не CSV и не XLSX.",
        "table_too_big": "Файл больше {most} МБ.",
        "table_empty": "Файл пуст.",
        "file_gone": "Файл лежал больше двух дней и удалён. Загрузите его снова.",
        "not_checked": "Этот файл не проверен или уже загружен.",
        "not_allowed": "Это делает только регистратор этого органа.",
        "header_not_found": "Строка заголовка не найдена: нужны столбцы «номер» и «дата поступления». Увидено: {seen}",
        "column_twice": "Столбцы {first} и {second} означают одно и то же ({field}).",
        "file_not_readable": "Файл не читается: {why}",
        "unknown_code": "Такого кода нет: {code}",
        "loaded_by_another": "В этот орган сейчас идёт другая загрузка.",
        "no_such_batch": "Такой партии нет или она отменена: {batch}",
        "batch_in_use": "Партия {batch} не отменяется: с её обращениями уже работали ({n_touched}).",
    },
    "en": {
        "not_a_table": "“{name}” is neither CSV nor XLSX.",
        "table_too_big": "The file is larger than {most} MB.",
        "table_empty": "The file is empty.",
        "file_gone": "The file lay here for more than two days and was removed. Bring it again.",
        "not_checked": "This file was not checked, or is loaded already.",
        "not_allowed": "Only a registrar of this body does this.",
        "header_not_found": "No header was found: the columns “number” and “received” are needed. Seen: {seen}",
        "column_twice": "Columns {first} and {second} mean the same ({field}).",
        "file_not_readable": "The file cannot be read: {why}",
        "unknown_code": "There is no such code: {code}",
        "loaded_by_another": "Another run is loading into this body just now.",
        "no_such_batch": "There is no such batch, or it was taken back: {batch}",
        "batch_in_use": "Batch {batch} cannot be taken back: somebody worked on its appeals ({n_touched}).",
    },
}


def reasons_in_words(reasons: Iterable[Mapping[str, Any]], language: str) -> str:
    """Of one row, as the loading found them: `[{code, column, value}]`."""
    return "; ".join(
        REASONS[language][reason["code"]].format(
            **{
                **reason,
                "column": FIELDS[language].get(reason["column"], ("",))[0],
                "value": _ISO_DAY.sub(r"\3.\2.\1", str(reason.get("value", ""))),
            }
        )
        for reason in reasons
    )


def refusal_in_words(code: str, facts: Mapping[str, Any], language: str) -> str:
    """Why nothing of a file was read or loaded; the bare code where nobody has words for it."""
    sentence = REFUSALS[language].get(code, "{code}")
    named = {"field": FIELDS[language].get(str(facts.get("field", "")), ("",))[0]} if "field" in facts else {}
    return sentence.format(**{"code": code, **facts, **named})
