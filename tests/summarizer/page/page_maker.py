"""Makes copied pages of one made-up video, in many layouts and interface languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from summarizer.data import rows

TITLE = "How I mix glazes | Studio notes"
CHANNEL = "Clay Corner"
DESCRIPTION = (
    "A short tour of the glaze kitchen. Scales first, sieve second.\n\n"
    "Recipes: https://claycorner.example/recipes\nMusic by The Wheels"
)
SPEECH = (
    (0, "Welcome back to the studio, everyone, today we weigh things."),
    (7, "A good scale matters more than a good recipe, believe me."),
    (15, "Then everything goes through an eighty mesh sieve twice."),
    (63, "Some people do it three times, and it does not help at all."),
    (68, "Every bowl remembers what its glaze was mixed with."),
    (73, "Keep a notebook beside the bucket, write the date on it."),
    (77, "Clean water is the cheapest thing in any studio."),
    (82, "Label the lids, not only the jars, lids wander about."),
    (84, "Paint two test tiles of each batch before you dip."),
    (88, "Look at them in the evening and again in the morning."),
    (96, "Glaze that settles overnight wants a spoon of bentonite."),
    (99, "And that is really all there is to it, see you next week."),
)


SPOKEN = {
    "en": ("seconds", "minute"),
    "de": ("Sekunden", "Minute"),
    "fr": ("secondes", "minute"),
    "es": ("segundos", "minuto"),
    "pt": ("segundos", "minuto"),
    "it": ("secondi", "minuto"),
    "nl": ("seconden", "minuut"),
    "pl": ("sekund", "minuta"),
    "ru": ("секунд", "минута"),
    "uk": ("секунд", "хвилина"),
    "tr": ("saniye", "dakika"),
    "ar": ("ثوانٍ", "دقيقة"),
    "fa": ("ثانیه", "دقیقه"),
    "hi": ("सेकंड", "मिनट"),
    "id": ("detik", "menit"),
    "vi": ("giây", "phút"),
    "ja": ("秒", "分"),
    "ko": ("초", "분"),
    "zh": ("秒", "分钟"),
    "bg": ("секунди", "минута"),
    "bn": ("সেকেন্ড", "মিনিট"),
    "ca": ("segons", "minut"),
    "cs": ("sekund", "minuta"),
    "da": ("sekunder", "minut"),
    "el": ("δευτερόλεπτα", "λεπτό"),
    "fi": ("sekuntia", "minuutti"),
    "he": ("שניות", "דקה"),
    "hr": ("sekundi", "minuta"),
    "hu": ("másodperc", "perc"),
    "no": ("sekunder", "minutt"),
    "ro": ("secunde", "minut"),
    "sk": ("sekúnd", "minúta"),
    "sv": ("sekunder", "minut"),
    "th": ("วินาที", "นาที"),
}
"""Seconds (many) and minute (one), as screen readers say them."""


@dataclass(frozen=True)
class Remark:
    """A comment as the page shows it; ``likes`` is written as the site writes it."""

    author: str
    text: str
    likes: str = ""
    count: int | None = None
    replies: int = 0


REMARKS = (
    Remark("@nicobowl", "Best glaze video on the site.", "57", 57, 2),
    Remark("@wheelie-x7", "Thanks!\n\nI used it twice and both bowls survived.", "1.2K", 1200),
    Remark("@ashglaze", "0:15 that sieve!"),
    Remark("@teabowl99", "3 years of practice\nand I still forget the sieve", "4", 4, 1),
    Remark("@mudlark", "100"),
)


@dataclass
class Words:
    """The words of one interface language: a phrase a mark, and how an age is written."""

    phrases: dict[str, str] = field(default_factory=dict)
    ago: str = "# wibbles agone"
    seconds: str = "sekelli"
    minutes: str = "minutti"

    def say(self, mark: str, number: str = "") -> str:
        """The phrase of ``mark`` with its number in place."""
        return self.phrases[mark].replace("#", number).strip("{}")


INVENTED = Words(
    {
        "subscribers": "# watchlings",
        "follow": "Beklick",
        "button": "Zendu",
        "views": "# glimpsings",
        "count": "# remarkles",
        "add": "Plonk a remarkle",
        "sort": "Orderly by",
        "reply": "Rebark",
        "replies": "# rebarkings",
        "more": "Gimme rest",
        "less": "Hush",
        "panel": "Wordstream",
        "chapters": "Chunkles",
    }
)


def words_of(language: str) -> Words:
    """The words of a language of the table: the first phrase of each mark."""
    table = {m: text.split(" | ") for lang, m, text in rows("interface") if lang == language}
    unit = next(u for u in table["unit"] if "=" not in u)
    ago = next(a for a in table["ago"] if "#" in a and "*" in a).replace("*", unit)
    phrases = {mark: texts[0] for mark, texts in table.items()}
    phrases["count"] = next(c for c in table["count"] if "#" in c)
    phrases["replies"] = next(c for c in table["replies"] if "#" in c)
    return Words(phrases, ago, *SPOKEN[language])


def clock(seconds: int) -> str:
    """A time as panels write it."""
    return f"{seconds // 60}:{seconds % 60:02}"


def spoken(seconds: int, words: Words) -> str:
    """A time as a screen reader is told it."""
    parts = (seconds // 60, words.minutes), (seconds % 60, words.seconds)
    return ", ".join(f"{n} {word}" for n, word in parts if n)


def compact(words: Words) -> str:
    """One line below the other: head, description, comments, panel."""
    return "\n".join([*_head(words), *_box(words), *_comments(words), *_panel(words)])


def select_all(words: Words) -> str:
    """A whole page selected: doubled channel, blank lines between the parts of the interface."""
    head = [TITLE, CHANNEL, CHANNEL, "", words.say("subscribers", "121K"), ""]
    buttons = [words.say("follow"), "", "1.2K", "", words.say("button"), ""]
    top = ["Skip navigation", "", "Avatar image", *head, *buttons, _views(words), DESCRIPTION, ""]
    comments = _comments(words, "\n")
    return "\n".join([*top, "", *_box(words), *comments, "", "", *_panel(words), *_advised(words)])


def doubled(words: Words) -> str:
    """Each author's name twice: the picture's text, then the name."""
    lines = compact(words).split("\n")
    return "\n".join(x for line in lines for x in ([line] * 2 if line[:1] == "@" else [line]))


def glued(words: Words) -> str:
    """The panel with its times for the eye and for the ear glued to the words."""
    cues = [f"{clock(at)}{spoken(at, words)}{text}" for at, text in SPEECH]
    panel = [words.say("panel"), "", *cues]
    return "\n".join([*_head(words), *_box(words), *_comments(words, "\n"), *panel])


def three_lines(words: Words) -> str:
    """The panel alone, each cue as time, time in words, text."""
    cues = (line for at, text in SPEECH for line in (clock(at), spoken(at, words), text))
    return "\n".join([words.say("panel"), *(line for line in cues if line)])


def inline(words: Words) -> str:
    """Times and words on one line, above the comments."""
    cues = [f"{clock(at)} {text}" for at, text in SPEECH]
    return "\n".join([TITLE, CHANNEL, _views(words), DESCRIPTION, "", *cues, *_comments(words)])


def extract(words: Words) -> str:
    """As an extractor writes it: a line for the speech, a line a comment."""
    speech = " ".join(text for _, text in SPEECH)
    count = words.say("count", str(len(REMARKS)))
    comments = [remark.text.replace("\n", " ").replace("  ", " ") for remark in REMARKS]
    described = [line for line in DESCRIPTION.split("\n") if line]
    return "\n".join([f"{TITLE} • {CHANNEL}", speech, *described, count, *comments])


LAYOUTS: tuple[Callable[[Words], str], ...] = (compact, select_all, doubled, glued, inline)
"""Layouts that show everything: title, channel, description, transcript, comments with likes."""


def _views(words: Words) -> str:
    return f"{words.say('views', '43,123')}  {words.ago.replace('#', '2')}"


def _head(words: Words) -> list[str]:
    buttons = [words.say("follow"), "1.2K", words.say("button")]
    head = [TITLE, CHANNEL, words.say("subscribers", "121K"), *buttons]
    return [*head, _views(words), DESCRIPTION]


def _box(words: Words) -> list[str]:
    panel, fans = words.say("panel"), words.say("subscribers", "121K")
    return [panel, f"Wibbel {panel}", CHANNEL, fans]


def _comments(words: Words, gap: str = "") -> list[str]:
    """The discussion; ``gap`` goes between text, likes and buttons."""
    lines = [words.say("count", "1,234"), "Guy P", words.say("add"), gap.strip("\n")]
    for remark in REMARKS:
        lines += [remark.author, words.ago.replace("#", "2"), remark.text]
        lines += [gap + remark.likes] if remark.likes else []
        lines += [gap + words.say("reply") + gap]
        lines += [words.say("replies", str(remark.replies)) + gap] if remark.replies else []
    return [line for line in lines if line or gap]


def _panel(words: Words) -> list[str]:
    cues = (line for at, text in SPEECH for line in (clock(at), text))
    return [words.say("panel"), *cues]


def _advised(words: Words) -> list[str]:
    """Recommendations below the panel."""
    first = ["", "", "12:04", "The Secret Life of Kilns", "Mud Matters"]
    return [*first, words.say("views", "1.2M"), "•", words.ago.replace("#", "3"), ""]
