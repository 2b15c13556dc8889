-- Written by scripts/write_first_tables.py from these migrations:
-- of account 0001_initial 6f27ff6bdf57521a
-- of account 0002_email_max_length c956ab7a3c3660a1
-- of account 0003_alter_emailaddress_create_unique_verified_email 66b6f1939621bcfa
-- of account 0004_alter_emailaddress_drop_unique_email ebc6317e90c47d7a
-- of account 0005_emailaddress_idx_upper_email e7569f1662da1754
-- of account 0006_emailaddress_lower 54adb08cb3fba66b
-- of account 0007_emailaddress_idx_email 87fad70bfde8ae29
-- of account 0008_emailaddress_unique_primary_email_fixup 794bf875bdbef9c4
-- of account 0009_emailaddress_unique_primary_email 79762cfa7b1e1d7c
-- of admin 0001_initial f4716989d9815b62
-- of admin 0002_logentry_remove_auto_add 2c127e659a2236ed
-- of admin 0003_logentry_add_action_flag_choices 02700a827190720e
-- of agencies 0001_initial d66fedbef1b3d28d
-- of agencies 0002_several_trust_phones 22b5c060280d70bc
-- of agencies 0003_lines e79a06e5bae4b305
-- of agencies 0004_answer_check e201dacb9068c368
-- of alarms 0001_initial ce8c87efdf2c6f26
-- of alarms 0002_append_only 2f08682daa9a4031
-- of alarms 0003_no_number 230141da953af4cd
-- of alarms 0004_again_and_sealed 0d40969d3fc78876
-- of analyses 0001_initial 7b6d83e0261c585a
-- of analyses 0002_stays a8f530de115f96a9
-- of appeals 0001_initial c60a69e08dc0c8a3
-- of appeals 0002_initial 19bdffa4e2e38381
-- of appeals 0003_list_indexes 06aacf0d179762ed
-- of appeals 0004_timely_and_objective 92d1c42c4b385c37
-- of appeals 0005_alike 45033a6b01a0d5b0
-- of appeals 0006_first_fingerprints a9fb0e37018c496a
-- of appeals 0007_marks_behind_ticks 20b4f7bd0d5bbd22
-- of appeals 0008_conflicts f38bbd76c126092a
-- of appeals 0009_conflict_walls 431b9b7ddedf23ad
-- of appeals 0010_counted_receipt 981d2248f2c57a5c
-- of appeals 0011_mornings_and_paces 47ab0a00784b9ef2
-- of appeals 0012_suspects 8f4beecccf89384a
-- of appeals 0013_answer_quality 1dd710349cb29287
-- of appeals 0014_counted_for_heads 7a178cae0bdaa303
-- of appeals 0015_answers_that_were_sent 69f0906e6e499c11
-- of appeals 0016_copy_reason a0ed7085238fff6f
-- of appeals 0017_counted_without_the_rows 3b1edbdf50c69573
-- of appeals 0018_kept_from ae8e799d4c9654a9
-- of appeals 0019_replies_with_files 2817fdb811ba776a
-- of appeals 0020_promises_spoken_of 6e3e605f2e2a0a93
-- of appeals 0021_one_index_of_the_legs df202fa85f53cc3a
-- of appeals 0022_confidential 92e5a89dc8324dd9
-- of appeals 0023_confidential_kept_from 2f9045579f7a2415
-- of appeals 0024_findings 035c94459287096b
-- of appeals 0025_waiting_in_a_group 60bdf1493c60b80f
-- of appeals 0026_answers_by_outgoing_day 8f27f1a295782ce9
-- of appeals 0027_withheld_kept_from f55d61cac3465676
-- of appeals 0028_earlier_registers fdd790332c357b33
-- of appeals 0029_words_go_in_together ccf4d89e8d5e4f2a
-- of appeals 0030_not_told_of c6176feac790c9af
-- of appeals 0031_checked_files 09226974bc972abf
-- of appeals 0032_names_go_in_together 612ad48d768ac45c
-- of appeals 0033_registers_by_page cf9e6d19eb8bbf7f
-- of appeals 0034_shut_by_index 0922a71d28e936fa
-- of appeals 0035_vouched_by 653629b9f22b6914
-- of appeals 0036_files_in_pieces 3f338a2ac40dffc2
-- of appeals 0037_shown_behind_figures 2856fdc9892fb166
-- of auth 0001_initial 845cff319606332f
-- of auth 0002_alter_permission_name_max_length feaf97e0e8f7d148
-- of auth 0003_alter_user_email_max_length 9d5657b4db9872dc
-- of auth 0004_alter_user_username_opts 9538db342c9a9bec
-- of auth 0005_alter_user_last_login_null 79f60a35dc000fdd
-- of auth 0006_require_contenttypes_0002 00cb16e3405f14b6
-- of auth 0007_alter_validators_add_error_messages 115db87dc327530f
-- of auth 0008_alter_user_username_max_length 02857f65f7d64814
-- of auth 0009_alter_user_last_name_max_length 19a89500e7f108a7
-- of auth 0010_alter_group_name_max_length 0963ed6498ac0b3a
-- of auth 0011_update_proxy_permissions 85a5dde708dc4b61
-- of auth 0012_alter_user_first_name_max_length 6cefbc9f80903763
-- of calls 0001_initial bc4f433ca4f73b35
-- of calls 0002_append_only 8cf63d3253284fbd
-- of contenttypes 0001_initial 35ed8489a147e0b4
-- of contenttypes 0002_remove_content_type_name 7d36494075750f0e
-- of exchange 0001_initial 72e237572dbdd12c
-- of exchange 0002_programs b204fc5892b585e0
-- of exchange 0003_doors_of_programs 369ca4ccd05fac84
-- of exchange 0004_tell_programs 71a51ac69946b7c1
-- of exchange 0005_document_messages bdf0ce49ed9ea24a
-- of figures 0001_initial 5b44774cd5770487
-- of figures 0002_taken_out ee2fa94b4db8dfc0
-- of figures 0003_saved_views d90e0c150131ba2b
-- of figures 0004_sums_by_year db5ab47d947a953a
-- of figures 0005_confidential_apart 439671e134be5034
-- of figures 0006_reach 1e5b2939fa271580
-- of figures 0007_branch e32006c60119f64a
-- of figures 0008_joint 4d9aca0f159b5f01
-- of journal 0001_initial ddfbc6dabfd4acf3
-- of journal 0002_append_only 8f25dd31e8b2b6c7
-- of journal 0003_looks_at_lists 731f861ee12d240f
-- of journal 0004_proofs_handed_out 0672d62a87a87833
-- of journal 0005_returned_drafts 90bd6c3fe609fce4
-- of letters 0001_initial 80551f7c6b21c2b7
-- of mfa 0001_initial a42b6353f2ed5dd7
-- of mfa 0002_authenticator_timestamps b6566eb07301e2e4
-- of mfa 0003_authenticator_type_uniq 88550a456154080c
-- of outbox 0001_initial 6e6dacc0e1e0cc4a
-- of outbox 0002_ways_and_fates f8084df270a2e933
-- of people 0001_initial 333971a9001b69c4
-- of people 0002_edition b587dcd2b55c738b
-- of people 0003_attempts 93b79f8ee834d6d8
-- of people 0004_sessions 46543212ea57f2a1
-- of people 0005_identities d9d540cdd5c9ee5b
-- of procrastinate 0001_initial be81516c79d02f26
-- of procrastinate 0002_drop_started_at_column 2ead163c1ce2991d
-- of procrastinate 0003_drop_started_at_column 740f2d8ff02c0bb5
-- of procrastinate 0004_drop_procrastinate_version_table 9f48b76f59a9cc8c
-- of procrastinate 0005_fix_procrastinate_fetch_job 6a8e4055ab8e463d
-- of procrastinate 0006_fix_trigger_status_events_insert d9d2f532a094aa09
-- of procrastinate 0007_add_queueing_lock_column dc12645a882f2067
-- of procrastinate 0008_close_fetch_job_race_condition 74c7c44a68d3c204
-- of procrastinate 0009_add_defer_job_function b9d529f1bb143b09
-- of procrastinate 0010_add_procrastinate_periodic_defers bd1aa56a04f86df5
-- of procrastinate 0011_add_foreign_key_index 25cc0914481114fd
-- of procrastinate 0012_add_locks_to_periodic_defer 7cf8863ace39220c
-- of procrastinate 0013_fix_procrastinate_defer_periodic_job 4d5072911b8c904c
-- of procrastinate 0014_add_finish_job_and_retry_job_functions 20ebed9ca30246c8
-- of procrastinate 0015_add_trigger_on_job_deletion 41bec3a5111ff97f
-- of procrastinate 0016_delete_finished_jobs aa4d841aae25c4b1
-- of procrastinate 0017_add_checks_to_finish_job fa9f208ddf3368de
-- of procrastinate 0018_add_checks_to_retry_job 893bfc867f1594eb
-- of procrastinate 0019_fix_finish_job_compat_issue 4c85f00a990bb3d7
-- of procrastinate 0020_add_index_on_procrastinate_jobs 5a93c4ea92b856f5
-- of procrastinate 0021_add_kwargs_to_defer_periodic_job 88dd3371cbdee2ba
-- of procrastinate 0022_null_locks_excluded 2d5b088f88e89d69
-- of procrastinate 0023_remove_old_finish_job_function 89267383eac7bb81
-- of procrastinate 0024_job_id_bigint 27108dc62abe6372
-- of procrastinate 0025_add_models 29580ceb9d30811c
-- of procrastinate 0026_add_job_priority 4f7746b8edef802a
-- of procrastinate 0027_add_periodic_job_priority 17e24782e5f4b56e
-- of procrastinate 0028_add_cancel_states 2831656624aa9165
-- of procrastinate 0029_add_additional_params_to_retry_job 50d48f155234960c
-- of procrastinate 0030_alter_procrastinateevent_options 94486414b944e707
-- of procrastinate 0031_add_indexes_for_fetch_job c7235c71c0c003fd
-- of procrastinate 0032_pre_cancel_notification 42c97f730f7f0edd
-- of procrastinate 0033_post_cancel_notification 8bd0e84d1e45311e
-- of procrastinate 0034_pre_add_heartbeat 844ed448222ba8b1
-- of procrastinate 0035_post_add_heartbeat 0cbd71b8406c14f4
-- of procrastinate 0036_add_worker_model f996e8059968a3a4
-- of procrastinate 0037_pre_batch_defer_jobs 0d7d4294e8aa2749
-- of procrastinate 0038_post_batch_defer_jobs 503152d687e3e49b
-- of procrastinate 0039_pre_priority_lock_fetch_job aba2087cb2b69233
-- of procrastinate 0040_pre_retry_failed_job f6d2a552fbbc5088
-- of procrastinate 0041_post_retry_failed_job 2c8dc359b30362a9
-- of reference 0001_search_words d76f407b2140ba7e
-- of reference 0002_initial fa488ed2654c746a
-- of reference 0003_days_of_their_own 6ef8cdcc551d3654
-- of reference 0004_terms_by_kind a2d49e07dd85e492
-- of reference 0005_empty_phrases 4a0916028000d4bb
-- of reference 0006_urgent_words cb6342d46eb35f19
-- of reference 0007_procedures 7ca8b785b59702c9
-- of reference 0008_count_procedures dfeb595e16e62b4a
-- of reference 0009_orders_of_the_calendar 7a74b9e976372e6c
-- of reference 0010_fold_by_lower e5a9d45b4a88ca8b
-- of referrals 0001_initial 8f45323f01345263
-- of referrals 0002_append_only 58cf0f8a9339b35b
-- of sessions 0001_initial 2aa438e2393ee513
-- tables
SET LOCAL check_function_bodies = false;
SET LOCAL search_path = '';
SET LOCAL client_min_messages = warning;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.kairyluu_alarm_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (NEW.id, NEW.raising_key, NEW.urgent_class_id, NEW.body_id, NEW.line_id, NEW.call_id, NEW.appeal_id, NEW.is_drill, NEW.kept_from, NEW.kept_bodies, NEW.raised_at, NEW.raised_by_id, NEW.raised_by_name, NEW.raised_by_post, NEW.raised_by_titles)
        IS DISTINCT FROM (OLD.id, OLD.raising_key, OLD.urgent_class_id, OLD.body_id, OLD.line_id, OLD.call_id, OLD.appeal_id, OLD.is_drill, OLD.kept_from, OLD.kept_bodies, OLD.raised_at, OLD.raised_by_id, OLD.raised_by_name, OLD.raised_by_post, OLD.raised_by_titles)
        OR OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at
        OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at
        OR NEW.step < OLD.step OR NEW.rounds < OLD.rounds
        OR NEW.words IS DISTINCT FROM OLD.words AND NOT (NEW.words = '' AND NEW.sealed_words IS NOT NULL)
        OR OLD.sealed_words IS NOT NULL AND NEW.sealed_words IS NULL
        OR OLD.sealed_words IS NULL AND NEW.sealed_words IS NOT NULL AND OLD.words = ''
    THEN
        RAISE EXCEPTION 'an alarm is append-only: what was raised, told or answered stays'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.kairyluu_analysis_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.kairyluu_count_edition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE reference_edition SET number = number + 1 WHERE id = 1;
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_figures_all() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT DISTINCT appeal_id FROM changed WHERE appeal_id IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_figures_answer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT n.appeal_id FROM changed n JOIN former o USING (id)
    WHERE (n.appeal_id, n.returned_at) IS DISTINCT FROM (o.appeal_id, o.returned_at);
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_figures_appeal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.kairyluu_figures_applicant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT n.appeal_id FROM changed n JOIN former o USING (id)
    WHERE (n.role, n.home_territory_id, n.is_organisation) IS DISTINCT FROM (o.role, o.home_territory_id, o.is_organisation);
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_figures_new() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT id FROM changed;
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_figures_outcome() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO figures_change (appeal_id) SELECT id FROM appeals_appeal WHERE outcome_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
SELECT translate(lower(words), 'ёңөѳү', 'енооу')
$$;
CREATE FUNCTION public.kairyluu_hands_are_empty() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
$$;
CREATE FUNCTION public.kairyluu_journal_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE FUNCTION public.kairyluu_kept_away(appeal uuid, who bigint, post bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
SELECT EXISTS (
        SELECT 1 FROM appeals_complainttarget t
        WHERE t.appeal_id = appeal
          AND (t.official_id = who OR (t.match_decided_at IS NULL AND who = ANY (t.suspect_ids)))
    )
    OR EXISTS (SELECT 1 FROM appeals_recusal r WHERE r.appeal_id = appeal AND r.official_id = who)
    OR EXISTS (
        SELECT 1 FROM appeals_complainttarget t
        JOIN agencies_post p ON p.body_id = t.body_id AND p.id = post
        JOIN agencies_body b ON b.id = t.body_id
        JOIN appeals_appeal a ON a.id = t.appeal_id
        WHERE t.appeal_id = appeal AND t.official_id IS NULL
          AND NOT (b.parent_id IS NULL AND a.body_id = b.id)
    )
$$;
CREATE FUNCTION public.kairyluu_kept_from(who bigint, bodies bigint[], tops bigint[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE ROWS 50
    AS $$
BEGIN
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t WHERE t.official_id = who;
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t
        WHERE t.match_decided_at IS NULL AND t.suspect_ids @> ARRAY[who];
    RETURN QUERY SELECT r.appeal_id FROM appeals_recusal r WHERE r.official_id = who;
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t
        JOIN appeals_appeal a ON a.id = t.appeal_id
        WHERE t.official_id IS NULL AND t.body_id = ANY (bodies)
          AND NOT (t.body_id = ANY (tops) AND a.body_id = t.body_id);
    RETURN QUERY SELECT c.appeal_id FROM appeals_confidence c WHERE NOT EXISTS (
        SELECT 1 FROM appeals_confidant n WHERE n.appeal_id = c.appeal_id AND n.official_id = who);
    RETURN QUERY SELECT a.id FROM appeals_appeal a WHERE a.is_withheld AND a.body_id = ANY (bodies);
END
$$;
CREATE FUNCTION public.kairyluu_legacy_row_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone WHERE batch_id::text IS DISTINCT FROM current_setting('kairyluu.undone_batch', true)
    ) THEN
        RAISE EXCEPTION 'rows of an earlier register are append-only: they leave with their batch'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION public.kairyluu_no_conflict() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
$$;
CREATE FUNCTION public.kairyluu_not_told_of(who bigint, bodies bigint[], tops bigint[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE ROWS 50
    AS $$
BEGIN
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t WHERE t.official_id = who;
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t
        WHERE t.match_decided_at IS NULL AND t.suspect_ids @> ARRAY[who];
    RETURN QUERY SELECT r.appeal_id FROM appeals_recusal r WHERE r.official_id = who;
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t
        JOIN appeals_appeal a ON a.id = t.appeal_id
        WHERE t.official_id IS NULL AND t.body_id = ANY (bodies)
          AND NOT (t.body_id = ANY (tops) AND a.body_id = t.body_id);
    RETURN QUERY SELECT a.id FROM appeals_appeal a WHERE a.is_withheld AND a.body_id = ANY (bodies);
END
$$;
CREATE FUNCTION public.kairyluu_referral_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (to_jsonb(NEW) - '{state,next_reminder_at,acknowledged_at,answered_at}'::text[])
        IS DISTINCT FROM (to_jsonb(OLD) - '{state,next_reminder_at,acknowledged_at,answered_at}'::text[])
        OR OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at
        OR OLD.answered_at IS NOT NULL AND NEW.answered_at IS DISTINCT FROM OLD.answered_at
    THEN
        RAISE EXCEPTION 'a referral is append-only: what was told stays'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.kairyluu_searchable(words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
SELECT strip(
    to_tsvector('pg_catalog.simple'::regconfig, public.kairyluu_fold(words))
    || to_tsvector('pg_catalog.russian'::regconfig, public.kairyluu_fold(words))
)
$$;
CREATE FUNCTION public.kairyluu_tell_programs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT FROM exchange_webhook WHERE ended_at IS NULL) THEN
        INSERT INTO exchange_delivery
            (webhook_id, event, appeal_id, happened_at, payload, state, attempts, next_try_at, last_error)
        SELECT hook.id, said.event, NEW.appeal_id, NEW.at, '', 'waiting', 0, NEW.at, ''
        FROM (SELECT '{"submit": "appeal.received", "take_in": "appeal.received", "arrive": "appeal.received", "register": "appeal.registered", "resolve": "appeal.resolved", "send_answer": "appeal.answered", "refuse": "appeal.refused", "forward": "appeal.forwarded", "forward_part": "appeal.part_forwarded", "withdraw": "appeal.withdrawn", "merge": "appeal.merged", "extend": "appeal.deadline_moved", "recount_deadline": "appeal.deadline_moved", "ask_applicant": "appeal.clock_stopped", "resume_clock": "appeal.clock_resumed", "ask_review": "appeal.review_asked", "rate": "appeal.rated"}'::jsonb ->> NEW.act AS event) AS said
        JOIN exchange_webhook hook ON hook.ended_at IS NULL AND said.event = ANY (hook.events)
        JOIN exchange_program program ON program.id = hook.program_id AND program.ended_at IS NULL
        JOIN agencies_body body ON body.id = program.body_id
        WHERE body.code = NEW.body_code
            OR NEW.body_code = '' AND body.id = (SELECT body_id FROM appeals_appeal WHERE id = NEW.appeal_id);
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_body (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(80) NOT NULL,
    kind character varying(40) NOT NULL,
    path character varying(500) NOT NULL,
    short_ky text NOT NULL,
    short_ru text NOT NULL,
    short_en text NOT NULL,
    aliases text NOT NULL,
    phone text NOT NULL,
    trust_phone text NOT NULL,
    trust_phone_e164 character varying(80) NOT NULL,
    hours jsonb NOT NULL,
    address text NOT NULL,
    email_domain text NOT NULL,
    website text NOT NULL,
    participation character varying(16) NOT NULL,
    receives_crime_reports boolean NOT NULL,
    successor_code character varying(80) NOT NULL,
    soate character varying(14) NOT NULL,
    register_pattern character varying(60) NOT NULL,
    register_index character varying(20) NOT NULL,
    is_open boolean NOT NULL,
    parent_id bigint,
    territory_id bigint,
    answer_check character varying(8) NOT NULL
);
ALTER TABLE public.agencies_body ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_department (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(100) NOT NULL,
    body_id bigint NOT NULL
);
ALTER TABLE public.agencies_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_line (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(60) NOT NULL,
    number text NOT NULL,
    number_e164 character varying(16) NOT NULL,
    purpose_ky text NOT NULL,
    purpose_ru text NOT NULL,
    purpose_en text NOT NULL,
    hours jsonb NOT NULL,
    summer_from character varying(5) NOT NULL,
    winter_from character varying(5) NOT NULL,
    posts text NOT NULL,
    languages character varying(20) NOT NULL,
    takes_anonymous boolean NOT NULL,
    records_calls boolean NOT NULL,
    closed_ky text NOT NULL,
    closed_ru text NOT NULL,
    closed_en text NOT NULL,
    body_id bigint NOT NULL
);
ALTER TABLE public.agencies_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_official (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    code character varying(80) NOT NULL,
    surname text NOT NULL,
    given_name text NOT NULL,
    patronymic text NOT NULL
);
ALTER TABLE public.agencies_official ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_official_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_post (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    code character varying(120) NOT NULL,
    role character varying(24) NOT NULL,
    title_ky text NOT NULL,
    title_ru text NOT NULL,
    title_en text NOT NULL,
    is_public boolean NOT NULL,
    rank smallint NOT NULL,
    reception_days text NOT NULL,
    reception_hours text NOT NULL,
    reception_place text NOT NULL,
    body_id bigint NOT NULL,
    department_id bigint,
    CONSTRAINT agencies_post_rank_check CHECK ((rank >= 0))
);
ALTER TABLE public.agencies_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_tenure (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    basis text NOT NULL,
    official_id bigint NOT NULL,
    post_id bigint NOT NULL,
    stands_in_for_id bigint,
    CONSTRAINT tenure_ends_after_it_starts CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE public.agencies_tenure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_tenure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agencies_territory (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(60) NOT NULL,
    iso character varying(8) NOT NULL,
    kind character varying(20) NOT NULL,
    aliases text NOT NULL,
    valid_from character varying(10) NOT NULL,
    soate character varying(14) NOT NULL,
    parent_id bigint
);
ALTER TABLE public.agencies_territory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_territory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alarms_alarm (
    id uuid NOT NULL,
    raising_key uuid NOT NULL,
    words text NOT NULL,
    is_drill boolean NOT NULL,
    kept_from jsonb NOT NULL,
    kept_bodies jsonb NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    raised_by_name text NOT NULL,
    raised_by_post text NOT NULL,
    step smallint NOT NULL,
    next_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    closed_at timestamp with time zone,
    appeal_id uuid,
    body_id bigint NOT NULL,
    call_id uuid,
    line_id bigint,
    raised_by_id bigint NOT NULL,
    urgent_class_id bigint NOT NULL,
    sealed_words bytea,
    rounds integer NOT NULL,
    is_at_end boolean NOT NULL,
    raised_by_titles jsonb NOT NULL,
    CONSTRAINT alarms_alarm_rounds_check CHECK ((rounds >= 0)),
    CONSTRAINT alarms_alarm_step_check CHECK ((step >= 0)),
    CONSTRAINT an_alarm_is_answered_after_it_was_raised CHECK (((acknowledged_at IS NULL) OR (acknowledged_at >= raised_at))),
    CONSTRAINT an_alarm_is_closed_after_somebody_answered CHECK ((((acknowledged_at IS NULL) AND (closed_at IS NULL)) OR (acknowledged_at IS NOT NULL))),
    CONSTRAINT an_answered_alarm_goes_no_further CHECK (((acknowledged_at IS NULL) OR (next_at IS NULL))),
    CONSTRAINT words_are_sealed_or_in_clear CHECK (((words = ''::text) OR (sealed_words IS NULL)))
);
CREATE TABLE public.alarms_alarmanswer (
    id bigint NOT NULL,
    what character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    official_name text NOT NULL,
    official_post text NOT NULL,
    way character varying(8) NOT NULL,
    words text NOT NULL,
    alarm_id uuid NOT NULL,
    official_id bigint NOT NULL,
    official_titles jsonb NOT NULL,
    CONSTRAINT the_answer_is_known CHECK (((what)::text = ANY ((ARRAY['acknowledged'::character varying, 'closed'::character varying])::text[])))
);
ALTER TABLE public.alarms_alarmanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alarms_alarmanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alarms_alarmmark (
    id bigint NOT NULL,
    what character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    detail text NOT NULL,
    notice_id uuid NOT NULL,
    CONSTRAINT the_mark_is_known CHECK (((what)::text = ANY ((ARRAY['handed_over'::character varying, 'refused'::character varying, 'deferred'::character varying, 'delivered'::character varying, 'read'::character varying])::text[])))
);
ALTER TABLE public.alarms_alarmmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alarms_alarmmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alarms_alarmnotice (
    id uuid NOT NULL,
    step smallint NOT NULL,
    official_name text NOT NULL,
    official_post text NOT NULL,
    channel character varying(10) NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    wanted_at timestamp with time zone NOT NULL,
    alarm_id uuid NOT NULL,
    official_id bigint NOT NULL,
    round integer NOT NULL,
    official_titles jsonb NOT NULL,
    CONSTRAINT alarms_alarmnotice_round_check CHECK ((round >= 0)),
    CONSTRAINT alarms_alarmnotice_step_check CHECK ((step >= 0)),
    CONSTRAINT the_way_is_known CHECK (((channel)::text = ANY ((ARRAY['sms'::character varying, 'messenger'::character varying, 'email'::character varying, 'screen'::character varying])::text[])))
);
CREATE TABLE public.alarms_chainstep (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    code character varying(80) NOT NULL,
    body_code character varying(80) NOT NULL,
    step smallint NOT NULL,
    who character varying(10) NOT NULL,
    duty_posts text NOT NULL,
    minutes smallint NOT NULL,
    CONSTRAINT a_step_has_a_number_and_minutes CHECK (((minutes >= 1) AND (step >= 1))),
    CONSTRAINT alarms_chainstep_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT alarms_chainstep_step_check CHECK ((step >= 0)),
    CONSTRAINT who_is_told_is_known CHECK (((who)::text = ANY ((ARRAY['head'::character varying, 'deputy'::character varying, 'duty'::character varying, 'superior'::character varying])::text[])))
);
ALTER TABLE public.alarms_chainstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alarms_chainstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.analyses_analysis (
    id uuid NOT NULL,
    book character varying(80) NOT NULL,
    period character varying(24) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    state character varying(10) NOT NULL,
    data jsonb NOT NULL,
    texts jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    prepared_by jsonb NOT NULL,
    prepared_by_name text NOT NULL,
    year smallint,
    serial integer,
    number character varying(60) NOT NULL,
    approved_at timestamp with time zone,
    approved_by_name text NOT NULL,
    approved_by_titles jsonb NOT NULL,
    published_at timestamp with time zone,
    approved_by_id bigint,
    body_id bigint,
    CONSTRAINT analyses_analysis_serial_check CHECK ((serial >= 0)),
    CONSTRAINT analyses_analysis_version_check CHECK ((version >= 0)),
    CONSTRAINT analyses_analysis_year_check CHECK ((year >= 0)),
    CONSTRAINT the_state_of_an_analysis_is_known CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'approved'::character varying, 'published'::character varying])::text[]))),
    CONSTRAINT what_is_approved_has_its_number CHECK ((((approved_at IS NULL) AND ((number)::text = ''::text) AND ((state)::text = 'draft'::text)) OR ((NOT ((state)::text = 'draft'::text)) AND (approved_at IS NOT NULL) AND (NOT ((number)::text = ''::text)) AND (NOT ((digest)::text = ''::text))))),
    CONSTRAINT what_is_published_has_its_moment CHECK ((((published_at IS NOT NULL) AND ((state)::text = 'published'::text)) OR ((NOT ((state)::text = 'published'::text)) AND (published_at IS NULL))))
);
CREATE TABLE public.analyses_analysisbook (
    id bigint NOT NULL,
    book character varying(80) NOT NULL,
    year smallint NOT NULL,
    last_serial integer NOT NULL,
    CONSTRAINT analyses_analysisbook_last_serial_check CHECK ((last_serial >= 0)),
    CONSTRAINT analyses_analysisbook_year_check CHECK ((year >= 0))
);
ALTER TABLE public.analyses_analysisbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.analyses_analysisbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_answer (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    text text NOT NULL,
    measures text NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    n_returns smallint NOT NULL,
    remarks text NOT NULL,
    returned_at timestamp with time zone,
    signed_at timestamp with time zone,
    signer_title text NOT NULL,
    signer_name text NOT NULL,
    verification_code character varying(24) NOT NULL,
    outgoing_serial integer,
    outgoing_number text NOT NULL,
    outgoing_on date,
    sent_at timestamp with time zone,
    author_id bigint NOT NULL,
    outcome_id bigint NOT NULL,
    signer_id bigint,
    signer_post_id bigint,
    appeal_id uuid NOT NULL,
    gaps_reason text NOT NULL,
    copy_reason text NOT NULL,
    CONSTRAINT a_sent_answer_is_signed_and_numbered CHECK ((((outgoing_number = ''::text) AND (outgoing_serial IS NULL) AND (sent_at IS NULL)) OR ((NOT (outgoing_number = ''::text)) AND (outgoing_serial IS NOT NULL) AND (sent_at IS NOT NULL) AND (signed_at IS NOT NULL)))),
    CONSTRAINT a_signature_has_a_moment_and_a_person CHECK ((((signed_at IS NULL) AND (signer_id IS NULL) AND (signer_name = ''::text)) OR ((NOT (signer_name = ''::text)) AND (signed_at IS NOT NULL) AND (signer_id IS NOT NULL)))),
    CONSTRAINT appeals_answer_n_returns_check CHECK ((n_returns >= 0)),
    CONSTRAINT appeals_answer_outgoing_serial_check CHECK ((outgoing_serial >= 0))
);
ALTER TABLE public.appeals_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_answerprint (
    appeal_id uuid NOT NULL,
    n_words integer NOT NULL,
    bands bigint[] NOT NULL,
    CONSTRAINT appeals_answerprint_n_words_check CHECK ((n_words >= 0))
);
CREATE TABLE public.appeals_appeal (
    id uuid NOT NULL,
    submission_key uuid NOT NULL,
    submission_digest character varying(64) NOT NULL,
    tracking_number character varying(16) NOT NULL,
    secret_hash character varying(64) NOT NULL,
    kind character varying(12) NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    reply_language character varying(2) NOT NULL,
    is_collective boolean NOT NULL,
    n_cosigners integer NOT NULL,
    source_number text NOT NULL,
    instruction_version character varying(20) NOT NULL,
    state character varying(24) NOT NULL,
    is_open boolean NOT NULL,
    is_under_control boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    due_on date,
    registration_due_on date NOT NULL,
    serial integer,
    number text NOT NULL,
    registered_at timestamp with time zone,
    registered_on date,
    consideration_due_on date,
    deadline_reasons jsonb NOT NULL,
    closed_at timestamp with time zone,
    closed_on date,
    version integer NOT NULL,
    search tsvector GENERATED ALWAYS AS (public.kairyluu_searchable(((((((COALESCE(number, ''::text) || ' '::text) || (COALESCE(tracking_number, ''::character varying))::text) || ' '::text) || COALESCE(subject, ''::text)) || ' '::text) || COALESCE(text, ''::text)))) STORED,
    addressee_post_id bigint,
    body_id bigint NOT NULL,
    channel_id bigint NOT NULL,
    outcome_id bigint,
    topic_id bigint,
    book_id bigint,
    merged_into_id uuid,
    n_hops smallint NOT NULL,
    origin_id uuid,
    addressed_body_id bigint,
    came_because character varying(20) NOT NULL,
    is_withheld boolean NOT NULL,
    counted_received_at timestamp with time zone,
    is_confidential boolean NOT NULL,
    CONSTRAINT a_registered_appeal_has_its_number_and_day CHECK ((((number = ''::text) AND (registered_at IS NULL) AND (serial IS NULL) AND ((state)::text = 'received'::text)) OR ((NOT ((state)::text = 'received'::text)) AND (NOT (number = ''::text)) AND (book_id IS NOT NULL) AND (consideration_due_on IS NOT NULL) AND (registered_at IS NOT NULL) AND (registered_on IS NOT NULL) AND (serial IS NOT NULL)))),
    CONSTRAINT an_open_appeal_has_a_due_day_and_a_closed_one_its_moment CHECK ((((closed_at IS NULL) AND (closed_on IS NULL) AND (due_on IS NOT NULL) AND is_open) OR ((closed_at IS NOT NULL) AND (closed_on IS NOT NULL) AND (due_on IS NULL) AND (NOT is_open)))),
    CONSTRAINT appeals_appeal_n_cosigners_check CHECK ((n_cosigners >= 0)),
    CONSTRAINT appeals_appeal_n_hops_check CHECK ((n_hops >= 0)),
    CONSTRAINT appeals_appeal_serial_check CHECK ((serial >= 0)),
    CONSTRAINT appeals_appeal_version_check CHECK ((version >= 0)),
    CONSTRAINT final_states_are_closed CHECK ((((NOT is_open) AND ((state)::text = ANY ((ARRAY['answered'::character varying, 'forwarded'::character varying, 'merged'::character varying, 'refused'::character varying, 'unanswered'::character varying, 'withdrawn'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['answered'::character varying, 'forwarded'::character varying, 'merged'::character varying, 'refused'::character varying, 'unanswered'::character varying, 'withdrawn'::character varying])::text[]))) AND is_open))),
    CONSTRAINT the_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['proposal'::character varying, 'application'::character varying, 'complaint'::character varying])::text[]))),
    CONSTRAINT the_state_is_known CHECK (((state)::text = ANY ((ARRAY['answered'::character varying, 'assigned'::character varying, 'awaiting_signature'::character varying, 'forwarded'::character varying, 'joined'::character varying, 'merged'::character varying, 'received'::character varying, 'refused'::character varying, 'registered'::character varying, 'signed'::character varying, 'unanswered'::character varying, 'withdrawn'::character varying])::text[])))
);
CREATE TABLE public.appeals_applicant (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    "position" integer NOT NULL,
    is_organisation boolean NOT NULL,
    legal_form text NOT NULL,
    organisation text NOT NULL,
    surname text NOT NULL,
    given_name text NOT NULL,
    patronymic text NOT NULL,
    personal_number character varying(14) NOT NULL,
    phone character varying(16) NOT NULL,
    email character varying(254) NOT NULL,
    home_address text NOT NULL,
    postal_address text NOT NULL,
    search tsvector GENERATED ALWAYS AS (public.kairyluu_searchable(((((((COALESCE(surname, ''::text) || ' '::text) || COALESCE(given_name, ''::text)) || ' '::text) || COALESCE(patronymic, ''::text)) || ' '::text) || COALESCE(organisation, ''::text)))) STORED,
    account_id bigint,
    appeal_id uuid NOT NULL,
    home_territory_id bigint,
    is_representative boolean NOT NULL,
    signature character varying(14) NOT NULL,
    vouched_by character varying(40) NOT NULL,
    CONSTRAINT a_signature_is_in_a_known_state CHECK (((signature)::text = ANY ((ARRAY['signed'::character varying, 'withdrawn'::character varying, 'not_confirmed'::character varying])::text[]))),
    CONSTRAINT appeals_applicant_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.appeals_applicant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_applicant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_assignment (
    id bigint NOT NULL,
    is_lead boolean NOT NULL,
    is_current boolean NOT NULL,
    part text NOT NULL,
    due_on date,
    contribution text NOT NULL,
    contributed_at timestamp with time zone,
    appeal_id uuid NOT NULL,
    executor_id bigint NOT NULL,
    executor_post_id bigint,
    resolution_id bigint NOT NULL
);
ALTER TABLE public.appeals_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_attachment (
    id uuid NOT NULL,
    submission_key uuid,
    purpose character varying(12) NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    appeal_id uuid,
    uploaded_by_id bigint,
    clarification_id bigint,
    promise_id bigint,
    checked_id character varying(64),
    CONSTRAINT a_file_belongs_to_an_appeal_or_a_form CHECK (((appeal_id IS NOT NULL) OR (submission_key IS NOT NULL))),
    CONSTRAINT appeals_attachment_position_check CHECK (("position" >= 0)),
    CONSTRAINT appeals_attachment_size_check CHECK ((size >= 0)),
    CONSTRAINT files_of_a_promise_have_it CHECK ((((promise_id IS NOT NULL) AND ((purpose)::text = 'promise'::text)) OR ((NOT ((purpose)::text = 'promise'::text)) AND (promise_id IS NULL)))),
    CONSTRAINT files_of_a_reply_have_their_question CHECK ((((clarification_id IS NOT NULL) AND ((purpose)::text = 'reply'::text)) OR ((NOT ((purpose)::text = 'reply'::text)) AND (clarification_id IS NULL))))
);
CREATE TABLE public.appeals_cause (
    id bigint NOT NULL,
    texts jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    author_id bigint NOT NULL,
    lead_id uuid NOT NULL
);
ALTER TABLE public.appeals_cause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_cause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_causemember (
    id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint NOT NULL,
    cause_id bigint NOT NULL
);
ALTER TABLE public.appeals_causemember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_causemember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_clarification (
    id bigint NOT NULL,
    question text NOT NULL,
    due_on date NOT NULL,
    stops_clock boolean NOT NULL,
    author_name text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    reply text NOT NULL,
    replied_at timestamp with time zone,
    resumed_on date,
    appeal_id uuid NOT NULL,
    author_id bigint NOT NULL
);
ALTER TABLE public.appeals_clarification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_clarification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_complainttarget (
    id bigint NOT NULL,
    description text NOT NULL,
    appeal_id uuid NOT NULL,
    body_id bigint,
    official_id bigint,
    match_decided_at timestamp with time zone,
    match_decided_by_id bigint,
    suspect_ids bigint[] NOT NULL,
    CONSTRAINT a_target_names_somebody CHECK (((body_id IS NOT NULL) OR (official_id IS NOT NULL) OR (NOT (description = ''::text))))
);
ALTER TABLE public.appeals_complainttarget ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_complainttarget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_confidant (
    id bigint NOT NULL,
    named_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    official_id bigint NOT NULL
);
ALTER TABLE public.appeals_confidant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_confidant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_confidence (
    id bigint NOT NULL,
    ground text NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    marked_by_id bigint
);
ALTER TABLE public.appeals_confidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_confidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_controlmark (
    id bigint NOT NULL,
    level character varying(10) NOT NULL,
    reason text NOT NULL,
    due_on date,
    set_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    lift_reason text NOT NULL,
    appeal_id uuid NOT NULL,
    body_id bigint NOT NULL,
    lifted_by_id bigint,
    official_id bigint NOT NULL,
    post_id bigint NOT NULL,
    CONSTRAINT a_control_level_is_known CHECK (((level)::text = ANY ((ARRAY['head'::character varying, 'superior'::character varying, 'apparatus'::character varying])::text[]))),
    CONSTRAINT control_is_lifted_by_somebody_with_a_reason CHECK ((((lift_reason = ''::text) AND (lifted_at IS NULL)) OR ((NOT (lift_reason = ''::text)) AND (lifted_at IS NOT NULL) AND (lifted_by_id IS NOT NULL))))
);
ALTER TABLE public.appeals_controlmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_controlmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_controlrequest (
    id bigint NOT NULL,
    question text NOT NULL,
    due_on date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    appeal_id uuid NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_post_id bigint NOT NULL
);
ALTER TABLE public.appeals_controlrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_controlrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_draft (
    id bigint NOT NULL,
    submission_key uuid NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL
);
ALTER TABLE public.appeals_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_extension (
    id bigint NOT NULL,
    reason text NOT NULL,
    old_due_on date NOT NULL,
    new_due_on date NOT NULL,
    deadline jsonb NOT NULL,
    author_title text NOT NULL,
    author_name text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint NOT NULL,
    author_post_id bigint NOT NULL,
    CONSTRAINT an_extension_never_shortens CHECK ((new_due_on > old_due_on))
);
ALTER TABLE public.appeals_extension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_filecheck (
    sha256 character varying(64) NOT NULL,
    media_type character varying(100) NOT NULL,
    state character varying(8) NOT NULL,
    signature text NOT NULL,
    flags character varying(12)[] NOT NULL,
    shown_sha256 character varying(64) NOT NULL,
    shown_size bigint,
    noted_at timestamp with time zone NOT NULL,
    looked_at timestamp with time zone,
    scanned_at timestamp with time zone,
    attempts integer NOT NULL,
    last_error text NOT NULL,
    CONSTRAINT a_shown_copy_has_its_size CHECK (((((shown_sha256)::text = ''::text) AND (shown_size IS NULL)) OR ((NOT ((shown_sha256)::text = ''::text)) AND (shown_size IS NOT NULL)))),
    CONSTRAINT appeals_filecheck_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT appeals_filecheck_shown_size_check CHECK ((shown_size >= 0)),
    CONSTRAINT the_state_of_a_checked_file_is_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'open'::character varying, 'clean'::character varying, 'infected'::character varying])::text[])))
);
CREATE TABLE public.appeals_finding (
    id bigint NOT NULL,
    is_confirmed boolean NOT NULL,
    measure_on date,
    "order" text NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    kind_id bigint NOT NULL,
    measure_id bigint,
    noted_by_id bigint NOT NULL,
    target_id bigint NOT NULL,
    CONSTRAINT a_measure_has_its_day_and_follows_a_confirmed_act CHECK ((((measure_id IS NULL) AND (measure_on IS NULL)) OR (is_confirmed AND (measure_id IS NOT NULL) AND (measure_on IS NOT NULL))))
);
ALTER TABLE public.appeals_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_fingerprint (
    appeal_id uuid NOT NULL,
    bands bigint[] NOT NULL,
    keys bigint[] NOT NULL
);
CREATE TABLE public.appeals_handover (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    part text NOT NULL,
    reason text NOT NULL,
    due_on date,
    author_name text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint,
    author_post_id bigint,
    successor_id uuid NOT NULL,
    CONSTRAINT a_handover_is_of_a_known_kind CHECK (((kind)::text = ANY ((ARRAY['whole'::character varying, 'part'::character varying, 'climb'::character varying, 'conflict'::character varying, 'review'::character varying])::text[])))
);
ALTER TABLE public.appeals_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_legacybatch (
    id bigint NOT NULL,
    file_name text NOT NULL,
    sha256 character varying(64) NOT NULL,
    n_read integer NOT NULL,
    n_loaded integer NOT NULL,
    n_refused integer NOT NULL,
    loaded_by text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by text NOT NULL,
    body_id bigint NOT NULL,
    undone_because text NOT NULL,
    CONSTRAINT appeals_legacybatch_n_loaded_check CHECK ((n_loaded >= 0)),
    CONSTRAINT appeals_legacybatch_n_read_check CHECK ((n_read >= 0)),
    CONSTRAINT appeals_legacybatch_n_refused_check CHECK ((n_refused >= 0))
);
ALTER TABLE public.appeals_legacybatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_legacybatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_legacyrefusal (
    id bigint NOT NULL,
    line integer NOT NULL,
    reasons jsonb NOT NULL,
    cells jsonb NOT NULL,
    batch_id bigint NOT NULL,
    CONSTRAINT appeals_legacyrefusal_line_check CHECK ((line >= 0))
);
ALTER TABLE public.appeals_legacyrefusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_legacyrefusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_legacyrow (
    appeal_id uuid NOT NULL,
    line integer NOT NULL,
    is_extended boolean NOT NULL,
    was_under_control boolean NOT NULL,
    forwarded_to text NOT NULL,
    source_body text NOT NULL,
    batch_id bigint NOT NULL,
    ground_id bigint,
    CONSTRAINT appeals_legacyrow_line_check CHECK ((line >= 0))
);
CREATE TABLE public.appeals_legacyupload (
    id uuid NOT NULL,
    file_name text NOT NULL,
    sha256 character varying(64) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    stage character varying(10) NOT NULL,
    share smallint NOT NULL,
    n_read integer NOT NULL,
    n_good integer NOT NULL,
    n_refused integer NOT NULL,
    findings jsonb NOT NULL,
    account_id bigint NOT NULL,
    batch_id bigint,
    body_id bigint NOT NULL,
    CONSTRAINT appeals_legacyupload_n_good_check CHECK ((n_good >= 0)),
    CONSTRAINT appeals_legacyupload_n_read_check CHECK ((n_read >= 0)),
    CONSTRAINT appeals_legacyupload_n_refused_check CHECK ((n_refused >= 0)),
    CONSTRAINT appeals_legacyupload_share_check CHECK ((share >= 0)),
    CONSTRAINT the_stage_of_an_upload_is_known CHECK (((stage)::text = ANY ((ARRAY['checking'::character varying, 'checked'::character varying, 'loading'::character varying, 'loaded'::character varying, 'failed'::character varying])::text[])))
);
CREATE TABLE public.appeals_likeness (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    score double precision NOT NULL,
    reasons jsonb NOT NULL,
    author_name text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint NOT NULL,
    other_id uuid NOT NULL,
    CONSTRAINT a_likeness_is_of_a_known_kind CHECK (((kind)::text = ANY ((ARRAY['repeat'::character varying, 'duplicate'::character varying, 'look_alike'::character varying, 'unrelated'::character varying])::text[]))),
    CONSTRAINT nothing_is_like_itself CHECK ((NOT (appeal_id = other_id)))
);
ALTER TABLE public.appeals_likeness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_likeness_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_morning (
    day date NOT NULL,
    began_at timestamp with time zone NOT NULL,
    listed_at timestamp with time zone,
    finished_at timestamp with time zone,
    n_reminders integer NOT NULL,
    CONSTRAINT appeals_morning_n_reminders_check CHECK ((n_reminders >= 0))
);
CREATE TABLE public.appeals_nearcopy (
    id bigint NOT NULL,
    share double precision NOT NULL,
    empty_phrases jsonb NOT NULL,
    reason text NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint,
    other_id uuid
);
ALTER TABLE public.appeals_nearcopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_nearcopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_note (
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    asks_id bigint,
    author_id bigint NOT NULL
);
ALTER TABLE public.appeals_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_pace (
    id bigint NOT NULL,
    n integer NOT NULL,
    median smallint NOT NULL,
    measured_on date NOT NULL,
    body_id bigint NOT NULL,
    official_id bigint,
    topic_id bigint,
    CONSTRAINT appeals_pace_median_check CHECK ((median >= 0)),
    CONSTRAINT appeals_pace_n_check CHECK ((n >= 0))
);
ALTER TABLE public.appeals_pace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_pace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_partialupload (
    id uuid NOT NULL,
    submission_key uuid NOT NULL,
    holder_hash character varying(64) NOT NULL,
    address_hash character varying(64) NOT NULL,
    name text NOT NULL,
    length bigint NOT NULL,
    received bigint NOT NULL,
    n_pieces integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    became uuid,
    CONSTRAINT appeals_partialupload_length_check CHECK ((length >= 0)),
    CONSTRAINT appeals_partialupload_n_pieces_check CHECK ((n_pieces >= 0)),
    CONSTRAINT appeals_partialupload_received_check CHECK ((received >= 0)),
    CONSTRAINT what_came_whole_became_an_attachment CHECK ((((became IS NULL) AND (received < length)) OR ((became IS NOT NULL) AND (received = length))))
);
CREATE TABLE public.appeals_promise (
    id bigint NOT NULL,
    text text NOT NULL,
    due_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone,
    kept_note text NOT NULL,
    applicant_agrees boolean,
    applicant_note text NOT NULL,
    applicant_at timestamp with time zone,
    appeal_id uuid NOT NULL,
    kept_by_id bigint,
    question_id bigint,
    denied_at timestamp with time zone
);
ALTER TABLE public.appeals_promise ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_promise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_promiseword (
    id bigint NOT NULL,
    agrees boolean NOT NULL,
    note text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    promise_id bigint NOT NULL
);
ALTER TABLE public.appeals_promiseword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_promiseword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_question (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    listed_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    norm text NOT NULL,
    measure text NOT NULL,
    done_by date,
    is_promise boolean NOT NULL,
    appeal_id uuid NOT NULL,
    listed_by_id bigint NOT NULL,
    CONSTRAINT appeals_question_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.appeals_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_rating (
    id bigint NOT NULL,
    score smallint NOT NULL,
    is_resolved boolean NOT NULL,
    comment text NOT NULL,
    rated_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    CONSTRAINT a_score_is_one_to_five CHECK (((score >= 1) AND (score <= 5))),
    CONSTRAINT appeals_rating_score_check CHECK ((score >= 0))
);
ALTER TABLE public.appeals_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_recusal (
    id bigint NOT NULL,
    reason text NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    official_id bigint NOT NULL
);
ALTER TABLE public.appeals_recusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_recusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_refusal (
    id bigint NOT NULL,
    reason text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    author_title text NOT NULL,
    author_name text NOT NULL,
    outgoing_serial integer NOT NULL,
    outgoing_number text NOT NULL,
    verification_code character varying(24) NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint NOT NULL,
    author_post_id bigint NOT NULL,
    ground_id bigint NOT NULL,
    CONSTRAINT appeals_refusal_outgoing_serial_check CHECK ((outgoing_serial >= 0))
);
ALTER TABLE public.appeals_refusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_registerbook (
    id bigint NOT NULL,
    year smallint NOT NULL,
    pattern character varying(60) NOT NULL,
    last_serial integer NOT NULL,
    last_outgoing integer NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT appeals_registerbook_last_outgoing_check CHECK ((last_outgoing >= 0)),
    CONSTRAINT appeals_registerbook_last_serial_check CHECK ((last_serial >= 0)),
    CONSTRAINT appeals_registerbook_year_check CHECK ((year >= 0))
);
ALTER TABLE public.appeals_registerbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_registerbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_reminder (
    id bigint NOT NULL,
    tier character varying(10) NOT NULL,
    duty character varying(16) NOT NULL,
    due_on date NOT NULL,
    step smallint NOT NULL,
    told_on date NOT NULL,
    told_at timestamp with time zone NOT NULL,
    notice_id uuid,
    appeal_id uuid NOT NULL,
    official_id bigint NOT NULL
);
ALTER TABLE public.appeals_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_resolution (
    id bigint NOT NULL,
    text text NOT NULL,
    due_on date,
    made_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint NOT NULL,
    author_post_id bigint NOT NULL
);
ALTER TABLE public.appeals_resolution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_resolution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_sealedidentity (
    id bigint NOT NULL,
    sealed bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL
);
ALTER TABLE public.appeals_sealedidentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_sealedidentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.appeals_withdrawal (
    id bigint NOT NULL,
    reason text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    appeal_id uuid NOT NULL,
    author_id bigint
);
ALTER TABLE public.appeals_withdrawal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.appeals_withdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calls_call (
    id uuid NOT NULL,
    opening_key uuid NOT NULL,
    operator_name text NOT NULL,
    operator_post text NOT NULL,
    number character varying(16) NOT NULL,
    state character varying(12) NOT NULL,
    fields jsonb NOT NULL,
    version integer NOT NULL,
    last_save uuid,
    opened_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    said_name_at timestamp with time zone,
    said_post_at timestamp with time zone,
    read_back_at timestamp with time zone,
    no_appeal character varying(14) NOT NULL,
    about text NOT NULL,
    appeal_id uuid,
    line_id bigint NOT NULL,
    named_body_id bigint,
    official_id bigint,
    operator_id bigint NOT NULL,
    CONSTRAINT a_noted_call_says_why CHECK (((((no_appeal)::text = ANY ((ARRAY['groundless'::character varying, 'wrong_number'::character varying, 'silent'::character varying, 'prank'::character varying])::text[])) AND ((state)::text = 'noted'::text)) OR ((NOT ((state)::text = 'noted'::text)) AND ((no_appeal)::text = ''::text)))),
    CONSTRAINT a_registered_call_has_its_appeal CHECK ((((appeal_id IS NOT NULL) AND ((state)::text = 'registered'::text)) OR ((NOT ((state)::text = 'registered'::text)) AND (appeal_id IS NULL)))),
    CONSTRAINT an_open_call_has_not_ended CHECK ((((ended_at IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT calls_call_version_check CHECK ((version >= 0)),
    CONSTRAINT the_state_of_a_call_is_known CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'registered'::character varying, 'explained'::character varying, 'noted'::character varying])::text[])))
);
CREATE TABLE public.calls_journalbook (
    id bigint NOT NULL,
    year smallint NOT NULL,
    is_apart boolean NOT NULL,
    last_serial integer NOT NULL,
    line_id bigint NOT NULL,
    CONSTRAINT calls_journalbook_last_serial_check CHECK ((last_serial >= 0)),
    CONSTRAINT calls_journalbook_year_check CHECK ((year >= 0))
);
ALTER TABLE public.calls_journalbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calls_journalbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.calls_journalentry (
    id bigint NOT NULL,
    serial integer NOT NULL,
    page integer NOT NULL,
    reason text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    written_at timestamp with time zone NOT NULL,
    applicant text NOT NULL,
    content text NOT NULL,
    told text NOT NULL,
    operator_name text NOT NULL,
    operator_post text NOT NULL,
    appeal_id uuid,
    book_id bigint NOT NULL,
    call_id uuid NOT NULL,
    corrects_id bigint,
    operator_id bigint NOT NULL,
    CONSTRAINT calls_journalentry_page_check CHECK ((page >= 0)),
    CONSTRAINT calls_journalentry_serial_check CHECK ((serial >= 0))
);
ALTER TABLE public.calls_journalentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calls_journalentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);
ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.exchange_callback (
    id bigint NOT NULL,
    number character varying(16) NOT NULL,
    why character varying(10) NOT NULL,
    note text NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    n_calls smallint NOT NULL,
    n_tries smallint NOT NULL,
    last_try_at timestamp with time zone,
    outcome character varying(12) NOT NULL,
    settled_at timestamp with time zone,
    call_id uuid,
    line_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT a_settled_call_back_has_its_outcome CHECK (((((outcome)::text = ''::text) AND (settled_at IS NULL)) OR (((outcome)::text = ANY ((ARRAY['reached'::character varying, 'given_up'::character varying, 'not_needed'::character varying])::text[])) AND (settled_at IS NOT NULL)))),
    CONSTRAINT exchange_callback_n_calls_check CHECK ((n_calls >= 0)),
    CONSTRAINT exchange_callback_n_tries_check CHECK ((n_tries >= 0)),
    CONSTRAINT why_to_call_back_is_known CHECK (((why)::text = ANY ((ARRAY['closed'::character varying, 'missed'::character varying, 'unwritten'::character varying, 'asked'::character varying])::text[])))
);
ALTER TABLE public.exchange_callback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_callback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_delivery (
    id bigint NOT NULL,
    event character varying(40) NOT NULL,
    appeal_id uuid,
    happened_at timestamp with time zone NOT NULL,
    payload text NOT NULL,
    state character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    next_try_at timestamp with time zone,
    last_tried_at timestamp with time zone,
    last_error character varying(60) NOT NULL,
    webhook_id uuid NOT NULL,
    CONSTRAINT exchange_delivery_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT the_state_of_a_delivery_is_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'sent'::character varying, 'dead'::character varying, 'dropped'::character varying])::text[])))
);
ALTER TABLE public.exchange_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_difference (
    id uuid NOT NULL,
    appeal_id uuid,
    key character varying(40) NOT NULL,
    code character varying(20) NOT NULL,
    ours jsonb NOT NULL,
    theirs jsonb NOT NULL,
    found_on date NOT NULL,
    gone_on date,
    second_id uuid,
    system_id bigint NOT NULL,
    CONSTRAINT the_kind_of_a_difference_is_known CHECK (((code)::text = ANY ((ARRAY['not_sent'::character varying, 'given_up'::character varying, 'waiting_long'::character varying, 'not_there'::character varying, 'number_differs'::character varying, 'number_there'::character varying, 'kind_differs'::character varying, 'changed_since'::character varying, 'unknown_here'::character varying, 'package_gap'::character varying])::text[])))
);
CREATE TABLE public.exchange_documentsystem (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    address character varying(300) NOT NULL,
    last_package integer NOT NULL,
    body_id bigint NOT NULL,
    access_key character varying(128) NOT NULL,
    bucket character varying(63) NOT NULL,
    client character varying(250) NOT NULL,
    compared_at timestamp with time zone,
    drafts_as_id bigint,
    enters_as_id bigint,
    last_incoming integer NOT NULL,
    resolves_as_id bigint,
    sealed_secret bytea NOT NULL,
    service character varying(300) NOT NULL,
    CONSTRAINT exchange_documentsystem_last_incoming_check CHECK ((last_incoming >= 0)),
    CONSTRAINT exchange_documentsystem_last_package_check CHECK ((last_package >= 0)),
    CONSTRAINT the_kind_of_system_is_known CHECK (((kind)::text = ANY ((ARRAY['none'::character varying, 'files'::character varying, 'bucket'::character varying, 'http'::character varying, 'xroad'::character varying])::text[])))
);
ALTER TABLE public.exchange_documentsystem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_documentsystem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_entered (
    appeal_id uuid NOT NULL,
    is_listed boolean NOT NULL,
    program_id uuid NOT NULL
);
CREATE TABLE public.exchange_incomingcall (
    id bigint NOT NULL,
    reference character varying(80) NOT NULL,
    number character varying(16) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    came_at timestamp with time zone NOT NULL,
    is_outside_hours boolean NOT NULL,
    call_id uuid,
    line_id bigint NOT NULL
);
ALTER TABLE public.exchange_incomingcall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_incomingcall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_incomingmessage (
    id uuid NOT NULL,
    key uuid NOT NULL,
    turn bigint NOT NULL,
    kind character varying(12) NOT NULL,
    submission_key uuid,
    number integer,
    content jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    heard jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    attempts smallint NOT NULL,
    next_try_at timestamp with time zone,
    last_error text NOT NULL,
    done_at timestamp with time zone,
    second_id uuid,
    system_id bigint NOT NULL,
    CONSTRAINT an_incoming_message_is_known CHECK ((((kind)::text = ANY ((ARRAY['registration'::character varying, 'resolution'::character varying, 'state'::character varying, 'answer'::character varying, 'appeal'::character varying])::text[])) AND ((state)::text = ANY ((ARRAY['waiting'::character varying, 'done'::character varying, 'dead'::character varying])::text[])))),
    CONSTRAINT exchange_incomingmessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT exchange_incomingmessage_number_check CHECK ((number >= 0)),
    CONSTRAINT exchange_incomingmessage_turn_check CHECK ((turn >= 0))
);
CREATE TABLE public.exchange_latermessage (
    id uuid NOT NULL,
    place integer NOT NULL,
    kind character varying(12) NOT NULL,
    source character varying(40) NOT NULL,
    state character varying(12) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    last_tried_at timestamp with time zone,
    next_try_at timestamp with time zone,
    last_error text NOT NULL,
    package integer,
    answered_at timestamp with time zone,
    second_id uuid NOT NULL,
    CONSTRAINT a_later_message_is_known CHECK ((((kind)::text = ANY ((ARRAY['resolution'::character varying, 'answer'::character varying, 'changed'::character varying])::text[])) AND ((state)::text = ANY ((ARRAY['waiting'::character varying, 'handed'::character varying, 'done'::character varying, 'dead'::character varying])::text[])))),
    CONSTRAINT exchange_latermessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT exchange_latermessage_package_check CHECK ((package >= 0)),
    CONSTRAINT exchange_latermessage_place_check CHECK ((place >= 0))
);
CREATE TABLE public.exchange_linekey (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    ends_with character varying(4) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    line_id bigint NOT NULL
);
ALTER TABLE public.exchange_linekey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_linekey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.exchange_program (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    scopes character varying(20)[] NOT NULL,
    digest character varying(64) NOT NULL,
    ends_with character varying(4) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    ends_on date NOT NULL,
    ended_at timestamp with time zone,
    body_id bigint NOT NULL,
    official_id bigint NOT NULL,
    CONSTRAINT scopes_of_programs_are_known CHECK ((scopes <@ ARRAY['cases.read'::character varying(20), 'cases.register'::character varying(20), 'cases.resolve'::character varying(20), 'cases.draft'::character varying(20), 'appeals.send'::character varying(20), 'webhooks'::character varying(20)]))
);
CREATE TABLE public.exchange_secondentry (
    id uuid NOT NULL,
    is_apart boolean NOT NULL,
    state character varying(12) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    last_tried_at timestamp with time zone,
    next_try_at timestamp with time zone,
    last_error text NOT NULL,
    package integer,
    number character varying(60) NOT NULL,
    registered_on date,
    answered_at timestamp with time zone,
    noted_by text NOT NULL,
    appeal_id uuid NOT NULL,
    entry_id bigint,
    system_id bigint NOT NULL,
    state_there character varying(200) NOT NULL,
    state_there_at timestamp with time zone,
    told_digest character varying(64) NOT NULL,
    CONSTRAINT exchange_secondentry_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT exchange_secondentry_package_check CHECK ((package >= 0)),
    CONSTRAINT registered_there_with_number_and_day CHECK ((((registered_on IS NOT NULL) AND ((state)::text = 'registered'::text) AND (NOT ((number)::text = ''::text))) OR ((NOT ((state)::text = 'registered'::text)) AND ((number)::text = ''::text) AND (registered_on IS NULL)))),
    CONSTRAINT the_state_of_a_second_entry_is_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'handed'::character varying, 'registered'::character varying, 'dead'::character varying])::text[])))
);
CREATE TABLE public.exchange_toldmessage (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    language character varying(2) NOT NULL,
    text text NOT NULL,
    alphabet character varying(5) NOT NULL,
    n_parts smallint NOT NULL,
    state character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    last_tried_at timestamp with time zone,
    sent_at timestamp with time zone,
    reference text NOT NULL,
    last_error text NOT NULL,
    call_id uuid NOT NULL,
    CONSTRAINT exchange_toldmessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT exchange_toldmessage_n_parts_check CHECK ((n_parts >= 0))
);
CREATE TABLE public.exchange_webhook (
    id uuid NOT NULL,
    address character varying(500) NOT NULL,
    events character varying(40)[] NOT NULL,
    generation integer NOT NULL,
    older_until timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    paused_at timestamp with time zone,
    failing_since timestamp with time zone,
    n_failures integer NOT NULL,
    quiet_until timestamp with time zone,
    program_id uuid NOT NULL,
    CONSTRAINT exchange_webhook_generation_check CHECK ((generation >= 0)),
    CONSTRAINT exchange_webhook_n_failures_check CHECK ((n_failures >= 0))
);
CREATE TABLE public.figures_branch (
    id bigint NOT NULL,
    bodies bigint[] NOT NULL,
    unwanted_since timestamp with time zone
);
ALTER TABLE public.figures_branch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_branch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_cell (
    dimension smallint NOT NULL,
    grain character varying(1) NOT NULL,
    body_id bigint NOT NULL,
    happening smallint NOT NULL,
    day date NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    value integer NOT NULL,
    n bigint NOT NULL
);
CREATE TABLE public.figures_change (
    id bigint NOT NULL,
    appeal_id uuid NOT NULL
);
ALTER TABLE public.figures_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_fact (
    appeal_id uuid NOT NULL,
    body_id bigint NOT NULL,
    happenings smallint[] NOT NULL,
    days date[] NOT NULL,
    "values" integer[] NOT NULL,
    columns text[] NOT NULL
);
CREATE TABLE public.figures_reach (
    last date NOT NULL
);
CREATE TABLE public.figures_savedview (
    id uuid NOT NULL,
    name text NOT NULL,
    asked jsonb NOT NULL,
    is_shared boolean NOT NULL,
    figure character varying(40) NOT NULL,
    direction character varying(5) NOT NULL,
    "limit" numeric(12,2),
    is_beyond boolean NOT NULL,
    told_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    CONSTRAINT a_watched_figure_has_its_limit CHECK (((((figure)::text = ''::text) AND ("limit" IS NULL)) OR ((NOT ((figure)::text = ''::text)) AND ((direction)::text = ANY ((ARRAY['over'::character varying, 'under'::character varying])::text[])) AND ("limit" IS NOT NULL))))
);
CREATE TABLE public.journal_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    act character varying(40) NOT NULL,
    appeal_id uuid,
    body_code character varying(80) NOT NULL,
    actor_kind character varying(10) NOT NULL,
    actor_account bigint,
    actor_official bigint,
    actor_name text NOT NULL,
    actor_post text NOT NULL,
    facts jsonb NOT NULL,
    reason text NOT NULL
);
ALTER TABLE public.journal_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_look (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(40) NOT NULL,
    appeal_id uuid,
    body_code character varying(80) NOT NULL,
    actor_kind character varying(10) NOT NULL,
    actor_account bigint,
    actor_official bigint,
    actor_name text NOT NULL,
    actor_post text NOT NULL,
    facts jsonb NOT NULL,
    appeal_ids uuid[]
);
ALTER TABLE public.journal_look ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.journal_takenproof (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    appeal_id uuid NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    taken_by text NOT NULL,
    language character varying(2) NOT NULL,
    entry_ids bigint[] NOT NULL,
    digest character varying(64) NOT NULL,
    file_digests character varying(64)[] NOT NULL,
    sha256 character varying(64) NOT NULL
);
ALTER TABLE public.journal_takenproof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.journal_takenproof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.letters_inboundletter (
    id uuid NOT NULL,
    digest character varying(64) NOT NULL,
    message_id character varying(500) NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    fetched_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    sender_name character varying(200) NOT NULL,
    sender_address character varying(254) NOT NULL,
    subject character varying(500) NOT NULL,
    text text NOT NULL,
    headers jsonb NOT NULL,
    troubles jsonb NOT NULL,
    left_out jsonb NOT NULL,
    raw_sha256 character varying(64) NOT NULL,
    raw_size bigint NOT NULL,
    reason character varying(20) NOT NULL,
    note text NOT NULL,
    decided_at timestamp with time zone,
    decided_by text NOT NULL,
    is_acknowledged boolean NOT NULL,
    appeal_id uuid,
    body_id bigint NOT NULL,
    hinted_id uuid,
    mailbox_id bigint NOT NULL,
    CONSTRAINT a_settled_letter_has_its_appeal CHECK ((((appeal_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['taken_in'::character varying, 'attached'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['taken_in'::character varying, 'attached'::character varying])::text[]))) AND (appeal_id IS NULL)))),
    CONSTRAINT letters_inboundletter_raw_size_check CHECK ((raw_size >= 0)),
    CONSTRAINT no_appeal_has_its_reason CHECK (((((state)::text = 'no_appeal'::text) AND (NOT ((reason)::text = ''::text))) OR ((NOT ((state)::text = 'no_appeal'::text)) AND ((reason)::text = ''::text)))),
    CONSTRAINT the_kind_of_a_letter_is_known CHECK (((kind)::text = ANY ((ARRAY['letter'::character varying, 'reply'::character varying, 'automatic'::character varying, 'bounce'::character varying, 'list'::character varying])::text[]))),
    CONSTRAINT the_state_of_a_letter_is_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'taken_in'::character varying, 'attached'::character varying, 'no_appeal'::character varying, 'filed'::character varying])::text[])))
);
CREATE TABLE public.letters_mailbox (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    host character varying(255) NOT NULL,
    port integer NOT NULL,
    security character varying(8) NOT NULL,
    "user" character varying(254) NOT NULL,
    sealed_secret bytea,
    folder character varying(100) NOT NULL,
    done_folder character varying(100) NOT NULL,
    is_active boolean NOT NULL,
    polled_at timestamp with time zone,
    failing_since timestamp with time zone,
    last_error character varying(200) NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT letters_mailbox_port_check CHECK ((port >= 0)),
    CONSTRAINT the_security_of_a_mailbox_is_known CHECK (((security)::text = ANY ((ARRAY['tls'::character varying, 'starttls'::character varying, 'plain'::character varying])::text[])))
);
ALTER TABLE public.letters_mailbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.letters_mailbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outbox_chat (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    chosen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.outbox_lane (
    channel character varying(12) NOT NULL,
    n_faults integer NOT NULL,
    next_at timestamp with time zone,
    last_error text NOT NULL,
    away_since timestamp with time zone,
    cursor bigint NOT NULL,
    CONSTRAINT outbox_lane_n_faults_check CHECK ((n_faults >= 0))
);
CREATE TABLE public.outbox_notice (
    id uuid NOT NULL,
    code character varying(40) NOT NULL,
    channel character varying(12) NOT NULL,
    address character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    appeal_id uuid,
    facts jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    last_tried_at timestamp with time zone,
    sent_at timestamp with time zone,
    last_error text NOT NULL,
    reference text NOT NULL,
    fate character varying(10) NOT NULL,
    fate_at timestamp with time zone,
    handled_at timestamp with time zone,
    handled_by text NOT NULL,
    handled_how character varying(12) NOT NULL,
    n_parts smallint NOT NULL,
    next_at timestamp with time zone,
    CONSTRAINT a_letter_is_handled_by_somebody_some_way CHECK ((((handled_at IS NULL) AND (handled_by = ''::text) AND ((handled_how)::text = ''::text)) OR ((handled_at IS NOT NULL) AND (NOT (handled_by = ''::text)) AND (NOT ((handled_how)::text = ''::text))))),
    CONSTRAINT outbox_notice_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT outbox_notice_n_parts_check CHECK ((n_parts >= 0))
);
CREATE TABLE public.outbox_way (
    id uuid NOT NULL,
    appeal_id uuid,
    channel character varying(12) NOT NULL,
    address character varying(64) NOT NULL,
    details jsonb NOT NULL,
    is_on boolean NOT NULL,
    language character varying(2) NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    account_id bigint,
    CONSTRAINT a_way_belongs_to_an_appeal_or_an_account CHECK ((((account_id IS NOT NULL) AND (appeal_id IS NULL)) OR ((account_id IS NULL) AND (appeal_id IS NOT NULL))))
);
CREATE TABLE public.people_account (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    surname text NOT NULL,
    given_name text NOT NULL,
    patronymic text NOT NULL,
    phone character varying(16) NOT NULL,
    language character varying(2) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    joined_at timestamp with time zone,
    official_id bigint,
    n_sign_outs integer NOT NULL,
    CONSTRAINT people_account_n_sign_outs_check CHECK ((n_sign_outs >= 0))
);
CREATE TABLE public.people_account_groups (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.people_account_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_account_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.people_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_account_user_permissions (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.people_account_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_account_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_attempt (
    id bigint NOT NULL,
    key_hash character varying(64) NOT NULL,
    window_start timestamp with time zone NOT NULL,
    n integer NOT NULL,
    CONSTRAINT people_attempt_n_check CHECK ((n >= 0))
);
ALTER TABLE public.people_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_identity (
    id bigint NOT NULL,
    subject character varying(255) NOT NULL,
    surname text NOT NULL,
    given_name text NOT NULL,
    patronymic text NOT NULL,
    personal_number character varying(14) NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    provider_id bigint NOT NULL
);
ALTER TABLE public.people_identity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_identity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_identityprovider (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    address text NOT NULL,
    client_id text NOT NULL,
    sealed_secret text NOT NULL,
    scopes text NOT NULL,
    claims jsonb NOT NULL,
    is_active boolean NOT NULL,
    body_id bigint
);
ALTER TABLE public.people_identityprovider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_identityprovider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_invitation (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    account_id bigint NOT NULL
);
ALTER TABLE public.people_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE UNLOGGED TABLE public.people_shared_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.people_signin (
    id bigint NOT NULL,
    key uuid NOT NULL,
    session_key character varying(40) NOT NULL,
    lock character varying(16) NOT NULL,
    browser character varying(20) NOT NULL,
    device character varying(20) NOT NULL,
    address character varying(40) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL
);
ALTER TABLE public.people_signin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_signin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_answertemplate (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    code character varying(60) NOT NULL,
    language character varying(2) NOT NULL,
    body_code character varying(80) NOT NULL,
    outcome_code character varying(40) NOT NULL,
    name text NOT NULL,
    text text NOT NULL
);
ALTER TABLE public.reference_answertemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_answertemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_calendarday (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    date date NOT NULL,
    kind character varying(24) NOT NULL,
    paired_date date,
    decided_on date,
    announced_on date,
    scope character varying(80) NOT NULL
);
ALTER TABLE public.reference_calendarday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_calendarday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_calendarorder (
    id uuid NOT NULL,
    command jsonb NOT NULL,
    n_touched integer NOT NULL,
    ordered_by bigint,
    ordered_at timestamp with time zone NOT NULL,
    began_at timestamp with time zone,
    finished_at timestamp with time zone,
    entry_id bigint,
    refused character varying(40) NOT NULL,
    CONSTRAINT reference_calendarorder_n_touched_check CHECK ((n_touched >= 0))
);
CREATE TABLE public.reference_channel (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(40) NOT NULL,
    form character varying(12) NOT NULL,
    block_a character varying(40) NOT NULL,
    block_c character varying(40) NOT NULL,
    block_d character varying(40) NOT NULL,
    counts_as_appeal boolean NOT NULL
);
ALTER TABLE public.reference_channel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_contentpage (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    slug character varying(40) NOT NULL,
    language character varying(2) NOT NULL,
    version character varying(20) NOT NULL,
    effective_from date NOT NULL,
    title text NOT NULL,
    text text NOT NULL
);
ALTER TABLE public.reference_contentpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_contentpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_edition (
    id bigint NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT there_is_one_edition CHECK ((id = 1))
);
ALTER TABLE public.reference_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_emptyphrase (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    code character varying(60) NOT NULL,
    language character varying(2) NOT NULL,
    text text NOT NULL
);
ALTER TABLE public.reference_emptyphrase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_emptyphrase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_lawreceiver (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(60) NOT NULL,
    territory character varying(80) NOT NULL,
    matters character varying(80) NOT NULL,
    body character varying(80) NOT NULL,
    channels character varying(60) NOT NULL,
    email character varying(254) NOT NULL,
    telephone character varying(60) NOT NULL,
    postal_address text NOT NULL,
    exchange_address character varying(200) NOT NULL
);
ALTER TABLE public.reference_lawreceiver ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_lawreceiver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_misconduct (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(60) NOT NULL,
    words text NOT NULL
);
ALTER TABLE public.reference_misconduct ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_misconduct_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_outcome (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(40) NOT NULL,
    "group" character varying(12) NOT NULL,
    is_final boolean NOT NULL,
    counts_as_positive boolean NOT NULL,
    needs_reason boolean NOT NULL,
    report_block character varying(4) NOT NULL
);
ALTER TABLE public.reference_outcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_procedure (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    code character varying(60) NOT NULL,
    topic_code character varying(60) NOT NULL,
    body_kind character varying(60) NOT NULL,
    body_code character varying(80) NOT NULL,
    words text NOT NULL,
    text_ky text NOT NULL,
    text_ru text NOT NULL,
    text_en text NOT NULL
);
ALTER TABLE public.reference_procedure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_procedure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_refusalground (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(40) NOT NULL,
    legal_basis text NOT NULL,
    requires_notice character varying(24) NOT NULL,
    warns_before_sending boolean NOT NULL,
    citizen_can_fix boolean NOT NULL
);
ALTER TABLE public.reference_refusalground ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_refusalground_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_setting (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(60) NOT NULL,
    value text NOT NULL,
    unit character varying(40) NOT NULL
);
ALTER TABLE public.reference_setting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_setting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_term (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(40) NOT NULL,
    family character varying(40) NOT NULL,
    amount integer NOT NULL,
    unit character varying(16) NOT NULL,
    counts_from character varying(24) NOT NULL,
    first_day character varying(16) NOT NULL,
    roll character varying(24) NOT NULL,
    effective_from date,
    effective_to date,
    is_enabled boolean NOT NULL,
    legal_basis text NOT NULL,
    kind character varying(16) NOT NULL,
    CONSTRAINT a_term_is_for_a_known_kind CHECK (((kind)::text = ANY ((ARRAY[''::character varying, 'proposal'::character varying, 'application'::character varying, 'complaint'::character varying])::text[]))),
    CONSTRAINT reference_term_amount_check CHECK ((amount >= 0))
);
ALTER TABLE public.reference_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_topic (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(80) NOT NULL,
    default_body_kind character varying(40) NOT NULL,
    default_body_code character varying(80) NOT NULL,
    parent_id bigint
);
ALTER TABLE public.reference_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_urgentclass (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    name_ky text NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    code character varying(24) NOT NULL,
    columns jsonb NOT NULL
);
ALTER TABLE public.reference_urgentclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_urgentclass_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_urgentword (
    id bigint NOT NULL,
    status character varying(12) NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    is_active boolean NOT NULL,
    edited_fields jsonb NOT NULL,
    differs jsonb NOT NULL,
    classes character varying(40) NOT NULL,
    part character varying(8) NOT NULL,
    language character varying(2) NOT NULL,
    stem character varying(80) NOT NULL,
    weight double precision NOT NULL
);
ALTER TABLE public.reference_urgentword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_urgentword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.referrals_referral (
    id uuid NOT NULL,
    sending_key uuid NOT NULL,
    number character varying(16) NOT NULL,
    receiver_name text NOT NULL,
    matter character varying(12) NOT NULL,
    tense character varying(12) NOT NULL,
    text text NOT NULL,
    applicant text NOT NULL,
    language character varying(2) NOT NULL,
    channel character varying(10) NOT NULL,
    address text NOT NULL,
    spoken_name text NOT NULL,
    spoken_post text NOT NULL,
    their_reference text NOT NULL,
    kept_from jsonb NOT NULL,
    kept_bodies jsonb NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by_name text NOT NULL,
    sent_by_post text NOT NULL,
    state character varying(12) NOT NULL,
    acknowledge_by timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    next_reminder_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    answered_at timestamp with time zone,
    appeal_id uuid,
    body_id bigint NOT NULL,
    call_id uuid,
    receiver_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    CONSTRAINT a_referral_stands_where_its_moments_say CHECK ((((acknowledged_at IS NULL) AND (answered_at IS NULL) AND ((state)::text = 'sent'::text)) OR ((acknowledged_at IS NOT NULL) AND (answered_at IS NULL) AND ((state)::text = 'acknowledged'::text)) OR ((acknowledged_at IS NOT NULL) AND (answered_at IS NOT NULL) AND ((state)::text = 'answered'::text)))),
    CONSTRAINT an_answered_referral_reminds_nobody CHECK ((((next_reminder_at IS NULL) AND ((state)::text = 'answered'::text)) OR (NOT ((state)::text = 'answered'::text)))),
    CONSTRAINT one_of_three_tenses CHECK (((tense)::text = ANY ((ARRAY['prepared'::character varying, 'committed'::character varying, 'going_on'::character varying])::text[]))),
    CONSTRAINT the_channel_is_known CHECK (((channel)::text = ANY ((ARRAY['exchange'::character varying, 'email'::character varying, 'telephone'::character varying, 'letter'::character varying])::text[]))),
    CONSTRAINT the_matter_is_known CHECK (((matter)::text = ANY ((ARRAY['terror'::character varying, 'person'::character varying, 'property'::character varying, 'office'::character varying, 'crime'::character varying])::text[])))
);
CREATE TABLE public.referrals_referralmark (
    id bigint NOT NULL,
    what character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    official_name text NOT NULL,
    number character varying(80) NOT NULL,
    "on" date,
    words text NOT NULL,
    official_id bigint,
    referral_id uuid NOT NULL,
    CONSTRAINT the_mark_of_a_referral_is_known CHECK (((what)::text = ANY ((ARRAY['acknowledged'::character varying, 'answered'::character varying, 'reminded'::character varying])::text[])))
);
ALTER TABLE public.referrals_referralmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.referrals_referralmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
ALTER TABLE ONLY public.exchange_incomingcall
    ADD CONSTRAINT a_call_is_announced_once UNIQUE (line_id, reference);
ALTER TABLE ONLY public.appeals_confidant
    ADD CONSTRAINT a_confidant_is_named_once UNIQUE (appeal_id, official_id);
ALTER TABLE ONLY public.appeals_recusal
    ADD CONSTRAINT a_conflict_is_declared_once UNIQUE (appeal_id, official_id);
ALTER TABLE ONLY public.letters_inboundletter
    ADD CONSTRAINT a_letter_is_kept_once UNIQUE (body_id, digest);
ALTER TABLE ONLY public.analyses_analysis
    ADD CONSTRAINT a_number_of_an_analysis_is_given_once UNIQUE (book, year, serial);
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT a_package_number_is_given_once UNIQUE (system_id, package);
ALTER TABLE ONLY public.alarms_alarmanswer
    ADD CONSTRAINT a_person_answers_once UNIQUE (alarm_id, official_id, what);
ALTER TABLE ONLY public.alarms_alarmnotice
    ADD CONSTRAINT a_person_is_told_once_a_round UNIQUE (alarm_id, official_id, channel, round);
ALTER TABLE ONLY public.appeals_legacyrefusal
    ADD CONSTRAINT a_row_is_refused_once UNIQUE (batch_id, line);
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT a_serial_is_given_once_per_book UNIQUE (book_id, serial);
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT a_serial_stands_once_in_a_journal UNIQUE (book_id, serial);
ALTER TABLE ONLY public.agencies_tenure
    ADD CONSTRAINT a_tenure_is_recorded_once UNIQUE (post_id, official_id, starts_on);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_body
    ADD CONSTRAINT agencies_body_code_key UNIQUE (code);
ALTER TABLE ONLY public.agencies_body
    ADD CONSTRAINT agencies_body_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_department
    ADD CONSTRAINT agencies_department_code_key UNIQUE (code);
ALTER TABLE ONLY public.agencies_department
    ADD CONSTRAINT agencies_department_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_line
    ADD CONSTRAINT agencies_line_code_key UNIQUE (code);
ALTER TABLE ONLY public.agencies_line
    ADD CONSTRAINT agencies_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_official
    ADD CONSTRAINT agencies_official_code_key UNIQUE (code);
ALTER TABLE ONLY public.agencies_official
    ADD CONSTRAINT agencies_official_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_code_key UNIQUE (code);
ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_tenure
    ADD CONSTRAINT agencies_tenure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agencies_territory
    ADD CONSTRAINT agencies_territory_code_key UNIQUE (code);
ALTER TABLE ONLY public.agencies_territory
    ADD CONSTRAINT agencies_territory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_raising_key_key UNIQUE (raising_key);
ALTER TABLE ONLY public.alarms_alarmanswer
    ADD CONSTRAINT alarms_alarmanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alarms_alarmmark
    ADD CONSTRAINT alarms_alarmmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alarms_alarmnotice
    ADD CONSTRAINT alarms_alarmnotice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alarms_chainstep
    ADD CONSTRAINT alarms_chainstep_code_key UNIQUE (code);
ALTER TABLE ONLY public.alarms_chainstep
    ADD CONSTRAINT alarms_chainstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_incomingmessage
    ADD CONSTRAINT an_incoming_message_is_taken_once UNIQUE (system_id, key);
ALTER TABLE ONLY public.reference_urgentword
    ADD CONSTRAINT an_urgent_word_stands_once UNIQUE (classes, part, language, stem);
ALTER TABLE ONLY public.analyses_analysis
    ADD CONSTRAINT analyses_analysis_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.analyses_analysisbook
    ADD CONSTRAINT analyses_analysisbook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_answerprint
    ADD CONSTRAINT appeals_answerprint_pkey PRIMARY KEY (appeal_id);
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_submission_key_key UNIQUE (submission_key);
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_tracking_number_key UNIQUE (tracking_number);
ALTER TABLE ONLY public.appeals_applicant
    ADD CONSTRAINT appeals_applicant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_assignment
    ADD CONSTRAINT appeals_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_attachment
    ADD CONSTRAINT appeals_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_cause
    ADD CONSTRAINT appeals_cause_lead_id_key UNIQUE (lead_id);
ALTER TABLE ONLY public.appeals_cause
    ADD CONSTRAINT appeals_cause_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_causemember
    ADD CONSTRAINT appeals_causemember_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_causemember
    ADD CONSTRAINT appeals_causemember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_clarification
    ADD CONSTRAINT appeals_clarification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_complainttarget
    ADD CONSTRAINT appeals_complainttarget_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_confidant
    ADD CONSTRAINT appeals_confidant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_confidence
    ADD CONSTRAINT appeals_confidence_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_confidence
    ADD CONSTRAINT appeals_confidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_controlmark
    ADD CONSTRAINT appeals_controlmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_controlrequest
    ADD CONSTRAINT appeals_controlrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_draft
    ADD CONSTRAINT appeals_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_draft
    ADD CONSTRAINT appeals_draft_submission_key_key UNIQUE (submission_key);
ALTER TABLE ONLY public.appeals_extension
    ADD CONSTRAINT appeals_extension_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_filecheck
    ADD CONSTRAINT appeals_filecheck_pkey PRIMARY KEY (sha256);
ALTER TABLE ONLY public.appeals_finding
    ADD CONSTRAINT appeals_finding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_fingerprint
    ADD CONSTRAINT appeals_fingerprint_pkey PRIMARY KEY (appeal_id);
ALTER TABLE ONLY public.appeals_handover
    ADD CONSTRAINT appeals_handover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_handover
    ADD CONSTRAINT appeals_handover_successor_id_key UNIQUE (successor_id);
ALTER TABLE ONLY public.appeals_legacybatch
    ADD CONSTRAINT appeals_legacybatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_legacyrefusal
    ADD CONSTRAINT appeals_legacyrefusal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_legacyrow
    ADD CONSTRAINT appeals_legacyrow_pkey PRIMARY KEY (appeal_id);
ALTER TABLE ONLY public.appeals_legacyupload
    ADD CONSTRAINT appeals_legacyupload_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_likeness
    ADD CONSTRAINT appeals_likeness_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_morning
    ADD CONSTRAINT appeals_morning_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.appeals_nearcopy
    ADD CONSTRAINT appeals_nearcopy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_note
    ADD CONSTRAINT appeals_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_pace
    ADD CONSTRAINT appeals_pace_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_partialupload
    ADD CONSTRAINT appeals_partialupload_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_promise
    ADD CONSTRAINT appeals_promise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_promiseword
    ADD CONSTRAINT appeals_promiseword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_question
    ADD CONSTRAINT appeals_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_rating
    ADD CONSTRAINT appeals_rating_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_rating
    ADD CONSTRAINT appeals_rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_recusal
    ADD CONSTRAINT appeals_recusal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_verification_code_key UNIQUE (verification_code);
ALTER TABLE ONLY public.appeals_registerbook
    ADD CONSTRAINT appeals_registerbook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_reminder
    ADD CONSTRAINT appeals_reminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_resolution
    ADD CONSTRAINT appeals_resolution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_sealedidentity
    ADD CONSTRAINT appeals_sealedidentity_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_sealedidentity
    ADD CONSTRAINT appeals_sealedidentity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_withdrawal
    ADD CONSTRAINT appeals_withdrawal_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.appeals_withdrawal
    ADD CONSTRAINT appeals_withdrawal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_applicant
    ADD CONSTRAINT applicants_stand_in_order UNIQUE (appeal_id, "position");
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_opening_key_key UNIQUE (opening_key);
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calls_journalbook
    ADD CONSTRAINT calls_journalbook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT calls_journalentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.exchange_callback
    ADD CONSTRAINT exchange_callback_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_delivery
    ADD CONSTRAINT exchange_delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_difference
    ADD CONSTRAINT exchange_difference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_documentsystem
    ADD CONSTRAINT exchange_documentsystem_body_id_key UNIQUE (body_id);
ALTER TABLE ONLY public.exchange_documentsystem
    ADD CONSTRAINT exchange_documentsystem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_entered
    ADD CONSTRAINT exchange_entered_pkey PRIMARY KEY (appeal_id);
ALTER TABLE ONLY public.exchange_incomingcall
    ADD CONSTRAINT exchange_incomingcall_call_id_key UNIQUE (call_id);
ALTER TABLE ONLY public.exchange_incomingcall
    ADD CONSTRAINT exchange_incomingcall_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_incomingmessage
    ADD CONSTRAINT exchange_incomingmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_incomingmessage
    ADD CONSTRAINT exchange_incomingmessage_submission_key_key UNIQUE (submission_key);
ALTER TABLE ONLY public.exchange_latermessage
    ADD CONSTRAINT exchange_latermessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_linekey
    ADD CONSTRAINT exchange_linekey_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.exchange_linekey
    ADD CONSTRAINT exchange_linekey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_program
    ADD CONSTRAINT exchange_program_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT exchange_secondentry_appeal_id_key UNIQUE (appeal_id);
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT exchange_secondentry_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT exchange_secondentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_toldmessage
    ADD CONSTRAINT exchange_toldmessage_call_id_key UNIQUE (call_id);
ALTER TABLE ONLY public.exchange_toldmessage
    ADD CONSTRAINT exchange_toldmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_webhook
    ADD CONSTRAINT exchange_webhook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_branch
    ADD CONSTRAINT figures_branch_bodies_key UNIQUE (bodies);
ALTER TABLE ONLY public.figures_branch
    ADD CONSTRAINT figures_branch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_cell
    ADD CONSTRAINT figures_cell_pkey PRIMARY KEY (dimension, grain, body_id, happening, day, key, value);
ALTER TABLE ONLY public.figures_change
    ADD CONSTRAINT figures_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_fact
    ADD CONSTRAINT figures_fact_pkey PRIMARY KEY (appeal_id);
ALTER TABLE ONLY public.figures_reach
    ADD CONSTRAINT figures_reach_pkey PRIMARY KEY (last);
ALTER TABLE ONLY public.figures_savedview
    ADD CONSTRAINT figures_savedview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_incomingmessage
    ADD CONSTRAINT incoming_messages_have_an_order UNIQUE (system_id, turn);
ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_look
    ADD CONSTRAINT journal_look_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_takenproof
    ADD CONSTRAINT journal_takenproof_code_key UNIQUE (code);
ALTER TABLE ONLY public.journal_takenproof
    ADD CONSTRAINT journal_takenproof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange_latermessage
    ADD CONSTRAINT later_messages_have_an_order UNIQUE (second_id, place);
ALTER TABLE ONLY public.letters_inboundletter
    ADD CONSTRAINT letters_inboundletter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.letters_mailbox
    ADD CONSTRAINT letters_mailbox_email_key UNIQUE (email);
ALTER TABLE ONLY public.letters_mailbox
    ADD CONSTRAINT letters_mailbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_identity
    ADD CONSTRAINT one_account_per_subject UNIQUE (provider_id, subject);
ALTER TABLE ONLY public.analyses_analysisbook
    ADD CONSTRAINT one_book_of_analyses_a_year UNIQUE (book, year);
ALTER TABLE ONLY public.appeals_registerbook
    ADD CONSTRAINT one_book_per_body_and_year UNIQUE (body_id, year);
ALTER TABLE ONLY public.people_attempt
    ADD CONSTRAINT one_count_per_key_and_window UNIQUE (key_hash, window_start);
ALTER TABLE ONLY public.reference_emptyphrase
    ADD CONSTRAINT one_empty_phrase_per_code_and_language UNIQUE (code, language);
ALTER TABLE ONLY public.calls_journalbook
    ADD CONSTRAINT one_journal_per_line_and_year UNIQUE (line_id, year, is_apart);
ALTER TABLE ONLY public.appeals_pace
    ADD CONSTRAINT one_pace_of_each UNIQUE NULLS NOT DISTINCT (body_id, official_id, topic_id);
ALTER TABLE ONLY public.reference_calendarday
    ADD CONSTRAINT one_row_per_day_and_scope UNIQUE (date, scope);
ALTER TABLE ONLY public.people_identity
    ADD CONSTRAINT one_subject_per_account UNIQUE (provider_id, account_id);
ALTER TABLE ONLY public.reference_answertemplate
    ADD CONSTRAINT one_template_per_code_and_language UNIQUE (code, language, body_code);
ALTER TABLE ONLY public.reference_contentpage
    ADD CONSTRAINT one_text_per_version_and_language UNIQUE (slug, language, version);
ALTER TABLE ONLY public.outbox_way
    ADD CONSTRAINT one_way_of_an_account UNIQUE (account_id, channel, address);
ALTER TABLE ONLY public.outbox_way
    ADD CONSTRAINT one_way_of_an_appeal UNIQUE (appeal_id, channel, address);
ALTER TABLE ONLY public.appeals_promiseword
    ADD CONSTRAINT one_word_of_each_on_a_promise UNIQUE (promise_id, appeal_id);
ALTER TABLE ONLY public.outbox_chat
    ADD CONSTRAINT outbox_chat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox_lane
    ADD CONSTRAINT outbox_lane_pkey PRIMARY KEY (channel);
ALTER TABLE ONLY public.outbox_notice
    ADD CONSTRAINT outbox_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox_way
    ADD CONSTRAINT outbox_way_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_account
    ADD CONSTRAINT people_account_email_key UNIQUE (email);
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_account_id_group_id_1a20563d_uniq UNIQUE (account_id, group_id);
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_account
    ADD CONSTRAINT people_account_official_id_key UNIQUE (official_id);
ALTER TABLE ONLY public.people_account
    ADD CONSTRAINT people_account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user_perm_account_id_permission_id_95cd75f4_uniq UNIQUE (account_id, permission_id);
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_attempt
    ADD CONSTRAINT people_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_identity
    ADD CONSTRAINT people_identity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_identityprovider
    ADD CONSTRAINT people_identityprovider_code_key UNIQUE (code);
ALTER TABLE ONLY public.people_identityprovider
    ADD CONSTRAINT people_identityprovider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_shared_cache
    ADD CONSTRAINT people_shared_cache_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.people_signin
    ADD CONSTRAINT people_signin_key_key UNIQUE (key);
ALTER TABLE ONLY public.people_signin
    ADD CONSTRAINT people_signin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_question
    ADD CONSTRAINT questions_stand_in_order UNIQUE (appeal_id, "position");
ALTER TABLE ONLY public.reference_answertemplate
    ADD CONSTRAINT reference_answertemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_calendarday
    ADD CONSTRAINT reference_calendarday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_calendarorder
    ADD CONSTRAINT reference_calendarorder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_channel
    ADD CONSTRAINT reference_channel_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_channel
    ADD CONSTRAINT reference_channel_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_contentpage
    ADD CONSTRAINT reference_contentpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_edition
    ADD CONSTRAINT reference_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_emptyphrase
    ADD CONSTRAINT reference_emptyphrase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_lawreceiver
    ADD CONSTRAINT reference_lawreceiver_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_lawreceiver
    ADD CONSTRAINT reference_lawreceiver_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_misconduct
    ADD CONSTRAINT reference_misconduct_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_misconduct
    ADD CONSTRAINT reference_misconduct_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_outcome
    ADD CONSTRAINT reference_outcome_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_outcome
    ADD CONSTRAINT reference_outcome_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_procedure
    ADD CONSTRAINT reference_procedure_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_procedure
    ADD CONSTRAINT reference_procedure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_refusalground
    ADD CONSTRAINT reference_refusalground_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_refusalground
    ADD CONSTRAINT reference_refusalground_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_setting
    ADD CONSTRAINT reference_setting_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_setting
    ADD CONSTRAINT reference_setting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_term
    ADD CONSTRAINT reference_term_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_term
    ADD CONSTRAINT reference_term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_topic
    ADD CONSTRAINT reference_topic_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_topic
    ADD CONSTRAINT reference_topic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_urgentclass
    ADD CONSTRAINT reference_urgentclass_code_key UNIQUE (code);
ALTER TABLE ONLY public.reference_urgentclass
    ADD CONSTRAINT reference_urgentclass_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_urgentword
    ADD CONSTRAINT reference_urgentword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_number_key UNIQUE (number);
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_sending_key_key UNIQUE (sending_key);
ALTER TABLE ONLY public.referrals_referralmark
    ADD CONSTRAINT referrals_referralmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.appeals_reminder
    ADD CONSTRAINT told_once_a_day UNIQUE (appeal_id, official_id, duty, told_on);
ALTER TABLE ONLY public.appeals_likeness
    ADD CONSTRAINT two_appeals_are_compared_once UNIQUE (appeal_id, other_id);
CREATE UNIQUE INDEX a_difference_is_listed_once ON public.exchange_difference USING btree (system_id, key, code) WHERE (gone_on IS NULL);
CREATE UNIQUE INDEX a_later_message_is_told_once ON public.exchange_latermessage USING btree (second_id, kind, source) WHERE (NOT ((source)::text = ''::text));
CREATE UNIQUE INDEX a_letter_has_its_own_code ON public.appeals_answer USING btree (verification_code) WHERE (NOT ((verification_code)::text = ''::text));
CREATE UNIQUE INDEX a_mark_is_made_once ON public.alarms_alarmmark USING btree (notice_id, what) WHERE (NOT ((what)::text = 'deferred'::text));
CREATE UNIQUE INDEX a_number_is_called_back_once ON public.exchange_callback USING btree (line_id, number) WHERE ((outcome)::text = ''::text);
CREATE UNIQUE INDEX a_register_is_loaded_once ON public.appeals_legacybatch USING btree (body_id, sha256) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX a_secret_is_of_one_program ON public.exchange_program USING btree (digest) WHERE (NOT ((digest)::text = ''::text));
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE UNIQUE INDEX acknowledged_and_answered_once ON public.referrals_referralmark USING btree (referral_id, what) WHERE (NOT ((what)::text = 'reminded'::text));
CREATE INDEX agencies_body_code_fac2d1ba_like ON public.agencies_body USING btree (code varchar_pattern_ops);
CREATE INDEX agencies_body_parent_id_286b7279 ON public.agencies_body USING btree (parent_id);
CREATE INDEX agencies_body_path_a45da141 ON public.agencies_body USING btree (path);
CREATE INDEX agencies_body_path_a45da141_like ON public.agencies_body USING btree (path varchar_pattern_ops);
CREATE INDEX agencies_body_territory_id_f26297fc ON public.agencies_body USING btree (territory_id);
CREATE INDEX agencies_department_body_id_407cdc8b ON public.agencies_department USING btree (body_id);
CREATE INDEX agencies_department_code_4bf9f692_like ON public.agencies_department USING btree (code varchar_pattern_ops);
CREATE INDEX agencies_line_body_id_67e826b7 ON public.agencies_line USING btree (body_id);
CREATE INDEX agencies_line_code_a66958d5_like ON public.agencies_line USING btree (code varchar_pattern_ops);
CREATE INDEX agencies_official_code_3a9bd5a6_like ON public.agencies_official USING btree (code varchar_pattern_ops);
CREATE INDEX agencies_post_body_id_dab7a826 ON public.agencies_post USING btree (body_id);
CREATE INDEX agencies_post_code_5ac673f8_like ON public.agencies_post USING btree (code varchar_pattern_ops);
CREATE INDEX agencies_post_department_id_073428de ON public.agencies_post USING btree (department_id);
CREATE INDEX agencies_te_officia_f7dad4_idx ON public.agencies_tenure USING btree (official_id, starts_on);
CREATE INDEX agencies_tenure_official_id_d5862022 ON public.agencies_tenure USING btree (official_id);
CREATE INDEX agencies_tenure_post_id_2047b8ab ON public.agencies_tenure USING btree (post_id);
CREATE INDEX agencies_tenure_stands_in_for_id_0d1daaee ON public.agencies_tenure USING btree (stands_in_for_id);
CREATE INDEX agencies_territory_code_3c5d9332_like ON public.agencies_territory USING btree (code varchar_pattern_ops);
CREATE INDEX agencies_territory_parent_id_0a2b5926 ON public.agencies_territory USING btree (parent_id);
CREATE INDEX alarm_notices_by_moment ON public.alarms_alarmnotice USING btree (wanted_at);
CREATE INDEX alarms_alarm_appeal_id_3c8b6cf0 ON public.alarms_alarm USING btree (appeal_id);
CREATE INDEX alarms_alarm_body_id_0e14ba1f ON public.alarms_alarm USING btree (body_id);
CREATE INDEX alarms_alarm_call_id_0b20a63b ON public.alarms_alarm USING btree (call_id);
CREATE INDEX alarms_alarm_raised_by_id_050362f5 ON public.alarms_alarm USING btree (raised_by_id);
CREATE INDEX alarms_alarm_urgent_class_id_df333578 ON public.alarms_alarm USING btree (urgent_class_id);
CREATE INDEX alarms_alarmanswer_alarm_id_f807a972 ON public.alarms_alarmanswer USING btree (alarm_id);
CREATE INDEX alarms_alarmanswer_official_id_f348ffaa ON public.alarms_alarmanswer USING btree (official_id);
CREATE INDEX alarms_alarmmark_notice_id_d0af7ec5 ON public.alarms_alarmmark USING btree (notice_id);
CREATE INDEX alarms_alarmnotice_alarm_id_69d48f20 ON public.alarms_alarmnotice USING btree (alarm_id);
CREATE INDEX alarms_alarmnotice_official_id_f226970a ON public.alarms_alarmnotice USING btree (official_id);
CREATE INDEX alarms_chainstep_code_293ffb8b_like ON public.alarms_chainstep USING btree (code varchar_pattern_ops);
CREATE INDEX alarms_going_on ON public.alarms_alarm USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX alarms_of_a_body ON public.alarms_alarm USING btree (body_id, raised_at DESC);
CREATE UNIQUE INDEX an_alarm_is_closed_once ON public.alarms_alarmanswer USING btree (alarm_id) WHERE ((what)::text = 'closed'::text);
CREATE UNIQUE INDEX an_answer_is_reviewed_once ON public.appeals_handover USING btree (appeal_id) WHERE ((kind)::text = 'review'::text);
CREATE UNIQUE INDEX an_appeal_is_given_away_whole_once ON public.appeals_handover USING btree (appeal_id) WHERE ((kind)::text = ANY ((ARRAY['whole'::character varying, 'climb'::character varying, 'conflict'::character varying])::text[]));
CREATE UNIQUE INDEX an_executor_is_named_once ON public.appeals_assignment USING btree (appeal_id, executor_id) WHERE is_current;
CREATE INDEX analyses_analysis_approved_by_id_1115f1c0 ON public.analyses_analysis USING btree (approved_by_id);
CREATE INDEX analyses_analysis_body_id_4643396f ON public.analyses_analysis USING btree (body_id);
CREATE INDEX answer_print_bands ON public.appeals_answerprint USING gin (bands) WITH (gin_pending_list_limit='512');
CREATE INDEX answers_by_outgoing_day ON public.appeals_answer USING btree (outgoing_on) INCLUDE (appeal_id, signer_name, id) WHERE (outgoing_on IS NOT NULL);
CREATE INDEX answers_returned ON public.appeals_answer USING btree (appeal_id) WHERE ((returned_at IS NOT NULL) AND (signed_at IS NULL));
CREATE INDEX appeal_by_receipt ON public.appeals_appeal USING btree (body_id, received_at DESC, id DESC);
CREATE INDEX appeal_by_registration ON public.appeals_appeal USING btree (body_id, registered_on, serial);
CREATE INDEX appeal_closed_by_state ON public.appeals_appeal USING btree (body_id, state, received_at DESC, id DESC) WHERE (NOT is_open);
CREATE INDEX appeal_counted_closed ON public.appeals_appeal USING btree (body_id, closed_on) INCLUDE (state, consideration_due_on, is_withheld, id, topic_id, kind, channel_id) WHERE (NOT is_open);
CREATE INDEX appeal_counted_late ON public.appeals_appeal USING btree (body_id, consideration_due_on) INCLUDE (state, closed_on, is_withheld, id) WHERE (closed_on > consideration_due_on);
CREATE INDEX appeal_counted_received ON public.appeals_appeal USING btree (body_id, received_at) INCLUDE (is_withheld, id, topic_id, kind, channel_id);
CREATE INDEX appeal_counted_registered ON public.appeals_appeal USING btree (body_id, registered_on) INCLUDE (registration_due_on, is_withheld, id) WHERE (registered_on IS NOT NULL);
CREATE INDEX appeal_legs ON public.appeals_appeal USING btree (origin_id) WHERE (origin_id IS NOT NULL);
CREATE INDEX appeal_merged ON public.appeals_appeal USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX appeal_number_begins ON public.appeals_appeal USING btree (body_id, number text_pattern_ops) WHERE (NOT (number = ''::text));
CREATE INDEX appeal_open_by_due_day ON public.appeals_appeal USING btree (body_id, due_on, id) WHERE is_open;
CREATE INDEX appeal_open_by_state ON public.appeals_appeal USING btree (body_id, state, due_on, id) WHERE is_open;
CREATE INDEX appeal_registered_late ON public.appeals_appeal USING btree (body_id, registration_due_on) WHERE (registered_on > registration_due_on);
CREATE INDEX appeal_search ON public.appeals_appeal USING gin (search) WITH (fastupdate='on', gin_pending_list_limit='1024');
CREATE INDEX appeal_shut ON public.appeals_appeal USING btree (body_id, received_at) WHERE (is_confidential OR is_withheld);
CREATE INDEX appeal_under_control ON public.appeals_appeal USING btree (body_id, due_on, id) WHERE (is_open AND is_under_control);
CREATE INDEX appeal_withheld ON public.appeals_appeal USING btree (body_id, id) WHERE is_withheld;
CREATE INDEX appeals_appeal_tracking_number_d5c50888_like ON public.appeals_appeal USING btree (tracking_number varchar_pattern_ops);
CREATE INDEX appeals_applicant_appeal_id_99afc6b6 ON public.appeals_applicant USING btree (appeal_id);
CREATE INDEX appeals_assignment_appeal_id_baa03720 ON public.appeals_assignment USING btree (appeal_id);
CREATE INDEX appeals_attachment_appeal_id_59feb24e ON public.appeals_attachment USING btree (appeal_id);
CREATE INDEX appeals_attachment_checked_id_f3c80be7 ON public.appeals_attachment USING btree (checked_id);
CREATE INDEX appeals_attachment_checked_id_f3c80be7_like ON public.appeals_attachment USING btree (checked_id varchar_pattern_ops);
CREATE INDEX appeals_attachment_clarification_id_c7bb3eb7 ON public.appeals_attachment USING btree (clarification_id);
CREATE INDEX appeals_attachment_promise_id_e63059f5 ON public.appeals_attachment USING btree (promise_id);
CREATE INDEX appeals_attachment_sha256_b473890f ON public.appeals_attachment USING btree (sha256);
CREATE INDEX appeals_attachment_sha256_b473890f_like ON public.appeals_attachment USING btree (sha256 varchar_pattern_ops);
CREATE INDEX appeals_attachment_submission_key_925f2b93 ON public.appeals_attachment USING btree (submission_key);
CREATE INDEX appeals_causemember_cause_id_64db00f4 ON public.appeals_causemember USING btree (cause_id);
CREATE INDEX appeals_clarification_appeal_id_11d1f3c9 ON public.appeals_clarification USING btree (appeal_id);
CREATE INDEX appeals_complainttarget_appeal_id_59f7f545 ON public.appeals_complainttarget USING btree (appeal_id);
CREATE INDEX appeals_complainttarget_official_id_de5efe18 ON public.appeals_complainttarget USING btree (official_id);
CREATE INDEX appeals_confidant_appeal_id_d4d86274 ON public.appeals_confidant USING btree (appeal_id);
CREATE INDEX appeals_confidant_official_id_b3b7cab5 ON public.appeals_confidant USING btree (official_id);
CREATE INDEX appeals_controlmark_appeal_id_8ff9a3d3 ON public.appeals_controlmark USING btree (appeal_id);
CREATE INDEX appeals_controlrequest_appeal_id_fa6adb8a ON public.appeals_controlrequest USING btree (appeal_id);
CREATE INDEX appeals_draft_account_id_095258a8 ON public.appeals_draft USING btree (account_id);
CREATE INDEX appeals_extension_appeal_id_7ee6b9b0 ON public.appeals_extension USING btree (appeal_id);
CREATE INDEX appeals_filecheck_sha256_fd194459_like ON public.appeals_filecheck USING btree (sha256 varchar_pattern_ops);
CREATE INDEX appeals_filecheck_shown_sha256_8517943f ON public.appeals_filecheck USING btree (shown_sha256);
CREATE INDEX appeals_filecheck_shown_sha256_8517943f_like ON public.appeals_filecheck USING btree (shown_sha256 varchar_pattern_ops);
CREATE INDEX appeals_finding_appeal_id_303b4251 ON public.appeals_finding USING btree (appeal_id);
CREATE INDEX appeals_finding_target_id_dfe67179 ON public.appeals_finding USING btree (target_id);
CREATE INDEX appeals_handover_appeal_id_d06cff87 ON public.appeals_handover USING btree (appeal_id);
CREATE INDEX appeals_legacybatch_body_id_9e81b579 ON public.appeals_legacybatch USING btree (body_id);
CREATE INDEX appeals_legacyrefusal_batch_id_1ffc9aba ON public.appeals_legacyrefusal USING btree (batch_id);
CREATE INDEX appeals_legacyrow_batch_id_37d6bd78 ON public.appeals_legacyrow USING btree (batch_id);
CREATE INDEX appeals_legacyupload_batch_id_f57f55ea ON public.appeals_legacyupload USING btree (batch_id);
CREATE INDEX appeals_legacyupload_body_id_8bb0a8c0 ON public.appeals_legacyupload USING btree (body_id);
CREATE INDEX appeals_likeness_appeal_id_9b3ce16c ON public.appeals_likeness USING btree (appeal_id);
CREATE INDEX appeals_likeness_other_id_4a121693 ON public.appeals_likeness USING btree (other_id);
CREATE INDEX appeals_nearcopy_appeal_id_67fc83d1 ON public.appeals_nearcopy USING btree (appeal_id);
CREATE INDEX appeals_note_appeal_id_488cbb20 ON public.appeals_note USING btree (appeal_id);
CREATE INDEX appeals_partialupload_address_hash_80393f20 ON public.appeals_partialupload USING btree (address_hash);
CREATE INDEX appeals_partialupload_address_hash_80393f20_like ON public.appeals_partialupload USING btree (address_hash varchar_pattern_ops);
CREATE INDEX appeals_partialupload_submission_key_563da34c ON public.appeals_partialupload USING btree (submission_key);
CREATE INDEX appeals_partialupload_touched_at_260d8f7a ON public.appeals_partialupload USING btree (touched_at);
CREATE INDEX appeals_promise_appeal_id_545d0784 ON public.appeals_promise USING btree (appeal_id);
CREATE INDEX appeals_promiseword_appeal_id_fd6ce11f ON public.appeals_promiseword USING btree (appeal_id);
CREATE INDEX appeals_promiseword_promise_id_b10614be ON public.appeals_promiseword USING btree (promise_id);
CREATE INDEX appeals_question_appeal_id_50fb3b63 ON public.appeals_question USING btree (appeal_id);
CREATE INDEX appeals_recusal_appeal_id_ac7dcf0a ON public.appeals_recusal USING btree (appeal_id);
CREATE INDEX appeals_recusal_official_id_346c548c ON public.appeals_recusal USING btree (official_id);
CREATE INDEX appeals_refusal_verification_code_20520f4a_like ON public.appeals_refusal USING btree (verification_code varchar_pattern_ops);
CREATE INDEX appeals_registerbook_body_id_5ff99590 ON public.appeals_registerbook USING btree (body_id);
CREATE INDEX appeals_reminder_appeal_id_11e484eb ON public.appeals_reminder USING btree (appeal_id);
CREATE INDEX appeals_resolution_appeal_id_38e3120f ON public.appeals_resolution USING btree (appeal_id);
CREATE INDEX applicant_by_account ON public.appeals_applicant USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX applicant_by_phone ON public.appeals_applicant USING btree (phone) WHERE (NOT ((phone)::text = ''::text));
CREATE INDEX applicant_search ON public.appeals_applicant USING gin (search) WITH (fastupdate='on', gin_pending_list_limit='1024');
CREATE INDEX attempt_by_window ON public.people_attempt USING btree (window_start);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX bodies_complained_about ON public.appeals_complainttarget USING btree (body_id) WHERE ((body_id IS NOT NULL) AND (official_id IS NULL));
CREATE INDEX calls_call_line_id_bf77faaf ON public.calls_call USING btree (line_id);
CREATE INDEX calls_call_operator_id_6c7e59e6 ON public.calls_call USING btree (operator_id);
CREATE INDEX calls_journalbook_line_id_4cf99783 ON public.calls_journalbook USING btree (line_id);
CREATE INDEX calls_journalentry_appeal_id_e8706fd2 ON public.calls_journalentry USING btree (appeal_id);
CREATE INDEX calls_journalentry_book_id_e4a499d0 ON public.calls_journalentry USING btree (book_id);
CREATE INDEX calls_journalentry_call_id_4a10a793 ON public.calls_journalentry USING btree (call_id);
CREATE INDEX calls_journalentry_corrects_id_91f7dd40 ON public.calls_journalentry USING btree (corrects_id);
CREATE INDEX calls_not_ended_yet ON public.exchange_incomingcall USING btree (line_id, started_at DESC) WHERE (ended_at IS NULL);
CREATE INDEX calls_of_a_line ON public.calls_call USING btree (line_id, opened_at DESC);
CREATE INDEX calls_of_a_number ON public.calls_call USING btree (number, opened_at DESC) WHERE (NOT ((number)::text = ''::text));
CREATE INDEX current_work_of_executor ON public.appeals_assignment USING btree (executor_id, appeal_id) WHERE is_current;
CREATE INDEX deliveries_dead ON public.exchange_delivery USING btree (webhook_id, id DESC) WHERE ((state)::text = 'dead'::text);
CREATE INDEX deliveries_waiting ON public.exchange_delivery USING btree (webhook_id, id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);
CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX exchange_callback_call_id_8c8fb759 ON public.exchange_callback USING btree (call_id);
CREATE INDEX exchange_callback_line_id_d5cf522a ON public.exchange_callback USING btree (line_id);
CREATE INDEX exchange_delivery_webhook_id_dca676d0 ON public.exchange_delivery USING btree (webhook_id);
CREATE INDEX exchange_difference_second_id_9a3099d9 ON public.exchange_difference USING btree (second_id);
CREATE INDEX exchange_difference_system_id_b905d538 ON public.exchange_difference USING btree (system_id);
CREATE INDEX exchange_documentsystem_drafts_as_id_d51d5a9c ON public.exchange_documentsystem USING btree (drafts_as_id);
CREATE INDEX exchange_documentsystem_enters_as_id_156d12f4 ON public.exchange_documentsystem USING btree (enters_as_id);
CREATE INDEX exchange_documentsystem_resolves_as_id_b6b5dcf6 ON public.exchange_documentsystem USING btree (resolves_as_id);
CREATE INDEX exchange_entered_program_id_120c2087 ON public.exchange_entered USING btree (program_id);
CREATE INDEX exchange_incomingcall_line_id_750f8ed0 ON public.exchange_incomingcall USING btree (line_id);
CREATE INDEX exchange_incomingmessage_second_id_290deb35 ON public.exchange_incomingmessage USING btree (second_id);
CREATE INDEX exchange_incomingmessage_system_id_c0891936 ON public.exchange_incomingmessage USING btree (system_id);
CREATE INDEX exchange_latermessage_second_id_2c1b748a ON public.exchange_latermessage USING btree (second_id);
CREATE INDEX exchange_linekey_digest_8e0e73dd_like ON public.exchange_linekey USING btree (digest varchar_pattern_ops);
CREATE INDEX exchange_linekey_line_id_f40c7620 ON public.exchange_linekey USING btree (line_id);
CREATE INDEX exchange_program_body_id_f0f9104e ON public.exchange_program USING btree (body_id);
CREATE INDEX exchange_program_official_id_082ebc08 ON public.exchange_program USING btree (official_id);
CREATE INDEX exchange_secondentry_system_id_1e8c07e6 ON public.exchange_secondentry USING btree (system_id);
CREATE INDEX exchange_webhook_program_id_a9ac7885 ON public.exchange_webhook USING btree (program_id);
CREATE INDEX extensions_by_day ON public.appeals_extension USING btree (made_at);
CREATE INDEX figures_savedview_body_id_f087e91c ON public.figures_savedview USING btree (body_id);
CREATE INDEX figures_savedview_owner_id_d31ab29f ON public.figures_savedview USING btree (owner_id);
CREATE INDEX files_to_be_checked ON public.appeals_filecheck USING btree (noted_at) WHERE (((state)::text = 'waiting'::text) OR (looked_at IS NULL));
CREATE INDEX fingerprint_bands ON public.appeals_fingerprint USING gin (bands) WITH (gin_pending_list_limit='512');
CREATE INDEX fingerprint_keys ON public.appeals_fingerprint USING gin (keys) WITH (gin_pending_list_limit='512');
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX incoming_messages_waiting ON public.exchange_incomingmessage USING btree (next_try_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX journal_by_day ON public.calls_journalentry USING btree (book_id, received_at);
CREATE INDEX journal_of_a_body ON public.journal_entry USING btree (body_code, at);
CREATE INDEX journal_of_an_appeal ON public.journal_entry USING btree (appeal_id, id);
CREATE INDEX journal_returned_drafts ON public.journal_entry USING btree (body_code, at) INCLUDE (appeal_id) WHERE ((act)::text = 'return_answer'::text);
CREATE INDEX journal_takenproof_code_25d6d994_like ON public.journal_takenproof USING btree (code varchar_pattern_ops);
CREATE INDEX later_messages_waiting ON public.exchange_latermessage USING btree (next_try_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'handed'::character varying])::text[]));
CREATE INDEX letters_inboundletter_appeal_id_d8d3c51a ON public.letters_inboundletter USING btree (appeal_id);
CREATE INDEX letters_inboundletter_body_id_84eddf6e ON public.letters_inboundletter USING btree (body_id);
CREATE INDEX letters_inboundletter_hinted_id_90419f31 ON public.letters_inboundletter USING btree (hinted_id);
CREATE INDEX letters_inboundletter_mailbox_id_65321515 ON public.letters_inboundletter USING btree (mailbox_id);
CREATE INDEX letters_inboundletter_raw_sha256_0bdcc400 ON public.letters_inboundletter USING btree (raw_sha256);
CREATE INDEX letters_inboundletter_raw_sha256_0bdcc400_like ON public.letters_inboundletter USING btree (raw_sha256 varchar_pattern_ops);
CREATE INDEX letters_mailbox_body_id_958b51ba ON public.letters_mailbox USING btree (body_id);
CREATE INDEX letters_mailbox_email_c2a0d80b_like ON public.letters_mailbox USING btree (email varchar_pattern_ops);
CREATE INDEX letters_of_a_body ON public.letters_inboundletter USING btree (body_id, state, received_at);
CREATE INDEX letters_of_a_sender ON public.letters_inboundletter USING btree (body_id, sender_address, decided_at);
CREATE INDEX looks_at_an_appeal ON public.journal_look USING btree (appeal_id, at);
CREATE INDEX looks_in_lists ON public.journal_look USING gin (appeal_ids);
CREATE INDEX marks_standing ON public.appeals_controlmark USING btree (body_id, appeal_id) WHERE (lifted_at IS NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX notice_by_reference ON public.outbox_notice USING btree (reference) WHERE (NOT (reference = ''::text));
CREATE INDEX notices_held_back ON public.outbox_notice USING btree (channel, address) WHERE ((next_at IS NOT NULL) AND ((state)::text = 'waiting'::text));
CREATE INDEX notices_in_line ON public.outbox_notice USING btree (channel, created_at, id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX notices_not_arrived ON public.outbox_notice USING btree (created_at) WHERE ((handled_at IS NULL) AND (((state)::text = 'failed'::text) OR ((fate)::text = 'failed'::text)));
CREATE INDEX notices_of_an_appeal ON public.outbox_notice USING btree (appeal_id);
CREATE INDEX notices_passed ON public.outbox_notice USING btree (channel) WHERE ((state)::text = 'passed'::text);
CREATE INDEX notices_waiting ON public.outbox_notice USING btree (created_at) WHERE ((state)::text = 'waiting'::text);
CREATE UNIQUE INDEX one_account_per_address ON public.people_account USING btree (lower((email)::text));
CREATE UNIQUE INDEX one_draft_of_a_period ON public.analyses_analysis USING btree (book, period) WHERE ((state)::text = 'draft'::text);
CREATE UNIQUE INDEX one_key_of_a_line_is_in_force ON public.exchange_linekey USING btree (line_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_main_applicant ON public.appeals_applicant USING btree (appeal_id) WHERE ((role)::text = 'main'::text);
CREATE UNIQUE INDEX one_mark_of_a_post ON public.appeals_controlmark USING btree (appeal_id, post_id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX one_open_question_to_applicant ON public.appeals_clarification USING btree (appeal_id) WHERE (resumed_on IS NULL);
CREATE UNIQUE INDEX one_representative ON public.appeals_applicant USING btree (appeal_id) WHERE is_representative;
CREATE UNIQUE INDEX one_responsible_executor ON public.appeals_assignment USING btree (appeal_id) WHERE (is_current AND is_lead);
CREATE INDEX open_calls ON public.calls_call USING btree (operator_id, opened_at DESC) WHERE ((state)::text = 'open'::text);
CREATE INDEX outbox_lane_channel_d73025ca_like ON public.outbox_lane USING btree (channel varchar_pattern_ops);
CREATE INDEX outbox_way_account_id_dd942002 ON public.outbox_way USING btree (account_id);
CREATE INDEX people_account_email_1314925d_like ON public.people_account USING btree (email varchar_pattern_ops);
CREATE INDEX people_account_groups_account_id_131c72c1 ON public.people_account_groups USING btree (account_id);
CREATE INDEX people_account_groups_group_id_16cb3ca3 ON public.people_account_groups USING btree (group_id);
CREATE INDEX people_account_user_permissions_account_id_ad08a47d ON public.people_account_user_permissions USING btree (account_id);
CREATE INDEX people_account_user_permissions_permission_id_381ccde7 ON public.people_account_user_permissions USING btree (permission_id);
CREATE INDEX people_identity_account_id_9a07ee93 ON public.people_identity USING btree (account_id);
CREATE INDEX people_identity_provider_id_d7c0943e ON public.people_identity USING btree (provider_id);
CREATE INDEX people_identityprovider_body_id_665fe566 ON public.people_identityprovider USING btree (body_id);
CREATE INDEX people_identityprovider_code_720227c6_like ON public.people_identityprovider USING btree (code varchar_pattern_ops);
CREATE INDEX people_invitation_account_id_3739de53 ON public.people_invitation USING btree (account_id);
CREATE INDEX people_invitation_digest_f221862d_like ON public.people_invitation USING btree (digest varchar_pattern_ops);
CREATE INDEX people_shared_cache_expires ON public.people_shared_cache USING btree (expires);
CREATE INDEX people_signin_account_id_65083646 ON public.people_signin USING btree (account_id);
CREATE INDEX people_signin_session_key_03dda37d ON public.people_signin USING btree (session_key);
CREATE INDEX people_signin_session_key_03dda37d_like ON public.people_signin USING btree (session_key varchar_pattern_ops);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX promises_denied ON public.appeals_promise USING btree (appeal_id) WHERE (denied_at IS NOT NULL);
CREATE INDEX promises_due ON public.appeals_promise USING btree (due_on, appeal_id) WHERE (kept_at IS NULL);
CREATE INDEX proofs_by_file ON public.journal_takenproof USING btree (sha256);
CREATE INDEX proofs_of_an_appeal ON public.journal_takenproof USING btree (appeal_id, id);
CREATE INDEX published_analyses ON public.analyses_analysis USING btree (published_at DESC) WHERE ((state)::text = 'published'::text);
CREATE INDEX reference_channel_code_d5d6e7de_like ON public.reference_channel USING btree (code varchar_pattern_ops);
CREATE INDEX reference_lawreceiver_code_e97f7369_like ON public.reference_lawreceiver USING btree (code varchar_pattern_ops);
CREATE INDEX reference_misconduct_code_e4c8ccdf_like ON public.reference_misconduct USING btree (code varchar_pattern_ops);
CREATE INDEX reference_outcome_code_31ab9809_like ON public.reference_outcome USING btree (code varchar_pattern_ops);
CREATE INDEX reference_procedure_code_81fecb76_like ON public.reference_procedure USING btree (code varchar_pattern_ops);
CREATE INDEX reference_refusalground_code_2d7d1744_like ON public.reference_refusalground USING btree (code varchar_pattern_ops);
CREATE INDEX reference_setting_code_94160f93_like ON public.reference_setting USING btree (code varchar_pattern_ops);
CREATE INDEX reference_term_code_30b3494e_like ON public.reference_term USING btree (code varchar_pattern_ops);
CREATE INDEX reference_topic_code_530d1b7b_like ON public.reference_topic USING btree (code varchar_pattern_ops);
CREATE INDEX reference_topic_parent_id_39e431c7 ON public.reference_topic USING btree (parent_id);
CREATE INDEX reference_urgentclass_code_8abe6045_like ON public.reference_urgentclass USING btree (code varchar_pattern_ops);
CREATE INDEX referrals_of_a_body ON public.referrals_referral USING btree (body_id, sent_at DESC);
CREATE INDEX referrals_referral_appeal_id_530d8980 ON public.referrals_referral USING btree (appeal_id);
CREATE INDEX referrals_referral_body_id_d52137ac ON public.referrals_referral USING btree (body_id);
CREATE INDEX referrals_referral_call_id_586bbce1 ON public.referrals_referral USING btree (call_id);
CREATE INDEX referrals_referral_number_c736e727_like ON public.referrals_referral USING btree (number varchar_pattern_ops);
CREATE INDEX referrals_referral_receiver_id_1082cc9a ON public.referrals_referral USING btree (receiver_id);
CREATE INDEX referrals_referral_sent_by_id_371da12c ON public.referrals_referral USING btree (sent_by_id);
CREATE INDEX referrals_referralmark_referral_id_ce04e025 ON public.referrals_referralmark USING btree (referral_id);
CREATE INDEX referrals_to_remind_of ON public.referrals_referral USING btree (next_reminder_at) WHERE (next_reminder_at IS NOT NULL);
CREATE INDEX reminders_of_a_morning ON public.appeals_reminder USING btree (official_id, told_on);
CREATE INDEX requests_unanswered ON public.appeals_controlrequest USING btree (due_on, appeal_id) WHERE (answered_at IS NULL);
CREATE INDEX second_entries_waiting ON public.exchange_secondentry USING btree (next_try_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'handed'::character varying])::text[]));
CREATE INDEX suspects_undecided ON public.appeals_complainttarget USING gin (suspect_ids) WHERE (match_decided_at IS NULL);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX ways_by_address ON public.outbox_way USING btree (channel, address);
CREATE INDEX webhooks_in_force ON public.exchange_webhook USING btree (program_id) WHERE (ended_at IS NULL);
CREATE TRIGGER alarm_stays BEFORE UPDATE ON public.alarms_alarm FOR EACH ROW EXECUTE FUNCTION public.kairyluu_alarm_stays();
CREATE TRIGGER analysis_stays BEFORE DELETE OR UPDATE ON public.analyses_analysis FOR EACH ROW EXECUTE FUNCTION public.kairyluu_analysis_stays();
CREATE TRIGGER append_only_rows BEFORE DELETE ON public.alarms_alarm FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.alarms_alarmanswer FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.alarms_alarmmark FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.alarms_alarmnotice FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE UPDATE ON public.appeals_legacyrow FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.calls_journalentry FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.journal_look FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.journal_takenproof FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_rows BEFORE DELETE OR UPDATE ON public.referrals_referralmark FOR EACH ROW EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.alarms_alarm FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.alarms_alarmanswer FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.alarms_alarmmark FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.alarms_alarmnotice FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.analyses_analysis FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.appeals_legacyrow FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.calls_journalentry FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.journal_look FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.journal_takenproof FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.referrals_referral FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.referrals_referralmark FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_journal_is_append_only();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_body FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_department FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_line FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_official FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_post FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_tenure FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.agencies_territory FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.alarms_chainstep FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_answertemplate FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_calendarday FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_channel FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_contentpage FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_lawreceiver FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_misconduct FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_outcome FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_procedure FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_refusalground FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_setting FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_term FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_topic FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_urgentclass FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER count_edition AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reference_urgentword FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_count_edition();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.alarms_alarm REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_answer REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_answer();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_appeal REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_appeal();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_applicant REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_applicant();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_controlmark REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_extension REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_handover REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_nearcopy REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_changed AFTER UPDATE ON public.appeals_refusal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.alarms_alarm REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_answer REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_appeal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_new();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_applicant REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_controlmark REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_extension REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_handover REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_nearcopy REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_rating REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_gone AFTER DELETE ON public.appeals_refusal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.alarms_alarm REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_answer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_appeal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_new();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_applicant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_controlmark REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_extension REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_handover REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_nearcopy REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_new AFTER INSERT ON public.appeals_refusal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_figures_all();
CREATE TRIGGER figures_outcome AFTER UPDATE OF counts_as_positive ON public.reference_outcome FOR EACH ROW WHEN ((old.counts_as_positive IS DISTINCT FROM new.counts_as_positive)) EXECUTE FUNCTION public.kairyluu_figures_outcome();
CREATE TRIGGER hands_are_empty BEFORE INSERT OR UPDATE ON public.appeals_complainttarget FOR EACH ROW WHEN ((new.official_id IS NOT NULL)) EXECUTE FUNCTION public.kairyluu_hands_are_empty();
CREATE TRIGGER hands_are_empty BEFORE INSERT OR UPDATE ON public.appeals_recusal FOR EACH ROW WHEN ((new.official_id IS NOT NULL)) EXECUTE FUNCTION public.kairyluu_hands_are_empty();
CREATE TRIGGER leaves_with_its_batch AFTER DELETE ON public.appeals_legacyrow REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.kairyluu_legacy_row_stays();
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_answer FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:', 'signer_id:signer_post_id');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_assignment FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('executor_id:executor_post_id');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_clarification FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_complainttarget FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('match_decided_by_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_controlmark FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('official_id:post_id', 'lifted_by_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_controlrequest FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('asked_by_id:asked_post_id', 'answered_by_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_extension FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:author_post_id');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_handover FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:author_post_id');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_nearcopy FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_note FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:', 'asks_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_promise FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('kept_by_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_question FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('listed_by_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_refusal FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:author_post_id');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_reminder FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('official_id:');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_resolution FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:author_post_id');
CREATE TRIGGER no_conflict BEFORE INSERT OR UPDATE ON public.appeals_withdrawal FOR EACH ROW EXECUTE FUNCTION public.kairyluu_no_conflict('author_id:');
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER referral_stays BEFORE UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION public.kairyluu_referral_stays();
CREATE TRIGGER tell_programs AFTER INSERT ON public.journal_entry FOR EACH ROW WHEN (((new.appeal_id IS NOT NULL) AND ((new.act)::text = ANY ((ARRAY['submit'::character varying, 'take_in'::character varying, 'arrive'::character varying, 'register'::character varying, 'resolve'::character varying, 'send_answer'::character varying, 'refuse'::character varying, 'forward'::character varying, 'forward_part'::character varying, 'withdraw'::character varying, 'merge'::character varying, 'extend'::character varying, 'recount_deadline'::character varying, 'ask_applicant'::character varying, 'resume_clock'::character varying, 'ask_review'::character varying, 'rate'::character varying])::text[])))) EXECUTE FUNCTION public.kairyluu_tell_programs();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_account_id FOREIGN KEY (user_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_body
    ADD CONSTRAINT agencies_body_parent_id_286b7279_fk_agencies_body_id FOREIGN KEY (parent_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_body
    ADD CONSTRAINT agencies_body_territory_id_f26297fc_fk_agencies_territory_id FOREIGN KEY (territory_id) REFERENCES public.agencies_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_department
    ADD CONSTRAINT agencies_department_body_id_407cdc8b_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_line
    ADD CONSTRAINT agencies_line_body_id_67e826b7_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_body_id_dab7a826_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_department_id_073428de_fk_agencies_department_id FOREIGN KEY (department_id) REFERENCES public.agencies_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_tenure
    ADD CONSTRAINT agencies_tenure_official_id_d5862022_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_tenure
    ADD CONSTRAINT agencies_tenure_post_id_2047b8ab_fk_agencies_post_id FOREIGN KEY (post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_tenure
    ADD CONSTRAINT agencies_tenure_stands_in_for_id_0d1daaee_fk_agencies_tenure_id FOREIGN KEY (stands_in_for_id) REFERENCES public.agencies_tenure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agencies_territory
    ADD CONSTRAINT agencies_territory_parent_id_0a2b5926_fk_agencies_territory_id FOREIGN KEY (parent_id) REFERENCES public.agencies_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_appeal_id_3c8b6cf0_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_body_id_0e14ba1f_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_call_id_0b20a63b_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_line_id_9f9e231d_fk_agencies_line_id FOREIGN KEY (line_id) REFERENCES public.agencies_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_raised_by_id_050362f5_fk_agencies_official_id FOREIGN KEY (raised_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarm
    ADD CONSTRAINT alarms_alarm_urgent_class_id_df333578_fk_reference FOREIGN KEY (urgent_class_id) REFERENCES public.reference_urgentclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarmanswer
    ADD CONSTRAINT alarms_alarmanswer_alarm_id_f807a972_fk_alarms_alarm_id FOREIGN KEY (alarm_id) REFERENCES public.alarms_alarm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarmanswer
    ADD CONSTRAINT alarms_alarmanswer_official_id_f348ffaa_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarmmark
    ADD CONSTRAINT alarms_alarmmark_notice_id_d0af7ec5_fk_alarms_alarmnotice_id FOREIGN KEY (notice_id) REFERENCES public.alarms_alarmnotice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarmnotice
    ADD CONSTRAINT alarms_alarmnotice_alarm_id_69d48f20_fk_alarms_alarm_id FOREIGN KEY (alarm_id) REFERENCES public.alarms_alarm(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alarms_alarmnotice
    ADD CONSTRAINT alarms_alarmnotice_official_id_f226970a_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analyses_analysis
    ADD CONSTRAINT analyses_analysis_approved_by_id_1115f1c0_fk_agencies_ FOREIGN KEY (approved_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analyses_analysis
    ADD CONSTRAINT analyses_analysis_body_id_4643396f_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_appeal_id_4e09211f_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_author_id_32113732_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_outcome_id_5e8a5796_fk_reference_outcome_id FOREIGN KEY (outcome_id) REFERENCES public.reference_outcome(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_signer_id_54092cb9_fk_agencies_official_id FOREIGN KEY (signer_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answer
    ADD CONSTRAINT appeals_answer_signer_post_id_1cc08e6f_fk_agencies_post_id FOREIGN KEY (signer_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_answerprint
    ADD CONSTRAINT appeals_answerprint_appeal_id_875afb26_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_addressed_body_id_80671816_fk_agencies_body_id FOREIGN KEY (addressed_body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_addressee_post_id_25dbd438_fk_agencies_post_id FOREIGN KEY (addressee_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_body_id_f7a485d0_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_book_id_98173977_fk_appeals_registerbook_id FOREIGN KEY (book_id) REFERENCES public.appeals_registerbook(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_channel_id_f2108d20_fk_reference_channel_id FOREIGN KEY (channel_id) REFERENCES public.reference_channel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_merged_into_id_678054be_fk_appeals_appeal_id FOREIGN KEY (merged_into_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_origin_id_4faf836b_fk_appeals_appeal_id FOREIGN KEY (origin_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_outcome_id_a88829b6_fk_reference_outcome_id FOREIGN KEY (outcome_id) REFERENCES public.reference_outcome(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_appeal
    ADD CONSTRAINT appeals_appeal_topic_id_926e7f6f_fk_reference_topic_id FOREIGN KEY (topic_id) REFERENCES public.reference_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_applicant
    ADD CONSTRAINT appeals_applicant_account_id_544bd7ac_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_applicant
    ADD CONSTRAINT appeals_applicant_appeal_id_99afc6b6_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_applicant
    ADD CONSTRAINT appeals_applicant_home_territory_id_94521972_fk_agencies_ FOREIGN KEY (home_territory_id) REFERENCES public.agencies_territory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_assignment
    ADD CONSTRAINT appeals_assignment_appeal_id_baa03720_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_assignment
    ADD CONSTRAINT appeals_assignment_executor_id_f51df3b0_fk_agencies_official_id FOREIGN KEY (executor_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_assignment
    ADD CONSTRAINT appeals_assignment_executor_post_id_bcfde469_fk_agencies_ FOREIGN KEY (executor_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_assignment
    ADD CONSTRAINT appeals_assignment_resolution_id_f15fe992_fk_appeals_r FOREIGN KEY (resolution_id) REFERENCES public.appeals_resolution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_attachment
    ADD CONSTRAINT appeals_attachment_appeal_id_59feb24e_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_attachment
    ADD CONSTRAINT appeals_attachment_checked_id_f3c80be7_fk_appeals_f FOREIGN KEY (checked_id) REFERENCES public.appeals_filecheck(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_attachment
    ADD CONSTRAINT appeals_attachment_clarification_id_c7bb3eb7_fk_appeals_c FOREIGN KEY (clarification_id) REFERENCES public.appeals_clarification(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_attachment
    ADD CONSTRAINT appeals_attachment_promise_id_e63059f5_fk_appeals_promise_id FOREIGN KEY (promise_id) REFERENCES public.appeals_promise(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_attachment
    ADD CONSTRAINT appeals_attachment_uploaded_by_id_ce7cf037_fk_people_account_id FOREIGN KEY (uploaded_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_cause
    ADD CONSTRAINT appeals_cause_author_id_86d38d87_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_cause
    ADD CONSTRAINT appeals_cause_lead_id_1cb2d16e_fk_appeals_appeal_id FOREIGN KEY (lead_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_causemember
    ADD CONSTRAINT appeals_causemember_appeal_id_114df850_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_causemember
    ADD CONSTRAINT appeals_causemember_author_id_0a66d613_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_causemember
    ADD CONSTRAINT appeals_causemember_cause_id_64db00f4_fk_appeals_cause_id FOREIGN KEY (cause_id) REFERENCES public.appeals_cause(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_clarification
    ADD CONSTRAINT appeals_clarificatio_author_id_6e5c521d_fk_agencies_ FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_clarification
    ADD CONSTRAINT appeals_clarification_appeal_id_11d1f3c9_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_complainttarget
    ADD CONSTRAINT appeals_complainttar_match_decided_by_id_455a7266_fk_agencies_ FOREIGN KEY (match_decided_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_complainttarget
    ADD CONSTRAINT appeals_complainttar_official_id_de5efe18_fk_agencies_ FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_complainttarget
    ADD CONSTRAINT appeals_complainttarget_appeal_id_59f7f545_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_complainttarget
    ADD CONSTRAINT appeals_complainttarget_body_id_dcd7f9d9_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_confidant
    ADD CONSTRAINT appeals_confidant_appeal_id_d4d86274_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_confidant
    ADD CONSTRAINT appeals_confidant_official_id_b3b7cab5_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_confidence
    ADD CONSTRAINT appeals_confidence_appeal_id_8eedad4a_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_confidence
    ADD CONSTRAINT appeals_confidence_marked_by_id_21fd4618_fk_agencies_ FOREIGN KEY (marked_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlmark
    ADD CONSTRAINT appeals_controlmark_appeal_id_8ff9a3d3_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlmark
    ADD CONSTRAINT appeals_controlmark_body_id_e4cff498_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlmark
    ADD CONSTRAINT appeals_controlmark_lifted_by_id_cd9192fa_fk_agencies_ FOREIGN KEY (lifted_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlmark
    ADD CONSTRAINT appeals_controlmark_official_id_2053f597_fk_agencies_ FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlmark
    ADD CONSTRAINT appeals_controlmark_post_id_994f863e_fk_agencies_post_id FOREIGN KEY (post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlrequest
    ADD CONSTRAINT appeals_controlreque_answered_by_id_00f68f1b_fk_agencies_ FOREIGN KEY (answered_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlrequest
    ADD CONSTRAINT appeals_controlreque_asked_by_id_8e5fb62f_fk_agencies_ FOREIGN KEY (asked_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlrequest
    ADD CONSTRAINT appeals_controlreque_asked_post_id_9b69a5dc_fk_agencies_ FOREIGN KEY (asked_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_controlrequest
    ADD CONSTRAINT appeals_controlrequest_appeal_id_fa6adb8a_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_draft
    ADD CONSTRAINT appeals_draft_account_id_095258a8_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_extension
    ADD CONSTRAINT appeals_extension_appeal_id_7ee6b9b0_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_extension
    ADD CONSTRAINT appeals_extension_author_id_f4d36ae8_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_extension
    ADD CONSTRAINT appeals_extension_author_post_id_f1d2b688_fk_agencies_post_id FOREIGN KEY (author_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_finding
    ADD CONSTRAINT appeals_finding_appeal_id_303b4251_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_finding
    ADD CONSTRAINT appeals_finding_kind_id_fbb0991f_fk_reference_misconduct_id FOREIGN KEY (kind_id) REFERENCES public.reference_misconduct(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_finding
    ADD CONSTRAINT appeals_finding_measure_id_b89b50d5_fk_reference_outcome_id FOREIGN KEY (measure_id) REFERENCES public.reference_outcome(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_finding
    ADD CONSTRAINT appeals_finding_noted_by_id_3d436170_fk_agencies_official_id FOREIGN KEY (noted_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_finding
    ADD CONSTRAINT appeals_finding_target_id_dfe67179_fk_appeals_c FOREIGN KEY (target_id) REFERENCES public.appeals_complainttarget(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_fingerprint
    ADD CONSTRAINT appeals_fingerprint_appeal_id_f95e6f6a_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_handover
    ADD CONSTRAINT appeals_handover_appeal_id_d06cff87_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_handover
    ADD CONSTRAINT appeals_handover_author_id_9593de43_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_handover
    ADD CONSTRAINT appeals_handover_author_post_id_3bc2117f_fk_agencies_post_id FOREIGN KEY (author_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_handover
    ADD CONSTRAINT appeals_handover_successor_id_830f30c3_fk_appeals_appeal_id FOREIGN KEY (successor_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacybatch
    ADD CONSTRAINT appeals_legacybatch_body_id_9e81b579_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyrefusal
    ADD CONSTRAINT appeals_legacyrefusa_batch_id_1ffc9aba_fk_appeals_l FOREIGN KEY (batch_id) REFERENCES public.appeals_legacybatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyrow
    ADD CONSTRAINT appeals_legacyrow_appeal_id_fdcd1f66_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyrow
    ADD CONSTRAINT appeals_legacyrow_batch_id_37d6bd78_fk_appeals_legacybatch_id FOREIGN KEY (batch_id) REFERENCES public.appeals_legacybatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyrow
    ADD CONSTRAINT appeals_legacyrow_ground_id_72a88b11_fk_reference FOREIGN KEY (ground_id) REFERENCES public.reference_refusalground(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyupload
    ADD CONSTRAINT appeals_legacyupload_account_id_85370914_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyupload
    ADD CONSTRAINT appeals_legacyupload_batch_id_f57f55ea_fk_appeals_l FOREIGN KEY (batch_id) REFERENCES public.appeals_legacybatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_legacyupload
    ADD CONSTRAINT appeals_legacyupload_body_id_8bb0a8c0_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_likeness
    ADD CONSTRAINT appeals_likeness_appeal_id_9b3ce16c_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_likeness
    ADD CONSTRAINT appeals_likeness_author_id_646d554f_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_likeness
    ADD CONSTRAINT appeals_likeness_other_id_4a121693_fk_appeals_appeal_id FOREIGN KEY (other_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_nearcopy
    ADD CONSTRAINT appeals_nearcopy_appeal_id_67fc83d1_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_nearcopy
    ADD CONSTRAINT appeals_nearcopy_author_id_99eff509_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_nearcopy
    ADD CONSTRAINT appeals_nearcopy_other_id_8dc6841d_fk_appeals_appeal_id FOREIGN KEY (other_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_note
    ADD CONSTRAINT appeals_note_appeal_id_488cbb20_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_note
    ADD CONSTRAINT appeals_note_asks_id_f05cb8fa_fk_agencies_official_id FOREIGN KEY (asks_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_note
    ADD CONSTRAINT appeals_note_author_id_5a5a27fb_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_pace
    ADD CONSTRAINT appeals_pace_body_id_a9850bf9_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_pace
    ADD CONSTRAINT appeals_pace_official_id_6ed0a66e_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_pace
    ADD CONSTRAINT appeals_pace_topic_id_85be5bc2_fk_reference_topic_id FOREIGN KEY (topic_id) REFERENCES public.reference_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_promise
    ADD CONSTRAINT appeals_promise_appeal_id_545d0784_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_promise
    ADD CONSTRAINT appeals_promise_kept_by_id_f0a71dca_fk_agencies_official_id FOREIGN KEY (kept_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_promise
    ADD CONSTRAINT appeals_promise_question_id_cbb3092d_fk_appeals_question_id FOREIGN KEY (question_id) REFERENCES public.appeals_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_promiseword
    ADD CONSTRAINT appeals_promiseword_appeal_id_fd6ce11f_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_promiseword
    ADD CONSTRAINT appeals_promiseword_promise_id_b10614be_fk_appeals_promise_id FOREIGN KEY (promise_id) REFERENCES public.appeals_promise(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_question
    ADD CONSTRAINT appeals_question_appeal_id_50fb3b63_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_question
    ADD CONSTRAINT appeals_question_listed_by_id_5727bb9f_fk_agencies_official_id FOREIGN KEY (listed_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_rating
    ADD CONSTRAINT appeals_rating_appeal_id_2a43a56b_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_recusal
    ADD CONSTRAINT appeals_recusal_appeal_id_ac7dcf0a_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_recusal
    ADD CONSTRAINT appeals_recusal_official_id_346c548c_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_appeal_id_feeb0fb7_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_author_id_9d960f2b_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_author_post_id_1ca8a32f_fk_agencies_post_id FOREIGN KEY (author_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_refusal
    ADD CONSTRAINT appeals_refusal_ground_id_83fd3d5b_fk_reference FOREIGN KEY (ground_id) REFERENCES public.reference_refusalground(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_registerbook
    ADD CONSTRAINT appeals_registerbook_body_id_5ff99590_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_reminder
    ADD CONSTRAINT appeals_reminder_appeal_id_11e484eb_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_reminder
    ADD CONSTRAINT appeals_reminder_official_id_777f86b4_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_resolution
    ADD CONSTRAINT appeals_resolution_appeal_id_38e3120f_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_resolution
    ADD CONSTRAINT appeals_resolution_author_id_7f7ffb0a_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_resolution
    ADD CONSTRAINT appeals_resolution_author_post_id_577ddba9_fk_agencies_post_id FOREIGN KEY (author_post_id) REFERENCES public.agencies_post(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_sealedidentity
    ADD CONSTRAINT appeals_sealedidentity_appeal_id_eae1abc7_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_withdrawal
    ADD CONSTRAINT appeals_withdrawal_appeal_id_7086b829_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.appeals_withdrawal
    ADD CONSTRAINT appeals_withdrawal_author_id_57ece546_fk_agencies_official_id FOREIGN KEY (author_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_appeal_id_acf364c8_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_line_id_bf77faaf_fk_agencies_line_id FOREIGN KEY (line_id) REFERENCES public.agencies_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_named_body_id_1a468e5b_fk_agencies_body_id FOREIGN KEY (named_body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_official_id_cb59ee3d_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_operator_id_6c7e59e6_fk_agencies_official_id FOREIGN KEY (operator_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_journalbook
    ADD CONSTRAINT calls_journalbook_line_id_4cf99783_fk_agencies_line_id FOREIGN KEY (line_id) REFERENCES public.agencies_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT calls_journalentry_appeal_id_e8706fd2_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT calls_journalentry_book_id_e4a499d0_fk_calls_journalbook_id FOREIGN KEY (book_id) REFERENCES public.calls_journalbook(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT calls_journalentry_call_id_4a10a793_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT calls_journalentry_corrects_id_91f7dd40_fk_calls_jou FOREIGN KEY (corrects_id) REFERENCES public.calls_journalentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calls_journalentry
    ADD CONSTRAINT calls_journalentry_operator_id_0708a6ab_fk_agencies_official_id FOREIGN KEY (operator_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_people_account_id FOREIGN KEY (user_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_callback
    ADD CONSTRAINT exchange_callback_call_id_8c8fb759_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_callback
    ADD CONSTRAINT exchange_callback_line_id_d5cf522a_fk_agencies_line_id FOREIGN KEY (line_id) REFERENCES public.agencies_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_callback
    ADD CONSTRAINT exchange_callback_settled_by_id_30f90e39_fk_agencies_ FOREIGN KEY (settled_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_delivery
    ADD CONSTRAINT exchange_delivery_webhook_id_dca676d0_fk_exchange_webhook_id FOREIGN KEY (webhook_id) REFERENCES public.exchange_webhook(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_difference
    ADD CONSTRAINT exchange_difference_second_id_9a3099d9_fk_exchange_ FOREIGN KEY (second_id) REFERENCES public.exchange_secondentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_difference
    ADD CONSTRAINT exchange_difference_system_id_b905d538_fk_exchange_ FOREIGN KEY (system_id) REFERENCES public.exchange_documentsystem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_documentsystem
    ADD CONSTRAINT exchange_documentsys_drafts_as_id_d51d5a9c_fk_agencies_ FOREIGN KEY (drafts_as_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_documentsystem
    ADD CONSTRAINT exchange_documentsys_enters_as_id_156d12f4_fk_agencies_ FOREIGN KEY (enters_as_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_documentsystem
    ADD CONSTRAINT exchange_documentsys_resolves_as_id_b6b5dcf6_fk_agencies_ FOREIGN KEY (resolves_as_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_documentsystem
    ADD CONSTRAINT exchange_documentsystem_body_id_0f3888bf_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_entered
    ADD CONSTRAINT exchange_entered_appeal_id_f4429127_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_entered
    ADD CONSTRAINT exchange_entered_program_id_120c2087_fk_exchange_program_id FOREIGN KEY (program_id) REFERENCES public.exchange_program(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_incomingcall
    ADD CONSTRAINT exchange_incomingcall_call_id_fcba8efc_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_incomingcall
    ADD CONSTRAINT exchange_incomingcall_line_id_750f8ed0_fk_agencies_line_id FOREIGN KEY (line_id) REFERENCES public.agencies_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_incomingmessage
    ADD CONSTRAINT exchange_incomingmes_second_id_290deb35_fk_exchange_ FOREIGN KEY (second_id) REFERENCES public.exchange_secondentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_incomingmessage
    ADD CONSTRAINT exchange_incomingmes_system_id_c0891936_fk_exchange_ FOREIGN KEY (system_id) REFERENCES public.exchange_documentsystem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_latermessage
    ADD CONSTRAINT exchange_latermessag_second_id_2c1b748a_fk_exchange_ FOREIGN KEY (second_id) REFERENCES public.exchange_secondentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_linekey
    ADD CONSTRAINT exchange_linekey_line_id_f40c7620_fk_agencies_line_id FOREIGN KEY (line_id) REFERENCES public.agencies_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_program
    ADD CONSTRAINT exchange_program_body_id_f0f9104e_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_program
    ADD CONSTRAINT exchange_program_official_id_082ebc08_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT exchange_secondentry_appeal_id_3c529c39_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT exchange_secondentry_entry_id_9ad29fa3_fk_calls_journalentry_id FOREIGN KEY (entry_id) REFERENCES public.calls_journalentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_secondentry
    ADD CONSTRAINT exchange_secondentry_system_id_1e8c07e6_fk_exchange_ FOREIGN KEY (system_id) REFERENCES public.exchange_documentsystem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_toldmessage
    ADD CONSTRAINT exchange_toldmessage_call_id_d331bb44_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.exchange_webhook
    ADD CONSTRAINT exchange_webhook_program_id_a9ac7885_fk_exchange_program_id FOREIGN KEY (program_id) REFERENCES public.exchange_program(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_savedview
    ADD CONSTRAINT figures_savedview_body_id_f087e91c_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_savedview
    ADD CONSTRAINT figures_savedview_owner_id_d31ab29f_fk_agencies_official_id FOREIGN KEY (owner_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_inboundletter
    ADD CONSTRAINT letters_inboundletter_appeal_id_d8d3c51a_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_inboundletter
    ADD CONSTRAINT letters_inboundletter_body_id_84eddf6e_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_inboundletter
    ADD CONSTRAINT letters_inboundletter_hinted_id_90419f31_fk_appeals_appeal_id FOREIGN KEY (hinted_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_inboundletter
    ADD CONSTRAINT letters_inboundletter_mailbox_id_65321515_fk_letters_mailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.letters_mailbox(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.letters_mailbox
    ADD CONSTRAINT letters_mailbox_body_id_958b51ba_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_account_id FOREIGN KEY (user_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outbox_way
    ADD CONSTRAINT outbox_way_account_id_dd942002_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_account_id_131c72c1_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_group_id_16cb3ca3_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account
    ADD CONSTRAINT people_account_official_id_ac1650a1_fk_agencies_official_id FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user__account_id_ad08a47d_fk_people_ac FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user__permission_id_381ccde7_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_identity
    ADD CONSTRAINT people_identity_account_id_9a07ee93_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_identity
    ADD CONSTRAINT people_identity_provider_id_d7c0943e_fk_people_id FOREIGN KEY (provider_id) REFERENCES public.people_identityprovider(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_identityprovider
    ADD CONSTRAINT people_identityprovider_body_id_665fe566_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_invitation
    ADD CONSTRAINT people_invitation_account_id_3739de53_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_signin
    ADD CONSTRAINT people_signin_account_id_65083646_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.reference_topic
    ADD CONSTRAINT reference_topic_parent_id_39e431c7_fk_reference_topic_id FOREIGN KEY (parent_id) REFERENCES public.reference_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_appeal_id_530d8980_fk_appeals_appeal_id FOREIGN KEY (appeal_id) REFERENCES public.appeals_appeal(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_body_id_d52137ac_fk_agencies_body_id FOREIGN KEY (body_id) REFERENCES public.agencies_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_call_id_586bbce1_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_receiver_id_1082cc9a_fk_reference FOREIGN KEY (receiver_id) REFERENCES public.reference_lawreceiver(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_sent_by_id_371da12c_fk_agencies_official_id FOREIGN KEY (sent_by_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referralmark
    ADD CONSTRAINT referrals_referralma_official_id_861fa237_fk_agencies_ FOREIGN KEY (official_id) REFERENCES public.agencies_official(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.referrals_referralmark
    ADD CONSTRAINT referrals_referralma_referral_id_ce04e025_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;
INSERT INTO public.reference_edition VALUES (1, 1);
INSERT INTO public.django_migrations (app, name, applied) VALUES
('contenttypes', '0001_initial', now()),
('contenttypes', '0002_remove_content_type_name', now()),
('auth', '0001_initial', now()),
('auth', '0002_alter_permission_name_max_length', now()),
('auth', '0003_alter_user_email_max_length', now()),
('auth', '0004_alter_user_username_opts', now()),
('auth', '0005_alter_user_last_login_null', now()),
('auth', '0006_require_contenttypes_0002', now()),
('auth', '0007_alter_validators_add_error_messages', now()),
('auth', '0008_alter_user_username_max_length', now()),
('auth', '0009_alter_user_last_name_max_length', now()),
('auth', '0010_alter_group_name_max_length', now()),
('auth', '0011_update_proxy_permissions', now()),
('auth', '0012_alter_user_first_name_max_length', now()),
('agencies', '0001_initial', now()),
('people', '0001_initial', now()),
('account', '0001_initial', now()),
('account', '0002_email_max_length', now()),
('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
('account', '0004_alter_emailaddress_drop_unique_email', now()),
('account', '0005_emailaddress_idx_upper_email', now()),
('account', '0006_emailaddress_lower', now()),
('account', '0007_emailaddress_idx_email', now()),
('account', '0008_emailaddress_unique_primary_email_fixup', now()),
('account', '0009_emailaddress_unique_primary_email', now()),
('admin', '0001_initial', now()),
('admin', '0002_logentry_remove_auto_add', now()),
('admin', '0003_logentry_add_action_flag_choices', now()),
('agencies', '0002_several_trust_phones', now()),
('agencies', '0003_lines', now()),
('agencies', '0004_answer_check', now()),
('reference', '0001_search_words', now()),
('reference', '0002_initial', now()),
('people', '0002_edition', now()),
('journal', '0001_initial', now()),
('journal', '0002_append_only', now()),
('reference', '0003_days_of_their_own', now()),
('reference', '0004_terms_by_kind', now()),
('reference', '0005_empty_phrases', now()),
('appeals', '0001_initial', now()),
('appeals', '0002_initial', now()),
('appeals', '0003_list_indexes', now()),
('appeals', '0004_timely_and_objective', now()),
('appeals', '0005_alike', now()),
('appeals', '0006_first_fingerprints', now()),
('appeals', '0007_marks_behind_ticks', now()),
('appeals', '0008_conflicts', now()),
('appeals', '0009_conflict_walls', now()),
('appeals', '0010_counted_receipt', now()),
('appeals', '0011_mornings_and_paces', now()),
('appeals', '0012_suspects', now()),
('calls', '0001_initial', now()),
('calls', '0002_append_only', now()),
('appeals', '0013_answer_quality', now()),
('appeals', '0014_counted_for_heads', now()),
('appeals', '0015_answers_that_were_sent', now()),
('appeals', '0016_copy_reason', now()),
('appeals', '0017_counted_without_the_rows', now()),
('alarms', '0001_initial', now()),
('alarms', '0002_append_only', now()),
('alarms', '0003_no_number', now()),
('alarms', '0004_again_and_sealed', now()),
('analyses', '0001_initial', now()),
('analyses', '0002_stays', now()),
('reference', '0006_urgent_words', now()),
('reference', '0007_procedures', now()),
('reference', '0008_count_procedures', now()),
('reference', '0009_orders_of_the_calendar', now()),
('reference', '0010_fold_by_lower', now()),
('appeals', '0018_kept_from', now()),
('appeals', '0019_replies_with_files', now()),
('appeals', '0020_promises_spoken_of', now()),
('appeals', '0021_one_index_of_the_legs', now()),
('appeals', '0022_confidential', now()),
('appeals', '0023_confidential_kept_from', now()),
('appeals', '0024_findings', now()),
('appeals', '0025_waiting_in_a_group', now()),
('appeals', '0026_answers_by_outgoing_day', now()),
('appeals', '0027_withheld_kept_from', now()),
('appeals', '0028_earlier_registers', now()),
('appeals', '0029_words_go_in_together', now()),
('appeals', '0030_not_told_of', now()),
('appeals', '0031_checked_files', now()),
('appeals', '0032_names_go_in_together', now()),
('appeals', '0033_registers_by_page', now()),
('appeals', '0034_shut_by_index', now()),
('appeals', '0035_vouched_by', now()),
('appeals', '0036_files_in_pieces', now()),
('appeals', '0037_shown_behind_figures', now()),
('journal', '0003_looks_at_lists', now()),
('journal', '0004_proofs_handed_out', now()),
('journal', '0005_returned_drafts', now()),
('exchange', '0001_initial', now()),
('exchange', '0002_programs', now()),
('exchange', '0003_doors_of_programs', now()),
('exchange', '0004_tell_programs', now()),
('exchange', '0005_document_messages', now()),
('figures', '0001_initial', now()),
('figures', '0002_taken_out', now()),
('figures', '0003_saved_views', now()),
('figures', '0004_sums_by_year', now()),
('figures', '0005_confidential_apart', now()),
('figures', '0006_reach', now()),
('figures', '0007_branch', now()),
('figures', '0008_joint', now()),
('letters', '0001_initial', now()),
('mfa', '0001_initial', now()),
('mfa', '0002_authenticator_timestamps', now()),
('mfa', '0003_authenticator_type_uniq', now()),
('outbox', '0001_initial', now()),
('outbox', '0002_ways_and_fates', now()),
('people', '0003_attempts', now()),
('people', '0004_sessions', now()),
('people', '0005_identities', now()),
('procrastinate', '0001_initial', now()),
('procrastinate', '0002_drop_started_at_column', now()),
('procrastinate', '0003_drop_started_at_column', now()),
('procrastinate', '0004_drop_procrastinate_version_table', now()),
('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
('procrastinate', '0006_fix_trigger_status_events_insert', now()),
('procrastinate', '0007_add_queueing_lock_column', now()),
('procrastinate', '0008_close_fetch_job_race_condition', now()),
('procrastinate', '0009_add_defer_job_function', now()),
('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
('procrastinate', '0011_add_foreign_key_index', now()),
('procrastinate', '0012_add_locks_to_periodic_defer', now()),
('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
('procrastinate', '0015_add_trigger_on_job_deletion', now()),
('procrastinate', '0016_delete_finished_jobs', now()),
('procrastinate', '0017_add_checks_to_finish_job', now()),
('procrastinate', '0018_add_checks_to_retry_job', now()),
('procrastinate', '0019_fix_finish_job_compat_issue', now()),
('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
('procrastinate', '0022_null_locks_excluded', now()),
('procrastinate', '0023_remove_old_finish_job_function', now()),
('procrastinate', '0024_job_id_bigint', now()),
('procrastinate', '0025_add_models', now()),
('procrastinate', '0026_add_job_priority', now()),
('procrastinate', '0027_add_periodic_job_priority', now()),
('procrastinate', '0028_add_cancel_states', now()),
('procrastinate', '0029_add_additional_params_to_retry_job', now()),
('procrastinate', '0030_alter_procrastinateevent_options', now()),
('procrastinate', '0031_add_indexes_for_fetch_job', now()),
('procrastinate', '0032_pre_cancel_notification', now()),
('procrastinate', '0033_post_cancel_notification', now()),
('procrastinate', '0034_pre_add_heartbeat', now()),
('procrastinate', '0035_post_add_heartbeat', now()),
('procrastinate', '0036_add_worker_model', now()),
('procrastinate', '0037_pre_batch_defer_jobs', now()),
('procrastinate', '0038_post_batch_defer_jobs', now()),
('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
('procrastinate', '0040_pre_retry_failed_job', now()),
('procrastinate', '0041_post_retry_failed_job', now()),
('referrals', '0001_initial', now()),
('referrals', '0002_append_only', now()),
('sessions', '0001_initial', now());
