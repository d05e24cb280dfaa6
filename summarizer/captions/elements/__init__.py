"""Timed text whose cues are elements, of XML or of a kind of HTML, comes in; a Page goes out."""

from summarizer.captions.elements import cited, realtext, sami, timed_elements, timed_xml

__all__ = ["cited", "realtext", "sami", "timed_elements", "timed_xml"]
