"""A Digest in, one message out: its blocks, its HTML within Telegram's limits, its buttons."""

from handlers.message.blocks import Block, Line, Span, block, bold, plain, quoted, shorten
from handlers.message.html import CAPTION_UNITS, write
from handlers.message.keyboard import (
    EXAMPLE,
    Press,
    example_keyboard,
    inline_keyboard,
    list_keyboard,
    read_press,
)
from handlers.message.markdown import write_markdown
from handlers.message.rendering import View, render, render_answer
from handlers.message.sections import (
    asked_by_several,
    chart_view,
    ends_in_footer,
    full_view,
    page_view,
    title_of,
    written_links,
)
from handlers.message.texts import Texts

__all__ = [
    "CAPTION_UNITS",
    "EXAMPLE",
    "Block",
    "Line",
    "Press",
    "Span",
    "Texts",
    "View",
    "asked_by_several",
    "block",
    "bold",
    "chart_view",
    "ends_in_footer",
    "example_keyboard",
    "full_view",
    "inline_keyboard",
    "list_keyboard",
    "page_view",
    "plain",
    "quoted",
    "read_press",
    "render",
    "render_answer",
    "shorten",
    "title_of",
    "write",
    "write_markdown",
    "written_links",
]
