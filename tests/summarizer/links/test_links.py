"""Whole descriptions in, labelled links out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.links import Entity, find_links, merge_links
from summarizer.links.find import MOST
from summarizer.model import Link

NEWS = """\
Farmers in the valley wait for rain.
#Harvest #Valley
🔔 Subscribe to Valley News now: https://vly.example/YT
🔴 LIVE – Watch VALLEY NEWS English 24/7 here: https://vly.example/live
🌍 Read the latest Valley Reports and Top Stories: https://www.valleynews.example.org/en/
Like us on Facebook: https://vly.example/FB
Follow us on X: https://vly.example/X
Bluesky: https://vly.example/BS and Threads: https://vly.example/TH
Browse the valley in pictures on Instagram: https://vly.example/IG
Discover our TikTok videos: https://vly.example/TK
Get the latest top stories on Telegram: https://vly.example/TG
"""

GARDEN = """\
How I grow tomatoes on a balcony, and why the third one died.

The study: https://arxiv.org/abs/2101.00001 | Slides: https://docs.google.com/presentation/d/1
► My pots: https://amzn.to/3abcdef
Sponsored by SeedBox, use code GREEN: https://seedbox.example.com/green
Merch: https://shop.greenhands.com
My second video about soil - https://youtu.be/abcdefghijk

MY SOCIALS
https://www.instagram.com/greenhands/
https://www.tiktok.com/@greenhands?_t=8abc&_r=1

Website
https://greenhands.com/

