"""What links are for, told by their addresses, their words and the company they keep."""

from __future__ import annotations

from typing import get_args

import pytest

from summarizer.data import rows
from summarizer.links import find_links
from summarizer.model import LinkKind

TABLES = {"host": "link_kinds", "path": "link_paths", "label": "link_words"}
TABLES |= {"near": "link_words", "heading": "link_words", "list": "link_words"}


def kinds(text: str, maker: str = "") -> list[str]:
    return [link.kind for link in find_links(text, maker=maker)]


def test_the_makers_own_site_is_no_source_but_what_it_has_on_the_subject_is() -> None:
    text = (
        "Follow River Talk on Instagram: https://rvt.example/ig\n"
        "Read the latest headlines: https://www.rivertalk.org/en/\n"
        "Read the full story: https://www.rivertalk.org/2025/02/the-last-ferry\n"
        "Write to us: https://www.rivertalk.org/contact\n"
        "Maps of the river: https://www.rivertalk.org/files/maps.pdf"
    )
    assert kinds(text) == ["social", "site", "source", "site", "source"]


def test_the_name_of_the_channel_tells_its_site() -> None:
    text = "https://www.rivertalk.org/pages/a"
    assert (kinds(text), kinds(text, "River Talk")) == (["source"], ["site"])


def test_a_name_in_capitals_or_with_signs_is_the_same_name() -> None:
    assert kinds("https://rivertalk.org/pages/a", "RIVER & TALK") == ["site"]


def test_a_parameter_called_like_the_maker_counts_customers() -> None:
    text = "https://bags.example.com/?via=rivertalk and https://maps.example.org/walk?via=rome"
    assert kinds(text, "River Talk") == ["affiliate", "source"]


def test_a_profile_of_the_makers_on_an_unknown_site_is_social() -> None:
    text = "https://tube.example.org/c/rivertalk https://shoes.example.com/rivertalk"
    assert kinds(text, "River Talk") == ["social", "affiliate"]


def test_a_code_beside_a_link_makes_it_a_sponsors() -> None:
    for words in ("Socks (code RIVER10)", "Use code 'river10' for socks", "Socks, 10% off"):
        assert kinds(f"{words}: https://socks.example.com/warm") == ["sponsor"]


def test_a_link_between_affiliate_links_is_one_of_them() -> None:
    text = "{}: https://amzn.to/1aaa\n{}: https://saws.example.com/x-1\n{}: https://amzn.to/2bbb"
    assert kinds(text.format("Drill", "Saw", "Glue")) == ["affiliate"] * 3
    assert kinds(text.format("Drill", "Study of saws", "Glue"))[1] == "source"


def test_what_only_served_the_making_is_no_source() -> None:
    text = (
        "Music: https://tunes.example.com/slow-river\n"
        "Directed by Ana Sol https://anasol.example.com/\n"
        "Newsletter: https://letters.example.net/river\n"
        "Get it printed: https://rivershop.com/poster"
    )
    assert kinds(text) == ["store", "site", "site", "store"]


def test_a_shortened_address_may_name_the_site_that_it_opens() -> None:
    assert kinds("Portuguese: https://rvr.link/youtubePT") == ["social"]


def test_a_page_of_all_shops_is_what_its_label_says() -> None:
    text = "Facebook: https://band.ffm.to/fb\nListen: https://band.ffm.to/song"
    assert kinds(text) == ["social", "store"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("पूरी रिपोर्ट", "source"),
        ("Rezept", "source"),
        ("Faire un don", "store"),
        ("Segundo canal", "social"),
        ("Apoie", "store"),
        ("Il mio libro", "store"),
        ("Полный текст", "source"),
        ("Kaynaklar", "source"),
        ("レシピ", "source"),
        ("优惠码", "sponsor"),
        ("구매 링크", "store"),
        ("الوصفة", "source"),
    ],
)
def test_words_of_many_languages_name_kinds(label: str, kind: str) -> None:
    """Against the host, which is the maker's."""
    assert kinds(f"{label}: https://rivertalk.org/x3", "River Talk") == [kind]


def test_a_label_keeps_the_vowel_sign_it_ends_with() -> None:
    assert find_links("पूरी खबर पढ़ें: https://bit.ly/3abc")[0].label == "पूरी खबर पढ़ें"


def test_the_table_of_evidence_speaks_of_what_the_other_tables_name() -> None:
    for evidence, given in rows("link_evidence"):
        assert {part.split()[0] for part in given.split(", ")} <= set(get_args(LinkKind))
        source, _, name = evidence.partition(": ")
        if source in TABLES:
            assert name in {row[0] for row in rows(TABLES[source])}
