"""How often one may ask, told in headers before it hurts. Every request without a token is counted in the memory of each
process, because a reader must not make the database write; what programs ask, sending, and tracking are counted in the
database, the last two with the same counts as the pages'."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from kairyluu.faces.api.problems import Trouble
from kairyluu.queries.directory import directory
from kairyluu.usecases.people.throttle import count_attempts, network_of

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
READS_A_MINUTE = 600  # requests of one network address at one process
_COUNTED = "kairyluu.allowance"  # where the request keeps what was counted of it
_lock = threading.Lock()
_reads: Counter[str] = Counter()
_window = 0


@dataclass(frozen=True)
class Allowance:
    """`name` says what is counted; `reset` and `window` are in seconds."""

    name: str
    limit: int
    counted: int
    reset: int
    window: int

    @property
    def headers(self) -> dict[str, str]:
        """As the IETF draft httpapi-ratelimit-headers writes them now, and the three fields of its earlier versions, which
        most clients read."""
        remaining = max(self.limit - self.counted, 0)
        return {
            "RateLimit": f'"{self.name}";r={remaining};t={self.reset}',
            "RateLimit-Policy": f'"{self.name}";q={self.limit};w={self.window}',
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(remaining),
            "RateLimit-Reset": str(self.reset),
        }


def address_of(request: HttpRequest) -> str:
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    remote = str(request.META.get("REMOTE_ADDR", ""))
    return network_of(remote, forwarded, settings.ALLAUTH_TRUSTED_PROXY_COUNT)


def count_request(request: HttpRequest, now: datetime) -> None:
    """Of the network address. Raises `Trouble`."""
    global _window
    minute = int(now.timestamp()) // 60
    with _lock:
        if minute != _window:
            _reads.clear()
            _window = minute
        address = address_of(request)
        _reads[address] += 1
        counted = _reads[address]
    _go_on(request, _allowance("address", READS_A_MINUTE, counted, MINUTE, now))


def count_stranger(request: HttpRequest, now: datetime) -> None:
    """Whose token says nothing: counted by the address, unless it was already. Raises `Trouble`."""
    if _COUNTED not in request.META:
        count_request(request, now)


def count_sending(request: HttpRequest, now: datetime, *, n_files: int = 0) -> None:
    """One appeal, or so many files, of this network address: the count is that of the form. Raises `Trouble`."""
    if not settings.THROTTLE_SUBMISSIONS:
        return
    known = directory()
    limit = known.number("submissions_per_hour") * (known.number("file_count") if n_files else 1)
    what = "upload" if n_files else "submit"
    counted = count_attempts(f"{what}:address:{address_of(request)}", period=HOUR, now=now, n=n_files or 1)
    _go_on(request, _allowance(what, limit, counted, HOUR, now))


def count_of(request: HttpRequest, key: str, limit: int, now: datetime) -> None:
    """Whatever else is counted by the minute in the database; `key` begins with its purpose. Raises `Trouble`."""
    counted = count_attempts(key, period=MINUTE, now=now)
    _go_on(request, _allowance(key.partition(":")[0], limit, counted, MINUTE, now))


def stop_for(request: HttpRequest, name: str, limit: int, period: timedelta, now: datetime) -> Trouble:
    """What was counted and refused elsewhere."""
    request.META[_COUNTED] = allowance = _allowance(name, limit, limit, period, now)
    return Trouble("too_often", headers={"Retry-After": str(allowance.reset)})


def headers_of(request: HttpRequest) -> Mapping[str, str]:
    allowance: Allowance | None = request.META.get(_COUNTED)
    return allowance.headers if allowance else {}


def _allowance(name: str, limit: int, counted: int, period: timedelta, now: datetime) -> Allowance:
    seconds = int(period.total_seconds())
    return Allowance(name, limit, counted, seconds - int(now.timestamp()) % seconds, seconds)


def _go_on(request: HttpRequest, allowance: Allowance) -> None:
    request.META[_COUNTED] = allowance
    if allowance.counted > allowance.limit:
        raise Trouble("too_often", headers={"Retry-After": str(allowance.reset)})
