"""The bytes of a PDF come in, a Page goes out, its text in the order in which it is read.

``sheets`` has the pieces of text as they are drawn, ``columns`` their order, ``running`` what
stands above and below each sheet's text, ``words`` letters and lines as people write them.
"""

from summarizer.containers.pdf.reading import read_pdf
from summarizer.containers.pdf.sheets import MOST_STEPS

__all__ = ["MOST_STEPS", "read_pdf"]
