"""An approved analysis stays as it was approved; only that it was published is added, once. A number once taken is
not taken back."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION kairyluu_analysis_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'draft' AND (
        TG_OP = 'DELETE'
        OR (to_jsonb(NEW) - '{state,published_at}'::text[])
            IS DISTINCT FROM (to_jsonb(OLD) - '{state,published_at}'::text[])
        OR NEW.state = 'draft'
        OR OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at
    ) THEN
        RAISE EXCEPTION 'an approved analysis is append-only: it stays as it was approved'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER analysis_stays BEFORE UPDATE OR DELETE ON analyses_analysis
    FOR EACH ROW EXECUTE FUNCTION kairyluu_analysis_stays();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON analyses_analysis
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
UNDO = """
DROP TRIGGER analysis_stays ON analyses_analysis;
DROP TRIGGER append_only_table ON analyses_analysis;
DROP FUNCTION kairyluu_analysis_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("analyses", "0001_initial"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FUNCTION, UNDO)]
