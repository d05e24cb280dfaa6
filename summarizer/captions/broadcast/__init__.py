"""Captions as television stations keep them: coded bytes come in, a Page goes out."""

from summarizer.captions.broadcast import cea608, ebu_stl

__all__ = ["cea608", "ebu_stl"]
