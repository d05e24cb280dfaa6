"""Text comes in; lines go out, each with what it says as a part of a site's interface."""

from summarizer.page.interface.amounts import find_amount, is_count, parse_amount
from summarizer.page.interface.clock import Stamp, read_stamp
from summarizer.page.interface.dates import is_day, is_day_of_year
from summarizer.page.interface.figures import name_beside
from summarizer.page.interface.hours import are_begin_and_end, are_hours, hours_in
from summarizer.page.interface.learned_time import learn_spoken
from summarizer.page.interface.lines import (
    BLANK,
    INVISIBLE,
    MOST_LINES,
    Line,
    join,
    next_full,
    previous_full,
    read_line,
    read_lines,
    unlink,
)
from summarizer.page.interface.spoken_time import (
    TimeWords,
    is_spoken,
    spoken_numbers,
    spoken_words,
    strip_spoken,
)
from summarizer.page.interface.tool_notes import is_tool_note, without_linked_note
from summarizer.page.interface.vocabulary import (
    LONGEST_LABEL,
    NOTHING,
    Mark,
    Marks,
    field_names,
    find_marks,
    fold_words,
    phrases_of,
)

__all__ = [
    "BLANK",
    "INVISIBLE",
    "LONGEST_LABEL",
    "MOST_LINES",
    "NOTHING",
    "Line",
    "Mark",
    "Marks",
    "Stamp",
    "TimeWords",
    "are_begin_and_end",
    "are_hours",
    "field_names",
    "find_amount",
    "find_marks",
    "fold_words",
    "hours_in",
    "is_count",
    "is_day",
    "is_day_of_year",
    "is_spoken",
    "is_tool_note",
    "join",
    "learn_spoken",
    "name_beside",
    "next_full",
    "parse_amount",
    "phrases_of",
    "previous_full",
    "read_line",
    "read_lines",
    "read_stamp",
    "spoken_numbers",
    "spoken_words",
    "strip_spoken",
    "unlink",
    "without_linked_note",
]
