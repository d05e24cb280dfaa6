"""The training of what is worth showing: marks found again, targets, scores, weights."""

from __future__ import annotations

import hashlib
import re
import subprocess
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from summarizer.choice.features import features_of
from summarizer.choice.salience import Salience
from summarizer.choice.text import read_text
from tools.salience.documents import found_again, rebuild
from tools.salience.examples import MARKS, example_of, turns_of
from tools.salience.marks import (
    FOLDER,
    Document,
    Reading,
    entries,
    hash_of,
    hashes_of,
    marks,
    written,
)
from tools.salience.repositories import READERS
from tools.salience.scores import agreement, choosers, score

DATA = Path(__file__).parents[3] / "summarizer" / "data"
DEBATE = """\
A : Good evening, and welcome to the debate. Thank you.
B : Thank you. The bridge must stay open, or two thousand people lose their way to work.
A : It was built by their grandparents. Thank you. The council votes on Monday
"""
SENTENCES = (
    "A: Good evening, and welcome to the debate.",
    "Thank you.",
    "B: Thank you.",
    "The bridge must stay open, or two thousand people lose their way to work.",
    "A: It was built by their grandparents.",
    "Thank you.",
    "The council votes on Monday",
)
"""How the debate is cut."""


def places(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


@pytest.fixture
def clones(tmp_path: Path) -> Path:
    """A folder with a clone in which the debate is."""
    clone = tmp_path / "clones" / "linto-ai+FREDSum" / "repo"
    (clone / "transcript").mkdir(parents=True)
    (clone / "transcript" / "bridge.txt").write_text(DEBATE, encoding="utf-8")
    author = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    git = ["git", "-C", str(clone), *author]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "bridge"]):
        subprocess.run([*git, *command], check=True)
    return tmp_path / "clones"


def tables(folder: Path, *rows: tuple[int, str, str, str, str], readers: int = 1) -> Path:
    """Tables that mark the debate: place, sentence, first, second, again."""
    row = f"bridge\tdebate\ten\tlinto-ai/FREDSum\ttranscript/bridge.txt\t-\t3\t7\t{readers}\n"
    (folder / "documents.tsv").write_text(f"head\n{row}", encoding="utf-8")
    cells = (("bridge", str(place), hash_of(text), *said) for place, text, *said in rows)
    lines = "\n".join(["head", *map("\t".join, cells)])
    (folder / "marks.tsv").write_text(lines, encoding="utf-8")
    return folder


def test_marks_are_found_again_by_each_reader(tmp_path: Path, clones: Path) -> None:
    rows = [
        (0, SENTENCES[0], "n", "n", "-"),
        (3, SENTENCES[3], "mc", "kc", "t"),
        (4, SENTENCES[4], "-", "k", "l"),
        (6, SENTENCES[6], "o", "-", "-"),
    ]
    folder = tables(tmp_path, *rows, readers=2)
    [document] = rebuild(clones, folder)
    assert tuple(document.sentences) == SENTENCES
    first, second = document.readings
    assert first == Reading(places(3), places(6), places(), places(0), places(3))
    assert second == Reading(places(), places(), places(3, 4), places(0), places(3))
    assert (document.thesis, document.needs) == (places(3), places(4))
    assert found_again([document], folder) == 1


@pytest.mark.parametrize(("place", "nearest"), [(0, 1), (2, 1), (6, 5), (40, 5)])
def test_what_is_said_twice_is_marked_where_it_is_nearest(
    tmp_path: Path, clones: Path, place: int, nearest: int
) -> None:
    [document] = rebuild(clones, tables(tmp_path, (place, "Thank you!", "n", "-", "-")))
    assert document.readings[0].never == places(nearest)


def test_a_sentence_that_is_cut_elsewhere_now_is_known_by_its_words(
    tmp_path: Path, clones: Path
) -> None:
    half = "or two thousand people lose their way"
    [document] = rebuild(clones, tables(tmp_path, (9, half, "k", "-", "-")))
    assert document.readings[0].key == places(3)


