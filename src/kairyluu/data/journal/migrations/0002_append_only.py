"""The journal is append-only: the database itself refuses to change, delete or empty it."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION kairyluu_journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$
"""

TRIGGER = """
CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""

UNDO = "DROP TRIGGER append_only_rows ON {table}; DROP TRIGGER append_only_table ON {table};"


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION kairyluu_journal_is_append_only()"),
        *(
            migrations.RunSQL(TRIGGER.format(table=table), UNDO.format(table=table))
            for table in ("journal_entry", "journal_look")
        ),
    ]
