"""What was told to law enforcement is never changed, and of a referral itself only where it stands."""

from django.db import migrations

MOVES = ("state", "next_reminder_at", "acknowledged_at", "answered_at")
FUNCTION = f"""
CREATE FUNCTION kairyluu_referral_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(NEW) - '{{{",".join(MOVES)}}}'::text[])
        IS DISTINCT FROM (to_jsonb(OLD) - '{{{",".join(MOVES)}}}'::text[])
        OR OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at
        OR OLD.answered_at IS NOT NULL AND NEW.answered_at IS DISTINCT FROM OLD.answered_at
    THEN
        RAISE EXCEPTION 'a referral is append-only: what was told stays'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER referral_stays BEFORE UPDATE ON referrals_referral
    FOR EACH ROW EXECUTE FUNCTION kairyluu_referral_stays();
CREATE TRIGGER append_only_rows BEFORE DELETE ON referrals_referral
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON referrals_referralmark
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON referrals_referral
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON referrals_referralmark
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
UNDO = """
DROP TRIGGER referral_stays ON referrals_referral;
DROP TRIGGER append_only_rows ON referrals_referral;
DROP TRIGGER append_only_rows ON referrals_referralmark;
DROP TRIGGER append_only_table ON referrals_referral;
DROP TRIGGER append_only_table ON referrals_referralmark;
DROP FUNCTION kairyluu_referral_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial"), ("journal", "0002_append_only")]
    operations = [migrations.RunSQL(FUNCTION, UNDO)]
