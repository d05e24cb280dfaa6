"""yt-dlp: what it knows of a thousand sites, over this bot's own network and nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

from yt_dlp import YoutubeDL
from yt_dlp.globals import plugin_dirs
from yt_dlp.networking import Request as LibraryRequest
from yt_dlp.networking import RequestHandler
from yt_dlp.networking import Response as LibraryResponse
from yt_dlp.networking.exceptions import HTTPError, TransportError
from yt_dlp.utils import UnsupportedError, YoutubeDLError

from bot.fetch.model import FetchError
from bot.fetch.network import Reply, Request
from bot.fetch.video.extractors import LAST, extractors_for, generic

Send = Callable[[Request], Reply]
"""Sends one request and waits for its answer; raises FetchError."""

_OK: Final = range(200, 300)
_PHRASES: Final = (
    ("fetch-blocked", ("not a bot", "unusual traffic", "captcha", "automated")),
    ("fetch-consent", ("consent",)),
    ("fetch-login", ("sign in", "log in", "login", "members", "private", "registered", "password")),
    ("fetch-gone", ("unavailable", "not available", "removed", "deleted", "not exist", "404")),
    ("fetch-refused", ("drm", "geo", "country", "premium", "forbidden", "403")),
)
"""Words of its messages, and what they come to."""


class Library(YoutubeDL):  # type: ignore[misc] # it has no types
    """Describes videos; ``before_comments`` is called with what is known by then."""

    def __init__(
        self, send: Send, comments: int, agent: str, before_comments: Callable[[Any], None]
    ) -> None:
        plugin_dirs.value = []
        self._send = send
        self._comments = comments
        self._before_comments = before_comments
        self._listener = _Listener()
        options = {"logger": self._listener, **_options(comments, agent)}
        super().__init__(options, auto_init=False)

    @property
    def complaint(self) -> str:
        """The key of why a site does not give all, as far as yt-dlp has complained; or ""."""
        return self._listener.heard

    def build_request_director(self, _: Iterable[object], __: object = None) -> Any:  # noqa: ANN401
        """The one way to the network; called by yt-dlp in place of its own."""
        director = super().build_request_director([_OwnNetworkRH])
        for handler in director.handlers.values():
            handler.send_one = self._send
        return director

    def extract_info(self, url: str, *rest: object, **named: Any) -> Any:  # noqa: ANN401
        """Called by yt-dlp for each address on its way: only extractors that may know it try."""
        for extractor in extractors_for(url, named.get("ie_key")):
            if extractor.ie_key() not in self._ies:
                self.add_info_extractor(extractor)
        self._ies.pop(LAST, None)
        self.add_info_extractor(generic())
        return super().extract_info(url, *rest, **named)

    def add_info_extractor(self, ie: Any) -> None:  # noqa: ANN401
        """Called by yt-dlp too; most extractors go on to the last comment of all."""
        if not isinstance(ie, type):
            ie._get_comments = self._bounded(ie._get_comments)  # noqa: SLF001 - it has no other name
        super().add_info_extractor(ie)

    def post_extract(self, info: Any) -> None:  # noqa: ANN401
        """Called by yt-dlp when all but the comments is known; what fails now, fails in part."""
        self._before_comments(info)
        self.params["ignoreerrors"] = True
        YoutubeDL.post_extract(info)

    def describe(self, url: str) -> Mapping[str, Any]:
        """Return what there is to know of the one video at the address.

        Raises:
            FetchError: there is none, or the site does not say.
        """
        try:
            info = self.extract_info(url, download=False)
        except YoutubeDLError as problem:
            raise _explained(problem, url) from None
        entries = [each for each in (info or {}).get("entries") or () if each]
        if len(entries) > 1:
            raise FetchError("fetch-playlist")
        if not info or (info.get("_type") == "playlist" and not entries):
            raise FetchError("fetch-no-video")
        found: dict[str, Any] = self.sanitize_info(entries[0] if entries else info)
        if found.get("extractor") == "html5":  # which numbers the only one too
            found["title"] = str(found.get("title") or "").removesuffix(" (1)")
        return found

    def _bounded(self, get_comments: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
        """The same, which asks for no page of comments behind the last that is wanted."""
        return lambda *args, **named: islice(get_comments(*args, **named), self._comments)


class _OwnNetworkRH(RequestHandler):  # type: ignore[misc]
    """Hands requests to this bot's network; without cookies, and as nobody's browser."""

    _SUPPORTED_URL_SCHEMES = ("http", "https")
    _SUPPORTED_FEATURES = None
    send_one: Send

    def _check_extensions(self, extensions: dict[str, object]) -> None:
        for name in ("cookiejar", "timeout", "legacy_ssl", "keep_header_casing"):
            extensions.pop(name, None)

    def _send(self, request: LibraryRequest) -> LibraryResponse:
        headers = {name.lower(): value for name, value in self._get_headers(request).items()}
        kept = {name: value for name, value in headers.items() if name not in _NOT_PASSED}
        try:
            reply = self.send_one(Request(request.url, request.method, kept, _body(request.data)))
        except FetchError as problem:
            raise TransportError(problem.key, cause=problem) from problem
        shown = {k: v for k, v in reply.headers.items() if k not in _UNFOLDED}
        response = LibraryResponse(io.BytesIO(reply.body), reply.url, shown, reply.status)
        if reply.status not in _OK:
            raise HTTPError(response)
        return response


class _Listener:
    """Prints nothing, since yt-dlp's lines name what users have asked for; notes what it warns of.

    ``heard`` is the key of the last complaint that says why something does not come, or "".
    """

    def __init__(self) -> None:
        self.heard = ""

    def debug(self, _: str) -> None:
        pass

    def warning(self, said: str) -> None:
        self.heard = _key_of(said) or self.heard

    info, error = debug, warning


def _options(comments: int, agent: str) -> dict[str, Any]:
    """yt-dlp's own names; what is not said here is off, or reads no file."""
    most = [str(comments), str(comments), "0", "0"]
    return {
        "quiet": True,
        "skip_download": True,
        "format": "best",  # else it looks for programs that put streams together
        "getcomments": comments > 0,
        "ignore_no_formats_error": True,
        "noplaylist": True,
        "extract_flat": "in_playlist",
        "playlist_items": "1:2",
        "cachedir": False,
        "retries": 0,
        "extractor_retries": 0,
        "http_headers": {"User-Agent": agent},
        "extractor_args": {
            "youtube": {
                "max_comments": most,
                "comment_sort": ["top"],
                "skip": ["hls", "dash", "translated_subs"],
            },
            "youtube-ejs": {"jitless": ["true"]},  # no memory that is written and run
        },
    }


def _body(data: Any) -> bytes | None:  # noqa: ANN401 - bytes, a file, or pieces
    if data is None or isinstance(data, bytes):
        return data
    pieces: Iterable[bytes] = (data.read(),) if isinstance(data, io.IOBase) else data
    return b"".join(pieces)


def _explained(problem: YoutubeDLError, url: str) -> FetchError:
    """The sentence for what yt-dlp says; its own words are not shown."""
    host = urlsplit(url).hostname or ""
    cause = (getattr(problem, "exc_info", None) or (None, problem))[1]
    if isinstance(cause, UnsupportedError):
        return FetchError("fetch-no-video", host=host)
    return FetchError(_key_of(str(problem)) or "fetch-nothing", host=host)


def _key_of(said: str) -> str | None:
    """What the words of a complaint come to."""
    said = said.lower()
    return next((key for key, words in _PHRASES if any(word in said for word in words)), None)


_NOT_PASSED: Final = frozenset(
    {"cookie", "host", "accept-encoding", "connection", "content-length"}
)
_UNFOLDED: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
