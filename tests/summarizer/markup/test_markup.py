from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import UnreadableError, read_page
from summarizer.model import Comment, Page
from tests.summarizer.promise import keeps_its_promise

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def texts(got: Page) -> list[str]:
    return [comment.text for comment in got.comments]


def kinds(got: Page) -> set[str]:
    return {omission.kind for omission in got.omissions}


DANMAKU = (
    "<i><chatserver>chat.example.cn</chatserver><chatid>5</chatid>"
    '<d p="3.2,1,25,16777215,1640734111,0,ab,9">港口结冰了</d>'
    '<d p="3725.9,4,25,16777215,1640734112,0,ac,9">真冷 &amp; 真好</d></i>'
)


@pytest.mark.parametrize(
    "text",
    [
        DECLARATION + DANMAKU,
        DANMAKU,
        DANMAKU.replace("><d", ">\n  <d"),
        DANMAKU[DANMAKU.index("<d") : -4],
        DANMAKU.replace('"', "'"),
        f"The remarks:\n{DECLARATION}{DANMAKU}",
    ],
    ids=["whole", "undeclared", "on lines", "elements alone", "other quotes", "below words"],
)
def test_danmaku_are_a_discussion_with_times(text: str) -> None:
    for data in (text, text.encode()):
        got = read_page(data)
        assert got.comments == (
            Comment("港口结冰了", age="0:03"),
            Comment("真冷 & 真好", age="1:02:05"),
        )
        assert (got.title, got.links, got.transcript) == (None, (), ())


def test_danmaku_of_a_live_recorder_name_their_authors() -> None:
    got = read_page(
        '<i><BililiveRecorderRecordInfo name="x"/><d p="1,1,25,1,1,0,1,0" user="小明">你好</d>'
        '<sc ts="3" user="大" price="30" time="60">醒目</sc><gift ts="1" user="z" giftname="花"/>'
        '<d p="4,7,25,1,1,0,1,0">[0,0,"1-1",4.5,"高级",0]</d><d p="4,8,25,1,1,2">var a=1;</d></i>'
    )
    assert [(c.author, c.text) for c in got.comments] == [
        ("小明", "你好"),
        ("大", "醒目"),
        (None, "高级"),
    ]


def test_remarks_of_niconico_without_commands_and_deleted_ones() -> None:
    got = read_page(
        '<packet><thread thread="1"/><chat thread="1" no="1" vpos="250" user_id="a">寒い</chat>'
        '<chat vpos="10" premium="3">/vote start x</chat><chat vpos="9" deleted="1"/>'
        '<chat no="3" vpos="6100" mail="184">港が凍った</chat></packet>'
    )
    assert got.comments == (Comment("寒い", age="0:02"), Comment("港が凍った", age="1:01"))


def disqus(number: int, text: str, who: str, more: str = "", thread: int = 7) -> str:
    return (
        f'<post dsq:id="{number}"><id/><message><![CDATA[<p>{text}</p>]]></message>'
        f"<createdAt>2024-02-06T07:30:00Z</createdAt><isSpam>false</isSpam>{more}"
        f'<author><name>{who}</name></author><thread dsq:id="{thread}"/></post>'
    )


HEAD = (
    '<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">'
    '<thread dsq:id="7"><id>x</id><link>https://ice.example/a</link><title>Ice &amp; wind</title>'
    "<author><name>Owner</name></author></thread>"
)


def test_disqus_posts_with_their_answers() -> None:
    posts = (
        disqus(1, "Cold &amp; dark<br>indeed", "Ana")
        + disqus(2, "Very", "Bo", '<parent dsq:id="1"/>')
        + disqus(3, "gone", "Cy", "<isDeleted>true</isDeleted>")
    )
    got = read_page(f"{DECLARATION}{HEAD}{posts}</disqus>")
    assert (got.title, got.url) == ("Ice & wind", "https://ice.example/a")
    assert [(c.author, c.text, c.reply) for c in got.comments] == [
        ("Ana", "Cold & dark\nindeed", False),
        ("Bo", "Very", True),
    ]
    got = read_page(f"{HEAD}{posts}{disqus(4, 'Other', 'Di', thread=8)}</disqus>")
    assert "several-videos" in kinds(got)
    assert got.title is None


