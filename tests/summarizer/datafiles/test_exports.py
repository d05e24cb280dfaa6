from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import UnreadableError, read_page
from summarizer.model import Page

Said = list[tuple[str | None, str, int | None, bool]]


def page(value: object, name: str | None = None) -> Page:
    return read_page(json.dumps(value), name)


def said(got: Page) -> Said:
    return [(c.author, c.text, c.likes, c.reply) for c in got.comments]


def discourse(number: int, text: str, who: str, likes: int, answers: int | None) -> dict[str, Any]:
    liked = [{"id": 2, "count": likes}] if likes else []
    return {"post_number": number, "cooked": f"<p>{text}</p>", "username": who, "name": "A B",
            "reply_to_post_number": answers, "actions_summary": liked, "score": 35.8}  # fmt: skip


def lemmy(number: int, text: str, who: str, score: int, path: str) -> dict[str, Any]:
    comment = {"id": number, "content": text, "path": path, "removed": number > 2, "deleted": False}
    return {"comment": comment, "creator": {"name": who, "display_name": None},
            "post": {"name": "Ice", "body": "Eleven days of it."}, "community": {"name": "ports"},
            "counts": {"score": score, "upvotes": 9}}  # fmt: skip


def status(number: str, text: str, who: str, likes: int, answers: str) -> dict[str, Any]:
    return {"id": number, "content": f"<p>{text}</p>", "favourites_count": likes,
            "in_reply_to_id": answers,
            "account": {"username": who.lower(), "acct": f"{who.lower()}@ice.example",
                        "display_name": who}}  # fmt: skip


def skeet(name: str, text: str, who: str, likes: int, answers: str | None) -> dict[str, Any]:
    reply = {"reply": {"parent": {"uri": answers}}} if answers else {}
    return {"uri": name, "likeCount": likes, "record": {"text": text, **reply},
            "author": {"handle": f"{who.lower()}.example", "displayName": who}}  # fmt: skip


def item(number: int, text: str, who: str, answers: int) -> dict[str, Any]:
    return {"id": number, "text": text, "by": who, "parent": answers, "type": "comment",
            "time": 1700000000}  # fmt: skip


