"""A changed procedure or kind of misconduct counts the edition of the directory up."""

from django.db import migrations

TABLES = ("reference_procedure", "reference_misconduct")
COUNT = """
CREATE TRIGGER count_edition AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_count_edition()
"""


class Migration(migrations.Migration):
    dependencies = [("reference", "0007_procedures"), ("people", "0002_edition")]
    operations = [
        migrations.RunSQL(COUNT.format(table=table), f"DROP TRIGGER count_edition ON {table}")
        for table in TABLES
    ]
