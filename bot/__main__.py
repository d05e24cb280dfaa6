"""Runs the bot, digests files, asks one: ``video-digest``, ``digest FILE``, ``ask FILE WORDS``."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Sequence
from getpass import getpass
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.arguments import add_for_admin, add_for_ask, add_for_digest
from bot.ask_command import ask_file
from bot.config import Settings, has_token, read_settings
from bot.digest_command import digest_files, json_writer, terminal_writer
from bot.digest_table import DigestTable
from bot.errors import LeaseLostError, RivalError, SettingsError, StorageError, WorkersError
from summarizer import Options

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

WRONG: Final = 2
DOTENV: Final = Path(".env")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command that ``arguments`` name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (SettingsError, StorageError, WorkersError) as problem:
        sys.stderr.write(f"{problem}\n")
        return WRONG
    except (RivalError, LeaseLostError) as problem:
        sys.stderr.write(f"{problem}\n")
        return problem.status
    return status


def _serve(chosen: argparse.Namespace) -> int:
    from bot.logs import set_up_logs
    from bot.service import serve

    if chosen.local and not has_token(os.environ, DOTENV):
        return _serve_locally()
    settings = _settings()
    set_up_logs(settings.log_level, settings.secrets, layout=settings.log_format)
    asyncio.run(serve(settings, _settings))
    return 0


def _serve_locally() -> int:
    from bot.local_chat import run_locally
    from bot.logs import set_up_logs

    set_up_logs("WARNING", ())
    asyncio.run(run_locally(os.environ, DOTENV))
    return 0


def _work(_: argparse.Namespace) -> int:
    from bot.work_command import work

    work(os.environ, DOTENV)
    return 0


def _init(_: argparse.Namespace) -> int:
    from bot.operator.first_settings import write_first_settings

    write_first_settings(DOTENV, input, getpass if sys.stdin.isatty() else input)
    print(f"{DOTENV} is written, for you alone; next: video-digest doctor")
    return 0


def _doctor(_: argparse.Namespace) -> int:
    return asyncio.run(_examined(_settings()))


async def _examined(settings: Settings) -> int:
    from bot.operator.doctor import examine

    is_ok = True
    async for finding in examine(settings, dotenv=DOTENV):
        print(finding)
        is_ok &= finding.is_ok
    return int(not is_ok)


def _backup(chosen: argparse.Namespace) -> int:
    from bot.storage.backup import backup
    from bot.storage.postgres_copies import refuse_to_copy

    settings = _settings()
    if settings.database_url:
        refuse_to_copy(settings.telegram_bot_token, chosen.file)
    backup(settings.database_path, chosen.file)
    print(f"{settings.database_path} is copied to {chosen.file}")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    from bot.storage.backup import restore
    from bot.storage.postgres_copies import refuse_to_restore

    settings = _settings()
    if settings.database_url:
        refuse_to_restore(chosen.file)
    former = restore(chosen.file, settings.database_path)
    aside = f"; the former one is {former}" if former else ""
    print(f"{chosen.file} is {settings.database_path} now{aside}")
    return 0


def _migrate(_: argparse.Namespace) -> int:
    from bot.migrate_command import migrate_tables

    for line in asyncio.run(migrate_tables(_settings())) or ["the tables are up to date"]:
        print(line)
    return 0


def _config(_: argparse.Namespace) -> int:
    from bot.operator.terminal import in_force

    for line in in_force(os.environ, DOTENV):
        print(line)
    return 0


def _admin(chosen: argparse.Namespace) -> int:
    from bot.operator.terminal import administer

    print(asyncio.run(administer(_settings(), chosen.what, str(chosen.id or ""))))
    return 0


def _settings() -> Settings:
    return read_settings(os.environ, DOTENV)


def _digest(chosen: argparse.Namespace) -> int:
    options = Options(chosen.sentences, chosen.method)
    table = DigestTable() if chosen.table else None
    write = table.write if table else (json_writer if chosen.json else terminal_writer)(sys.stdout)
    logging.getLogger().addHandler(logging.NullHandler())  # libraries talk much of broken files
    if chosen.fetch:
        from bot.fetch_command import digest_addresses

        status = digest_addresses(chosen.source, options, write, DOTENV)
    else:
        status = digest_files(chosen.source, options, write, table.refuse if table else None)
    if table:
        table.show(sys.stdout)
    sys.stdout.flush()
    return status


def _find(chosen: argparse.Namespace) -> int:
    from bot.find_command import find_words

    return find_words(_settings(), " ".join(chosen.words), sys.stdout)


def _ask(chosen: argparse.Namespace) -> int:
    logging.getLogger().addHandler(logging.NullHandler())
    status = ask_file(chosen.source, chosen.question, sys.stdout, as_json=chosen.json)
    sys.stdout.flush()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("video-digest", description="Run the bot.")
    parser.set_defaults(run=_serve)
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {version('video-digest-bot')}"
    )
    parser.add_argument(
        "--local", action="store_true", help="without a token: a chat page on this machine"
    )
    commands = parser.add_subparsers(metavar="COMMAND", title="without a command the bot runs")
    _add_operation(commands)
    _add_reading(commands)
    return parser


def _add_operation(commands: Commands) -> None:
    first = commands.add_parser("init", help="write a first .env, from three questions")
    first.set_defaults(run=_init)
    doctor = commands.add_parser("doctor", help="check token, network, database, workers, disk")
    doctor.set_defaults(run=_doctor)
    work = commands.add_parser("work", help="digest for bots on other machines")
    work.set_defaults(run=_work)
    _add_copies(commands)
    migrate = commands.add_parser("migrate", help="bring the tables of DATABASE_URL up to date")
    migrate.set_defaults(run=_migrate)
    config = commands.add_parser("config", help="show the settings in force, secrets masked")
    config.set_defaults(run=_config)
    admin = commands.add_parser("admin", help="stats, ban, unban, purge")
    admin.set_defaults(run=_admin)
    add_for_admin(admin)


def _add_copies(commands: Commands) -> None:
    copy = commands.add_parser("backup", help="copy the database, also while the bot runs")
    copy.set_defaults(run=_backup)
    copy.add_argument("file", type=Path, metavar="FILE", help="a new file")
    back = commands.add_parser("restore", help="put a copy in the place of the database")
    back.set_defaults(run=_restore)
    back.add_argument("file", type=Path, metavar="FILE", help="what backup made; checked first")


def _add_reading(commands: Commands) -> None:
    digest = commands.add_parser("digest", help="digest files in the terminal")
    digest.set_defaults(run=_digest)
    add_for_digest(digest)
    find = commands.add_parser("find", help="words in the pages that the database keeps")
    find.set_defaults(run=_find)
    find.add_argument("words", nargs="+", metavar="WORD")
    ask = commands.add_parser("ask", help="ask a file what the video says")
    ask.set_defaults(run=_ask)
    add_for_ask(ask)


if __name__ == "__main__":
    sys.exit(main())
