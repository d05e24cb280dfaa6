"""A feed comes in; one episode of it goes out, with its transcript where it names one."""

from bot.fetch.sites.podcasts.episodes import FEED, of_feed, transcript_at
from bot.fetch.sites.podcasts.feed import is_feed

__all__ = ["FEED", "is_feed", "of_feed", "transcript_at"]
