"""Messages in, batches out: which of them belong together, and the text that was copied."""

from handlers.paste.batch import (
    ASK,
    LENGTH,
    Batch,
    CommandAlone,
    Event,
    Ready,
    Receiving,
    TooMany,
    link_in,
)
from handlers.paste.gathering import KEPT
from handlers.paste.incoming import Command, Document, Incoming, read_message, read_target
from handlers.paste.intake import Intake
from handlers.paste.joining import continues, join
from handlers.paste.loop import Loop, Timer

__all__ = [
    "ASK",
    "KEPT",
    "LENGTH",
    "Batch",
    "Command",
    "CommandAlone",
    "Document",
    "Event",
    "Incoming",
    "Intake",
    "Loop",
    "Ready",
    "Receiving",
    "Timer",
    "TooMany",
    "continues",
    "join",
    "link_in",
    "read_message",
    "read_target",
]
