from __future__ import annotations

import pytest

from summarizer.video_url import canonical, sole_link, video_id, without_site

ID = "aB3_dE-9xYw"
WATCH = f"https://www.youtube.com/watch?v={ID}"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch?app=desktop&v={ID}&t=90s",
        f"https://www.youtube.com/watch?list=PL1&amp;v={ID}",
        f"http://m.youtube.com/watch?v={ID}#menu",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://youtu.be/{ID}?si=abcdef",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube-nocookie.com/embed/{ID}",
        f"https://www.youtube.com/v/{ID}",
        f"https://i.ytimg.com/vi/{ID}/hqdefault.jpg",
        f"https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{ID}%26x",
        f"look at this (youtu.be/{ID}) please",
    ],
)
def test_every_kind_of_address_gives_the_same_video(address: str) -> None:
    assert video_id(address) == ID


@pytest.mark.parametrize(
    "text",
    ["", "hello world", "https://example.org/watch?v=short", f"https://youtu.be/{ID}x", ID],
)
def test_what_is_no_video_address_has_no_id(text: str) -> None:
    assert video_id(text) is None


def test_a_text_that_is_one_link_is_told_from_a_text_with_a_link() -> None:
    assert sole_link(f" <https://youtu.be/{ID}> ") == WATCH
    assert sole_link(f"m.youtube.com/watch?v={ID}") == WATCH
    assert sole_link("https://example.org/talk") == "https://example.org/talk"
    assert sole_link(f"see https://youtu.be/{ID}") is None
    assert sole_link("hello") is None


def test_addresses_of_one_video_are_one_address() -> None:
    assert canonical(f"https://youtu.be/{ID}?t=3") == canonical(f"youtube.com/shorts/{ID}") == WATCH


def test_the_name_of_the_site_is_no_part_of_a_title() -> None:
    assert without_site("How bees dance - YouTube") == "How bees dance"
    assert without_site("YouTube and bees") == "YouTube and bees"
