"""The head of a page: title and channel in every order in which sites set them."""

from __future__ import annotations

import pytest

from summarizer.page.interface import read_lines
from summarizer.page.parts.head import Head, previous_name, read_head

TITLE, CHANNEL = "One sheet canoe", "Shed & Shavings"
FANS, VIEWS = "211K subscribers", "148,220 views  5 months ago"
SAID = "Forty screws and a weekend."


def head_of(*parts: str, limit: int | None = None) -> Head:
    """The head of a page of these parts, its other parts beginning at line ``limit``."""
    lines, _ = read_lines("\n".join(parts))
    return read_head(lines, len(lines) if limit is None else limit)


def names(head: Head) -> tuple[str | None, str | None]:
    return head.title, head.channel


def blank(count: int) -> str:
    return "\n" * (count - 1)


HEADS = {
    "subscribers, then views": (TITLE, CHANNEL, FANS, "Subscribe", "9.1K", "Share", VIEWS),
    "subscribers without views": (TITLE, CHANNEL, FANS, "Subscribe"),
    "the channel twice": (TITLE, CHANNEL, CHANNEL, FANS, "Subscribe", VIEWS),
    "the channel thrice, once as a handle": (TITLE, CHANNEL, f"@{CHANNEL}", CHANNEL, FANS, VIEWS),
    "a badge below the channel": (TITLE, CHANNEL, "Verified", FANS, "Subscribe", VIEWS),
    "the handle below the channel": (TITLE, CHANNEL, "@shedshavings", FANS, VIEWS),
    "views, then subscribers": (TITLE, VIEWS, "...more", CHANNEL, FANS, "Subscribe"),
    "views, then a bare number": (TITLE, VIEWS, "...more", CHANNEL, "211K", "Subscribe"),
    "the channel above and below": (TITLE, CHANNEL, VIEWS, CHANNEL, FANS, "Subscribe"),
    "a bare number without views": (TITLE, CHANNEL, "211K", "Subscribe"),
    "views alone": (TITLE, CHANNEL, VIEWS),
    "views alone, the channel twice": (TITLE, CHANNEL, CHANNEL, VIEWS),
    "views with the name beside them": (TITLE, f"148,220 plays | {CHANNEL} | May 2025"),
    "unknown words, twice on the page": (
        *(TITLE, CHANNEL, "211K wibbles", "Wibble", SAID),
        *(CHANNEL, "211K wibbles", "Flicks"),
    ),
    "no numbers, but buttons": (TITLE, CHANNEL, "Follow", "Share", "Save"),
    "links in Markdown": (f"# {TITLE}", f"[{CHANNEL}](https://a.example/@shed)", FANS, VIEWS),
    "the browser's own words": (f"(3) {TITLE} - YouTube", CHANNEL, FANS, VIEWS),
    "an address above the channel": (TITLE, "https://a.example/watch", CHANNEL, FANS, VIEWS),
    "a picture above the channel": (TITLE, "![a boat](https://a.example/1.jpg)", CHANNEL, FANS),
    "a linked picture": (TITLE, "[![a](https://a.example/1.jpg)](/a)", CHANNEL, FANS),
    "times of the player": ("0:00", TITLE, "8:41", CHANNEL, FANS, VIEWS),
    "a menu above": ("Skip navigation", "Search", TITLE, CHANNEL, FANS, VIEWS),
    "numbers between": (TITLE, "12", CHANNEL, "—", FANS, VIEWS),
}


@pytest.mark.parametrize("parts", HEADS.values(), ids=HEADS)
def test_title_and_channel_are_found_in_every_order(parts: tuple[str, ...]) -> None:
    head = head_of(*parts, SAID, SAID)
    assert names(head) == (TITLE, CHANNEL)
    assert head.found


