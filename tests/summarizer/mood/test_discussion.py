"""What a discussion is shown by: quotes, questions, terms, comments on the summary, shares."""

from __future__ import annotations

import pytest

from summarizer.model import Comment, Sentence
from summarizer.mood import read_mood
from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.distinctive_terms import distinctive_terms
from summarizer.mood.questions import asked_most
from summarizer.mood.quotes import choose_quotes
from summarizer.mood.sentence_comments import find_sentence_comments
from summarizer.mood.shares import shares, wilson
from summarizer.opinions import Pole


def said(
    text: str, pole: Pole = "positive", likes: int | None = None, confidence: float = 0.9
) -> AnnotatedComment:
    words = tuple(word.strip(".,!?") for word in text.split() if len(word) > 3)
    return AnnotatedComment(Comment(text, "@somebody", likes), pole, confidence, "en", words)


def test_the_liked_and_typical_comment_is_quoted_before_the_others() -> None:
    comments = [
        said("The garden scene looks wonderful in the evening light"),
        said("The garden scene with the fountain is the best of the film", likes=900),
        said("Nice boots on the second singer, where are they from"),
    ]
    quotes = choose_quotes(comments)
    assert quotes[0].text.startswith("The garden scene with the fountain")
    assert quotes[0].likes == 900


def test_a_comment_voted_below_zero_is_quoted_as_one_without_votes() -> None:
    text = "The garden scene looks wonderful in the evening light"
    assert [quote.likes for quote in choose_quotes([said(text, likes=-40)])] == [-40]


def test_two_comments_that_say_the_same_are_quoted_once() -> None:
    comments = [
        said("The garden scene looks wonderful in the evening light"),
        said("Evening light: the garden scene looks really wonderful!"),
    ]
    assert len(choose_quotes(comments)) == 1


def test_little_words_alone_are_quoted_once() -> None:
    comments = [
        AnnotatedComment(Comment(text), "neutral", 0.9, "en", ())
        for text in ("It is so", "it is so")
    ]
    assert len(choose_quotes(comments)) == 1


def test_a_comment_too_long_to_quote_whole_is_not_quoted() -> None:
    assert choose_quotes([said("wonderful " * 40)]) == ()


def test_a_quote_keeps_every_word_and_folds_only_white_space() -> None:
    quotes = choose_quotes([said("So   good!\n\nReally <b>good</b> & @ann")])
    assert quotes[0].text == "So good! Really <b>good</b> & @ann"


@pytest.mark.parametrize(
    "text",
    [
        "The plans of the garden are at https://garden.example/plans for you",
        "@ann the garden scene is wonderful, I agree",
        "Wonderful!!!",
        "3:10 4:20 5:30",
        "🌷🌷🌷",
        "草草",
    ],
)
def test_what_sells_answers_somebody_or_says_nothing_is_not_quoted(text: str) -> None:
    assert read_mood([Comment(text)]).quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Who else is here in 2031?",
        "¿Alguien escuchando esto en 2031?",
        "The harbour master will never tell us the truth about the harbour?",
        "We all know that the harbour is closed, right?",
    ],
)
def test_a_roll_call_or_a_remark_with_a_question_mark_asks_nothing(text: str) -> None:
    assert read_mood([Comment(text)]).questions == ()


@pytest.mark.parametrize(
    "text",
    [
        "When is the harbour going to open for fishing boats again",
        "Lovely film. Can you show the harbour from the sea next time?",
        "何時に港は開きますか？",
        "¿Cuándo abre otra vez el puerto?",
        "Когда снова откроют порт для лодок?",
        "yeh bandargah kab khulega bhai?",
    ],
)
def test_a_question_is_known_in_its_language_and_without_its_mark(text: str) -> None:
    assert [question.text for question in read_mood([Comment(text)]).questions] == [text]


def test_a_plain_question_comes_before_a_remark_with_a_question_mark() -> None:
    plain, remark = (
        "¿Dónde está el puerto viejo?",
        "Cerraron todas las fábricas sin avisar a nadie?",
    )
    found = read_mood([Comment(remark, likes=90), Comment(plain, likes=1)]).questions
    assert [question.text for question in found] == [plain, remark]


def test_the_question_that_most_people_ask_comes_first() -> None:
    comments = [
        said("Where was the harbour scene filmed?", "neutral"),
        said("Does anybody know where they filmed that harbour?", "neutral"),
        said("What song plays during the credits?", "neutral", likes=50),
        said("Really?", "unclear"),
        said("The harbour was filmed well.", "positive"),
    ]
    questions = [quote.text for quote in asked_most(comments)]
    assert "harbour" in questions[0]
    assert questions[1:] == ["What song plays during the credits?"]


