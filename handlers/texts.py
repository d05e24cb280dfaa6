"""Every reply the bot can give, one table a language.

A text with two forms is (one, many), chosen by the value ``n``. Numbers get their separators here.
"""

from __future__ import annotations

from collections.abc import Mapping

Table = Mapping[str, str | tuple[str, str]]

ENGLISH: Table = {
    # the digest
    "untitled": "Untitled page",
    "channel": "{name}",
    "words": ("{n} word", "{n} words"),
    "characters": ("{n} character", "{n} characters"),
    "sentences": ("{n} sentence", "{n} sentences"),
    "minutes": ("about {n} min", "about {n} min"),
    "comments": ("{n} comment", "{n} comments"),
    "comments-stated": "(page says {n})",
    "lead": "In the publisher's words",
    "summary": "Summary",
    "summary-of": ("{shown} of {n} sentence", "{shown} of {n} sentences"),
    "comments-title": "Comments",
    "mood-read": ("{n} read: {counts}", "{n} read: {counts}"),
    "pole": "{name} {n}",
    "pole-share": "{name} {n} ({share} %, likely {low} to {high})",
    "positive": "positive",
    "neutral": "neutral",
    "negative": "negative",
    "unclear": "unclear",
    "unread": "unread",
    "liked": "By likes: {counts}",
    "languages": "Languages: {names}",
    "unread-languages": "Not read, by language: {names}",
    "language": "{name} {n}",
    "other-languages": "other",
    "terms": "Words of the {pole}: ",
    "set-aside": "Set aside: {what}",
    "duplicates": ("{n} repeated", "{n} repeated"),
    "spam": ("{n} advertisement", "{n} advertisements"),
    "questions": "Asked most",
    "echoes": "Comments on what was said",
    "likes": ("{n} like", "{n} likes"),
    "links-title": "Links",
    "no-links": "There are no links here.",
    "links-written": "Links as the page writes them",
    "link-times": "{n} times",
    "link-cut": "cut off by the site, opens nothing",
    "link-warning": "not opened: {why}",
    "affiliate": "pays the publisher",
    "more-quotes": ("{n} more quote behind Comments", "{n} more quotes behind Comments"),
    "more-links": ("{n} more behind Links", "{n} more behind Links"),
    "more-sentences": (
        "{n} chosen sentence did not fit; Export has it",
        "{n} chosen sentences did not fit; Export has them",
    ),
    "more-lines": ("{n} more in Export", "{n} more in Export"),
    "read": "read {parts}",
    "read-sentences": "{n} of {of} sentences",
    "read-comments": "{n} of {of} comments",
    "read-links": "{n} of {of} links",
    # what is missing, said once
    "no-transcript": "There is no transcript here.",
    "no-description": "There is no description here.",
    "no-comments": "There are no comments here.",
    "comments-off": "Comments are turned off.",
    "comments-not-loaded": "{found} of {stated} comments: the site loads more as you scroll.",
    "unreadable-part": "Could not be read: {part}.",
    "too-long": "Only the first {found} of {stated} were read: {part}.",
    # buttons
    "button-shorter": "Shorter",
    "button-longer": "Longer",
    "button-comments": "Comments",
    "button-links": "Links",
    "button-chart": "Chart",
    "button-export": "Export",
    "button-back": "Back",
    "press-unknown": "This button is from another version of the bot: send the page once more.",
    "press-forgotten": "This page is not kept any more: send it once more.",
    "press-others": "Only the person who asked, or an admin, can change this reply. "
    "Reply to the page with /digest to get your own.",
    "press-chart-again": "The chart is already here, below the reply.",
}


class Texts:
    """Says a text of a table with its values filled in."""

    def __init__(self, table: Table = ENGLISH) -> None:
        self._table = table

    def __call__(self, key: str, **values: object) -> str:
        """The text called ``key``; numbers come with their separators."""
        text = self._table[key]
        if isinstance(text, tuple):
            text = text[0] if values.get("n") == 1 else text[1]
        shown = {k: f"{v:,}" if isinstance(v, int) else v for k, v in values.items()}
        return text.format(**shown)
