"""Reads the files of a git snapshot that has no work tree."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path


def paths(repository: Path, pattern: str) -> list[str]:
    """The files of the newest commit whose path matches ``pattern``, by name."""
    listed = _git(repository, "ls-tree", "-r", "-z", "--name-only", "HEAD")
    found = re.compile(pattern)
    return sorted(name for name in listed.decode().split("\0") if found.fullmatch(name))


def contents(repository: Path, names: list[str]) -> Iterator[str]:
    """The text of each file in ``names``; "" where the snapshot lacks it."""
    command = ["git", "-C", str(repository), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as git:
        assert git.stdin is not None
        assert git.stdout is not None
        for name in names:
            git.stdin.write(f"HEAD:{name}\n".encode())
            git.stdin.flush()
            head = git.stdout.readline().split()
            size = int(head[-1]) if head[-1].isdigit() else -1
            yield git.stdout.read(size + 1)[:-1].decode("utf-8", "replace") if size >= 0 else ""


def _git(repository: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout
