"""Which of yt-dlp's extractors may know an address: trying all of them takes seconds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from yt_dlp.extractor import gen_extractor_classes

LAST: Final = "Generic"
"""Takes any address, so it comes behind all others."""
_PLAYERS: Final = frozenset({
    "BrightcoveNew", "Dailymotion", "HTML5MediaEmbed", "JWPlatform", "Kaltura", "PeerTube",
    "SoundcloudEmbed", "Vimeo", "Wistia", "Youtube",
})  # fmt: skip
"""Those whose players other sites show in their pages."""
_SHORT: Final = 3
_COMMON: Final = frozenset({"www", "com", "org", "net", "mobile", "video", "videos", "media"})


def extractors_for(url: str, key: str | None) -> Iterator[Any]:
    """The extractor that ``key`` names, or those that an address of such a host may be for."""
    host = urlsplit(url).hostname or ""
    labels = [each for each in host.split(".")[:-1] if _tells(each)]
    for extractor in gen_extractor_classes():
        name = extractor.ie_key()
        if key == name or (key is None and (name in _PLAYERS or _names(extractor, labels))):
            yield extractor


def generic() -> Any:  # noqa: ANN401 - a class of yt-dlp's
    """The extractor of all other pages."""
    return next(each for each in gen_extractor_classes() if each.ie_key() == LAST)


def _tells(label: str) -> bool:
    return len(label) >= _SHORT and label not in _COMMON and not label.isdigit()


def _names(extractor: Any, labels: list[str]) -> bool:  # noqa: ANN401
    """Whether the pattern of its addresses holds a part of the host's name."""
    pattern = str(extractor._VALID_URL).lower()  # noqa: SLF001 - it has no other name
    return any(label in pattern for label in labels)
