"""Messages as imessage-exporter writes them."""

from __future__ import annotations

from summarizer import read_page

LOG = """\
Apr 05, 2026  9:12:09 AM
Me
Is the mill open today?

Apr 05, 2026 10:14:41 AM (Read by you after 32 seconds)
Ida Fenn
It is: until four!
Tapbacks:
    Loved by Me
    Laughed by Per

    Apr 05, 2026 10:21:15 AM
    Per
    four thirty on Fridays
    Tapbacks:
        Liked by Me

Apr 05, 2026 10:21:15 AM
Per
four thirty on Fridays
This message responded to an earlier message.

Apr 05, 2026 10:25:47 AM
Me
/Users/ida/Library/Messages/Attachments/3f/15/IMG_1.heic
Look at the wheel

Apr 05, 2026 10:26:20 AM Me named the conversation Mill: Friday

Apr 05, 2026 10:28:47 AM (Read by them after 1 minute, 3 seconds)
Ida Fenn
Edited 15 seconds later: We cleaned it first
Sent with Slam

Apr 06, 2026  8:02:11 AM
+15550100
Who has the rope?
Attachment missing!
"""


def test_each_message_is_said_once_by_its_author_and_what_the_program_adds_is_not() -> None:
    page = read_page(LOG)
    assert [(comment.author, comment.text) for comment in page.comments] == [
        ("Me", "Is the mill open today?"),
        ("Ida Fenn", "It is: until four!"),
        ("Per", "four thirty on Fridays"),
        ("Me", "Look at the wheel"),
        ("Ida Fenn", "We cleaned it first"),
        ("+15550100", "Who has the rope?"),
    ]
    assert not page.transcript
