"""Slack's export, a .zip, is one discussion in which people have their names."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

from summarizer import read_page


def _packed(files: dict[str, object]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, value in files.items():
            archive.writestr(name, json.dumps(value))
    return packed.getvalue()


def _day(who: str, text: str) -> list[dict[str, str]]:
    return [{"type": "message", "user": who, "text": text, "ts": "1748970000.000100"}]


def test_messages_of_all_days_have_the_names_in_the_list_of_users() -> None:
    users = [{"id": "U0BEDS1", "name": "una", "profile": {"real_name": "Una May"}}]
    page = read_page(
        _packed(
            {
                "channels.json": [{"id": "C0BEDS", "name": "water"}],
                "users.json": users,
                "water/2025-06-04.json": _day("U0BEDS9", "<@U0BEDS1> me"),
                "water/2025-06-03.json": _day("U0BEDS1", "Who waters?"),
            }
        )
    )
    said = [(comment.author, comment.text) for comment in page.comments]
    assert said == [("Una May", "Who waters?"), (None, "@Una May me")]


def test_another_archive_of_json_is_read_file_by_file() -> None:
    files = {"a.json": _day("U0BEDS1", "Who waters?"), "b.json": _day("U0BEDS1", "Me")}
    page = read_page(_packed(dict(files)))
    found = [comment.text for each in (page, *page.others) for comment in each.comments]
    assert sorted(found) == ["Me", "Who waters?"]
