"""What a site may do to whoever gets its pages: a server on loopback does it."""

from __future__ import annotations

import gzip
import tracemalloc
from dataclasses import replace

import pytest

from bot.fetch.model import FetchError
from bot.fetch.network import Client, Request
from bot.fetch.network.exchange import parsed
from bot.fetch.terms import Terms
from tests.bot.fetch.conftest import MakeClient, at_home
from tests.bot.fetch.site import ENDLESS, answer, redirect, serving

MB = 2**20


async def refusal(client: Client, url: str) -> str:
    """The key of why nothing came."""
    with pytest.raises(FetchError) as refused:
        await client(url)
    return refused.value.key


async def test_a_page_comes_with_its_type_and_its_address(client: Client) -> None:
    async with serving({"/a": answer("words", content_type="text/html; charset=utf-8")}) as site:
        got = await client(site.url("/a"), accept="text/html")
    assert (got.status, got.body, got.url) == (200, b"words", site.url("/a"))
    assert got.content_type == "text/html; charset=utf-8"


async def test_a_site_learns_who_asks_and_nothing_else(terms: Terms) -> None:
    client = Client(replace(terms, contact="ops@bot.example (24/7)\r\nx: y"), resolve=at_home)
    async with serving({"/": redirect("/b"), "/b": answer("x", set_cookie="a=b")}) as site:
        await client(site.url("/"))
        await client(site.url("/b"))
    for _, headers in site.requests:
        assert set(headers) <= {
            "host",
            "user-agent",
            "accept",
            "accept-language",
            "accept-encoding",
        }
        assert headers["user-agent"].startswith("video-digest-bot/")
        assert headers["user-agent"].endswith(" (ops@bot.example 24/7x: y)")


async def test_redirects_are_followed_five_times(client: Client) -> None:
    answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(7)} | {"/7": answer("end")}
    async with serving(answers) as site:
        assert (await client(site.url("/2"))).body == b"end"
        assert await refusal(client, site.url("/1")) == "fetch-redirects"


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("http://169.254.169.254/latest/meta-data/", "fetch-not-public"),
        ("http://[::ffff:169.254.169.254]/", "fetch-not-public"),
        ("http://[64:ff9b::a9fe:a9fe]/", "fetch-not-public"),
        ("http://[2002:a9fe:a9fe::]/", "fetch-not-public"),
        ("http://0xa9fea9fe/", "fetch-not-public"),
        ("http://10.1/", "fetch-not-public"),
        ("//192.168.1.1/", "fetch-not-public"),
        ("file:///etc/passwd", "fetch-no-address"),
        ("gopher://127.0.0.1/", "fetch-no-address"),
        ("ftp://127.0.0.1/", "fetch-no-address"),
        ("http://me:secret@site.example/", "fetch-no-address"),
        ("http://[not an address/", "fetch-no-address"),
    ],
)
async def test_a_redirect_to_where_nothing_may_be_asked_is_refused(
    terms: Terms, target: str, key: str
) -> None:
    async with serving({"/": redirect(target)}) as site:
        assert await refusal(Client(terms), site.url("/")) == key
    assert site.paths == ["/"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "2130706433"]
)
async def test_this_machine_is_asked_nothing_where_no_test_allows_it(
    terms: Terms, host: str
) -> None:
    async with serving({"/": answer("secret")}) as site:
        strict = Client(replace(terms, loopback=False))
        assert await refusal(strict, f"http://{host}:80/") == "fetch-not-public"
        assert await refusal(strict, site.url("/", host)) == "fetch-no-address"
    assert site.connections == 0


async def test_a_name_that_leads_elsewhere_at_the_next_look_is_looked_up_once(
    make_client: MakeClient,
) -> None:
    looks: list[str] = []

    async def changing(host: str, _: int) -> list[str]:
        looks.append(host)
        return ["127.0.0.1"] if len(looks) == 1 else ["169.254.169.254"]

    async with serving({"/": answer("words")}) as site:
        client = make_client(changing, robots=False)
        assert (await client(site.url("/", "site.example"))).body == b"words"
        assert looks == ["site.example"]
        assert await refusal(client, site.url("/", "site.example")) == "fetch-not-public"
    assert site.connections == 1


async def test_a_body_comes_whole_from_several_members_of_gzip(client: Client) -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    async with serving({"/": answer(packed, content_encoding="gzip")}) as site:
        assert (await client(site.url())).body == b"one two"


async def test_a_bomb_of_gzip_is_refused_before_it_unfolds(client: Client) -> None:
    bomb = gzip.compress(bytes(100 * MB))
    async with serving({"/": answer(bomb, content_encoding="gzip")}) as site:
        tracemalloc.start()
        try:
            assert await refusal(client, site.url()) == "fetch-too-large"
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 70 * MB


async def test_a_body_without_end_is_refused_at_its_bound(client: Client) -> None:
    async with serving({"/": ENDLESS}) as site:
        assert await refusal(client, site.url()) == "fetch-too-large"


