"""Posts of social networks in words that no table has: their structure tells who wrote what."""

from __future__ import annotations

import pytest

from summarizer.page import read_text

TOP = "Zup\n\nPlim vorig nax\nKolvar\n"
MAIN = (
    "Ana Berg\n@anaberg\nThe bridge is open again. Bring a coat.\n"
    "9:15 xm · 12 zor 2026\n·\n18.4K\n Gluv"
)
BEN = "Ben\n@ben_b\n·\n13 zor\nWhich side is it on?\n2\n14"
CARLA = "Carla D.\n@carla\n·\n2q\nStill no light there\n3"
CARD = "Ploxi nar\nAna Berg\n@anaberg\nBridges and rivers\nVrik tolm\n#Zop"
ANSWERS = [
    ("@ben_b", "13 zor", "Which side is it on?"),
    ("@carla", "2q", "Still no light there"),
]


def test_a_post_and_its_answers_are_read_in_an_unknown_language() -> None:
    page = read_text(f"{TOP}{MAIN}\n{BEN}\n{CARLA}\n{CARD}")
    assert (page.title, page.channel) == ("The bridge is open again.", "Ana Berg")
    assert [cue.text for cue in page.transcript] == ["The bridge is open again. Bring a coat."]
    assert [(c.author, c.age, c.text) for c in page.comments] == ANSWERS


def test_a_card_of_the_author_is_no_part_of_an_answer_without_counters() -> None:
    answer = "Ben\n@ben_b\n·\n13 zor\nWhich side is it on?"
    page = read_text(f"{TOP}{MAIN}\n{answer}\n{CARD}")
    assert [c.text for c in page.comments] == ["Which side is it on?"]


def test_the_authors_own_posts_are_said_and_only_answers_are_comments() -> None:
    more = "Ana Berg\n@anaberg\n·\n12 zor\n2/ It has a rail now.\n1\n2\n96\n1.4K"
    page = read_text(f"{TOP}{MAIN}\n{more}\n{BEN}\n{CARLA}")
    assert [cue.text for cue in page.transcript][1:] == ["2/ It has a rail now."]
    assert [c.author for c in page.comments] == ["@ben_b", "@carla"]


def test_likes_are_read_where_all_counters_are_shown() -> None:
    page = read_text(f"{TOP}{MAIN}\n{BEN}\nDora\n@dora\n·\n1q\nAt last!\n2\n8\n96\n1.4K")
    assert [c.likes for c in page.comments] == [None, 96]


def test_what_the_post_answers_stands_above_it() -> None:
    page = read_text(f"{TOP}{BEN}\n{MAIN}\n{CARLA}")
    assert page.channel == "Ana Berg"
    assert [c.author for c in page.comments] == ["@ben_b", "@carla"]


def test_a_post_that_is_quoted_is_no_comment() -> None:
    head, _, date = MAIN.partition("\n9:15")
    quoted = f"{head}\nFlib\nEva\n@eva\n·\n1 zor\nThe old one fell.\n9:15{date}"
    page = read_text(f"{TOP}{quoted}\n{BEN}")
    assert page.description == "Eva: The old one fell."
    assert [cue.text for cue in page.transcript] == ["The bridge is open again. Bring a coat."]
    assert [c.author for c in page.comments] == ["@ben_b"]


def test_a_name_on_a_line_of_its_own_goes_back_into_its_sentence() -> None:
    said = "We asked \n@eva\n to look, and \n@finn\n, who built it."
    page = read_text(f"{TOP}{MAIN}\nBen\n@ben_b\n·\n13 zor\n{said}\n2")
    assert page.comments[0].text == "We asked @eva to look, and @finn, who built it."


@pytest.mark.parametrize("menu", ["Conversation", "Unterhaltung", "Conversa", "会話", "Sohbet"])
def test_the_readers_own_name_in_the_menu_is_nobodys_post(menu: str) -> None:
    page = read_text(f"Reader\n@reader\n{menu}\n{MAIN}\n{BEN}")
    assert page.channel == "Ana Berg"


def test_comments_below_a_video_are_no_posts() -> None:
    video = "How bread rises\nKitchen\n12K subscribers\nSubscribe\n3,204 views  2 weeks ago\nYeast."
    said = (
        "2 Comments\nAnn\n@ann\n3 days ago\nI bake.\n3\nReply\nBob\n@bob\n1 day ago\nI eat.\nReply"
    )
    page = read_text(f"{video}\n{said}")
    assert page.title == "How bread rises"
    assert [c.author for c in page.comments] == ["@ann", "@bob"]


def test_a_list_of_posts_without_one_that_it_is_about_is_a_discussion() -> None:
    page = read_text(f"{BEN}\n{CARLA}")
    assert [(c.author, c.age, c.text) for c in page.comments] == ANSWERS
    assert not page.transcript


@pytest.mark.no_cover
def test_many_names_cost_no_more_than_they_are_long() -> None:
    page = read_text(f"{TOP}{MAIN}\n" + "Ben\n@ben\n·\n1q\nYes.\n2\n" * 3000)
    assert len(page.comments) == 3000
    page = read_text(f"{TOP}{MAIN}\n" + "Ana Berg\n@anaberg\n·\n1q\nYes.\n2\n" * 3000)
    assert len(page.transcript) == 3001
    page = read_text(f"{TOP}{MAIN}\n{BEN}\n" + "@eva\n" * 15000)
    assert page.channel == "Ana Berg"


