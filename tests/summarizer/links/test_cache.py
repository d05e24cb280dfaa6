"""What is remembered of addresses: short ones only."""

from __future__ import annotations

from summarizer.links.cache import LONGEST, remembered


def test_a_short_text_is_looked_at_once_and_a_long_one_each_time() -> None:
    seen: list[int] = []

    @remembered
    def length(text: str) -> int:
        seen.append(len(text))
        return len(text)

    short, long = "a" * LONGEST, "a" * (LONGEST + 1)
    assert [length(short), length(short), length(long), length(long)] == (
        [LONGEST, LONGEST, LONGEST + 1, LONGEST + 1]
    )
    assert seen == [LONGEST, LONGEST + 1, LONGEST + 1]