def child(number: int, text: str, who: str, answers: int) -> dict[str, Any]:
    return {"id": number, "text": text, "author": who, "parent_id": answers, "points": None,
            "type": "comment", "title": None, "children": []}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "title", "expected"),
    [
        (
            {"title": "Ice", "post_stream": {"posts": [
                discourse(1, "How long?", "ana", 0, None),
                discourse(2, "Eleven days", "bo", 3, None),
                discourse(3, '<aside class="quote">x</aside>So long?', "cy", 0, 2)]}},
            "Ice",
            [("bo", "Eleven days", 3, False), ("cy", "So long?", 0, True)],
        ),
        (
            {"comments": [lemmy(1, "Cold", "ana", 5, "0.1"), lemmy(2, "Very", "bo", -1, "0.1.2"),
                          lemmy(3, "gone", "cy", 1, "0.3")]},
            "Ice",
            [("ana", "Cold", 5, False), ("bo", "Very", -1, True)],
        ),
        (
            {"ancestors": [], "descendants": [status("2", "Cold", "Ana", 4, "1"),
                                              status("3", "Very", "Bo", 0, "2")]},
            None,
            [("Ana", "Cold", 4, False), ("Bo", "Very", 0, True)],
        ),
        (
            {"thread": {"post": skeet("r", "Ice for days", "Ines", 9, None), "replies": [
                {"post": skeet("a", "Cold", "Ana", 2, "r"), "replies": [
                    {"post": skeet("b", "Very", "Bo", 0, "a")}]}]}},
            None,
            [("Ana", "Cold", 2, False), ("Bo", "Very", 0, True)],
        ),
        (
            [{"by": "z", "title": "Ice", "type": "story", "score": 3, "id": 1},
             item(2, "Cold &amp; dark", "ana", 1), item(3, "Very", "bo", 2),
             {"id": 4, "deleted": True, "type": "comment", "parent": 1}],
            "Ice",
            [("ana", "Cold & dark", None, False), ("bo", "Very", None, True)],
        ),
        (
            {"author": "z", "title": "Ice", "type": "story", "text": None, "parent_id": None,
             "children": [child(2, "<p>Cold<p>and dark", "ana", 1) | {
                 "children": [child(3, "Very", "bo", 2)]}]},
            "Ice",
            [("ana", "Cold\nand dark", None, False), ("bo", "Very", None, True)],
        ),
        (
            {"hits": [{"author": "ana", "comment_text": "Cold", "story_title": "Ice",
                       "objectID": "2", "parent_id": 1,
                       "_highlightResult": {"comment_text": {"value": "<em>Cold</em>"}}}]},
            "Ice",
            [("ana", "Cold", None, False)],
        ),
        (
            {"data": [{"text": "Cold", "threadId": 1, "inReplyToCommentId": None, "id": 1,
                       "account": {"name": "ana", "displayName": "Ana B", "host": "ice.example"}},
                      {"text": "", "threadId": 2, "isDeleted": True, "id": 2, "account": {}},
                      {"text": "Very", "threadId": 1, "inReplyToCommentId": 1, "id": 3,
                       "account": {"name": "bo", "displayName": "", "host": "ice.example"}}]},
            None,
            [("Ana B", "Cold", None, False), ("bo", "Very", None, True)],
        ),
        (
            [{"thread": {"thread": "1", "last_res": 2}},
             {"chat": {"no": 1, "vpos": 105, "content": "寒い", "user_id": "x", "nicoru": 2}},
             {"chat": {"no": 2, "vpos": 305, "deleted": 1}}],
            None,
            [(None, "寒い", 2, False)],
        ),
        (
            {"data": {"threads": [{"id": "1", "comments": [
                {"id": "1", "vposMs": 100, "body": "寒い", "userId": "x", "score": -900,
                 "nicoruCount": 5}]}]}},
            None,
            [(None, "寒い", 5, False)],
        ),
    ],
    ids=["discourse", "lemmy", "mastodon", "bluesky", "hacker news", "hacker news item",
         "hacker news search", "peertube", "niconico", "niconico since 2023"],
)  # fmt: skip
def test_discussions_of_known_sites(value: object, title: str | None, expected: Said) -> None:
    got = page(value)
    assert got.title == title
    assert said(got) == expected


@pytest.mark.parametrize(
    ("record", "author", "likes"),
    [
        ({"text": "Cold", "account": {"acct": "a@b", "displayName": "Ana"}, "like_count": 3},
         "Ana", 3),
        ({"text": "Cold", "user": {"unique_id": "a1", "nickname": "Ana"}, "digg_count": 4},
         "Ana", 4),
        ({"text": "Cold", "user": {"login": "ana"}, "reactions": {"total_count": 5}}, "ana", 5),
        ({"text": "Cold", "owner": {"display_name": "Ana"}, "score": 6}, "Ana", 6),
        ({"text": "Cold", "user": {"screen_name": "ana"}, "favourites_count": "7"}, "ana", 7),
        ({"text": "Cold", "from": {"name": "Ana"}, "likes": {"count": 8}}, "Ana", 8),
        ({"text": "Cold", "author": "ana", "ups": 9}, "ana", 9),
        ({"text": "Cold", "author": "ana", "votes": "1.2K"}, "ana", 1200),
    ],
)  # fmt: skip
def test_authors_and_likes_under_their_other_names(
    record: dict[str, Any], author: str, likes: int
) -> None:
    assert said(page({"comments": [record]})) == [(author, "Cold", likes, False)]


def test_lines_of_a_reddit_archive() -> None:
    def line(name: str, text: str, parent: str, link: str = "t3_p") -> str:
        about = {"id": name, "body": text, "author": "ana", "score": 2, "parent_id": parent}
        return json.dumps(about | {"link_id": link, "created_utc": 1700000000})

    lines = [line("a", "Cold", "t3_p"), line("b", "Very", "t1_a"), line("c", "[removed]", "t3_p")]
    assert said(read_page("\n".join(lines))) == [
        ("ana", "Cold", 2, False),
        ("ana", "Very", 2, True),
    ]
    got = read_page("\n".join([*lines, line("d", "Warm", "t3_q", "t3_q")]))
    assert ("several-videos", 2) in [(o.kind, o.found) for o in got.omissions]


