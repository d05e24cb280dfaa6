"""Discussions copied from other sites than YouTube."""

from __future__ import annotations

from summarizer.model import Comment
from summarizer.page import read_text


def found(text: str) -> list[tuple[str | None, str, int | None]]:
    return [(c.author, c.text, c.likes) for c in read_text(text).comments]


def test_age_and_buttons_below_the_text_end_a_comment() -> None:
    post = (
        "Coastline Weather\nStorm night two, stay inside please.\n212 comments\nMost relevant\n\n"
    )
    first = "Jonas Weil\nThank you for staying up.\n2w\nLike\nReply\n54\nView 3 replies\n\n"
    second = "Ines Prado\nAuthor\nMy street is still standing.\nThanks\n1w\nLike\nReply\n"
    assert found(post + first + second) == [
        ("Jonas Weil", "Thank you for staying up.", 54),
        ("Ines Prado", "My street is still standing.\nThanks", None),
    ]


def test_dates_and_likes_below_the_text_are_read_in_chinese_too() -> None:
    page = read_text(
        "用一张胶合板造独木舟\n评论\n1203\n最热\n最新\n"
        "小河流水\n这个夹子太吓人了\n2024-05-07 09:12\n88\n回复\n"
        "木工小屋\nUP\n我也怕\n2024-05-07 10:00\n12\n回复\n没有更多评论\n"
    )
    assert page.comments == (
        Comment("这个夹子太吓人了", "小河流水", 88, "2024-05-07 09:12"),
        Comment("我也怕", "木工小屋", 12, "2024-05-07 10:00"),
    )


def test_names_shown_over_handles_are_no_part_of_the_comment_above() -> None:
    thread = (
        "Asha Venter\n@asha@social.example\n2d\nMoss has no roots\n\n"
        "Jonas Weil\n@jonas@moss.example\n1d\nThe roofer hates me\n\n"
        "Ines\n@ines@social.example\n20h\nWhich is the oldest?\n"
    )
    assert found(thread) == [
        ("@asha@social.example", "Moss has no roots", None),
        ("@jonas@moss.example", "The roofer hates me", None),
        ("@ines@social.example", "Which is the oldest?", None),
    ]


def test_votes_above_a_name_are_those_of_its_comment() -> None:
    page = read_text(
        "Nutshells\nActive\nComments\nLogin\n21\nA canoe planner cad show\n"
        "via shedder 14 hours ago | archive | 3 comments\n\n"
        "6\nplyfan 13 hours ago | link\n\nThe offsets were right.\n\n"
        "2\nshedder 12 hours ago | link\n\nGood to hear!\n\n"
        "1\noldsalt 9 hours ago | link\n\nHalf of it is a solver.\n"
    )
    assert (page.title, page.comments_stated) == ("A canoe planner cad show", 3)
    assert [(c.author, c.likes) for c in page.comments] == [
        ("plyfan", 6),
        ("shedder", 2),
        ("oldsalt", 1),
    ]


def test_votes_against_a_comment_and_the_note_of_its_edit_are_not_its_text() -> None:
    head = "u/knotty avatar\nknotty\n•\n2d ago\n"
    body = "Edited 2d ago\nTop 1% Commenter\nWhat epoxy?\n\nMine never cured.\n\n"
    foot = "Upvote\n-3\n\nDownvote\n\nReply\n\nAward\n\nShare\n"
    assert found((head + body + foot) * 2)[0] == ("knotty", "What epoxy?\n\nMine never cured.", -3)


def test_the_last_comment_of_a_phone_ends_where_recommendations_begin() -> None:
    page = read_text(
        "The bakery\nCrumb Report\n·\n302K views\n·\n6 days ago\n...more\nCrumb Report\n58.3K\n"
        "Subscribe\n12K\nShare\nComments 644\n@ryebread • 5 days ago\n"
        "I used to buy rolls here.\n730\n5\n"
        "@miller • 2 days ago (edited)\nWhat flour?\nShow more\n9\nUp next\n16:40\n"
        "Inside a noodle factory\nCrumb Report · 1.1M views · 1 year ago\n"
    )
    assert (page.title, page.channel) == ("The bakery", "Crumb Report")
    assert page.comments == (
        Comment("I used to buy rolls here.", "@ryebread", 730, "5 days ago"),
        Comment("What flour?", "@miller", 9, "2 days ago (edited)"),
    )
