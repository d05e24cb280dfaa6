"""A few messages, as many programs write them down."""

from __future__ import annotations

import pytest

from summarizer import read_page

SAID = [
    ("Anna Berg", "Did you see the canoe video?"),
    ("Boris K", "Yes. Forty screws!"),
    ("Dmitri", "Plywood got expensive though\nscrews too"),
]

CHATS = {
    "WhatsApp": (
        "12/03/2025, 18:04 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
        "12/03/2025, 18:05 - Anna Berg: Did you see the canoe video?\n"
        "12/03/2025, 18:06 - Boris K: Yes. Forty screws!\n"
        "12/03/2025, 18:07 - Dmitri: <Media omitted>\n"
        "12/03/2025, 18:09 - Dmitri: Plywood got expensive though\nscrews too\n"
    ),
    "WhatsApp on iOS": (
        "[12.03.25, 18:05:12] Anna Berg: Did you see the canoe video?\n"
        "[12.03.25, 18:06:13] Boris K: Yes. Forty screws!\n"
        "\u200e[12.03.25, 18:07:01] Dmitri: \u200eBild weggelassen\n"
        "[12.03.25, 18:09:40] Dmitri: Plywood got expensive though\nscrews too\n"
    ),
    "Zoom's file": (
        "00:04:11\tAnna Berg:\tDid you see the canoe video?\n"
        "00:05:02\tBoris K:\tYes. Forty screws!\n"
        "00:07:31\tDmitri:\tPlywood got expensive though\nscrews too\n"
    ),
    "Zoom, addressed": (
        "10:04:11 From Anna Berg to Everyone:\n\tDid you see the canoe video?\n"
        "10:05:02 From  Boris K to Anna Berg(Direct Message) : Yes. Forty screws!\n"
        "10:07:31 From Dmitri to Everyone:\n\tPlywood got expensive though\n\tscrews too\n"
    ),
    "Teams": (
        "[12/03 18:04] Anna Berg\nDid you see the canoe video?\n"
        "[12/03 18:05] Boris K\nYes. Forty screws!\n"
        "[12/03 18:09] Dmitri\nPlywood got expensive though\nscrews too\n"
    ),
    "Slack": (
        "Anna Berg\n  6:04 PM\nDid you see the canoe video?\n"
        "Boris K\n  6:05 PM\nYes. Forty screws!\n2 replies\nLast reply today at 6:20 PM\n"
        "Dmitri\n  6:09 PM\nPlywood got expensive though\nscrews too\n"
    ),
    "Discord": (
        "[6:04 PM]Anna Berg: Did you see the canoe video?\n"
        "[6:05 PM]Boris K: Yes. Forty screws!\n"
        "[6:09 PM]Dmitri: Plywood got expensive though\nscrews too\n"
    ),
    "Twitch": (
        "0:12\nAnna Berg: Did you see the canoe video?\n"
        "0:16\nModerator\nBoris K: Yes. Forty screws!\n"
        "0:31\nDmitri: Plywood got expensive though\nscrews too\n"
    ),
}


@pytest.mark.parametrize("text", CHATS.values(), ids=CHATS)
def test_a_chat_is_a_discussion_whatever_program_wrote_it(text: str) -> None:
    page = read_page(text)
    assert [(comment.author, comment.text) for comment in page.comments] == SAID
    assert not page.transcript


def test_speakers_that_a_recogniser_numbered_are_a_talk_and_no_chat() -> None:
    page = read_page(
        "[00:00:03] Speaker 1: Did you see it?\n[00:00:09] Speaker 2: Yes.\n"
        "[00:00:21] Speaker 1: The plans are free.\n[00:00:27] Speaker 2: A weekend.\n"
    )
    assert [(cue.start, cue.speaker) for cue in page.transcript] == [
        (3, "Speaker 1"),
        (9, "Speaker 2"),
        (21, "Speaker 1"),
        (27, "Speaker 2"),
    ]
