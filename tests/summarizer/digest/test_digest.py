from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.choice.phrases import Kind, kinds_of
from summarizer.digest import digest_page, lengths
from summarizer.model import Chapter, Comment, Cue, Digest, Omission, Options, Page, Sentence
from summarizer.sentences import as_read

TALK = (
    "Hello everyone and welcome back to my channel.",
    "The old bridge over the river Aller was closed after the flood in January.",
    "It is the only way to the school for the children of the village.",
    "Engineers found that the flood had moved two pillars of the bridge by a metre.",
    "And so on.",
    "The town council voted to repair the bridge with money from the flood fund.",
    "This video is sponsored by a bridge building game, use code BRIDGE for ten percent off.",
    "That decision was not popular with the farmers by the river.",
    "Lorries drive around the valley until the pillars of the bridge are repaired.",
    "The children of the village take a bus to the school in the meantime.",
    "Don't forget to subscribe and hit the bell.",
)


def page(*texts: str, step: float | None = None, language: str = "en", **more: object) -> Page:
    cues = tuple(Cue(t, None if step is None else i * step) for i, t in enumerate(texts))
    return Page(title="A bridge", transcript=cues, language=language, **more)  # type: ignore[arg-type] # any field


def shown(digest: Digest) -> list[str]:
    return [s.text for s in digest.summary]


def test_the_summary_is_of_sentences_that_stand_alone_in_order() -> None:
    found = shown(digest_page(page(*TALK), Options(sentences=4)))
    assert len(found) == 4
    assert found == [t for t in TALK if t in found]
    assert not {TALK[0], TALK[4], TALK[6], TALK[10]} & set(found)


@pytest.mark.parametrize("number", range(1, 7))
def test_a_sentence_that_leans_on_another_comes_with_it_or_not_at_all(number: int) -> None:
    found = shown(digest_page(page(*TALK), Options(sentences=number)))
    assert len(found) <= number
    for leaning, before in ((2, 1), (7, 6)):
        assert TALK[leaning] not in found or TALK[before] in found


def test_short_lines_are_shown_where_there_is_nothing_else() -> None:
    assert len(digest_page(page(*(f"Line number {x}." for x in "abcdefghij"))).summary) == 4


@pytest.mark.parametrize("number", range(1, len(TALK) + 2))
def test_a_number_asked_for_is_a_number_given(number: int) -> None:
    found = shown(digest_page(page(*TALK), Options(sentences=number)))
    assert len(found) == min(number, len(TALK))


def test_promotion_is_the_last_to_fill_a_number_asked_for() -> None:
    found = shown(digest_page(page(*TALK), Options(sentences=8)))
    assert {TALK[i] for i in range(len(TALK)) if i not in {0, 6, 10}} == set(found)


@pytest.mark.parametrize(
    ("language", "leaning", "alone"),
    [
        ("en", "In this way the bridge is tested.", "In this video the bridge is tested."),
        ("en", "You can see these two on the bridge.", "You saw this year two on the bridge."),
        ("de", "In diesem Fall wird die Brücke gesperrt.", "Im Winter wird die Brücke gesperrt."),
        ("es", "Con esto se prueba el puente viejo.", "Con agua se prueba el puente viejo."),
        ("ru", "При этом мост закрыли на зиму.", "В этом году мост закрыли на зиму."),
    ],
)
def test_a_sentence_that_points_back_among_its_first_words_leans(
    language: str, leaning: str, alone: str
) -> None:
    assert kinds_of([leaning, alone], language) == [Kind.REFERS, Kind.ALONE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "And they closed the bridge for the winter."),
        ("en", "Not every year or month, but every single week."),
        ("en", "Since then the bridge has been closed for lorries."),
        ("es", "Desde entonces el puente está cerrado al tráfico."),
        ("ru", "По её данным, мост закроют на зиму."),
        ("ko", "이러한 이유로 다리는 작년에 닫혔습니다 그리고 계속"),
        ("ar", "وبالتالي فإن الجسر القديم مغلق هذا الشتاء"),
        ("hu", "Ezért a régi hidat tavaly télen lezárták."),
        ("el", "Αυτή η παλιά γέφυρα έκλεισε πέρυσι."),
        ("fa", "بنابراین پل قدیمی زمستان گذشته بسته شد"),
        ("sr", "Ali zato je stari most zatvoren."),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_known_in_many_languages(
    language: str, text: str
) -> None:
    assert kinds_of([text], language) == [Kind.REFERS]


@pytest.mark.parametrize(
    "text",
    ["Not all bridges of the county were closed.", "And this year the bridge was closed again."],
)
def test_a_sentence_that_only_begins_alike_does_not_lean(text: str) -> None:
    assert kinds_of([text], "en")[0] in {Kind.ALONE, Kind.JOINS}


