"""The files that Export sends."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.answers.attachments.export import export_json, export_markdown, file_name
from handlers.message.texts import Texts
from summarizer import Digest, Link, Mood, Page, Quote, Sentence

DIGEST = Digest(
    title="Trees & [streets]",
    url="https://www.youtube.com/watch?v=AbCdEfGhIjK",
    summary=(Sentence(2, "Trees *cool* streets.", 61.0),),
    sentences_total=9,
    mood=Mood(positive=1, quotes=(Quote("So true_", "positive", 3),)),
    links=(
        Link("https://example.org/a", "https://example.org/a?utm_source=x", "Report", "source"),
    ),
)


def test_the_markdown_file_holds_everything_with_its_marks_escaped() -> None:
    text = export_markdown(DIGEST, Page(), Texts()).decode()
    assert r"[Trees & \[streets\]](<https://www.youtube.com/watch?v=AbCdEfGhIjK>)" in text
    assert r"Trees \*cool\* streets." in text
    assert r"So true\_" in text
    assert "example.org/a" in text


def test_both_files_have_each_link_as_written_and_cleaned() -> None:
    assert "https://example.org/a?utm" in export_markdown(DIGEST, Page(), Texts()).decode().replace(
        "\\", ""
    )
    link = json.loads(export_json(DIGEST, Page()))["links"][0]
    assert (link["url"], link["written"]) == (
        "https://example.org/a",
        "https://example.org/a?utm_source=x",
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc passwd.md"),
        ("CON", "CON-.md"),
        (None, "digest.md"),
        ("\u202egnp.exe", "gnp exe.md"),
        ("Schöne Grüße: ein Film", "Schöne Grüße ein Film.md"),
        (".hidden", "hidden.md"),
    ],
)
def test_a_file_name_is_safe_and_says_what_is_inside(title: str | None, name: str) -> None:
    assert file_name(title, "md") == name


@given(st.text())
def test_no_title_makes_a_name_that_leaves_its_folder(title: str) -> None:
    name = file_name(title, "md")
    assert not set('/\\:*?"<>|\n\x00') & set(name)
    assert not name.startswith(".")
    assert name.endswith(".md")
