"""YouTube's own answers: the player, the watch page, comments, the transcript panel, live chat.

The same objects stand in saved pages (``ytInitialData``), in recordings of the browser and in
yt-dlp's ``.live_chat.json``. Each kind of object is a row of ``_KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from summarizer.captions.cues import Block, in_chapters, to_cues
from summarizer.datafiles.fields import amount, moment
from summarizer.datafiles.values import text_of, walk
from summarizer.model import Comment, Page, UnreadableError
from summarizer.video_url import watch_url

_MARKS = (
    "responseContext", "videoDetails", "replayChatItemAction", "commentRenderer",
    "commentThreadRenderer", "commentEntityPayload", "transcriptSegmentRenderer",
    "liveChatTextMessageRenderer", "playabilityStatus", "addChatItemAction",
)  # fmt: skip

_LOOKED_AT = 3000


@dataclass(slots=True)
class _Found:
    title: str | None = None
    channel: str | None = None
    video: str | None = None
    description: str = ""
    stated: int | None = None
    comments: list[Comment] = field(default_factory=list)
    cues: list[Block] = field(default_factory=list)
    chapters: list[tuple[float, str]] = field(default_factory=list)
    pinned: set[str] = field(default_factory=set)
    refused: str = ""


def sniff(value: object) -> bool:
    """Whether plain values are an answer of YouTube's own interface."""
    return any(key in _MARKS for key, _ in islice(walk(value), _LOOKED_AT))


def read(value: object) -> Page | None:
    """The page in an answer; None if it holds none.

    Raises UnreadableError where YouTube answered that it does not show the video.
    """
    found = _Found()
    for key, item in walk(value):
        if isinstance(item, dict) and key in _KINDS:
            _KINDS[key](item, found)
    cues = to_cues(found.cues)
    if not (found.title or found.comments or cues):
        if found.refused:
            raise UnreadableError("video-not-shown", reason=found.refused)
        return None
    return Page(
        title=found.title,
        channel=found.channel,
        url=watch_url(found.video) if found.video else None,
        transcript=cues,
        chapters=in_chapters(cues, found.chapters),
        description=found.description,
        comments=tuple(found.comments),
        comments_stated=found.stated,
    )


def _details(item: dict[str, Any], found: _Found) -> None:
    """``videoDetails`` of the player."""
    found.video = found.video or _word(item.get("videoId"))
    found.title = found.title or _word(item.get("title"))
    found.channel = found.channel or _word(item.get("author"))
    found.description = found.description or _word(item.get("shortDescription")) or ""


def _microformat(item: dict[str, Any], found: _Found) -> None:
    found.title = found.title or text_of(item.get("title")) or None
    found.channel = found.channel or _word(item.get("ownerChannelName"))
    found.description = found.description or text_of(item.get("description"))


def _refusal(item: dict[str, Any], found: _Found) -> None:
    if item.get("status") != "OK":
        found.refused = text_of(item.get("reason")) or str(item.get("status"))


def _primary(item: dict[str, Any], found: _Found) -> None:
    found.title = found.title or text_of(item.get("title")) or None


def _secondary(item: dict[str, Any], found: _Found) -> None:
    whole = item.get("attributedDescription") or item.get("description")
    found.description = found.description or text_of(whole)


def _owner(item: dict[str, Any], found: _Found) -> None:
    found.channel = found.channel or text_of(item.get("title")) or None


def _count(item: dict[str, Any], found: _Found) -> None:
    """Heads of the comments: "1,204 Comments" in runs, or the number alone."""
    shown = item.get("countText") or item.get("commentCount") or item.get("commentsCount")
    number = next((n for w in text_of(shown).split() if (n := amount(w)) is not None), None)
    found.stated = found.stated if number is None else number


def _comment(item: dict[str, Any], found: _Found) -> None:
    """``commentRenderer``, until 2024."""
    text = text_of(item.get("contentText")).strip()
    if text:
        found.comments.append(
            Comment(
                text,
                text_of(item.get("authorText")) or None,
                amount(text_of(item.get("voteCount")) or item.get("likeCount")),
                text_of(item.get("publishedTimeText")) or None,
                reply=item.get("replyCount") is None and _is_reply(item),
                pinned="pinnedCommentBadge" in item,
            )
        )


def _is_reply(item: dict[str, Any]) -> bool:
    return "." in str(item.get("commentId", ""))


def _entity(item: dict[str, Any], found: _Found) -> None:
    """``commentEntityPayload``, since 2024."""
    about = _dict(item.get("properties"))
    text = text_of(about.get("content")).strip()
    toolbar = _dict(item.get("toolbar"))
    if text:
        found.comments.append(
            Comment(
                text,
                _word(_dict(item.get("author")).get("displayName")),
                amount(toolbar.get("likeCountNotliked") or toolbar.get("likeCountLiked") or 0),
                _word(about.get("publishedTime")),
                reply=bool(about.get("replyLevel")),
                pinned=about.get("commentId") in found.pinned,
            )
        )


def _view(item: dict[str, Any], found: _Found) -> None:
    if item.get("pinnedText"):
        found.pinned.add(str(item.get("commentId")))


def _segment(item: dict[str, Any], found: _Found) -> None:
    start = moment(item.get("startMs"))
    words = text_of(item.get("snippet"))
    found.cues.append(Block(None if start is None else start / 1000, (words,)))


def _old_cue(item: dict[str, Any], found: _Found) -> None:
    start = moment(item.get("startOffsetMs"))
    words = text_of(item.get("cue"))
    found.cues.append(Block(None if start is None else start / 1000, (words,)))


def _chapter(item: dict[str, Any], found: _Found) -> None:
    millis = item.get("timeRangeStartMillis")
    start = moment(text_of(item.get("timeDescription")) if millis is None else millis)
    title = text_of(item.get("title"))
    if start is not None and title:
        chapter = (start / 1000 if millis is not None else start, title)
        if chapter not in found.chapters[-200:]:
            found.chapters.append(chapter)


def _chat(item: dict[str, Any], found: _Found) -> None:
    """A message of the live chat; its age is the time in the video."""
    text = text_of(item.get("message")).strip()
    if text:
        author = text_of(item.get("authorName")) or None
        found.comments.append(Comment(text, author, age=text_of(item.get("timestampText")) or None))


def _word(value: object) -> str | None:
    return value or None if isinstance(value, str) else None


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


_KINDS: dict[str, Callable[[dict[str, Any], _Found], None]] = {
    "videoDetails": _details,
    "playerMicroformatRenderer": _microformat,
    "playabilityStatus": _refusal,
    "videoPrimaryInfoRenderer": _primary,
    "videoSecondaryInfoRenderer": _secondary,
    "videoOwnerRenderer": _owner,
    "commentsHeaderRenderer": _count,
    "commentsEntryPointHeaderRenderer": _count,
    "commentRenderer": _comment,
    "commentViewModel": _view,
    "commentEntityPayload": _entity,
    "transcriptSegmentRenderer": _segment,
    "transcriptCueRenderer": _old_cue,
    "macroMarkersListItemRenderer": _chapter,
    "chapterRenderer": _chapter,
    "liveChatTextMessageRenderer": _chat,
    "liveChatPaidMessageRenderer": _chat,
    "liveChatMembershipItemRenderer": _chat,
}
