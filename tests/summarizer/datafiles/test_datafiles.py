from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import UnreadableError, read_page
from summarizer.model import Comment, Cue, Page
from tests.summarizer.promise import keeps_its_promise

ID = "aB3_dE-9xYw"
WATCH = f"https://www.youtube.com/watch?v={ID}"


def page(value: object, name: str | None = None) -> Page:
    return read_page(json.dumps(value), name)


def said(value: object) -> list[tuple[str | None, str, int | None, bool]]:
    return [(c.author, c.text, c.likes, c.reply) for c in page(value).comments]


def test_yt_dlp_info_with_everything_inside() -> None:
    got = page(
        {
            "id": ID,
            "title": "How bees dance",
            "channel": "Garden TV",
            "uploader": "garden",
            "webpage_url": WATCH,
            "description": "About bees.\nhttps://example.org/bees",
            "comment_count": 7,
            "tags": ["bees", "dance"],
            "formats": [{"url": "https://example.org/v.mp4", "format_note": "720p"}],
            "chapters": [{"start_time": 0.0, "title": "Hello"}, {"start_time": 5, "title": "Way"}],
            "automatic_captions": {
                "en": [{"ext": "vtt", "data": "WEBVTT\n\n00:01.000 --> 00:02.000\nBees dance."
                "\n\n00:05.000 --> 00:06.000\nThey find the way.\n"}]
            },
            "comments": [
                {"id": "A", "parent": "root", "text": "Lovely", "author": "@ana", "like_count": 3,
                 "time_text": "2 days ago", "timestamp": 1700000000, "is_pinned": True},
                {"id": "A.b", "parent": "A", "text": "Yes", "author": "@bo", "like_count": None},
            ],
        }
    )  # fmt: skip
    assert (got.title, got.channel, got.url) == ("How bees dance", "Garden TV", WATCH)
    assert got.description.startswith("About bees.")
    assert [link.written for link in got.links] == ["https://example.org/bees"]
    assert [(c.title, c.start, c.cue) for c in got.chapters] == [("Hello", 0.0, 0), ("Way", 5.0, 1)]
    assert got.transcript == (Cue("Bees dance.", 1.0), Cue("They find the way.", 5.0))
    assert got.comments == (
        Comment("Lovely", "@ana", 3, "2 days ago", reply=False, pinned=True),
        Comment("Yes", "@bo", None, None, reply=True),
    )
    assert got.comments_stated == 7
    assert ("comments-not-loaded", 2, 7) in [(o.kind, o.found, o.stated) for o in got.omissions]


def thread(text: str, *replies: str) -> dict[str, Any]:
    def one(words: str, name: str, **more: str) -> dict[str, Any]:
        about = {"textDisplay": f"<b>{words}</b>", "textOriginal": words, "videoId": ID}
        about |= {"authorDisplayName": "@ana", "publishedAt": "2024-05-01T10:00:00Z"}
        return {"kind": "youtube#comment", "id": name, "snippet": about | {"likeCount": 2} | more}

    return {
        "kind": "youtube#commentThread",
        "snippet": {"videoId": ID, "topLevelComment": one(text, text), "canReply": True},
        "replies": {"comments": [one(r, f"{text}.{r}", parentId=text) for r in replies]},
    }


def test_answers_of_the_youtube_data_api() -> None:
    got = page({"kind": "youtube#commentThreadListResponse", "items": [thread("One", "Two")]})
    assert [(c.text, c.reply, c.age) for c in got.comments] == [
        ("One", False, "2024-05-01T10:00:00Z"),
        ("Two", True, "2024-05-01T10:00:00Z"),
    ]
    assert got.url == WATCH
    video = {"kind": "youtube#video", "id": ID, "snippet": {"title": "How bees dance",
             "channelTitle": "Garden TV", "description": "About bees."},
             "statistics": {"commentCount": "12"}}  # fmt: skip
    got = page({"kind": "youtube#videoListResponse", "items": [video]})
    assert (got.title, got.channel, got.url) == ("How bees dance", "Garden TV", WATCH)
    assert (got.description, got.comments_stated) == ("About bees.", 12)


def test_overlapping_answers_give_a_comment_once() -> None:
    one = {"cid": "A", "text": "One", "author": "ana"}
    assert len(page([{"items": [one]}, {"items": [one, one | {"cid": "B"}]}]).comments) == 2


