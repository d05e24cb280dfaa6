"""Telegram's HTML: tagged text in, plain text with entities out, refused in Telegram's words.

Follows https://core.telegram.org/bots/api#html-style; the tests compare it with TDLib's parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.local.errors import BotApiError, bad_request
from bot.local.text.entities import Entity, entity_order, units
from bot.local.text.link_targets import accepted_address, mentioned_user

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
}
_TAGS = {*_STYLES, "a", "code", "pre", "tg-emoji"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = r"[ \t\r\n\v]"
_NOT_SPACE = r"[^ \t\r\n\v"
_CHARACTER = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<dec>[0-9]*)|(?P<name>[a-zA-Z]*));?")
_NAME = re.compile(rf"{_NOT_SPACE}>]*")
_SPACES = re.compile(rf"{_SPACE}*")
_KEY = re.compile(rf"{_NOT_SPACE}=>/'\"]*")
_TOKEN = re.compile(r"[0-9A-Za-z.\-]*")
_PLAIN = re.compile(r"[^<&]+")
_LONGEST_NUMBER = 10
_LAST_CHARACTER = 0x10FFFF


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """The text without its tags, and its entities in Telegram's order."""
    return _Parser(text).run()


@dataclass(slots=True)
class _Open:
    tag: str
    values: dict[str, str]
    offset: int
    start: int


class _Parser:
    """One pass over one text; ``out`` grows by pieces, ``size`` counts their units."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []
        self.size = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.text):
            self._step()
        if self.open:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return _whole("".join(self.out)), sorted(self.entities, key=entity_order)

    def _step(self) -> None:
        if plain := self._match(_PLAIN):
            self._put(plain)
        elif self.text[self.at] == "&":
            self._put(self._character())
        elif self.text.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _put(self, piece: str) -> None:
        self.out.append(piece)
        self.size += units(piece)

    def _character(self) -> str:
        """What a reference such as ``&lt;`` stands for; the bare ``&`` where it is none."""
        match = _CHARACTER.match(self.text, self.at)
        found = match and _decoded(match)
        if not match or not found:
            self.at += 1
            return "&"
        self.at = match.end()
        return found

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match[0] if match else ""

    def _here(self) -> str:
        return self.text[self.at : self.at + 1]

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._match(_NAME).lower()
        if not self._here():
            raise self._error("Unclosed start tag", begin)
        if tag not in _TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        values = self._attributes(tag, begin)
        if tag == "span" and values.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, values, self.size, len(self.out)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        values: dict[str, str] = {}
        while True:
            self._match(_SPACES)
            if self._here() == ">":
                self.at += 1
                return values
            key = self._match(_KEY)
            if not key:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            self._match(_SPACES)
            if not self._here():
                raise self._error(f'Unclosed start tag "{tag}"', begin)
            values[key] = self._value(tag, begin) if self._here() == "=" else ""
            if not self._here():
                raise self._error("Unclosed start tag", begin)

    def _value(self, tag: str, begin: int) -> str:
        self.at += 1
        self._match(_SPACES)
        if not self._here():
            raise self._error(f'Unclosed start tag "{tag}"', begin)
        if self._here() in "'\"":
            return self._quoted()
        start = self.at
        token = self._match(_TOKEN).lower()
        if self._here() and not re.match(f">|{_SPACE}", self._here()):
            raise self._error("Unexpected end of name token", start)
        return token

    def _quoted(self) -> str:
        quote = self._here()
        self.at += 1
        pieces: list[str] = []
        while (here := self._here()) and here != quote:
            if here == "&":
                pieces.append(self._character())
            else:
                pieces.append(here)
                self.at += 1
        self.at += 1
        return "".join(pieces)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        self.at += 2
        name = self._match(_NAME).lower()
        self._match(_SPACES)
        if self._here() != ">":
            raise self._error("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if name not in {"", opened.tag}:
            detail = f', expected "</{opened.tag}>", found "</{name}>"'
            raise self._error("Unmatched end tag", begin, detail)
        if self.size > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        """Add the entity of a tag that holds text."""
        place = {"offset": opened.offset, "length": self.size - opened.offset}
        last = self.entities[-1] if self.entities else {}
        same = {key: last.get(key) for key in place} == place
        kind, extra = self._meaning(opened)
        language = extra.get("language") or last.get("language")
        if same and language and {kind, last["type"]} == {"pre", "code"}:
            last.update(type="pre", language=language)
        elif kind:
            self.entities.append({"type": kind, **place, **extra})

    def _meaning(self, opened: _Open) -> tuple[str, Entity]:
        """The entity's type, "" for none, with its own fields."""
        tag, values = opened.tag, opened.values
        if tag == "a":
            return _link(values.get("href") or "".join(self.out[opened.start :]))
        if tag == "blockquote" and "expandable" in values:
            return "expandable_blockquote", {}
        if tag == "code" and (language := values.get("class", "")).startswith("language-"):
            return "code", {"language": language.removeprefix("language-")}
        if tag == "tg-emoji":
            number = values.get("emoji-id", "")
            if not number.isdecimal():
                raise _refusal("Invalid custom emoji identifier specified")
            return "custom_emoji", {"custom_emoji_id": number}
        return _STYLES.get(tag, tag), {}

    def _error(self, what: str, position: int, detail: str = "") -> BotApiError:
        offset = len(self.text[:position].encode())
        return _refusal(f"{what} at byte offset {offset}{detail}")


def _decoded(match: re.Match[str]) -> str | None:
    """The character of a reference, None where it names none."""
    if name := match["name"]:
        return _NAMED.get(name)
    digits, base = (match["hex"], 16) if match["hex"] is not None else (match["dec"], 10)
    written = len(match[0].removesuffix(";"))
    code = int(digits, base) if digits and written < _LONGEST_NUMBER else 0
    return chr(code) if 0 < code < _LAST_CHARACTER else None


def _link(address: str) -> tuple[str, Entity]:
    if user := mentioned_user(address):
        return "text_mention", {"user": {"id": user, "is_bot": False, "first_name": ""}}
    accepted = accepted_address(address)
    return ("text_link", {"url": accepted}) if accepted else ("", {})


def _whole(text: str) -> str:
    """The text, refused where references left half a character in it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _refusal(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None
    return text


def _refusal(problem: str) -> BotApiError:
    return bad_request(f"can't parse entities: {problem}")
