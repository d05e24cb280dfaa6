"""One small page, its head and its comments in the forms that the site gives them."""

from __future__ import annotations

import pytest

from summarizer.page import read_text

SHOWN = "One sheet, forty screws.\n...more\n"
HEAD = "One sheet canoe\nShed & Shavings\n211K subscribers\nSubscribe\n9.1K\nShare\nSave\n"
VIEWS = "148,220 views  Apr 4, 2025\n"
DISCUSSION = (
    "2 Comments\nSort by\nAdd a comment...\n@bo\n2 days ago\nIt floats.\n5\nReply\n"
    "@cy\n1 day ago\nHow heavy is it?\nReply\n"
)

HEADS = {
    "a premiere to come": f"{HEAD}42 waiting  Premieres Dec 4, 2025\n{SHOWN}",
    "a live stream": f"{HEAD}1,204 watching now  Started streaming 2 hours ago\n{SHOWN}",
    "a badge": HEAD.replace("\n211K", "\nVerified\n211K") + VIEWS + SHOWN,
    "hashtags above": f"#canoe #woodworking\n{HEAD}{VIEWS}{SHOWN}",
    "a playlist above": (
        "Boats from nothing\nShed & Shavings\n-\n3 / 14\n1\n8:41\n8:41\nNow playing\n"
        f"Paddle from a broom\nShed & Shavings\n▶\n{HEAD}{VIEWS}{SHOWN}"
    ),
    "the player above": (
        f"0:00\n0:00 / 8:41\nLive\n•\nThe plan\n•\nScroll for details\n\n{HEAD}{VIEWS}{SHOWN}"
    ),
    "no subscribers": HEAD.replace("211K subscribers\n", "") + VIEWS + SHOWN,
    "the views in short above those in full": (
        f"{HEAD}148K views  5 months ago\n148,220 views • Apr 4, 2025 • #canoe\n"
        f"{SHOWN}…\nShow less\n"
    ),
    "a chat below it": f"{HEAD}{VIEWS}{SHOWN}Live chat\nSay something...\nChat is disabled\n",
    "a chat beside it": f"{HEAD}{VIEWS}{SHOWN}Top chat replay\nShow chat replay\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_title_channel_and_description_are_found_in_every_head(head: str) -> None:
    page = read_text(head + DISCUSSION)
    assert (page.title, page.channel) == ("One sheet canoe", "Shed & Shavings")
    assert page.description == "One sheet, forty screws."


@pytest.mark.parametrize("title", ["1917", "Transcript", "12:30"])
def test_a_title_may_look_like_the_interface(title: str) -> None:
    page = read_text(HEAD.replace("One sheet canoe", title) + VIEWS + SHOWN + DISCUSSION)
    assert (page.title, page.channel) == (title, "Shed & Shavings")


COMMENTS = {
    "as it is": DISCUSSION,
    "a heart of the channel": DISCUSSION.replace("5\nReply", "5\n\n\nShed & Shavings\n\nReply"),
    "likes close, buttons apart": DISCUSSION.replace("Reply\n", "\nReply\n"),
    "a gift": DISCUSSION.replace("@bo\n2 days", "@bo\n$5.00\n2 days"),
    "a gift below the age": DISCUSSION.replace("ago\nIt", "ago\nCA$5.00\nIt"),
    "likes in words": DISCUSSION.replace("5\n", "5 likes\n").replace(
        "Reply", "Like\nDislike\nReply"
    ),
    "for screen readers": DISCUSSION.replace(
        "5\n", "Like this comment along with 5 other people\n5\n"
    ).replace("Reply", "Dislike this comment\nReply"),
    "rules above": DISCUSSION.replace(
        "Add a", "Remember to follow our Community Guidelines\nLearn more\nAdd a"
    ),
}


@pytest.mark.parametrize("discussion", COMMENTS.values(), ids=COMMENTS)
def test_a_comment_is_its_text_alone(discussion: str) -> None:
    page = read_text(HEAD + VIEWS + SHOWN + discussion)
    assert [(c.author, c.text, c.likes) for c in page.comments] == [
        ("@bo", "It floats.", 5),
        ("@cy", "How heavy is it?", None),
    ]


def test_a_last_cue_far_from_the_others_is_said_if_comments_follow() -> None:
    panel = "Transcript\n0:00\nhello there\n0:03\nwe sail along\n0:07\na song\n1:02:09\nthe end\n"
    page = read_text(HEAD + VIEWS + SHOWN + panel + DISCUSSION)
    assert [cue.start for cue in page.transcript] == [0, 3, 7, 3729]


def test_a_last_cue_far_from_the_others_is_said_if_the_menu_follows() -> None:
    panel = "Transcript\n0:00\nhello there\n0:03\nwe sail along\n0:07\na song\n1:02:09\nthe end\n"
    menu = "English (auto-generated)\n\nAll\nFrom Shed & Shavings\nRelated\nFor you\n"
    advised = "21:07\nThe paddle\nShed & Shavings\n1.1M views • 1 year ago\n"
    page = read_text(HEAD + VIEWS + SHOWN + DISCUSSION + panel + menu + advised)
    assert [cue.start for cue in page.transcript] == [0, 3, 7, 3729]
    assert page.transcript[-1].text == "the end"


@pytest.mark.parametrize(
    "pin",
    [
        "Pinned by @bo",
        "Von @bo angepinnt",
        "@bo님이 고정함",
        "@bo さんによって固定されています",
        "@bo tarafından sabitlendi",
        "@bo ने पिन किया",
        "@bo đã ghim",
    ],
)
def test_a_pin_names_its_author_before_or_after_its_words(pin: str) -> None:
    page = read_text(HEAD + VIEWS + SHOWN + DISCUSSION.replace("@bo\n", f"{pin}\n@bo\n"))
    assert [(c.author, c.text, c.pinned) for c in page.comments] == [
        ("@bo", "It floats.", True),
        ("@cy", "How heavy is it?", False),
    ]


def test_a_comment_that_speaks_to_the_next_author_pins_nobody() -> None:
    said = "I asked.\n@cy you tell them\n"
    page = read_text(HEAD + VIEWS + SHOWN + DISCUSSION.replace("It floats.\n5\nReply\n", said))
    assert [(c.text, c.pinned) for c in page.comments] == [
        (said.strip(), False),
        ("How heavy is it?", False),
    ]


def test_a_lone_heading_above_a_transcript_is_its_title() -> None:
    page = read_text("# Episode 3: The hull\n\n[0:00] We begin.\n\n[0:04] We cut.\n\n[0:09] Done.")
    assert (page.title, page.chapters) == ("Episode 3: The hull", ())


def test_times_in_brackets_inside_a_line_begin_cues() -> None:
    page = read_text(
        "(00:00) we begin (00:06) we cut (00:12) we glue\n(00:15) we wait\n(00:20) done"
    )
    assert [(cue.start, cue.text) for cue in page.transcript] == [
        (0, "we begin"),
        (6, "we cut"),
        (12, "we glue"),
        (15, "we wait"),
        (20, "done"),
    ]


TRAPS = {
    "numbers": ("100", "7"),
    "words of buttons": ("Like", "Share"),
    "ages": ("3 years ago I built one", "today"),
    "a mention above a number": ("@shedandshavings\nI have 3 boats", "ok"),
    "a list of chapters": ("0:00 Intro\n1:12 Cutting\n4:05 Glue\n7:30 Water", "thanks"),
    "names before colons": ("Me: one more video\nMy boss: back to work\nMe: boats", "lol"),
    "a closed discussion": ("> a weekend\nno way | 3 comments", "Comments are closed."),
    "headings": ("Transcript", "In this video"),
    "the channel's name": ("Best channel?\nShed & Shavings", "ok"),
    "a time in brackets": ("(0:15) wow (1:02) really (2:00) ok", "lol"),
    "a box and a time": ("ok", "What I want:\nMusic\n3:14\nNew"),
}


@pytest.mark.parametrize("texts", TRAPS.values(), ids=TRAPS)
def test_what_people_write_is_not_taken_for_the_interface(texts: tuple[str, str]) -> None:
    first, second = texts
    page = read_text(
        f"{HEAD}{VIEWS}{SHOWN}2 Comments\nSort by\nAdd a comment...\n"
        f"@bo\n2 days ago\n{first}\n4\nReply\n@cy\n1 day ago\n{second}\nReply\n"
    )
    assert [(c.author, c.text, c.likes) for c in page.comments] == [
        ("@bo", first, 4),
        ("@cy", second, None),
    ]
    assert not page.transcript
