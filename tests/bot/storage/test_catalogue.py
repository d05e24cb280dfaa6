"""What is kept of a chat: found by its words, listed, and gone when it is forgotten."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.storage import catalogue_sql, store_sql
from bot.storage.catalogue import match
from bot.storage.store import Bounds, Store
from handlers.catalogue import Listing
from handlers.protocols import Reply
from summarizer.model import Comment, Cue, Digest, Page
from tests.bot.clock import Clock
from tests.bot.storage.places import FilePlace, Place, SchemaPlace

DAY = 86_400
WORD = "quinquereme"


@pytest.fixture
async def store(place: Place, clock: Clock) -> AsyncIterator[Store]:
    async with place.store(Bounds(disk=0), clock) as opened:
        yield opened


def spoken(*lines: str, title: str = "A film", comments: tuple[str, ...] = ()) -> Page:
    cues = tuple(Cue(line, 10.0 * n) for n, line in enumerate(lines))
    return Page(title, "A channel", None, cues, comments=tuple(map(Comment, comments)))


async def show(store: Store, chat: int, page: Page, key: str = "", **more: object) -> Reply:
    """Keep a page in a chat, with a reply that shows it."""
    key = key or str(hash(page))
    message = int(str(more.pop("message", 1)))
    reply = Reply(chat, message, key, f"{key}/5", 7, **more)  # type: ignore[arg-type]
    await store.keep_page(key, page)
    await store.keep_digest(f"{key}/5", key, Digest(title=page.title))
    await store.keep_reply(reply)
    return reply


async def quotes(store: Store, words: str, chat: int = 1) -> list[str]:
    listed = await store.catalogue.listed(chat, words, 0, 10)
    return [item.found.text if item.found else "" for item in listed.items]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Yeast eats sugar.", "sugar yeast"),
        ("Der Brotteig ruht über Nacht.", "brot UBER"),
        ("昨日、東京で新しい駅が開業しました。", "東京"),
        ("昨日、東京で新しい駅が開業しました。", "新しい駅"),
        ("黒い猫", "猫"),
        ("วันนี้เราจะทำขนมปัง", "ขนมปัง"),
        ("Ёлка стоит в лесу.", "елк"),
        ("हिन्दी में रोटी कैसे बनती है", "रोटी"),
        ("It isn't a well-known loaf.", "isn't well known"),
        ("Use AI, not aids.", "ai"),
    ],
)
async def test_words_are_found_in_any_script(store: Store, line: str, words: str) -> None:
    await show(store, 1, spoken(line), message=1)
    await show(store, 1, spoken("Something else is said here, of other things."), message=2)
    assert await quotes(store, words) == [line]


async def test_a_short_word_finds_no_longer_one(store: Store) -> None:
    await show(store, 1, spoken("First aids."))
    assert await quotes(store, "ai") == []


async def test_the_place_is_quoted_word_for_word_with_its_time(store: Store) -> None:
    page = spoken("Warm dough rises.", "Salt slows", "the yeast down.", "The end.")
    await show(store, 1, page)
    [item] = (await store.catalogue.listed(1, "salt yeast", 0, 10)).items
    assert item.found
    assert item.found.text == "Salt slows the yeast down. The end."
    assert item.found.start == 10.0
    assert item.title == "A film"


@pytest.mark.parametrize(
    ("words", "lines", "quote"),
    [
        (
            "clock",
            ("It opens at nine o'clock.", "Clockwork drives it.", "Then the clock strikes."),
            "Then the clock strikes.",
        ),
        ("clock", ("At nine o’clock it opens.", "Clocks everywhere."), "At nine o’clock it opens."),
        (
            "Uhr werk",
            ("Das Uhrwerk und die Werke.", "Eine Uhr ist ein Werk.", "Die Uhr."),
            "Eine Uhr ist ein Werk.",
        ),
        (
            "alarm clock",
            ("The clock is old.", "My alarm rang at nine o'clock.", "The clock is new."),
            "My alarm rang at nine o'clock.",
        ),
        ("corn", (*["Cornbread is baked."] * 60, "Corn is ground."), "Corn is ground."),
    ],
)
async def test_a_place_of_whole_words_is_quoted_before_one_of_their_parts(
    store: Store, words: str, lines: tuple[str, ...], quote: str
) -> None:
    await show(store, 1, replace(spoken(), comments=tuple(map(Comment, lines))))
    assert await quotes(store, words) == [quote]


async def test_within_a_long_text_the_whole_word_is_quoted(store: Store) -> None:
    text = "It opens at nine o'clock. " + "We go on. " * 40 + "Then the clock strikes."
    await show(store, 1, spoken(text))
    [quote] = await quotes(store, "clock")
    assert quote.endswith("Then the clock strikes.")


async def test_of_a_long_text_the_place_around_the_words_is_quoted(store: Store) -> None:
    await show(
        store, 1, spoken("Before it. " * 100 + "Here the heron lands. " + "After it. " * 100)
    )
    [quote] = await quotes(store, "heron")
    assert quote.startswith("…")
    assert "Here the heron lands." in quote
    assert len(quote) < 210


async def test_comments_are_found_and_marked_as_such(store: Store) -> None:
    await show(store, 1, spoken("Nothing.", comments=("The heron made me cry",)))
    [item] = (await store.catalogue.listed(1, "heron", 0, 10)).items
    assert item.found
    assert item.found.part == "comment"


async def test_no_chat_finds_what_only_another_holds(store: Store) -> None:
    page = spoken("The heron lands.")
    await show(store, 1, page)
    assert await quotes(store, "heron", chat=2) == []
    assert await store.catalogue.reply(2, str(hash(page))) is None
    assert (await store.catalogue.listed(2, "", 0, 10)).total == 0


async def test_the_newest_comes_first_ten_at_a_time_each_page_once(store: Store) -> None:
    for n in range(12):
        await show(store, 1, spoken("A heron.", title=f"Film {n}"), message=n, date=float(n))
    await show(store, 1, spoken("A heron.", title="Film 3"), message=40, date=3.0)
    first = await store.catalogue.listed(1, "heron", 0, 10)
    assert [item.title for item in first.items] == [f"Film {n}" for n in range(11, 1, -1)]
    assert first.total == 12
    rest = await store.catalogue.listed(1, "heron", 10, 10)
    assert [item.title for item in rest.items] == ["Film 1", "Film 0"]
    everything = await store.catalogue.listed(1, "", 0, 20)
    assert [item.title for item in everything.items] == [f"Film {n}" for n in range(11, -1, -1)]


@pytest.mark.parametrize(
    "words",
    ['heron" OR "a', "heron NOT lands", "heron*", "NEAR(heron lands)", "terms: heron", "^heron",
     "'; DROP TABLE pages; --", '"', "(((", "heron AND", "\x00heron", "%", "🐦"],
)  # fmt: skip
async def test_operators_of_the_index_and_of_sql_are_words(store: Store, words: str) -> None:
    await show(store, 1, spoken("The heron lands or a drop near the table pages."))
    await show(store, 2, spoken("A heron of another chat."))
    assert len(await quotes(store, words)) <= 1
    assert await quotes(store, "heron") == ["The heron lands or a drop near the table pages."]


def test_a_query_quotes_each_term() -> None:
    assert match('heron" OR ai') == '"heron"* AND "or" AND "ai"'
    assert match("東京駅") == '"東京" AND "京駅"'
    assert match("猫") == '"猫"*'
    assert match("🐦") == ""


async def test_the_pages_of_a_search_are_not_looked_for_once_for_every_match(
    tmp_path: Path,
) -> None:
    path = tmp_path / "digest.sqlite3"
    async with FilePlace(path).store(Bounds(disk=0)):
        pass
    plan = "EXPLAIN QUERY PLAN " + catalogue_sql.SELECT_FOUND["sqlite"]
    with closing(connect(path)) as opened:
        steps = [row[3] for row in opened.execute(plan, (1, '"sugar"', 10, 0))]
    catalogue = [step for step in steps if "catalogue" in step]
    assert catalogue
    assert not [step for step in catalogue if "rowid=?" in step and "page=?" in step]


@pytest.mark.parametrize("others", [0, 40])
async def test_forgotten_words_leave_every_byte_of_the_file(
    store: Store, place: Place, others: int
) -> None:
    for n in range(others):
        page = spoken(f"Of word{n} and others, said at length. " * 20, title=f"Film {n}")
        await show(store, 2, page, message=n)
        await quotes(store, "word", chat=2)
    await show(store, 1, spoken(f"A {WORD} sails."))
    assert await quotes(store, WORD)
    await store.catalogue.keep_listing(Listing(1, 2, 7, None, WORD))
    await store.expire()
    assert WORD.encode() in place.raw()
    await store.forget(1)
    assert WORD.encode() not in place.raw()
    assert await store.catalogue.listing(1, 2) is None
    assert len((await store.catalogue.listed(2, "others", 0, 50)).items) == others


async def test_what_expires_leaves_the_index_too(store: Store, place: Place, clock: Clock) -> None:
    await show(store, 1, spoken(f"A {WORD} sails."))
    assert await quotes(store, WORD)
    clock.now += 31 * DAY
    await store.expire()
    assert WORD.encode() not in place.raw()
    assert await store.database.read("SELECT count(*) FROM terms") == [(0,)]


async def test_a_page_that_makes_room_for_others_is_not_found_any_more(
    place: Place, clock: Clock
) -> None:
    async with place.store(Bounds(megabytes=2, disk=0), clock) as store:
        for n in range(60):
            clock.now += 1
            page = spoken(f"Heron{n} " * 5_000, title=f"Film {n}")
            await show(store, 1, page, message=n, date=float(n))
            await quotes(store, f"heron{n}")
        assert await quotes(store, "heron0") == []
        assert len(await quotes(store, "heron59")) == 1
        assert await store.database.used() <= 2 * 2**20
        assert not isinstance(place, FilePlace) or place.path.stat().st_size <= 2 * 2**20


async def test_pages_of_a_file_from_before_the_catalogue_are_found(path: Path) -> None:
    path.parent.mkdir()
    json = b'{"title":"Birds","transcript":[{"text":"The heron lands.","start":5.0}]}'
    with closing(connect(path)) as old:
        for migration in store_sql.SCHEMA.migrations[:2]:
            for statement in migration:
                old.execute(statement)
        old.execute("INSERT INTO pages VALUES ('birds', ?, 1e6)", (json,))
        old.execute(
            "INSERT INTO replies (chat, message, page, digest, asker, at)"
            " VALUES (1, 2, 'birds', 'd', 7, 1e6)"
        )
        old.execute("PRAGMA user_version = 2")
        old.execute(f"PRAGMA application_id = {store_sql.SCHEMA.application}")
        old.commit()
    async with Store.open(path, Bounds(disk=0), lambda: 1e6) as store:
        assert await quotes(store, "heron") == ["The heron lands."]
    with closing(connect(path)) as new:
        assert new.execute("PRAGMA user_version").fetchone() == (store_sql.SCHEMA.version,)


async def test_an_earlier_copy_is_known_by_title_and_channel_or_by_address(store: Store) -> None:
    await show(store, 1, spoken("One."), "old", message=1, date=1.0)
    new = await show(store, 1, spoken("One.", "Two."), "new", message=2, date=2.0)
    other = await show(store, 1, spoken("One.", title="Else"), "else", message=3, video="v")
    again = await show(store, 1, spoken("Two.", title="More"), "more", message=4, video="v")
    earlier = await store.catalogue.earlier_copy(new)
    assert earlier
    assert earlier.page == "old"
    named = await store.catalogue.earlier_copy(again)
    assert named
    assert named.page == other.page
    elsewhere = await show(store, 2, spoken("One."), "there", message=5)
    assert await store.catalogue.earlier_copy(elsewhere) is None


async def test_a_group_that_becomes_a_supergroup_keeps_its_lists(store: Store) -> None:
    await show(store, -1, spoken("The heron lands."))
    await store.catalogue.keep_listing(Listing(-1, 2, 7, None, "heron"))
    await store.move(-1, -100)
    assert await quotes(store, "heron", chat=-100) == ["The heron lands."]
    assert await store.catalogue.listing(-100, 2)


async def test_of_copies_of_one_video_the_latest_is_listed_and_counted(store: Store) -> None:
    await show(store, 1, spoken("A heron."), "old", message=1, date=1.0)
    await show(store, 1, spoken("A heron.", "It lands."), "new", message=2, date=2.0)
    await show(store, 1, spoken("A heron.", title="Else"), "first", message=3, date=3.0, video="v")
    await show(store, 1, spoken("A heron.", title="More"), "last", message=4, date=4.0, video="v")
    for words in ("", "heron"):
        listed = await store.catalogue.listed(1, words, 0, 10)
        assert [item.reply.page for item in listed.items] == ["last", "new"]
        assert listed.total == 2


async def test_an_earlier_copy_is_found_where_the_later_lacks_the_word(store: Store) -> None:
    await show(store, 1, spoken("A heron."), "old", message=1, date=1.0)
    await show(store, 1, spoken("An owl."), "new", message=2, date=2.0)
    assert await quotes(store, "heron") == ["A heron."]


async def test_the_title_is_listed_without_the_channel_behind_it(store: Store) -> None:
    await show(store, 1, spoken("A heron.", title="A film • A channel"))
    [item] = (await store.catalogue.listed(1, "", 0, 10)).items
    assert item.title == "A film"


async def test_a_quote_holds_as_many_of_the_words_as_it_can(store: Store) -> None:
    apart = "The heron flies. " + "Time goes by. " * 40
    await show(store, 1, spoken(f"{apart}At the pond the heron lands at last. {apart}"))
    [quote] = await quotes(store, "heron lands last")
    assert "the heron lands at last" in quote


async def test_a_comment_is_found_by_its_author(store: Store) -> None:
    page = Page("A film", comments=(Comment("So true", "@zoë_b"), Comment("Yes", "@ann")))
    await show(store, 1, page)
    assert await quotes(store, "zoe") == ["So true"]
    assert await quotes(store, "ann yes") == ["Yes"]


async def test_a_page_of_more_terms_than_a_row_holds_is_found_by_any_of_them(
    store: Store,
) -> None:
    await show(store, 1, spoken(" ".join(f"word{n:05}" for n in range(5_000))), message=1)
    await show(store, 1, spoken("word00000 alone", title="Another"), message=2)
    for words in ("word00000 word04999", "word02500", "word0499 word0001 word0250"):
        assert (await store.catalogue.listed(1, words, 0, 10)).total == 1
    assert (await store.catalogue.listed(1, "word00000", 0, 10)).total == 2
    assert (await store.catalogue.listed(1, "word00000 alone word04999", 0, 10)).total == 0


async def test_a_file_and_postgres_find_the_same(path: Path, common_url: str, clock: Clock) -> None:
    places = (FilePlace(path), SchemaPlace(common_url, "bot_same"))
    found = []
    for place in places:
        async with place.store(Bounds(disk=0), clock) as store:
            for n, text in enumerate(TEXTS):
                await show(store, 1, spoken(text, title=f"Film {n}"), key=f"p{n}", message=n)
            listed = [await store.catalogue.listed(1, words, 0, 20) for words in QUERIES]
            found.append([[item.reply.page for item in one.items] for one in listed])
    assert found[0] == found[1]
    assert sum(map(len, found[0])) > 30


TEXTS = (
    "Yeast eats sugar; the dough's rise isn't well-known, C++ and C# aside.",
    "Der Brotteig ruht über Nacht im Kühlschrank, 24 Stunden lang. Straße und STRASSE.",
    "昨日、東京で新しい駅が開業しました。黒い猫",
    "Ёлка стоит в лесу. Объявление: it's 3.5 %, under_score and back\\slash.",
    "हिन्दी में रोटी कैसे बनती है, วันนี้เราจะทำขนมปัง, العربية بالخط 🐝",
    "İstanbul'da ısı 20°, naïve café, e-mail a@b.example https://video.example/x?y=1&z=2",
)
QUERIES = (
    *("yeast", "sug", "su", "dough's", "isn't", "well known", "c++", "c", "brot", "UBER nacht"),
    *(
        "24",
        "2",
        "strasse",
        "straße",
        "東京",
        "猫",
        "黒い",
        "駅が開",
        "елк",
        "under",
        "under_score",
    ),
    *("back\\slash", "slash", "3.5", "रोटी", "ขนมปัง", "العرب", "istanbul", "ısı", "cafe", "naiv"),
    *("a@b", "https://video.example/x", "e-mail", "y=1", "yeast nacht", "'", "\\", "a", "the of"),
)