def test_a_mark_whose_words_are_gone_is_left_out(tmp_path: Path, clones: Path) -> None:
    rows = [(3, SENTENCES[3], "m", "-", "-"), (4, "The bridge is blue.", "n", "-", "-")]
    folder = tables(tmp_path, *rows)
    [document] = rebuild(clones, folder)
    assert document.readings[0].never == places()
    assert found_again([document], folder) == 0.5


def test_a_document_whose_file_is_gone_is_left_out(tmp_path: Path, clones: Path) -> None:
    folder = tables(tmp_path, (0, SENTENCES[0], "n", "-", "-"))
    listed = (folder / "documents.tsv").read_text(encoding="utf-8")
    listed = listed.replace("bridge.txt", "tunnel.txt")
    (folder / "documents.tsv").write_text(listed, encoding="utf-8")
    assert rebuild(clones, folder) == []
    assert found_again([], folder) == 0


def test_a_clone_that_is_missing_is_asked_for(tmp_path: Path) -> None:
    folder = tables(tmp_path, (0, SENTENCES[0], "n", "-", "-"))
    with pytest.raises(SystemExit, match=r"git clone https://github\.com/linto-ai/FREDSum "):
        rebuild(tmp_path, folder)


def test_a_sentence_is_known_by_its_letters_and_digits_alone() -> None:
    begun = hashlib.sha256(b"route66isopen").hexdigest()[:8]
    assert hash_of("Route 66 is open!") == hash_of("\u201croute\u00a066 is open\u201d") == begun
    assert list(hashes_of(["Route", "66", "is", "open!"]))[-1] == begun


def test_the_marks_of_public_documents_hold_no_text() -> None:
    lines = (FOLDER / "marks.tsv").read_text(encoding="utf-8").splitlines()[1:]
    known = {entry.name for entry in entries()}
    assert len(known) > 100
    assert {line.partition("\t")[0] for line in lines} == known
    row = re.compile(r"[\w-]+\t\d+\t[0-9a-f]{8}\t(?:-|[mokc]+|n)\t(?:-|[mokc]+|n)\t(?:-|t?l?)")
    assert [line for line in lines if not row.fullmatch(line)] == []


def test_marks_lie_within_their_documents() -> None:
    known = marks()
    assert [e.name for e in entries() if known[e.name][-1].place >= e.sentences] == []
    for document in written():
        marked = document.thesis.union(document.needs, *document.readings[0])
        assert max(marked) < len(document.sentences)
        assert len(document.readings[0].choice) == document.number


def test_each_repository_has_a_licence_and_a_reader() -> None:
    lines = (FOLDER / "repositories.tsv").read_text(encoding="utf-8").splitlines()[1:]
    licences = {name: licence for name, licence, _ in (line.split("\t") for line in lines)}
    assert sorted(licences) == sorted(READERS) == sorted({e.repository for e in entries()})
    assert set(licences.values()) == {"MIT", "CC BY 4.0", "CC BY-SA 4.0", "official works"}


def test_a_label_said_twice_begins_a_turn_and_is_no_word() -> None:
    turns = turns_of(SENTENCES)
    assert turns.numbers == [1, 1, 1, 1, 2, 2, 2]
    assert turns.sentences[2:5] == [SENTENCES[2], SENTENCES[3], SENTENCES[4][3:]]


def bridge(*readings: Reading) -> Document:
    return Document(
        "bridge", True, "debate", "en", "", "", 2, SENTENCES, readings, places(), places(4)
    )


STRICT = Reading(places(3), places(6), places(), places(0, 1, 2, 5), places(3, 6))
MILD = Reading(places(3, 6), places(), places(), places(1, 2), places(3, 6))


