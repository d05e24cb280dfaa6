"""The reply in a terminal: styles and links where it can, cut to its width by what is seen."""

from __future__ import annotations

import io

import pytest
from wcwidth import strip_sequences, width

from bot.terminal import show
from handlers.message.blocks import Block, Span, bold, plain, quoted

PAGE = "https://example.org/a-long-way/to-the-page"


class Terminal(io.StringIO):
    """A stream with a reader's eyes behind it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def colourful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.delenv("NO_COLOR", raising=False)


def shown(*spans: Span, folded: bool = False) -> str:
    stream = Terminal()
    show([Block((spans,), folded)], stream)
    return stream.getvalue()


def test_headings_are_bold_and_links_open_their_address() -> None:
    assert shown(bold("Links")) == "\x1b[1mLinks\x1b[0m\n\n"
    linked = shown(Span("here", url=PAGE))
    assert PAGE in linked
    assert strip_sequences(linked) == "here\n\n"


def test_lines_are_cut_by_the_cells_they_take_in_every_script() -> None:
    rows = shown(
        plain("One two three four five six seven eight."), quoted("日本語の文章" * 6)
    ).splitlines()
    assert len(rows) > 3
    assert all(width(strip_sequences(row)) <= 30 for row in rows)


def test_a_quote_is_set_in() -> None:
    rows = shown(quoted("word " * 20), folded=True).splitlines()[:-1]
    assert len(rows) > 3
    assert all(row.startswith("    w") for row in rows)


def test_an_address_stays_in_one_piece() -> None:
    assert PAGE[:25] in strip_sequences(shown(quoted("the page", url=PAGE[:25])))


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colours_gets_none(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert shown(bold("Links"), quoted("x", url="https://x.org")) == "Linksx https://x.org\n\n"


def test_a_file_gets_whole_lines_and_no_styles() -> None:
    stream = io.StringIO()
    show([Block(((bold("A"), quoted(" word" * 50)), (plain("B"),)))], stream)
    assert stream.getvalue() == "A" + "word " * 49 + "word\nB\n\n"


def test_neither_text_nor_address_may_steer_the_terminal() -> None:
    evil = "\x1b]0;owned\x07"
    assert evil not in shown(quoted(f"x{evil}", url=f"https://x.org/{evil}"))
