from __future__ import annotations

import base64
import hashlib

import pytest

from summarizer import UnreadableError, read_page

NOISE = b"".join(hashlib.sha256(bytes([i])).digest() for i in range(20))

CODE = [
    "def turn(wheel):\n    for i in range(3):\n        wheel.turn(i)\n    return wheel\n",
    'const a = require("x");\nfunction go(b) {\n  if (b > 3) {\n    return a(b);\n  }\n}\n',
    '!function(e,t){"object"==typeof e?e.x=t():e.y=t()}(this,function(){var a=1,b=2;return{c:a}});',
    '#include <stdio.h>\n\nint main(void) {\n    printf("hello");\n    return 0;\n}\n',
    'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello")\n}\n',
    "CREATE TABLE ports (\n  id INTEGER PRIMARY KEY\n);\nSELECT * FROM ports WHERE id = 1;\n",
    "body {\n  color: red;\n  margin: 0 auto;\n}\n.a > .b {\n  display: none;\n}\n",
    '#!/bin/sh\nset -e\ncd /tmp\nfor f in *; do\n  mv "$f" x\ndone\n',
    "diff --git a/x b/x\nindex 12ab34f..99 100644\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n-a\n+b\n",
    '[project]\nname = "ice"\nversion = "1"\n[tool.ruff]\nline-length = 100\n',
    "A=1\nTOKEN=abc\nPORT=80\n",
    "FROM python:3.11-slim\nWORKDIR /ice\nCOPY . .\nRUN pip install -r needs.txt\n",
    'library(dplyr)\nice <- read.csv("ice.csv")\nmeans <- ice %>%\n  group_by(month)\n',
    "-- Dump\nCREATE TABLE `ice` (\n  `id` int NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=X;\n",
    "\\documentclass{article}\n\\title{Ice}\n\\begin{document}\n\\maketitle\n\\end{document}\n",
]
LOGGED = (
    "2024-02-06 07:30:0{0},123 INFO port.ice - The ice is {0} cm thick",
    "[2024-02-06T07:30:0{0}Z] [error] could not open the harbour",
    "Feb  6 07:30:0{0} host sshd[12]: Accepted password for ana",
    '192.0.2.{0} - - [06/Feb/2024:07:30:00 +0100] "GET / HTTP/1.1" 200 5',
    "Feb 06 07:30:0{0} web-2 ice[812]: The harbour was opened again",
    "2024-02-06T07:30:0{0}.1234567Z The harbour was opened again",
    "src/ice.py:{0}:80: E501 Line too long (104 > 88)",
    "src/ice.ts({0},5): error TS2304: Cannot find name 'harbour'.",
    "npm WARN deprecated ice@{0}.2.3: this version of ice is not kept any longer",
    "tests/test_ice.py::test_thickness_{0} PASSED          [ 25%]",
    "#{0} [internal] load the definition of the harbour",
)
TRACE = '  File "a.py", line 3, in go\n    go()\n'
LOGS = [
    *("\n".join(line.format(i) for i in range(5)) for line in LOGGED),
    f"Traceback (most recent call last):\n{TRACE}{TRACE}ValueError: x",
]
NUMBERS = [
    "x,y,z\n" + "\n".join(f"{i},{i * 1.5},{i * 2}" for i in range(30)),
    "date,open,close\n" + "\n".join(f"2024-05-{i:02},{i * 1.5},{i}" for i in range(1, 20)),
    "\n".join(f"{i}\t{i * 3}\t{i * 7}" for i in range(40)),
    "port,lat,lon\nOslo,59.9,10.7\nBergen,60.4,5.3\nHamar,60.8,11.1\nBodo,67.3,14.4\n",
]
ENCODED = [
    base64.encodebytes(NOISE).decode(),
    base64.b64encode(NOISE).decode(),
    "data:image/png;base64," + base64.b64encode(NOISE).decode(),
    NOISE.hex(),
    f"-----BEGIN CERTIFICATE-----\n{base64.encodebytes(NOISE).decode()}-----END CERTIFICATE-----",
]
SETTINGS = [
    "version: 3\nservices:\n  web:\n    image: nginx\n    ports:\n      - 80:80\n  db:\n    x: y\n",
    "name: x\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    steps:\n      - uses: a/b\n",
    "en:\n  ice:\n    title: The harbour in winter\n    empty: Nobody here\n  late:\n    a: b\n",
    "# words\nice.title=The harbour in winter\nice.empty=Nobody here\nlate.boat = Come back\n",
]
DATA = [
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:The ice is broken\nEND:VEVENT\n",
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ines Holm\nNOTE:Harbour office\nEND:VCARD\n",
    'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "The boats are late."\nmsgstr "Zu spät."\n',
    "Name,Given Name,E-mail,Phone\nInes Holm,Ines,i@ice.example,\nOle Dahl,Ole,,0555\nBo,Bo,,\n",
    "TY  - JOUR\nAU  - Holm, Ines\nTI  - How thick ice carries men\nPY  - 2019\nER  - \n",
]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        *((text, "program code") for text in CODE),
        *((text, "a log") for text in LOGS),
        *((text, "numbers") for text in NUMBERS),
        *((text, "encoded data") for text in ENCODED),
        *((text, "settings") for text in SETTINGS),
    ],
)
def test_what_machines_write_is_refused_by_its_name(text: str, what: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(UnreadableError, match=f"looks like {what}") as refused:
            read_page(data, "notes.txt")
        assert str(refused.value).count(".") == 1


@pytest.mark.parametrize("text", DATA)
def test_calendars_cards_and_catalogues_are_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="no transcript, description or comments"):
        read_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "We write x = 3 here, and then we print it.\nIt says three, as you would hope it does.\n",
        "Open the terminal and type:\n\nnpm install ice\n\nThen wait until it is done.\n",
        "RUN AWAY FROM THE ICE!\nADD SALT TO THE WATER.\nCOPY THAT, HARBOUR.\nFROM HERE ON.\n",
        "milk, egg, jam, rye\nbread, oil, tea, rum\nbait, rope, net, pot\nice, fog, sun, sea\n",
        "Harbour day\n\tmilk\n\teggs\n\tflour and salt\n\ta stone if you find one\n",
        "Ana:\n  The ice is thick.\nBo:\n  How thick?\nAna:\n  Forty.\nBo:\n  Oh.\nAna:\n  Yes.\n",
        "Mon  10:00  Yoga  Ana\nTue  11:00  Chess  Bo\nWed  12:00  Bread  Cy\nThu  9:00  Ice  Di\n",
        "[Music]\n[Applause]\n[Music]\nThank you all for coming to the harbour tonight.\n",
        "Ana: error: it is cold\nBo: yes\nAna: no\nBo: really?\nAna: it is\n",
        "- milk\n- eggs\n- flour\n- salt\n- a stone from the harbour, if you find one\n",
        "The sea was grey;\nthe ice was thin;\nthe men were late;\nthe boats came in;\n",
        "In 1901, 1902 and 1903 the ice was 40, 45 and 50 cm thick, they say, and nobody went out.",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten is a word.",
        "0:01 hello\n0:05 it is cold\n0:09 the ice is here\n0:12 so long\n",
        "冬の港は凍っていて、魚は来ませんでした。\n十二日目に風が変わりました。\n",
    ],
)
def test_what_people_write_is_read(text: str) -> None:
    got = read_page(text)
    assert got.transcript or got.comments or got.description
