from __future__ import annotations

import base64
import quopri
from email.header import Header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import UnreadableError, read_page
from summarizer.model import Page
from tests.summarizer.promise import keeps_its_promise

SPEECH = (
    "The harbour was frozen for eleven days, and nobody could bring fish to the market.",
    "On the twelfth day the wind turned, and the first boats went out before the sun was up.",
)


def spoken(page: Page) -> str:
    return " ".join(cue.text for cue in page.transcript)


def mail(body: str | bytes, *fields: str, subject: str = "The frozen harbour") -> bytes:
    head = "\r\n".join((
        "Return-Path: <ines@example.net>",
        "Received: from a.example.net (a.example.net [192.0.2.1])\r\n\tby b; Tue, 6 Feb 2024",
        "Date: Tue, 6 Feb 2024 07:30:00 +0100",
        "From: Ines Holm <ines@example.net>",
        f"Subject: {subject}",
        "To: crew@example.net",
        "Message-ID: <1@example.net>",
        "MIME-Version: 1.0",
        *(fields or ("Content-Type: text/plain; charset=utf-8",)),
    ))  # fmt: skip
    written = body.encode() if isinstance(body, str) else body
    return head.encode() + b"\r\n\r\n" + written.replace(b"\n", b"\r\n")


def test_a_plain_mail_is_its_subject_and_its_words() -> None:
    got = read_page(mail("\n\n".join(SPEECH)), "note.eml")
    assert (got.title, got.channel) == ("The frozen harbour", "Ines Holm")
    assert spoken(got) == " ".join(SPEECH)
    assert got.comments == ()


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "quoted-printable"), ("iso-8859-1", "quoted-printable"), ("utf-8", "base64"),
     ("windows-1251", "base64"), ("iso-2022-jp", "7bit"), ("iso-8859-15", "8bit"),
     ("gb2312", "8bit")],
)  # fmt: skip
def test_transfer_encodings_and_charsets_are_undone(charset: str, encoding: str) -> None:
    words = {"windows-1251": "Гавань замёрзла на одиннадцать дней, и рыбы не было.",
             "iso-2022-jp": "港は十一日間凍っていて、魚は来ませんでした。",
             "gb2312": "港口冻了十一天，市场上没有鱼。"}  # fmt: skip
    text = words.get(charset, "Le café du port était fermé, et la mer gelée jusqu'à l'île.")
    body = text.encode(charset)
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}
    body = coded[encoding](body) if encoding in coded else body
    subject = Header(text[:20], charset).encode()
    fields = (f'Content-Type: text/plain; charset="{charset}"',
              f"Content-Transfer-Encoding: {encoding}")  # fmt: skip
    got = read_page(mail(body, *fields, subject=subject))
    assert spoken(got) == text
    assert got.title == text[:20].strip()


def test_a_source_that_is_pasted_is_decoded_too() -> None:
    body = quopri.encodestring(f"Café. {SPEECH[0]}".encode())
    fields = ("Content-Type: text/plain; charset=utf-8",
              "Content-Transfer-Encoding: quoted-printable")  # fmt: skip
    assert spoken(read_page(mail(body, *fields).decode())) == f"Café. {SPEECH[0]}"


@pytest.mark.parametrize("letter", ["\n\nhere is what was said, please look for mistakes.", ""])
def test_a_letter_above_a_transcript_is_not_spoken(letter: str) -> None:
    said = [
        "[00:00] Ines Holm: The harbour was frozen for eleven days.",
        "[00:14] Ole Dahl: And nobody could bring fish to the market?",
        "[00:21] Ines Holm: Nobody. On the twelfth day the wind turned.",
        "[00:33] Ole Dahl: Thank you for the talk.",
    ]
    foot = "-- \nInes Holm | Harbour office\nTel. 0555 0187"
    got = read_page(mail(f"Dear Ole,{letter}\n\n" + "\n".join(said) + f"\n\n{foot}"))
    assert [cue.text for cue in got.transcript] == [line.partition(": ")[2] for line in said]
    assert got.description == f"Dear Ole,{letter}"


def test_lines_that_a_mail_program_broke_are_whole_again() -> None:
    text = (
        "The harbour was frozen for eleven days, and nobody could bring any\n"
        "fish to the market, though many tried it.\n"
        "- one boat sank\n"
        "- one came back\n"
    )
    got = read_page(mail(text))
    assert [cue.text for cue in got.transcript] == [
        (
            "The harbour was frozen for eleven days, and nobody could bring any fish to the market,"
            " though many tried it."
        ),
        "- one boat sank",
        "- one came back",
    ]


