"""What is asked must stand there: its carrying word, its names, its amount; not only its topic."""

from __future__ import annotations

import pytest

from summarizer import Comment, Cue, Page, Sentence, page_answers
from summarizer.ask.answers import Answer
from summarizer.ask.page.context import Context
from summarizer.ask.page.passages import passages_of

LOAF = (
    "Hello everyone, today I bake my grandmother's walnut loaf.",
    "You need five hundred grams of rye flour and a handful of walnuts.",
    "Mix the flour with warm water and knead it well.",
    "Let the dough rise for 90 minutes under a cloth.",
    "Chop the walnuts while you wait.",
    "Preheat the oven to 230 degrees Celsius.",
    "Bake the loaf for 40 minutes, then turn it over.",
    "Tap the bottom, it should sound hollow.",
    "The flour costs three euros a kilo at the mill.",
    "My brother eats it with honey.",
)
FERRY = (
    "The crossing takes an hour and the crew of six sleeps on board.",
    "Do the Danish engineers and the Swedish painters get along on the ferry?",
    "The Danish engineers needed four months for the motor.",
    "Gulls follow us all the way.",
    "Swedish painters come in autumn for the light.",
    "Many islanders have a monthly pass.",
    "A single ticket is 4 euros.",
    "The harbour was dug by hand, no van could help.",
    "I would tell everybody to come in May or early June.",
    "The best time for a visit is when the birds come back.",
    "Our lighthouse was built in granite.",
    "In town there is the e-van.",
    "It costs 9 dollars a day to hire one.",
)
GARDEN = (
    "Heute bauen wir ein Hochbeet aus Lärchenholz.",
    "Die Bretter sind zwei Meter lang.",
    "Das Holz hat ungefähr 120 Euro gekostet.",
    "Danach pflanzen wir viele verschiedene Salate in das Hochbeet.",
    "Mein Nachbar hat mir beim Tragen geholfen.",
)


def page_of(said: tuple[str, ...], language: str = "en", description: str = "") -> Page:
    cues = tuple(Cue(text, 9.0 * i) for i, text in enumerate(said))
    return Page("A page", transcript=cues, language=language, description=description)


def shown(page: Page, question: str) -> list[list[str]]:
    return [[text for _, text in p.turns] for p in page_answers(page, question).passages]


@pytest.mark.parametrize(
    ("said", "question"),
    [
        (LOAF, "What yeast will the walnut loaf need in the oven?"),
        (FERRY, "What batteries does the motor of the Danish engineers need?"),
        (FERRY, "How many Swedish engineers worked on the motor for months?"),
        (FERRY, "How many Polish engineers worked on the motor for months?"),
        (FERRY, "How much does the monthly pass cost?"),
        (FERRY, "How many islanders have a monthly pass?"),
    ],
)
def test_a_shared_topic_alone_is_no_answer(said: tuple[str, ...], question: str) -> None:
    assert shown(page_of(said), question) == []


def test_how_many_wants_a_number_beside_the_thing_in_german_too() -> None:
    page = page_of(GARDEN, "de")
    assert shown(page, "Wie viele Salate pflanzen wir in das Hochbeet?") == []
    assert shown(page, "Was hat das Holz gekostet?")[0][0] == GARDEN[2]


@pytest.mark.parametrize(
    "number", ["dreihundertvierzig", "einundzwanzig", "achthundert", "zweieinhalb"]
)
def test_a_number_in_one_word_answers_how_many(number: str) -> None:
    sentence = f"Im Hafen liegen {number} Boote."
    page = page_of((*GARDEN[:2], sentence), "de")
    assert sentence in shown(page, "Wie viele Boote liegen im Hafen?")[0]


def test_a_word_that_begins_like_a_number_is_none() -> None:
    page = page_of((*GARDEN[:2], "Im Hafen liegen dreiste Zweifel und alte Boote."), "de")
    assert shown(page, "Wie viele Boote liegen im Hafen?") == []


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many months did the Danish engineers need for the motor?", FERRY[2]),
        ("How much is a single ticket?", FERRY[6]),
        ("What does it cost to hire a van?", "It costs 9 dollars a day to hire one."),
    ],
)
def test_the_same_questions_are_answered_where_it_is_told(question: str, sentence: str) -> None:
    assert sentence in shown(page_of(FERRY), question)[0]