def test_lines_of_youtube_comment_downloader() -> None:
    lines = [
        {"cid": "A", "text": "Lovely", "time": "2 days ago", "author": "@ana", "channel": "UC1",
         "votes": "1.2K", "heart": False, "reply": False},
        {"cid": "A.b", "text": "Yes", "time": "1 day ago", "author": "@bo", "votes": "0",
         "reply": True},
    ]  # fmt: skip
    text = "\n".join(map(json.dumps, lines))
    assert read_page(text).comments == (
        Comment("Lovely", "@ana", 1200, "2 days ago"),
        Comment("Yes", "@bo", 0, "1 day ago", reply=True),
    )
    assert read_page(json.dumps({"comments": lines}, indent=4)).comments[1].reply


@pytest.mark.parametrize(
    "value",
    [
        [{"text": "Bees dance", "start": 1.5, "duration": 2}, {"text": "all day", "start": 4.0}],
        {"video_id": ID, "snippets": [{"text": "Bees dance", "start": 1.5, "duration": 2.5},
                                      {"text": "all day", "start": 4.0, "duration": 1}]},
        {"text": "Bees dance all day", "language": "en", "segments": [
            {"id": 0, "start": 1.5, "end": 4, "text": " Bees dance", "tokens": [1, 2]},
            {"id": 1, "start": 4.0, "end": 5, "text": " all day", "words": [
                {"word": "all", "start": 4.0, "end": 4.2}]}]},
        {"content": [{"text": "Bees dance", "offset": 1500, "duration": 2500, "lang": "en"},
                     {"text": "all day", "offset": 4000, "duration": 900, "lang": "en"}]},
        {"utterances": [{"speaker": "A", "text": "Bees dance", "start": 1500, "end": 4000,
                         "words": [{"text": "Bees", "start": 1500, "end": 1600}]},
                        {"speaker": "A", "text": "all day", "start": 4000, "end": 5000}]},
        [{"timestamp": "0:01.5", "text": "Bees dance"}, {"timestamp": "0:04", "text": "all day"}],
        [{"startTime": "00:00:01.500", "endTime": "00:00:04.000", "text": "Bees dance"},
         {"startTime": "00:00:04.000", "endTime": "00:00:05.000", "text": "all day"}],
    ],
    ids=["transcript-api", "transcript-api 1", "whisper", "offsets", "speakers", "clock", "srt"],
)  # fmt: skip
def test_transcripts_as_lists_of_timed_texts(value: object) -> None:
    got = page(value)
    assert [(c.start, c.text) for c in got.transcript] == [(1.5, "Bees dance"), (4.0, "all day")]
    assert got.comments == ()


def test_a_transcript_that_is_one_string() -> None:
    speech = "Bees dance all day long. They find the way to the flowers. Nobody knows quite why."
    got = page({"videoId": ID, "title": "How bees dance", "transcript": f"{speech}\n{speech}"})
    assert [cue.text for cue in got.transcript] == [speech, speech]
    assert (got.title, got.url) == ("How bees dance", WATCH)


def test_reddit_gives_its_post_and_its_tree() -> None:
    reply = {"kind": "t1", "data": {"id": "c2", "body": "Why?", "author": "bo", "ups": 1,
             "parent_id": "t1_c1", "replies": "", "created_utc": 1700000000.0}}  # fmt: skip
    top = {"kind": "t1", "data": {"id": "c1", "body": "Nice &amp; calm", "author": "ana", "ups": 5,
           "parent_id": "t3_p", "replies": {"data": {"children": [reply]}}}}  # fmt: skip
    post = {"kind": "t3", "data": {"title": "Bees", "author": "cy", "selftext": "Look at them.",
            "permalink": "/r/bees/comments/p/bees/", "num_comments": 2, "ups": 9}}  # fmt: skip
    more = {"kind": "more", "data": {"children": ["c3", "c4"]}}
    value = [{"data": {"children": [post]}}, {"data": {"children": [top, more]}}]
    got = page(value)
    assert (got.title, got.description, got.comments_stated) == ("Bees", "Look at them.", 2)
    assert got.url == "https://www.reddit.com/r/bees/comments/p/bees/"
    assert said(value) == [("ana", "Nice & calm", 5, False), ("bo", "Why?", 1, True)]
    assert got.comments[1].age == "2023-11-14"
    recorded = {"log": {"entries": [{"response": {"content": {"text": json.dumps(value)}}}]}}
    assert page(recorded).comments == got.comments