def test_posts_without_their_comments_are_read_one_by_one() -> None:
    posts = [{"title": "Ice", "selftext": "Eleven days.", "num_comments": 3},
             {"title": "Is it over?", "selftext": "[removed]", "num_comments": 0}]  # fmt: skip
    got = read_page("\n".join(map(json.dumps, posts)))
    assert [cue.text for cue in got.transcript] == ["Ice. Eleven days.", "Is it over?"]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour news", "items": [
        {"title": "Ice", "content_html": "<p>Eleven <b>days</b>.</p>"},
        {"title": "Over", "content_text": "The wind turned."}]}  # fmt: skip
    got = page(feed)
    assert got.title == "Harbour news"
    assert [cue.text for cue in got.transcript] == ["Ice. Eleven days.", "Over. The wind turned."]


@pytest.mark.parametrize("name", ["tweets", "tweet"])
def test_the_archive_of_twitter(name: str) -> None:
    def one(text: str, likes: str, number: str, answers: str | None = None) -> dict[str, Any]:
        about = {"full_text": text, "favorite_count": likes, "id_str": number, "created_at": "x"}
        return about | {"in_reply_to_status_id_str": answers}

    tweets = [one("Ice &amp; wind", "3", "1"), one("Still ice", "0", "2", "1")]
    kept = [{"tweet": tweet} for tweet in tweets] if name == "tweets" else tweets
    got = read_page(f"window.YTD.{name}.part0 = {json.dumps(kept, indent=2)}".encode(), "tweets.js")
    assert said(got) == [(None, "Ice & wind", 3, False), (None, "Still ice", 0, True)]


def test_an_export_of_instagram_in_any_language() -> None:
    def one(*names: str) -> dict[str, Any]:
        values = ({"value": "Sch\u00c3\u00b6n kalt"}, {"value": "port"}, {"timestamp": 1700000000})
        return {"media_list_data": [], "string_map_data": dict(zip(names, values, strict=True))}

    english, german = one("Comment", "Media Owner", "Time"), one("Kommentar", "Besitzer", "Zeit")
    for value in ([german, german], {"comments_reels_comments": [english, english]}):
        got = page(value)
        assert [(c.author, c.text, c.age) for c in got.comments] == [
            (None, "Schön kalt", "2023-11-14")
        ] * 2


TAKEOUT = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\n"
)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (TAKEOUT + 'A,U,2024-01-01,0,,aB3_dE-9xYw,"{""takeoutSegments"":[{""text"":""so ""},'
         '{""text"":""cold""}]}"\nA.b,U,2024-01-02,0,A,aB3_dE-9xYw,"{""text"":""Very""}"\n',
         [("so cold", False), ("Very", True)]),
        (TAKEOUT + 'A,U,2024-01-01,0,,aB3_dE-9xYw,"{""text"":""so ""},{""text"":""https://i.example"",'
         '""link"":{""linkUrl"":""https://i.example""}}"\nB,U,2024-01-02,0,,aB3_dE-9xYw,Very\n',
         [("so https://i.example", False), ("Very", False)]),
        (("Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text\n"
         'A,U,2024-01-01,0,aB3_dE-9xYw,"{""takeoutSegments"":[{""text"":""cold""}]}"\n'),
         [("cold", False)]),
        (("Kommentar-ID,Kanal-ID,Preis,ID des übergeordneten Kommentars,Video-ID,Kommentartext\n"
         'A,U,0,,aB3_dE-9xYw,"{""takeoutSegments"":[{""text"":""so kalt""}]}"\n'),
         [("so kalt", False)]),
    ],
    ids=["until 2024", "since 2024", "live chat", "german"],
)  # fmt: skip
def test_takeout_of_youtube(table: str, expected: list[tuple[str, bool]]) -> None:
    got = read_page(table)
    assert [(c.text, c.reply) for c in got.comments] == expected
    assert got.url == "https://www.youtube.com/watch?v=aB3_dE-9xYw"


