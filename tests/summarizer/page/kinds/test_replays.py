"""Live chats, copied alone or with the page of their stream, in all the forms they take."""

from __future__ import annotations

import pytest

from summarizer import read_page

SAID = [
    ("Kettlewise", "good evening"),
    ("ferry_99", "first here"),
    ("Kettlewise", "welcome in"),
    ("mossgirl", "sound is low"),
    ("ferry_99", "better now"),
    ("mossgirl", "yes it is"),
]
TIMES = ("0:12", "0:14", "0:14", "0:31", "1:02", "1:05")

FORMS = {
    "glued": "{time}{name}{text}\n",
    "a name, a colon": "{time} {name}: {text}\n",
    "bars": "{time} | {name}: {text}\n",
    "badges before the name": "{time} | (Member (6 months), Verified) {name}: {text}\n",
    "money before the name": "{time} | *$5.00* {name}: {text}\n",
    "three lines": "{time}\n{name}\n{text}\n",
    "badges and money on lines of their own": "{time}\n{name}\nMember (6 months)\n$5.00\n{text}\n",
    "a badge above the name": "{time}\nModerator\n{name}: {text}\n",
    "blanks of no width": "{time}\u200b{name}\u200b{text}\n",
}

HEADED = {
    "one blank, German": "Livechat-Wiedergabe\n" + "{time} {name} {text}\n" * 6,
    "tabs": "Live chat replay\n" + "{time}\t{name}\t{text}\n" * 6,
    "the name first": "Live chat\n" + "{name}\n{time}\n{text}\n" * 6,
    "glued, Japanese": "チャットのリプレイ\n" + "{time}{name}{text}\n" * 6,
    "three lines, Spanish": "Repetición del chat en vivo\n" + "{time}\n{name}\n{text}\n" * 6,
}

PAGE = (
    "The ferry and its kettle\nHarbour Films\n1.2K subscribers\nSubscribe\n"
    "12,345 views  2 days ago\n"
    "A film about a ferry.\n"
)
SPEECH = (
    "0:00\nThis ferry has crossed the river for sixty years without a day off.\n"
    "0:07\nHer kettle is older than the engine and the captain knows the reason.\n"
    "0:16\nEvery morning at five he lights the stove and waits for the postman.\n"
    "0:25\nThe council wants a bridge, and nobody on the ferry wants one.\n"
)


def _chat(form: str) -> str:
    rows = zip(TIMES, SAID, strict=True)
    return "".join(form.format(time=t, name=name, text=text) for t, (name, text) in rows)


def _said(text: str) -> list[tuple[str | None, str]]:
    return [(comment.author, comment.text) for comment in read_page(text).comments]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_live_chat_is_a_discussion_in_every_form(form: str) -> None:
    assert _said(_chat(form)) == SAID
    assert not read_page(_chat(form)).transcript


@pytest.mark.parametrize("form", HEADED.values(), ids=HEADED)
def test_below_the_heading_of_a_live_chat_fewer_signs_are_enough(form: str) -> None:
    heading, _, rows = form.partition("\n")
    one = rows[: len(rows) // 6]
    page = read_page(f"Ferry night\n{heading}\n{_chat(one)}")
    assert [(comment.author, comment.text) for comment in page.comments] == SAID
    assert (page.title, page.transcript) == ("Ferry night", ())


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_live_chat_below_the_transcript_of_its_page_is_apart_from_it(form: str) -> None:
    page = read_page(f"{PAGE}Transcript\n{SPEECH}Live chat replay\n{_chat(form)}")
    assert [(comment.author, comment.text) for comment in page.comments] == SAID
    assert [cue.start for cue in page.transcript] == [0, 7, 16, 25]
    assert page.title == "The ferry and its kettle"


def test_a_live_chat_above_the_transcript_ends_where_that_begins() -> None:
    page = read_page(f"Top chat replay\n{_chat(FORMS['three lines'])}Transcript\n{SPEECH}")
    assert [(comment.author, comment.text) for comment in page.comments] == SAID
    assert [cue.start for cue in page.transcript] == [0, 7, 16, 25]


def test_a_live_chat_without_a_heading_is_known_where_the_times_begin_anew() -> None:
    page = read_page(SPEECH + _chat(FORMS["a name, a colon"]))
    assert [(comment.author, comment.text) for comment in page.comments] == SAID
    assert [cue.start for cue in page.transcript] == [0, 7, 16, 25]


def test_messages_before_the_stream_begins_belong_to_its_chat() -> None:
    early = "-0:05Kettlewisehello\n-0:03ferry_99hi all\n"
    assert _said(early + _chat(FORMS["glued"]))[:2] == [
        ("Kettlewise", "hello"),
        ("ferry_99", "hi all"),
    ]


def test_speech_glued_to_its_times_is_no_chat() -> None:
    page = read_page(
        "0:00so today we cross the river\n0:05some of you know the ferry\n0:11something broke\n"
        "0:16because the kettle was cold\n0:21because nobody lit it\n0:28and then we waited\n"
    )
    assert len(page.transcript) == 6
    assert not page.comments


def test_moments_that_comments_list_are_no_live_chat() -> None:
    page = read_page(
        f"{PAGE}2 Comments\n@una\n1 day ago\n0:16 stove: so good\n0:07 kettle: lovely\n5\nReply\n"
        "@pat\n2 days ago\n0:25 bridge: no\n0:00 river: yes\n3\nReply\n"
    )
    assert [comment.author for comment in page.comments] == ["@una", "@pat"]


REMARKS = "".join(
    f"@{name}\n2 days ago\n{text}\n{n}\nReply\n"
    for n, (name, text) in enumerate(
        [("ana", "What a calm film."), ("bo", "At 0:16 she lights it."), ("cy", "More of this.")]
    )
)


@pytest.mark.parametrize("order", [("{chat}", "{remarks}"), ("{remarks}", "{chat}")])
def test_glued_messages_beside_comments_need_no_heading(order: tuple[str, str]) -> None:
    text = "\n".join(order).format(chat=_chat("{time}{name}{text}\n"), remarks=REMARKS)
    said = _said(text)
    assert set(SAID) < set(said)
    assert ("@ana", "What a calm film.") in said
    assert len(said) == len(SAID) + 3


def test_a_glued_transcript_beside_comments_is_no_chat() -> None:
    page = read_page(PAGE + SPEECH.replace("\nThis", "This").replace("\n", "") + "\n" + REMARKS)
    assert all(comment.author in {"@ana", "@bo", "@cy"} for comment in page.comments)
    rows = "".join(f"{n // 60}:{n % 60:02}And then it was day {n} of it\n" for n in range(0, 90, 9))
    page = read_page(PAGE + "Transcript\n" + rows + REMARKS)
    assert all(comment.author in {"@ana", "@bo", "@cy"} for comment in page.comments)
