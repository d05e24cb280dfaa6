"""Runs the bot, or digests files: ``python -m bot``, ``python -m bot digest FILE``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import get_args

from bot.files import digest_files, json_writer, terminal_writer
from summarizer import Options
from summarizer.model import Method


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command that ``arguments`` name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    try:
        return _digest(chosen)
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _digest(chosen: argparse.Namespace) -> int:
    options = Options(chosen.sentences, chosen.method)
    write = (json_writer if chosen.json else terminal_writer)(sys.stdout)
    status = digest_files(chosen.source, options, write)
    sys.stdout.flush()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    digest = commands.add_parser("digest", help="digest files in the terminal")
    digest.add_argument("source", nargs="+", metavar="FILE|FOLDER|-", help="- is standard input")
    digest.add_argument("--json", action="store_true", help="one JSON object a file")
    digest.add_argument("--sentences", type=_positive, metavar="N", help="so many sentences")
    digest.add_argument("--method", choices=get_args(Method), default="blend", help="how to choose")
    return parser


def _positive(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError("give a whole number from 1")


if __name__ == "__main__":
    sys.exit(main())
