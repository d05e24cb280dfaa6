"""JSON that programs write for programs, and what people say in files that look alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import UnreadableError, read_page

SAID = "The wheel of the old mill turns again since Friday."
LOGGED = {
    "pino": {"level": 30, "time": 1717400000000, "pid": 4, "hostname": "web", "msg": SAID},
    "structlog": {"timestamp": "2024-06-03T07:00:00Z", "level": "info", "message": SAID},
    "bunyan": {"name": "mill", "hostname": "web", "pid": 4, "level": 40, "msg": SAID},
    "logback": {"@timestamp": "x", "level": "WARN", "logger_name": "a.B", "message": SAID},
    "cloud": {"severity": "ERROR", "insertId": "x", "logName": "y", "message": SAID},
    "journal": {"_HOSTNAME": "web", "SYSLOG_IDENTIFIER": "sshd", "MESSAGE": SAID},
    "events": {"Level": "Information", "Event ID": "7036", "Message": SAID},
    "pylint": {"type": "convention", "line": 3, "column": 4, "message-id": "C1", "message": SAID},
    "mypy": {"file": "a.py", "line": 3, "column": 4, "message": SAID, "severity": "error"},
    "phpstan": {"message": SAID, "line": 3, "ignorable": True},
    "cargo": {"reason": "compiler-message", "package_id": "x", "message": {"message": SAID}},
    "stylelint": {"line": 3, "column": 4, "rule": "x", "severity": "warning", "text": SAID},
}


@pytest.mark.parametrize("record", LOGGED.values(), ids=LOGGED)
@pytest.mark.parametrize("form", ["list", "lines", "messages", "table"])
def test_what_programs_log_is_no_comment(record: dict[str, Any], form: str) -> None:
    records = [record] * 4
    lines = [json.dumps(one) for one in records]
    cells = [",".join(map(str, one)) for one in (record, *(one.values() for one in records))]
    text = {
        "list": json.dumps(records),
        "lines": "\n".join(lines),
        "messages": json.dumps([{"filePath": "a.js", "messages": records}]),
        "table": "\n".join(cells),
    }[form]
    with pytest.raises(UnreadableError):
        read_page(text)


DOCUMENTS: dict[str, dict[str, Any]] = {
    "OpenAPI": {"openapi": "3.0.3", "info": {"title": "Mills", "description": SAID}, "paths": {}},
    "SARIF": {"version": "2.1.0", "runs": [{"results": [{"message": {"text": SAID}}]}]},
    "notebook": {"cells": [{"source": [SAID], "outputs": [{"text": [SAID]}]}], "nbformat": 4},
    "HAR": {"log": {"creator": {}, "entries": [{"comment": SAID, "time": 41}]}},
    "Jest": {"numFailedTests": 1, "testResults": [{"name": "a.js", "message": SAID}]},
    "runs": {"total_count": 1, "workflow_runs": [{"author": {"name": "a"}, "message": SAID}]},
    "GeoJSON": {"type": "FeatureCollection", "features": [{"properties": {"comment": SAID}}]},
    "Kubernetes": {"apiVersion": "v1", "kind": "List", "items": [{"message": SAID}]},
    "analytics": {"columnHeaders": [], "rows": [[SAID, "4120"], [SAID, "981"]]},
    "unknown, with titles": {"audits": {"a": {"title": "Speed", "description": SAID}}},
    "unknown, with names": {"graph": {"nodes": ["node_modules/mill", "node_modules/wheel"]}},
}


@pytest.mark.parametrize("value", DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents_of_programs_are_refused(value: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError, match="no transcript, description or comments"):
        read_page(json.dumps(value))


PEOPLE: dict[str, Any] = {
    "a level of a game": [{"author": "Ida", "level": 30, "text": SAID}],
    "a severe ticket": [{"reporter": "x", "severity": "high", "comments": [{"text": SAID}]}],
    "an answer with a code": {"errorCode": 0, "requestId": "x", "data": [{"comment": SAID}]},
    "a line of a film": [{"line": SAID, "author": "Ida"}],
    "words in a list": {"data": [SAID, "Yes.", "How old is it, please?"]},
    "short words": {"comments": ["Yes.", "No."]},
    "other letters": {"items": ["古い水車が回る。", "いいね。"]},
}


@pytest.mark.parametrize("value", PEOPLE.values(), ids=PEOPLE)
def test_what_people_say_in_such_files_is_read(value: object) -> None:
    assert read_page(json.dumps(value)).comments


def test_a_title_and_a_description_alone_are_a_video() -> None:
    page = read_page(json.dumps({"title": "The old mill", "description": SAID}))
    assert (page.title, page.description) == ("The old mill", SAID)
