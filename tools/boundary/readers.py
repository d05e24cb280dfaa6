"""How the files of each public text read as turns of punctuated speech."""

from __future__ import annotations

import html
import json
import re

Turns = list[str]
"""What one document says, a punctuated text for each turn of a speaker or each paragraph."""

MODERN = "1870"
"""The year from which on plays are in the language of today."""


def podcast(text: str) -> Turns:
    """The Changelog: a paragraph is a turn, "**Name:**" before it."""
    text = re.sub(r"\\?\[[^\]\n]{1,60}\\?\](?!\()", " ", text)
    text = re.sub(r"^\*\*[^*\n]{1,80}:\*\*", "", text, flags=re.MULTILINE)
    return _paragraphs(_without_marks(text))


def talk(text: str) -> Turns:
    """Bitcoin transcripts: front matter, headings, "Name:" or "(00:12:30)" before a turn."""
    front, _, body = text.removeprefix("---").partition("\n---")
    if re.search("tstbtc|TBTBTC", front):
        return []
    body = re.sub(r"^(?:\s*[#>|*-]|https?:|!\[).*$", "", body, flags=re.MULTILINE)
    body = re.sub(r"^[\w .'-]{2,40}:\s*(?:\d\d:\d\d(?::\d\d)?)?", "", body, flags=re.MULTILINE)
    body = re.sub(r"[(\[](?:\d\d:)?\d\d:\d\d[)\]]", " ", body)
    return _paragraphs(_without_marks(body))


def argument(text: str) -> Turns:
    """Oral arguments before the Supreme Court."""
    transcript = json.loads(text).get("transcript") if text else None
    sections = (transcript or {}).get("sections") or []
    turns = [turn for section in sections for turn in section.get("turns") or []]
    said = [" ".join(b["text"] or "" for b in turn.get("text_blocks") or []) for turn in turns]
    return [re.sub(r"\[[^\]]{1,40}\]", " ", turn) for turn in said]


def tokens(text: str) -> Turns:
    """Rev's transcripts: "token|speaker|ts|endTs|punctuation|...", a line a word."""
    turns: Turns = []
    last = None
    for line in text.splitlines()[1:]:
        cells = line.split("|")
        if len(cells) > 4 and not cells[0].startswith("<"):
            if cells[1] != last:
                turns.append("")
            turns[-1] += f"{cells[0]}{cells[4]} "
            last = cells[1]
    return turns


def parliament(text: str) -> Turns:
    """The European Parliament: marks between angle brackets, "(DE)" before a speech."""
    lines = (line for line in text.splitlines() if not line.startswith("<"))
    return [re.sub(r"^\([A-Z]{2}\)|^[\w ,.'-]{3,60}\. - |\([^()]*\)", " ", line) for line in lines]


def speech(text: str) -> Turns:
    """The Bundestag: a paragraph a line, applause between round brackets."""
    return [re.sub(r"\([^()]*\)", " ", line) for line in text.splitlines()]


def tei(text: str) -> Turns:
    """ParlaMint: a paragraph between ``seg`` marks."""
    text = re.sub(r"<(note|kinesic|vocal|incident)\b.*?(?:/>|</\1>)", " ", text, flags=re.DOTALL)
    found = re.findall(r"<seg\b[^>]*>(.*?)</seg>", text, flags=re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", " ", part)) for part in found]


def debate(text: str) -> Turns:
    """FREDSum: "Name: words", a line a turn."""
    return [re.sub(r"^[^:]{2,40}:", "", line) for line in text.splitlines()]


def meeting(text: str) -> Turns:
    """QMSum: turns with marks of what was heard between braces."""
    turns = json.loads(text)["meeting_transcripts"]
    return [re.sub(r"\{[^}]*\}", " ", turn["content"]) for turn in turns]


def sentences(text: str) -> Turns:
    """One sentence a line."""
    return [" ".join(text.splitlines())]


def treebank(text: str) -> Turns:
    """CoNLL-U: the text of each sentence in a comment."""
    return [" ".join(re.findall(r"^# text = (.*)$", text, flags=re.MULTILINE))]


def address(text: str) -> Turns:
    """Speeches of a president of Brazil: paragraphs of a saved page."""
    body = text.partition('id="content-core"')[2].partition("visualClear")[0]
    body = re.sub(r"<b>.*?</b>|<[^>]*>", " ", body.replace("</p>", "\n"))
    return [line for line in html.unescape(body).splitlines() if re.search(r"[.?!]\s*$", line)]


def manual(text: str) -> Turns:
    """A book in Markdown: code, formulas, headings, lists, tables and links taken off."""
    text = re.sub(r"```.*?```|<!--.*?-->|:::.*?$", "", text, flags=re.DOTALL)
    text = re.sub(r"^(?:\s*[#>|:!<{=]| {4}|\t).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\$+[^$\n]{1,200}\$+", "x", text)
    text = re.sub(r":[a-z]+:`[^`]*`", "", text)
    parts = _paragraphs(_without_marks(text))
    return [part for part in parts if re.search(r"[.?!]\s*$", part) and len(part) > 60]


def book(text: str) -> Turns:
    """A textbook in CNXML: its paragraphs, formulas as one word."""
    text = re.sub(r"<m:math.*?</m:math>", " x ", text, flags=re.DOTALL)
    found = re.findall(r"<para\b[^>]*>(.*?)</para>", text, flags=re.DOTALL)
    said = [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in found]
    return [part for part in said if re.search(r"[.?!]\s*$", part) and len(part) > 60]


def novel(text: str) -> Turns:
    """Plain text, hard line breaks inside of paragraphs."""
    return [re.sub(r"[_=*]", "", part) for part in re.split(r"\n\s*\n", text) if len(part) > 40]


def play(text: str) -> Turns:
    """A play in TEI: a turn of a speaker each; nothing of one older than its language is today."""
    header, _, body = text.partition("<text>")
    if min(re.findall(r'when="(\d{4})', header), default="") < MODERN:
        return []
    body = re.sub(r"<(speaker|stage|note)\b[^>]*?(?:/>|>.*?</\1>)", " ", body, flags=re.DOTALL)
    found = re.findall(r"<sp\b[^>]*>(.*?)</sp>", body, flags=re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", " ", part)) for part in found]


def _without_marks(text: str) -> str:
    text = re.sub(r"!?\[([^\]\n]*)\]\([^)\n]*\)", r"\1", text)
    return re.sub(r"https?:\S+|[*_`#>|]|<[^>\n]*>", "", text)


def _paragraphs(text: str) -> Turns:
    return [part for part in re.split(r"\n\s*\n", text) if any(map(str.isalpha, part))]
