"""The script that compares our tables with a newer public list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.compare_link_rules import main

RULES = {
    "providers": {
        "video": {
            "urlPattern": r"^https?:\/\/(?:[a-z0-9-]+\.)*?youtube\.com",
            "rules": ["si", "feature", "quite_new", "not(?:plain)?"],
        },
        "shops": {
            "urlPattern": r"^https?:\/\/(?:[a-z0-9-]+\.)*?amazon(?:\.[a-z]{2,}){1,}",
            "rules": ["qid"],
        },
        "all": {"urlPattern": ".*", "rules": ["utm_source", "quite_new"]},
        "empty": {"urlPattern": ".*"},
    }
}


def test_it_names_what_our_tables_leave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES), encoding="utf-8")
    main(rules)
    assert capsys.readouterr().out == "all: quite_new\nvideo: quite_new\n"
