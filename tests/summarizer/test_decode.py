from __future__ import annotations

import codecs
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.decode import decode, normalise
from summarizer.model import UnreadableError

RUSSIAN = "Пчёлы танцуют, чтобы показать дорогу к цветам.\nСпасибо, очень интересно!"
SENTENCES = {
    "cp1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "cp866": RUSSIAN,
    "iso8859-5": RUSSIAN,
    "mac-cyrillic": RUSSIAN,
    "koi8-u": "Бджоли танцюють, щоб показати шлях. Дякую, це дуже цікаво!",
    "cp1252": "Très intéressant, à bientôt ! Où sont les abeilles ? C'était l'été.",
    "cp1250": "Včely tančí, aby ukázaly cestu ke květům. Děkuji, příště zase.",
    "cp1253": "Οι μέλισσες χορεύουν για να δείξουν τον δρόμο προς τα λουλούδια.",
    "cp1254": "Arılar çiçeklere giden yolu göstermek için dans eder, teşekkürler.",
    "cp1255": "הדבורים רוקדות כדי להראות את הדרך לפרחים, תודה רבה",
    "cp1256": "النحل يرقص ليدل على الطريق إلى الزهور، شكرا جزيلا لكم",
    "gb18030": "蜜蜂跳舞来指示花的方向。非常有趣，谢谢大家。",
    "big5": "蜜蜂跳舞來指示花的方向。非常有趣，謝謝大家。",
    "shift_jis": "ミツバチは花への道を示すために踊ります。とても面白いです。",
    "euc-jp": "ミツバチは花への道を示すために踊ります。とても面白いです。",
    "iso2022_jp": "ミツバチは花への道を示すために踊ります。とても面白いです。",
    "cp949": "꿀벌은 꽃으로 가는 길을 보여주기 위해 춤을 춥니다. 정말 재미있어요.",
}


@pytest.mark.parametrize("encoding", SENTENCES)
def test_older_encodings_are_told_from_a_sentence_or_two(encoding: str) -> None:
    assert decode(SENTENCES[encoding].encode(encoding)) == SENTENCES[encoding]


@pytest.mark.parametrize(
    "text", ["The bees dance.\nThank you!", RUSSIAN], ids=["Latin", "Cyrillic"]
)
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
    ],
)
def test_unicode_is_told_with_and_without_its_mark(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding)) == text


def test_a_declared_charset_is_believed_where_the_bytes_are_not_utf_8() -> None:
    page = '<meta charset="iso-8859-2"><p>Ľúbim včely</p>'
    assert decode(page.encode("iso8859-2")) == page
    assert decode(page.encode("utf-8")) == page
    unknown = '<meta charset="no-such-thing"><p>abeilles été à bientôt, très bien</p>'
    assert "été" in decode(unknown.encode("cp1252"))


def test_a_file_of_two_encodings_is_read_line_by_line() -> None:
    lines = RUSSIAN.split("\n")
    mixed = (lines[0] + "\n" + lines[0] + "\n").encode() + lines[1].encode("cp1251")
    assert decode(mixed).split("\n")[2] == lines[1]
    declared = b'<?xml encoding="utf-8"?>\n' + mixed
    assert lines[1] in decode(declared)


def test_a_file_cut_in_the_middle_of_a_letter_keeps_all_the_others() -> None:
    assert decode(RUSSIAN.encode()[:-1]).startswith(RUSSIAN[:-2])


def test_accents_in_a_latin_text_are_not_taken_for_another_script() -> None:
    assert decode("il modello è stato molto grande e lungo".encode("cp1252")).count("è") == 1


def test_programs_are_not_text() -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(bytes(range(256)) * 4)


def test_line_ends_of_every_kind_become_one() -> None:
    assert normalise("a\r\nb\rc\u2028d\u2029e\x85f\r\r\ng\vh") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_what_cannot_be_seen_goes_and_what_joins_letters_stays() -> None:
    assert normalise("a\0b\ufeff\x07c") == "a bc"
    assert normalise("https://exa\u200bmple.org/a") == "https://example.org/a"
    assert normalise("👩\u200d👧 می\u200cخواهم") == "👩\u200d👧 می\u200cخواهم"


def test_halves_of_letters_are_joined_or_replaced() -> None:
    assert normalise("\ud83d\ude00 \ud83d.") == "😀 \ufffd."


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("TrÃ¨s bien, Ã\xa0 bientÃ´t", "Très bien, à bientôt"),
        ("It\u00e2\u20ac\u2122s fine", "It\u2019s fine"),
        ("РџСЂРёРІРµС‚ РІСЃРµРј", "Привет всем"),
    ],
)
def test_text_encoded_twice_is_repaired(broken: str, right: str) -> None:
    assert normalise(broken) == right


@pytest.mark.parametrize(
    "text",
    ["«Voilà», déjà… “oui” à 5€", "São Paulo, ÂNGELA e Ã maiúsculo", "СРОЧНО: СССР", "×÷±§ Ð đ ñ"],
)
def test_right_text_is_never_repaired(text: str) -> None:
    assert normalise(text) == text


@given(st.text())
def test_normalised_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.binary())
def test_any_bytes_are_text_or_advice(data: bytes) -> None:
    try:
        told = decode(data)
    except UnreadableError as error:
        told = error.advice
    assert isinstance(told, str)


@pytest.mark.parametrize("word", ["Réponse", "Việt", "йод", "ガギ", "한국어", "آب"])
def test_letters_taken_apart_are_put_together(word: str) -> None:
    assert normalise(normalize("NFD", word)) == word


def test_marks_past_the_five_hundredth_on_a_letter_stay_in_their_order() -> None:
    marks = "\u0301\u0316" * 260
    ordered = "\u00e1" + "\u0316" * 250 + "\u0301" * 249
    assert normalise("a" + marks[:500]) == ordered
    assert normalise("a" + marks) == ordered + marks[500:]
