"""What a host's robots.txt asks of this bot (RFC 9309)."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

PATH = "/robots.txt"
MOST_BYTES = 500 * 1024
"""As much of one as RFC 9309 wants read."""


def allows(robots: str, agent: str, url: str) -> bool:
    """Whether the text lets an agent of that name get the address."""
    parser = RobotFileParser()
    parser.parse(robots.splitlines())
    return parser.can_fetch(agent, url)
