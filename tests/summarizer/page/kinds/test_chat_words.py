"""Names without badges, and lines that nobody wrote, told from what people say."""

from __future__ import annotations

import pytest

from summarizer.data import rows
from summarizer.page.kinds.chats.authors import clean_author
from summarizer.page.kinds.chats.badges import is_badge
from summarizer.page.kinds.chats.words import is_note


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("~\u202fInés", "Inés"),
        ("| una", "una"),
        ("(Moderator) una", "una"),
        ("[Twitch] (Mod) una", "una"),
        ("*$5.00* una", "una"),
        ("(Member (6 months), Verified) una", "una"),
        ("una Member (6 months)", "una"),
        ("Una May (Host, me)", "Una May"),
        ("Uta Mai (Gast)", "Uta Mai"),
        ("Una (from the bakery)", "Una (from the bakery)"),
        ("[DE] Uta", "[DE] Uta"),
        ("(Moderator)", "(Moderator)"),
        (" \u200e", None),
    ],
)
def test_a_name_stands_without_what_programs_set_beside_it(written: str, name: str | None) -> None:
    assert clean_author(written) == name


@pytest.mark.parametrize(
    "line",
    [
        "$5.00",
        "5,00 €",
        "R$ 10,00",
        "¥500",
        "CA$2.00",
        "PLN 20.00",
        "Member (6 months)",
        "Mitglied (2 Jahre)",
        "New member",
        "モデレーター",
    ],
)
def test_a_badge_or_a_sum_of_money_is_no_text(line: str) -> None:
    assert is_badge(line)


@pytest.mark.parametrize("line", ["", "5", "it was $5.00 well spent", "see you (6 o'clock)"])
def test_what_people_write_is_no_badge(line: str) -> None:
    assert not is_badge(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<Media weggelaten>", "Kai"),
        ("<any words in a language unknown here>", "Kai"),
        ("IMG-20250603-WA0004.jpg (pielikums)", "Kai"),
        ("<pievienots: 00000012-PHOTO.jpg>", "Kai"),
        ("사진 12장", "하늘"),
        ("☎ 通話時間 3:21", "葵"),
        ('Removed a 👍 reaction from "Who waters?"', "Una"),
        ("Una named the group Beds.", "Una"),
        ('Beds: new"', 'Una changed the subject from "Beds: old" to "Water'),
    ],
)
def test_a_line_of_the_program_is_told(line: str, author: str) -> None:
    assert is_note(line, author)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "the photo is on the shelf",
        "Pat named the group Beds, I think",
        "nobody left the hose on?",
        "I changed the subject from ferries to kettles",
        "see https://beds.example/a.html (new)",
        "new " * 80,
    ],
)
def test_what_people_say_is_no_line_of_the_program(line: str) -> None:
    assert not is_note(line, "Una")


@pytest.mark.parametrize("kind", ["file", "note"])
def test_every_phrase_of_the_table_is_told_with_other_words_for_its_stars(kind: str) -> None:
    told = [one for _, own, text in rows("chat_words") if own == kind for one in text.split(" | ")]
    whole = [one for one in told if not (one.startswith("* ") and one.endswith(" *"))]
    assert len(whole) > 100
    assert [one for one in whole if not is_note(one.replace("*", "Una 12"), "Pat")] == []
