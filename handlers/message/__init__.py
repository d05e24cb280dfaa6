"""A Digest in, one message out: its blocks, its HTML within Telegram's limits, its buttons."""

from handlers.message.alone import render_alone
from handlers.message.blocks import Block, Line, Span, block, bold, plain, quoted, shorten
from handlers.message.copying import copy_keyboard
from handlers.message.html import CAPTION_UNITS, write
from handlers.message.keyboard import (
    CAPTURE,
    EXAMPLE,
    LISTED,
    Press,
    capture_keyboard,
    example_keyboard,
    inline_keyboard,
    kept_keyboard,
    language_keyboard,
    list_keyboard,
    read_press,
)
from handlers.message.language_codes import ENGLISH, languages, nearest
from handlers.message.markdown import write_markdown
from handlers.message.rendering import View, render, render_answer, render_list
from handlers.message.sections import (
    Copy,
    Item,
    asked_by_several,
    chart_view,
    ends_in_footer,
    full_view,
    has_times,
    kept_view,
    news_view,
    page_view,
    spoken,
    title_of,
    written_links,
)
from handlers.message.texts import Texts

__all__ = [
    "CAPTION_UNITS",
    "CAPTURE",
    "ENGLISH",
    "EXAMPLE",
    "LISTED",
    "Block",
    "Copy",
    "Item",
    "Line",
    "Press",
    "Span",
    "Texts",
    "View",
    "asked_by_several",
    "block",
    "bold",
    "capture_keyboard",
    "chart_view",
    "copy_keyboard",
    "ends_in_footer",
    "example_keyboard",
    "full_view",
    "has_times",
    "inline_keyboard",
    "kept_keyboard",
    "kept_view",
    "language_keyboard",
    "languages",
    "list_keyboard",
    "nearest",
    "news_view",
    "page_view",
    "plain",
    "quoted",
    "read_press",
    "render",
    "render_alone",
    "render_answer",
    "render_list",
    "shorten",
    "spoken",
    "title_of",
    "write",
    "write_markdown",
    "written_links",
]
