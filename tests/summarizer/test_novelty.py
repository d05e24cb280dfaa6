"""What adds something to what was said, and what says it once more."""

from __future__ import annotations

from summarizer.novelty import new_sentences


def test_the_same_words_in_other_forms_add_nothing() -> None:
    said = ["The councils closed a bridge in the harbour."]
    assert new_sentences(["The harbour bridge is closing, councils say."], said, "en") == ()


def test_new_facts_are_kept_word_for_word_up_to_the_first_repetition() -> None:
    told = ["Forty ferries carry commuters.", "The bridge is closed.", "Trams wait."]
    assert new_sentences(told, ["A bridge was closed."], "en") == (
        "Forty ferries carry commuters.",
    )


def test_a_sentence_is_not_new_after_itself() -> None:
    assert new_sentences(["Trams wait here."] * 2, [], "en") == ("Trams wait here.",)


def test_a_script_without_blanks_is_compared_by_pairs_of_characters() -> None:
    assert (
        new_sentences(["港の橋は五月に閉鎖された。"], ["港の橋は五月に閉鎖されていた。"], "ja")
        == ()
    )
    assert new_sentences(["四十隻の船が人を運ぶ。"], ["港の橋は五月に閉鎖された。"], "ja")


def test_words_without_content_add_nothing() -> None:
    assert new_sentences(["It is what it is."], [], "en") == ()


def test_words_that_stand_in_several_sentences_were_not_said_together() -> None:
    said = ["The council met in May.", "A shop closed.", "The street is wide.", "Cars rust."]
    lead = "The council closed the street to cars."
    assert new_sentences([lead], said, "en") == (lead,)
