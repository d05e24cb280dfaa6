"""A guest's message or an inline query in; a digest for a chat that the bot is not in, out."""

from handlers.answers.elsewhere.guests import answer_guest
from handlers.answers.elsewhere.inline import answer_inline

__all__ = ["answer_guest", "answer_inline"]