@pytest.mark.parametrize(
    ("parts", "end"),
    [
        ((TITLE, CHANNEL, FANS, "Subscribe", "9.1K", "Share"), 6),
        ((TITLE, CHANNEL, FANS, "Subscribe", "9.1K", VIEWS, "...more"), 7),
        ((TITLE, CHANNEL, VIEWS, "•", "2 years ago", "…more"), 6),
        ((TITLE, CHANNEL, VIEWS, "", "", "", "", "", "", ""), 10),
        ((TITLE, VIEWS, "...more", CHANNEL, FANS, "Subscribe", "Join"), 7),
        ((TITLE, CHANNEL, "Follow", "Share", "Save", "12"), 6),
        ((TITLE, CHANNEL, FANS), 3),
        ((TITLE, CHANNEL, FANS, "Subscribe", "Upvote"), 5),
        ((TITLE, CHANNEL, VIEWS, "148,220 views"), 4),
        ((TITLE, CHANNEL, VIEWS, "·", "•", "|", "-", "—"), 8),
    ],
)
def test_the_description_begins_below_numbers_dates_and_buttons(
    parts: tuple[str, ...], end: int
) -> None:
    assert head_of(*parts, SAID, "9.1K", SAID).end == end
    assert head_of(*parts).end == len(parts) == end


def test_far_below_the_views_a_number_is_the_descriptions() -> None:
    assert head_of(TITLE, CHANNEL, VIEWS, blank(7), "12", SAID).end == 10


def test_the_subscribers_are_kept_as_the_page_writes_them() -> None:
    assert head_of(TITLE, CHANNEL, FANS, VIEWS).subscribers == FANS
    assert head_of(TITLE, CHANNEL, VIEWS).subscribers is None


@pytest.mark.parametrize(
    "title", ["1917", "Transcript", "12:30", "Chapter 4: Vectors", "Music", "Summary", "Like"]
)
def test_a_title_may_look_like_a_number_or_a_word_of_the_interface(title: str) -> None:
    assert names(head_of(title, CHANNEL, FANS, VIEWS, SAID)) == (title, CHANNEL)


@pytest.mark.parametrize(
    "title",
    [
        *("Chapter 4: Vectors", "Music", "Summary", "Show notes", "Pinned", "See translation"),
        *("Heart", "Comments are closed"),
    ],
)
def test_a_title_in_words_of_the_interface_goes_before_what_stands_above_it(title: str) -> None:
    assert names(head_of("A menu of boats", title, CHANNEL, FANS, VIEWS)) == (title, CHANNEL)


def test_the_title_is_above_a_channel_whose_handle_follows_only_if_both_begin_alike() -> None:
    alike = head_of(TITLE, CHANNEL, "@ShedAndShavingsTV", FANS)
    assert names(alike) == (TITLE, CHANNEL)
    assert names(head_of(TITLE, "@glazier", FANS)) == (TITLE, "@glazier")
    assert names(head_of("Skiffs and punts", TITLE, "@glazier", FANS)) == (TITLE, "@glazier")
    assert names(head_of("Punts", "Shed boats of the north", "@shedman", FANS)) == (
        "Shed boats of the north",
        "@shedman",
    )
    assert names(head_of("Punts", "Shed man", "Shedmaking", FANS)) == ("Shed man", "Shedmaking")
    assert names(head_of("Punts", "Shed boats", "@sheepshop", FANS)) == ("Shed boats", "@sheepshop")


def test_a_name_above_its_handle_is_the_title_where_nothing_stands_above_both() -> None:
    assert names(head_of(CHANNEL, "@shedshavings", FANS)) == (CHANNEL, "@shedshavings")


def test_without_a_name_above_the_numbers_nothing_is_invented() -> None:
    assert head_of(FANS, SAID) == Head(end=1, found=True)
    assert head_of(VIEWS, SAID) == Head(end=1, found=True)
    assert names(head_of(CHANNEL, FANS, SAID)) == (None, CHANNEL)
    assert names(head_of(TITLE, VIEWS, SAID)) == (TITLE, None)


def test_a_heading_above_the_views_is_the_title_whatever_stands_above_it() -> None:
    assert names(head_of("A menu of boats", f"# {TITLE}", VIEWS, SAID)) == (TITLE, None)


def test_the_line_above_views_that_name_the_channel_is_the_title() -> None:
    plays = f"148,220 plays | {CHANNEL} | May 2025"
    assert names(head_of("A menu of boats", TITLE, plays, SAID)) == (TITLE, CHANNEL)


