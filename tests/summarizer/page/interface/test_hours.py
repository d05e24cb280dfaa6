"""The hours of a meeting are no times in a video."""

from __future__ import annotations

import pytest

from summarizer.reader import read_page

MINUTES = """Protokoll der Vorstandssitzung

{head}
Anwesend: Anna Beck, Jens Kruse, Petra Lohse

{first}TOP 1 Begrüßung
Die Vorsitzende eröffnet die Sitzung und stellt fest, dass der Vorstand beschlussfähig ist.

{second}TOP 2 Sommerfest
Jens Kruse berichtet vom Stand der Planung. Die Bühne ist gemietet, die Musik noch nicht.

{third}TOP 3 Dach
Das Dach ist undicht. Petra Lohse holt drei Angebote ein und legt sie im April vor.
"""


@pytest.mark.parametrize("agenda", [("", "", ""), ("19:00 ", "19:20 ", "20:10 ")])
@pytest.mark.parametrize(
    "head",
    [
        "12.03.2026\n19:00 – 20:35 Uhr\nVereinsheim",
        "12.03.2026\n19:00 – 20:35\nVereinsheim",
        "19:00-20:35 Uhr, Vereinsheim",
        "(19:00 – 20:35)",
        "19:00 to 20:35 | Room 2",
        "12.03.2026, 19:00 – 20:35 Uhr",
        "Uhrzeit\n19:00 – 20:35\nOrt\nVereinsheim",
    ],
)
def test_the_hours_of_a_meeting_are_no_times(head: str, agenda: tuple[str, str, str]) -> None:
    first, second, third = agenda
    page = read_page(MINUTES.format(head=head, first=first, second=second, third=third))
    assert page.title == "Protokoll der Vorstandssitzung"
    assert [cue.start for cue in page.transcript if cue.start is not None] == []
    assert [chapter for chapter in page.chapters if chapter.start is not None] == []
    assert any("Das Dach ist undicht" in cue.text for cue in page.transcript)


def test_when_people_met_and_parted_stands_on_lines_of_its_own() -> None:
    head = "Beginn\n19:00\nEnde\n20:35"
    page = read_page(MINUTES.format(head=head, first="", second="", third=""))
    assert all(cue.start is None for cue in page.transcript)


def test_a_part_of_a_talk_may_begin_late_and_say_from_when_to_when() -> None:
    said = [
        f"10:{at:02}\nThe pier was built of oak, plank {at}, by the sea" for at in range(0, 50, 4)
    ]
    page = read_page("The old pier\n10:00 - 10:50\n\n" + "\n".join(said))
    assert [cue.start for cue in page.transcript][-1] == 10 * 60 + 48


def test_cues_with_two_times_are_read_wherever_they_begin() -> None:
    page = read_page("19:00 - 19:08\nThe pier was built.\n\n19:08 - 19:16\nIt is of oak.\n")
    assert [cue.start for cue in page.transcript] == [1140, 1148]
