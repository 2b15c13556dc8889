"""The appeal and its parts, one noun a module, in the order of an appeal's life."""

from kairyluu.data.appeals.models.alike import Cause, CauseMember, Fingerprint, Likeness
from kairyluu.data.appeals.models.answers import Answer, Refusal
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.appeals.models.attachments import Attachment, FileCheck, PartialUpload
from kairyluu.data.appeals.models.clock import Clarification, Extension
from kairyluu.data.appeals.models.confidential import Confidant, Confidence, SealedIdentity
from kairyluu.data.appeals.models.control import ControlMark, ControlRequest, Morning, Pace, Reminder
from kairyluu.data.appeals.models.drafts import Draft
from kairyluu.data.appeals.models.hands import Handover, Withdrawal
from kairyluu.data.appeals.models.legacy import LegacyBatch, LegacyRefusal, LegacyRow, LegacyUpload
from kairyluu.data.appeals.models.parties import Applicant, ComplaintTarget
from kairyluu.data.appeals.models.prevention import Finding
from kairyluu.data.appeals.models.quality import AnswerPrint, NearCopy, Promise, PromiseWord, Question, Rating
from kairyluu.data.appeals.models.recusals import Recusal
from kairyluu.data.appeals.models.register import RegisterBook
from kairyluu.data.appeals.models.work import Assignment, Note, Resolution

__all__ = [
    "Answer",
    "AnswerPrint",
    "Appeal",
    "Applicant",
    "Assignment",
    "Attachment",
    "FileCheck",
    "Cause",
    "CauseMember",
    "Clarification",
    "ComplaintTarget",
    "Confidant",
    "Confidence",
    "ControlMark",
    "ControlRequest",
    "Draft",
    "Extension",
    "Finding",
    "Fingerprint",
    "Handover",
    "LegacyBatch",
    "LegacyRefusal",
    "LegacyRow",
    "LegacyUpload",
    "Likeness",
    "Morning",
    "NearCopy",
    "Note",
    "Pace",
    "PartialUpload",
    "Promise",
    "PromiseWord",
    "Question",
    "Rating",
    "Recusal",
    "Refusal",
    "RegisterBook",
    "Reminder",
    "Resolution",
    "SealedIdentity",
    "Withdrawal",
]
