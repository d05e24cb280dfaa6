"""Videos by yt-dlp, for real: its generic extractor reads a page of a server on loopback."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.fetch.fetching import Fetching, fetching
from bot.fetch.model import Fetched, FetchError, Missing
from bot.fetch.terms import Terms
from tests.bot.fetch.conftest import loopback
from tests.bot.fetch.site import SILENCE, Site, answer, serving

pytest.importorskip("yt_dlp")
pytestmark = pytest.mark.asyncio(loop_scope="module")

VTT = """WEBVTT

00:00:00.000 --> 00:00:04.000
A well begins with a question to the neighbours.

00:00:04.000 --> 00:00:09.000
The first metres are the easy ones, because the soil is soft.

00:00:09.000 --> 00:00:15.000
At ten metres the digger needs a second person.
"""
PAGE = """<!doctype html><html><head><title>How a well is dug</title>
<meta property="og:title" content="How a well is dug">
<meta name="description" content="A film about wells.">
<meta property="og:description" content="A film about wells."></head><body>
<video src="/well.mp4" controls>
<track kind="subtitles" srclang="de" src="/de.vtt">
<track kind="subtitles" srclang="en" src="/en.vtt">
</video></body></html>"""


@pytest_asyncio.fixture(loop_scope="module")
async def site() -> AsyncIterator[Site]:
    answers = {
        "/well": answer(PAGE, content_type="text/html"),
        "/en.vtt": answer(VTT, content_type="text/vtt"),
        "/de.vtt": answer(VTT.replace("well", "Brunnen"), content_type="text/vtt"),
        "/well.mp4": answer(bytes(10_000), content_type="video/mp4"),
    }
    async with serving(answers) as site:
        yield site


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hosts")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def loaded(hosts: Path) -> AsyncIterator[Fetching]:
    """One for all tests: its process loads yt-dlp for two seconds."""
    async with fetching(replace(loopback(hosts), mode="all"), 1, 6) as fetcher:
        yield fetcher


@pytest.fixture
def fetcher(loaded: Fetching, hosts: Path) -> Fetching:
    """What knows nothing of hosts that asked for a pause; each site has a port of its own."""
    for host in hosts.iterdir():
        host.unlink()
    return loaded


def file(fetched: Fetched, ending: str) -> bytes:
    return next(data for name, data in fetched.files if name.endswith(ending))


async def test_a_video_page_gives_its_description_and_captions_and_no_picture(
    site: Site, fetcher: Fetching
) -> None:
    fetched = await fetcher(site.url("/well"), 1)
    about = json.loads(file(fetched, ".info.json"))
    assert about["title"] == "How a well is dug"
    assert about["description"] == "A film about wells."
    assert file(fetched, ".en.vtt") == VTT.encode()
    assert fetched.came == ("description", "captions-human")
    assert fetched.missing == (Missing("comments", "unsupported"),)
    assert "/well.mp4" not in site.paths


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (answer(b"", content_type="text/vtt"), "empty"),
        (answer("<!DOCTYPE html><p>Sign in", content_type="text/html"), "wrong-kind"),
        (answer("no captions at all", content_type="text/vtt"), "unreadable"),
        (answer("", 403), "refused"),
        (answer("", 429), "busy"),
        (answer("", 500), "down"),
        (answer("x", content_encoding="gzip"), "unreadable"),
    ],
)
async def test_captions_that_do_not_come_are_missing_with_the_reason(
    site: Site, fetcher: Fetching, said: bytes, why: str
) -> None:
    site.answers["/en.vtt"] = said
    fetched = await fetcher(site.url("/well"), 1)
    assert fetched.came == ("description",)
    assert Missing("captions", why) in fetched.missing


async def test_an_address_without_a_video_is_said(site: Site, fetcher: Fetching) -> None:
    site.answers["/text"] = answer("<html><p>only words", content_type="text/html")
    with pytest.raises(FetchError, match="fetch-no-video"):
        await fetcher(site.url("/text"), 1)


async def test_a_page_that_is_refused_is_said(site: Site, fetcher: Fetching) -> None:
    site.answers["/well"] = answer("", 403)
    with pytest.raises(FetchError, match="fetch-refused"):
        await fetcher(site.url("/well"), 1)


async def test_a_page_that_never_answers_is_given_up(site: Site, terms: Terms) -> None:
    site.answers["/well"] = SILENCE
    async with fetching(replace(terms, mode="all", seconds=2), 1, 6) as fetcher:
        with pytest.raises(FetchError, match="fetch-slow"):
            await fetcher(site.url("/well"), 1)


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://[::ffff:127.0.0.1]/", "file:///etc/passwd"]
)
async def test_yt_dlp_is_led_to_no_private_address(
    site: Site, fetcher: Fetching, target: str
) -> None:
    site.answers["/en.vtt"] = (
        f"HTTP/1.1 302 -\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n".encode()
    )
    fetched = await fetcher(site.url("/well"), 1)
    [missing] = [one for one in fetched.missing if one.what == "captions"]
    assert missing.why in {"not-public", "no-address"}


async def test_files_of_a_user_of_yt_dlp_change_nothing(
    site: Site, terms: Terms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "ran"
    home = tmp_path / "home"
    plugin = home / ".config" / "yt-dlp" / "plugins" / "own" / "yt_dlp_plugins" / "extractor"
    plugin.mkdir(parents=True)
    (plugin / "own.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (home / ".config" / "yt-dlp" / "config").write_text(f"--exec 'touch {marker}'\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    async with fetching(replace(terms, mode="all"), 1, 6) as fetcher:
        await fetcher(site.url("/well"), 1)
    assert not marker.exists()


@pytest.mark.parametrize(
    ("said", "key"), [(answer("", 429), "fetch-busy"), (answer("", 502), "fetch-down")]
)
async def test_what_yt_dlp_cannot_tell_the_network_tells(
    site: Site, fetcher: Fetching, said: bytes, key: str
) -> None:
    site.answers["/well"] = said
    with pytest.raises(FetchError, match=key):
        await fetcher(site.url("/well"), 1)
