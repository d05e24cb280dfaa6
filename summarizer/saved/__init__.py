"""Pages that a browser saved: HTML, MHTML and Safari's web archives."""

from __future__ import annotations

from summarizer.saved.html import read_html, sniff

__all__ = ["read_html", "sniff"]
