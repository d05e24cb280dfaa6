"""Crafted mails, pages, data files, tables and rich texts; see ``patterns_files.py``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Builder = Callable[[int], bytes]
"""The bytes of a file of about so many bytes."""

_MAIL: Final = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x"
_PART: Final = "\n\n--x\nContent-Type: text/html\n"
_PAGE: Final = "<!doctype html><html><body>"
_YOUTUBE: Final = "<!doctype html><html><script>var ytInitialData = "
_ITEM: Final = '{"commentRenderer":{"contentText":{"runs":[{"text":"a"}]}}},'


def filled(unit: str, head: str = "", tail: str = "", size: int = 0) -> bytes:
    """``head``, as many of ``unit`` as fit into ``size`` bytes, ``tail``."""
    again = max(1, (size - len(head) - len(tail)) // len(unit.encode("utf-8", "surrogatepass")))
    return (head + unit * again + tail).encode("utf-8", "surrogatepass")


def counted(unit: str, head: str = "", tail: str = "", size: int = 0) -> bytes:
    """The same with the number of each unit in the place of its ``%``."""
    again = max(1, size // (len(unit) + 5))
    return (head + "".join(unit.replace("%", str(i)) for i in range(again)) + tail).encode()


def halves(first: str, second: str, head: str = "", tail: str = "", size: int = 0) -> bytes:
    """Half of it ``first``, half of it ``second``: the one looked through for each of the other."""
    return filled(first, head, size=size // 2) + filled(second, "", tail, size=size // 2)


def texts(*table: tuple[str, ...]) -> dict[str, Builder]:
    """Builders of (name, unit, head, tail)."""
    return {name: _builder(parts) for name, *parts in table}


def _builder(parts: list[str]) -> Builder:
    unit, head, tail = (*parts, "", "")[:3]
    return lambda size: filled(unit, head, tail, size)


_MAILS: Final = texts(
    ("mail parameters", "; a=b", _MAIL, _PART + "\n<p>a</p>"),
    ("mail quoted parameters", '; a="b', _MAIL, _PART + "\n<p>a</p>"),
    ("mail open quotes", '"', _MAIL + "; a=", _PART + "\n<p>a</p>"),
    ("mail backslashes", "\\", _MAIL + '; a="', _PART + "\n<p>a</p>"),
    ("mail parameters of a part", "; a=b", f"{_MAIL}{_PART}".rstrip(), "\n\n<p>a</p>"),
    ("mail semicolons", ";", _MAIL, _PART + "\n<p>a</p>"),
    ("mail folded header", "\n b", _MAIL + "\nSubject: a", _PART + "\n<p>a</p>"),
    ("mail many headers", "\nX-a: b", _MAIL, _PART + "\n<p>a</p>"),
    ("mail subject words", "=?utf-8?q?a?= ", _MAIL + "\nSubject: ", _PART + "\n<p>a</p>"),
    ("mail subject open words", "=?", _MAIL + "\nSubject: ", _PART + "\n<p>a</p>"),
    ("mail subject base64", "=?utf-8?b?", _MAIL + "\nSubject: ", _PART + "\n<p>a</p>"),
    ("mail boundaries", "--x\n", _MAIL + "\n\n"),
    ("mail parts", "--x\nContent-Type: text/html\n\na\n", _MAIL + "\n\n"),
    ("mail parts in parts", "--x\nContent-Type: multipart/mixed; boundary=x\n\n", _MAIL + "\n\n"),
    ("mail nearly boundaries", "--x-\n", _MAIL + "\n\n"),
    (
        "mail quoted printable",
        "=3D",
        f"{_MAIL}{_PART}Content-Transfer-Encoding: quoted-printable\n\n<p>",
    ),
    (
        "mail soft breaks",
        "a=\n",
        f"{_MAIL}{_PART}Content-Transfer-Encoding: quoted-printable\n\n<p>",
    ),
    ("mail base64", "PGI+\n", f"{_MAIL}{_PART}Content-Transfer-Encoding: base64\n\n"),
    ("mail broken base64", "P=", f"{_MAIL}{_PART}Content-Transfer-Encoding: base64\n\n"),
    (
        "mail uuencoded",
        "M" + "a" * 60 + "\n",
        f"{_MAIL}{_PART}Content-Transfer-Encoding: x-uuencode\n\nbegin 6 a\n",
    ),
    ("mail comments in a header", "(", "MIME-Version: 1.0\nContent-Type: text/html ", "\n\n<p>a"),
)
_MAILS["mail continued parameters"] = lambda size: counted(
    "; a*%=b", _MAIL, _PART + "\n<p>a</p>", size
)

_WEB: Final = texts(
    ("html open brackets", "<", _PAGE),
    ("html open tags", "<a ", _PAGE),
    ("html open attribute", "a='", _PAGE + '<a b="'),
    ("html deep", "<div>", _PAGE),
    ("html ends", "</div>", _PAGE),
    ("html formatting left open", "<b>", _PAGE),
    ("html links left open", "<a><p>", _PAGE),
    ("html attributes of a tag", "a=b ", _PAGE + "<a "),
    ("html tags of some attributes", "<i " + "a=b " * 60 + ">", _PAGE),
    ("html comments", "<!--", _PAGE),
    ("html entities", "&amp;", _PAGE + "<p>"),
    ("html ampersands", "&", _PAGE + "<p>"),
    ("html numbers", "&#x1F600;", _PAGE + "<p>"),
    ("html paragraphs", "<p>a", _PAGE),
    ("html lines", "<br>a", _PAGE),
    ("html cells", "<tr><td>a", _PAGE + "<table>"),
    ("html words outside a table", "<table>a", _PAGE),
    ("html pre", "\na", _PAGE + "<pre>"),
    ("html many pre", "<pre>\na</pre>", _PAGE),
    ("html data", "<![CDATA[", _PAGE),
    ("html pictures", "<img src='data:image/png;base64," + "A" * 200 + "'>", _PAGE),
    ("html half pictures", "data:image/png;base64,", _PAGE),
    ("html styles", "<style>a", _PAGE),
    ("html templates", "<template>", _PAGE),
    ("html vector pictures", "<svg><title>a</title></svg>", _PAGE),
    ("html hidden", "<p hidden>a</p>", _PAGE),
    ("html main parts", "<main><article>a</article></main>", _PAGE),
    ("html types", "<!doctype html>", _PAGE),
    (
        "html comments of a site",
        '<tr class="athing comtr"><td><div class="commtext">a</div></td></tr>',
        _PAGE + "<table>",
    ),
    (
        "html segments",
        "<ytd-transcript-segment-renderer><div class=segment-text>a</div>",
        _PAGE,
    ),
    ("html scripts of data", "ytInitialData = {", _PAGE + "<script>"),
    ("html strings of data", "ytInitialData = '", _PAGE + "<script>"),
    ("html data in data", '{"a":', _YOUTUBE),
    ("html comments in data", _ITEM, _YOUTUBE + "[", "0];</script>"),
    ("html linked data", "[", _PAGE + '<script type="application/ld+json">'),
)
_WEB["html names"] = lambda size: counted("<a% b%=c>", _PAGE, size=size)
_WEB["html attributes by number"] = lambda size: counted(" a%=b", _PAGE + "<a", ">", size)

_DATA: Final = texts(
    ("json lists in lists", "["),
    ("json objects in objects", '{"a":'),
    ("json small lists", "[],", "[", "0]"),
    ("json closed otherwise", "[)"),
    ("json deep and closed otherwise", "})", "[" * 390),
    ("json open string", "a", '{"text":"'),
    ("json escapes", "\\u0041", '{"text":"', '"}'),
    ("json halves of letters", "\\ud83d", '{"text":"', '","author":"a"}'),
    ("json backslashes", "\\\\", '{"text":"', '"}'),
    ("json long number", "1", '{"a":', "}"),
    ("json long name", "a", '{"', '":1}'),
    ("json lines", '{"text":"a","author":"b"}\n'),
    ("json lines with a broken end", '{"text":"a"}\n', "", '{"'),
    ("json the same comment", '{"id":"1","text":"a","author":"b"},', '{"comments":[', "0]}"),
    ("json text in text", '\\"', '{"data":"{\\"a', '"}'),
    ("json words", '"word",', '{"words":[', '"a"]}'),
    ("json cues", '{"start":1,"duration":2,"text":"a"},', "[", "0]"),
    ("json captions", '{"tStartMs":1,"segs":[{"utf8":"a"}]},', '{"events":[', "{}]}"),
    ("json answers", _ITEM, '{"responseContext":[', "0]}"),
    ("json chat", '{"replayChatItemAction":{"actions":[]}}\n'),
    ("json runs", '{"text":"a"},', '{"commentRenderer":{"contentText":{"runs":[', "{}]}}}"),
    ("code strings side by side", '"a" ', "const a = ["),
    ("code remarks", "/*", "const a = ["),
    ("code remarks of stars", "*", "const a = [/*"),
    ("code line remarks", "//\n", "const a = ["),
    ("code slashes", "/ ", "const a = ["),
    ("code back quotes", "`", "const a = ["),
    ("code names", "a:", "const a = {"),
    ("code calls", "a(", "const a = "),
    ("code values", "{text: 'a'},", "const a = [", "]"),
    ("code equals", "let a = ", "const a = ["),
    ("code numbers", "1_", "const a = [1", "]"),
)
_DATA["json names by number"] = lambda size: counted('"a%":1,', "{", '"b":2}', size)
_DATA["json chapters and cues"] = lambda size: halves(
    '{"title":"a","start_time":1},',
    '{"start":0,"duration":1,"text":"a"},',
    '{"chapters":[',
    "0]}",
    size,
).replace(b'1},{"start"', b'1}],"cues":[{"start"', 1)
_DATA["json columns"] = lambda size: halves('"a",', "1,", '{"text":[', "0]}", size).replace(
    b'"a",1', b'"a"],"likes":[1', 1
)

_TABLES: Final = texts(
    ("table commas", ","),
    ("table commas below a head", ",", "author,comment\n"),
    ("table quotes", '"', "author,comment\n"),
    ("table open quote", "a\n", 'author,comment\na,"'),
    ("table quoted cells", '"a",', "author,comment\n"),
    ("table doubled quotes", '""', 'author,comment\na,"', '"\n'),
    ("table rows", "a,b\n", "author,comment\n"),
    ("table wide rows", "a," * 5_000 + "\n", "author,comment\n"),
    ("table empty rows", "\n", "author,comment\n"),
    ("table tabs and times", "0:01\ta\n"),
    ("table bars", "|a", "|author|comment|\n"),
    ("table marks", "a;b\n", "author;comment\n"),
    ("table handles", "@a,a b c,1\n"),
)
_TABLES["table columns by number"] = lambda size: counted("a%,", "comment,", "\na,b\n", size)
_TABLES["table remarks again"] = lambda size: filled(
    "".join(f"bread {i}\n" for i in range(3_000)), "comment\n", size=size
)
_TABLES["table head and rows"] = lambda size: (
    counted("a%,", "comment,", "\n", size // 2) + filled("a\n", size=size // 2)
)

_RICH: Final = texts(
    ("rtf groups", "{", "{\\rtf1 "),
    ("rtf ends", "}", "{\\rtf1 "),
    ("rtf silent groups", "{\\*", "{\\rtf1 "),
    ("rtf letters", "\\'41", "{\\rtf1 "),
    ("rtf numbers", "\\u65?", "{\\rtf1 "),
    ("rtf skipped", "\\uc9\\u65 ", "{\\rtf1 "),
    ("rtf words", "\\a ", "{\\rtf1 "),
    ("rtf fonts", "\\f1", "{\\rtf1{\\fonttbl"),
    ("rtf fonts without sets", "\\f1\\fnil \\b", "{\\rtf1{\\fonttbl"),
    ("rtf backslashes", "\\", "{\\rtf1 "),
    ("rtf paragraphs", "\\par a", "{\\rtf1 "),
    ("rtf code pages", "\\ansicpg1251 ", "{\\rtf1 "),
)

TEXTS: Final = _MAILS | _WEB | _DATA | _TABLES | _RICH
