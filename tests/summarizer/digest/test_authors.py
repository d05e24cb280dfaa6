"""Who wrote what is quoted is part of a digest only on demand."""

from __future__ import annotations

from summarizer import Comment, Options, Page, digest_page


def test_quotes_name_their_authors_only_where_that_is_asked_for() -> None:
    page = Page(
        comments=(
            Comment("What a lovely and clear explanation, thank you!", "@ann"),
            Comment("Which flour do you use for the dough?", "@ben"),
        )
    )
    silent, named = digest_page(page).mood, digest_page(page, Options(authors=True)).mood
    quotes = (*silent.quotes, *silent.questions)
    assert quotes
    assert {quote.author for quote in quotes} == {None}
    assert {quote.author for quote in (*named.quotes, *named.questions)} == {"@ann", "@ben"}