def test_comments_in_an_export_of_wordpress() -> None:
    comment = (
        "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Ana</wp:comment_author>"
        "<wp:comment_content>Cold</wp:comment_content><wp:comment_approved>1</wp:comment_approved>"
        "</wp:comment>"
    )
    spam = comment.replace(">1</wp:comment_approved", ">spam</wp:comment_approved")
    got = read_page(
        '<rss xmlns:wp="w"><channel><title>Blog</title><item><title>Ice</title>'
        f"{comment}{spam}</item></channel></rss>"
    )
    assert (got.title, texts(got), got.comments[0].author) == ("Ice", ["Cold"], "Ana")


ITEMS = (
    "<item><title>Ice</title><link>https://ice.example/1</link>"
    "<description>&lt;p&gt;It lasted &lt;b&gt;eleven&lt;/b&gt; days.&lt;/p&gt;</description></item>"
    "<item><title>Is it over?</title><link>https://ice.example/2</link>"
    "<content:encoded><![CDATA[<p>The wind&nbsp;turned.</p><p>Boats went out.</p>]]>"
    "</content:encoded></item>"
)
RSS = (
    '<rss version="2.0" xmlns:content="c"><channel><title>Harbour news</title>'
    f"<link>https://ice.example</link><description>From the pier</description>{ITEMS}</channel>"
    "</rss>"
)
NEWS = ["Ice. It lasted eleven days.", "Is it over? The wind turned. Boats went out."]
NOTE = (
    "This XML file does not appear to have any style information associated with it."
    " The document tree is shown below.\n"
)


@pytest.mark.parametrize("text", [DECLARATION + RSS, RSS, NOTE + RSS], ids=["", "bare", "browser"])
def test_a_feed_gives_each_item_with_its_title_and_link(text: str) -> None:
    got = read_page(text)
    assert (got.title, got.url, got.description) == (
        "Harbour news",
        "https://ice.example",
        "From the pier",
    )
    assert [cue.text for cue in got.transcript] == NEWS
    assert [link.url for link in got.links] == ["https://ice.example/1", "https://ice.example/2"]


def test_an_atom_feed_of_a_channel() -> None:
    got = read_page(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="m"><title>Ice TV</title>'
        '<link rel="self" href="https://x.example/f"/><author><name>Ice TV</name></author>'
        '<entry><title>How it froze</title><link rel="alternate" '
        'href="https://www.youtube.com/watch?v=aB3_dE-9xYw"/><media:group>'
        "<media:description>We show the pier.</media:description></media:group></entry>"
        '<entry><title>Again</title><content type="xhtml"><div><p>One</p><p>Two</p></div></content>'
        "</entry></feed>"
    )
    assert (got.title, got.channel) == ("Ice TV", "Ice TV")
    assert [cue.text for cue in got.transcript] == [
        "How it froze. We show the pier.",
        "Again. One Two",
    ]
    assert got.links[0].url == "https://www.youtube.com/watch?v=aB3_dE-9xYw"


def entry(name: str, title: str, who: str, html: str) -> str:
    escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f"<entry><author><name>/u/{who}</name></author><id>{name}</id><title>{title}</title>"
        f'<link href="https://www.reddit.com/r/ice/comments/p/x/"/><content type="html">{escaped}'
        "</content></entry>"
    )


def test_reddit_s_feed_is_a_post_and_its_comments() -> None:
    post = (
        '<!-- SC_OFF --><div class="md"><p>Eleven days.</p></div> &#32; submitted by &#32;'
        ' <a href="u">/u/ines</a> <br/> <span><a href="x">[link]</a></span>'
        ' <span><a href="x">[comments]</a></span>'
    )
    got = read_page(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ice : harbours</title>'
        + entry("t3_p", "Ice", "ines", post)
        + entry("t1_a", "/u/ana on Ice", "ana", '<div class="md"><p>Cold &amp; dark</p></div>')
        + "</feed>"
    )
    assert (got.title, got.description) == ("Ice", "Eleven days.")
    assert [(c.author, c.text) for c in got.comments] == [("ana", "Cold & dark")]


