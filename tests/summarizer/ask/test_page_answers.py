"""page_answers: passages word for word, comments, and what is said when nothing answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer import Chapter, Comment, Cue, Page, page_answers

SAID = (
    "The bakery on the hill was opened by Rosalind Petrov in 1987.",
    "It bakes a dark rye bread with caraway seeds.",
    "Does the old oven still work?",
    "Yes, we heat it with apple wood each Friday.",
    "The delivery van broke down last spring.",
    "We carried the loaves down on a sledge for three weeks.",
    "Tourists like the almond cakes more than the bread.",
    "A second shop will never be opened, because good bakers are rare.",
)
COMMENTS = (
    Comment("My aunt still talks about the caraway rye bread from there!", likes=4),
    Comment("First!"),
    Comment("Nice music, greetings from Lisbon."),
    Comment("Does the rye bread have caraway?"),
)
PAGE = Page(
    title="The bakery on the hill",
    transcript=tuple(Cue(text, 10.0 * i) for i, text in enumerate(SAID)),
    description="Filmed in Karlovo.\nThe bakery sells flour by the sack, too.",
    comments=COMMENTS,
    language="en",
)


def test_a_passage_is_word_for_word_and_has_its_time() -> None:
    passage = page_answers(PAGE, "Who opened the bakery?").passages[0]
    assert passage.text == SAID[0]
    assert passage.start == 0.0
    assert 0.5 <= passage.score <= 1


def test_a_sentence_that_leans_on_the_one_before_comes_with_it() -> None:
    passage = page_answers(PAGE, "What seeds are in the dark rye bread?").passages[0]
    assert [text for _, text in passage.turns] == [SAID[0], SAID[1]]
    assert passage.text == SAID[1]
    assert passage.start == 0.0


def test_a_question_in_the_video_comes_with_its_reply() -> None:
    passage = page_answers(PAGE, "does the old oven work?").passages[0]
    assert [text for _, text in passage.turns][:2] == [SAID[2], SAID[3]]


def test_no_sentence_is_shown_twice() -> None:
    for question in ("bread", "Does the oven work?", "Why no second shop?", "rye bread caraway"):
        shown = [
            text for passage in page_answers(PAGE, question).passages for _, text in passage.turns
        ]
        assert len(set(shown)) == len(shown)
        assert set(shown) <= set(SAID)


def test_comments_that_speak_of_the_same_are_added_but_those_that_ask_are_not() -> None:
    answers = page_answers(PAGE, "Is there caraway in the rye bread?")
    assert answers.comments == (COMMENTS[0],)


@pytest.mark.parametrize(
    ("question", "comment"),
    [
        ("When was the street closed?", "The shop was closed when I came."),
        ("Who repaired the clock?", "Mine was repaired twice."),
        ("Where does old Rosalind live now?", "I met Rosalind at the market."),
        ("Where is the flour stored?", "My flour was bad."),
    ],
)
def test_a_comment_that_shares_one_everyday_word_or_a_name_with_the_question_is_not_added(
    question: str, comment: str
) -> None:
    page = replace(PAGE, comments=(*COMMENTS[1:3], Comment(comment)))
    assert page_answers(page, question).comments == ()


@pytest.mark.parametrize(
    ("question", "comment"),
    [
        ("When was the street closed?", "The street has been closed since May."),
        ("What about Rosalind?", "I met Rosalind at the market."),
        ("What about the cakes?", "The cakes are the best of all."),
    ],
)
def test_two_words_or_all_that_is_asked_make_a_comment_speak_of_it(
    question: str, comment: str
) -> None:
    page = replace(PAGE, comments=(*COMMENTS[1:3], Comment(comment)))
    assert [c.text for c in page_answers(page, question).comments] == [comment]


def test_what_nothing_answers_has_no_passage_and_at_most_a_nearest_one() -> None:
    far = page_answers(PAGE, "How do rockets land on Mars?")
    assert (far.passages, far.nearest, far.comments) == ((), None, ())


def test_without_a_transcript_the_description_answers_and_that_is_said() -> None:
    page = replace(PAGE, transcript=())
    answers = page_answers(page, "Where was it filmed?")
    assert answers.without_transcript
    assert [p.text for p in answers.passages] == ["Filmed in Karlovo."]
    assert answers.passages[0].start is None
    assert page_answers(page, "Is there caraway in the rye bread?").comments == (COMMENTS[0],)


def test_a_question_in_another_language_is_told_and_tried_by_names() -> None:
    answers = page_answers(PAGE, "Was hat Rosalind Petrov damals eröffnet?")
    assert answers.language == "de"
    assert answers.passages[0].text == SAID[0]
    assert page_answers(PAGE, "What did Rosalind Petrov open back then?").language is None


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Why so short?", "too short"),
        ("why is the summary so long?", "too long"),
        ("summarize the video", "digest"),
        ("who made this video", "channel"),
        ("How long is the video?", "length"),
        ("What do the viewers say?", "comments"),
        ("Is that true?", "nothing"),
        ("What should I know?", "nothing"),
        ("Why is there no second shop?", "page"),
        ("Why is the bench in the shop so short?", "page"),
        ("Who made the almond cakes?", "page"),
    ],
)
def test_what_no_sentence_can_answer_is_told_from_a_question_about_the_page(
    question: str, subject: str
) -> None:
    assert page_answers(PAGE, question).subject == subject


STATED = replace(
    PAGE,
    channel="Rye Daily",
    transcript=(
        Cue("What do you bake?", 0.0, "Mara Voss"),
        Cue("Rye, mostly, with caraway.", 4.0, "Speaker 2"),
        Cue("And why rye?", 8.0, "Mara Voss"),
        Cue("It keeps for a week.", 12.0, "Ilja"),
    ),
)
UNNAMED = replace(STATED, transcript=PAGE.transcript)


@pytest.mark.parametrize(
    "question",
    [
        "who is the speaker?",
        "Who's speaking in this video?",
        "wer spricht hier?",
        "¿Quien es la ponente?",
        "Qui est l’orateur ?",
        "Quem fala?",
        "Chi parla?",
        "Кто это говорит?",
        "कौन बोल रहा है?",
        "誰が話していますか？",
    ],
)
def test_who_speaks_is_answered_with_the_names_that_the_page_has_else_with_its_channel(
    question: str,
) -> None:
    named = page_answers(STATED, question)
    assert (named.subject, named.speakers) == ("speakers", ("Mara Voss", "Ilja"))
    assert page_answers(UNNAMED, question).subject == "channel"


@pytest.mark.parametrize(
    "question",
    [
        "who made this?",
        "Whose channel is this?",
        "Wer hat das gemacht?",
        "¿Quién subió esto?",
        "Qui a fait ça ?",
        "Quem fez isso?",
        "Chi l’ha fatto?",
        "Кто это снял?",
        "यह किसने बनाया?",
        "誰のチャンネルですか？",
    ],
)
def test_who_made_the_video_is_answered_with_the_channel(question: str) -> None:
    assert page_answers(STATED, question).subject == "channel"


@pytest.mark.parametrize(
    "question",
    [
        "Who made this bread?",
        "who is speaking about rye?",
        "Who is the speaker of the house?",
        "Was ist das Brot?",
    ],
)
def test_who_did_something_else_is_asked_of_the_transcript(question: str) -> None:
    assert page_answers(STATED, question).subject == "page"


def test_where_the_page_names_nobody_it_is_searched_as_before() -> None:
    silent = replace(UNNAMED, channel=None)
    assert page_answers(silent, "who is the host?").subject == "page"
    assert page_answers(silent, "who is the speaker?").subject == "nothing"


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("How much is a rye bread with caraway seeds?", False),
        ("What do the almond cakes cost?", False),
        ("For how many weeks did they carry the loaves on a sledge?", True),
        ("How many tourists like the almond cakes?", False),
    ],
)
def test_a_sentence_without_a_number_or_price_does_not_answer_how_much(
    question: str, *, answered: bool
) -> None:
    answers = page_answers(PAGE, question)
    assert bool(answers.passages) == answered
    assert answers.nearest is None


@pytest.mark.parametrize(
    ("question", "spoken", "language"),
    [
        ("Was kostet das Brot?", "en", "de"),
        ("Was kostet Brot heute?", "de", None),
        ("Quanto custa o pão?", "pt", None),
        ("What about the bread?", "en", None),
    ],
)
def test_a_short_question_is_not_taken_for_another_language(
    question: str, spoken: str, language: str | None
) -> None:
    assert page_answers(replace(PAGE, language=spoken), question).language == language


def test_in_another_language_a_word_that_looks_like_a_name_is_none() -> None:
    answers = page_answers(PAGE, "Was kostet bei Rosalind das It?")
    assert answers.language == "de"
    assert [p.text for p in answers.passages if "dark rye" in p.text] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("question", ["", " ", "🙂", "the of and", "x" * 4_000, "\ud800", "a\x00b"])
def test_any_question_gets_an_answer_without_an_error(question: str) -> None:
    for page in (PAGE, Page(), replace(PAGE, transcript=(), description="")):
        answers = page_answers(page, question)
        assert answers.question == question
        assert answers.passages == ()


ASKED = Page(
    title="The lane without cars",
    channel="Quay Films",
    transcript=PAGE.transcript,
    description="We walked the lane.\nTables of all counts: https://quay.example/tables\nTip us.",
    comments=(
        Comment("Too much piano under the interviews.", "@ear"),
        Comment("Bei uns ist die Bäckerei leider schon lange zu.", "@uwe"),
        Comment("Does anybody know the price of the almond cakes?", "@cleo"),
        Comment("I cycled there twice.", "@nora.b", likes=3),
    ),
    language="en",
)


@pytest.mark.parametrize(
    "question", ["Where can I find the tables?", "Are there tables of the counts?"]
)
def test_the_description_answers_beside_a_transcript(question: str) -> None:
    answers = page_answers(ASKED, question)
    assert [p.text for p in answers.described] == [
        "Tables of all counts: https://quay.example/tables"
    ]
    assert not answers.without_transcript


def test_a_comment_in_another_language_is_not_matched_by_accident() -> None:
    assert page_answers(ASKED, "Who will die?").comments == ()
    answers = page_answers(ASKED, "Was sagen die Leute über die Bäckerei bei uns?")
    assert answers.comments == (ASKED.comments[1],)


@pytest.mark.parametrize(
    ("question", "author"),
    [
        ("What do the comments say about the piano?", "@ear"),
        ("what do viewers think about piano", "@ear"),
        ("What did @nora.b say?", "@nora.b"),
        ("what did nora.b write", "@nora.b"),
        ("What is the price of almond cakes?", "@cleo"),
    ],
)
def test_the_words_of_the_asking_do_not_hide_the_comment_that_is_meant(
    question: str, author: str
) -> None:
    assert [c.author for c in page_answers(ASKED, question).comments] == [author]


def test_what_somebody_in_the_video_says_is_not_a_question_of_the_comments() -> None:
    assert page_answers(ASKED, "What do viewers say about the cakes?").of_comments
    assert not page_answers(ASKED, "What did the baker say?").of_comments


def test_a_line_that_lists_a_chapter_is_no_answer() -> None:
    cues = tuple(Cue(f"The crust number {n} is crisp.", 10.0 * n) for n in range(9))
    chapters = (Chapter("Why dough rises", 0, 0), Chapter("How to shape a loaf", 40, 4))
    description = (
        "0:00 Why dough rises\n0:40 How to shape a loaf\nDough rises since yeast breathes."
    )
    page = Page("Bread", transcript=cues, chapters=chapters, description=description, language="en")
    described = page_answers(page, "Why does the dough rise?").described
    assert [line.text for line in described] == ["Dough rises since yeast breathes."]
