"""The caller's number is not copied into an alarm: a call that becomes confidential gives it up in one place."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("kairyluu.data.alarms.migrations.0002_append_only")
OLD = BEFORE.ALARM.split("CREATE TRIGGER")[0].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
NEW = OLD.replace("NEW.number, ", "").replace("OLD.number, ", "")


class Migration(migrations.Migration):
    dependencies = [("alarms", "0002_append_only")]
    operations = [
        migrations.RunSQL(NEW, OLD),
        migrations.RemoveField(model_name="alarm", name="number"),
    ]
