"""Interviews as editors write them down: a line has a clock, who speaks, what he is, the words."""

from __future__ import annotations

from html import escape
from itertools import cycle

import pytest

from summarizer import Page, read_page

TITLE = "A night with the bakers"
PEOPLE = (("Ines Moll", "editor"), ("Karl Otto Brandt", "master baker, third generation"))
WORDS = (
    "Why do you get up at two?",
    "Because the dough does not wait, and my father taught me so.",
    "Did you ever want to do something else?",
    "I wanted to go to sea. Then the oven broke, and I stayed.",
    "Who helps you?",
    "My daughter does, since the summer.",
)
TIMES = ("00:18", "02:40", "05:02", "07:31", "07:50", "11:15")
STARTS = [18, 160, 302, 451, 470, 675]

SHAPES = {
    "role in brackets": "{time} {name} ({role}): {words}",
    "dash behind the time": "{time} – {name} ({role}): {words}",
    "time in brackets, role behind a comma": "[{time}] {name}, {role}: {words}",
    "time in round brackets": "({time}) {name} ({role}): {words}",
    "role behind a dash": "[{time}] {name} – {role}: {words}",
    "role in square brackets": "{time} {name} [{role}]: {words}",
    "time behind the role": "{name} ({role}), {time}: {words}",
    "time in brackets behind the role": "{name} ({role}) [{time}]: {words}",
    "time beside the role": "{name} ({role}, {time}): {words}",
    "all behind commas": "{name}, {role}, {time}: {words}",
    "no role": "{time} {name}: {words}",
    "no role, time behind the name": "{name}, {time}: {words}",
    "Markdown": "**{time}** **{name}** ({role}): {words}",
    "Markdown, time behind": "**{name} ({role}), {time}:** {words}",
    "dots in the time": "{dotted} {name} ({role}): {words}",
    "a colon behind the time": "{time}: {name} ({role}): {words}",
    "wide marks": "{time} {name}（{role}）：{words}",
    "a blank before the colon": "{time} {name} ({role}) : {words}",
}


def turns(shape: str) -> list[str]:
    """The lines of the interview in a shape."""
    return [
        shape.format(time=time, dotted=time.replace(":", "."), name=name, role=role, words=words)
        for time, (name, role), words in zip(TIMES, cycle(PEOPLE), WORDS, strict=False)
    ]