def test_a_channel_may_stand_thrice_above_the_views() -> None:
    assert names(head_of(TITLE, CHANNEL, CHANNEL, CHANNEL, VIEWS)) == (TITLE, CHANNEL)


def test_a_title_above_views_and_subscribers_is_not_the_channel_too() -> None:
    assert names(head_of(TITLE, VIEWS, FANS, SAID)) == (TITLE, None)


def test_text_alone_has_no_head() -> None:
    assert head_of(TITLE, SAID, SAID) == Head()
    assert head_of() == Head()


def test_only_what_stands_above_the_limit_is_the_head() -> None:
    page = (TITLE, CHANNEL, FANS, VIEWS, SAID)
    assert head_of(*page, limit=2) == Head()
    assert head_of(*page, limit=3).found
    assert names(head_of(TITLE, CHANNEL, VIEWS, limit=2)) == (None, None)


def test_views_far_down_are_not_the_pages_own() -> None:
    near, far = ((TITLE, CHANNEL, blank(n), VIEWS) for n in (57, 58))
    assert names(head_of(*near)) == (TITLE, CHANNEL)
    assert head_of(*far) == Head()


def test_subscribers_far_down_are_not_the_pages_own() -> None:
    near, far = ((TITLE, CHANNEL, blank(n), FANS) for n in (57, 58))
    assert names(head_of(*near)) == (TITLE, CHANNEL)
    assert head_of(*far) == Head()


def test_subscribers_far_below_the_views_are_not_the_channels_line() -> None:
    near = head_of(TITLE, VIEWS, blank(9), CHANNEL, FANS, SAID)
    far = head_of(TITLE, VIEWS, blank(10), CHANNEL, FANS, SAID)
    assert names(near) == (TITLE, CHANNEL)
    assert names(far) == (TITLE, None)


def test_a_name_far_above_the_subscribers_below_the_views_is_not_the_channel() -> None:
    near = head_of(TITLE, VIEWS, CHANNEL, blank(3), FANS, SAID)
    far = head_of(TITLE, VIEWS, CHANNEL, blank(4), FANS, SAID)
    assert names(near) == (TITLE, CHANNEL)
    assert names(far) == (TITLE, None)


def test_a_page_may_be_called_like_its_channel() -> None:
    assert names(head_of(CHANNEL, VIEWS, CHANNEL, FANS)) == (CHANNEL, CHANNEL)


def test_repeated_words_are_subscribers_only_with_a_number_near_the_top() -> None:
    box = (SAID, SAID, CHANNEL, "211K wibbles")
    assert head_of(TITLE, CHANNEL, "211K wibbles", *box).found
    assert not head_of(TITLE, CHANNEL, "211K wibbles", SAID, SAID).found
    assert not head_of(TITLE, CHANNEL, "wibbles", SAID, CHANNEL, "wibbles").found
    assert not head_of(TITLE, CHANNEL, "0:12 wibbles", SAID, CHANNEL, "0:12 wibbles").found
    assert not head_of(TITLE, CHANNEL, "[12s] wibbles", SAID, CHANNEL, "[12s] wibbles").found
    assert not head_of(TITLE, CHANNEL, "2 wibbles 3 wobbles", CHANNEL, "2 wibbles 3 wobbles").found
    top = (TITLE, blank(58), CHANNEL, "211K wibbles")
    assert not head_of(*top, *box).found


def test_of_repeated_pairs_the_first_one_is_the_channels() -> None:
    page = (TITLE, CHANNEL, "211K wibbles", "7 wobbles", CHANNEL, "211K wibbles", "7 wobbles")
    assert names(head_of(*page)) == (TITLE, CHANNEL)


def test_long_lines_between_a_name_and_its_number_do_not_part_them() -> None:
    page = (TITLE, CHANNEL, SAID * 9, "211K wibbles", SAID, CHANNEL, "211K wibbles")
    assert head_of(*page).found


def test_a_bare_number_counts_subscribers_only_between_a_name_and_the_button() -> None:
    assert names(head_of(TITLE, CHANNEL, "211", "", "Subscribe", SAID)) == (TITLE, CHANNEL)
    assert head_of(TITLE, CHANNEL, "211", SAID, "Subscribe").subscribers is None
    assert head_of(TITLE, CHANNEL, "Share", "211", "Subscribe", SAID).subscribers is None
    assert head_of("211", "Subscribe", SAID).subscribers is None
    assert head_of(TITLE, CHANNEL, "211", "Subscribe", limit=3).subscribers is None


