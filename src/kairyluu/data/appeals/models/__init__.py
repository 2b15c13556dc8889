"""The appeal and its parts, one noun a module, in the order of an appeal's life."""

from kairyluu.data.appeals.models.answers import Answer, Refusal
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.appeals.models.attachments import Attachment
from kairyluu.data.appeals.models.drafts import Draft
from kairyluu.data.appeals.models.parties import Applicant, ComplaintTarget
from kairyluu.data.appeals.models.register import RegisterBook
from kairyluu.data.appeals.models.work import Assignment, Note, Resolution

__all__ = [
    "Answer",
    "Appeal",
    "Applicant",
    "Assignment",
    "Attachment",
    "ComplaintTarget",
    "Draft",
    "Note",
    "Refusal",
    "RegisterBook",
    "Resolution",
]