def as_html(lines: list[str], below: str = "") -> str:
    """A saved page with the lines as paragraphs."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    menu = "".join(f'<a href="/{n}">{n}</a> ' for n in ("Start", "Bread", "Shops", "Imprint"))
    return (
        f"<!doctype html><html><head><title>{TITLE}</title></head><body><div>{menu}</div>"
        f"<h1>{TITLE}</h1>{paragraphs}{below}<div>© The Mill Gazette</div></body></html>"
    )


def assert_told(page: Page) -> None:
    """The words, their times and speakers are those of the interview."""
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert [cue.start for cue in page.transcript] == STARTS
    assert [cue.speaker for cue in page.transcript] == [PEOPLE[i % 2][0] for i in range(len(WORDS))]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_pasted_interview_has_times_and_speakers_without_their_roles(shape: str) -> None:
    page = read_page("\n".join([TITLE, "", *turns(shape)]))
    assert_told(page)
    assert page.title == TITLE


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_so_has_one_in_a_saved_page_below_a_long_article(shape: str) -> None:
    article = [f"Paragraph {i} tells how the street smells before it is light." for i in range(20)]
    page = read_page(as_html([*article, *turns(shape)]), "bakers.html")
    assert_told(page)
    assert page.title == TITLE
    assert article[0] in page.description
    assert article[-1] in page.description


def test_what_stands_below_it_is_no_part_of_the_last_turn() -> None:
    below = "The talk ended at four. Its recording is kept in the archive."
    page = read_page(as_html([*turns(SHAPES["role in brackets"]), below]))
    assert_told(page)
    assert below in page.description


def test_a_turn_of_several_paragraphs_is_one() -> None:
    second = "And that is how it went."
    lines = [line for turn in turns(SHAPES["role in brackets"]) for line in (turn, second)]
    page = read_page("\n\n".join([TITLE, *lines, "We thank the bakery for its time."]))
    assert [cue.text for cue in page.transcript] == [f"{words}\n\n{second}" for words in WORDS]


def test_a_discussion_below_stays_one() -> None:
    comments = "\n".join(
        f"@{name}\n2 days ago\n{words}\n5\nReply"
        for name, words in (("rye", "What a life!"), ("oat", "2:40 Ines Moll (editor): so good"))
    )
    text = f"{TITLE}\n" + "\n".join(turns(SHAPES["role in brackets"])) + f"\n2 Comments\n{comments}"
    page = read_page(text)
    assert_told(page)
    assert [comment.author for comment in page.comments] == ["@rye", "@oat"]


def test_people_who_speak_once_each_are_told_by_their_roles() -> None:
    names = ("Ines Moll", "Karl Brandt", "Eva Stern", "Paul Rot")
    lines = (f"{t} {n} (guest): {w}" for t, n, w in zip(TIMES, names, WORDS, strict=False))
    page = read_page("\n".join([TITLE, "", *lines]))
    assert [cue.speaker for cue in page.transcript] == list(names)


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (
            ("山田花子（記者）", "鈴木一郎（パン職人）"),
            (
                "なぜ二時に起きるのですか。",
                "生地は待ってくれません。",
                "誰が手伝いますか。",
                "娘です。",
            ),
        ),
        (
            ("王芳（记者）", "李强（面包师）"),
            ("您为什么两点起床？", "面团不等人。", "谁帮您？", "我女儿。"),
        ),
        (
            ("Нина Орлова (редактор)", "Пётр Гусев (пекарь)"),
            ("Почему вы встаёте в два?", "Тесто не ждёт.", "Кто вам помогает?", "Моя дочь."),
        ),
        (
            ("ليلى حسن (صحفية)", "عمر سالم (خباز)"),
            ("لماذا تستيقظ في الثانية؟", "العجين لا ينتظر.", "من يساعدك؟", "ابنتي."),
        ),
        (
            ("สมหญิง ใจงาม (นักข่าว)", "มานพ รักดี (คนทำขนมปัง)"),
            ("ทำไมคุณตื่นตีสอง?", "แป้งไม่รอ", "ใครช่วยคุณ?", "ลูกสาวของผม"),
        ),
    ],
    ids=["ja", "zh", "ru", "ar", "th"],
)
@pytest.mark.parametrize("shape", ["{time} {who}: {words}", "{who}, {time}: {words}"])
def test_other_scripts_are_read_alike(
    people: tuple[str, str], words: tuple[str, ...], shape: str
) -> None:
    rows = zip(TIMES, cycle(people), words, strict=False)
    page = read_page("\n".join(shape.format(time=t, who=who, words=w) for t, who, w in rows))
    names = [who.partition("（")[0].partition(" (")[0] for who in people] * 2
    assert [(c.speaker, c.text) for c in page.transcript] == list(zip(names, words, strict=True))
    assert [cue.start for cue in page.transcript] == STARTS[:4]


def test_chapters_that_name_who_speaks_are_no_interview() -> None:
    chapters = (
        "0:00 Ines Moll (Mill): Rye\n12:30 Karl Brandt (Oven): Wheat\n"
        "25:00 Ines Moll (Mill): Oats\n35:00 Karl Brandt (Oven): Spelt"
    )
    head = "All about flour\nThe Mill\n12.3K subscribers\nSubscribe\n1,204 views  Mar 3, 2025"
    below = "All about flour in one day, and what it does for us."
    discussion = "1 Comment\nSort by\n@rye\n2 days ago\nNice\nReply"
    page = read_page(f"{head}\n{chapters}\n{below}\n{discussion}")
    assert not page.transcript
    assert [chapter.start for chapter in page.chapters] == [0, 750, 1500, 2100]


def test_hours_of_a_chat_are_no_times_of_an_interview() -> None:
    page = read_page(
        "Ines Moll, 21:15: Hi there.\nKarl Brandt, 21:15: Hello, how are you?\n"
        "Ines Moll, 21:16: Fine. Are you coming?\nKarl Brandt, 21:17: Yes, I am.\n"
    )
    assert all(cue.start is None for cue in page.transcript)


def test_a_name_in_a_table_cell_has_its_role_behind_it() -> None:
    rows = "".join(
        f"<tr><td>00:{10 + 4 * i}</td><td>{name} ({role})</td><td>{words}</td></tr>"
        for i, ((name, role), words) in enumerate(zip(cycle(PEOPLE), WORDS, strict=False))
    )
    page = read_page(f"<html><body><h1>{TITLE}</h1><table>{rows}</table></body></html>")
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert [cue.speaker for cue in page.transcript] == [name for name, _ in PEOPLE] * 3
