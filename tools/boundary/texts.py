"""The public texts that are learnt from: where each is, and how often it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.boundary import readers
from tools.boundary.readers import Turns
from tools.boundary.snapshots import contents, paths

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


def _guides(language: str) -> tuple[Source, ...]:
    """Courses that people have put into many languages, in the folder of each."""
    return (
        Source("huggingface/course", rf"chapters/{language}/.*\.mdx", readers.manual, 1, 4),
        Source("DjangoGirls/tutorial", rf"{language}/.*\.md", readers.manual, 1, 6),
        Source("github/opensource.guide", rf"_articles/{language}/.*\.md", readers.manual, 1, 4),
    )


_REV = "revdotcom/speech-datasets"
_BOOK, _PLAY = r"modules/.*\.cnxml", r"tei/.*\.xml"

SOURCES: dict[str, tuple[Source, ...]] = {
    "en": (
        Source("thechangelog/transcripts", r"[^.]+/[^/]+\.md", readers.podcast, 2),
        Source(
            "bitcointranscripts/bitcointranscripts",
            r"(?!.*(?:\.(?:es|zh|pt)\.md|_index\.md|README)).*/.*\.md",
            readers.talk,
        ),
        Source(
            "walkerdb/supreme_court_transcripts", r"oyez/cases/.*-t0.\.json", readers.argument, 12
        ),
        Source(
            "Yale-LILY/QMSum", rf"data/ALL/train/(?:{FREE_MEETINGS})\.json", readers.meeting, 1, 4
        ),
        Source("ufal/europarlmin", r"train/.*/ep-.*\.txt", readers.parliament, 6),
        Source(
            _REV,
            rf"earnings21/transcripts/nlp_references/(?:{FREE_CALLS})\.nlp",
            readers.tokens,
            1,
            3,
        ),
        Source(_REV, r"rev16/verbatim_transcripts/nlp_references/.*\.nlp", readers.tokens, 1, 4),
        Source(_REV, r"earnings22/transcripts/nlp_references/.*\.nlp", readers.tokens, 1, 3),
    ),
    "de": (
        Source(
            "mathias-goebel/plenarsitzungsprotokolle",
            r"data/[^/]+/[^/]+/[^/]+/[^/]*-ID\d*\.txt",
            readers.speech,
            5,
        ),
        Source("dracor-org/gerdracor", _PLAY, readers.play, 6),
        Source("rust-lang-de/rustbook-de", r"src/.*\.md", readers.manual, 1, 4),
        Source("reactjs/de.react.dev", r"src/content/.*\.md", readers.manual, 1, 4),
        *_guides("de"),
    ),
    "es": (
        Source(
            "calzada/PARLAMINT-ES-MC",
            r"ParlaMint-ES\.TEI/20../ParlaMint-ES_[^.]*\.xml",
            readers.tei,
            12,
        ),
        Source("openstax/osbooks-fisica-universitaria-bundle", _BOOK, readers.book, 1, 3),
        Source("openstax/osbooks-introduccion-estadistica-bundle", _BOOK, readers.book, 1, 3),
        Source("openstax/osbooks-quimica-bundle", _BOOK, readers.book, 1, 2),
        Source("RustLangES/rust-book-es", r"src/.*\.md", readers.manual, 1, 3),
        Source("reactjs/es.react.dev", r"src/content/.*\.md", readers.manual, 1, 3),
        Source("swcarpentry/shell-novice-es", r"episodes/.*\.md", readers.manual, 1, 4),
        Source("bitcointranscripts/bitcointranscripts", r".*\.es\.md", readers.talk, 1, 3),
        *_guides("es"),
    ),
    "fr": (
        Source(
            "common-voice/commonvoice-fr",
            r"CommonVoice-Data/data/debats.*\.txt",
            readers.sentences,
        ),
        Source(
            "common-voice/commonvoice-fr",
            r"CommonVoice-Data/data/libretheatre/.*",
            readers.sentences,
        ),
        Source(
            "common-voice/commonvoice-fr",
            r"CommonVoice-Data/data/wikisource/txt/.*",
            readers.novel,
            3,
        ),
        Source("linto-ai/FREDSum", r"transcript/.*\.txt", readers.debate, 1, 5),
        Source(
            "UniversalDependencies/UD_French-ParisStories", r".*\.conllu", readers.treebank, 1, 10
        ),
        Source("Jimskapt/rust-book-fr", r"(?:FRENCH/)?src/.*\.md", readers.manual, 1, 4),
        Source("reactjs/fr.react.dev", r"src/content/.*\.md", readers.manual, 1, 4),
        *_guides("fr"),
    ),
    "pt": (
        Source("dfalbel/discursos-dilma", r"data-raw/discursos/.*", readers.address),
        Source("d2l-ai/d2l-pt", r"chapter_.*\.md", readers.manual, 1, 3),
        Source("reactjs/pt-br.react.dev", r"src/content/.*\.md", readers.manual, 1, 3),
        Source("bitcointranscripts/bitcointranscripts", r".*\.pt\.md", readers.talk, 1, 3),
        *_guides("pt"),
    ),
    "pl": (
        Source("openstax/osbooks-fizyka-bundle", _BOOK, readers.book),
        Source("dracor-org/poldracor", _PLAY, readers.play, 1, 2),
        *_guides("pl"),
    ),
    "ru": (
        Source("dracor-org/rusdracor", _PLAY, readers.play),
        Source("rust-lang-ru/book", r"rustbook-ru/src/.*\.md", readers.manual, 1, 4),
        *_guides("ru"),
    ),
    "it": (
        Source("reactjs/it.react.dev", r"src/content/.*\.md", readers.manual),
        Source("vuejs/it.vuejs.org", r"src/.*\.md", readers.manual),
        Source("UniversalDependencies/UD_Italian-ParlaMint", r".*\.conllu", readers.treebank, 1, 4),
        *_guides("it"),
    ),
    "tr": (
        Source("d2l-ai/d2l-tr", r"chapter_.*\.md", readers.manual),
        *_guides("tr"),
    ),
}
