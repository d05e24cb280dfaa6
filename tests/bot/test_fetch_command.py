"""``digest --fetch``: what is typed is fetched, whatever the settings say of links."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot import fetch_command
from bot.digest_command import json_writer
from summarizer import Options


def test_a_private_address_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = io.StringIO()
    urls = ["http://169.254.169.254/latest", "ftp://site.example/"]
    status = fetch_command.digest_addresses(urls, Options(), json_writer(written), tmp_path / "env")
    assert (status, written.getvalue()) == (1, "")
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("http://169.254.169.254/latest: 169.254.169.254 is not on the public")
    assert second.startswith("ftp://site.example/: That is not an address of the web")
