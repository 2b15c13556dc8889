"""What is written of each life, table by table; columns that are not named take what the model gives them."""

from __future__ import annotations

# Appeals first: the others name them.
TABLES: dict[str, tuple[str, ...]] = {
    "Appeal": (
        *(
            "id",
            "submission_key",
            "submission_digest",
            "tracking_number",
            "secret_hash",
            "body_id",
            "channel_id",
        ),
        *(
            "kind",
            "topic_id",
            "subject",
            "text",
            "reply_language",
            "is_collective",
            "n_cosigners",
            "origin_id",
        ),
        *(
            "n_hops",
            "merged_into_id",
            "state",
            "is_open",
            "is_under_control",
            "is_confidential",
            "received_at",
        ),
        *("due_on", "registration_due_on", "book_id", "serial", "number", "registered_at", "registered_on"),
        *("consideration_due_on", "closed_at", "closed_on", "outcome_id"),
    ),
    "Applicant": (
        *("appeal_id", "is_organisation", "organisation", "surname", "given_name", "patronymic"),
        *("phone", "home_territory_id"),
    ),
    "Resolution": ("id", "appeal_id", "text", "author_id", "author_post_id", "made_at"),
    "Assignment": ("appeal_id", "resolution_id", "executor_id", "executor_post_id", "is_lead"),
    "Refusal": (
        *("appeal_id", "ground_id", "reason", "decided_at", "author_id", "author_post_id", "author_name"),
        *("outgoing_serial", "outgoing_number", "verification_code"),
    ),
    "Extension": (
        *(
            "appeal_id",
            "reason",
            "old_due_on",
            "new_due_on",
            "author_id",
            "author_post_id",
            "author_name",
            "made_at",
        ),
    ),
    "Answer": (
        *(
            "appeal_id",
            "language",
            "text",
            "outcome_id",
            "author_id",
            "drafted_at",
            "n_returns",
            "returned_at",
        ),
        *("signed_at", "signer_id", "signer_post_id", "signer_name", "verification_code"),
        *("outgoing_serial", "outgoing_number", "outgoing_on", "sent_at"),
    ),
    "Handover": ("appeal_id", "successor_id", "kind", "reason", "author_id", "author_post_id", "made_at"),
    "Withdrawal": ("appeal_id", "made_at"),
    "Rating": ("appeal_id", "score", "is_resolved", "rated_at"),
    "NearCopy": ("appeal_id", "share", "measured_at"),
    "ControlMark": ("appeal_id", "level", "body_id", "post_id", "official_id", "reason", "set_at"),
    "Confidence": ("appeal_id", "ground", "marked_at", "marked_by_id"),
    "Confidant": ("appeal_id", "official_id", "named_at"),
}
ANSWER_TEXT = "Кайрылууңуз каралды, чечими ушул катта баяндалды."
REASON = "Ойлоп табылган өлкөнүн себеби."


def table_of(model: str) -> str:
    return f"appeals_{model.lower()}"
