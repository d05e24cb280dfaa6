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
HEAD = "# Names of languages, from Unicode CLDR (Unicode-3.0) by tools/make_language_names.py."


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8")


def table() -> str:
    """The text of the table."""
    columns = [language for language in LANGUAGES if language != "en"]
    named = [locale(language).languages for language in columns]
    lines = [HEAD, "\t".join(("code", *columns))]
    for code, english, *_ in rows("languages"):
        lines.append("\t".join((code, *(names.get(code, english) for names in named))))
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    main()
