"""Records of any exporter: each object is a comment, a cue, a chapter, a video, or a wrapper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions import CAPTIONS
from summarizer.captions.cues import in_chapters
from summarizer.captions.speech import cues_of
from summarizer.datafiles.columns import Fields, holds_replies, is_list_name
from summarizer.datafiles.comments import comment, of_several, said
from summarizer.datafiles.fields import amount, moment
from summarizer.datafiles.found import Found, Item
from summarizer.datafiles.machine import are_words, is_logged
from summarizer.datafiles.values import MOST_PIECES, parse, text_of
from summarizer.formats import read_best
from summarizer.model import Comment, Cue, Omission, Page
from summarizer.page import read_speech
from summarizer.video_url import canonical, video_id, watch_url

_SHORT = 80
# "[0:12] words" is no list: in an answer kept as text, a quote or a bracket follows.
_DATA = re.compile(r"\{\s{0,200}\"|\[\s{0,200}[\[{\"]")
_REDDIT = "https://www.reddit.com"
_LONGEST = 200_000  # seconds: more is a date


def read_records(value: object) -> Page | None:
    """The page that plain values hold, told by the names of their fields; None if they hold none.

    ``value`` is what JSON or a table gives: objects, lists, strings, numbers.
    """
    found = Found()
    stack = [iter([Item("", value, listed=isinstance(value, list))])]
    while stack and found.pieces < MOST_PIECES:
        if item := next(stack[-1], None):
            stack.append(_look(item, found))
        else:
            stack.pop()
    found.cut = bool(stack) and any(map(any, stack))
    return _page(found)


def _look(item: Item, found: Found) -> Iterator[Item]:
    """Take what ``item`` is; give what has still to be looked at inside it."""
    if isinstance(item.value, dict):
        return _record(item, found)
    if isinstance(item.value, list):
        return _entries(item)
    return _string(item, found) if isinstance(item.value, str) else iter(())


def _entries(item: Item) -> Iterator[Item]:
    listed = item.listed or is_list_name(item.key)
    if not listed and _is_speech(item.key) and all(isinstance(e, str) for e in item.value):
        yield Item(item.key, "\n".join(item.value))
        return
    if not are_words(item.key, item.value):
        return
    for entry in item.value:
        if isinstance(entry, (dict, list, str)):
            yield Item(item.key, entry, listed, item.inside)


def _string(item: Item, found: Found) -> Iterator[Item]:
    text = item.value
    if "-->" in text and "\n" in text:
        found.timed = found.timed or read_best(text, CAPTIONS)
    elif len(text) > _SHORT and _DATA.match(text):
        if (inner := parse(text)) is not None:  # an answer kept as text inside a recording
            yield Item(item.key, inner.value, listed=isinstance(inner.value, list))
    elif item.listed and text.strip():
        _keep(Comment(said(text), reply=item.inside), found, Fields({}))
    elif len(text) > len(found.speech) and len(text) > _SHORT and _is_speech(item.key):
        found.speech = text


def _is_speech(key: str) -> bool:
    return Fields({key: True}).has("speech")


def _record(item: Item, found: Found) -> Iterator[Item]:
    record = Fields(item.value)
    _address(record, found)
    if item.value.get("kind") == "youtube#video" and not found.url:
        found.url = watch_url(str(item.value.get("id")))
    is_said = not is_logged(record)
    if is_said and (cue := _cue(record)):
        speaker = record.get("speaker")
        who = str(speaker).rstrip(" :") or None if isinstance(speaker, str | int) else None
        found.cues[item.key].append((*cue, who))
        found.pieces += 1
        if ":" in str(record.get("start")):
            found.clocked.add(item.key)
    elif is_said and _is_comment(record, item) and (here := comment(record, inside=item.inside)):
        _keep(here, found, record)
        for key, value in item.value.items():
            if isinstance(value, (dict, list)) and holds_replies(str(key)):
                yield Item(str(key), value, listed=False, inside=True)
    else:
        _about(record, item, found)
        for key, value in item.value.items():
            strings = isinstance(value, list) and is_list_name(str(key))
            yield Item(str(key), value, listed=strings, inside=item.inside)


def _cue(record: Fields) -> tuple[float, str] | None:
    """When it begins and its words: a text with a time in the video, and nobody to have written it.

    Less than two days of seconds, or a clock time, is no date.
    """
    if record.has("likes") or _written(record):
        return None
    start = record.get("start")
    at = moment(start)
    if at is None or not (words := _spoken(record)).strip():
        return None
    is_early = isinstance(start, str) or at < _LONGEST
    is_cue = record.has("duration", "speaker") or (is_early and not record.has("parent"))
    return (at, words) if is_cue else None


def _spoken(record: Fields) -> str:
    """The words of a cue: a text, or what a recogniser of speech calls its words."""
    text = text_of(record.get("text"))
    return text or (text_of(record.get("spoken")) if record.has("duration") else "")


def _written(record: Fields) -> bool:
    return record.has("author") and not record.has("duration")


def _is_comment(record: Fields, item: Item) -> bool:
    if not text_of(record.get("text")).strip():
        return False
    if isinstance(record.get("title"), str) and not item.listed:
        return record.has("likes", "parent") and record.has("author")
    return item.listed or record.has("likes", "parent") or record.has("author")


def _keep(one: Comment, found: Found, record: Fields) -> None:
    """Keep a comment, unless the same one was given before: pages of an answer may overlap."""
    found.discussed.note(record, record.get("about"))
    if isinstance(name := record.get("id"), str):
        if (name, one) in found.seen:
            return
        found.seen.add((name, one))
    found.comments.append(one)
    found.pieces += 1


def _address(record: Fields, found: Found) -> None:
    if found.url:
        return
    video = record.get("video")
    if isinstance(video, str) and video_id(watch_url(video)):
        found.url = watch_url(video)
        return
    url = record.get("url")
    if isinstance(url, str) and video_id(url):
        found.url = canonical(url)


def _about(record: Fields, item: Item, found: Found) -> None:
    """Title, channel and description of the first video; chapters; the site's own number."""
    title = text_of(record.get("title")).strip()
    if any(value and is_list_name(str(key)) for key, value in item.value.items()):
        found.discussed.note(record, title)
    start = moment(record.get("start"))
    if title and start is not None and "chapter" in item.key.lower():
        found.chapters.append((start, title))
    elif title and not found.title and (_is_video(record, item.key) or _is_speech(item.key)):
        found.title = said(title)
        found.is_video = item.key == "video" or not (item.key or item.listed)
        found.channel = found.channel or _name(record.get("channel"))
        found.description = found.description or said(record.get("description"))
        url = record.get("url")
        if isinstance(url, str) and url.startswith(("http", "/r/")) and not found.url:
            found.url = canonical(url if url.startswith("http") else _REDDIT + url)
    if found.stated is None:
        found.stated = amount(record.get("stated"))