@pytest.mark.parametrize(
    "text",
    [
        "The plans of the bridge are at https://bridge.example/plans for all.",
        "[The ferryman reads the signs on the bridge]",
    ],
)
def test_an_address_or_a_note_in_brackets_is_an_aside(text: str) -> None:
    assert kinds_of([text]) == [Kind.ASIDE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Coming up next we go to the old bridge and its keeper."),
        ("en", "Joining me now is the keeper of the old bridge."),
        ("es", "En la próxima parte del programa seguiremos con el puente viejo."),
        ("de", "Schön, dass ihr wieder eingeschaltet habt, heute geht es zur Brücke."),
    ],
)
def test_what_comes_in_a_programme_is_an_aside_but_not_all_that_is_beside_it(
    language: str, text: str
) -> None:
    words = [text.lower().replace(",", "").split()]
    assert kinds_of([text], language) == [Kind.ASIDE]
    assert kinds_of([text], language, words, [True]) == [Kind.ASIDE]
    told = "the bridge was closed for lorries and nobody knew how long it would take to mend it"
    assert kinds_of([text], language, [[*words[0], *told.split()]], [True]) != [Kind.ASIDE]


@pytest.mark.parametrize(
    "text", ["The old bridge was closed and...", "...the bridge fell in last night."]
)
def test_a_sentence_that_trails_off_reads_less_well(text: str) -> None:
    assert kinds_of(["The old bridge was closed.", text], "en") == [Kind.ALONE, Kind.JOINS]


def test_where_no_sentence_has_a_capital_small_letters_say_nothing() -> None:
    found = digest_page(page(*(text.lower() for text in TALK)), Options(sentences=2)).summary
    assert len(found) == 2
    places = {s.index for s in found}
    assert all(i in {1, 3, 5, 8, 9} or i - 1 in places for i in places)


def test_more_sentences_than_there_are_give_all() -> None:
    assert shown(digest_page(page(*TALK), Options(sentences=99))) == list(TALK)


def test_no_line_of_a_song_is_shown_twice() -> None:
    verse = [f"We walk along the river in the {x} rain" for x in ("cold", "warm", "long")]
    chorus = "Oh the bridge is falling down again tonight"
    song = [line for v in verse for line in (v, chorus, chorus.upper())]
    found = shown(digest_page(page(*song), Options(sentences=6)))
    assert sum(line.lower() == chorus.lower() for line in found) == 1


def test_the_chapters_are_covered_and_named() -> None:
    topics = ("bridge", "school", "river", "farm")
    cues = [
        Cue(f"The {topic} of the town has {n} new walls and doors.", 10.0 * i)
        for i, (topic, n) in enumerate((t, n) for t in topics for n in "abcdef")
    ]
    chapters = tuple(Chapter(t.title(), cue=6 * i) for i, t in enumerate(topics) if i)
    whole = Page(transcript=tuple(cues), chapters=chapters, language="en")
    summary = digest_page(whole, Options(sentences=4)).summary
    assert [s.chapter for s in summary] == [None, "School", "River", "Farm"]
    assert [s.start for s in summary] == [10.0 * s.index for s in summary]


