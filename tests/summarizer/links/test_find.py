"""Where addresses begin and end in a text."""

from __future__ import annotations

import pytest

from summarizer.links import find_links

LONG = 200_000


def written(text: str) -> list[str]:
    return [link.written for link in find_links(text)]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        (
            "🔗https://example.com/a🔥 →https://example.org/b",
            "https://example.com/a https://example.org/b",
        ),
        ("👉instagram.com/name", "instagram.com/name"),
        ("https://example.com/a\u200b\u200b next", "https://example.com/a"),
        ("(see https://example.com/a_(b)).", "https://example.com/a_(b)"),
        (
            "'https://example.com/a', \"https://example.com/b\"",
            "https://example.com/a https://example.com/b",
        ),
        (
            "https://example.com/I'm_a and https://example.com/a's page",
            "https://example.com/I'm_a https://example.com/a",
        ),
        (
            "**https://example.com/a** __https://example.com/b_c__",
            "https://example.com/a https://example.com/b_c",
        ),
        (
            "[x](https://example.com/a)[https://example.com/b]",
            "https://example.com/a https://example.com/b",
        ),
        ("见https://example.com/a谢谢、example.jp。终", "https://example.com/a example.jp"),
        ("https://ja.wikipedia.org/wiki/東京_(曖昧)", "https://ja.wikipedia.org/wiki/東京_(曖昧)"),
        ("訪問example.jp日本 example.com中国語foo.jp", "example.jp example.com foo.jp"),
        (
            "www.frédéric.com кремль.рф WWE.com Twitch.tv/x",
            "www.frédéric.com кремль.рф WWE.com Twitch.tv/x",
        ),
        (
            "http://exampleこれは.com/x http://site.ruпривет",
            "http://exampleこれは.com/x http://site.ru",
        ),
        ("Siehe пример.рфи so weiter", "пример.рф"),
        (
            "Site:example.com, //example.org/x; -example.net",
            "example.com //example.org/x example.net",
        ),
        ("wordhttps://example.com/a", "https://example.com/a"),
        (
            "xn--e1afmkfd.xn--p1ai HTTP://xn--e1afmkfd.xn--p1ai",
            "xn--e1afmkfd.xn--p1ai HTTP://xn--e1afmkfd.xn--p1ai",
        ),
        ("http://www.shop.org.za/a example.co.uk", "http://www.shop.org.za/a example.co.uk"),
        (
            "https://example.com:8080/a https://example.com:99999/a",
            "https://example.com:8080/a https://example.com",
        ),
        (
            "https://example.com# https://example.com/# https://example.com/?",
            "https://example.com https://example.com/# https://example.com/",
        ),
        ("http://user:word@example.com/a", "http://user:word@example.com/a"),
        (
            "https://example.unknowntop/a http://sub_domain.example.com",
            "https://example.unknowntop/a http://sub_domain.example.com",
        ),
        ("visit example.com.Then go", "example.com"),
        ("192.168.0.1/setup www.🤙.tk", "192.168.0.1/setup www.🤙.tk"),
        ("script.pl is a file, allegro.pl a shop", "allegro.pl"),
    ],
)
def test_an_address_ends_where_the_text_goes_on(text: str, addresses: str) -> None:
    assert written(text) == addresses.split(" ")


@pytest.mark.parametrize(
    "text",
    [
        "mail me at first.last@example.com or a@b.co",
        "#tag.com @name.com $CASH.CA #https://example.com @https://example.com",
        "main.py README.md setup.sh archive.zip e.g.this i.e.that index.html lib.rs",
        "at 12:30 or 0:15.3, version 1.2.3, v1.2.3.4, 1.2.3.400, 1,000.50",
        "Ok.So it ends.Then it goes on.But no",
        "console.log(x) and name.is(y)",
        "/home/me/example.com ~/example.com C:\\example.com",
        "http:// https://. http://-bad.com http://bad-.com http://a_b_.com http://xn--é.com",
        "http://single http://1.0 hppt://example.com _example.com foo.notatop",
        "https://example.com"[:10] + f"{'a' * 64}.com",
        f"{'a' * 64}.com {'abc.' * 70}com",
        "",
    ],
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("https://example.com/path/to...", True),
        ("https://www.exampl…", True),
        ("example.com/path…", True),
        ("WWE.com... is a site", False),
        ("https://example.com/a.", False),
    ],
)
def test_only_an_ellipsis_glued_to_an_address_cuts_it(text: str, *, cut: bool) -> None:
    assert [link.kind == "cut" for link in find_links(text)] == [cut]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "http://",
        "@",
        "a@",
        "(",
        ".com",
        "-",
        "\u200b",
        "a.com.",
        "1.1.",
        "ж.",
        "'",
        "//",
    ],
)
def test_long_lines_without_a_blank_are_read_to_the_end(piece: str) -> None:
    text = f"{piece * (LONG // len(piece))} https://example.com/last"
    assert written(text)[-1:] == ["https://example.com/last"]


def test_the_text_of_a_markdown_link_to_the_same_address_is_no_second_link() -> None:
    found = find_links("Visit [bees.example.com/rules](http://bees.example.com/rules) for rules")
    assert [link.written for link in found] == ["http://bees.example.com/rules"]
    assert len(find_links("[bees.example.com](http://wasps.example.com)")) == 2
