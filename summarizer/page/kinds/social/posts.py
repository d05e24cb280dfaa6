"""The posts of a page: which of those named in it are posts, and which one the page is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line, Mark, previous_full
from summarizer.page.kinds.social.headers import (
    PostHeader,
    find_post_headers,
    find_user_headers,
    is_moment,
)

_FEWEST = 2
_FEWEST_USERS = 3
_VIDEO = (Mark.SUBSCRIBERS, Mark.PANEL)


class Posts(NamedTuple):
    """The posts in order; ``main`` is the number of the one that the page is about, if any.

    Its date stands in line ``moment``, if it is shown. ``others`` are people who are named there
    without a post: in a card, in an advertisement, in a sentence.
    """

    headers: Sequence[PostHeader]
    main: int | None
    moment: int | None
    others: Sequence[PostHeader] = ()

    @property
    def quoted(self) -> Sequence[int]:
        """The posts that the main one shows inside itself, above its date."""
        if self.main is None or self.moment is None:
            return ()
        below = range(self.main + 1, len(self.headers))
        return [i for i in below if self.headers[i].first < self.moment]


def find_posts(landmarks: Landmarks) -> Posts | None:
    """The posts where authors are named as only social networks do it, else None."""
    headers = _below_menu(landmarks, find_post_headers(landmarks))
    if not headers:
        return _find_users_posts(landmarks)
    if landmarks.says(*_VIDEO, before=headers[0].first):
        return None
    moment = _find_moment(landmarks.lines, headers[0])
    main = _find_main(landmarks.lines, headers, moment)
    dated = [header for header in headers if header.age and header.sure]
    if len(dated) + (main is not None) + (moment is not None) < _FEWEST:
        return None
    posts = sorted([*dated, main] if main else dated, key=lambda header: header.first)
    others = [header for header in headers if not header.age and header is not main]
    return Posts(posts, posts.index(main) if main else None, moment if main else None, others)


def stands_apart(lines: Sequence[Line], header: PostHeader) -> bool:
    """Whether a counter stands above the name: inside a sentence, words would."""
    above = previous_full(lines, header.first - 1)
    return above >= 0 and lines[above].amount is not None


def _below_menu(landmarks: Landmarks, headers: list[PostHeader]) -> list[PostHeader]:
    """The headers without one of the reader's own, which stands in the menu above the thread."""
    bound = next((header.first for header in headers if header.age), len(landmarks.lines))
    top = landmarks.last(Mark.THREAD, before=bound)
    below = headers if top is None else [header for header in headers if header.first > top]
    return below or headers


def _find_moment(lines: Sequence[Line], first: PostHeader) -> int | None:
    return next((i for i in range(first.body, len(lines)) if is_moment(lines[i])), None)


def _find_main(
    lines: Sequence[Line], headers: Sequence[PostHeader], moment: int | None
) -> PostHeader | None:
    """The post without an age at its name: the first one, or one below those that it answers."""
    if not headers[0].age:
        return headers[0]
    undated = [header for header in headers if not header.age and header.first < (moment or 0)]
    apart = (header for header in undated if stands_apart(lines, header))
    return next(apart, undated[0] if undated else None)


def _find_users_posts(landmarks: Landmarks) -> Posts | None:
    """The posts of users without a handle, the first one that which the page is about."""
    users = find_user_headers(landmarks)
    if len(users) < _FEWEST_USERS or landmarks.says(Mark.REPLY, *_VIDEO):
        return None
    return Posts(users, 0, None)