https://github.com/greenhands/watering - the code of the pump
Writing to hello@greenhands.com helps, @greenhands or #greenhands too; 0:15 Intro.
"""

LONG = "We made a great many plans and threw all of them away"


def seen(text: str) -> list[tuple[str, str]]:
    return [(link.label, link.kind) for link in find_links(text)]


def test_a_news_channels_list_gets_its_words_and_kinds() -> None:
    assert seen(NEWS) == [
        ("Subscribe to Valley News", "social"),
        ("LIVE – Watch VALLEY NEWS English 24/7", "live"),
        ("Read the latest Valley Reports and Top Stories", "site"),
        ("Like us on Facebook", "social"),
        ("Follow us on X", "social"),
        ("Bluesky", "social"),
        ("Threads", "social"),
        ("Browse the valley in pictures on Instagram", "social"),
        ("Discover our TikTok videos", "social"),
        ("Get the latest top stories on Telegram", "social"),
    ]


def test_each_kind_of_link_of_a_makers_description_is_told_apart() -> None:
    assert seen(GARDEN) == [
        ("The study", "source"),
        ("Slides", "source"),
        ("My pots", "affiliate"),
        ("Sponsored by SeedBox, use code GREEN", "sponsor"),
        ("Merch", "store"),
        ("My second video about soil", "video"),
        ("MY SOCIALS", "social"),
        ("MY SOCIALS", "social"),
        ("Website", "site"),
        ("the code of the pump", "source"),
    ]


def test_the_sample_page_gives_its_ten_links(shared: Path) -> None:
    links = find_links((shared / "seed" / "page.txt").read_text(encoding="utf-8"))
    assert [(link.label, link.kind) for link in links][:3] == [
        ("Subscribe to France 24", "social"),
        ("LIVE – Watch FRANCE 24 English 24/7", "live"),
        ("Read the latest International News and Top Stories", "site"),
    ]
    assert [link.label for link in links][5:7] == ["Bluesky", "Threads"]
    assert [link.kind for link in links][3:] == ["social"] * 7


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Name (https://example.com/a) did the music", "Name"),
        ("[the paper](https://example.com/a)", "the paper"),
        ("as in `the paper <https://example.com/a>`_", "the paper"),
        ("https://example.com/a (our map)", "our map"),
        ("The map:\n\nhttps://example.com/a", "The map"),
        ("Follow me: Instagram: https://example.com/a", "Instagram"),
        ("12:30 The bridge https://example.com/a", "The bridge"),
        ("The bridge :) https://example.com/a", "The bridge"),
        ("(The bridge): https://example.com/a", "The bridge"),
        ("【拍摄】The bridge：https://example.com/a", "The bridge"),
        ("1. The bridge => https://example.com/a", "The bridge"),
        ("Hier klicken: https://example.com/a", ""),
        ("我的网站点击：https://example.com/a", "我的网站"),
        ("** The bridge **\nhttps://example.com/a", "The bridge"),
        ("https://example.com/a goes on and on in a sentence that labels nothing at all", ""),
        ("--------\nhttps://example.com/a", ""),
        ("One thing. Two things! Three things: https://example.com/a", "Three things"),
        (f"{LONG} with the Small River Project https://example.com/a", "Small River Project"),
        (f"{LONG} - the last plan: https://example.com/a", "the last plan"),
        (f"{LONG} https://example.com/a", LONG),
        (f"{LONG} to my patients (PDF): https://example.com/a", f"{LONG} to my patients (PDF)"),
    ],
)
def test_the_label_is_what_names_the_link(text: str, label: str) -> None:
    assert find_links(text)[0].label == label


def test_a_label_never_names_another_site_than_the_link_opens() -> None:
    text = "[www.mybank.com](https://evil.example.org/a) or mybank.com here: https://evil.org/b"
    opened = [link for link in find_links(text) if "evil" in link.url]
    assert [link.label for link in opened] == ["", ""]


def test_a_list_under_one_heading_shares_its_label_until_a_line_has_its_own_words() -> None:
    text = "Our friends\nhttps://a.com/1\nhttps://b.com/2 https://c.com/3\nAnna: https://d.com/4"
    assert [link.label for link in find_links(text)] == ["Our friends"] * 3 + ["Anna"]


def test_a_link_of_markdown_whose_text_is_its_address_is_named_by_the_words_before() -> None:
    text = (
        "## PLANS\n\nThe frame jig - [https://jig.example/a](https://jig.example/a)\n"
        "[https://jig.example/b](https://jig.example/b)"
    )
    assert [link.label for link in find_links(text)] == ["The frame jig", "PLANS"]


def test_where_supporters_are_thanked_is_no_source() -> None:
    text = "Danke an alle Mitglieder: https://bridge.example/dank"
    assert [link.kind for link in find_links(text)] == ["site"]


def test_words_behind_each_link_label_a_line_that_begins_with_one() -> None:
    text = "https://a.com/1 first, https://b.com/2 second"
    assert [link.label for link in find_links(text)] == ["first", "second"]


def test_words_of_many_languages_tell_what_a_shortened_address_is_for() -> None:
    kinds = {
        "Подписывайтесь": "social",
        "公式サイト": "site",
        "Acheter le livre": "store",
        "Mit dem Rabattcode GRÜN": "sponsor",
        "공식 스토어": "store",
        "تابعونا": "social",
        "Canlı yayın": "live",
        "Mi último vídeo": "video",
        "The second chapter": "source",
    }
    text = "\n".join(f"{words}: https://bit.ly/{n}abc" for n, words in enumerate(kinds))
    assert [link.kind for link in find_links(text)] == list(kinds.values())


def test_a_page_called_like_the_maker_counts_customers_and_a_host_called_so_is_the_makers() -> None:
    text = (
        "X: https://twitter.com/RedFox77 \nhttps://www.redfox77.net/about"
        "\nDrink: https://drinks.example.com/redfox77\nMaps: https://games.example.org/@redfox77"
    )
    assert [link.kind for link in find_links(text)] == ["social", "site", "affiliate", "social"]


def test_links_that_pay_the_maker_are_affiliate_links_whatever_the_words_say() -> None:
    for address in (
        "https://www.amazon.de/dp/B000000000?tag=maker-21",
        "https://www.awin1.com/cread.php?awinmid=1&ued=https%3A%2F%2Fexample.com%2Fa",
        "https://example.com/a?ref_id=maker",
        "https://example.com/discount/MAKER",
    ):
        assert find_links(f"My website: {address}")[0].kind == "affiliate"


def test_a_page_of_links_to_all_shops_may_lead_to_the_channel_too() -> None:
    text = "Subscribe: https://band.lnk.to/YouTube\nSpotify: https://band.lnk.to/song"
    assert [link.kind for link in find_links(text)] == ["social", "store"]


def test_an_invitation_to_a_social_site_is_no_discount() -> None:
    assert find_links("https://discord.com/invite/abc")[0].kind == "social"


def test_a_host_given_again_is_the_makers_own_unless_it_keeps_everybodys_documents() -> None:
    text = "A https://a.example.com/x\nB https://a.example.com/y\nC https://arxiv.org/abs/1"
    assert [link.kind for link in find_links(text)] == ["site", "site", "source"]


def test_a_cut_link_says_so() -> None:
    text = "A https://www.youtube.com/channel/UCabcdefgh... and www.example.com/long/pa… there"
    links = find_links(text)
    assert [(link.written, link.kind) for link in links] == [
        ("https://www.youtube.com/channel/UCabcdefgh", "cut"),
        ("www.example.com/long/pa", "cut"),
    ]


def test_telegrams_entities_go_before_what_is_found() -> None:
    text = "🙂 The paper and example.com/a"
    entities = [Entity(7, 5, "https://arxiv.org/abs/1?utm_source=tg"), Entity(17, 13)]
    links = find_links(text, entities)
    assert [(link.written, link.url) for link in links] == [
        ("paper", "https://arxiv.org/abs/1"),
        ("example.com/a", "https://example.com/a"),
    ]
    assert links[0].label == "paper"
    assert find_links("see example.com/a", [Entity(4, 7, "javascript:x()")])[0].warning
    assert len(find_links("a.com b.com", [Entity(0, 5), Entity(3, 4), Entity(9, 0)])) == 2


@pytest.mark.parametrize(
    ("text", "own"), [("Route map of the ferry: here", "here"), ("Alle Fahrzeiten: hier", "hier")]
)
def test_the_text_of_a_link_that_only_points_is_no_label(text: str, own: str) -> None:
    link = find_links(text, [Entity(text.index(own), len(own), "https://example.org/map")])[0]
    assert (link.label, link.written) == (text.partition(":")[0], own)


def test_a_text_that_shows_another_address_than_it_opens_warns() -> None:
    text = "Log in at www.mybank.com"
    lie = find_links(text, [Entity(10, 14, "https://evil.example.org/")])[0]
    assert (lie.label, lie.warning) == ("", "its text shows another address")
    truth = find_links(text, [Entity(10, 14, "https://login.mybank.com/")])[0]
    assert (truth.label, truth.warning) == ("www.mybank.com", None)


def test_repeated_addresses_are_merged_and_counted() -> None:
    text = "https://a.com/x\nThe shop: https://www.a.com/x?utm_source=yt\nhttps://b.com/"
    merged = merge_links(find_links(text))
    assert [(link.label, link.count, link.written) for link in merged] == [
        ("The shop", 2, "https://a.com/x"),
        ("", 1, "https://b.com/"),
    ]
    cut = Link("https://a.com/x", "https://a.com/x", kind="cut")
    assert [link.count for link in merge_links([cut, *merged])] == [1, 2, 1]


@pytest.mark.parametrize(
    ("address", "warning"),
    [
        ("https://paypal.com@evil.example.com/", "a name before @ that hides the host"),
        ("http://192.0.2.7/login", "a number instead of a name"),
        ("http://0300.0.2.7.com:8123/", "an unusual port"),
        ("https://gооgle.com/", "look-alike letters"),
        ("https://xn--ggle-55da.com/", "look-alike letters"),
        ("ftp://files.example.com/a", "not a web address"),
        ("http://localhost:8000/", "this computer, not the web"),
        ("https://exa\u200bmple.com/", "invisible characters in the name"),
        ("https://www.google.com/url?q=https://10.0.0.1/", "a number instead of a name"),
        ("https://straße.de/", None),
        ("https://example.com:443/", None),
        ("https://президент.рф/", None),
    ],
)
def test_what_must_not_be_clicked_carries_a_reason(address: str, warning: str | None) -> None:
    assert find_links(f"Look: {address}")[0].warning == warning


@pytest.mark.parametrize("number", ["0x7f.1", "2130706433", "0177.0.0.01", "[::1]"])
def test_a_number_is_recognized_however_it_is_written(number: str) -> None:
    text = f"http://{number}/"
    link = find_links(text, [Entity(0, len(text))])[0]
    assert link.warning == "a number instead of a name"


def test_an_entity_that_is_no_address_warns() -> None:
    assert find_links("a b", [Entity(0, 3)])[0].warning == "not a valid address"


@given(st.text(alphabet="aZ1.:/@-_#?=&%()[]…\u200b\u202e é日🔥\n\"'|*ж", max_size=80))
def test_any_text_gives_links_in_order_that_stand_in_it(text: str) -> None:
    at = 0
    for link in find_links(text):
        at = text.index(link.written, at) + len(link.written)


@given(st.lists(st.sampled_from(["https://a.com/x", "b.com", " ", "\n", "text:", "(", ")", "🔥"])))
def test_every_plain_address_between_blanks_is_found(pieces: list[str]) -> None:
    text = " ".join(pieces)
    wanted = [piece for piece in pieces if piece in {"https://a.com/x", "b.com"}]
    assert [link.written for link in find_links(text)] == wanted


def test_no_more_links_are_looked_at_than_any_page_has() -> None:
    text = "\n".join(f"https://example.org/{n}" for n in range(MOST + 10))
    links = find_links(text)
    assert len(links) == MOST
    assert links[-1].url == f"https://example.org/{MOST - 1}"
