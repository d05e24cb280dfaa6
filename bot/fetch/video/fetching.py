"""What yt-dlp finds of a video, as the files that read_page knows."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlsplit

from bot.fetch.model import Fetched, FetchError, Missing
from bot.fetch.network import Client, Reply, Request
from bot.fetch.network.client import refusal
from bot.fetch.terms import Terms
from bot.fetch.video.captions import Track, choose, is_transcript
from bot.fetch.video.comments import comments_of, lacking
from bot.fetch.video.guard import guard
from bot.fetch.video.library import Library

_KEPT: Final = (
    "id", "title", "description", "channel", "uploader", "creator", "webpage_url",
    "original_url", "duration", "chapters", "language", "upload_date", "like_count", "view_count",
    "comments", "extractor",
)  # fmt: skip
"""What is kept of yt-dlp's description: no address of a picture or a sound."""
_HTML: Final = (b"<!doctype html", b"<html", b"<head")


async def fetch_video(url: str, terms: Terms) -> Fetched:
    """Return what comes of the video at the address until the terms' seconds are over.

    Raises:
        FetchError: nothing came.
    """
    loop = asyncio.get_running_loop()
    work = _Work(Client(terms, robots=False), terms, loop)
    with TemporaryDirectory(prefix="video-") as home:
        guard(terms, Path(home))
        return await asyncio.to_thread(work.fetch, url)


class _Work:
    """One fetching, in a thread: yt-dlp waits for the event loop, where the network is."""

    def __init__(self, client: Client, terms: Terms, loop: asyncio.AbstractEventLoop) -> None:
        self._client = client
        self._terms = terms
        self._loop = loop
        self._deadline = loop.time() + terms.seconds * _SHARE
        self._files: list[tuple[str, bytes]] = []
        self._came: list[str] = []
        self._missing: list[Missing] = []
        self._refused: FetchError | None = None
        self._stated = 0
        self._described = False

    def fetch(self, url: str) -> Fetched:
        """Return what came; raises FetchError where only a title did, and the site said why."""
        comments, agent = self._terms.comments, self._terms.agent
        with Library(self._send, comments, agent, self._take_captions) as library:
            info = self._described_by(library, url)
        self._take_comments(info)
        if info.get("description"):
            self._came.insert(0, "description")
        if library.complaint:
            self._complain(library.complaint, url)
        self._files.insert(0, ("video.info.json", _written(info, comments, self._stated)))
        return Fetched(tuple(self._files), tuple(self._came), tuple(self._missing))

    def _described_by(self, library: Library, url: str) -> Mapping[str, Any]:
        """What the library says; where it does not know why nothing came, the network may."""
        try:
            return library.describe(url)
        except FetchError as problem:
            if self._refused and problem.key == "fetch-nothing":
                raise self._refused from problem
            raise

    def _complain(self, key: str, url: str) -> None:
        """Say why there are no captions where it is not that the video has none."""
        if not self._came:
            raise FetchError(key, host=urlsplit(url).hostname or "")
        why = Missing("captions", key.removeprefix("fetch-"))
        self._missing = [why if one == _NO_CAPTIONS else one for one in self._missing]

    def _take_comments(self, info: Mapping[str, Any]) -> None:
        if comments_of(info, self._terms.comments):
            self._came.append("comments")
        failed = _why(self._refused) if self._refused else ""
        if lack := lacking(info, self._terms.comments, self._stated, failed):
            self._missing.append(lack)

    def _send(self, request: Request) -> Reply:
        """Send a request from the thread, and note whether it failed; over time none is sent."""
        self._refused = None
        try:
            reply = self._sent(request)
        except FetchError as problem:
            self._refused = problem
            raise
        self._refused = refusal(reply)
        return reply

    def _sent(self, request: Request) -> Reply:
        left = self._deadline - self._loop.time()
        asked = asyncio.run_coroutine_threadsafe(self._client.send(request), self._loop)
        try:
            return asked.result(max(left, 0))
        except TimeoutError:
            asked.cancel()
            raise FetchError("fetch-slow", host=urlsplit(request.url).hostname or "") from None

    def _take_captions(self, info: Mapping[str, Any]) -> None:
        """Take the captions of the first video described, before its comments take the time."""
        if self._described:
            return
        self._described = True
        self._stated = info.get("comment_count") or 0
        track = choose(info)
        if track is None:
            self._missing.append(_NO_CAPTIONS)
            return
        name, data = f"video.{track.language}.{track.format}", b""
        try:
            data = self._content(track)
            why = _fault(data, name)
        except FetchError as problem:
            why = _why(problem)
        self._refused = None  # what is refused from now on, are the comments
        if why:
            self._missing.append(Missing("captions", why))
            return
        self._files.append((name, data))
        self._came.append(track.kind)

    def _content(self, track: Track) -> bytes:
        if track.data:
            return track.data.encode()
        reply = self._send(Request(track.url, headers=dict(_lower(track.headers))))
        if said := refusal(reply):
            raise said
        return reply.body


def _written(info: Mapping[str, Any], most: int, stated: int) -> bytes:
    """What yt-dlp says, as it writes its own ``.info.json``."""
    about = {key: info[key] for key in _KEPT if info.get(key) is not None}
    comments = comments_of(info, most)
    about |= {"comments": comments, "comment_count": stated or len(comments)}
    return json.dumps(about).encode()


def _fault(data: bytes, name: str) -> str:
    """Why the bytes are no captions; "" where they are."""
    begin = data.lstrip()[:20].lower()
    if not begin:
        return "empty"
    if begin.startswith(_HTML):
        return "wrong-kind"
    return "" if is_transcript(data, name) else "unreadable"


def _lower(headers: Mapping[str, str] | None) -> dict[str, str]:
    kept = {name.lower(): value for name, value in (headers or {}).items()}
    kept.pop("cookie", None)
    return kept


def _why(problem: FetchError) -> str:
    return problem.key.removeprefix("fetch-")


_NO_CAPTIONS: Final = Missing("captions", "none")
_SHARE: Final = 0.9
"""Of the time: the rest is for putting together what came."""
