"""Promises to a whole group: the word of each applicant, what shows that one was kept, and which are denied."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_answer_check"),
        ("appeals", "0019_replies_with_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PromiseWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agrees", models.BooleanField()),
                ("note", models.TextField(blank=True, default="")),
                ("said_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["said_at", "id"],
            },
        ),
        migrations.AddField(
            model_name="attachment",
            name="promise",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="appeals.promise",
            ),
        ),
        migrations.AddField(
            model_name="promise",
            name="denied_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="promise",
            index=models.Index(
                condition=models.Q(("denied_at__isnull", False)), fields=["appeal"], name="promises_denied"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("promise__isnull", False), ("purpose", "promise")),
                    models.Q(models.Q(("purpose", "promise"), _negated=True), ("promise__isnull", True)),
                    _connector="OR",
                ),
                name="files_of_a_promise_have_it",
            ),
        ),
        migrations.AddField(
            model_name="promiseword",
            name="appeal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="appeals.appeal"
            ),
        ),
        migrations.AddField(
            model_name="promiseword",
            name="promise",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="words", to="appeals.promise"
            ),
        ),
        migrations.AddConstraint(
            model_name="promiseword",
            constraint=models.UniqueConstraint(
                fields=("promise", "appeal"), name="one_word_of_each_on_a_promise"
            ),
        ),
    ]
