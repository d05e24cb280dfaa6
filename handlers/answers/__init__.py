"""A batch, a command or a press in; the message that answers it sent, or changed."""

from handlers.answers.answering import Answering
from handlers.answers.attachments import Charts, Exports, export_file
from handlers.answers.buttons import pressed
from handlers.answers.chats import follow_migration, membership_changed, say_private
from handlers.answers.commands import COMMANDS, forget, operate
from handlers.answers.introduction import introduction_digest, publish
from handlers.answers.questions import ask_in_reply
from handlers.answers.services import Handler, Policy, Services

__all__ = [
    "COMMANDS",
    "Answering",
    "Charts",
    "Exports",
    "Handler",
    "Policy",
    "Services",
    "ask_in_reply",
    "export_file",
    "follow_migration",
    "forget",
    "introduction_digest",
    "membership_changed",
    "operate",
    "pressed",
    "publish",
    "say_private",
]
