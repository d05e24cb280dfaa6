"""Which captions are fetched: the talk's own language, a person's before a machine's."""

from __future__ import annotations

import pytest

pytest.importorskip("yt_dlp")

from bot.fetch.video.captions import choose
from bot.fetch.video.comments import lacking


def tracks(
    *languages: str, formats: tuple[str, ...] = ("json3", "vtt")
) -> dict[str, list[dict[str, str]]]:
    return {
        code: [{"ext": ext, "url": f"https://v.example/{code}.{ext}"} for ext in formats]
        for code in languages
    }


@pytest.mark.parametrize(
    ("human", "automatic", "language", "expected"),
    [
        (("en", "de"), ("de-orig", "en"), "de", ("captions-human", "de")),
        (("en",), ("de-orig", "de", "en"), "de", ("captions-automatic", "de-orig")),
        (("en",), ("de-orig", "en"), None, ("captions-automatic", "de-orig")),
        (("en-GB",), ("en",), "en-US", ("captions-human", "en-GB")),
        (("pt-BR", "pt"), (), "pt", ("captions-human", "pt")),
        ((), ("en", "fr"), "fr", ("captions-automatic", "fr")),
        (("en",), (), "ja", ("captions-translated", "en")),
        ((), ("en", "fr"), "ja", None),
        (("live_chat",), (), "en", None),
        ((), (), "en", None),
    ],
)
def test_the_talks_own_language_goes_first_and_a_person_before_a_machine(
    human: tuple[str, ...],
    automatic: tuple[str, ...],
    language: str | None,
    expected: tuple[str, str] | None,
) -> None:
    info = {
        "subtitles": tracks(*human),
        "automatic_captions": tracks(*automatic),
        "language": language,
    }
    track = choose(info)
    assert (track and (track.kind, track.language)) == expected
    assert track is None or track.format == "vtt"


def test_without_a_word_of_the_site_the_description_tells_the_language() -> None:
    german = "Wie man einen Brunnen gräbt, und warum das Wasser erst nach einer Woche klar ist."
    info = {"subtitles": tracks("en", "de"), "description": german}
    track = choose(info)
    assert track
    assert (track.kind, track.language) == ("captions-human", "de")


def test_captions_in_no_format_that_is_read_are_none() -> None:
    assert choose({"subtitles": tracks("en", formats=("sup",)), "language": "en"}) is None


@pytest.mark.parametrize(
    ("comments", "most", "stated", "failed", "expected"),
    [
        (180, 200, 720, "slow", ("slow", 180, 720)),
        (200, 200, 720, "", ("limit", 200, 720)),
        (200, 200, 0, "", ("limit", 200, 0)),
        (0, 200, 0, "refused", ("refused", 0, 0)),
        (30, 200, 30, "", None),
        (30, 200, 30, "slow", None),
    ],
)
def test_what_is_missing_of_the_comments_is_counted(
    comments: int, most: int, stated: int, failed: str, expected: tuple[str, int, int] | None
) -> None:
    missing = lacking({"comments": [{}] * comments}, most, stated, failed)
    assert (missing and (missing.why, missing.found, missing.stated)) == expected


@pytest.mark.parametrize(
    ("info", "why"), [({}, "unsupported"), ({"comments": None}, "off"), ({"comments": []}, "none")]
)
def test_no_comments_are_none_are_off_or_are_not_given_out(
    info: dict[str, object], why: str
) -> None:
    missing = lacking(info, 200, 0, "")
    assert missing
    assert missing.why == why