def test_terms_are_what_one_pole_speaks_of_more_than_the_others() -> None:
    comments = [said(f"Lovely garden roses, thanks Mary Jones {n}") for n in range(8)]
    comments += [said(f"Terrible microphone in the garden {n}", "negative") for n in range(8)]
    terms = dict(distinctive_terms(comments))
    assert set(terms["positive"]) == {"roses", "Mary Jones"}
    assert terms["negative"] == ("microphone",)


def test_letters_under_a_heap_of_marks_are_no_term() -> None:
    heap = "z" + "\u0301\u0316" * 60
    comments = [said(f"Lovely roses {heap} number{n}", "positive") for n in range(8)]
    comments += [said(f"Terrible microphone number{n}", "negative") for n in range(8)]
    assert dict(distinctive_terms(comments))["positive"] == ("roses",)


def test_words_that_all_poles_use_alike_are_no_terms() -> None:
    comments = [
        said("The garden again", pole) for pole in ("positive", "negative") for _ in range(9)
    ]
    assert distinctive_terms(comments) == ()


def test_terms_are_no_stop_words_of_the_page_even_in_a_comment_of_no_clear_language() -> None:
    spanish = [
        AnnotatedComment(Comment(text), "neutral", 0.9, language, tuple(text.split()))
        for language in ("es", None)
        for text in ("que puerto", "que puerto viejo", "que puerto azul")
    ]
    others = [said(f"great boat number{n}", "positive") for n in range(9)]
    assert dict(distinctive_terms([*spanish, *others]))["neutral"] == ("puerto",)


def test_a_name_is_shown_whole_and_not_again_in_parts() -> None:
    praise = [said(f"Harbour Lane number{n}", "positive") for n in range(6)]
    praise += [said(f"harbour with boats number{n}", "positive") for n in range(5)]
    blame = [said(f"slow traffic number{n}", "negative") for n in range(9)]
    found = dict(distinctive_terms([*praise, *blame]))["positive"]
    assert "Harbour Lane" in found
    assert not {"Harbour", "harbour", "Lane"} & set(found)


def test_a_comment_on_a_sentence_of_the_summary_shares_rare_words_with_it() -> None:
    summary = [
        Sentence(4, "The committee votes on the harbour tunnel in November."),
        Sentence(9, "Nobody knows the price."),
    ]
    comments = [said(f"Plain remark about thing number {n}", "neutral") for n in range(20)]
    speaking = said("They will never finish that harbour tunnel", "negative")
    found = find_sentence_comments([*comments, speaking], summary)
    assert [(one.sentence, one.comments) for one in found] == [(4, (speaking.text,))]
    assert find_sentence_comments(comments, []) == ()


def test_the_interval_of_wilson_is_the_published_one() -> None:
    low, high = wilson(20, 100)
    assert (round(low, 4), round(high, 4)) == (0.1334, 0.2888)
    assert wilson(0, 100)[0] == 0
    assert wilson(100, 100)[1] == 1


def test_no_share_is_claimed_of_few_comments() -> None:
    assert shares({"positive": 60, "negative": 39}) == ()
    assert [share.share for share in shares({"positive": 75, "negative": 25})] == [0.75, 0.25]


@pytest.mark.parametrize("number", [40, 400])
def test_a_larger_discussion_shows_at_most_three_quotes_a_pole(number: int) -> None:
    some = [Comment(f"I love the {n}th garden of this wonderful series") for n in range(number)]
    assert len(read_mood(some).quotes) <= 3


def test_a_quote_in_the_page_s_language_comes_before_a_better_liked_one_in_another() -> None:
    comments = [
        Comment("The harbour looks wonderful in the evening light", "@a", 5),
        Comment("Der Hafen sieht im Abendlicht einfach wunderschön aus", "@b", 9),
        Comment("A lovely film about our harbour, I enjoyed it a lot", "@c", 5),
    ]
    assert [quote.likes for quote in read_mood(comments).quotes] == [5, 5, 9]


def test_a_sentence_is_quoted_before_a_heap_of_signs() -> None:
    comments = [
        Comment("WONDERFUL WONDERFUL HARBOUR!!!!!! ❤❤❤❤❤❤❤❤❤❤❤❤", "@a", 4),
        Comment("What a beautiful evening at the harbour", "@b", 2),
    ]
    assert read_mood(comments).quotes[0].likes == 2


def test_the_name_of_a_picture_is_no_quote() -> None:
    assert read_mood([Comment(":hand-orange-covering-eyes:")]).quotes == ()


def test_everyday_words_set_no_pole_apart() -> None:
    comments = [said(f"Lovely roses, years ago number{n}") for n in range(8)]
    comments += [said(f"Terrible microphone number{n}", "negative") for n in range(8)]
    assert dict(distinctive_terms(comments))["positive"] == ("roses",)
