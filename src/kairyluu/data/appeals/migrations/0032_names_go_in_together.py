"""The index of names takes new rows together, as that of words does since 0029. The setting alone is changed."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

ON = "ALTER INDEX applicant_search SET (fastupdate = on, gin_pending_list_limit = 1024)"
# What waits in the list goes in before it is closed.
OFF = """
ALTER INDEX applicant_search SET (fastupdate = off);
ALTER INDEX applicant_search RESET (gin_pending_list_limit);
SELECT gin_clean_pending_list('applicant_search');
"""


class Migration(migrations.Migration):
    dependencies = [("appeals", "0031_checked_files")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ON, OFF)],
            state_operations=[
                migrations.RemoveIndex(model_name="applicant", name="applicant_search"),
                migrations.AddIndex(
                    model_name="applicant",
                    index=GinIndex(
                        fields=["search"],
                        name="applicant_search",
                        fastupdate=True,
                        gin_pending_list_limit=1024,
                    ),
                ),
            ],
        )
    ]
