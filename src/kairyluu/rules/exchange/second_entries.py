"""The registration of an appeal in the body's document system beside our own: regulation of the Alai line, III.2
(«журналга жана электрондук документ жүгүртүү тутумуна каттоо»); H19. And when to try again what did not get through."""

from __future__ import annotations

from datetime import timedelta

# Nothing is sent (papers are printed); packages in a folder; packages in an S3 bucket; our own small protocol at an
# address; X-Road (Tunduk) through our own security server.
NONE, FILES, BUCKET, HTTP, XROAD = "none", "files", "bucket", "http", "xroad"
KINDS = (NONE, FILES, BUCKET, HTTP, XROAD)
BY_PACKAGES = (FILES, BUCKET)
# What follows a registration, in the order in which it happened here.
RESOLUTION, ANSWER, CHANGED = "resolution", "answer", "changed"
LATER_KINDS = (RESOLUTION, ANSWER, CHANGED)
# Waiting to be handed over; handed over and no number yet; registered there; given up until a person sends it again.
WAITING, HANDED, REGISTERED, DEAD = "waiting", "handed", "registered", "dead"
STATES = (WAITING, HANDED, REGISTERED, DEAD)
DONE = (
    "done"  # of a later message, and of one that came in: the other side has it, or we have done what it says
)
LATER_STATES = (WAITING, HANDED, DONE, DEAD)
MOST_ATTEMPTS = 12
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=6)
ASK_AGAIN = timedelta(hours=1)  # how often a system that took the message is asked for its number
_JITTER_STEPS = 1000


def wait_before(attempts: int, key: int) -> timedelta:
    """Twice as long after each failure, twelve tries over about a day; up to a half of it more, different for each
    `key` and try, so that a system that comes back is not met by all at once."""
    doubled = FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 20)
    spread = (key * 7919 + attempts * 104_729) % _JITTER_STEPS / (2 * _JITTER_STEPS)
    return min(doubled, LONGEST_WAIT) * (1 + spread)


def is_given_up(attempts: int) -> bool:
    return attempts >= MOST_ATTEMPTS
