"""What does not come out in a published table, as sentences in three languages; the kinds are those of `rules.published`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_DECIMAL = re.compile(r"-?\d+\.\d+")
FINE = {
    "ky": "баары дал келет",
    "ru": "всё сходится",
    "en": "everything comes out",
}
PLACES = {
    "ky": {
        "rows": "саптар",
        "previous": "мурунку мезгил",
        "second_dimension": "экинчи бөлүштүрүү",
        "total": "бардыгы",
        "periods": "мезгилдер",
    },
    "ru": {
        "rows": "строки",
        "previous": "прошлый период",
        "second_dimension": "вторая разбивка",
        "total": "всего",
        "periods": "периоды",
    },
    "en": {"second_dimension": "second breakdown"},
}
HOW = {
    "ky": {"cut": "тегеректелбей, кесилген", "raised": "өйдө тегеректелген", "off": "тегеректелген сан эмес"},
    "ru": {"cut": "отброшено, а не округлено", "raised": "округлено вверх", "off": "не округлённое число"},
    "en": {"cut": "cut off instead of rounded", "raised": "rounded up", "off": "not the rounded figure"},
}
SENTENCES = {
    "ky": {
        "sum": "саптардын суммасы {sum}, бардыгы деп {total} жазылган: {gap} эч бир сапта жок",
        "over": "саптардын суммасы {sum}, бардыгы деп жазылган {total} санынан көп",
        "unlisted": "саптардын баары жазылган эмес: {total} ичинен {gap} эч биринде жок",
        "percent": "{line}: {published} % жазылган, {recomputed} % чыгат ({how})",
        "base": "{lines}: үлүштөр {total} санынан эмес, башка негизден эсептелген; алар {from}–{to} санына туура келет",
        "adjusted": "жазылган үлүштөрдүн суммасы {printed} %, тегеректелгендердики {recomputed} %: алар ылайыкталган",
        "pace": "{published} жазылган, {units} үчүн {recomputed} чыгат ({how})",
        "change": "өзгөрүү {published} % деп жазылган, {recomputed} % чыгат",
        "definition": "саптардын мааниси өзгөргөн, мезгилдерди салыштырууга болбойт: {meanings}",
        "missing": "{line}: үлүш жазылган эмес; ал {recomputed} % болмок",
        "elsewhere": "; алардын {n} башка бөлүштүрүүдө, {left} эч кайда",
        "fits": "; ал {fits} үчүн туура келмек",
    },
    "ru": {
        "sum": "сумма строк {sum}, в итоге {total}: {gap} нет ни в одной строке",
        "over": "сумма строк {sum} больше итога {total}",
        "unlisted": "перечислены не все строки: {gap} из {total} нет ни в одной",
        "percent": "{line}: напечатано {published} %, получается {recomputed} % ({how})",
        "base": "{lines}: доли посчитаны не от итога {total}, а от другого числа; подходит {from}–{to}",
        "adjusted": "напечатанные доли дают {printed} %, округлённые {recomputed} %: их подогнали",
        "pace": "напечатано {published}, для {units} получается {recomputed} ({how})",
        "change": "напечатано изменение {published} %, получается {recomputed} %",
        "definition": "смысл строк менялся, периоды несравнимы: {meanings}",
        "missing": "{line}: доля не напечатана; она была бы {recomputed} %",
        "elsewhere": "; из них {n} в другой разбивке, {left} нигде",
        "fits": "; подошло бы для {fits}",
    },
    "en": {
        "sum": "the lines add to {sum}, the total says {total}: {gap} are in no line",
        "over": "the lines add to {sum}, more than the total {total}",
        "unlisted": "not every line is listed: {gap} of {total} are in none",
        "percent": "{line}: {published} % is printed, {recomputed} % comes out ({how})",
        "base": "{lines}: the shares stand on another base than the total {total}; they fit {from}–{to}",
        "adjusted": "the printed shares add to {printed} %, the rounded ones to {recomputed} %: they were made to fit",
        "pace": "{published} is printed, {recomputed} comes out for {units} ({how})",
        "change": "a change of {published} % is printed, {recomputed} % comes out",
        "definition": "the meaning of the lines changed, the periods cannot be compared: {meanings}",
        "missing": "{line}: no share is printed; it would be {recomputed} %",
        "elsewhere": "; of these {n} are in another breakdown, {left} in none",
        "fits": "; it would fit {fits}",
    },
}
UNREADABLE = {
    "ky": {
        "empty": "файл бош",
        "too_big": "файл {most} МБдан чоң",
        "not_json": "JSON эмес: {line}-сап, {column}-белги",
        "no_object": "объект күтүлгөн: жарыяланган таблица же «tables» менен бир нече таблица",
        "no_tables": "«tables» ичинде аталган таблица жок",
        "too_many": "{most} таблицадан көп",
        "no_such_table": "«{table}» деген таблица жок. Барлары: {known}",
        "wrong_shape": "«{table}» таблицасынын түзүлүшү башка: {what}",
    },
    "ru": {
        "empty": "файл пуст",
        "too_big": "файл больше {most} МБ",
        "not_json": "не JSON: строка {line}, знак {column}",
        "no_object": "ожидается объект: одна таблица или несколько в «tables»",
        "no_tables": "в «tables» нет ни одной таблицы с именем",
        "too_many": "больше {most} таблиц",
        "no_such_table": "нет таблицы «{table}». Есть: {known}",
        "wrong_shape": "таблица «{table}» устроена иначе: {what}",
    },
    "en": {
        "empty": "the file is empty",
        "too_big": "the file is larger than {most} MB",
        "not_json": "it is no JSON: line {line}, column {column}",
        "no_object": "an object is expected: a published table, or several under “tables”",
        "no_tables": "there is no named table under “tables”",
        "too_many": "there are more than {most} tables",
        "no_such_table": "there is no table “{table}”. There are: {known}",
        "wrong_shape": "the table “{table}” has another shape: {what}",
    },
}


def place_in_words(place: str, language: str) -> str:
    return PLACES[language].get(place, place)


def finding_in_words(kind: str, given: Mapping[str, Any], language: str) -> str:
    """`given` are the values of a finding."""
    words = SENTENCES[language]
    values = {name: _written(value, language) for name, value in given.items()}
    how = HOW[language].get(values.get("nature", ""), "")
    text = words[kind].format(**values, how=how)
    if "elsewhere" in values:
        text += words["elsewhere"].format(n=sum(values["elsewhere"].values()), left=values["left"])
    is_off = values.get("nature") == "off" and "fits" in values
    return text + words["fits"].format(**values) if is_off else text


def _written(value: Any, language: str) -> Any:
    """Several by comma; a decimal with the comma of the language."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    is_decimal = isinstance(value, (float, Decimal)) or (isinstance(value, str) and _DECIMAL.fullmatch(value))
    return str(value).replace(".", ",") if is_decimal and language != "en" else value


def unreadable_in_words(facts: Mapping[str, Any], language: str) -> str:
    return UNREADABLE[language][facts["reason"]].format(**facts)