QUOTED = (
    "\n\nOn Tue, 6 Feb 2024 at 07:30, Olaf <olaf@example.net> wrote:\n> How was the old talk?\n",
    "\n\nOn Tue, 6 Feb 2024 at 07:30,\nOlaf Berg wrote:\n\nHow was the old talk?",
    "\n\nOn Tue, 6 Feb 2024 at 07:30,\nOlaf <olaf@example.net> wrote:\n\n> How was the old talk?",
    "\n\nAm 06.02.24 um 07:30 schrieb Olaf Berg:\n> How was the old talk?\n> It was long.\n",
    "\n\nLe 6 févr. 2024 à 07:30, Olaf Berg a écrit :\n\nHow was the old talk?\n",
    "\n\n-----Original Message-----\nFrom: Olaf\nSent: Monday\nSubject: x\n\nHow was the old talk?",
    (
        "\n\n________________________________\nVon: Olaf Berg <olaf@example.net>\n"
        "Gesendet: Montag, 5. Februar 2024 09:00\nAn: Ines\nBetreff: x\n\nHow was the old talk?"
    ),
    "\n\n-------- Исходное сообщение --------\nHow was the old talk?",
    "\n\n-- \nInes Holm\nHow was the old talk? Street 5\n",
    "\n\nSent from my iPhone, how was the old talk?",
    "\n\n2024年2月6日(火) 7:30 Olaf Berg <olaf@example.net>のメール:\n> How was the old talk?",
)


@pytest.mark.parametrize("quoted", QUOTED)
def test_what_is_quoted_and_who_signs_is_left_out(quoted: str) -> None:
    got = read_page(mail(SPEECH[0] + quoted, subject="Re: AW: The frozen harbour"))
    assert got.title == "The frozen harbour"
    assert spoken(got) == SPEECH[0]


def test_a_list_below_a_year_is_no_quotation() -> None:
    got = read_page(mail(f"{SPEECH[0]}\n\nPlans for 2024:\n\n{SPEECH[1]}\n"))
    assert spoken(got) == f"{SPEECH[0]} Plans for 2024: {SPEECH[1]}"


def test_answers_between_quotations_are_kept() -> None:
    text = f"> How was it?\n\n{SPEECH[0]}\n\n> And then?\n\n{SPEECH[1]}\n"
    assert spoken(read_page(mail(text))) == " ".join(SPEECH)


@pytest.mark.parametrize(
    "head",
    [
        (
            "For you.\n\n---------- Forwarded message ---------\nFrom: Olaf Berg <o@example.net>\n"
            "Date: Mon, 5 Feb 2024\nSubject: The frozen harbour\nTo: Ines <i@example.net>\n\n"
        ),
        (
            "For you.\n\nBegin forwarded message:\n\n> From: Olaf Berg\n> Subject: The frozen\n"
            "> Date: Monday\n>\n> "
        ),
        "For you.\n\nFrom: Olaf Berg\nSent: Monday\nTo: Ines\nSubject: The frozen harbour\n\n",
    ],
    ids=["gmail", "apple", "outlook"],
)
def test_what_a_forward_carries_is_the_message(head: str) -> None:
    got = read_page(mail(head + SPEECH[0], subject="Fwd: The frozen harbour"))
    assert got.title == "The frozen harbour"
    assert spoken(got).endswith(SPEECH[0])
    assert "Olaf" not in spoken(got)


@pytest.mark.parametrize(
    "head",
    [
        "From: Ines Holm <ines@example.net>\nSent: Tuesday\nTo: O\nSubject: RE: The frozen harbour",
        "Von: Ines Holm\nGesendet: Dienstag, 6. Februar\nAn: O\nBetreff: WG: The frozen harbour",
        "**De :** Ines Holm\n**Envoyé :** mardi\n**À :** Olaf\n**Objet :** TR: The frozen harbour",
        "От: Ines Holm\nКому: Olaf\nДата: 6 февраля\nТема: Re: The frozen harbour",
        "差出人： Ines Holm\n件名： The frozen harbour\n日時： 2024年2月6日",
    ],
)
def test_a_mail_pasted_with_its_head_is_read(head: str) -> None:
    got = read_page(f"{head}\n\n{SPEECH[0]}\n\n{SPEECH[1]}\n")
    assert (got.title, got.channel) == ("The frozen harbour", "Ines Holm")
    assert spoken(got) == " ".join(SPEECH)


def alternative(plain: str, html: str) -> bytes:
    body = (
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n"
    )
    return mail(body, 'Content-Type: multipart/alternative; boundary="b"')


NEWSLETTER = f"""<html><head><style>p {{color: red}}</style></head><body>
<div style="display:none">What you see in the list</div>
<table><tr><td><h1>The harbour film</h1><p>{SPEECH[0]}</p><p>{SPEECH[1]}</p>
<p><a href="https://www.youtube.com/watch?v=aB3_dE-9xYw">Watch the film</a></p>
<p><a href="https://news.example.net/u?x=1">Unsubscribe</a> or view in browser</p></td></tr></table>
</body></html>"""


