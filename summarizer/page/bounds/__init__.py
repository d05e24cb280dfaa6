"""Lines come in; where the parts of a page stand in them goes out, as Landmarks."""

from summarizer.page.bounds.comment_count import states_count
from summarizer.page.bounds.comment_header import (
    HANDLE,
    CommentHeader,
    find_author,
    has_degree,
)
from summarizer.page.bounds.cue_lines import break_at_times
from summarizer.page.bounds.description_end import Owner, end_above_heading, find_description_end
from summarizer.page.bounds.discussion import find_discussion_end
from summarizer.page.bounds.landmarks import Landmarks
from summarizer.page.bounds.line_index import between, first_from
from summarizer.page.bounds.page_beginning import begins_anew, is_signed
from summarizer.page.bounds.play_buttons import read_play_buttons
from summarizer.page.bounds.spoken_run import find_spoken_run
from summarizer.page.bounds.timed_runs import FEWEST_TIMES, Entry, Run

__all__ = [
    "FEWEST_TIMES",
    "HANDLE",
    "CommentHeader",
    "Entry",
    "Landmarks",
    "Owner",
    "Run",
    "begins_anew",
    "between",
    "break_at_times",
    "end_above_heading",
    "find_author",
    "find_description_end",
    "find_discussion_end",
    "find_spoken_run",
    "first_from",
    "has_degree",
    "is_signed",
    "read_play_buttons",
    "states_count",
]