def test_comments_of_several_videos_are_said_to_be_so() -> None:
    rows = "A,U,2024-01-01,0,,aB3_dE-9xYw,Cold\nB,U,2024-01-01,0,,zzzzzzzzzz0,Warm\n"
    videos = [{"id": name, "title": name, "webpage_url": f"https://youtu.be/{name}",
               "comments": [{"text": "Cold", "author": "a"}]}
              for name in ("aB3_dE-9xYw", "zzzzzzzzzz0")]  # fmt: skip
    for got in (read_page(TAKEOUT + rows), page(videos)):
        assert ("several-videos", 2) in [(o.kind, o.found) for o in got.omissions]
        assert (got.title, got.url, len(got.comments)) == (None, None, 2)


def test_authors_in_another_list_are_people_or_communities() -> None:
    own = {"date": 1710230400, "likes": {"count": 2}}
    items = [{**own, "id": 1, "from_id": 7, "text": "Is it open in winter?"},
             {**own, "id": 2, "from_id": -7, "text": "It is.", "reply_to_comment": 1},
             {**own, "id": 3, "from_id": 8, "text": "Thank you."}]  # fmt: skip
    profiles = [{"id": 7, "first_name": "Ada", "last_name": "Holm"}]
    groups = [{"id": 7, "name": "The mill", "screen_name": "mill", "is_closed": 0}]
    got = page({"response": {"items": items, "profiles": profiles, "groups": groups}})
    assert said(got) == [
        ("Ada Holm", "Is it open in winter?", 2, False),
        ("The mill", "It is.", 2, True),
        (None, "Thank you.", 2, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[{"city": "Oslo", "temp": 3}, {"city": "Bergen", "temp": 5}]',
        '[{"uri":"a","w":1},{"uri":"b","w":2},{"uri',
        '{"media": {"items": [{"uri": "a.jpg", "caption_x": "The harbour", "n": 3}, {"ur',
        "[1, 2, 3, 4.5]",
        "[[1,2],[3,4]]",
        '{"cells": [{"cell_type": "code", "source": ["import x"]}], "nbformat": 4}',
        '{\n "openapi": "3.0",\n "info": {"title": "Ice"},\n "paths": {}\n}',
        '{"profile_user": [{"string_map_data": {"Email": {"value": "a@b.c"}}}]}',
        json.dumps({"name": "ice", "version": "1.0.0", "description": "Counts the days of ice",
                    "author": "Ana", "scripts": {"test": "jest"}}),
    ],
)  # fmt: skip
def test_unknown_data_is_refused_and_not_quoted(text: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(UnreadableError, match="data file"):
            read_page(data, "notes.txt")


def test_comments_that_name_the_titles_of_several_videos_are_said_to_be_so() -> None:
    head = "author,comment,video_title\n"
    one, other = "ana,Cold water,The mill\n", "bo,Warm water,The pond\n"
    kinds = [o.kind for o in read_page((head + one + other).encode(), "all.csv").omissions]
    assert kinds.count("several-videos") == 1
    alone = read_page((head + one + one.replace("ana", "cy")).encode(), "all.csv")
    assert "several-videos" not in [o.kind for o in alone.omissions]
    nested = [
        {"title": title, "comments": [{"author": "ana", "text": f"Cold at {title}"}]}
        for title in ("The mill", "The pond")
    ]
    assert ("several-videos", 2) in [(o.kind, o.found) for o in page(nested).omissions]


def test_the_number_that_a_site_states_is_read_without_the_post_itself() -> None:
    posts = [discourse(1, "How long?", "ana", 0, None), discourse(2, "Days", "bo", 0, None)]
    got = page({"title": "Ice", "posts_count": 720, "post_stream": {"posts": posts}})
    assert (got.comments_stated, len(got.comments)) == (719, 1)
    assert ("comments-not-loaded", 1, 719) in [(o.kind, o.found, o.stated) for o in got.omissions]
    story = {"by": "z", "title": "Ice", "type": "story", "id": 1, "descendants": 9}
    got = page([story, item(2, "Cold", "ana", 1)])
    assert (got.channel, got.comments_stated) == ("z", 9)


def test_a_post_that_stands_in_other_communities_too_is_one_post() -> None:
    post = {"post": {"name": "Ice", "body": "Eleven days of it."}, "community": {"name": "ports"},
            "creator": {"name": "zoe"}, "counts": {"comments": 2}}  # fmt: skip
    elsewhere = post | {"post": {"name": "Frozen"}, "counts": {"comments": 70}}
    comments = {"comments": [lemmy(1, "Cold", "ana", 5, "0.1")]}
    got = page([{"post_view": post, "cross_posts": [elsewhere]}, comments])
    assert (got.title, got.channel, got.comments_stated) == ("Ice", "zoe", 2)


def test_a_comment_that_two_pages_of_an_answer_hold_is_read_once() -> None:
    def one(number: int, text: str, on: int | None) -> dict[str, Any]:
        return {"text": text, "threadId": 1, "inReplyToCommentId": on, "id": number,
                "account": {"name": "ana"}}  # fmt: skip

    root = one(1, "Cold", None)
    tree = {"comment": root, "children": [{"comment": one(2, "Very", 1), "children": []}]}
    assert said(page([{"data": [root, one(3, "Cold", None)]}, tree])) == [
        ("ana", "Cold", None, False),
        ("ana", "Cold", None, False),
        ("ana", "Very", None, True),
    ]


def test_a_video_of_peertube_has_its_title_channel_and_chapters() -> None:
    video = {"uuid": "x", "shortUUID": "y", "name": "Ice in the harbour", "description": "Filmed.",
             "url": "https://films.example/videos/watch/x", "comments": 4,
             "channel": {"name": "ports", "displayName": "Ports of the coast"}}  # fmt: skip
    got = page([video, {"chapters": [{"timecode": 0, "title": "Ice"}, {"timecode": 9.5}]}])
    assert (got.title, got.channel) == ("Ice in the harbour", "Ports of the coast")
    assert (got.url, got.description) == ("https://films.example/videos/watch/x", "Filmed.")
    assert [(c.title, c.start) for c in got.chapters] == [("Ice", 0.0)]
    assert got.comments_stated == 4


def test_a_question_is_the_description_and_its_answers_are_the_discussion() -> None:
    def owner(name: str) -> dict[str, Any]:
        return {"owner": {"display_name": name}, "score": 2}

    question = {"question_id": 1, "title": "Why &quot;ice&quot;?", "is_answered": True,
                "body": "<p>It is <b>May</b>.</p>", "link": "https://ice.example/q/1"}  # fmt: skip
    answer = {"answer_id": 2, "question_id": 1, "body": "<p>Cold</p>"}
    remark = {"comment_id": 3, "post_id": 2, "body": "Very"}
    got = page([{"items": [question | owner("Z&#246;e")]}, {"items": [answer | owner("ana")]},
                {"items": [remark | owner("bo")]}])  # fmt: skip
    assert (got.title, got.channel, got.description) == ('Why "ice"?', "Zöe", "It is May.")
    assert said(got) == [("ana", "Cold", 2, False), ("bo", "Very", 2, True)]


def test_a_post_with_its_conversation_is_what_its_author_says() -> None:
    post = status("1", "The ice is thick. Eleven days of it.", "Ana", 4, "") | {"replies_count": 3}
    own, answer = status("2", "It breaks tomorrow.", "Ana", 0, "1"), status("3", "Ha", "Bo", 2, "1")
    got = page([post, {"ancestors": [], "descendants": [own, answer]}])
    assert (got.title, got.channel) == ("The ice is thick.", "Ana")
    assert [c.text for c in got.transcript] == [
        "The ice is thick. Eleven days of it.",
        "It breaks tomorrow.",
    ]
    assert said(got) == [("Bo", "Ha", 2, False)]
    assert got.comments_stated == 2
    alone = page(post)
    assert (alone.title, alone.comments, alone.comments_stated) == ("The ice is thick.", (), 3)