def test_a_long_talk_without_chapters_is_covered_by_its_topics() -> None:
    topics = (("bridge", "pillars"), ("school", "teachers"), ("bakery", "ovens"))
    texts = [
        f"The {a} in the town needs new {b} before winter {i} of the plan."
        for a, b in topics
        for i in range(30)
    ]
    summary = digest_page(replace(page(*texts), title=None), Options(sentences=9)).summary
    assert {s.index // 30 for s in summary} == {0, 1, 2}


def test_speakers_are_named() -> None:
    cues = (
        Cue("The bridge was closed after the flood.", 0.0, "Ann"),
        Cue("Why was it?", 4.0, "Bo"),
    )
    summary = digest_page(Page(transcript=cues, language="en")).summary
    assert [s.speaker for s in summary] == ["Ann", "Bo"]


@pytest.mark.parametrize(("minutes", "number"), [(1, 4), (2, 5), (20, 10), (240, 20), (2000, 24)])
def test_the_length_grows_slowly_with_the_speech(minutes: int, number: int) -> None:
    texts = [f"The bridge number {i} was closed after the flood of the river." for i in range(99)]
    digest = digest_page(page(*texts, step=(minutes * 60 - 6) / 98))
    assert digest.minutes == minutes
    assert len(digest.summary) == number


def test_shorter_and_longer_are_steps_that_lead_back() -> None:
    five = Digest(summary=tuple(Sentence(i, "x") for i in range(5)), sentences_total=21)
    assert lengths(five) == (3, 8)
    all_of_one = Digest(summary=(Sentence(0, "x"),), sentences_total=1)
    assert lengths(all_of_one) == (None, None)
    assert lengths(Digest()) == (None, None)


def test_words_or_characters_are_counted_as_fits_the_script() -> None:
    assert (digest_page(page("One two three.")).words, digest_page(Page()).words) == (3, 0)
    chinese = digest_page(page("大桥关闭了。", language="zh"))
    assert (chinese.words, chinese.unit, chinese.minutes) == (5, "characters", 1)


DESCRIPTION = """\
🔴 LIVE every day: https://example.org/live
#bridge #flood
How a village lost its bridge in one night and what it did about it. Our reporter was there!
Subscribe to our channel for more.
The second film is about the school and its teachers.
"""


def test_the_lead_is_the_first_prose_of_the_description() -> None:
    assert digest_page(page("Hi.", description=DESCRIPTION)).lead == (
        "How a village lost its bridge in one night and what it did about it.",
        "Our reporter was there!",
    )


@pytest.mark.parametrize(
    "description",
    [
        "",
        "https://example.org",
        "Follow us on Chatter\nInstagram: @bridge\n0:00 Intro\n#flood",
        "Music: Waltz of the Bridge",
        "Camera and light by Ann Smith: all rights reserved by us",
        "LOOK AT THIS BRIDGE NOW",
    ],
)
def test_promotion_links_and_credits_are_no_lead(description: str) -> None:
    assert digest_page(page("Hi.", description=description)).lead == ()


def test_a_line_between_two_with_addresses_belongs_to_their_list() -> None:
    listed = (
        "Keep us going: https://a.example\nTelling your friends helps as much.\nhttps://b.example"
    )
    prose = "The village waited two years for its bridge."
    assert digest_page(page("Hi.", description=f"{listed}\n\n{prose}")).lead == (prose,)


@pytest.mark.parametrize(
    "listed",
    [
        "6 chicken thighs, bone in\n1 1/2 tsp salt\n2 tbsp olive oil, or more\n1 small onion",
        "1. Brown the chicken for eight minutes.\n2) Add rice.\n3. Bake it all for half an hour.",
        "Der Fluss im ersten Licht\nEin Boot ohne Ruder\nUnd die Brücke am Abend",
    ],
)
def test_a_list_is_no_lead(listed: str) -> None:
    prose = "The village waited two years for its bridge."
    assert digest_page(page("Hi.", description=f"{listed}\n\n{prose}")).lead == (prose,)
    assert digest_page(page("Hi.", description=f"LIST\n{listed}")).lead == ()


def test_a_sentence_that_leads_to_a_name_on_the_next_line_is_no_lead() -> None:
    description = "The bridge is open again. Filmed and cut by\nAnn Smith"
    assert digest_page(page("Hi.", description=description)).lead == ("The bridge is open again.",)


def test_lines_broken_for_their_length_are_one_sentence() -> None:
    whole = (
        "The village by the river waited two long years for its new bridge and then the water "
        "came again in a single night."
    )
    broken = whole.replace("then the", "then\nthe")
    assert digest_page(page("Hi.", description=broken)).lead == (whole,)


def test_a_lead_is_at_most_three_sentences_and_400_characters() -> None:
    assert len(digest_page(page(description="The bridge is very old. " * 9)).lead) == 3
    long = "The bridge is " + "very very, " * 25 + "old. "
    assert len(digest_page(page(description=long * 2)).lead) == 1


def test_what_is_missing_is_said_once() -> None:
    kinds = [o.kind for o in digest_page(Page(omissions=(Omission("too-long"),) * 2)).left_out]
    assert kinds == ["too-long", "no-transcript", "no-description", "no-comments"]
    off = page("Hi.", description="x", omissions=(Omission("comments-off"),))
    assert digest_page(off).left_out == (Omission("comments-off"),)
    full = page("Hi.", description="x", comments=(Comment("nice"),))
    assert digest_page(full).left_out == ()


def test_a_page_without_a_transcript_has_no_summary() -> None:
    digest = digest_page(Page(title="A bridge", comments=(Comment("nice"),)))
    assert (digest.summary, digest.sentences_total, digest.minutes) == ((), 0, 0)
    assert digest.mood.total == 1


@given(
    st.lists(st.sampled_from([*TALK, "桥关闭了。", "❤", "so it was", ""]), max_size=30),
    st.one_of(st.none(), st.integers(0, 40)),
    st.sampled_from(["en", "zh", None]),
)
def test_a_summary_is_of_the_text_as_read_in_order_without_repeats(
    texts: list[str], number: int | None, language: str | None
) -> None:
    cues = tuple(Cue(text) for text in texts)
    digest = digest_page(Page(transcript=cues, language=language), Options(sentences=number))
    indices = [s.index for s in digest.summary]
    assert indices == sorted(set(indices))
    assert all(s.text in as_read(cues) for s in digest.summary)
    assert len(indices) <= max(1, number or digest.sentences_total)
