"""Who speaks: names before words, and what looks like one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarizer import Cue, read_page, split_sentences
from summarizer.page.parts.speakers.labels import MOST_COLONS

Said = list[tuple[str | None, str]]


def srt(*texts: str) -> str:
    times = [f"00:{i // 6:02}:{i % 6 * 9:02},000" for i in range(len(texts) + 1)]
    blocks = zip(times, times[1:], texts, strict=False)
    return "".join(f"{begin} --> {end}\n{text}\n\n" for begin, end, text in blocks)


def said(text: str, name: str | None = None) -> Said:
    return [(cue.speaker, cue.text) for cue in read_page(text, name).transcript]


def speakers(*texts: str) -> list[str | None]:
    return [speaker for speaker, _ in said(srt(*texts))]


def test_a_name_glued_to_the_sentence_before_begins_a_turn() -> None:
    assert said(srt("What do bees like?EM: Blue ones.", "JB: And then?", "EM: Honey.")) == [
        (None, "What do bees like?"),
        ("EM", "Blue ones."),
        ("JB", "And then?"),
        ("EM", "Honey."),
    ]


PANEL = (
    "Anna Berg: Welcome to the evening, and thank you all for coming in this rain.\n"
    "Per Holm: The wheel comes first, because nothing turns without it in our house.\n"
    "Mara Quist: From the bakery one can only say that flour is never the same twice.\n"
)


@pytest.mark.parametrize(
    "listed",
    [
        "Panel: Anna Berg, Per Holm and Mara Quist",
        "Teilnehmer: Anna Berg, Per Holm, Mara Quist",
        "Attendees\nAnna Berg\nPer Holm\nMara Quist",
        "Participants:\n- Anna Berg, miller\n- Per Holm (carpenter)\n- Mara Quist",
    ],
)
def test_names_said_once_are_those_of_people_where_the_page_lists_them(listed: str) -> None:
    cues = said(f"An evening at the mill\n{listed}\n\n{PANEL}")[-3:]
    assert [who for who, _ in cues] == ["Anna Berg", "Per Holm", "Mara Quist"]
    assert not any(who in text for who, text in cues if who)


@pytest.mark.parametrize(
    "above", ["", "Birds of the valley: Anna Berg, Per Holm", "Presents\nAnna Berg\nPer Holm"]
)
def test_names_said_once_are_nobodys_where_nothing_says_that_they_are_people(above: str) -> None:
    assert {who for who, _ in said(f"An evening at the mill\n{above}\n\n{PANEL}")} == {None}


def test_initials_glued_to_a_sentence_are_names_though_each_is_said_once() -> None:
    text = "Was it open?AB: Yes, and people came. What was lacking?CD: Nothing at all, I believe."
    cues = said(srt(text, "Then the water came.", *(f"On day {n} it rose." for n in range(40))))
    assert cues[:4] == [
        (None, "Was it open?"),
        ("AB", "Yes, and people came. What was lacking?"),
        ("CD", "Nothing at all, I believe."),
        ("CD", "Then the water came."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Was it open?EM: Yes, it was.",
        "We went home.PS: Bring bread. And then we slept.",
        "It works.NASA: a success.ESA: a failure.",
    ],
)
def test_initials_of_one_alone_glued_once_name_nobody(text: str) -> None:
    assert {who for who, _ in said(srt(text, "Then the water came."))} == {None}


def test_a_known_name_inside_a_line_begins_a_turn_unless_it_is_told() -> None:
    lines = ("Tom: We sort by hand and", "it is faster Sarah: Creating it", "took years.")
    more = ("Tom: And before?", "Sarah: We had tables. I told Tom: Never again.", "Tom: Right.")
    assert said(srt(*lines, *more)) == [
        ("Tom", "We sort by hand and"),
        ("Tom", "it is faster"),
        ("Sarah", "Creating it"),
        ("Sarah", "took years."),
        ("Tom", "And before?"),
        ("Sarah", "We had tables. I told Tom: Never again."),
        ("Tom", "Right."),
    ]


def test_names_that_only_stand_inside_lines_are_found() -> None:
    lines = (
        "so we saw it Anna: That was fun",
        "and big Boris: Very big",
        "indeed Anna: And we left",
    )
    assert speakers(*lines, "for home Boris: By train") == [
        *(None, "Anna", "Anna", "Boris", "Boris", "Anna", "Anna", "Boris")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ANNA: {}", "BORIS: {}"),
        (">> ANNA: {}", ">> BORIS: {}"),
        ("- Anna: {}", "- Boris: {}"),
        ("[ANNA] {}", "[BORIS] {}"),
        ("(ANNA) {}", "(BORIS) {}"),
        ("[Anna]: {}", "[Boris]: {}"),
        ("Anna Berg (Acme): {}", "Boris Klein (Shed Ltd): {}"),
        ("Speaker 1: {}", "Speaker 2: {}"),
        ("SPEAKER_00: {}", "SPEAKER_01: {}"),
        ("Dr. Smith: {}", "Ms. O'Neil: {}"),
        ("J. R. Bell: {}", "D.K.: {}"),
        ("Anna : {}", "Bruno : {}"),
        ("Анна: {}", "Борис: {}"),
        ("Άννα: {}", "Νίκος: {}"),
        ("سارة: {}", "خالد: {}"),
        ("דנה: {}", "יוסי: {}"),
        ("राम: {}", "सीता: {}"),
        ("진행자: {}", "김철수: {}"),
        ("主持人：{}", "李明：{}"),
        ("**Anna:** {}", "**Boris:** {}"),
    ],
)
def test_all_usual_spellings_of_names_are_read(first: str, second: str) -> None:
    words = ("Welcome.", "Good to be here.", "How is the boat?", "It floats.")
    lines = [form.format(x) for form, x in zip((first, second) * 2, words, strict=True)]
    found = said(srt(*lines))
    assert [text for _, text in found] == list(words)
    one, two = (found[0][0], found[1][0])
    assert one
    assert two
    assert [speaker for speaker, _ in found] == [one, two, one, two]
    assert one != two
    assert one in first
    assert two in second


def test_in_chinese_a_name_may_follow_a_full_stop_without_a_blank() -> None:
    text = "主持人：欢迎来到工作室。李明：很高兴来这里。主持人：船怎么样了？李明：它能浮起来了。\n"
    assert [speaker for speaker, _ in said(text)] == ["主持人", "李明"] * 2


def test_who_speaks_once_is_named_where_nearly_every_line_begins_with_a_name() -> None:
    lines = (
        "Anna: Hello.",
        "Boris: Hello.",
        "Anna: The mast?",
        "Carla: I built it.",
        "Boris: Ash.",
    )
    assert speakers(*lines) == ["Anna", "Boris", "Anna", "Carla", "Boris"]


def test_a_role_may_have_an_article() -> None:
    lines = ("MR. BELL: I object.", "THE COURT: Why?", "MR. BELL: So.", "The judge left.")
    assert speakers(*lines, "THE BAKER: I saw it.", "THE COURT: Go on.") == [
        *("MR. BELL", "THE COURT", "MR. BELL", "MR. BELL", "THE BAKER", "THE COURT")
    ]
    others = ("Dr. Bell: I object.", "It is late.", "The Baker: I saw it.", "The President: Go on.")
    assert speakers(*others) == ["Dr. Bell", "Dr. Bell", None, "The President"]


def test_a_turn_mark_inside_a_pasted_line_ends_a_turn() -> None:
    page = read_page(
        "0:00\n>> ANNA: Hello there. >> Hi, I am new.\n0:05\nand I stay\n0:09\n>> ANNA: Good.\n"
        "0:12\n>> BORIS: Yes.\n"
    )
    assert [(cue.speaker, cue.text) for cue in page.transcript] == [
        *(("ANNA", "Hello there."), (None, "Hi, I am new."), (None, "and I stay")),
        *(("ANNA", "Good."), ("BORIS", "Yes.")),
    ]


def test_who_speaks_once_in_capitals_like_others_is_named() -> None:
    lines = ("HOST: Hello.", "GUEST: Hello.", "It rains.", "CALLER: When do I plant?", "In May?")
    assert speakers(*lines, "HOST: Yes.", "So it is.") == [
        *("HOST", "GUEST", "GUEST", "CALLER", "CALLER", "HOST", "HOST")
    ]


TALK = (
    *("Anna Berg: Bees dance.", "They hum, too.", "And they sting.", "Boris Klein: Wasps do not."),
    *("They sting more.", "{}", "The data are open.", "Anna Berg: Thank you.", "Boris Klein: Yes."),
)


@pytest.mark.parametrize(
    "doubtful",
    ["Sarah Chen: We measured it.", "Sarah: We measured it.", "Guy in the back: We did.",
     "Question: Who did?", "Frage: Wer war das?", ">> We measured it.", "- We measured it."],
)  # fmt: skip
def test_where_it_is_not_sure_who_speaks_nobody_is_named_until_the_next_sure_name(
    doubtful: str,
) -> None:
    found = said(srt(*(line.format(doubtful) for line in TALK)))
    assert [speaker for speaker, _ in found[4:]] == [
        *("Boris Klein", None, None, "Anna Berg", "Boris Klein")
    ]
    assert found[5][1] == doubtful.lstrip(">- ")


@pytest.mark.parametrize(
    "plain",
    ["Note: it is warm.", "Warning: they sting.", "Step 1: go.", "The following: bees.", "One: go.",
     "It is 10:30: late.", "See http://example.org.", "Psalm 23: The Lord.", "John 3:16 says.",
     "Achtung: Bienen.", "Attention : abeilles.", "Внимание: пчёлы.", "注意：蜜蜂。",
     "ملاحظة: نحل."],
)  # fmt: skip
def test_what_opens_a_remark_is_no_name_and_changes_no_speaker(plain: str) -> None:
    found = said(srt(*(line.format(plain) for line in TALK)))
    assert found[5] == ("Boris Klein", plain)


@pytest.mark.parametrize(
    "lines",
    [
        ("Two phones.", "Samsung: five days.", "Apple: one day.", "Samsung: red.", "Apple: blue."),
        ("Verbs.", "Example: I go.", "Good.", "Example: I went.", "Fine.", "Exception: I must."),
        ("Problem: It leaks.", "Solution: Use glue.", "Problem: It drips.", "Solution: Close it."),
        ("Three.", "Einstein: A man.", "The result: Honey.", "Rule one: Never run.", "So it is."),
        ("IT IS THIS: IT FLOATS.", "SO WE SAIL.", "THE BOAT: A GOOD ONE.", "THE MAST: TALL."),
        ("Question: How?", "Answer: So.", "Question: Who?", "Answer: Nobody."),
    ],
)
def test_a_talk_with_colons_has_no_speakers(lines: tuple[str, ...]) -> None:
    assert said(srt(*lines)) == [(None, line) for line in lines]


def test_two_names_in_a_row_that_are_said_once_may_be_a_list() -> None:
    lines = ("Anna: Two won.", "Boris: Who?", "Anna: These.", "Paris: The one.", "Rome: The other.")
    more = ("Boris: I see.", "Anna: Yes.")
    assert speakers(*lines, *more) == ["Anna", "Boris", "Anna", None, None, "Boris", "Anna"]


def test_a_sentence_that_goes_on_in_the_next_line_is_not_cut_at_a_colon() -> None:
    lines = ("Anna: I told you the", "Russian: one was best.", "Boris: It was.", "Anna: So.")
    assert said(srt(*lines))[1] == ("Anna", "Russian: one was best.")


def test_who_introduces_himself_may_be_named_once() -> None:
    lines = (
        "Hello, my name is Sarah Chen, and I build.",
        "With me is Tom.",
        "Sarah: So, the boat?",
    )
    assert speakers(*lines) == [None, None, "Sarah"]


def test_those_listed_above_a_meeting_may_be_named_once() -> None:
    text = (
        "Weekly round\nAttendees\nAnna Berg, Boris Klein, Sarah Chen\n\n"
        "Anna Berg: The roof leaks.\n\nIt has leaked since May.\n\nBoris Klein: I called them.\n\n"
        "They come on Friday.\n\nSarah Chen: The bucket is full.\n\nAnna Berg: Then we are done.\n"
    )
    assert ("Sarah Chen", "The bucket is full.") in said(text)


def test_the_description_of_a_page_tells_who_its_speakers_are() -> None:
    page = read_page(
        "Boat talk\nShed & Shavings\n12K subscribers\nSubscribe\n1,204 views  2 days ago\n"
        "In this episode Sarah Chen and Tom Holt talk about boats.\nTranscript\n"
        "0:00\nTom: Welcome to the shed.\n0:05\nSarah: Good to be here.\n0:09\nand it took years\n"
        "0:20\nTom: Who paid?\n"
    )
    assert [cue.speaker for cue in page.transcript] == ["Tom", "Sarah", "Sarah", "Tom"]


def test_sounds_in_brackets_are_no_speakers() -> None:
    lines = ("[SIGHS] It moved.", "[GRUNTS] Again.", "[SIGHS] And again.", "[GRUNTS] Fine.")
    assert speakers(*lines) == [None] * 4
    named = ("[ANNA] Hello.", "[BORIS] Hi.", "[LAUGHS] It moved.", "[ANNA] Yes.", "[BORIS] No.")
    assert speakers(*named) == ["ANNA", "BORIS", "BORIS", "ANNA", "BORIS"]


def test_a_heading_of_a_name_and_a_time_needs_no_second_turn() -> None:
    names = ("Anna Berg", "Boris Klein", "Carl Orff")
    text = "".join(
        f"{name} 00:1{i}\nWords of {name} stand here.\n\n" for i, name in enumerate(names)
    )
    page = read_page(f"Shed meeting\n\n{text}")
    assert [(c.speaker, c.start) for c in page.transcript] == [
        *zip(names, (10, 11, 12), strict=True)
    ]


def test_no_sentence_runs_over_the_border_of_a_turn_or_holds_a_label() -> None:
    page = read_page(
        srt(">> hello there how are you", ">> fine and the boat", "floats >> good", ">> yes")
    )
    assert [cue.turn for cue in page.transcript] == [True, True, False, True, True]
    texts = [sentence.text for sentence in split_sentences(page.transcript, "en")]
    assert texts == ["hello there how are you", "fine and the boat floats", "good", "yes"]
    two = [Cue("we go", 0.0, turn=True), Cue("home", 1.0), Cue("we stay", 2.0, turn=True)]
    assert [s.text for s in split_sentences(two, "en")] == ["we go home", "we stay"]


def test_chapters_keep_their_place_where_a_cue_becomes_two_turns() -> None:
    page = read_page(
        '{"segments":[{"start":1,"end":2,"text":"ANNA: Hello. BORIS: Hi."},'
        '{"start":5,"end":6,"text":"ANNA: A boat. BORIS: Yes."}],'
        '"chapters":[{"start_time":5,"title":"The boat"}]}'
    )
    assert [cue.speaker for cue in page.transcript] == ["ANNA", "BORIS"] * 2
    assert [(chapter.title, chapter.cue) for chapter in page.chapters] == [("The boat", 2)]


def test_no_word_is_lost_of_a_line_with_more_labels_than_are_looked_at() -> None:
    turns = [f"{'AB'[i % 2]}A: word{i} more." for i in range(MOST_COLONS + 50)]
    cues = said(srt(" ".join(turns), "AA: And so on."))
    assert [who for who, _ in cues[:3]] == ["AA", "BA", "AA"]
    assert all(f"word{i} " in text for i, (_, text) in enumerate(cues[: MOST_COLONS - 1]))
    assert cues[MOST_COLONS - 1][1].count("word") == len(turns) - MOST_COLONS + 1


ONCE = (
    "{}I bake here on Fridays, and people come from far.",
    "{}We cleaned the wheel, and my brother the pond.",
    "{}You should see the grain of last autumn.",
    "{}And who pays for the rope?",
)
PEOPLE = ("Anna Berg", "Per Holm", "Mara Quist", "Jon Ek")


@pytest.mark.parametrize("form", ["{}: ", "{} – ", "[{}] ", "**{}:** "])
def test_who_speaks_once_is_named_where_all_lines_begin_so_and_go_on_as_people_speak(
    form: str,
) -> None:
    lines = [words.format(form.format(who)) for who, words in zip(PEOPLE, ONCE, strict=True)]
    assert said("\n".join(lines)) == [
        (who, words.format("")) for who, words in zip(PEOPLE, ONCE, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Old Bread: two days old is best.\nWarm Milk: half a litre.\nBrown Sugar: one spoon.\n"
            "Ground Cinnamon: a little of it."
        ),
        (
            "Old Bridge – it was built by monks.\nSalt Market – salt was sold here.\n"
            "Fish Gate – the way to the harbour.\nBell Tower – two hundred steps."
        ),
        "Anna Berg: a miller\nPer Holm: a carpenter\nMara Quist: a baker\nJon Ek: my guest",
    ],
)
def test_a_list_names_nobody_who_speaks(text: str) -> None:
    assert {who for who, _ in said(text)} == {None}


def test_a_role_or_several_names_in_brackets_behind_dashes_speak_though_each_is_said_once() -> None:
    text = "- [Narrator] The wheel turns.\nIt is old.\n- [Per] How old?\nVery old."
    assert said(text) == [
        ("Narrator", "The wheel turns."),
        ("Narrator", "It is old."),
        ("Per", "How old?"),
        ("Per", "Very old."),
    ]
    assert {who for who, _ in said("- [Laughter] The wheel turns.\nIt is old.")} == {None}


TIMED_CUES = {
    "en": "- [Instructor]",
    "de": "- [Dozentin]",
    "fr": "- [Formatrice]",
    "es": "- [Instructora]",
    "pt": "- [Instrutor]",
    "it": "- [Istruttrice]",
    "nl": "- [Docent]",
    "pl": "- [Wykładowca]",
    "ru": "- [Преподаватель]",
    "tr": "- [Eğitmen]",
    "id": "- [Instruktur]",
    "ja": "- [講師]",
    "ko": "- [강사]",
    "zh": "- [讲师]",
}


@pytest.mark.parametrize("label", TIMED_CUES.values(), ids=TIMED_CUES)
def test_who_teaches_is_named_once_behind_a_time_and_a_dash(label: str) -> None:
    for time in ("0:0{} ", "0:0{}\n", "**[0:0{}](https://a.test/c)** "):
        cues = "".join(f"{time.format(i)}{words}\n" for i, words in enumerate(ASKED, start=2))
        page = read_page(f"The wheel\n\n{time.format(0)}{label} It turns in winter.\n{cues}")
        assert {cue.speaker for cue in page.transcript} == {label[3:-1]}
        assert page.transcript[0].text == "It turns in winter."


ASKED = ("Water comes from the pond above.", "The pond freezes in January.", "Then we wait.")
SIGNED = {
    "ko": ("진행자: {}", "손님(여): {}", "손님(남): {}"),
    "ja": ("司会：{}", "客（女）：{}", "客（男）：{}"),
    "zh": ("主持人：{}", "顾客（女）：{}", "顾客（男）：{}"),
    "de": ("Moderatorin: {}", "Kunde (w): {}", "Kunde (m): {}"),
    "ru": ("Ведущая: {}", "Покупатель (ж): {}", "Покупатель (м): {}"),
    "en": ("Host: {}", "Customer (F): {}", "Customer (M): {}"),
}


@pytest.mark.parametrize("forms", SIGNED.values(), ids=SIGNED)
def test_two_of_one_kind_are_told_apart_by_the_sign_behind_them(forms: Sequence[str]) -> None:
    lines = [form.format(words) for form, words in zip(forms, ASKED, strict=True)]
    wanted = [form.partition(":")[0].partition("：")[0] for form in forms]
    assert speakers(*lines, lines[0]) == [*wanted, wanted[0]]


def test_what_somebody_is_stands_behind_a_name_where_it_is_first_heard() -> None:
    text = (
        "ANNA BERG, HOST:\n\nFor thirty years the mill stood empty.\n\n(SOUNDBITE OF WATER)\n\n"
        "BERG: Then two people came.\n\nPER HOLM, BYLINE: We cleaned the wheel first.\n\n"
        "HOLM: Nothing turns without it.\n\nBERG: So it is."
    )
    assert [who for who, _ in said(text)] == [
        "ANNA BERG",
        "ANNA BERG",
        "BERG",
        "PER HOLM",
        "HOLM",
        "BERG",
    ]
