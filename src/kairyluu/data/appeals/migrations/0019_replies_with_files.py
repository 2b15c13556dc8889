"""Files that came with the reply to a question are bound to it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0018_kept_from"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="clarification",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="appeals.clarification",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("clarification__isnull", False), ("purpose", "reply")),
                    models.Q(models.Q(("purpose", "reply"), _negated=True), ("clarification__isnull", True)),
                    _connector="OR",
                ),
                name="files_of_a_reply_have_their_question",
            ),
        ),
    ]
