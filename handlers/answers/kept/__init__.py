"""A search, or nothing, in; the pages that are kept of the chat out, listed and opened again."""

from handlers.answers.kept.listing import find, history
from handlers.answers.kept.news import tell_news
from handlers.answers.kept.presses import LIST_ACTIONS, pressed_in_list

__all__ = ["LIST_ACTIONS", "find", "history", "pressed_in_list", "tell_news"]
