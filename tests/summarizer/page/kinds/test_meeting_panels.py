"""Panels of meetings as they are copied: initials, times in words, later moments of one person."""

from __future__ import annotations

import pytest

from summarizer import read_page

PANELS = {
    "de": ("{} Sekunden", "1 Minute {} Sekunden", "Berg, Anna hat die Transkription gestoppt"),
    "en": ("{} seconds", "1 minute {} seconds", "Berg, Anna stopped transcription"),
    "es": ("{} segundos", "1 minuto {} segundos", "Berg, Anna detuvo la transcripción"),
    "fr": ("{} secondes", "1 minute {} secondes", "Berg, Anna a arrêté la transcription"),
    "ja": ("{} 秒", "1 分 {} 秒", "Berg, Anna さんが文字起こしを停止しました"),
    "ru": ("{} секунд", "1 минута {} секунд", "Berg, Anna остановила расшифровку"),
    "invented": ("{} sekki", "1 minno {} sekki", "Berg, Anna blavd grepsten"),
}


def _panel(short: str, long: str, note: str) -> str:
    return (
        f"Roof of the mill\n\n{note}\n\nAB\nBerg, Anna\n{short.format(9)}0:09\n"
        f"Berg, Anna {short.format(9)}\nWho has been up on the roof this week?\n"
        f"Berg, Anna {short.format(22)}\nI ask because water comes in by the stairs.\n"
        f"PK\nPer Klein\n{short.format(31)}0:31\nPer Klein {short.format(31)}\n"
        f"I was there on Monday.\nPer Klein {long.format(8)}\nTwo slates have slipped.\n"
        f"AB\nBerg, Anna\n{long.format(19)}1:19\nBerg, Anna {long.format(19)}\n"
        f"Then we call the slater.\nPK\nPer Klein\n{long.format(40)}1:40\n"
        f"Per Klein {long.format(40)}\nI will do it tomorrow.\n\n{note}"
    )


@pytest.mark.parametrize("words", PANELS.values(), ids=PANELS)
def test_later_moments_of_one_person_are_turns_and_initials_and_notes_are_not(
    words: tuple[str, str, str],
) -> None:
    page = read_page(_panel(*words))
    assert page.title == "Roof of the mill"
    assert [(cue.start, cue.speaker, cue.text) for cue in page.transcript] == [
        (9, "Berg, Anna", "Who has been up on the roof this week?"),
        (22, "Berg, Anna", "I ask because water comes in by the stairs."),
        (31, "Per Klein", "I was there on Monday."),
        (68, "Per Klein", "Two slates have slipped."),
        (79, "Berg, Anna", "Then we call the slater."),
        (100, "Per Klein", "I will do it tomorrow."),
    ]
    assert [cue.turn for cue in page.transcript] == [True, False, True, False, True, True]


def test_a_name_alone_among_what_is_said_is_part_of_it() -> None:
    panel = _panel("{} seconds", "1 minute {} seconds", "Berg, Anna stopped transcription")
    page = read_page(panel.replace("I was there on Monday.", "I was there with\nBerg, Anna"))
    assert "I was there with\nBerg, Anna" in [cue.text for cue in page.transcript]


def test_notes_of_a_meeting_have_their_transcript_read_with_its_times() -> None:
    page = read_page(
        "# 📝 Notizen\n\n3. Juni 2026\n\n## Das Mühlrad\n\n"
        "Eingeladen [Ida Fenn](mailto:i@mill.test)\n\n"
        "### Zusammenfassung\n\nIda Fenn und Per Holm sprachen über das Rad.\n\n"
        "# 📖 Transkript\n\n3. Juni 2026\n\n### 00:00:00\n\n   \n"
        "**Ida Fenn:** Wie lange stand die alte Mühle leer, bevor wir sie gekauft haben?  \n"
        "**Per Holm:** Dreißig Jahre, und nichts dreht sich ohne das Rad, also putzten wir.\n"
        "\n### 00:02:10\n\n   \n**Ida Fenn:** Dann kam das Korn vom Hof nebenan im Herbst.\n"
        "**Per Holm:** Und freitags backen wir das Brot.\n\n"
    )
    assert [(cue.start, cue.speaker) for cue in page.transcript] == [
        (0, "Ida Fenn"),
        (None, "Per Holm"),
        (130, "Ida Fenn"),
        (None, "Per Holm"),
    ]
    assert page.title != "📝 Notizen"


def test_speech_goes_on_behind_a_note_that_ends_with_an_address() -> None:
    page = read_page(
        "Il mulino - 12 marzo\nVIEW RECORDING - 24 mins: https://fathom.video/share/Mill1\n\n---\n\n"
        "0:00 - Ida Fenn\n  Il mulino è rimasto vuoto per trent'anni.\n"
        "  SCREEN SHARING: Ida started - WATCH: https://fathom.video/share/Mill1?timestamp=3.1"
        "  Guardate qui.\n\n0:12 - Per Holm\n  Prima abbiamo pulito la ruota.\n\n"
        "0:21 - Ida Fenn\n  Il grano veniva dal podere accanto.\n"
    )
    assert [cue.text for cue in page.transcript] == [
        "Il mulino è rimasto vuoto per trent'anni.\nGuardate qui.",
        "Prima abbiamo pulito la ruota.",
        "Il grano veniva dal podere accanto.",
    ]
