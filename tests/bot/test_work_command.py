from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import WRONG, main


def test_without_the_address_of_a_database_there_is_nothing_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["work"]) == WRONG
    assert (
        capsys.readouterr().err
        == "DATABASE_URL is missing: the address of the Postgres that the bots share\n"
    )
