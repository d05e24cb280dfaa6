"""Makes summarizer/data/link_scripts.tsv and link_lookalikes.tsv.

    python -m tools.make_link_tables CONFUSABLES_JSON

CONFUSABLES_JSON is the file of that name inside the package confusable-homoglyphs 3.3.1 (MIT),
which carries Unicode's confusables. Scripts come from fontTools, valid code points from idna; both
are installed with the project. The same versions give the same bytes.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from pathlib import Path

from fontTools.unicodedata import script, script_extension
from idna.idnadata import codepoint_classes
from idna.intranges import intranges_contain

DATA = Path(__file__).resolve().parents[1] / "summarizer" / "data"
# UAX #31, table 5: scripts in everyday use.
RECOMMENDED = [
    "Arab", "Armn", "Beng", "Bopo", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang",
    "Hani", "Hebr", "Hira", "Kana", "Khmr", "Knda", "Laoo", "Latn", "Mlym", "Mymr", "Orya", "Sinh",
    "Taml", "Telu", "Thaa", "Thai", "Tibt",
]  # fmt: skip
NEUTRAL = {"Zyyy", "Zinh"}
# Letters of everyday scripts that no everyday word has: technical, historic, phonetic, for
# liturgy. After UTS #39's Identifier_Type and the blocks that Chromium's IDN policy takes out.
UNUSUAL = [
    (0x01C0, 0x01C3), (0x0234, 0x0252), (0x0255, 0x0255), (0x0258, 0x0258), (0x025A, 0x025A),
    (0x025C, 0x025F), (0x0261, 0x0262), (0x0264, 0x0267), (0x026A, 0x0271), (0x0273, 0x0288),
    (0x028A, 0x028A), (0x028C, 0x0291), (0x0293, 0x02FF), (0x0340, 0x0345), (0x0350, 0x037F),
    (0x03D0, 0x03FF), (0x0460, 0x0489), (0x0500, 0x052F), (0x0559, 0x0560), (0x0588, 0x058F),
    (0x0591, 0x05AF), (0x0610, 0x061F), (0x06D6, 0x06ED), (0x0750, 0x077F), (0x0870, 0x08FF),
    (0x10A0, 0x10C5), (0x1C80, 0x1C8F), (0x1D00, 0x1E9F), (0x1F00, 0x1FFF), (0x2C60, 0x2C7F),
    (0x2D00, 0x2D2F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F),
]  # fmt: skip
LAST = 0x323AF
DIACRITICS = {chr(c) for c in range(0x300, 0x370)}  # of Latin, Greek and Cyrillic alike
FEW = 2
# Looks alike in the fonts of browsers; not in Unicode's list, or there only with a third letter.
# After the letters that Chromium's and Firefox's policies name.
MORE = {
    "2": "շ२২੨૨", "3": "зӡვ", "4": "чӌ৪", "6": "бճ", "7": "৭", "8": "৪੪", "9": "१੧૧",
    "a": "аα", "b": "ъьҍƀßɓ", "bl": "ы", "c": "сϲ", "d": "ժđɖɗ", "e": "еεҽ", "g": "ցɠǥ", "h": "һհħ",
    "i": "іιıɨ", "io": "ю", "j": "јյ", "k": "кκќқҝҟ", "l": "ӏլłľļ", "n": "пռոηŋɲ",
    "o": "оοσøɵօ०০੦૦୦௦౦೦൦๐໐ဝ၀ჿ", "p": "рρþ", "q": "գզ", "r": "г", "s": "ѕ", "t": "τեŧƭ",
    "u": "սυцմ", "v": "ѵν", "w": "ωшաѡ", "x": "хχ", "y": "уүұγყƴ", "f": "ғֆ", "z": "ȥƶ",
}  # fmt: skip
# Letters that stand for themselves in their own words too often to be called alike.
NOT_ALIKE = set("тнмбцшəɛɔ")


def main(confusables: Path) -> None:
    """Write both tables."""
    valid = [chr(c) for c in range(0x80, LAST) if _may_stand(c)]
    scripts = {c: _script(c) for c in valid}
    known = [c for c in valid if scripts[c]]
    _write("link_scripts", "# script\tcode points", _script_rows(known, scripts))
    alike = _alike(json.loads(confusables.read_text(encoding="utf-8")), known)
    _write("link_lookalikes", "# ASCII\tletters that look so", alike)


def _may_stand(code: int) -> bool:
    character = chr(code)
    valid = intranges_contain(code, codepoint_classes["PVALID"])
    context = character in "\u00b7\u0375\u05f3\u05f4\u30fb\u200c\u200d"
    return (valid or context) and not any(low <= code <= high for low, high in UNUSUAL)


def _script(character: str) -> str:
    own: str = script(character)
    if own in RECOMMENDED:
        return own
    wider = sorted(script_extension(character) & set(RECOMMENDED))
    narrow = 0 < len(wider) <= FEW and character not in DIACRITICS
    return wider[-1] if narrow else "Zyyy" if own in NEUTRAL else ""


def _script_rows(characters: Iterable[str], scripts: dict[str, str]) -> Iterator[str]:
    for name in [*RECOMMENDED, "Zyyy"]:
        codes = [ord(c) for c in characters if scripts[c] == name]
        yield f"{name}\t{' '.join(_ranges(codes))}"


def _ranges(codes: list[int]) -> Iterator[str]:
    step = count()
    for _, run in groupby(codes, lambda code: code - next(step)):
        values = list(run)
        yield f"{values[0]:x}" if len(values) == 1 else f"{values[0]:x}-{values[-1]:x}"


def _alike(confusables: dict[str, list[dict[str, str]]], known: list[str]) -> Iterator[str]:
    found: dict[str, set[str]] = {ascii_: set(letters) for ascii_, letters in MORE.items()}
    for character in known:
        for other in confusables.get(character, ()):
            shape = other["c"].lower()
            if shape.isascii() and shape.isalnum() and not _has_marks(character):
                found.setdefault(shape, set()).add(character)
                break
    for shape in sorted(found):
        letters = sorted(found[shape] - NOT_ALIKE)
        if letters:
            yield f"{shape}\t{''.join(letters)}"


def _has_marks(character: str) -> bool:
    return len(unicodedata.normalize("NFD", character)) > 1


def _write(name: str, head: str, lines: Iterable[str]) -> None:
    text = "\n".join([head, *lines]) + "\n"
    (DATA / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