@pytest.mark.parametrize(
    "value",
    [
        ["Lovely bees", "Why though? 🐝"],
        {"comments": ["Lovely bees", "Why though? 🐝"]},
        [{"comment": "Lovely bees"}, {"comment": "Why though? 🐝"}],
        {"data": {"items": [{"Comment Text": "Lovely bees", "sentiment": "positive"},
                            {"Comment Text": "Why though? 🐝", "sentiment": "neutral"}]}},
        {"comment": {"0": "Lovely bees", "1": "Why though? 🐝"}, "label": {"0": 1, "1": 0}},
        {"columns": ["label", "comment"], "index": [0, 1],
         "data": [[1, "Lovely bees"], [0, "Why though? 🐝"]]},
        [["author", "comment"], ["ana", "Lovely bees"], ["bo", "Why though? 🐝"]],
        {"kind": "x", "results": [{"message": {"text": "Lovely bees"}, "from": "ana"},
                                  {"message": {"text": "Why though? 🐝"}, "from": "bo"}]},
        {"messages": [{"from": "ana", "text": ["Lovely ", {"type": "bold", "text": "bees"}]},
                      {"from": "bo", "text": "Why though? 🐝"}]},
        {"replies": [{"content": {"message": "Lovely bees"}, "member": {"uname": "ana"}, "like": 3},
                     {"content": {"message": "Why though? 🐝"}, "member": {"uname": "bo"}}]},
        {"title": "Bees", "points": 3, "children": [
            {"author": "ana", "text": "<p>Lovely bees</p>", "children": [
                {"author": "bo", "text": "Why though? 🐝", "children": []}]}]},
    ],
    ids=["strings", "named", "objects", "nested", "pandas", "split", "rows", "wrapped", "telegram",
         "bilibili", "hacker news"],
)  # fmt: skip
def test_comments_under_all_sorts_of_names(value: object) -> None:
    got = page(value)
    assert [c.text for c in got.comments] == ["Lovely bees", "Why though? 🐝"]
    assert got.transcript == ()


def test_a_scraper_s_rows_name_their_video_too() -> None:
    row = {"comment": "Lovely", "author": "@ana", "videoId": ID, "pageUrl": WATCH, "voteCount": 4,
           "replyToCid": None, "type": "comment", "cid": "A"}  # fmt: skip
    answer = row | {"comment": "Yes", "replyToCid": "A", "type": "reply", "cid": "B"}
    assert page([row, answer]).url == WATCH
    assert said([row, answer]) == [("@ana", "Lovely", 4, False), ("@ana", "Yes", 4, True)]


def test_counts_may_be_kept_apart_and_authors_be_objects() -> None:
    one = {"content": "Lovely", "author": {"title": "@ana"}, "stats": {"votes": 776, "replies": 9}}
    assert said({"status": "success", "comments": [one]}) == [("@ana", "Lovely", 776, False)]


def runs(text: str) -> dict[str, Any]:
    return {"runs": [{"text": text}]}


