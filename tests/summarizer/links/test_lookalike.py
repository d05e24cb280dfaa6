"""Hosts that may be taken for others, and honest ones in many scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.links import suspicious

HONEST = [
    "example.com",
    "xn--bcher-kva.de",
    "straße.de",
    "ñandú.cl",
    "việtnam.vn",
    "łódź.pl",
    "çağrı.com.tr",
    "þórsmörk.is",
    "пример.com",
    "россия.рф",
    "сова.рф",
    "ελλάδα.gr",
    "πλάτων.com",
    "ישראל.co.il",
    "السعودية.com",
    "हिन्दी.com",
    "বাংলা.com",
    "தமிழ்.com",
    "ไทย.com",
    "ქართული.ge",
    "հայաստան.am",
    "한국.com",
    "한글abc.kr",
    "日本語.com",
    "日本・東京.jp",
    "カード.jp",
    "ひらがなtest.jp",
    "中文网123.cn",
    "注音ㄅㄆ.tw",
    "col·lecció.cat",
]

DISGUISED = [
    "gооgle.com",
    "аррӏе.com",
    "paypał.com",
    "amazοn.com",
    "xn--80ak6aa92e.com",
    "microsоft.com",
    "faceboоk.com",
    "раураl.com",
    "youtubé.com",
    "ск.com",
    "ѕсоре-рау.com",
    "bսs.com",
    "1շ.com",
    "੨੨.com",
    "abไทย.com",
    "हिन्दीকক.com",
    "héllo中国.cn",
    "i♥ny.com",
    "pi̇xel.com",
    "naı̈ve.com",
    "á́.com",
    "ᠣᠷᠳᠤ.cn",
    "ⵜⵉⴼ.ma",
    "モヒートへブン.com",
    "かヽ.jp",
    "aーb.jp",
    "abc・def.jp",
    "a·b.com",
    "xn--zz",
    "xn--a.com",
    "ɡoogle.com",
    "goo\u200bglé́.com",
]


@pytest.mark.parametrize("host", HONEST)
def test_honest_names_of_many_scripts_pass(host: str) -> None:
    assert not suspicious(host)


@pytest.mark.parametrize("host", DISGUISED)
def test_disguised_names_are_found(host: str) -> None:
    assert suspicious(host)


@pytest.mark.parametrize("host", [h for h in HONEST + DISGUISED if not h.isascii()])
def test_a_name_is_judged_alike_in_letters_and_in_punycode(host: str) -> None:
    labels = [
        label if label.isascii() else "xn--" + label.encode("punycode").decode()
        for label in host.split(".")
    ]
    assert suspicious(".".join(labels)) == suspicious(host)


@given(st.text(min_size=1, max_size=20))
def test_any_text_is_judged_without_an_error(host: str) -> None:
    assert suspicious(host) in {True, False}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-.", min_size=1, max_size=30))
def test_plain_ascii_names_are_never_suspicious(host: str) -> None:
    assert not suspicious(host.replace("xn--", ""))
