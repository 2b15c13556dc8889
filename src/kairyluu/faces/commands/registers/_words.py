"""What the loading of a register says, in three languages."""

from __future__ import annotations

WORDS = {
    "ky": {
        "loaded": "Жүктөлдү: {n}. Алынган жок: {refused}. Партия: {batch}.",
        "checked": "Текшерилди, эч нерсе жазылган жок. Алынат: {n}. Алынбайт: {refused}.",
        "known": "Бул файл мурун жүктөлгөн (партия {batch}): {n} кайрылуу, алынбаганы {refused}. Эч нерсе өзгөргөн жок.",
        "report": "Алынбаган саптар жана себептери: {file}",
        "undone": "Партия кайтарылды: {file}, {n} кайрылуу.",
        "unknown": "Белгисиз мамычалар эске алынган жок: {names}",
        "line": "Сап",
        "reason": "Себеби",
        "file_and_body": "Файлды жана органдын кодун (--body) көрсөтүңүз.",
        "not_opened": "Файл ачылган жок: {error}",
    },
    "ru": {
        "loaded": "Загружено: {n}. Не принято: {refused}. Партия: {batch}.",
        "checked": "Проверено, ничего не записано. Будет принято: {n}. Не будет принято: {refused}.",
        "known": "Этот файл уже загружен (партия {batch}): обращений {n}, не принято {refused}. Ничего не изменено.",
        "report": "Непринятые строки и причины: {file}",
        "undone": "Партия отменена: {file}, обращений {n}.",
        "unknown": "Неизвестные столбцы не учтены: {names}",
        "line": "Строка",
        "reason": "Причина",
        "file_and_body": "Укажите файл и код органа (--body).",
        "not_opened": "Файл не открыт: {error}",
    },
    "en": {
        "loaded": "Loaded: {n}. Refused: {refused}. Batch: {batch}.",
        "checked": "Checked, nothing was written. To be loaded: {n}. To be refused: {refused}.",
        "known": "This file was loaded before (batch {batch}): {n} appeals, {refused} refused. Nothing was changed.",
        "report": "Refused rows and their reasons: {file}",
        "undone": "The batch was taken back: {file}, {n} appeals.",
        "unknown": "Unknown columns were left aside: {names}",
        "line": "Row",
        "reason": "Reason",
        "file_and_body": "Name the file and the code of the body (--body).",
        "not_opened": "The file was not opened: {error}",
    },
}
