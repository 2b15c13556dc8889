"""A register that was loaded can be taken out again: what it contributed goes too."""

from django.db import migrations

GONE = """
CREATE TRIGGER figures_gone AFTER DELETE ON appeals_appeal REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_figures_new();
"""


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_initial")]
    operations = [migrations.RunSQL(GONE, "DROP TRIGGER figures_gone ON appeals_appeal")]
