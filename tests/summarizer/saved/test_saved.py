from __future__ import annotations

import json
import plistlib
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import UnreadableError, read_page
from summarizer.datafiles.literals import Literals, read_literals
from summarizer.model import Comment, Cue, Omission, Page
from tests.summarizer.promise import keeps_its_promise

ID = "aB3_dE-9xYw"
WATCH = f"https://www.youtube.com/watch?v={ID}"
HEAD = (
    f'<!DOCTYPE html><html><head><link rel="canonical" href="{WATCH}&amp;t=3">'
    "<title>How bees dance - YouTube</title></head><body>"
)


def comment(tag: str, name: str, text: str, likes: str = "") -> str:
    return (
        f'<{tag}><h3><a id="author-text"><span> @{name}\n</span></a></h3>'
        f'<span id="published-time-text"><a>2 days ago</a></span>'
        f'<yt-attributed-string id="content-text"><span>{text}</span></yt-attributed-string>'
        f'<span id="vote-count-middle">\n {likes}\n</span></{tag}>'
    )


RENDERED = (
    HEAD
    + "<script>var ytInitialData = {};</script>"
    + '<ytd-watch-metadata><div id="title"><h1>How bees dance</h1></div>'
    "<ytd-channel-name><a>Garden TV</a></ytd-channel-name>"
    '<div id="description-inline-expander"><yt-attributed-string>About bees.\n\nMore.'
    "</yt-attributed-string></div></ytd-watch-metadata>"
    "<ytd-transcript-segment-renderer><div class='segment-timestamp'> 0:01 </div>"
    "<yt-formatted-string class='segment-text'>Bees dance.</yt-formatted-string>"
    "</ytd-transcript-segment-renderer><ytd-transcript-segment-renderer>"
    "<div class='segment-timestamp'>1:05</div><span class='segment-text'>All day.</span>"
    "</ytd-transcript-segment-renderer>"
    "<ytd-macro-markers-list-item-renderer><h4>The way</h4><div id='time'>1:00</div>"
    "</ytd-macro-markers-list-item-renderer>"
    "<ytd-comments-header-renderer><h2 id='count'><span>1,204</span> Comments</h2>"
    "</ytd-comments-header-renderer><ytd-comment-thread-renderer>"
    + comment("ytd-comment-view-model", "ana", 'Lovely <img alt="🐝">\nreally<br>so', "1.2K")
    + "<ytd-comment-replies-renderer>"
    + comment("ytd-comment-view-model", "bo", "Yes")
    + "</ytd-comment-replies-renderer></ytd-comment-thread-renderer></body></html>"
)
COMMENTS = (
    Comment("Lovely 🐝\nreally\nso", "@ana", 1200, "2 days ago"),
    Comment("Yes", "@bo", 0, "2 days ago", reply=True),
)


def check(page: Page) -> None:
    assert (page.title, page.channel, page.url) == ("How bees dance", "Garden TV", WATCH)
    assert page.description == "About bees.\n\nMore."
    assert page.transcript == (Cue("Bees dance.", 1.0), Cue("All day.", 65.0))
    assert [(c.title, c.start, c.cue) for c in page.chapters] == [("The way", 60.0, 1)]
    assert page.comments == COMMENTS
    assert page.comments_stated == 1204


def test_a_saved_page_is_read_as_it_was_shown() -> None:
    check(read_page(RENDERED.encode(), "How bees dance - YouTube.html"))


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_mhtml_is_read_without_scripts_and_gives_the_address(encoding: str) -> None:
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail["Snapshot-Content-Location"] = WATCH + "&pp=abc"
    mail["Subject"] = "How bees dance – YouTube"
    mail.set_content("<html></html>", subtype="html")
    mail.make_related()
    mail.add_related(b"body{}", "text", "css")
    page = RENDERED.replace(f'<link rel="canonical" href="{WATCH}&amp;t=3">', "")
    mail.get_payload()[0].set_content(page, subtype="html", cte=encoding)  # type: ignore[union-attr, index]
    check(read_page(mail.as_bytes(), "page.mhtml"))


