"""Links that people send in a chat."""

from __future__ import annotations

import json

import pytest

from summarizer import read_page

WHATSAPP = """12/03/2026, 19:02 - Messages and calls are end-to-end encrypted.
12/03/2026, 19:02 - Ada: Where do we meet?
12/03/2026, 19:03 - Tom Osei: At the old pier
12/03/2026, 19:03 - Tom Osei: https://maps.example.com/pier?utm_source=wa
12/03/2026, 19:05 - Ada: Timetable: https://ferry.example.com/timetable
12/03/2026, 19:06 - Marie: https://photos.example.com/album/77
"""
TELEGRAM = json.dumps(
    {
        "name": "Pier",
        "type": "private_group",
        "messages": [
            {"id": at, "type": "message", "date": "2026-03-12T19:02:00", "from": who, "text": text}
            for at, (who, text) in enumerate(
                [
                    ("Ada", "Where do we meet?"),
                    ("Tom Osei", "At the old pier"),
                    ("Tom Osei", "https://maps.example.com/pier?utm_source=wa"),
                    ("Ada", "Timetable: https://ferry.example.com/timetable"),
                    ("Marie", "https://photos.example.com/album/77"),
                ]
            )
        ],
    }
)


@pytest.mark.parametrize("chat", [WHATSAPP, TELEGRAM], ids=["WhatsApp", "Telegram"])
def test_links_of_a_chat_are_named_by_who_sent_them(chat: str) -> None:
    assert [(link.url, link.label) for link in read_page(chat).links] == [
        ("https://maps.example.com/pier", "At the old pier"),
        ("https://ferry.example.com/timetable", "Timetable"),
        ("https://photos.example.com/album/77", ""),
    ]


def test_what_is_linked_below_a_video_is_not_the_video_s() -> None:
    page = read_page(
        "The old pier\nHarbour TV\n12K subscribers\nSubscribe\n2 Comments\n@ada\n2 days ago\n"
        "Look at https://spam.example.com\n3\nReply\n@bo\n1 day ago\nNice\n1\nReply\n"
    )
    assert page.links == ()
