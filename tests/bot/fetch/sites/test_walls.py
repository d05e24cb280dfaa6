"""Forms that come with a 200 in place of the page: said to be that where several signs agree."""

from __future__ import annotations

import pytest

from tests.bot.fetch.sites.web import as_html, refusal

URL, PLACE = "https://news.example/mill", "news.example/mill"
SIGN_IN = (
    "<form action=/in><input name=u><input TYPE = 'password' name=p><button>Go</button></form>"
)
CONSENT = '<form class=c action="/save" method="POST"><button>Accept all</button></form>'
SEARCH = '<form action="/search" method="get"><input name=q></form>'
PRINT = "<p>We and our partners keep cookies to measure how this page is used by its readers.</p>"
ARTICLE = "<p>The mill wheel turns again since Monday, and the whole village came to see it.</p>"
LANGUAGES = f"<select>{'<option>Another language of the world</option>' * 90}</select>"
SCRIPT = f"<script>{'var words = 1;' * 500}</script>"


def page(title: str, *parts: str) -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body>{''.join(parts)}</body>"


@pytest.mark.parametrize(
    ("html", "key"),
    [
        (page("The mill", SIGN_IN), "fetch-login"),
        (page("News of the valley", SCRIPT, SIGN_IN, LANGUAGES), "fetch-login"),
        (page("Log in · News", PRINT * 10, SIGN_IN), "fetch-login"),
        (page("Anmelden – Zeitung", PRINT * 10, SIGN_IN), "fetch-login"),
        (page("ログイン", PRINT * 10, SIGN_IN), "fetch-login"),
        (
            page("Before you continue", PRINT * 15, CONSENT, LANGUAGES),
            "fetch-consent",
        ),
        (page("Bevor Sie weiterlesen", PRINT * 15, CONSENT), "fetch-consent"),
        (page("Avant d&#39;accéder au site", PRINT, CONSENT), "fetch-consent"),
        (page("Consent", SCRIPT.replace("1", "'<p>'"), CONSENT), "fetch-consent"),
    ],
)
async def test_a_form_in_place_of_the_page_is_said_to_be_one(html: str, key: str) -> None:
    assert await refusal(URL, {PLACE: as_html(html)}) == key


@pytest.mark.parametrize(
    "html",
    [
        page("The mill", SIGN_IN, ARTICLE * 8),
        page("How to log in at the mill", SIGN_IN, ARTICLE * 30),
        page("Log in, said the miller", ARTICLE),
        page("Consent, a history", ARTICLE, SEARCH),
        page("Consent, a history", ARTICLE * 30, CONSENT),
        page("The mill", ARTICLE, CONSENT),
        page("Chocolate cookies", ARTICLE, CONSENT),
    ],
)
async def test_a_page_with_some_of_the_signs_is_read(html: str) -> None:
    assert await refusal(URL, {PLACE: as_html(html)}) == "something came"
