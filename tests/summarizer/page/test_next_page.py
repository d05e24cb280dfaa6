"""Several pages in one text: the first is read, and the reader is told of the next one."""

from __future__ import annotations

import pytest

from summarizer import Page, digest_page, read_page


def talk(words: str) -> str:
    return "\n".join(f"{n // 6}:{n % 6}0\n{words} and then number {n} of them" for n in range(30))


def remarks(stated: int, words: str) -> str:
    said = (f"@guest{n}\n2 weeks ago\n{words}, said number {n}.\n{n}\nReply" for n in range(1, 9))
    return "\n".join((f"{stated} Comments", "Sort by", *said))


BREAD = (
    "How bread rises\nKitchen Table\n12K subscribers\nSubscribe\n3,204 views  2 weeks ago\nYeast."
)
BOATS = "Why boats float\nHarbour Talk\n9K subscribers\nSubscribe\n228 views  3 years ago\nWater."
PLAIN = "Why boats float\nHarbour Talk\n228 views  3 years ago\nWater."
SPOKEN = " ".join(["The hull pushes the water away and the water pushes back."] * 30)
BAKING, SAILING = talk("We fold the dough"), talk("We push the hull")
GUESTS, SAILORS = remarks(20, "I bake"), remarks(31, "I sail")
ADVISED = "21:07\nWhy ice floats\nKitchen Table\n9K views\n•\n3 days ago"
PHONE = (
    "Why boats float\n228 views\n3 years ago\n...more\nHarbour Talk\n9K\nSubscribe\nComments\n31"
)
SAILOR = "@ann\n2 weeks ago\nI sail.\n3\n@bob\n3 weeks ago\nI row.\n1"
JOINED = BOATS.replace("Subscribe", "Join\nSubscribe")
FIRST = f"{BREAD}\n{GUESTS}"


def is_told(page: Page) -> bool:
    return any(omission.kind == "another-page" for omission in page.omissions)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{BREAD}\n{GUESTS}\nTranscript\n{BAKING}", f"{BOATS}\n{SAILORS}\nTranscript\n{SAILING}"),
        (FIRST, f"Skip navigation\nSearch\n{BOATS}\n{SAILORS}"),
        (FIRST, f"{PHONE}\n{SAILOR}"),
        (f"{PHONE}\n{SAILOR}", f"Skip navigation\nPlay\n0:00 / 8:12\n#boats\n{BREAD}\n{GUESTS}"),
        (f"{FIRST}\nTranscript\n{BAKING}\nAll\n{ADVISED}", f"{JOINED}\n{SAILORS}"),
        (FIRST, f"{BOATS}\nComments are turned off."),
        (FIRST, f"{PLAIN}\n{SAILORS}"),
        (f"{BREAD}\nComments are turned off.", f"{PLAIN}\n{SAILORS}"),
        (f"{BREAD}\nTranscript\n{BAKING}", f"{PLAIN}\nTranscript\n{SAILING}"),
        (f"Transcript\n{BAKING}", f"Transcript\n{SAILING}"),
        (f"How bread rises • Kitchen\n{SPOKEN}\n2 comments\nNice.\nGood.", f"{BOATS}\n{SAILORS}"),
        (FIRST, f"Why boats float • Harbour Talk\n{SPOKEN}\n2 comments\nNice.\nGood."),
    ],
)
def test_the_first_page_is_read_as_if_it_came_alone(first: str, second: str) -> None:
    alone, both = read_page(first), read_page(f"{first}\n\n{second}")
    assert not is_told(alone)
    assert not is_told(read_page(second))
    assert is_told(both)
    assert (both.title, both.channel, both.description, both.transcript, both.comments) == (
        alone.title,
        alone.channel,
        alone.description,
        alone.transcript,
        alone.comments,
    )


@pytest.mark.parametrize(
    "more",
    [
        f"Transcript\n{BAKING}",
        f"Kitchen Table\n12K subscribers\nSubscribe\nVideos\n{SAILORS}",
        "12:33\nWhy boats float\nHarbour Talk\n15K views\n•\n3 days ago",
        "Why boats float\nHarbour Talk\n15K views\n3 days ago\nWhy ice floats\n9K views\n1 day ago",
        "@ann\n3 days ago\nSubscribe\n2\nReply\nWhy boats float\nHarbour\n15K views\n1 day ago",
        f"@ann\n3 days ago\nFlour • water\n{SPOKEN}\n2\nReply",
    ],
)
def test_the_rest_of_a_page_is_no_other_page(more: str) -> None:
    assert not is_told(read_page(f"{FIRST}\n{more}"))


def test_a_page_pasted_twice_is_one_page() -> None:
    page = f"{FIRST}\nTranscript\n{BAKING}"
    assert not is_told(read_page(f"{page}\n\n{page}"))


def test_a_transcript_copied_before_its_page_belongs_to_it() -> None:
    page = read_page(f"Transcript\nSearch in video\n{BAKING}\n\n{FIRST}")
    assert not is_told(page)
    assert (page.title, page.channel, page.description) == (
        "How bread rises",
        "Kitchen Table",
        "Yeast.",
    )
    assert (len(page.transcript), len(page.comments)) == (30, 8)


def test_the_digest_says_that_another_page_follows() -> None:
    digest = digest_page(read_page(f"{FIRST}\n\n{BOATS}\n{SAILORS}"))
    assert "another-page" in [omission.kind for omission in digest.left_out]


def test_many_buttons_cost_no_more_than_they_are_long() -> None:
    page = read_page(f"{FIRST}\n" + "12K\nSubscribe\n" * 2000 + "Boats\n12K views\n" * 2000)
    assert page.title == "How bread rises"


def test_all_pages_are_read_and_no_two_of_them_are_one() -> None:
    page = read_page(f"{FIRST}\n\n{BOATS}\n{SAILORS}\nTranscript\n{SAILING}")
    [other] = page.others
    assert (page.title, other.title) == ("How bread rises", "Why boats float")
    assert [c.text for c in other.comments] == [c.text for c in read_page(SAILORS).comments]
    assert len(other.transcript) == 30
    assert not page.transcript


def test_ten_pages_are_read_and_more_are_counted() -> None:
    pages = [FIRST.replace("bread", f"dough {n}").replace("20 C", f"{20 + n} C") for n in range(12)]
    page = read_page("\n\n".join(pages))
    told = next(o for o in page.omissions if o.kind == "another-page")
    assert (len(page.others), told.found, told.stated) == (9, 9, 10)
