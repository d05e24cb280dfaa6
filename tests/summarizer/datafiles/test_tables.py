from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import read_page
from summarizer.datafiles import tables
from summarizer.model import Comment, Cue
from tests.summarizer.promise import keeps_its_promise


def test_a_table_of_comments_gives_author_likes_age_and_reply() -> None:
    got = read_page(
        "\ufeffvideo_id,Author Name,Comment,Like Count,Published At,Is Reply\r\n"
        'aB3_dE-9xYw,@ana,"Lovely, really\nlovely ""bees""",12,2024-05-01,False\r\n'
        "aB3_dE-9xYw,@bo,Why?,,2024-05-02,True\r\n".encode()
    )
    assert got.comments == (
        Comment('Lovely, really\nlovely "bees"', "@ana", 12, "2024-05-01"),
        Comment("Why?", "@bo", None, "2024-05-02", reply=True),
    )
    assert got.url == "https://www.youtube.com/watch?v=aB3_dE-9xYw"


@pytest.mark.parametrize(
    "text",
    [
        "author;text;votes\nana;Lovely bees;3\nbo;Why though?;0\n",
        "author\ttext\tvotes\nana\tLovely bees\t3\nbo\tWhy though?\t0\n",
        'sep=|\nauthor|text|votes\nana|"Lovely bees"|3\nbo|Why though?|0\n',
        "Benutzer,Kommentar,Likes\nana,Lovely bees,3\nbo,Why though?,0\n",
        "пользователь,комментарий,лайки\nana,Lovely bees,3\nbo,Why though?,0\n",
        "Author,Comments,Likes\nana,Lovely bees,3\nbo,Why though?,0\n",
        "\n,author,comment,likes\n0,ana,Lovely bees,3\n1,bo,Why though?,0\n\n",
    ],
    ids=["semicolons", "tabs", "stated", "german", "russian", "plural", "numbered"],
)
def test_tables_of_many_tools(text: str) -> None:
    assert read_page(text).comments == (
        Comment("Lovely bees", "ana", 3),
        Comment("Why though?", "bo", 0),
    )


def test_a_column_alone_is_a_list_of_comments() -> None:
    assert [c.text for c in read_page("comment\nLovely bees\nWhy though?\n").comments] == [
        "Lovely bees",
        "Why though?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "start\tend\ttext\n1500\t4000\tBees dance all day.\n5000\t8000\tThey find the way.\n",
        (
            "start,end,text\n00:00:01.500,00:00:04.000,Bees dance all day.\n"
            "00:00:05.000,00:00:08.000,They find the way.\n"
        ),
        "1.500000\t4.000000\tBees dance all day.\n5.000000\t8.000000\tThey find the way.\n",
        "text,start,duration\nBees dance all day.,1.5,2\nThey find the way.,5.0,3\n",
    ],
    ids=["whisper", "clock", "audacity", "seconds"],
)
def test_tables_of_timed_text_are_speech(text: str) -> None:
    assert read_page(text).transcript == (
        Cue("Bees dance all day.", 1.5),
        Cue("They find the way.", 5.0),
    )


def test_times_beside_single_letters_are_the_start_of_what_is_said() -> None:
    page = tables.read("".join(f"0:{n:02}\t{letter}\n" for n, letter in enumerate("abcdefghij")))
    assert page
    assert page.transcript[0].start == 0.0
    assert page.transcript[0].text.startswith("a")
    assert page.comments == ()


def test_a_table_that_breaks_off_gives_its_first_rows() -> None:
    got = read_page('author,comment\nana,Lovely bees\nbo,"Why thou')
    assert [c.text for c in got.comments] == ["Lovely bees", "Why thou"]


@pytest.mark.parametrize(
    "text",
    ["A talk, in text form\nHello, everyone\nand welcome, all of you", "text\n", "comment"],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert read_page(text).comments == ()


@given(st.text(alphabet='comment,\t;|"\n text\0', max_size=80))
def test_any_table_is_a_page_or_advice(text: str) -> None:
    assert keeps_its_promise("author,comment\n" + text)


EXPECTED = [("Anna", "Did you all see it?", 5), ("Boris", "Yes; forty.", 12)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "| Author | Comment | Likes |\n|---|:---:|---|\n| Anna | Did you all see it? | 5 |\n"
            "| Boris | Yes; forty. | 12 |\n"
        ),
        (
            '"Exported from","https://example.org/v"\n"Comments","2"\n\n'
            '"#","Author","Likes","Text"\n'
            '"1","Anna","5","Did you all see it?"\n"2","Boris","12","Yes; forty."\n'
        ),
        (
            '"","Name (click to view profile)","Profile ID","Likes","Comment","(view source)"\n'
            '"1","Anna","@a","5","Did you all see it?","view"\n'
            '"2","Boris","@b","12","Yes; forty.","v"\n'
        ),
        (
            'Author,Likes,Comment Text\nAnna,5,"{""text"":""Did you all see it?""}"\n'
            'Boris,12,"{""text"":""Yes; ""},{""text"":""forty.""}"\n'
        ),
    ],
    ids=["Markdown", "below a preamble", "remarks in the head", "pieces as Takeout has them"],
)
def test_comments_are_found_in_tables_as_tools_write_them(text: str) -> None:
    assert [(c.author, c.text, c.likes) for c in read_page(text).comments] == EXPECTED


def test_a_menu_with_bars_above_a_discussion_is_no_table() -> None:
    page = read_page(
        "Example News new | past | comments | ask | submit\tlogin\nA canoe planner\n"
        "212 points by shedder 9 hours ago | hide | past | 2 comments\n\n"
        "plyfan 8 hours ago | next [–]\n\nThe offsets were right.\n\nreply\n\n"
        "shedder 7 hours ago | parent | next [–]\n\nGood!\n\nreply\n"
    )
    assert (page.title, page.comments_stated) == ("A canoe planner", 2)
    assert [(c.author, c.text) for c in page.comments] == [
        ("plyfan", "The offsets were right."),
        ("shedder", "Good!"),
    ]


def test_a_table_without_a_head_is_told_by_its_column_of_handles() -> None:
    page = read_page(
        '@ada,"Nice one, really",2024-01-01,3\n@bo,Hm,2024-01-02,0\n@cy,Ok,2024-01-03,1\n'
    )
    assert [(c.author, c.text, c.likes) for c in page.comments] == [
        ("@ada", "Nice one, really", 3),
        ("@bo", "Hm", 0),
        ("@cy", "Ok", 1),
    ]


def test_lines_that_speak_to_people_are_no_table() -> None:
    page = read_page("@ada it floats, I hope, so\nhello, @bo, I saw\n@cy thanks, fine, then\n")
    assert not any(c.author for c in page.comments)


def test_few_words_far_apart_are_timed_by_their_clocks() -> None:
    page = read_page("Start,Text\n0:05,Bees.\n59:00,End.\n")
    assert [cue.start for cue in page.transcript] == [5.0, 3540.0]


def test_separators_alone_are_no_table() -> None:
    for separator in "\t,;|":
        assert keeps_its_promise(separator * 9)