def test_a_newsletter_is_a_page_with_its_links() -> None:
    got = read_page(alternative("View this email in your browser", NEWSLETTER))
    assert SPEECH[1] in spoken(got)
    assert "see in the list" not in spoken(got)
    assert "nsubscribe" not in spoken(got)
    assert [(link.url, link.label) for link in got.links] == [
        ("https://www.youtube.com/watch?v=aB3_dE-9xYw", "Watch the film")
    ]


def test_a_mail_of_html_alone_is_read_without_what_it_quotes() -> None:
    html = (
        f"<p>{SPEECH[0]}</p><div class='gmail_quote'><div class='gmail_attr'>On Monday Olaf wrote:"
        "</div><blockquote>How was the old talk?</blockquote></div>"
        "<div class='gmail_signature'>Ines, Street 5</div>"
    )
    got = read_page(mail(html, "Content-Type: text/html; charset=utf-8"))
    assert (got.title, spoken(got)) == ("The frozen harbour", SPEECH[0])


def test_a_page_that_a_browser_saved_as_a_mail_is_still_one() -> None:
    saved = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.net/a\r\n"
        b"Subject: A page\r\nDate: Tue, 6 Feb 2024\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\n\r\n<html><body><p>%s</p><p>%s</p></body></html>\r\n"
        b"--b--\r\n"
    ) % tuple(text.encode() for text in SPEECH)
    got = read_page(saved)
    assert got.url == "https://example.net/a"
    assert SPEECH[0] in spoken(got)


def letter(who: str, name: str, answers: str, text: str, subject: str = "Re: Harbour") -> str:
    return (
        f"From {who.lower()}@example.net Tue Feb  6 07:30:00 2024\nFrom: {who} <x@example.net>\n"
        f"Date: Tue, 6 Feb 2024 07:30:00 +0100\nSubject: {subject}\nMessage-ID: <{name}>\n"
        + (f"In-Reply-To: <{answers}>\n" if answers else "")
        + f"\n{text}\n\n"
    )


def test_a_mailbox_of_one_thread_is_a_page_and_its_discussion() -> None:
    box = (
        letter("Ines", "1", "", f"{SPEECH[0]}\n\n>From here on we waited.", "Harbour")
        + letter("Olaf", "2", "1", f"I think this is sad.\n\n> {SPEECH[0]}\n")
        + letter("Vera", "3", "2", "On Tue, 6 Feb 2024, Olaf wrote:\n> sad.\n\nIt was great, Olaf.")
        + letter("Someone", "9", "", "Buy boats.", "Offers")
    )
    got = read_page(box.encode(), "thread.mbox")
    assert got.title == "Harbour"
    assert spoken(got) == f"{SPEECH[0]} From here on we waited."
    assert [(c.author, c.text, c.age, c.reply) for c in got.comments] == [
        ("Olaf", "I think this is sad.", "2024-02-06", False),
        ("Vera", "It was great, Olaf.", "2024-02-06", True),
    ]
    assert "another-page" in {omission.kind for omission in got.omissions}


def test_what_is_attached_is_named() -> None:
    body = (
        f"--b\nContent-Type: text/plain\n\n{SPEECH[0]}\n"
        '--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="map.pdf"\n'
        "\nxxxx\n--b--\n"
    )
    got = read_page(mail(body, 'Content-Type: multipart/mixed; boundary="b"'))
    assert ("unreadable-part", "map.pdf") in [(o.kind, o.part) for o in got.omissions]


@pytest.mark.parametrize("body", ["", "> all of it is quoted\n> and nothing new"])
def test_a_mail_without_words_of_its_own_is_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match="e-mail"):
        read_page(mail(body))


@pytest.mark.parametrize(
    "data",
    [
        mail("x", "Content-Type: multipart/mixed; " + "a=b;" * 5000),
        mail("--b\n" * 50_000, 'Content-Type: multipart/mixed; boundary="b"'),
        mail("a", "Content-Type: text/plain; charset=none", "Content-Transfer-Encoding: base64"),
        mail("x", subject="=?utf-8?b?%%%?= =?none?q?x?="),
        ("From a b 2024\nFrom: a\nSubject: b\n\nc\n" * 20_000).encode(),
    ],
)
def test_hostile_mails_are_a_page_or_advice(data: bytes) -> None:
    assert keeps_its_promise(data)
    assert keeps_its_promise(data.decode("utf-8", "replace"))


@given(st.text(alphabet="From: \nSubject>-_=:a1@<wrote", max_size=120))
def test_any_words_in_a_mail_are_a_page_or_advice(text: str) -> None:
    assert keeps_its_promise(f"From: a\nSubject: b\n\n{text}")
