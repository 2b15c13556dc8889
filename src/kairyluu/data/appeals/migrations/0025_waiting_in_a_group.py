"""Who waits for the answer to another appeal of one cause has a state of its own."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models


def wait(apps: Any, schema_editor: Any) -> None:
    """Who waited in a group stood among those to be resolved."""
    members = apps.get_model("appeals", "CauseMember").objects.values("appeal_id")
    apps.get_model("appeals", "Appeal").objects.filter(pk__in=members, state="registered").update(
        state="joined"
    )


def stop_waiting(apps: Any, schema_editor: Any) -> None:
    apps.get_model("appeals", "Appeal").objects.filter(state="joined").update(state="registered")


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_answer_check"),
        ("appeals", "0024_findings"),
        ("reference", "0005_empty_phrases"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="appeal",
            name="the_state_is_known",
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "answered",
                            "assigned",
                            "awaiting_signature",
                            "forwarded",
                            "joined",
                            "merged",
                            "received",
                            "refused",
                            "registered",
                            "signed",
                            "withdrawn",
                        ],
                    )
                ),
                name="the_state_is_known",
            ),
        ),
    ]
