"""Letters that arrive: what stands in one (`read_letter`), and the mailbox they lie in (`open_mailbox`)."""

from kairyluu.gateways.letters.contract import Bounce, Letter, LetterFile
from kairyluu.gateways.letters.mailbox import Mailbox, MailboxAway, Place, open_mailbox
from kairyluu.gateways.letters.reading import read_letter

__all__ = [
    "Bounce",
    "Letter",
    "LetterFile",
    "Mailbox",
    "MailboxAway",
    "Place",
    "open_mailbox",
    "read_letter",
]
