"""Second registrations in document systems; calls announced by a telephone exchange; messages to callers; programs of
bodies, and what they are told."""

from kairyluu.data.exchange.models.documents import DocumentSystem, SecondEntry
from kairyluu.data.exchange.models.messages import Difference, IncomingMessage, LaterMessage
from kairyluu.data.exchange.models.programs import Entered, Program
from kairyluu.data.exchange.models.telephone import CallBack, IncomingCall, LineKey, ToldMessage
from kairyluu.data.exchange.models.webhooks import Delivery, Webhook

__all__ = [
    "CallBack",
    "Delivery",
    "Difference",
    "DocumentSystem",
    "Entered",
    "IncomingCall",
    "IncomingMessage",
    "LaterMessage",
    "LineKey",
    "Program",
    "SecondEntry",
    "ToldMessage",
    "Webhook",
]
