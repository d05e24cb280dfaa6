"""The links of a saved article are those in its words, not those of its frame."""

from __future__ import annotations

import pytest

from summarizer import read_page

HEAD = """<!DOCTYPE html><html lang="en"><head><title>Ferry returns to the island</title>
<link rel="canonical" href="https://harbournews.example.org/2026/03/ferry-returns">{}</head><body>
<header><nav><a href="/world">World</a> <a href="/sport">Sport</a></nav></header><main><article>
<h1>Ferry returns to the island</h1>
<p class="byline">By <a href="/authors/jane" rel="author">Jane Dolan</a></p>
<div><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a>
<a href="https://twitter.com/intent/tweet?url=x">Tweet</a></div>
"""
BODY = """<p>After nine years the ferry sails again, the
<a href="https://council.example.gov/press/ferry?utm_source=hn"> council 🚢 announced </a> now.
It will carry up to eighty passengers.</p>
<p>The old boat was sold in 2017, <a href="/2017/06/sold">as we reported</a>, for the pier was no
longer safe. <a href="#top">Up</a></p>
<p>You will find the new timetable <a href="https://ferry.example.com/timetable">here</a>.</p>
<h2>Sources</h2><ul><li><a href="https://data.example.edu/study">Island traffic study</a></li></ul>
<div><h3>Related</h3><ul><li><a href="/2026/02/pier">Pier opens</a></li></ul></div>
<a href="https://mastodon.social/@harbournews">Mastodon</a>
<a href="https://ads.example.net/"><div>Buy</div><div>boats</div></a>
</article></main><footer><a href="https://imprint.example.com/">Imprint</a></footer></body></html>"""
LINKED_DATA = """<script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Ferry returns", "description": "The ferry sails again after nine years."}</script>"""

LINKS = [
    ("https://council.example.gov/press/ferry", "council 🚢 announced"),
    ("https://harbournews.example.org/2017/06/sold", "as we reported"),
    ("https://ferry.example.com/timetable", "You will find the new timetable"),
    ("https://data.example.edu/study", "Island traffic study"),
]


@pytest.mark.parametrize("said", ["", LINKED_DATA], ids=["plain", "described to machines"])
def test_links_in_sentences_and_to_sources_are_those_of_an_article(said: str) -> None:
    page = read_page(HEAD.format(said) + BODY)
    assert [(link.url, link.label) for link in page.links] == LINKS


def test_an_article_that_is_described_to_machines_is_read_itself() -> None:
    page = read_page(HEAD.format(LINKED_DATA) + BODY)
    assert page.description == "The ferry sails again after nine years."
    assert any(cue.text.startswith("After nine years the ferry") for cue in page.transcript)
    assert not any("  " in cue.text for cue in page.transcript)


def test_where_the_address_of_a_page_is_not_known_its_own_links_are_not_guessed() -> None:
    page = read_page((HEAD.format("") + BODY).replace('rel="canonical"', 'rel="next"'))
    assert [link.url for link in page.links] == [LINKS[0][0], LINKS[2][0]]