async def test_all_that_one_fetching_gets_is_bounded_together(terms: Terms) -> None:
    client = Client(replace(terms, most_bytes=1000), resolve=at_home)
    async with serving({"/": answer(b"x" * 600)}) as site:
        await client(site.url())
        assert await refusal(client, site.url()) == "fetch-too-large"


async def test_a_body_longer_than_who_asks_wants_is_refused(client: Client) -> None:
    async with serving({"/": answer(b"x" * 600)}) as site:
        with pytest.raises(FetchError, match="fetch-too-large"):
            await client(site.url(), most_bytes=599)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (answer("no", 401), "fetch-login"),
        (answer("no", 403), "fetch-refused"),
        (answer("no", 404), "fetch-gone"),
        (answer("no", 410), "fetch-gone"),
        (answer("no", 429), "fetch-busy"),
        (answer("no", 451), "fetch-refused"),
        (answer("no", 500), "fetch-down"),
        (answer("no", 503), "fetch-down"),
        (answer("x", content_encoding="br"), "fetch-unreadable"),
        (answer("not gzip", content_encoding="gzip"), "fetch-unreadable"),
        (answer(gzip.compress(b"x" * 999)[:-9], content_encoding="gzip"), "fetch-unreadable"),
        (answer("half", content_length="9"), "fetch-unreadable"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "fetch-unreadable"),
        (b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 50_000 + b"\r\n", "fetch-unreadable"),
        (redirect("https://consent.site.example/m?continue=x"), "fetch-consent"),
        (redirect("/accounts/login?next=x"), "fetch-login"),
    ],
)
async def test_each_way_of_not_answering_has_its_sentence(
    client: Client, said: bytes, key: str
) -> None:
    walls = {"/m?continue=x": answer("agree"), "/accounts/login?next=x": answer("who?")}
    async with serving({"/": said, **walls}) as site:
        target = said.replace(b"https://consent.site.example", site.url("").encode("ascii"))
        target = target.replace(b"127.0.0.1", b"consent.site.example")
        site.answers["/"] = target
        assert await refusal(client, site.url()) == key


async def test_a_host_without_a_server_is_said(client: Client) -> None:
    async with serving({}) as site:
        url = site.url()
    assert await refusal(client, url) == "fetch-unreachable"


async def test_a_site_that_asks_to_be_left_alone_is_not_asked_again(terms: Terms) -> None:
    client = Client(terms, resolve=at_home)
    async with serving({"/": answer("", 429, retry_after="90")}) as site:
        with pytest.raises(FetchError) as refused:
            await client(site.url())
        assert refused.value.values == {"host": "127.0.0.1", "n": 2}
        site.answers["/"] = answer("words")
        assert await refusal(Client(terms, resolve=at_home), site.url()) == "fetch-busy"
    assert site.paths == ["/"]


async def test_what_robots_txt_keeps_from_this_bot_is_not_asked_for(client: Client) -> None:
    ours = "User-agent: video-digest-bot\nDisallow: /private\n"
    robots = answer(f"{ours}\nUser-agent: *\nDisallow: /\n", content_type="text/plain")
    answers = {"/robots.txt": robots, "/private/a": answer("x"), "/b": answer("words")}
    async with serving(answers) as site:
        assert await refusal(client, site.url("/private/a")) == "fetch-robots"
        assert (await client(site.url("/b"))).body == b"words"
    assert [path for path, _ in site.requests] == ["/robots.txt", "/b"]


async def test_a_site_whose_robots_txt_fails_is_left_alone(client: Client) -> None:
    async with serving({"/robots.txt": answer("", 500), "/": answer("words")}) as site:
        assert await refusal(client, site.url()) == "fetch-down"


async def test_whoever_is_told_not_to_ask_robots_txt_does_not(make_client: MakeClient) -> None:
    async with serving({"/": answer("words")}) as site:
        await make_client(robots=False)(site.url())
    assert [path for path, _ in site.requests] == ["/"]


async def test_a_body_is_sent_on_only_by_redirects_that_keep_the_method(client: Client) -> None:
    answers = {"/a": redirect("/c", 307), "/b": redirect("/c", 303), "/c": answer("x")}
    async with serving(answers) as site:
        headers = {"content-type": "application/json"}
        await client.send(Request(site.url("/a"), "POST", headers, b"{}"))
        await client.send(Request(site.url("/b"), "POST", headers, b"{}"))
    sent = [
        body for (path, _), body in zip(site.requests, site.bodies, strict=True) if path == "/c"
    ]
    assert sent == [b"{}", b""]


@pytest.mark.parametrize(
    "url", ["http://a.example:22/", "https://a.example:8443/", "data:,x", "/x"]
)
def test_only_the_webs_own_ports_are_asked(url: str) -> None:
    with pytest.raises(FetchError):
        parsed(url)
    assert parsed("http://a.example:443/").hostname == "a.example"
