"""Any change of reference data or the directory counts the edition up, so that no process keeps an old copy."""

from django.db import migrations

TABLES = (
    *(
        f"reference_{name}"
        for name in ("topic", "calendarday", "term", "refusalground", "channel", "outcome")
    ),
    *(f"reference_{name}" for name in ("urgentclass", "setting", "contentpage", "answertemplate")),
    *(f"agencies_{name}" for name in ("territory", "body", "department", "post", "official", "tenure")),
)

FUNCTION = """
INSERT INTO reference_edition (id, number) VALUES (1, 1);
CREATE FUNCTION kairyluu_count_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reference_edition SET number = number + 1 WHERE id = 1;
    RETURN NULL;
END
$$
"""

TRIGGER = """
CREATE TRIGGER count_edition AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_count_edition()
"""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("agencies", "0001_initial"),
        ("reference", "0002_initial"),
    ]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION kairyluu_count_edition(); DELETE FROM reference_edition"),
        *(
            migrations.RunSQL(TRIGGER.format(table=table), f"DROP TRIGGER count_edition ON {table}")
            for table in TABLES
        ),
    ]
