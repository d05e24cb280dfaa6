"""What is chosen for a chat: obeyed by each answer in it, shown, changed by its buttons."""

from handlers.answers.settings.language import language
from handlers.answers.settings.menu import settings
from handlers.answers.settings.obeying import as_chosen
from handlers.answers.settings.presses import SETTINGS_ACTIONS, pressed_setting

__all__ = ["SETTINGS_ACTIONS", "as_chosen", "language", "pressed_setting", "settings"]