def _is_video(record: Fields, key: str) -> bool:
    return key == "video" or record.has("description", "channel", "url", "video", "stated")


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        fields = Fields(value)
        value = fields.get("channel") or fields.get("author") or fields.get("title")
    return " ".join(value.split())[:200] or None if isinstance(value, str) else None


def _page(found: Found) -> Page | None:
    cues = _cues(found)
    if not (cues or found.comments or (found.title and _names_video(found))):
        return None
    page = Page(
        title=found.title,
        channel=found.channel,
        url=found.url,
        transcript=cues,
        chapters=in_chapters(cues, found.chapters),
        description=found.description,
        comments=tuple(found.comments),
        comments_stated=found.stated,
        omissions=(Omission("too-long", found.pieces),) if found.cut else (),
    )
    videos = found.discussed.number
    return of_several(page, videos) if videos > 1 else page


def _names_video(found: Found) -> bool:
    """Whether title and description are a video's, and not those of anything that has them."""
    return bool(found.channel or found.url or found.is_video) or found.stated is not None


def _cues(found: Found) -> tuple[Cue, ...]:
    """The fullest list of cues (words and sentences are often given side by side)."""
    if found.cues:
        key = max(found.cues, key=lambda key: sum(len(text) for _, text, _ in found.cues[key]))
        return cues_of(found.cues[key], clocked=key in found.clocked)
    if found.timed:
        return found.timed.transcript
    return () if found.comments else read_speech(found.speech)
