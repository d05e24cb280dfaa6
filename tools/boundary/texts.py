"""The public texts that are learnt from: where each is, and how its files read as turns."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.boundary.snapshots import contents, paths

Turns = list[str]
"""What one document says, a punctuated text for each turn of a speaker or each paragraph."""

FREE_CALLS = (
    "4330115|4341191|4346818|4359732|4359971|4360674|4360717|4364366|4365024|4366429|4368670|"
    "4374910|4382825|4383161|4384198|4385072|4386541|4387332|4387383|4387865|4392809|4394084|"
    "4397800|4397829"
)
"""The calls of Earnings-21 that no benchmark of this project judges."""

FREE_MEETINGS = (
    "Bed004|Bed009|Bed011|Bmr007|Bmr009|Bmr011|Bmr016|Bmr018|Bmr019|Bmr020|Bmr024|"
    "Bmr025|Bro007|Bro012|Bro014|Bro016|Bro018|Bro021|Bro026|Bro028|ES2002a|"
    "ES2002b|ES2002c|ES2002d|ES2003a|ES2003b|ES2007a|ES2007b|ES2007c|ES2007d|"
    "ES2008a|ES2010b|ES2010d|ES2012b|ES2012c|ES2012d|ES2013a|ES2013c|ES2014a|"
    "ES2014b|ES2014d|ES2015b|ES2015c|ES2015d|ES2016a|ES2016b|IS1000a|IS1000b|"
    "IS1000d|IS1001a|IS1001c|IS1001d|IS1002b|IS1002c|IS1002d|IS1004a|IS1004d|"
    "IS1005a|IS1005c|IS1007a|IS1007c|IS1007d|IS1008b|IS1008c|IS1008d|IS1009a|"
    "IS1009c|TS3003b|TS3005b|TS3005d|TS3006b|TS3006d|TS3007a|TS3007b|TS3007c|"
    "TS3008b|TS3008c|TS3008d|TS3012b|covid_0|education_1|education_11|education_14|"
    "education_15|education_19|education_2|education_24|education_3|education_6|"
    "education_7"
)
"""The meetings of QMSum that no benchmark of this project judges."""


class Source(NamedTuple):
    """One file in ``every`` whose path matches, read ``times`` over in training."""

    repository: str
    pattern: str
    read: Callable[[str], Turns]
    every: int = 1
    times: int = 1


def documents(source: Source, mirror: Path) -> Iterator[Turns]:
    """The documents of ``source``, in the order of their names."""
    folder = mirror / source.repository.replace("/", "+") / "repo"
    names = paths(folder, source.pattern)[:: source.every]
    for text in contents(folder, names):
        turns = [" ".join(turn.split()) for turn in source.read(text)]
        yield [turn for turn in turns if turn]


def _podcast(text: str) -> Turns:
    """The Changelog: a paragraph is a turn, "**Name:**" before it."""
    text = re.sub(r"\\?\[[^\]\n]{1,60}\\?\](?!\()", " ", text)
    text = re.sub(r"^\*\*[^*\n]{1,80}:\*\*", "", text, flags=re.MULTILINE)
    return _paragraphs(_without_marks(text))


def _talk(text: str) -> Turns:
    """Bitcoin transcripts: front matter, headings, "Name:" or "(00:12:30)" before a turn."""
    front, _, body = text.removeprefix("---").partition("\n---")
    if re.search("tstbtc|TBTBTC", front):
        return []
    body = re.sub(r"^(?:\s*[#>|*-]|https?:|!\[).*$", "", body, flags=re.MULTILINE)
    body = re.sub(r"^[\w .'-]{2,40}:\s*(?:\d\d:\d\d(?::\d\d)?)?", "", body, flags=re.MULTILINE)
    body = re.sub(r"[(\[](?:\d\d:)?\d\d:\d\d[)\]]", " ", body)
    return _paragraphs(_without_marks(body))


def _argument(text: str) -> Turns:
    """Oral arguments before the Supreme Court."""
    transcript = json.loads(text).get("transcript") if text else None
    sections = (transcript or {}).get("sections") or []
    turns = [turn for section in sections for turn in section.get("turns") or []]
    said = [" ".join(b["text"] or "" for b in turn.get("text_blocks") or []) for turn in turns]
    return [re.sub(r"\[[^\]]{1,40}\]", " ", turn) for turn in said]


def _tokens(text: str) -> Turns:
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


def _parliament(text: str) -> Turns:
    """The European Parliament: marks between angle brackets, "(DE)" before a speech."""
    lines = (line for line in text.splitlines() if not line.startswith("<"))
    return [re.sub(r"^\([A-Z]{2}\)|^[\w ,.'-]{3,60}\. - |\([^()]*\)", " ", line) for line in lines]


def _speech(text: str) -> Turns:
    """The Bundestag: a paragraph a line, applause between round brackets."""
    return [re.sub(r"\([^()]*\)", " ", line) for line in text.splitlines()]


def _tei(text: str) -> Turns:
    """ParlaMint: a paragraph between ``seg`` marks."""
    text = re.sub(r"<(note|kinesic|vocal|incident)\b.*?(?:/>|</\1>)", " ", text, flags=re.DOTALL)
    found = re.findall(r"<seg\b[^>]*>(.*?)</seg>", text, flags=re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", " ", part)) for part in found]


def _debate(text: str) -> Turns:
    """FREDSum: "Name: words", a line a turn."""
    return [re.sub(r"^[^:]{2,40}:", "", line) for line in text.splitlines()]


def _meeting(text: str) -> Turns:
    """QMSum: turns with marks of what was heard between braces."""
    turns = json.loads(text)["meeting_transcripts"]
    return [re.sub(r"\{[^}]*\}", " ", turn["content"]) for turn in turns]


def _sentences(text: str) -> Turns:
    """One sentence a line."""
    return [" ".join(text.splitlines())]


def _treebank(text: str) -> Turns:
    """CoNLL-U: the text of each sentence in a comment."""
    return [" ".join(re.findall(r"^# text = (.*)$", text, flags=re.MULTILINE))]


def _address(text: str) -> Turns:
    """Speeches of a president of Brazil: paragraphs of a saved page."""
    body = text.partition('id="content-core"')[2].partition("visualClear")[0]
    body = re.sub(r"<b>.*?</b>|<[^>]*>", " ", body.replace("</p>", "\n"))
    return [line for line in html.unescape(body).splitlines() if re.search(r"[.?!]\s*$", line)]


def _manual(text: str) -> Turns:
    """A book in Markdown: code, formulas, headings, lists, tables and links taken off."""
    text = re.sub(r"```.*?```|<!--.*?-->|:::.*?$", "", text, flags=re.DOTALL)
    text = re.sub(r"^(?:\s*[#>|:!<{=]| {4}|\t).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\$+[^$\n]{1,200}\$+", "x", text)
    text = re.sub(r":[a-z]+:`[^`]*`", "", text)
    parts = _paragraphs(_without_marks(text))
    return [part for part in parts if re.search(r"[.?!]\s*$", part) and len(part) > 60]


def _book(text: str) -> Turns:
    """A textbook in CNXML: its paragraphs, formulas as one word."""
    text = re.sub(r"<m:math.*?</m:math>", " x ", text, flags=re.DOTALL)
    found = re.findall(r"<para\b[^>]*>(.*?)</para>", text, flags=re.DOTALL)
    said = [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in found]
    return [part for part in said if re.search(r"[.?!]\s*$", part) and len(part) > 60]


def _novel(text: str) -> Turns:
    """Plain text, hard line breaks inside of paragraphs."""
    return [re.sub(r"[_=*]", "", part) for part in re.split(r"\n\s*\n", text) if len(part) > 40]


def _without_marks(text: str) -> str:
    text = re.sub(r"!?\[([^\]\n]*)\]\([^)\n]*\)", r"\1", text)
    return re.sub(r"https?:\S+|[*_`#>|]|<[^>\n]*>", "", text)


def _paragraphs(text: str) -> Turns:
    return [part for part in re.split(r"\n\s*\n", text) if any(map(str.isalpha, part))]


_REV = "revdotcom/speech-datasets"

SOURCES: dict[str, tuple[Source, ...]] = {
    "en": (
        Source("thechangelog/transcripts", r"[^.]+/[^/]+\.md", _podcast, 2),
        Source(
            "bitcointranscripts/bitcointranscripts",
            r"(?!.*(?:\.(?:es|zh|pt)\.md|_index\.md|README)).*/.*\.md",
            _talk,
        ),
        Source("walkerdb/supreme_court_transcripts", r"oyez/cases/.*-t0.\.json", _argument, 12),
        Source("Yale-LILY/QMSum", rf"data/ALL/train/(?:{FREE_MEETINGS})\.json", _meeting, 1, 4),
        Source("ufal/europarlmin", r"train/.*/ep-.*\.txt", _parliament, 6),
        Source(
            _REV, rf"earnings21/transcripts/nlp_references/(?:{FREE_CALLS})\.nlp", _tokens, 1, 3
        ),
        Source(_REV, r"rev16/verbatim_transcripts/nlp_references/.*\.nlp", _tokens, 1, 4),
        Source(_REV, r"earnings22/transcripts/nlp_references/.*\.nlp", _tokens, 1, 3),
    ),
    "de": (
        Source(
            "mathias-goebel/plenarsitzungsprotokolle",
            r"data/[^/]+/[^/]+/[^/]+/[^/]*-ID\d*\.txt",
            _speech,
            2,
        ),
        Source("rust-lang-de/rustbook-de", r"src/.*\.md", _manual, 1, 4),
        Source("huggingface/course", r"chapters/de/.*\.mdx", _manual, 1, 4),
    ),
    "es": (
        Source(
            "calzada/PARLAMINT-ES-MC", r"ParlaMint-ES\.TEI/20../ParlaMint-ES_[^.]*\.xml", _tei, 8
        ),
        Source("mgaitan/discursos_cfk", r"20(?:0\d|1[0-5])/.*\.md", _talk),
        Source("openstax/osbooks-fisica-universitaria-bundle", r"modules/.*\.cnxml", _book, 1, 4),
        Source(
            "openstax/osbooks-introduccion-estadistica-bundle", r"modules/.*\.cnxml", _book, 1, 4
        ),
        Source("RustLangES/rust-book-es", r"src/.*\.md", _manual, 1, 3),
        Source("huggingface/course", r"chapters/es/.*\.mdx", _manual, 1, 3),
        Source("bitcointranscripts/bitcointranscripts", r".*\.es\.md", _talk, 1, 3),
    ),
    "fr": (
        Source("common-voice/commonvoice-fr", r"CommonVoice-Data/data/debats.*\.txt", _sentences),
        Source("common-voice/commonvoice-fr", r"CommonVoice-Data/data/libretheatre/.*", _sentences),
        Source(
            "common-voice/commonvoice-fr", r"CommonVoice-Data/data/wikisource/txt/.*", _novel, 3
        ),
        Source("linto-ai/FREDSum", r"transcript/.*\.txt", _debate, 1, 4),
        Source("UniversalDependencies/UD_French-ParisStories", r".*\.conllu", _treebank, 1, 6),
        Source("Jimskapt/rust-book-fr", r"(?:FRENCH/)?src/.*\.md", _manual, 1, 3),
        Source("huggingface/course", r"chapters/fr/.*\.mdx", _manual, 1, 3),
    ),
    "pt": (
        Source("dfalbel/discursos-dilma", r"data-raw/discursos/.*", _address),
        Source("d2l-ai/d2l-pt", r"chapter_.*\.md", _manual, 1, 3),
        Source("rust-book-pt-br/rust-book-pt-br", r"src/.*\.md", _manual, 1, 3),
        Source("huggingface/course", r"chapters/pt/.*\.mdx", _manual, 1, 3),
        Source("bitcointranscripts/bitcointranscripts", r".*\.pt\.md", _talk, 1, 3),
    ),
}
