"""The ways a notice can go, and when the next try is made where one failed."""

from __future__ import annotations

from datetime import timedelta

EMAIL, SMS, TELEGRAM, PUSH = "email", "sms", "telegram", "push"
CHANNELS = (EMAIL, SMS, TELEGRAM, PUSH)
RINGING = (SMS, TELEGRAM, PUSH)  # what makes a telephone ring or light up at night

# The fate of a notice that left: nothing known yet, in the hands of the receiver, come back.
UNKNOWN, DELIVERED, CAME_BACK = "", "delivered", "failed"

MOST_ATTEMPTS = 12
KEPT_FOR = timedelta(
    days=7
)  # a service that is away longer than this does not come back: the letter is printed
_FIRST, _LONGEST = timedelta(seconds=30), timedelta(hours=6)
_LANE_LONGEST = timedelta(minutes=15)
_STEPS = 1000


def wait_of_notice(attempts: int, key: int) -> timedelta:
    """After a refusal for now of one receiver: twice as long each time, up to half of it more, other for each `key`."""
    return _spread(min(_FIRST * 2 ** min(max(attempts - 1, 0), 20), _LONGEST), attempts, key)


def wait_of_lane(n_faults: int, key: int) -> timedelta:
    """After the service itself was away: nothing is tried meanwhile, and no try is counted against any notice."""
    return _spread(min(_FIRST * 2 ** min(max(n_faults - 1, 0), 20), _LANE_LONGEST), n_faults, key)


def _spread(wait: timedelta, n: int, key: int) -> timedelta:
    return wait * (1 + (key * 7919 + n * 104_729) % _STEPS / (2 * _STEPS))
