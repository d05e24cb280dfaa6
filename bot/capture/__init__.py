"""A bookmark that saves a video page in somebody's own browser: its script, and the page with it.

``capture.html`` is made of ``page.html`` and the scripts by ``tools/make_capture.py``; its words
are marks still, which are filled in when it is sent.
"""

from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).with_name("capture.html")
