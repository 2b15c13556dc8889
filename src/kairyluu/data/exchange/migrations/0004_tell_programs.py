"""What happens to an appeal is put down for the programs that want to be told, in the transaction of the act itself. The
table of acts is that of rules/exchange/webhooks.py when this was written."""

import json

from django.db import migrations

EVENT_OF = {
    "submit": "appeal.received",
    "take_in": "appeal.received",
    "arrive": "appeal.received",
    "register": "appeal.registered",
    "resolve": "appeal.resolved",
    "send_answer": "appeal.answered",
    "refuse": "appeal.refused",
    "forward": "appeal.forwarded",
    "forward_part": "appeal.part_forwarded",
    "withdraw": "appeal.withdrawn",
    "merge": "appeal.merged",
    "extend": "appeal.deadline_moved",
    "recount_deadline": "appeal.deadline_moved",
    "ask_applicant": "appeal.clock_stopped",
    "resume_clock": "appeal.clock_resumed",
    "ask_review": "appeal.review_asked",
    "rate": "appeal.rated",
}

TELL = f"""
CREATE FUNCTION kairyluu_tell_programs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM exchange_webhook WHERE ended_at IS NULL) THEN
        INSERT INTO exchange_delivery
            (webhook_id, event, appeal_id, happened_at, payload, state, attempts, next_try_at, last_error)
        SELECT hook.id, said.event, NEW.appeal_id, NEW.at, '', 'waiting', 0, NEW.at, ''
        FROM (SELECT '{json.dumps(EVENT_OF)}'::jsonb ->> NEW.act AS event) AS said
        JOIN exchange_webhook hook ON hook.ended_at IS NULL AND said.event = ANY (hook.events)
        JOIN exchange_program program ON program.id = hook.program_id AND program.ended_at IS NULL
        JOIN agencies_body body ON body.id = program.body_id
        WHERE body.code = NEW.body_code
            OR NEW.body_code = '' AND body.id = (SELECT body_id FROM appeals_appeal WHERE id = NEW.appeal_id);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER tell_programs AFTER INSERT ON journal_entry FOR EACH ROW
    WHEN (NEW.appeal_id IS NOT NULL AND NEW.act IN ({", ".join(f"'{act}'" for act in EVENT_OF)}))
    EXECUTE FUNCTION kairyluu_tell_programs();
"""  # noqa: S608 - names of acts
UNDO = "DROP TRIGGER tell_programs ON journal_entry; DROP FUNCTION kairyluu_tell_programs();"


class Migration(migrations.Migration):
    dependencies = [("exchange", "0003_doors_of_programs"), ("journal", "0005_returned_drafts")]
    operations = [migrations.RunSQL(TELL, UNDO)]
