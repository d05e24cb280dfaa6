"""Plain values in the layout of a known site, program or recogniser come in; a Page goes out."""

from summarizer.datafiles.layouts import (
    chats,
    exports,
    innertube,
    json3,
    posts,
    recognisers,
    statuses,
)

__all__ = ["chats", "exports", "innertube", "json3", "posts", "recognisers", "statuses"]
