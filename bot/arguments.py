"""What the longer commands of the terminal take."""

from __future__ import annotations

import argparse
from typing import get_args

from bot.operator.console import OF_ONE, STATS, STATS_ABOUT
from summarizer.model import Method


def add_for_digest(digest: argparse.ArgumentParser) -> None:
    """Add the arguments of ``digest``."""
    digest.add_argument("source", nargs="+", metavar="FILE|FOLDER|-", help="- is standard input")
    digest.add_argument(
        "--fetch", action="store_true", help="the sources are addresses, to be fetched"
    )
    layout = digest.add_mutually_exclusive_group()
    layout.add_argument("--json", action="store_true", help="one JSON object a file")
    layout.add_argument("--table", action="store_true", help="one table, a line a file")
    digest.add_argument(
        "--sentences", type=_positive, metavar="N", help="of the summary; default: by its length"
    )
    digest.add_argument(
        "--method",
        choices=get_args(Method),
        default="blend",
        help="of ranking: blend (default), or an algorithm of sumy's",
    )


def add_for_ask(ask: argparse.ArgumentParser) -> None:
    """Add the arguments of ``ask``."""
    ask.add_argument("source", metavar="FILE|-", help="- is standard input")
    ask.add_argument("question", metavar="QUESTION", help='in quotes: "when does it begin?"')
    ask.add_argument("--json", action="store_true", help="one JSON object")


def add_for_admin(admin: argparse.ArgumentParser) -> None:
    """Add the commands of ``admin``."""
    what = admin.add_subparsers(metavar="WHAT", dest="what", required=True)
    what.add_parser(STATS, help=STATS_ABOUT).set_defaults(id=None)
    for name, about in OF_ONE.items():
        what.add_parser(name, help=about).add_argument("id", type=int, metavar="ID")


def _positive(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError("give a whole number from 1")
