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
