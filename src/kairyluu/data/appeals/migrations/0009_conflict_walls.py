"""The last wall: the database itself refuses that somebody complained about, or who declared a conflict, does anything
with that appeal, whatever the program above it says.

A trigger is told pairs of columns: an official and, after a colon, the post he acts in. It looks at what is new in the
row only, so that what he did before he was named stays. A post in a body that is complained about as a whole is refused
too; the top body, above which nobody stands, considers complaints about itself.
"""

from django.db import migrations

KEPT_AWAY = """
CREATE FUNCTION kairyluu_kept_away(appeal uuid, who bigint, post bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
SELECT EXISTS (SELECT 1 FROM appeals_complainttarget t WHERE t.appeal_id = appeal AND t.official_id = who)
    OR EXISTS (SELECT 1 FROM appeals_recusal r WHERE r.appeal_id = appeal AND r.official_id = who)
    OR EXISTS (
        SELECT 1 FROM appeals_complainttarget t
        JOIN agencies_post p ON p.body_id = t.body_id AND p.id = post
        JOIN agencies_body b ON b.id = t.body_id
        JOIN appeals_appeal a ON a.id = t.appeal_id
        WHERE t.appeal_id = appeal AND t.official_id IS NULL
          AND NOT (b.parent_id IS NULL AND a.body_id = b.id)
    )
$$
"""
REFUSE_ACT = """
CREATE FUNCTION kairyluu_no_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    new_row jsonb := to_jsonb(NEW);
    old_row jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}'::jsonb END;
    pair text;
    who text;
BEGIN
    FOREACH pair IN ARRAY TG_ARGV LOOP
        who := split_part(pair, ':', 1);
        CONTINUE WHEN new_row ->> who IS NULL OR new_row ->> who IS NOT DISTINCT FROM old_row ->> who;
        IF kairyluu_kept_away(
            (new_row ->> 'appeal_id')::uuid,
            (new_row ->> who)::bigint,
            (new_row ->> split_part(pair, ':', 2))::bigint
        ) THEN
            RAISE EXCEPTION 'conflict of interest: % of % may not be this official', who, TG_TABLE_NAME
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$
"""
# An official who is named, or steps aside, while the appeal is in his hands: his share must have ended first.
REFUSE_NAMING = """
CREATE FUNCTION kairyluu_hands_are_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM appeals_assignment s
        WHERE s.appeal_id = NEW.appeal_id AND s.executor_id = NEW.official_id AND s.is_current
    ) THEN
        RAISE EXCEPTION 'conflict of interest: the appeal is still in the hands of this official'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$
"""
ACTS = {
    "assignment": ("executor_id:executor_post_id",),
    "resolution": ("author_id:author_post_id",),
    "note": ("author_id:", "asks_id:"),
    "answer": ("author_id:", "signer_id:signer_post_id"),
    "refusal": ("author_id:author_post_id",),
    "extension": ("author_id:author_post_id",),
    "clarification": ("author_id:",),
    "handover": ("author_id:author_post_id",),
    "withdrawal": ("author_id:",),
    "complainttarget": ("match_decided_by_id:",),
    "controlmark": ("official_id:post_id", "lifted_by_id:"),
    "controlrequest": ("asked_by_id:asked_post_id", "answered_by_id:"),
    "reminder": ("official_id:",),
    "question": ("listed_by_id:",),
    "promise": ("kept_by_id:",),
    "nearcopy": ("author_id:",),
}
ACT = """
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON appeals_{table}
    FOR EACH ROW EXECUTE FUNCTION kairyluu_no_conflict({columns})
"""
NAMING = """
CREATE TRIGGER hands_are_empty BEFORE INSERT OR UPDATE ON appeals_{table}
    FOR EACH ROW WHEN (NEW.official_id IS NOT NULL) EXECUTE FUNCTION kairyluu_hands_are_empty()
"""


def wall(table: str, columns: tuple[str, ...]) -> migrations.RunSQL:
    words = ", ".join(f"'{pair}'" for pair in columns)
    return migrations.RunSQL(
        ACT.format(table=table, columns=words), f"DROP TRIGGER no_conflict ON appeals_{table}"
    )


class Migration(migrations.Migration):
    dependencies = [("appeals", "0008_conflicts"), ("agencies", "0001_initial")]
    operations = [
        migrations.RunSQL(KEPT_AWAY, "DROP FUNCTION kairyluu_kept_away(uuid, bigint, bigint)"),
        migrations.RunSQL(REFUSE_ACT, "DROP FUNCTION kairyluu_no_conflict()"),
        migrations.RunSQL(REFUSE_NAMING, "DROP FUNCTION kairyluu_hands_are_empty()"),
        *(wall(table, columns) for table, columns in ACTS.items()),
        *(
            migrations.RunSQL(NAMING.format(table=table), f"DROP TRIGGER hands_are_empty ON appeals_{table}")
            for table in ("complainttarget", "recusal")
        ),
    ]
