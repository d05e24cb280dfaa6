"""A video site of the tests' own for yt-dlp: captions, and comments in pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from yt_dlp.extractor import import_extractors
from yt_dlp.extractor.common import InfoExtractor
from yt_dlp.globals import extractors

from bot.fetch.model import Fetched
from bot.fetch.terms import Terms
from bot.fetch.work import fetch_address


def fetch_from_own_site(url: str, terms: Terms) -> Fetched:
    """The job of fetching, in a worker process where yt-dlp knows the site too.

    It stands in the place of another player's, since those are tried at any host.
    """
    import_extractors()
    extractors.value[PeerTubeIE.__name__] = PeerTubeIE
    return fetch_address(url, terms)


class PeerTubeIE(InfoExtractor):  # type: ignore[misc] # it has no types
    """Its interface says what there is; a page of comments is asked for when it is wanted."""

    _VALID_URL = r"(?P<base>http://127\.0\.0\.1:\d+)/video/(?P<id>\w+)"

    def _real_extract(self, url: str) -> dict[str, Any]:
        base, name = self._match_valid_url(url).group("base", "id")
        about: dict[str, Any] = self._download_json(f"{base}/api/{name}", name)
        captions = {"en": [{"url": f"{base}/en.vtt", "ext": "vtt"}]}
        comments = self.extract_comments(f"{base}/api/{name}/comments", about)
        return about | {"id": name, "subtitles": captions, "__post_extractor": comments}

    def _get_comments(self, url: str, about: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if about["comment_count"] is None:
            raise self.CommentsDisabled
        for page in count():
            listed = self._download_json(f"{url}?page={page}", about["title"])
            yield from listed
            if not listed:
                return