THREADS = {
    "es": ("Mostrar más", "Postea tu respuesta", "Responder", "Relevante", "mil"),
    "ru": ("Показать ещё", "Опубликовать ответ", "Ответить", "Актуальные", "тыс."),
    "ja": ("さらに表示", "返信をポスト", "返信", "関連性", "万"),
    "th": ("แสดงเพิ่มเติม", "โพสต์การตอบกลับของคุณ", "ตอบกลับ", "ความเกี่ยวข้อง", "พัน"),
    "eu": ("Gehiago erakutsi", "Argitaratu zure erantzuna", "Erantzun", "Garrantzitsuenak", "mila"),
    "invented": ("", "Ploster ti retvo", "Retvar", "Rilvanto", "k"),
}


@pytest.mark.parametrize("words", THREADS.values(), ids=THREADS)
def test_counters_and_buttons_below_the_last_post_of_a_thread_are_not_said(
    words: tuple[str, str, str, str, str],
) -> None:
    more, post, reply, sort, thousand = words
    page = read_text(
        "Ida Fenn\n@ida_fenn\nWe bought the mill, and this is what we learnt. A thread\n"
        f"10:14 · 9 3. 2026\n·\n84,3 {thousand}\n Xyz\n41\n312\n2,1 {thousand}\n486\n"
        "Ida Fenn\n@ida_fenn\n·\n9 3.\n1/ Clean the wheel first, nothing turns without it.\n"
        f"6\n58\n611\n12 {thousand}\nIda Fenn\n@ida_fenn\n·\n9 3.\n"
        f"2/ Buy a long rope, for it takes a day.\n{more}\n3\n40\n502\n9 {thousand}\n"
        f"{post}\n\n{reply}\n{sort}\nPer Holm\n@per_holm\n·\n9 3.\nI was there on Friday.\n"
        f"1\n4\n133\n2 {thousand}\n"
    )
    assert [cue.text for cue in page.transcript] == [
        "We bought the mill, and this is what we learnt. A thread",
        "1/ Clean the wheel first, nothing turns without it.",
        "2/ Buy a long rope, for it takes a day.",
    ]
    assert [(comment.text, comment.likes) for comment in page.comments] == [
        ("I was there on Friday.", 133)
    ]


NETWORK = {
    "en": ("View {}’s  graphic link", "• 2nd", "• 3rd+", "2w •  2 weeks ago • Visible to anyone"),
    "de": (
        "Profil von {} anzeigen",
        "• 2.",
        "• 3.+",
        "2 Wochen •  Vor 2 Wochen • Für alle sichtbar",
    ),
    "fr": (
        "Voir le profil de {}",
        "• 2e",
        "• 3e et +",
        "2 sem. •  Il y a 2 semaines • Visible de tous",
    ),
    "es": ("Ver el perfil de {}", "• 2º", "• 3er+", "2 semanas •  Hace 2 semanas • Visible"),
}


@pytest.mark.parametrize("words", NETWORK.values(), ids=NETWORK)
def test_people_as_a_screen_reader_hears_them_are_names_without_their_headlines(
    words: tuple[str, str, str, str],
) -> None:
    label, near, far, age = words
    short = age.partition(" •")[0]
    page = read_text(
        f"{label.format('Ida Fenn')}\nIda FennIda Fenn\n   {near}Premium {near}\n"
        f"Miller | Water and breadMiller | Water and bread\n{age}\n\n"
        "We mended the old mill by ourselves.\n\nIt took two summers, and nothing broke.\n\n"
        f"hashtag#mills\n…more\nlike\n1,204\n7 comments\nLike\nComment\nMost relevant\n"
        f"{label.format('Per Holm-Berg')}\nPer Holm-Berg  {far}\nCarpenter\n{short}\n\n"
        "How long was the rope?\nLike\n\n46\nReply\n\n1 reply\n"
        f"{label.format('Ida Fenn')}\nIda Fenn\nAuthor\nMiller | Water and bread\n{short}\n\n"
        "Forty metres.\nLike\n\n3\nReply\n"
    )
    assert (page.title, page.channel) == ("We mended the old mill by ourselves.", "Ida Fenn")
    assert page.description.endswith("#mills")
    assert [(one.author, one.likes, one.text) for one in page.comments] == [
        ("Per Holm-Berg", 46, "How long was the rope?"),
        ("Ida Fenn", 3, "Forty metres."),
    ]


FOOTERS = {
    "fr": ("2 sem", "14 mentions J'aime\nRépondre"),
    "tr": ("2 hf", "14\nYanıtla"),
    "es": ("2 sem", "Me gusta\nResponder\n14"),
}


@pytest.mark.parametrize("words", FOOTERS.values(), ids=FOOTERS)
def test_short_ages_below_comments_are_known_and_an_answer_may_begin_with_a_name(
    words: tuple[str, str],
) -> None:
    age, buttons = words
    page = read_text(
        f"ida.fenn\nThe oven is mended!\n{age}\n{buttons}\nper_holm\nAt last. Which day?\n{age}\n"
        f"{buttons}\nida.fenn\n@per_holm on Friday\n{age}\n{buttons}\n"
    )
    assert [(one.author, one.text) for one in page.comments] == [
        ("ida.fenn", "The oven is mended!"),
        ("per_holm", "At last. Which day?"),
        ("ida.fenn", "@per_holm on Friday"),
    ]
