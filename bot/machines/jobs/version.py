"""Which version of the job functions this is: only workers of the same one take a job."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from handlers.fingerprint import fingerprint, summarizer_fingerprint


@cache
def version() -> str:
    """The hash of all that has a say in what a job comes to, and in how it is written."""
    others = (files("handlers"), files("bot").joinpath("machines", "jobs"))
    parts = (summarizer_fingerprint(), *map(fingerprint, others))
    return sha256("".join(parts).encode()).hexdigest()[:32]