def test_targets_are_the_means_of_the_readings() -> None:
    example = example_of(bridge(STRICT, MILD))
    targets = dict(zip(MARKS, example.targets.T.tolist(), strict=True))
    assert targets == {
        "point": [0, 0, 0, 1, 0, 0, 0.5],
        "outcome": [0, 0, 0, 0, 0, 0, 0.5],
        "worth": [0, 0, 0, 1, 0, 0, 1],
        "never": [0.5, 1, 1, 0, 0, 0.5, 0],
        "needs": [0, 0, 0, 0, 1, 0, 0],
    }


def test_of_short_sentences_it_is_not_learnt_whether_they_lean() -> None:
    weights = example_of(bridge(STRICT)).weights
    assert (weights[:, MARKS.index("needs")] > 0).tolist() == [True, 0, 0, True, True, 0, 0]
    assert (weights[:, : MARKS.index("needs")] > 0).all()


def test_what_says_the_subject_is_the_point_even_where_a_reader_would_not_show_it() -> None:
    document = replace(bridge(STRICT), thesis=places(0))
    assert example_of(document).targets[0].tolist() == [1, 0, 0.8, 0, 0]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ([3, 6], 100),
        ([3, 4], 25 + 20 + 25 - 0),  # half is good; the one that leans stands behind its own
        ([4, 6], 25 + 5 + 25 - 12.5),
        ([3, 5], 25 + 20 + 25 - 15),
        ([0, 1], 0),
    ],
)
def test_a_choice_is_scored_by_what_it_shows(chosen: list[int], expected: float) -> None:
    assert score(bridge(STRICT), chosen).score == expected


def test_each_way_to_choose_gives_the_number_asked_for() -> None:
    example = example_of(bridge(STRICT))
    found = {way: choose(example) for way, choose in choosers({"bridge": example.targets}).items()}
    assert {way: len(chosen) for way, chosen in found.items()} == dict.fromkeys(found, 2)
    assert list(found["lead"]) == [0, 1]
    assert found["weights"] == [3, 6]


def test_readers_agree_by_mark() -> None:
    found = agreement([bridge(STRICT, MILD), bridge(STRICT)])
    assert found["main"] == pytest.approx(2 / 3)
    assert found["never"] == pytest.approx(2 / 3)
    assert found["choice"] == 1


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    from tools.salience.model import fit, write

    english = (document for document in written() if document.language == "en")
    examples = [example_of(document) for document in islice(english, 3)]
    paths = [tmp_path / "one.npz", tmp_path / "two.npz"]
    kept = [write(fit(examples, fewest=2), path) for path in paths]
    assert kept[0] > 100
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with np.load(paths[0]) as arrays:
        assert arrays["ngrams"].shape == (kept[0], len(MARKS))
        assert len(arrays["words en"].tobytes().decode().split("\n")) == kept[0]
        assert tuple(arrays["figures"].tobytes().decode().split("\n")) == examples[0].names


def test_the_weights_fit_the_figures_and_the_marks() -> None:
    figures = features_of(read_text(SENTENCES, "en"))
    assert (*MARKS, "rank") == Salience._fields
    with np.load(DATA / "salience.npz") as kept:
        assert kept["dense"].shape == (len(figures), len(MARKS))
        assert kept["bias"].shape == (len(MARKS),)
        languages = [name.split()[1] for name in kept if name.startswith("words ")]
        sizes = [kept[f"words {each}"].tobytes().count(b"\n") + 1 for each in languages]
        firsts = [int(kept[f"first {each}"]) for each in languages]
        assert firsts == [sum(sizes[:i]) for i in range(len(sizes))]
        assert kept["ngrams"].shape == (sum(sizes), len(MARKS))


def test_the_weights_name_the_figures_that_they_are_of() -> None:
    with np.load(DATA / "salience.npz") as kept:
        if "figures" not in kept:
            pytest.skip("weights of before the names were kept")
        named = kept["figures"].tobytes().decode().split("\n")
    assert named == list(features_of(read_text(SENTENCES, "en")))
