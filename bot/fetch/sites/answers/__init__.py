"""Addresses of a site's interface come in; its answers go out, checked and gathered into files."""

from bot.fetch.sites.answers.captions import Captions, best_captions
from bot.fetch.sites.answers.encoding import text_of, utf8_of
from bot.fetch.sites.answers.gathering import Answers, gone, host
from bot.fetch.sites.answers.walls import refuse_wall

__all__ = [
    "Answers",
    "Captions",
    "best_captions",
    "gone",
    "host",
    "refuse_wall",
    "text_of",
    "utf8_of",
]
