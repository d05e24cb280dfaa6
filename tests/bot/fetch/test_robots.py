"""What robots.txt asks for, as RFC 9309 says: addresses are those of a host of no account."""

from __future__ import annotations

import pytest

from bot.fetch.network import Client
from bot.fetch.network.client import NAME
from bot.fetch.network.robots import allows
from tests.bot.fetch.site import answer, serving

OURS = f"User-agent: {NAME}\n"
ALL = "User-agent: *\n"


def may(robots: str, path: str) -> bool:
    return allows(robots, NAME, f"https://a.example{path}")


@pytest.mark.parametrize(
    ("rule", "kept", "given"),
    [
        ("Disallow: /*/edit", "/wiki/edit", "/edit"),
        ("Disallow: /*.pdf$", "/a/b.pdf", "/a/b.pdf?page=2"),
        ("Disallow: /search?*q=", "/search?lang=en&q=well", "/search?lang=en"),
        ("Disallow: /well$", "/well", "/wells"),
        ("Disallow: /%C3%BC", "/ü", "/u"),
        ("Disallow: /ü", "/%c3%bc", "/u"),
    ],
)
def test_an_asterisk_stands_for_anything_and_a_dollar_for_the_end(
    rule: str, kept: str, given: str
) -> None:
    robots = f"{ALL}{rule}\n"
    assert (may(robots, kept), may(robots, given)) == (False, True)


def test_the_longest_rule_counts_wherever_it_stands() -> None:
    robots = f"{ALL}Disallow: /\nAllow: /v0/*.json$\nDisallow: /v0/private/\n"
    assert may(robots, "/v0/item/1.json")
    assert not may(robots, "/v0/item/1")
    assert not may(robots, "/v0/private/")


def test_of_rules_of_one_length_the_one_that_allows_counts() -> None:
    assert may(f"{ALL}Disallow: /well\nAllow: /well\n", "/well")


def test_groups_for_one_name_are_one_group() -> None:
    robots = f"{OURS}Disallow: /a\n\nUser-agent: other\nDisallow: /\n\n{OURS}Disallow: /b\n"
    assert [may(robots, path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_a_group_of_its_own_stands_in_place_of_the_one_for_all() -> None:
    robots = f"{ALL}Disallow: /\n\nUser-agent: other\n{OURS.upper()}Disallow: /a\n"
    assert (may(robots, "/a"), may(robots, "/b")) == (False, True)


async def test_a_byte_order_mark_does_not_hide_the_first_group(client: Client) -> None:
    robots = answer(f"\ufeff{ALL}Disallow: /private\n")
    async with serving({"/robots.txt": robots, "/private": answer("x")}) as site:
        with pytest.raises(Exception, match="fetch-robots"):
            await client(site.url("/private"))


async def test_of_a_very_long_robots_txt_the_beginning_is_obeyed(client: Client) -> None:
    robots = answer(f"{ALL}Disallow: /private\n" + "# and so on\n" * 60_000 + "Disallow: /\n")
    answers = {"/robots.txt": robots, "/private": answer("x"), "/b": answer("words")}
    async with serving(answers) as site:
        assert (await client(site.url("/b"))).body == b"words"
        with pytest.raises(Exception, match="fetch-robots"):
            await client(site.url("/private"))
