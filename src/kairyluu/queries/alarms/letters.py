"""What a message about an alarm may say: the class, the place and the moment. The caller's words stay behind the door:
letters and telephones are read by others too."""

from __future__ import annotations

from kairyluu.data.alarms.models import AlarmNotice
from kairyluu.queries.alarms.links import link_of
from kairyluu.rules.workdays import BISHKEK


def message_facts(notice: AlarmNotice, site: str) -> dict[str, str]:
    alarm, language = notice.alarm, notice.language
    raised = alarm.raised_at.astimezone(BISHKEK)
    covers = alarm.urgent_class.columns.get(f"covers_{language}", "")
    return {
        "drill": "yes" if alarm.is_drill else "",
        "class_code": "" if len(alarm.urgent_class.code) > 1 else alarm.urgent_class.code,
        "class_name": alarm.urgent_class.name(language),
        "covers": covers or alarm.urgent_class.columns.get("covers_ky", ""),
        "body": alarm.body.name(language),
        "body_short": alarm.body.short(language),
        "line": alarm.line.number if alarm.line else "",
        "day": raised.strftime("%d.%m.%Y"),
        "time": raised.strftime("%H:%M:%S"),
        "step": str(notice.step),
        "again": str(notice.round) if notice.round else "",
        "link": link_of(notice.pk, site),
        "page": f"{site}/alarms/{alarm.pk}/",
        "site": site,
    }
