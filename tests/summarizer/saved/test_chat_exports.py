"""Chats that programs export as web pages: each message has the name of who wrote it."""

from __future__ import annotations

import pytest

from summarizer import read_page

TELEGRAM = """<!DOCTYPE html><html><head><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="history">
<div class="message service" id="message-1"><div class="body details">3 June 2025</div></div>
<div class="message default clearfix" id="message1"><div class="body">
<div class="pull_right date details" title="03.06.2025 19:12:01">19:12</div>
<div class="from_name">Una May</div><div class="text">Who waters?</div></div></div>
<div class="message default clearfix joined" id="message2"><div class="body">
<div class="pull_right date details">19:13</div><div class="text">It is dry.</div></div></div>
<div class="message service" id="message3"><div class="body details">Pat joined</div></div>
<div class="message default clearfix" id="message4"><div class="body">
<div class="pull_right date details">19:14</div>
<div class="from_name">Pat</div><div class="text">Me</div></div></div>
</div></div></body></html>"""

DISCORD = """<!DOCTYPE html><html><head><title>Beds - water</title></head><body>
<div class="chatlog"><div class="chatlog__message-group">
<div class="chatlog__message-container"><div class="chatlog__message">
<div class="chatlog__header"><span class="chatlog__author">Una May</span>
<span class="chatlog__timestamp">6/3/2025 7:12 PM</span></div>
<div class="chatlog__content chatlog__markdown">Who waters?</div></div></div>
<div class="chatlog__message-container"><div class="chatlog__message">
<div class="chatlog__content chatlog__markdown">It is dry.</div></div></div></div>
<div class="chatlog__message-group"><div class="chatlog__message-container">
<div class="chatlog__message"><div class="chatlog__header">
<span class="chatlog__system-notification-author">Pat</span>
<span class="chatlog__system-notification-content">joined the server.</span></div></div></div></div>
<div class="chatlog__message-group"><div class="chatlog__message-container">
<div class="chatlog__message"><div class="chatlog__header">
<span class="chatlog__author">Pat</span></div>
<div class="chatlog__content chatlog__markdown">Me</div></div></div></div></div></body></html>"""


@pytest.mark.parametrize("source", [TELEGRAM, DISCORD], ids=["Telegram", "Discord"])
def test_messages_in_a_row_have_the_name_above_the_first(source: str) -> None:
    comments = read_page(source).comments
    assert [(comment.author, comment.text) for comment in comments] == [
        ("Una May", "Who waters?"),
        ("Una May", "It is dry."),
        ("Pat", "Me"),
    ]