def test_a_web_archive_of_safari_is_read() -> None:
    resource = {"WebResourceData": RENDERED.encode(), "WebResourceURL": WATCH}
    for kind in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        check(read_page(plistlib.dumps({"WebMainResource": resource}, fmt=kind)))


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"WebMainResource": 3},
        {"WebMainResource": {"WebResourceData": b""}},
        {"WebMainResource": {"WebResourceData": "text"}},
    ],
)
def test_an_empty_web_archive_is_advice(value: dict[str, object]) -> None:
    with pytest.raises(UnreadableError, match="HTML"):
        read_page(plistlib.dumps(value, fmt=plistlib.FMT_BINARY))
    with pytest.raises(UnreadableError, match="HTML"):
        read_page(b"bplist00 broken")


def test_an_mhtml_without_html_is_advice() -> None:
    with pytest.raises(UnreadableError, match="HTML"):
        read_page(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--")


def test_scripts_are_read_where_nothing_is_rendered() -> None:
    player = {"videoDetails": {"videoId": ID, "title": "How bees dance", "author": "Garden TV",
                               "shortDescription": "About bees."}}  # fmt: skip
    data = json.dumps(json.dumps({"contents": [{"commentRenderer": {"contentText": "Hi"}}]}))
    page = read_page(
        f'<html><script>window["ytInitialPlayerResponse"] = {json.dumps(player)};</script>'
        f"<script>var ytInitialData = {data};</script></html>"
    )
    assert (page.title, page.channel, page.url) == ("How bees dance", "Garden TV", WATCH)
    assert [c.text for c in page.comments] == ["Hi"]


def test_scripts_of_the_page_visited_before_are_not_believed() -> None:
    other = {"videoDetails": {"videoId": "x" * 11, "title": "Wasps", "shortDescription": "W."}}
    page = read_page(f"{RENDERED}<script>ytInitialPlayerResponse = {json.dumps(other)}</script>")
    check(page)
    with pytest.raises(UnreadableError, match="save it again"):
        read_page(f"{HEAD}<script>ytInitialPlayerResponse = {json.dumps(other)}</script>")


SEGMENT = (
    '<transcript-segment-view-model class="ytwTranscriptSegmentViewModelHost">'
    '<div aria-hidden="true" class="ytwTranscriptSegmentViewModelTimestamp">{clock}</div>'
    '<div class="ytwTranscriptSegmentViewModelTimestampA11yLabel">{words}</div>{speech}'
    "</transcript-segment-view-model>"
)
LABELS = {
    "en": ("0 seconds", "1 minute, 5 seconds"),
    "de": ("0 Sekunden", "1 Minute und 5 Sekunden"),
    "pt": ("0 segundos", "1 minuto e 5 segundos"),
    "ja": ("0 秒", "1 分 5 秒"),
    "invented": ("0 zups", "1 plim, 5 zups"),
}
SPEECHES = {
    "with a role": '<span class="ytAttributedStringHost" role="text">{}</span>',
    "without a role": '<span class="ytAttributedStringHost ytAttributedStringWrap">{}</span>',
    "as it was in 2025": '<span class="yt-core-attributed-string" role="text">{}</span>',
    "in plain spans": "<span>{}</span>",
}


@pytest.mark.parametrize("words", LABELS.values(), ids=LABELS)
@pytest.mark.parametrize("speech", SPEECHES.values(), ids=SPEECHES)
def test_the_transcript_is_read_without_what_screen_readers_say(
    speech: str, words: tuple[str, str]
) -> None:
    said = zip(("0:00", "1:05"), words, ("Bees dance.", "All day."), strict=True)
    segments = (
        SEGMENT.format(clock=clock, words=label, speech=speech.format(text))
        for clock, label, text in said
    )
    page = read_page(f"{HEAD}{''.join(segments)}</body></html>")
    assert page.transcript == (Cue("Bees dance.", 0.0), Cue("All day.", 65.0))


def test_a_segment_without_any_class_is_read_by_its_time() -> None:
    spans = ("<span>1:05</span><span>1 minute, 5 seconds</span><span>All</span> <span>day.</span>",)
    body = "".join(
        f"<transcript-segment-view-model>{one}</transcript-segment-view-model>" for one in spans
    )
    assert read_page(f"{HEAD}{body}</body></html>").transcript == (Cue("All day.", 65.0),)


def test_a_saved_page_with_text_is_not_called_empty() -> None:
    spoken = ("Bees dance to show the way to flowers.", "They do so all day.", "Nobody knows why.")
    rows = list(zip(("0:00", "0:07", "0:12"), spoken, strict=True))
    body = "".join(f"<div><span>{t}</span> <span>{words}</span></div>" for t, words in rows)
    page = read_page(
        f"{HEAD}<ytd-masthead>Sign in to like videos and to comment</ytd-masthead>{body}"
    )
    assert [cue.text for cue in page.transcript] == list(spoken)
    menu = (
        "<tp-yt-app-drawer><p>Sign in to like videos, comment and subscribe.</p></tp-yt-app-drawer>"
    )
    with pytest.raises(UnreadableError, match="empty"):
        read_page(f"{HEAD}{menu}<p>Search</p>")


def test_a_saved_short_video_has_its_own_title_and_channel() -> None:
    def reel(active: str, name: str, title: str) -> str:
        return (
            f"<ytd-reel-video-renderer {active}><yt-reel-metapanel-view-model>"
            f"<yt-reel-channel-bar-view-model><a>{name}</a></yt-reel-channel-bar-view-model>"
            "<yt-shorts-video-title-view-model>"
            f"<h2 class='ytShortsVideoTitleViewModelShortsVideoTitle'>{title}</h2>"
            "</yt-shorts-video-title-view-model></yt-reel-metapanel-view-model>"
            "</ytd-reel-video-renderer>"
        )

    reels = reel("", "@wasps", "Wasps sleep") + reel("is-active", "@gardentv", "Bees in 30 seconds")
    said = comment("ytd-comment-view-model", "ana", "Lovely")
    page = read_page(f"<html><body><ytd-shorts>{reels}{said}</ytd-shorts></body></html>")
    assert (page.title, page.channel) == ("Bees in 30 seconds", "@gardentv")
    assert [c.text for c in page.comments] == ["Lovely"]


def test_what_the_mobile_site_plays_next_is_no_comment() -> None:
    page = read_page(
        f'<html><link rel="canonical" href="https://m.youtube.com/watch?v={ID}"><body>'
        '<h2 class="slim-video-information-title">How bees dance</h2>'
        '<div class="slim-owner-icon-and-title"><span class="title">Garden TV</span></div>'
        "<div>Comments</div><div>97</div><div>The best film about bees on the whole site.</div>"
        '<ytm-item-section-renderer section-identifier="related-items"><h3>Up next</h3>'
        "<div>Why wasps sleep in the winter months</div><div>Garden TV</div><div>9K views</div>"
        "<div>3 days ago</div></ytm-item-section-renderer></body></html>"
    )
    assert (page.title, page.channel) == ("How bees dance", "Garden TV")
    assert "wasps" not in repr(page)


def test_the_mobile_site_is_read() -> None:
    page = read_page(
        f'<html><link rel="canonical" href="https://m.youtube.com/watch?v={ID}">'
        '<h2 class="slim-video-metadata-title">How bees dance</h2>'
        "<ytm-comment-thread-renderer><ytm-comment-renderer><div class='comment-title'>@ana</div>"
        "<p class='comment-text'><span>Lovely</span></p></ytm-comment-renderer>"
        "<ytm-comment-replies-renderer><ytm-comment-renderer><p class='comment-text'>Yes</p>"
        "</ytm-comment-renderer></ytm-comment-replies-renderer></ytm-comment-thread-renderer>"
    )
    assert (page.title, page.url) == ("How bees dance", WATCH)
    assert page.comments == (Comment("Lovely", "@ana", 0), Comment("Yes", None, 0, reply=True))


def test_the_mobile_site_of_2026_is_read() -> None:
    comment = (
        '<ytm-comment-renderer><div class="YtmCommentRendererHeader"><h3'
        ' class="YtmCommentRendererTitle"><span class="ytAttributedStringHost">{who}</span></h3>'
        '<span class="YtmCommentRendererSubtitle"> • 2 days ago</span></div>'
        '<button class="YtmCommentRendererContent"><p class="YtmCommentRendererText"><span>{text}'
        "</span></p><ytm-button-renderer><button>Read more</button></ytm-button-renderer></button>"
        '<div class="YtmCommentRendererDetails"><button aria-label="Like"></button>'
        '<span class="YtmCommentRendererCount"><span>{likes}</span></span></div>'
        "</ytm-comment-renderer>"
    )
    said = [("@ana", "Lovely", "1.2K"), ("@bo", "Where is this?", "41"), ("@cy", "At home", "")]
    page = read_page(
        "<html><title>How bees dance - YouTube</title><ytm-comment-thread-renderer>"
        + "".join(comment.format(who=who, text=text, likes=likes) for who, text, likes in said)
        + "</ytm-comment-thread-renderer></html>"
    )
    assert page.comments == (
        Comment("Lovely", "@ana", 1200, age="2 days ago"),
        Comment("Where is this?", "@bo", 41, age="2 days ago"),
        Comment("At home", "@cy", 0, age="2 days ago"),
    )


def test_discussions_of_other_sites_are_read() -> None:
    news = (
        "<html><table><tr class='athing comtr'><td indent='0'></td><td><a class='hnuser'>ana</a>"
        "<span class='age'>1 hour ago</span><div class='commtext'>Bees!<p>Really.</div></td></tr>"
        "<tr class='athing comtr'><td indent='1'></td><td><a class='hnuser'>bo</a>"
        "<div class='commtext'>Why?</div></td></tr></table></html>"
    )
    assert [(c.author, c.reply) for c in read_page(news).comments] == [("ana", False), ("bo", True)]
    reddit = (
        "<html><shreddit-comment author='ana' score='5'><div slot='comment'><p>Bees!</p></div>"
        "<shreddit-comment author='bo' score='1'><div slot='comment'>Why?</div>"
        "</shreddit-comment></shreddit-comment></html>"
    )
    assert read_page(reddit).comments == (
        Comment("Bees!", "ana", 5),
        Comment("Why?", "bo", 1, reply=True),
    )


def test_what_a_page_says_to_machines_is_read() -> None:
    about = {"@type": "VideoObject", "name": "How bees dance", "description": "About bees.",
             "author": {"name": "Garden TV"},
             "comment": [{"@type": "Comment", "text": "Lovely", "author": {"name": "ana"},
                          "upvoteCount": 3}]}  # fmt: skip
    page = read_page(
        '<html><meta property="og:url" content="https://example.org/talk"><script '
        f'type="application/ld+json">{json.dumps([{"@type": "WebSite"}, about])}</script></html>'
    )
    assert (page.title, page.channel) == ("How bees dance", "Garden TV")
    assert (page.url, page.description) == ("https://example.org/talk", "About bees.")
    assert page.comments == (Comment("Lovely", "ana", 3),)


def test_an_article_gives_its_words_and_not_its_frame() -> None:
    page = read_page(
        "<html><head><title>Bees</title><style>p{}</style></head><body><nav>Home About</nav>"
        "<main><h1>Why bees dance</h1><p>Bees dance to show the way to flowers.</p>"
        "<pre>line one\nline two</pre><p>Nobody knows who taught them that dance.</p></main>"
        "<footer>Imprint</footer><script>alert(1)</script></body></html>"
    )
    words = " ".join([page.description, *(cue.text for cue in page.transcript)])
    assert page.title == "Bees"
    assert "Nobody knows who taught them" in words
    assert not {"Imprint", "Home", "alert(1)"} & set(words.split())


def test_gates_are_advice() -> None:
    with pytest.raises(UnreadableError, match="consent"):
        read_page('<html><body><form action="https://consent.youtube.com/s">Yes?</form></html>')


@pytest.mark.parametrize(
    "piece", ["<div>", "<b x={}>", "<p {}=1 {}a=2 {}b=3>", "<a href={}><p>"], ids=str
)
def test_pages_made_to_hurt_are_refused_before_they_are_built(piece: str) -> None:
    text = "<html>" + "".join(piece.replace("{}", f"n{i}") for i in range(60_000))
    attributes = "<html><p " + " ".join(f"n{i}" for i in range(60_000)) + ">"
    for html in (text, attributes):
        assert keeps_its_promise(html)


def test_of_a_page_of_more_parts_than_any_discussion_has_the_beginning_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarizer.saved.cost.FEW_NODES", 1_000)
    html = "<html>" + "<p>It is said." * (1_000 + 50)
    page = read_page(html)
    cut = Omission("too-long", len(html) - 51 * len("<p>It is said."), len(html))
    assert cut in page.omissions


@given(st.lists(st.sampled_from([RENDERED[i : i + 40] for i in range(0, len(RENDERED), 40)])))
def test_any_pieces_of_a_page_are_a_page_or_advice(pieces: list[str]) -> None:
    assert keeps_its_promise("<!doctype html><html>" + "".join(pieces))


DISCUSSED = [("Anna", "Did you all see it?", False), ("Boris", "Yes. Forty screws.", True)]
SITES = {
    "WordPress": (
        "<main><article><p>So here is a sheet of plywood, and a river.</p></article>"
        "<ol class='comment-list'><li class='comment'><article><b class='fn'>Anna</b> says:"
        "<div class='comment-content'><p>Did you all see it?</p></div></article>"
        "<ol class='children'><li class='comment'><article><b class='fn'>Boris</b>"
        "<div class='comment-content'><p>Yes. Forty screws.</p></div></article></li></ol></li></ol>"
        "</main>"
    ),
    "Lobsters": (
        "<ol><li class='comments_subtree'><div class='comment'><a class='upvoter'>6</a>"
        "<div class='byline'><a href='/~Anna'>Anna</a></div>"
        "<div class='comment_text'>Did you all see it?</div></div><ol class='comments'>"
        "<li class='comments'><ol class='comments'><li class='comments_subtree'>"
        "<div class='comment'><div class='byline'><a href='/~Boris'>Boris</a></div>"
        "<div class='comment_text'>Yes. Forty screws.</div></div></li></ol></li></ol></li></ol>"
    ),
    "Disqus": (
        "<ul><li class='post'><span class='post-byline'><a class='author'>Anna</a></span>"
        "<div class='post-message'><p>Did you all see it?</p></div><ul class='children'>"
        "<li class='post'><span class='post-byline'><a class='author'>Boris</a></span>"
        "<div class='post-message'><p>Yes. Forty screws.</p></div></li></ul></li></ul>"
    ),
}


@pytest.mark.parametrize("body", SITES.values(), ids=SITES)
def test_a_saved_discussion_keeps_authors_and_answers_apart(body: str) -> None:
    page = read_page(f"<html><head><title>Boats</title></head><body>{body}</body></html>")
    assert [(c.author, c.text, c.reply) for c in page.comments] == DISCUSSED


def test_the_article_above_a_saved_discussion_is_kept() -> None:
    page = read_page(f"<html><body>{SITES['WordPress']}</body></html>")
    assert [cue.text for cue in page.transcript] == ["So here is a sheet of plywood, and a river."]
    assert [comment.likes for comment in page.comments] == [None, None]


def test_the_description_is_read_once_with_its_links_whole() -> None:
    where = "https://example.org/a/long/way/to/the/hive"
    cut = f"{where[:30]}..."
    to = "https://www.youtube.com/redirect?event=video_description&amp;q=https%3A%2F%2Fexample."
    whole = f'<a href="{to}org%2Fa%2Flong%2Fway%2Fto%2Fthe%2Fhive">{cut}</a>'
    other = f'<a href="{to}com%2Fa">{cut}</a>'
    page = read_page(
        f'{HEAD}<ytd-watch-metadata><h1>How bees dance</h1><div id="description-inline-expander">'
        f'<div id="snippet"><yt-attributed-string>Plan: cut</yt-attributed-string></div>...more'
        f'<div id="expanded"><yt-attributed-string>Plan: {whole}\n{other}</yt-attributed-string>'
        f"</div><div>Show transcript</div></div></ytd-watch-metadata></body></html>".encode()
    )
    assert page.description == f"Plan: {where}\n{cut}"
    assert [(link.url, link.kind == "cut") for link in page.links][0:1] == [(where, False)]


def test_a_mail_with_an_endless_head_is_advice() -> None:
    head = "MIME-Version: 1.0\nContent-Type: text/html{}\n\n<p>Bees dance all day.</p>"
    assert read_page(head.format("; a=b" * 700).encode())
    for parameters in ("; a=b" * 900, ";\n a=b" * 900):
        with pytest.raises(UnreadableError, match="head of this saved page"):
            read_page(head.format(parameters).encode())


def test_a_mail_is_read_whatever_its_subject_is_coded_in() -> None:
    page = read_page(
        b"MIME-Version: 1.0\nSubject: =?utf-8?b?P?=\nContent-Type: text/html\n\n<p>Bees dance.</p>"
    )
    assert [cue.text for cue in page.transcript] == ["Bees dance."]


@pytest.mark.no_cover
def test_the_end_of_a_page_without_end_is_left_out_and_said() -> None:
    page = read_page("<!doctype html><html><body><p>" + "Bees dance all day. " * 110_000)
    assert next((o.found, o.stated) for o in page.omissions if o.kind == "too-long") == (
        2_000_000,
        2_199_999,
    )


@pytest.mark.parametrize("name", ["begin", "data-start", "data-time"])
def test_lines_with_times_as_attributes_are_a_transcript(name: str) -> None:
    said = ["The old mill stood empty.", "We cleaned the wheel first.", "Bread came last."]
    lines = "".join(f'<a {name}="{4 * i}.5"><b>0:0{i}</b> {said[i]}</a>' for i in range(3))
    page = read_page(f"<html><head><title>The mill</title></head><body>{lines}</body></html>")
    assert page.title == "The mill"
    assert [(cue.start, cue.text) for cue in page.transcript] == [
        (4 * i + 0.5, text) for i, text in enumerate(said)
    ]


def test_few_words_with_times_do_not_make_a_page_a_transcript() -> None:
    marks = "".join(f'<a data-time="{i}">Jump to part {i}</a> ' for i in range(4))
    text = "The wheel turns all winter, and the bread is sold on Fridays in the yard. " * 4
    page = read_page(f"<html><body><p>{marks}</p><p>{text}</p></body></html>")
    assert any("wheel turns" in cue.text for cue in page.transcript)


@pytest.mark.parametrize(
    "heading",
    [
        "<timeline-chapter-view-model><h3>{}</h3><div>1 of 2</div></timeline-chapter-view-model>",
        "<ytd-transcript-section-header-renderer><i id='title'>{}</i>",
    ],
)
def test_chapters_are_read_where_the_transcript_alone_names_them(heading: str) -> None:
    line = (
        "<ytd-transcript-segment-renderer><div class='segment-timestamp'>{}</div>"
        "<span class='segment-text'>{}</span></ytd-transcript-segment-renderer>"
    )
    lines = (heading.format("The\nhive"), line.format("0:01", "Bees dance."),
             line.format("1:05", "All day."), heading.format("The way"),
             line.format("2:10", "They find it."), heading.format("Nothing said"))  # fmt: skip
    page = read_page(f"{HEAD}<ytd-watch-metadata></ytd-watch-metadata>{''.join(lines)}")
    chapters = [(c.title, c.start, c.cue) for c in page.chapters]
    assert chapters == [("The hive", 1.0, 0), ("The way", 130.0, 2)]
    assert [cue.text for cue in page.transcript] == ["Bees dance.", "All day.", "They find it."]


def test_no_text_is_read_again_for_each_value_that_a_cut_off_page_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def counted(text: str) -> Literals:
        read.append(len(text))
        return read_literals(text)

    monkeypatch.setattr("summarizer.saved.html.read_literals", counted)
    source = HEAD + "<script>" + "ytInitialData = '{}';" * 6
    with pytest.raises(UnreadableError):
        read_page(source)
    assert len(read) == 6
    assert sum(read) <= len(source)
