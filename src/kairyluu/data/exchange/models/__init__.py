"""Second registrations in document systems; calls announced by a telephone exchange; messages to callers; programs of
bodies."""

from kairyluu.data.exchange.models.documents import DocumentSystem, SecondEntry
from kairyluu.data.exchange.models.programs import Program
from kairyluu.data.exchange.models.telephone import CallBack, IncomingCall, LineKey, ToldMessage

__all__ = ["CallBack", "DocumentSystem", "IncomingCall", "LineKey", "Program", "SecondEntry", "ToldMessage"]