WATCH_PAGE = {
    "responseContext": {},
    "contents": [
        {"videoPrimaryInfoRenderer": {"title": runs("How bees dance")}},
        {"videoSecondaryInfoRenderer": {
            "owner": {"videoOwnerRenderer": {"title": runs("Garden TV")}},
            "attributedDescription": {"content": "About bees."}}},
        {"commentsEntryPointHeaderRenderer": {"commentCount": {"simpleText": "1,204"}}},
        {"transcriptSegmentRenderer": {"startMs": "1500", "snippet": runs("Bees dance.")}},
        {"transcriptCueRenderer": {"startOffsetMs": "5000", "cue": {"simpleText": "All day."}}},
        {"macroMarkersListItemRenderer": {"title": {"simpleText": "Way"},
                                          "timeDescription": {"simpleText": "0:05"}}},
        {"chapterRenderer": {"title": {"simpleText": "Hello"}, "timeRangeStartMillis": 0}},
        {"commentThreadRenderer": {"comment": {"commentRenderer": {
            "commentId": "A", "authorText": {"simpleText": "@ana"}, "contentText": {"runs": [
                {"text": "Lovely "}, {"emoji": {"emojiId": "🐝"}},
                {"emoji": {"emojiId": "UCxx/long", "shortcuts": [":bee:"]}}]},
            "publishedTimeText": runs("2 days ago"), "voteCount": {"simpleText": "1.2K"},
            "replyCount": 1, "pinnedCommentBadge": {}}}}},
        {"commentRenderer": {"commentId": "A.b", "contentText": runs("Yes"), "likeCount": 3}},
        {"commentViewModel": {"commentId": "C", "pinnedText": "Pinned"}},
    ],
    "frameworkUpdates": {"entityBatchUpdate": {"mutations": [{"payload": {"commentEntityPayload": {
        "properties": {"commentId": "C", "content": {"content": "New"}, "replyLevel": 0,
                       "publishedTime": "1 day ago"},
        "author": {"displayName": "@cy"}, "toolbar": {"likeCountNotliked": "12"}}}}]}},
}  # fmt: skip


def test_youtube_s_own_answers() -> None:
    got = page(WATCH_PAGE)
    assert (got.title, got.channel, got.description) == (
        "How bees dance",
        "Garden TV",
        "About bees.",
    )
    assert got.transcript == (Cue("Bees dance.", 1.5), Cue("All day.", 5.0))
    assert {(c.title, c.start) for c in got.chapters} == {("Hello", 0.0), ("Way", 5.0)}
    assert got.comments == (
        Comment("Lovely 🐝:bee:", "@ana", 1200, "2 days ago", pinned=True),
        Comment("Yes", None, 3, None, reply=True),
        Comment("New", "@cy", 12, "1 day ago", pinned=True),
    )
    assert got.comments_stated == 1204


def test_the_player_s_answer_and_its_refusal() -> None:
    details = {"videoId": ID, "title": "How bees dance", "author": "Garden TV",
               "shortDescription": "About bees."}  # fmt: skip
    got = page({"playabilityStatus": {"status": "OK"}, "videoDetails": details})
    assert (got.title, got.channel, got.url) == ("How bees dance", "Garden TV", WATCH)
    old = {"playerMicroformatRenderer": {"title": {"simpleText": "Bees"}, "ownerChannelName": "G"}}
    assert page({"responseContext": {}, "microformat": old}).channel == "G"
    with pytest.raises(UnreadableError, match="Sign in"):
        page({"playabilityStatus": {"status": "LOGIN_REQUIRED", "reason": "Sign in"}})
    with pytest.raises(UnreadableError):
        page({"responseContext": {"visitorData": "x"}})


def test_live_chat_lines_are_a_discussion() -> None:
    def line(kind: str, text: str) -> str:
        chat = {"message": runs(text), "authorName": {"simpleText": "ana"},
                "timestampText": {"simpleText": "0:35"}}  # fmt: skip
        action = {"addChatItemAction": {"item": {kind: chat}}}
        return json.dumps({"replayChatItemAction": {"actions": [action]}})

    text = (
        line("liveChatTextMessageRenderer", "hi") + "\n" + line("liveChatPaidMessageRenderer", "")
    )
    assert read_page(text).comments == (Comment("hi", "ana", age="0:35"),)


@pytest.mark.parametrize(
    "text",
    [
        "[{'text': 'Bees dance', 'start': 1.5, 'duration': 2.0}, {'text': 'all day', 'start': 4}]",
        "[{'text': ('Bees '\n 'dance'), 'start': 1.5}, {'text': \"all day\", 'start': 4}]",
        (
            "FetchedTranscript(snippets=[FetchedTranscriptSnippet(text='Bees dance', start=1.5, "
            "duration=2.0), FetchedTranscriptSnippet(text='all day', start=4.0, duration=1.0)])"
        ),
        (
            "// made up\nexport const lines = [\n  {text: `Bees dance`, start: 1.5, duration: 1},\n"
            "  {text: 'all' + ' day', start: 4,},\n];\nexport default lines;\n"
        ),
        "lines = [\n {'text': 'Bees dance', 'start': 1.5}, #\n {'text': 'all day', 'start': 4}]",
    ],
    ids=["python", "pprint", "repr", "javascript", "assignment"],
)
def test_literals_of_programs_are_read_like_json(text: str) -> None:
    got = read_page(text)
    assert [(c.start, c.text) for c in got.transcript] == [(1.5, "Bees dance"), (4.0, "all day")]


