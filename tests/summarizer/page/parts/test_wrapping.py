"""Transcripts with a request to an assistant around them."""

from __future__ import annotations

import pytest

from summarizer import read_page
from summarizer.page.interface import is_tool_note

SAID = (
    "The lamp of the lighthouse turns once in ten seconds.",
    "The keeper counts the ships of each night.",
    "In winter he is alone with two hundred steps.",
    "The lens was cut by hand in another century.",
)
TEXT = " ".join(SAID)

REQUESTS = {
    "English": "Summarize the following transcript in 5 bullet points:",
    "English, polite": "Please summarise this video for me, as short as you can.",
    "German": "Fasse das folgende Transkript in fünf Stichpunkten zusammen:",
    "French": "Résume la vidéo ci-dessous en 5 points clés.",
    "Spanish": "Haz un resumen de la siguiente transcripción.",
    "Portuguese": "Faça um resumo do seguinte vídeo.",
    "Italian": "Fai un riassunto del seguente video.",
    "Russian": "Сделай краткое содержание следующего видео",
    "Turkish": "Aşağıdaki metni özetle",
    "Japanese": "以下の動画を要約してください。",
    "Korean": "다음 영상을 요약해 주세요.",
    "Chinese": "请用中文总结以下视频字幕:",
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_a_request_above_is_not_said(request_: str) -> None:
    page = read_page(f"{request_}\n\n" + "\n".join(SAID))
    assert [cue.text for cue in page.transcript] == list(SAID)
    assert page.title is None


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_a_request_below_is_not_said(request_: str) -> None:
    page = read_page("\n".join(SAID) + f"\n\n{request_}\n- keep it short")
    assert [cue.text for cue in page.transcript] == list(SAID)


def test_a_quoted_transcript_is_read_without_its_label_and_marks() -> None:
    page = read_page(
        'Title: "The lighthouse"\nURL: https://www.youtube.com/watch?v=Mm1lTt0wWxY\n'
        f'Transcript: "{TEXT}"\n\nSummarize the above content in 5 bullet points.'
    )
    assert page.title == "The lighthouse"
    assert [cue.text for cue in page.transcript] == [TEXT]


def test_what_a_request_adds_above_the_label_is_not_said() -> None:
    above = "You are an expert. Summarize the following transcript.\n- be short\n\nTranscript:\n"
    page = read_page(f'{above}"""\n' + "\n".join(SAID) + '\n"""')
    assert [cue.text for cue in page.transcript] == list(SAID)


def test_a_request_on_the_same_line_is_not_said() -> None:
    page = read_page(f"Summarize this video in 5 bullet points: {TEXT}")
    assert " ".join(cue.text for cue in page.transcript) == TEXT


@pytest.mark.parametrize(
    "first",
    [
        "Summarize is a word that nobody says at the harbour.",
        "Resume writing is easy if you know how.",
        "You are a reader of maps, and so am I.",
    ],
)
def test_speech_that_begins_like_a_request_is_said(first: str) -> None:
    page = read_page("\n".join([first, *SAID]))
    assert page.transcript[0].text == first or page.title == first


NOTES = (
    "Transcribed by https://otter.ai",
    "VIEW RECORDING - 12 mins (No highlights): https://fathom.video/share/x1",
    "Detected language 'en' with probability 0.998047",
    "AI-generated content may be inaccurate or misleading. Always check for accuracy.",
    "*This editable transcript was computer generated and might contain errors.*",
    "Anna Berg hat die Transkription beendet",
)


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("is_above", [True, False], ids=["above", "below"])
def test_a_note_of_a_recorder_is_not_said(note: str, *, is_above: bool) -> None:
    lines = [note, *SAID] if is_above else [*SAID, note]
    page = read_page("\n\n".join(lines))
    assert [cue.text for cue in page.transcript] == list(SAID)
    assert page.title is None


TITLED = {
    "English": ("You are an editor. Summarize the transcript below.", "Video title", "Transcript"),
    "German": ("Du bist ein Lektor. Fasse das Transkript zusammen.", "Videotitel", "Transkript"),
    "French": ("Tu es un juge. Résume la vidéo ci-dessous.", "Titre de la vidéo", "Transcription"),
    "Spanish": ("Eres un editor. Resume el siguiente vídeo.", "Título del vídeo", "Transcripción"),
    "Portuguese": ("Você é um editor. Resuma o vídeo abaixo.", "Título do vídeo", "Transcrição"),
    "Italian": ("Sei un redattore. Riassumi la trascrizione.", "Titolo del video", "Trascrizione"),
    "Dutch": ("Je bent een redacteur. Vat deze video samen.", "Titel van de video", "Transcript"),
    "Polish": ("Jesteś redaktorem. Streść poniższy film.", "Tytuł filmu", "Transkrypcja"),
    "Russian": ("Ты — редактор. Прочитай расшифровку ниже.", "Название видео", "Расшифровка"),
    "Ukrainian": ("Ти — редактор. Прочитай розшифровку нижче.", "Назва відео", "Розшифровка"),
    "Turkish": ("Sen bir editörsün. Aşağıdaki videoyu özetle.", "Video başlığı", "Transkript"),
    "Indonesian": ("Kamu adalah editor. Ringkas transkrip ini.", "Judul video", "Transkrip"),
    "Japanese": ("あなたは編集者です。次の文字起こしを要約して。", "動画タイトル", "文字起こし"),
    "Korean": ("당신은 편집자입니다. 다음 영상을 요약해 주세요.", "영상 제목", "스크립트"),
    "Chinese": ("你是一位编辑。请总结以下视频字幕。", "视频标题", "字幕"),
}  # fmt: skip


@pytest.mark.parametrize("words", TITLED.values(), ids=TITLED)
@pytest.mark.parametrize("parts", [". ", "。"])
def test_a_prompt_names_the_title_of_the_video(words: tuple[str, str, str], parts: str) -> None:
    asked, title, label = words
    colon = "：" if parts == "。" else ":"
    lines = [asked.replace(parts, f"{parts.strip()}\n"), "1. Be short.", "2. Invent nothing."]
    page = read_page(
        "\n".join(
            [*lines, "", f"{title}{colon} The lamp of Skaw", "", f"{label}{colon}", '"""', *SAID]
        )
        + '\n"""'
    )
    assert page.title == "The lamp of Skaw"
    assert [cue.text for cue in page.transcript] == list(SAID)


def test_a_title_alone_is_no_speech() -> None:
    page = read_page("Title: The lamp of Skaw\n\n" + "\n".join(SAID))
    assert page.title == "The lamp of Skaw"
    assert [cue.text for cue in page.transcript] == list(SAID)


PLAYER = (
    "(Caption will be displayed when you start playing the video.)\n 0:00 / 0:00Press UP to enter"
    " the speed menu then use the UP and DOWN arrow keys to navigate the different speeds, then"
    " press ENTER to change to the selected speed.Speed1.25xClick on this button to mute.\n"
)
EDX = {
    "English": ("Start of transcript. Skip to the end.", "End of transcript. Skip to the start."),
    "Spanish": (
        "Inicio de la transcripción. Saltar al final.",
        "Fin de la transcripción. Saltar al inicio.",
    ),
    "French": ("Début de la transcription. Aller à la fin.", "Fin de la transcription. Revenir."),
    "German": ("Beginn des Transkripts. Zum Ende.", "Ende des Transkripts. Zum Anfang."),
    "Chinese": ("字幕开头。跳至结尾。", "字幕结束。跳至开头。"),
}


@pytest.mark.parametrize("marks", EDX.values(), ids=EDX)
def test_what_a_course_player_says_around_a_transcript_is_not_said(marks: tuple[str, str]) -> None:
    begin, end = marks
    page = read_page(
        f"L2.3 The lamp\n{PLAYER}Video transcript\n{begin}\n" + "\n".join(SAID) + f"\n{end}\n"
        "Downloads and transcripts\nVideo Download video file\n"
        "Transcripts Download SubRip (.srt) file Download Text (.txt) file\n"
    )
    assert (page.title, page.description) == ("L2.3 The lamp", "")
    assert [cue.text for cue in page.transcript] == list(SAID)


def test_what_the_law_says_below_a_broadcast_is_not_said() -> None:
    said = "\n\n".join(f"{who}: {words}" for who, words in zip("ABAB", SAID, strict=True))
    page = read_page(
        f"The lamp\n\n{said}\n\nCopyright © 2026 Evening Hour. All rights reserved. Transcripts are"
        " created on a rush deadline by a contractor and may be revised."
    )
    assert not any("rights" in cue.text for cue in page.transcript)


def test_who_wrote_it_down_is_not_said_in_any_language() -> None:
    for note in ("Transcrito por https://otter.ai", "Nagrane przez https://www.tldv.io/"):
        page = read_page(
            "Ida Fenn  0:02\nThe lamp turns.\n\nPer Holm  0:09\nIt turns slowly.\n\n"
            f"Ida Fenn  0:21\nSo it does.\n\n{note}\n"
        )
        assert page.transcript[-1].text == "So it does."


def test_a_rule_above_the_end_of_a_page_is_no_note() -> None:
    assert not is_tool_note("")
    page = read_page("The lamp\n\n" + "\n\n".join(SAID) + "\n______\nFurther reading")
    assert page.transcript[-1].text == "Further reading"
