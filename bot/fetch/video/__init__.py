"""A video's address in; its description, captions and comments, never its picture or sound, out."""

from bot.fetch.video.fetching import fetch_video

__all__ = ["fetch_video"]
