"""Pages of social networks come in as landmarks; the post and its answers go out as a Page."""

from summarizer.page.kinds.social.profiles import tidy_profiles
from summarizer.page.kinds.social.thread import read_thread, weigh_thread
from summarizer.page.kinds.social.words import name_post

__all__ = ["name_post", "read_thread", "tidy_profiles", "weigh_thread"]
