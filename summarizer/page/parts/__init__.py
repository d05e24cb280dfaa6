"""Landmarks and lines come in; the parts of a page go out, as the values of the model."""

from summarizer.page.parts.chapters import list_chapters
from summarizer.page.parts.comments import read_comments
from summarizer.page.parts.description import describe
from summarizer.page.parts.front_matter import (
    FrontMatter,
    find_address,
    is_field,
    read_front_matter,
)
from summarizer.page.parts.head import NO_NAME, Head, previous_name, read_head
from summarizer.page.parts.outline import (
    Heading,
    plain_headings,
    read_heading,
    read_outlined,
)
from summarizer.page.parts.plain_comments import CLOSING, read_plain_comments
from summarizer.page.parts.prose import find_channel, is_prose, split_prose
from summarizer.page.parts.speakers import (
    CLOCK,
    Part,
    called,
    cut_turns,
    is_addressed,
    is_name,
    is_person,
    is_speaker,
    may_name,
    name_speakers,
    names_return,
    with_colons,
)
from summarizer.page.parts.title import clean_title, is_label, is_speech, is_title
from summarizer.page.parts.transcript import Transcript, read_transcript
from summarizer.page.parts.wrapping import is_tagged, unwrap

__all__ = [
    "CLOCK",
    "CLOSING",
    "NO_NAME",
    "FrontMatter",
    "Head",
    "Heading",
    "Part",
    "Transcript",
    "called",
    "clean_title",
    "cut_turns",
    "describe",
    "find_address",
    "find_channel",
    "is_addressed",
    "is_field",
    "is_label",
    "is_name",
    "is_person",
    "is_prose",
    "is_speaker",
    "is_speech",
    "is_tagged",
    "is_title",
    "list_chapters",
    "may_name",
    "name_speakers",
    "names_return",
    "plain_headings",
    "previous_name",
    "read_comments",
    "read_front_matter",
    "read_head",
    "read_heading",
    "read_outlined",
    "read_plain_comments",
    "read_transcript",
    "split_prose",
    "unwrap",
    "with_colons",
]
