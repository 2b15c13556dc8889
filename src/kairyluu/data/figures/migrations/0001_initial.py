"""Facts, cells and the list of changes, and the triggers that write the list."""

import django.contrib.postgres.fields
from django.db import migrations, models

ALL = """
CREATE FUNCTION kairyluu_figures_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT DISTINCT appeal_id FROM changed WHERE appeal_id IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE FUNCTION kairyluu_figures_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT id FROM changed;
    RETURN NULL;
END
$$;
CREATE FUNCTION kairyluu_figures_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT n.id FROM changed n JOIN former o USING (id)
    WHERE (n.body_id, n.channel_id, n.kind, n.topic_id, n.reply_language, n.is_collective, n.origin_id, n.is_confidential,
           n.is_under_control, n.state, n.is_open, n.received_at, n.due_on, n.registered_on, n.consideration_due_on,
           n.closed_on, n.outcome_id)
       IS DISTINCT FROM
          (o.body_id, o.channel_id, o.kind, o.topic_id, o.reply_language, o.is_collective, o.origin_id, o.is_confidential,
           o.is_under_control, o.state, o.is_open, o.received_at, o.due_on, o.registered_on, o.consideration_due_on,
           o.closed_on, o.outcome_id);
    RETURN NULL;
END
$$;
CREATE FUNCTION kairyluu_figures_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT n.appeal_id FROM changed n JOIN former o USING (id)
    WHERE (n.appeal_id, n.returned_at) IS DISTINCT FROM (o.appeal_id, o.returned_at);
    RETURN NULL;
END
$$;
CREATE FUNCTION kairyluu_figures_applicant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT n.appeal_id FROM changed n JOIN former o USING (id)
    WHERE (n.role, n.home_territory_id, n.is_organisation) IS DISTINCT FROM (o.role, o.home_territory_id, o.is_organisation);
    RETURN NULL;
END
$$;
CREATE FUNCTION kairyluu_figures_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT id FROM appeals_appeal WHERE outcome_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER figures_outcome AFTER UPDATE OF counts_as_positive ON reference_outcome FOR EACH ROW
    WHEN (OLD.counts_as_positive IS DISTINCT FROM NEW.counts_as_positive) EXECUTE FUNCTION kairyluu_figures_outcome();
CREATE TRIGGER figures_new AFTER INSERT ON appeals_appeal REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_figures_new();
CREATE TRIGGER figures_changed AFTER UPDATE ON appeals_appeal REFERENCING NEW TABLE AS changed OLD TABLE AS former
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_figures_appeal();
"""
PARTS = {
    "appeals_answer": "answer",
    "appeals_applicant": "applicant",
    "appeals_extension": "all",
    "appeals_handover": "all",
    "appeals_rating": "all",
    "appeals_nearcopy": "all",
    "appeals_refusal": "all",
    "appeals_controlmark": "all",
    "alarms_alarm": "all",
}


def _triggers(table, update):
    former = " OLD TABLE AS former" if update != "all" else ""
    return f"""
CREATE TRIGGER figures_new AFTER INSERT ON {table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON {table} REFERENCING NEW TABLE AS changed{former}
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_figures_{update}();
CREATE TRIGGER figures_gone AFTER DELETE ON {table} REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_figures_all();
"""


def _undo():
    names = [
        f"DROP TRIGGER figures_{what} ON {table};" for table in PARTS for what in ("new", "changed", "gone")
    ]
    names += [f"DROP TRIGGER figures_{what} ON appeals_appeal;" for what in ("new", "changed")]
    names.append("DROP TRIGGER figures_outcome ON reference_outcome;")
    functions = ("all", "new", "appeal", "answer", "applicant", "outcome")
    return "\n".join([*names, *(f"DROP FUNCTION kairyluu_figures_{name};" for name in functions)])


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("appeals", "0026_answers_by_outgoing_day"),
        ("alarms", "0003_no_number"),
    ]
    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("appeal_id", models.UUIDField()),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("appeal_id", models.UUIDField(primary_key=True, serialize=False)),
                ("body_id", models.BigIntegerField()),
                (
                    "happenings",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), size=None
                    ),
                ),
                ("days", django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), size=None)),
                (
                    "values",
                    django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None),
                ),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(null=True), size=None
                    ),
                ),
            ],
            options={"ordering": ["appeal_id"]},
        ),
        migrations.CreateModel(
            name="Cell",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "dimension",
                        "grain",
                        "body_id",
                        "happening",
                        "day",
                        "key",
                        "value",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("dimension", models.SmallIntegerField()),
                ("grain", models.CharField(max_length=1)),
                ("body_id", models.BigIntegerField()),
                ("happening", models.SmallIntegerField()),
                ("day", models.DateField()),
                ("key", models.TextField(blank=True, db_collation="C", default="")),
                ("value", models.IntegerField()),
                ("n", models.BigIntegerField()),
            ],
        ),
        migrations.RunSQL(ALL + "".join(_triggers(*part) for part in PARTS.items()), _undo()),
        # What is there already: the worker folds it; `kairyluu check-figures --rebuild` is quicker for very many.
        migrations.RunSQL(
            "INSERT INTO figures_change (appeal_id) SELECT id FROM appeals_appeal", migrations.RunSQL.noop
        ),
    ]