def test_the_price_of_what_the_whole_text_is_about_need_not_name_it() -> None:
    said = (
        "The new kettle has arrived.",
        "This kettle is made of steel.",
        "The kettle boils in a minute.",
        "Starting at $49, it is not cheap.",
        "My brother paid for a lid.",
    )
    assert said[3] in shown(page_of(said), "How much is the kettle?")[0]
    assert shown(page_of(said), "How much is the lid of the teapot?") == []


def test_how_many_people_wants_a_number_beside_them_or_what_they_do() -> None:
    said = (
        "You bridge people over the harbour network, which then needs no more than one pier.",
        "People use the harbour network for cargo.",
    )
    assert shown(page_of(said), "How many people use the harbour network?") == []


def test_a_line_of_the_description_without_a_price_tells_none() -> None:
    described = "The walnut loaf book\nThe walnut loaf book is 9 euros"
    answers = page_answers(page_of(LOAF, description=described), "What does the walnut loaf cost?")
    assert [line.text for line in answers.described] == ["The walnut loaf book is 9 euros"]


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("How long do I bake it?", [LOAF[6]]),
        ("At what temperature do I bake it?", [LOAF[5], LOAF[6]]),
        ("How long do I bake it and at what temperature?", [LOAF[5], LOAF[6]]),
    ],
)
def test_a_short_step_with_the_verb_and_the_measure_answers(
    question: str, sentences: list[str]
) -> None:
    assert shown(page_of(LOAF), question) == [sentences]


def test_a_time_told_just_before_belongs_to_the_answer() -> None:
    first = shown(page_of(FERRY), "When is the best time to visit?")[0]
    assert first[:2] == [FERRY[8], FERRY[9]]


def test_another_time_told_just_after_belongs_to_the_answer() -> None:
    said = (
        "The harbour was dug by hand.",
        "For a visit to the gardens August is a bit too hot, I find.",
        "I would recommend the gardens in late October.",
        "Our lighthouse was built in granite.",
    )
    assert shown(page_of(said), "When is a good time for a visit to the gardens?")[0] == list(
        said[1:3]
    )


def test_the_same_question_without_a_reply_gives_way_to_what_tells() -> None:
    said = (
        "What is the difference between a sloop and a cutter?",
        "Hmm.",
        "You know, I mean, you know.",
        "You have to know.",
        "Gulls follow us all the way.",
        "The harbour was dug by hand.",
        "Our lighthouse was built in granite.",
        "A sloop has one sail before the mast, while a cutter carries two of them.",
    )
    first = shown(page_of(said), "What is the difference between a sloop and a cutter?")[0]
    assert first == [said[7]]


def test_passages_less_than_two_sentences_apart_are_one_in_order() -> None:
    sentences = [Sentence(i, text) for i, text in enumerate(LOAF)]
    context = Context(sentences, "What about walnuts and the oven?", "en")
    found = [Answer(6, 0.9), Answer(4, 0.8), Answer(0, 0.7)]
    passages = passages_of(sentences, found, context)
    assert [[text for _, text in p.turns] for p in passages] == [list(LOAF[4:7]), [LOAF[0]]]
    assert passages[0].text == LOAF[6]


def test_a_list_of_keywords_is_no_line_of_the_description() -> None:
    keywords = "walnut loaf, rye flour, oven, baking, bread, honey, grandmother"
    told = "The walnut loaf needs rye flour."
    page = page_of(LOAF, description=f"{keywords}\n{told}")
    answers = page_answers(page, "Is rye flour in the walnut loaf?")
    assert [line.text for line in answers.described] == [told]


def test_where_the_description_answers_nothing_is_called_the_nearest() -> None:
    page = page_of(LOAF, description="The recipe book is sold at the mill door.")
    answers = page_answers(page, "Is the recipe book sold at the mill?")
    assert answers.described
    assert answers.nearest is None


def test_a_comment_that_shares_only_a_name_is_not_shown() -> None:
    page = page_of(FERRY)
    said = Comment("I met Halvorsen at the market.")
    with_comment = Page(page.title, transcript=page.transcript, language="en", comments=(said,))
    assert page_answers(with_comment, "Which engine did Halvorsen repair?").comments == ()
    assert page_answers(with_comment, "What about Halvorsen?").comments == (said,)
