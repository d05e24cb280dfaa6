"""Makes handlers/message/languages/names.tsv.

    python -m tools.make_language_names

Of each language in summarizer/data/languages.tsv its name in the languages of the replies, as
Unicode's CLDR has it in the installed Babel (2.19.0). The same version gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from summarizer.data import rows
from tools.cldr import LANGUAGES, locale

TABLE = Path(__file__).resolve().parents[1] / "handlers" / "message" / "languages" / "names.tsv"
UNKNOWN = {
    "ar": "غير معروفة", "de": "unbekannt", "es": "desconocido", "fa": "نامشخص",
    "fr": "indéterminée", "hi": "अज्ञात", "id": "tidak dikenal", "it": "sconosciuta", "ja": "不明",
    "ko": "알 수 없음", "nl": "onbekend", "pl": "nieznany", "pt-br": "desconhecido",
    "ru": "неизвестный", "tr": "bilinmeyen", "uk": "невідома", "uz": "nomaʼlum",
    "vi": "không xác định", "zh-hans": "未知",
}  # fmt: skip
"""What stands for a language in a list of names where it is not known; CLDR's begin a line."""
HEAD = "# Names of languages, from Unicode CLDR (Unicode-3.0) by tools/make_language_names.py."


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8")


def table() -> str:
    """The text of the table."""
    columns = [language for language in LANGUAGES if language != "en"]
    named = [{**locale(one).languages, "und": UNKNOWN[one]} for one in columns]
    lines = [HEAD, "\t".join(("code", *columns))]
    for code, english, *_ in rows("languages"):
        lines.append("\t".join((code, *(names.get(code, english) for names in named))))
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    main()
