"""An episode of a podcast with its transcript, podcasting2.org: ``podcast:transcript``."""

from __future__ import annotations

from bot.fetch.model import Fetched, FetchError, Get, Got
from bot.fetch.sites.answers import Answers, best_captions, gone, text_of
from bot.fetch.sites.podcasts.feed import Episode, alone, chosen, episodes_of, language_of

FEED = "application/rss+xml, application/xml;q=0.9, */*;q=0.5"


async def of_feed(got: Got, name: str, get: Get) -> Fetched:
    """The episode of that ``name``, or the newest; a feed without recordings as it is.

    Raises:
        FetchError: the feed has no episode of that name.
    """
    text = text_of(got)
    episodes = episodes_of(text, got.url)
    episode = chosen(episodes, name)
    if episode is None and name:
        raise gone(got.url)
    answers = Answers(get)
    if episode is None:
        return answers.fetched(("feed.xml", got.body))
    return await _of(episode, alone(text, episode, episodes), language_of(text), answers)


async def transcript_at(url: str, name: str, get: Get) -> Fetched | None:
    """The episode of that ``name`` in the feed at ``url``, if it has a transcript that comes."""
    try:
        found = await of_feed(await get(url, accept=FEED), name, get)
    except FetchError:
        return None
    return found if any(part.startswith("captions") for part in found.came) else None


async def _of(episode: Episode, feed: str, language: str, answers: Answers) -> Fetched:
    captions = await best_captions(episode.transcripts, language, answers)
    return answers.fetched(("episode.xml", feed.encode()), *captions)
