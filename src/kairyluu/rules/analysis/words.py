"""The fixed words of the paper. They belong to the paper's language, not to the page on which it is made."""

from __future__ import annotations

from collections.abc import Mapping

from kairyluu.rules.analysis import telling
from kairyluu.rules.analysis.writing import EN, KY, RU

Words = Mapping[str, str]

TITLE: Words = {
    KY: "Жарандардын кайрылууларын талдоо",
    RU: "Анализ обращений граждан",
    EN: "Analysis of citizens' appeals",
}
COUNTRY: Words = {
    KY: "Кыргыз Республикасы боюнча",
    RU: "По Кыргызской Республике",
    EN: "The Kyrgyz Republic",
}
BLOCKS: Mapping[str, Words] = {
    telling.TOTAL: {KY: "Жалпы маалымат", RU: "Общие сведения", EN: "Overview"},
    telling.FORM: {KY: "Жазуу жүзүндө жана оозеки", RU: "Письменные и устные", EN: "Written and oral"},
    telling.MONTH: {KY: "Айлар боюнча", RU: "По месяцам", EN: "By month"},
    telling.SOURCE: {KY: "Кайдан келип түшкөнү", RU: "Откуда поступили", EN: "Where they came from"},
    telling.CHANNEL: {KY: "Келип түшүү жолдору", RU: "Каналы поступления", EN: "Channels"},
    telling.KIND: {KY: "Кайрылуулардын түрлөрү", RU: "Виды обращений", EN: "Kinds of appeals"},
    telling.TERRITORY: {KY: "Аймактар боюнча", RU: "По регионам", EN: "By region"},
    telling.TOPIC: {KY: "Маселелер боюнча", RU: "По вопросам", EN: "By topic"},
    telling.BRANCH: {
        KY: "Органдардын түрлөрү боюнча",
        RU: "По видам органов",
        EN: "By kind of body",
    },
    telling.APPLICANT: {KY: "Арыз ээлери", RU: "Заявители", EN: "Applicants"},
    telling.OUTCOME: {KY: "Кароонун жыйынтыктары", RU: "Результаты рассмотрения", EN: "Outcomes"},
    telling.TERMS: {KY: "Мөөнөттөрдүн сакталышы", RU: "Соблюдение сроков", EN: "Terms"},
    telling.LATE_BODIES: {
        KY: "Мөөнөттү бузган органдар",
        RU: "Органы, нарушившие сроки",
        EN: "Bodies that answered late",
    },
    telling.REFUSALS: {KY: "Кароодон баш тартуулар", RU: "Отказы в рассмотрении", EN: "Refusals"},
    telling.HANDS: {
        KY: "Жөнөтүү, кайра кароо, жооптордун сапаты",
        RU: "Направление, пересмотр, качество ответов",
        EN: "Forwarding, review, quality of answers",
    },
    telling.CALLS: {KY: "Ишеним телефону", RU: "Телефон доверия", EN: "Trust telephone"},
    telling.MEASURES: {KY: "Көрүлгөн чаралар", RU: "Принятые меры", EN: "Measures taken"},
    telling.CONCLUSIONS: {
        KY: "Корутунду жана сунуштар",
        RU: "Выводы и предложения",
        EN: "Conclusions and proposals",
    },
    "figures": {KY: "Көрсөткүчтөр", RU: "Показатели", EN: "Figures"},
}
COLUMNS: Mapping[str, Words] = {
    "name": {KY: "Аталышы", RU: "Наименование", EN: "Name"},
    "n": {KY: "Саны", RU: "Количество", EN: "Number"},
    "share": {KY: "%", RU: "%", EN: "%"},
    "before": {KY: "Мурунку жылы", RU: "Год назад", EN: "A year before"},
    "share_before": {KY: "% мурунку жылы", RU: "% год назад", EN: "% a year before"},
    "change": {KY: "Өзгөрүүсү", RU: "Изменение", EN: "Change"},
    "value": {KY: "Мааниси", RU: "Значение", EN: "Value"},
    "late": {KY: "Кеч берилген жооптор", RU: "Ответы с опозданием", EN: "Late answers"},
    "answered": {KY: "Бардык жооптор", RU: "Всего ответов", EN: "All answers"},
    "total": {KY: "Бардыгы", RU: "Всего", EN: "Total"},
}
FRAME: Mapping[str, Words] = {
    "draft": {KY: "Долбоор", RU: "Проект", EN: "Draft"},
    "number": {KY: "№", RU: "№", EN: "No."},
    "approved": {KY: "Бекитилди", RU: "Утверждено", EN: "Approved"},
    "with_below": {
        KY: "ага караштуу органдар менен бирге",
        RU: "вместе с нижестоящими органами",
        EN: "with the bodies below it",
    },
    "counted_on": {KY: "Эсептелген күнү", RU: "Подсчитано", EN: "Counted on"},
    "digest": {
        KY: "Маалыматтардын контролдук суммасы",
        RU: "Контрольная сумма данных",
        EN: "Checksum of the data",
    },
    "definitions": {
        KY: "Көрсөткүчтөрдүн аныктамалары",
        RU: "Определения показателей",
        EN: "Definitions of the figures",
    },
    "nothing": {KY: "Жок.", RU: "Нет.", EN: "None."},
    "year": {KY: "жыл", RU: "год", EN: "year"},
}
TREND_SHEET: Words = {KY: "Айлар боюнча", RU: "По месяцам", EN: "By month"}
TRENDS: Mapping[str, Words] = {
    "received": {
        KY: "Он үч айда келип түшкөн кайрылуулар",
        RU: "Поступило обращений за тринадцать месяцев",
        EN: "Appeals received in thirteen months",
    },
    "share_in_time": {
        KY: "Өз убагында берилген жооптордун үлүшү, жөнөтүлгөн жооптордон %",
        RU: "Доля ответов в срок, % от отправленных ответов",
        EN: "Answers in time, % of the answers sent",
    },
}
TREND_TEXT: Words = {
    KY: "Айлар боюнча мамычалар, ар биринин үстүндө саны.",
    RU: "Столбцы по месяцам, над каждым его число.",
    EN: "Columns by month, each with its number above.",
}
GONE: Words = {
    KY: "Сандары көрсөтүлбөгөн саптар: {}.",
    RU: "Строки, числа которых не показаны: {}.",
    EN: "Lines whose numbers are not shown: {}.",
}
POINTS: Words = {KY: "пункт", RU: "п. п.", EN: "points"}
NOT_GIVEN: Words = {KY: "Көрсөтүлгөн эмес", RU: "Не указано", EN: "Not given"}
WRITTEN_OR_ORAL: Mapping[str, Words] = {
    "written": {KY: "жазуу жүзүндө", RU: "письменные", EN: "written"},
    "oral": {KY: "оозеки", RU: "устные", EN: "oral"},
}
CALLS: Mapping[str, Words] = {
    "calls": {
        KY: "Ишеним телефонуна түшкөн чалуулар",
        RU: "Звонков на телефон доверия",
        EN: "Calls to the trust telephone",
    },
    "calls_substantive": {
        KY: "анын ичинен маңызы боюнча",
        RU: "из них по существу",
        EN: "of these, on a matter",
    },
}
# Block G: the kinds of bodies, as the reports gather them.
BRANCHES: Mapping[str, Words] = {
    "executive": {
        KY: "Министрликтер жана ведомстволор",
        RU: "Министерства и ведомства",
        EN: "Ministries and agencies",
    },
    "local_state": {
        KY: "Жергиликтүү мамлекеттик администрациялар",
        RU: "Местные государственные администрации",
        EN: "Local state administrations",
    },
    "self_government": {
        KY: "Жергиликтүү өз алдынча башкаруу органдары",
        RU: "Органы местного самоуправления",
        EN: "Bodies of local self-government",
    },
    "law_enforcement": {
        KY: "Укук коргоо жана көзөмөл органдары",
        RU: "Правоохранительные и надзорные органы",
        EN: "Law enforcement and oversight",
    },
    "centre": {
        KY: "Президенттин Администрациясы жана Министрлер Кабинети",
        RU: "Администрация Президента и Кабинет Министров",
        EN: "The Presidential Administration and the Cabinet",
    },
    "apart": {
        KY: "Аталган органга же кызматкерге даттануулар, купуя кайрылуулар",
        RU: "Жалобы на названные органы и должностных лиц, конфиденциальные",
        EN: "Complaints about a named body or official, confidential ones",
    },
}
BRANCH_OF_KIND: Mapping[str, str] = {
    "government_apparatus": "centre",
    "plenipotentiary_representation": "local_state",
    "district_administration": "local_state",
    "city_hall": "self_government",
    "aiyl_okmotu": "self_government",
    "law_enforcement": "law_enforcement",
    "oversight": "law_enforcement",
}
