"""The index of words takes new rows together instead of one by one. The setting alone is changed: nothing is built anew."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

ON = "ALTER INDEX appeal_search SET (fastupdate = on, gin_pending_list_limit = 1024)"
# What waits in the list goes in before it is closed.
OFF = """
ALTER INDEX appeal_search SET (fastupdate = off);
ALTER INDEX appeal_search RESET (gin_pending_list_limit);
SELECT gin_clean_pending_list('appeal_search');
"""


class Migration(migrations.Migration):
    dependencies = [("appeals", "0028_earlier_registers")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ON, OFF)],
            state_operations=[
                migrations.RemoveIndex(model_name="appeal", name="appeal_search"),
                migrations.AddIndex(
                    model_name="appeal",
                    index=GinIndex(
                        fields=["search"], name="appeal_search", fastupdate=True, gin_pending_list_limit=1024
                    ),
                ),
            ],
        )
    ]