def test_a_feed_of_comments_is_a_discussion() -> None:
    item = (
        "<item><title>{0}</title><link>https://ice.example/{1}</link>"
        "<dc:creator>{2}</dc:creator><description>{3}</description></item>"
    )
    blog = item.format("By: Ana", "a/#comment-3", "Ana", "Cold")
    forum = item.format("Ice", "t/5/1", "Ana", "Cold") + item.format("Ice", "t/5/2", "Bo", "Very")
    for items, expected in ((blog, ["Cold"]), (forum, ["Cold", "Very"])):
        got = read_page(f'<rss xmlns:dc="d"><channel><title>Ice</title>{items}</channel></rss>')
        assert texts(got) == expected
        assert got.comments[0].author == "Ana"


@pytest.mark.parametrize(
    "text", [RSS[:-150], f"{HEAD}{disqus(1, 'Cold', 'Ana')}<post dsq:id='2'><mess", DANMAKU[:-40]]
)
def test_xml_that_breaks_off_gives_what_can_be_read_and_says_so(text: str) -> None:
    got = read_page(text)
    assert got.comments or got.transcript
    assert "cut-off" in kinds(got)


@pytest.mark.parametrize(
    "text",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Ice</title><path d="M1 2"/></svg>',
        f'{DECLARATION}<svg xmlns="s"><g><text x="1">Hello from the harbour</text><path d="M1',
        (
            f'{DECLARATION}<!DOCTYPE plist PUBLIC "a" "b">\n<plist><dict><key>Name</key>'
            "<string>The harbour</string></dict></plist>"
        ),
        "<gpx><trk><name>To the pier</name><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>",
        '<opml><head><title>Feeds</title></head><body><outline text="Ice"/></body></opml>',
        "<project>\n  <groupId>org.ice</groupId>\n  <artifactId>ice</artifactId>\n</project>",
        "<soap:Envelope xmlns:soap='s'><soap:Body><m:Get>ice</m:Get></soap:Body></soap:Envelope>",
        "<packet><chat vpos='1' deleted='1'/></packet>",
        "<rss><channel><title>Nothing here</title></channel></rss>",
    ],
)
def test_unknown_xml_is_refused_and_not_quoted(text: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(UnreadableError, match=r"This XML holds no .*\.$"):
            read_page(data, "notes.txt")


@pytest.mark.parametrize(
    "text",
    [
        "<Ana> it is cold\n<Bo> very\n<Ana> the ice is here\n",
        "<p>It is cold in the harbour.</p><p>Nobody goes out.</p>",
        "It is <b>cold</b> in the harbour, and nobody goes out.",
    ],
)
def test_names_and_tags_in_angle_brackets_are_no_xml(text: str) -> None:
    assert isinstance(read_page(text), Page)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE i [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><i><d p="1,1">&c;</d></i>',
        '<i><d p="1,1">' + "<x>" * 100_000,
        '<i><d p="' + "1," * 200_000 + '">x</d></i>',
        "<rss><channel>" + "<item>" * 50_000,
        "<feed>" + "<entry><link/>" * 50_000,
        '<i><d p="1,7">' + "[" * 50_000 + "</d></i>",
        "<" * 100_000,
        "<!--" * 50_000,
    ],
)
def test_hostile_xml_is_a_page_or_advice(text: str) -> None:
    assert keeps_its_promise(text)


@given(st.text(alphabet='<>/d p="1,&;x!-[]\n', max_size=80))
def test_any_broken_xml_is_a_page_or_advice(text: str) -> None:
    assert keeps_its_promise(f'<i><d p="1,1">a</d>{text}')
    assert keeps_its_promise(f"<rss><channel><item>{text}")


def test_an_episode_alone_is_a_page_of_its_own() -> None:
    episode = (
        "<item><title>The mill</title><link>https://pods.example/e/1</link>"
        "<description>&lt;p&gt;Notes of it.&lt;/p&gt;</description>"
        '<enclosure url="https://pods.example/1.mp3" type="audio/mpeg"/></item>'
    )
    feed = "<rss version='2.0'><channel><title>Mills of the coast</title>{}</channel></rss>"
    page = read_page(feed.format(episode))
    assert (page.title, page.channel) == ("The mill", "Mills of the coast")
    assert (page.url, page.description) == ("https://pods.example/e/1", "Notes of it.")
    assert page.transcript == ()
    both = read_page(feed.format(episode + episode.replace("mill", "pond")))
    assert (both.title, len(both.transcript)) == ("Mills of the coast", 2)
