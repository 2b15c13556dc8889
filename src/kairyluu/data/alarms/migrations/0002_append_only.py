"""What was done about an alarm is never changed, and of an alarm itself only where it stands; rows of the chain, and of
the trust telephones, count the edition of the directory up."""

from django.db import migrations

APPEND_ONLY = ("alarms_alarmnotice", "alarms_alarmmark", "alarms_alarmanswer")
STAYS = (
    *(
        "id",
        "raising_key",
        "urgent_class_id",
        "body_id",
        "line_id",
        "call_id",
        "appeal_id",
        "number",
        "words",
    ),
    *(
        "is_drill",
        "kept_from",
        "kept_bodies",
        "raised_at",
        "raised_by_id",
        "raised_by_name",
        "raised_by_post",
    ),
)
COUNTED = ("alarms_chainstep", "agencies_line")

ROWS = """
CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
TABLE = """
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
ALARM = f"""
CREATE FUNCTION kairyluu_alarm_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF ({", ".join(f"NEW.{name}" for name in STAYS)})
        IS DISTINCT FROM ({", ".join(f"OLD.{name}" for name in STAYS)})
        OR OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at
        OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at
        OR NEW.step < OLD.step
    THEN
        RAISE EXCEPTION 'an alarm is append-only: what was raised, told or answered stays'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER alarm_stays BEFORE UPDATE ON alarms_alarm
    FOR EACH ROW EXECUTE FUNCTION kairyluu_alarm_stays();
CREATE TRIGGER append_only_rows BEFORE DELETE ON alarms_alarm
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
ALARM_UNDO = """
DROP TRIGGER alarm_stays ON alarms_alarm;
DROP TRIGGER append_only_rows ON alarms_alarm;
DROP FUNCTION kairyluu_alarm_stays();
"""
COUNT = """
CREATE TRIGGER count_edition AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_count_edition()
"""


def _each(template: str, undo: str, tables: tuple[str, ...]) -> list[migrations.RunSQL]:
    return [migrations.RunSQL(template.format(table=t), undo.format(table=t)) for t in tables]


class Migration(migrations.Migration):
    dependencies = [
        ("alarms", "0001_initial"),
        ("agencies", "0003_lines"),
        ("journal", "0002_append_only"),
        ("people", "0002_edition"),
    ]
    operations = [
        *_each(ROWS, "DROP TRIGGER append_only_rows ON {table}", APPEND_ONLY),
        *_each(TABLE, "DROP TRIGGER append_only_table ON {table}", (*APPEND_ONLY, "alarms_alarm")),
        migrations.RunSQL(ALARM, ALARM_UNDO),
        *_each(COUNT, "DROP TRIGGER count_edition ON {table}", COUNTED),
    ]
