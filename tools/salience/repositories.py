"""How a file of each public repository reads as one document."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Source(NamedTuple):
    """What one document says, a text for each turn or paragraph, and its title if it has one."""

    turns: Sequence[str]
    title: str = ""


Reader = Callable[[str, str], Source]
"""The text of a file, and which part of it is the document, to a Source."""


def _podcast(text: str, _: str) -> Source:
    """The Changelog: a paragraph is a turn, with "**Name:**" where the speaker changes."""
    return Source([said for part in text.split("\n\n") if (said := _without_marks(part))])


def _talk(text: str, _: str) -> Source:
    """Bitcoin transcripts: front matter, then headings and paragraphs."""
    front, _, body = text[3:].partition("\n---")
    parts = [part.strip() for part in body.split("\n\n")]
    spoken = [part for part in parts if part and not _NOT_SPOKEN.match(part)]
    turns = [_one_line(_CLOCK.sub("", _without_marks(part))) for part in spoken]
    turns = [_ITEM.sub("", turn) for turn in turns]
    return Source([t for t in turns if t and not t.startswith("http")], _title(front))


def _lesson(text: str, _: str) -> Source:
    """Software Carpentry: what a lesson says between its code, lists of links and boxes."""
    front, _, body = text.partition("\n---") if text.startswith("---") else ("", "", text)
    body = re.sub(r"(?s)^(`{3,}|~~~).*?^\1.*?$", "", body, flags=re.MULTILINE)
    body = re.sub(r"(?m)^:::+.*$|^>+ ?|^\{:.*$", "", body)
    parts = [part.strip() for part in body.split("\n\n")]
    said = [part for part in parts if part and not part.startswith(_NO_PROSE)]
    turns = [_one_line(re.sub(r"(?m)^[-*] ", "", _without_marks(part))) for part in said]
    return Source([turn for turn in turns if len(turn.split()) > 3], _title(front))


def _meeting(text: str, _: str) -> Source:
    """QMSum: turns, marks and words apart, and what else was heard between braces."""
    turns = (turn["content"] for turn in json.loads(text)["meeting_transcripts"])
    said = (_one_line(re.sub(r"\{[^}]*\}", " ", turn)) for turn in turns)
    closed = (re.sub(r" (?=[.,?!;:](?: |$))", "", turn) for turn in said)
    return Source([turn for turn in closed if any(map(str.isalnum, turn))])


def _chinese_meeting(text: str, part: str) -> Source:
    """VCSum: a meeting a line, a list of turns."""
    rows = [row for row in map(json.loads, text.splitlines()) if str(row["id"]) == part]
    return Source(["".join(turn) for row in rows for turn in row["context"]])


def _debate(text: str, _: str) -> Source:
    """FREDSum: "Name : words", a turn a line."""
    lines = (line.replace(" : ", ": ", 1) for line in text.split("\n") if line.strip())
    return Source([_one_line(line) for line in lines])


def _address(text: str, _: str) -> Source:
    """Speeches of a president of Brazil: paragraphs of a saved page."""
    found = re.findall(r"<p[^>]*>(.*?)</p>", text, re.DOTALL)
    turns = (_one_line(html.unescape(re.sub(r"<[^>]+>", " ", part))) for part in found)
    return Source([turn for turn in turns if len(turn.split()) > 3])


def _speech(text: str, part: str) -> Source:
    """ParlaMint: one speech, the paragraphs between ``seg`` marks."""
    found = re.search(rf'<u [^>]*xml:id="{re.escape(part)}".*?</u>', text, re.DOTALL)
    said = re.sub(_HEARD, " ", found[0] if found else "", flags=re.DOTALL)
    segments = re.findall(r"<seg[^>]*>(.*?)</seg>", said, re.DOTALL)
    turns = (_one_line(html.unescape(re.sub(r"<[^>]+>", " ", part))) for part in segments)
    return Source([turn for turn in turns if turn])


def _official_speech(text: str, _: str) -> Source:
    """The Bundestag: a paragraph a line, applause between round brackets."""
    lines = (line for line in text.splitlines() if not line.startswith("("))
    turns = (re.sub(r"\s*\([^()]*\)\s*", " ", line).strip() for line in lines)
    return Source([turn for turn in turns if turn])


def _story(text: str, part: str) -> Source:
    """A treebank: the sentences whose ``sent_id`` begins with the name of the document."""
    sentence = rf"^# sent_id = {re.escape(part)}[-_]?\d+$(?:\n#.*)*?\n# text = (.+)$"
    return Source(re.findall(sentence, text, re.MULTILINE))


def _call(text: str, _: str) -> Source:
    """Earnings-21: "token|speaker|ts|endTs|punctuation|...", a word a line."""
    return Source(list(_turns(line.split("|") for line in text.splitlines()[1:])))


def _turns(rows: Iterator[list[str]]) -> Iterator[str]:
    speaker, words = None, list[str]()
    for cells in rows:
        if len(cells) < 5:
            continue
        if cells[1] != speaker and words:
            yield " ".join(words)
            words = []
        speaker = cells[1]
        words.append(cells[0] + (cells[4] if cells[4] in ",.?!;:" else ""))
    yield " ".join(words)


def _without_marks(text: str) -> str:
    """Markdown as its words, without what was heard and when."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = text.replace("\\[", "[").replace("\\]", "]")
    text = re.sub(r"\[\d+:\d[\d:.]*\]|\[(?:laugh|unintell)\w*[^\]]*\]", "", text)
    return re.sub(r"[*_`]{1,3}", "", text).strip()


def _title(front: str) -> str:
    found = re.search(r"^title:\s*(.+)$", front, re.MULTILINE)
    return found[1].strip("'\" ") if found else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


_NOT_SPOKEN = re.compile(r"[#>|]|(?:Name|Topic|Location|Date):|Slides|Video|Transcript|http")
_CLOCK = re.compile(r"^\(?\d\d?:\d\d(:\d\d)?\)?\s*")
_ITEM = re.compile(r"^[-*] ")
_NO_PROSE = ("#", "|", "<", "![", "[", "{")
_HEARD = r"<(note|kinesic|vocal|incident|gap)[^>]*>.*?</\1>|<[^>]*/>"

READERS: dict[str, Reader] = {
    "UniversalDependencies/UD_French-ParisStories": _story,
    "Yale-LILY/QMSum": _meeting,
    "bitcointranscripts/bitcointranscripts": _talk,
    "calzada/PARLAMINT-ES-MC": _speech,
    "dfalbel/discursos-dilma": _address,
    "hahahawu/VCSum": _chinese_meeting,
    "linto-ai/FREDSum": _debate,
    "mathias-goebel/plenarsitzungsprotokolle": _official_speech,
    "revdotcom/speech-datasets": _call,
    "swcarpentry/git-novice": _lesson,
    "swcarpentry/shell-novice": _lesson,
    "swcarpentry/shell-novice-es": _lesson,
    "thechangelog/transcripts": _podcast,
}
"""repositories.tsv names the licence of each."""
