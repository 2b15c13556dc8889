"""Code -> word and look: the only place. Words are translated when they are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Word:
    """`look` is the class of the stylesheet that gives the shape; colour comes third."""

    text: str | Promise
    look: str = ""


STATES: dict[str, Word] = {
    "received": Word(_("Received"), "is-new"),
    "registered": Word(_("Registered"), "is-new"),
    "joined": Word(_("Waits for the answer of its group"), "is-hold"),
    "assigned": Word(_("Under consideration"), "is-work"),
    "awaiting_signature": Word(_("Awaiting signature"), "is-hold"),
    "signed": Word(_("Signed"), "is-sent"),
    "answered": Word(_("Answered"), "is-done"),
    "refused": Word(_("Refused consideration"), "is-shut"),
    "forwarded": Word(_("Forwarded to another body"), "is-sent"),
    "withdrawn": Word(_("Withdrawn by the applicant"), "is-shut"),
    "merged": Word(_("Merged with another appeal"), "is-shut"),
    "unanswered": Word(_("No answer in the earlier register"), "is-shut"),
}
# What the applicant sees: what happens inside the body is not his to worry about.
PUBLIC_STATES: dict[str, Word] = STATES | {
    "joined": Word(_("Under consideration"), "is-work"),
    "awaiting_signature": Word(_("Under consideration"), "is-work"),
    "signed": Word(_("Under consideration"), "is-work"),
    "merged": Word(_("Merged with another appeal"), "is-sent"),
}
KINDS: dict[str, Word] = {
    "proposal": Word(_("Proposal")),
    "application": Word(_("Application")),
    "complaint": Word(_("Complaint")),
}
# The national scale of ratings, the best first.
SCORES: dict[str, Word] = {
    "5": Word(_("excellent")),
    "4": Word(_("good")),
    "3": Word(_("satisfactory")),
    "2": Word(_("unsatisfactory")),
    "1": Word(_("extremely unsatisfactory")),
}
ROLES: dict[str, Word] = {
    "registrar": Word(_("Registrar")),
    "head": Word(_("Head of the body")),
    "deputy": Word(_("Deputy head")),
    "executor": Word(_("Executor")),
    "controller": Word(_("Controller")),
    "hotline_operator": Word(_("Trust telephone operator")),
    "body_admin": Word(_("Administrator of the body")),
    "overseer": Word(_("Overseer")),
    "portal_owner": Word(_("Owner of the portal")),
    "execution_controller": Word(_("Controller of execution")),
    "technical_operator": Word(_("Technical operator")),
}
BODY_KINDS: dict[str, Word] = {
    "government_apparatus": Word(_("Government Apparatus")),
    "ministry": Word(_("Ministries")),
    "state_committee": Word(_("State committees")),
    "state_agency": Word(_("State agencies")),
    "administrative_agency": Word(_("Administrative agencies")),
    "plenipotentiary_representation": Word(_("Plenipotentiary representations")),
    "district_administration": Word(_("District administrations")),
    "city_hall": Word(_("City halls")),
    "aiyl_okmotu": Word(_("Village governments")),
    "law_enforcement": Word(_("Law-enforcement bodies")),
    "oversight": Word(_("Oversight bodies")),
}
STANDINGS: dict[str, Word] = {
    "met": Word(_("In time"), "is-met"),
    "met_late": Word(_("Late"), "is-late"),
    "open": Word("", ""),
    "soon": Word("", "is-soon"),
    "today": Word(_("Ends today"), "is-soon"),
    "late": Word("", "is-late"),
}
ACTS: dict[str, Word] = {
    "submit": Word(_("Sent by the applicant")),
    "take_in": Word(_("Taken in and registered")),
    "register": Word(pgettext_lazy("act", "Registered")),
    "refuse": Word(_("Consideration refused")),
    "resolve": Word(_("Resolution of the head")),
    "draft_answer": Word(_("Draft of the answer saved")),
    "submit_answer": Word(_("Put before the head")),
    "return_answer": Word(_("Returned with remarks")),
    "sign_answer": Word(pgettext_lazy("act", "Signed")),
    "send_answer": Word(_("Answer sent")),
    "add_note": Word(_("Note")),
    "contribute": Word(_("Part handed in")),
    "attach_file": Word(_("File attached")),
    "attach_letter": Word(_("A letter of the applicant came by e-mail")),
    "find_virus": Word(_("A virus was found in a file")),
    "liken": Word(_("Compared with another appeal")),
    "be_likened": Word(_("A later appeal was compared with this one")),
    "merge": Word(_("Merged with another appeal")),
    "take_merged": Word(_("Another appeal was merged into this one")),
    "group": Word(_("Appeals of one cause put together")),
    "join_cause": Word(_("Considered together with an appeal of the same cause")),
    "leave_cause": Word(_("Left its group: considered by itself")),
    "let_go": Word(_("An appeal of the group goes its own way")),
    "answer_alike": Word(_("Answered together with an appeal of the same cause")),
    "translate_answer": Word(_("Answer written in another language")),
    "end_correspondence": Word(_("Correspondence on the matter ended")),
    "set_signature": Word(_("State of a signature")),
    "mark_meeting": Word(_("Resolution of the meeting marked")),
    "forward": Word(_("Forwarded to another body")),
    "forward_part": Word(_("Part forwarded to another body")),
    "arrive": Word(_("Came from another body")),
    "decide_match": Word(_("Decided whom the complaint means")),
    "move_up": Word(_("Went to the body above")),
    "declare_conflict": Word(_("Conflict of interest declared")),
    "note_finding": Word(_("What the complaint came to")),
    "make_confidential": Word(_("Made confidential")),
    "name_confidant": Word(_("One more person may see it")),
    "name_anew": Word(_("The body above named who sees it")),
    "tell_forsaken": Word(_("The body above was told that nobody sees it")),
    "reveal_identity": Word(_("Opened who sent it")),
    "attempt_refused": Word(_("An attempt was refused")),
    "withdraw": Word(_("Withdrawal entered")),
    "take_back": Word(_("Withdrawn by the applicant")),
    "extend": Word(_("Term extended")),
    "ask_applicant": Word(_("Question to the applicant")),
    "reply": Word(_("Reply of the applicant")),
    "resume_clock": Word(_("The applicant did not reply; the clock goes on")),
    "take_under_control": Word(_("Taken under control")),
    "lift_control": Word(_("Control lifted")),
    "request_information": Word(_("Information asked for")),
    "answer_request": Word(_("Request for information answered")),
    "remind": Word(_("Reminded")),
    "recount_deadline": Word(_("The day moved: the calendar changed")),
    "deliver_notice": Word(_("Letter handed to the post")),
    "note_fate": Word(_("What became of a notice is known")),
    "hand_over_letter": Word(_("Letter that did not arrive was handed over")),
    "choose_ways": Word(_("Ways of being told were chosen")),
    "rate": Word(_("Rated by the applicant")),
    "ask_review": Word(_("Review asked for")),
    "judge_promise": Word(_("The applicant spoke of a promise")),
    "list_questions": Word(_("Questions listed")),
    "confirm_promise": Word(_("A promise was kept, says the body")),
    "second_entry": Word(_("Registered in the document system")),
    "second_entry_handed": Word(_("Handed to the document system")),
    "second_entry_failed": Word(_("The document system did not take it")),
    "document_told": Word(_("Told to the document system")),
    "document_not_told": Word(_("The document system was not told")),
    "document_came": Word(_("A message of the document system came")),
    "document_done": Word(_("What the document system wrote was carried out")),
    "document_undone": Word(_("What the document system wrote waits for a person")),
    "try_connection": Word(_("The way to the document system was tried")),
    "state_there": Word(_("State in the document system")),
    "registers_compared": Word(_("Compared with the document system")),
    "cure_difference": Word(_("A difference of the registers was cured")),
    "incoming_again": Word(_("A message of the document system was taken up again")),
    "second_entry_again": Word(_("Sent to the document system again")),
    "raise_alarm": Word(_("Alarm raised")),
    "escalate_alarm": Word(_("Nobody acknowledged the alarm: the next were told")),
    "tell_alarm": Word(_("Message about the alarm")),
    "open_alarm_link": Word(_("Link of the alarm opened")),
    "acknowledge_alarm": Word(_("Alarm acknowledged")),
    "close_alarm": Word(_("Alarm closed")),
    "refer_to_law_enforcement": Word(_("Referred to law enforcement")),
    "acknowledge_referral": Word(_("Law enforcement acknowledged")),
    "note_referral_answer": Word(_("Law enforcement answered")),
    "remind_of_referral": Word(_("Reminded of the referral")),
    "adopt_appeal": Word(_("Added to the applicant's cabinet")),
}
# What in a file could act by itself: the warning beside its download.
FILE_FLAGS: dict[str, Word] = {
    "script": Word(_("contains a script")),
    "launch": Word(_("can start programs")),
    "action": Word(_("can open addresses or send data")),
    "embedded": Word(_("has other files inside")),
    "macro": Word(_("contains macros")),
    "remote": Word(_("fetches parts from outside")),
    "locked": Word(_("is locked with a password: nobody could look into it")),
    "unreadable": Word(_("could not be looked into")),
}
# What a program of a body may do, by scope: sentences of the document of the API, whose translations have the context "api".
SCOPES: dict[str, str] = {
    "cases.read": "list and read the cases of the body",
    "cases.register": "register a case",
    "cases.resolve": "enter the head's resolution",
    "cases.draft": "write drafts of answers and put them before the head",
    "appeals.send": "send appeals of people to the body",
    "webhooks": "be told when something happens to an appeal of the body",
}
UNKNOWN = Word("")


def word_for(table: dict[str, Word], code: str) -> Word:
    """The word of a code; the code itself where nobody has given it a word yet."""
    return table.get(code) or Word(code)


def with_initials(full_name: str) -> str:
    """«Асанова А.Б.» of a surname and its names; one word, such as an address, stays as it is."""
    surname, *names = full_name.split() or [""]
    return f"{surname} {''.join(f'{name[0]}.' for name in names)}".strip()
