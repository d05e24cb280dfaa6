"""Answers of recognisers of speech, each in its service's own shape."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from summarizer import read_page

SAID = ["The lamp turns again.", "Who cut the lens?"]
STARTS = [0.5, 4.5]
WHO = ["A", "B"]
WORDS = [
    (word, start + 0.4 * i, who)
    for said, start, who in zip(SAID, STARTS, WHO, strict=True)
    for i, word in enumerate(said.split())
]
TOKENS = [
    (token, start + 0.4 * i, who)
    for said, start, who in zip(SAID, STARTS, WHO, strict=True)
    for i, token in enumerate([*said[:-1].split(), said[-1]])
]


def _aws() -> object:
    items = [
        {"type": "pronunciation", "start_time": str(start), "alternatives": [{"content": word}]}
        if word.isalnum()
        else {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": word}]}
        for word, start, _ in TOKENS
    ]
    turns = [
        {"start_time": str(start), "speaker_label": who}
        for start, who in zip(STARTS, WHO, strict=True)
    ]
    labels = {"speakers": 2, "segments": turns}
    whole = [{"transcript": " ".join(SAID)}]
    return {"results": {"transcripts": whole, "items": items, "speaker_labels": labels}}


def _speechmatics() -> object:
    return {
        "format": "2.9",
        "results": [
            {
                "type": "word",
                "start_time": start,
                "end_time": start + 0.3,
                "alternatives": [{"content": word, "speaker": who}],
            }
            for word, start, who in TOKENS
        ],
    }


def _speechmatics_before() -> object:
    words = [{"name": word, "time": f"{start:.2f}", "duration": "0.3"} for word, start, _ in TOKENS]
    turns = [{"name": who, "time": f"{s:.2f}"} for s, who in zip(STARTS, WHO, strict=True)]
    return {"format": "1.0", "job": {"lang": "en"}, "speakers": turns, "words": words}


def _google() -> object:
    def words(who: str) -> list[dict[str, object]]:
        return [{"startTime": f"{s:.1f}s", "word": w} for w, s, speaker in WORDS if speaker == who]

    tagged = [{"startTime": f"{s:.1f}s", "word": w, "speakerTag": who} for w, s, who in WORDS]
    parts = [{"alternatives": [{"transcript": "x", "words": words(who)}]} for who in WHO]
    return {"results": [*parts, {"alternatives": [{"words": tagged}]}]}


def _watson() -> object:
    results = [
        {
            "final": True,
            "alternatives": [{"timestamps": [[w, s, s + 0.3] for w, s, a in WORDS if a == who]}],
        }
        for who in WHO
    ]
    labels = [{"from": start, "to": start + 0.3, "speaker": who} for _, start, who in WORDS]
    return {"result_index": 0, "results": results, "speaker_labels": labels}


def _azure() -> object:
    return {
        "combinedRecognizedPhrases": [{"display": " ".join(SAID)}],
        "recognizedPhrases": [
            {
                "speaker": who,
                "offset": f"PT{start}S",
                "offsetInTicks": start * 1e7,
                "nBest": [{"display": said}, {"display": "Something else."}],
            }
            for said, start, who in zip(SAID, STARTS, WHO, strict=True)
        ],
    }


def _azure_fast() -> object:
    rows = zip(SAID, STARTS, WHO, strict=True)
    return {
        "combinedPhrases": [{"text": " ".join(SAID)}],
        "phrases": [
            {"offsetMilliseconds": int(s * 1000), "text": t, "speaker": who} for t, s, who in rows
        ],
    }


def _rev() -> object:
    def elements(who: str) -> list[dict[str, object]]:
        said = [(w, s) for w, s, speaker in WORDS if speaker == who]
        words: list[dict[str, object]] = [{"type": "text", "value": w, "ts": s} for w, s in said]
        blank: dict[str, object] = {"type": "punct", "value": " "}
        return [part for word, _ in pairwise([*words, {}]) for part in (word, blank)]

    return {
        "speakers": [{"id": i, "name": who} for i, who in enumerate(WHO)],
        "monologues": [{"speaker": i, "elements": elements(who)} for i, who in enumerate(WHO)],
    }


def _deepgram() -> object:
    words = [
        {
            "word": w.lower().strip(".?"),
            "punctuated_word": w,
            "start": s,
            "end": s + 0.3,
            "speaker": who,
        }
        for w, s, who in WORDS
    ]
    return {"metadata": {}, "results": {"channels": [{"alternatives": [{"words": words}]}]}}


def _paper_edit() -> object:
    return {
        "words": [
            {"id": i, "start": s, "end": s + 0.3, "text": w} for i, (w, s, _) in enumerate(WORDS)
        ],
        "paragraphs": [
            {"id": i, "start": s, "end": s + 3, "speaker": who}
            for i, (s, who) in enumerate(zip(STARTS, WHO, strict=True))
        ],
    }


def _assembly() -> object:
    words = [
        {"text": w, "start": int(s * 1000), "end": int(s * 1000) + 300, "speaker": a}
        for w, s, a in WORDS
    ]
    return {"text": " ".join(SAID), "words": words, "utterances": None, "audio_duration": 9}


def _eleven() -> object:
    words = [
        part
        for w, s, who in WORDS
        for part in (
            {"text": w, "start": s, "end": s + 0.3, "type": "word", "speaker_id": who},
            {"text": " ", "start": s + 0.3, "end": s + 0.4, "type": "spacing", "speaker_id": who},
        )
    ]
    return {"language_code": "en", "text": " ".join(SAID), "words": words}


def _podcast() -> object:
    segments = [
        {"speaker": who, "startTime": s, "endTime": s + 0.3, "body": w} for w, s, who in WORDS
    ]
    return {"version": "1.0.0", "segments": segments}


NAMED = {
    "AWS Transcribe": _aws,
    "Speechmatics 2": _speechmatics,
    "Speechmatics 1": _speechmatics_before,
    "Google, said again with speakers": _google,
    "Azure, files": _azure,
    "Azure, fast": _azure_fast,
    "Rev": _rev,
    "Deepgram": _deepgram,
    "Digital Paper Edit": _paper_edit,
    "AssemblyAI": _assembly,
    "ElevenLabs": _eleven,
    "Podcasting 2.0, a word a segment": _podcast,
}


@pytest.mark.parametrize("answer", NAMED.values(), ids=NAMED)
def test_sentences_have_their_words_times_and_speakers(answer: object) -> None:
    cues = read_page(json.dumps(answer())).transcript  # type: ignore[operator]
    assert [(c.text, c.start, c.speaker) for c in cues] == list(zip(SAID, STARTS, WHO, strict=True))


def test_watson_has_a_turn_for_each_speaker() -> None:
    cues = read_page(json.dumps(_watson())).transcript
    assert [(c.text, c.start, c.speaker) for c in cues] == list(zip(SAID, STARTS, WHO, strict=True))


UNNAMED = {
    "Transformers": {
        "text": " ".join(SAID),
        "chunks": [
            {"timestamp": [s, None], "text": f" {t}"} for t, s in zip(SAID, STARTS, strict=True)
        ],
    },
    "Vosk": {
        "result": [{"word": w, "start": s, "end": s + 0.3, "conf": 1} for w, s, _ in WORDS],
        "text": "",
    },
    "Kaldi": [
        {
            "status": 0,
            "segment-start": start,
            "result": {"final": True, "hypotheses": [{"transcript": t}, {"transcript": "other"}]},
        }
        for t, start in zip(SAID, STARTS, strict=True)
    ],
    "Azure, phrase by phrase": [
        {"RecognitionStatus": "Success", "DisplayText": t, "Offset": int(s * 1e7), "Duration": 9}
        for t, s in zip(SAID, STARTS, strict=True)
    ],
    "Google, seconds and nanos": {
        "results": [
            {
                "alternatives": [
                    {
                        "words": [
                            {
                                "start_time": {"seconds": int(s), "nanos": round(s % 1 * 1e9)},
                                "word": w,
                            }
                            for w, s, _ in WORDS
                        ]
                    }
                ]
            }
        ]
    },
}


@pytest.mark.parametrize("answer", UNNAMED.values(), ids=UNNAMED)
def test_sentences_have_their_words_and_times(answer: object) -> None:
    cues = read_page(json.dumps(answer)).transcript
    assert [(c.text, c.start) for c in cues] == list(zip(SAID, STARTS, strict=True))


def test_words_without_stops_are_parted_at_pauses() -> None:
    words = [("the", 0.0), ("lamp", 0.3), ("turns", 0.7), ("who", 4.0), ("knows", 4.3)]
    answer = {"result": [{"word": w, "start": s, "end": s + 0.2} for w, s in words], "text": ""}
    cues = read_page(json.dumps(answer)).transcript
    assert [(c.text, c.start) for c in cues] == [("the lamp turns", 0.0), ("who knows", 4.0)]


def test_words_of_a_script_without_blanks_are_joined_without_any() -> None:
    words = ["今天", "我们", "看看", "灯塔", "。", "它", "很", "老", "。"]
    answer = {
        "result": [{"word": w, "start": i * 0.3, "end": i * 0.3 + 0.2} for i, w in enumerate(words)]
    }
    cues = read_page(json.dumps(answer, ensure_ascii=False)).transcript
    assert [cue.text for cue in cues] == ["今天我们看看灯塔。", "它很老。"]


def test_captions_of_a_few_words_are_not_joined() -> None:
    rows = [
        {"start": i, "end": i + 1, "text": t}
        for i, t in enumerate(["Yes.", "Not yet.", "Why not?"])
    ]
    assert [c.text for c in read_page(json.dumps(rows)).transcript] == [
        "Yes.",
        "Not yet.",
        "Why not?",
    ]
