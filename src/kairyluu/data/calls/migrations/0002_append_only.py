"""An entry of the trust telephone's journal is never changed: the database refuses it, as it does for the journal of
acts. The next serial of a book only grows."""

from django.db import migrations

TRIGGER = """
CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON calls_journalentry
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON calls_journalentry
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
UNDO = """
DROP TRIGGER append_only_rows ON calls_journalentry;
DROP TRIGGER append_only_table ON calls_journalentry;
"""


class Migration(migrations.Migration):
    dependencies = [("calls", "0001_initial"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(TRIGGER, UNDO)]
