"""E-mail comes in (a file, a paste with its headers, a mailbox of one thread), a Page goes out."""

from __future__ import annotations

from summarizer.mail.mailbox import is_mail, read_mail, sniff

__all__ = ["is_mail", "read_mail", "sniff"]