def test_escapes_of_other_languages_are_decoded() -> None:
    text = r"const c = ['caf\xe9 \u00e9t\u00e9', 'it\'s\n\ud83d\ude00 \u{1f41d}', '\u{ffffff}'];"
    assert [c.text for c in read_page(text).comments] == ["café été", "it's\n😀 🐝", "\ufffd"]


def test_json_that_breaks_off_gives_what_can_be_read_and_says_so() -> None:
    whole = json.dumps({"comments": [{"text": f"number {i}", "author": "a"} for i in range(50)]})
    got = read_page(whole[: len(whole) // 2])
    assert 20 <= len(got.comments) <= 26
    assert next(o.kind for o in got.omissions) == "cut-off"


def test_nan_and_doubled_keys_are_no_harm() -> None:
    got = read_page('{"title":"a","title":"Bees","x":NaN,"y":1e999,"description":"d\\ud83d"}')
    assert (got.title, got.description) == ("Bees", "d\ufffd")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[{" * 50_000])
def test_deep_json_is_refused_with_advice(text: str) -> None:
    with pytest.raises(UnreadableError, match="deeply"):
        read_page(text)


def test_json_of_too_many_parts_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="too many"):
        read_page("[" + "{}," * 1_000_001 + "{}]")


def test_rows_without_a_cell_are_no_harm() -> None:
    assert keeps_its_promise("[[], []]")


def test_data_without_a_page_is_refused_with_advice() -> None:
    with pytest.raises(UnreadableError, match="data file"):
        read_page('{"name": "left-pad", "version": "1.0.0", "dependencies": {}}')


def test_prose_in_brackets_is_no_data() -> None:
    got = read_page("[Intro: music] hello everyone\nand welcome to the garden\nlet us begin " * 9)
    assert got.comments == ()


@pytest.mark.no_cover
def test_more_comments_than_a_digest_can_mean_are_left_out_and_said() -> None:
    got = read_page("[" + '"x",' * 50_004 + '"x"]')
    assert len(got.comments) == 50_000
    assert ("too-long", 50_000) in [(o.kind, o.found) for o in got.omissions]


NAMES = st.sampled_from(
    ["text", "author", "likes", "title", "start", "comments", "replies", "id", "parent", "runs",
     "videoDetails", "commentRenderer", "events", "segs", "chapters", "data", "columns", "time"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_any_values_are_a_page_or_advice(value: object) -> None:
    assert keeps_its_promise(json.dumps(value))


@given(st.text(alphabet="[]{}(),:='\"`\\/*#ab1.-\n ", max_size=60))
def test_any_broken_literal_is_a_page_or_advice(text: str) -> None:
    assert keeps_its_promise('[{"text": ' + text)


def test_a_transcript_in_one_string_keeps_its_times() -> None:
    said = "[00:00] hello there [00:04] today we boil [00:09] and listen [01:02] until it sings"
    got = read_page(json.dumps({"summary": "About kettles.", "transcript": said}))
    assert [(cue.start, cue.text) for cue in got.transcript] == [
        (0, "hello there"),
        (4, "today we boil"),
        (9, "and listen"),
        (62, "until it sings"),
    ]
    assert not got.comments


def test_entities_written_twice_are_read() -> None:
    cues = [{"text": "don&amp;#39;t boil it", "offset": 0, "duration": 2}]
    assert read_page(json.dumps(cues)).transcript[0].text == "don't boil it"


def test_an_answer_wrapped_in_a_call_is_read() -> None:
    got = read_page('callback({"items": [{"author": "@ada", "text": "It sings", "likes": 3}]});')
    assert [(c.author, c.text, c.likes) for c in got.comments] == [("@ada", "It sings", 3)]


def test_strings_side_by_side_and_brackets_closed_otherwise_are_read() -> None:
    got = read_page(
        "const a = [{text: 'Bees ' \"dance \" `all` ' day', author: 'ana')}, {text: 'Why'}]"
    )
    assert [c.text for c in got.comments] == ["Bees dance all day", "Why"]