def test_a_channel_without_a_subscriber_has_a_number_too() -> None:
    assert head_of(TITLE, CHANNEL, "0", "Subscribe", SAID).subscribers == "0"


def test_the_first_line_may_be_the_name_above_a_bare_number() -> None:
    assert head_of(CHANNEL, "211K", "Subscribe", SAID).subscribers == "211K"


def test_a_number_without_a_name_hides_no_later_one() -> None:
    head = head_of("3", "Following", TITLE, CHANNEL, "211K", "Subscribe", SAID)
    assert (names(head), head.subscribers) == ((TITLE, CHANNEL), "211K")


def test_a_bare_number_above_the_views_is_not_that_of_the_channel_below() -> None:
    page = (TITLE, "12", "Subscribe", VIEWS, CHANNEL, "211K", "Subscribe", SAID)
    assert names(head_of(*page)) == (TITLE, CHANNEL)


def test_a_head_without_numbers_has_three_marks_near_its_button() -> None:
    assert names(head_of(TITLE, CHANNEL, "Follow", "Share", "Save", SAID)) == (TITLE, CHANNEL)
    assert head_of(TITLE, CHANNEL, "Follow", "Share", SAID) == Head()
    assert head_of(TITLE, CHANNEL, "Share", "Save", "Like", SAID) == Head()
    far = (TITLE, CHANNEL, "Follow", SAID, SAID, SAID, SAID, "Share", "Save")
    assert head_of(*far) == Head()
    near = (TITLE, CHANNEL, "Follow", SAID, SAID, SAID, "Share", "Save")
    assert names(head_of(*near)) == (TITLE, CHANNEL)
    assert head_of("Follow", "Share", "Save", SAID) == Head()
    assert head_of("Follow", TITLE, "Share", "Save", "@shed") == Head()
    assert head_of(TITLE, CHANNEL, "Follow", "", "", "", SAID) == Head()


def test_a_button_above_the_handle_is_a_mark_too() -> None:
    assert names(head_of("Share", "@shed", "Follow", TITLE, "Save")) == (TITLE, "@shed")


def test_a_head_without_numbers_stands_at_the_top() -> None:
    near, far = ((TITLE, CHANNEL, blank(n), "Follow", "Share", "Save") for n in (13, 14))
    assert names(head_of(*near)) == (TITLE, CHANNEL)
    assert head_of(*far) == Head()


def test_in_a_short_video_the_title_stands_below_the_handle_and_the_button() -> None:
    head = head_of("@shed", "Follow", TITLE, "12", "Share", "Save", SAID)
    assert (names(head), head.end) == ((TITLE, "@shed"), 6)
    assert head_of(CHANNEL, "Follow", TITLE, "12", "Share", "Save", SAID) == Head()
    assert head_of("@shed", "Follow", "Share", "Save", TITLE, SAID) == Head()
    assert head_of("@shed", "Follow", TITLE, "12", "Share", limit=2) == Head()


def test_a_name_has_letters_and_is_no_address_number_time_or_whole_paragraph() -> None:
    others = (SAID * 10, "…", "12", "8:41", "https://a.example", "http://a.example", "Subscribe")
    lines, _ = read_lines("\n".join((TITLE, *others)))
    assert [previous_name(lines, at) for at in range(len(lines))] == [0] * len(lines)
    assert previous_name(lines, -1) == -1


def test_a_name_is_looked_for_in_sixty_lines() -> None:
    lines, _ = read_lines("\n".join((TITLE, *["12"] * 70)))
    assert [previous_name(lines, at) for at in (58, 59, 60)] == [0, 0, -1]


def test_a_title_of_250_letters_is_one() -> None:
    assert head_of("x" * 250, CHANNEL, FANS).title == "x" * 250
    assert head_of("A menu of boats", "x" * 250, CHANNEL, FANS).title == "x" * 250
    assert head_of(TITLE, "x" * 251, CHANNEL, FANS).title == TITLE
