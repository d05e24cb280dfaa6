"""One e-mail as a page, or the e-mails of a thread as a page and its discussion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice
from typing import NamedTuple

from summarizer.decode import decode
from summarizer.mail.body import Body, attachments, plain_body, read_body
from summarizer.mail.words import bare_subject, header, says
from summarizer.mime import decoded, parse_mail
from summarizer.model import Comment, Cue, Omission, Page, UnreadableError
from summarizer.page import read_text

MOST_MAILS = 2_000

MOST_CHARACTERS = 2_000_000
"""Characters of all e-mails of a mailbox that are read."""

_HEAD = 20_000
_HEAD_LINES = 250
_FIELD = re.compile(r"[A-Za-z][\w-]{1,60}:(?:\s|$)")
_ENVELOPE = re.compile(r"From \S{1,300}(?: .{0,100})? \d{4}(?: .{0,20})?$")
_BETWEEN = re.compile(rb"\n(?=From \S{1,300} [^\n]{0,100}\d{4}[^\n]{0,20}\r?\n[A-Za-z>-]{1,60}:)")
_TECHNICAL = re.compile(
    r"(?:^|\n)(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID|Received):",
    re.IGNORECASE,
)
_SAVED_PAGE = re.compile(
    r"(?:^|\n)(?:Snapshot-Content-Location:|From:\s{0,4}<?Saved by )", re.IGNORECASE
)
_MOST_NAMED = 10

_BROKEN = UnreadableError("mail-broken")
_EMPTY = UnreadableError("mail-empty")


class Mail(NamedTuple):
    """What one e-mail says, and which others it belongs to."""

    subject: str
    sender: str | None
    date: str | None
    body: Body
    id: str = ""
    answers: str = ""
    attached: tuple[str, ...] = ()


def sniff(text: str) -> float:
    """How surely ``text`` is an e-mail with its head."""
    start = text[:_HEAD].lstrip()
    head = list(_head(start.split("\n")[:_HEAD_LINES]))
    kinds = {kind for kind, _ in head}
    if _SAVED_PAGE.search(start) or "from" not in kinds:
        return 0.0
    return 0.99 if kinds & {"subject", "date"} and len(head) > 1 else 0.0


def is_mail(data: bytes) -> bool:
    """Whether ``data`` begins like an e-mail, and not like a page that a browser saved as one."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n ")
    if b":" not in start[:400] or b"\0" in start[:400]:
        return False
    return sniff(start.decode("utf-8", "replace").replace("\r\n", "\n")) > 0


def read_mail(data: str | bytes) -> Page:
    """The page in an e-mail; of several the first is the page, and the others are its discussion.

    UnreadableError where nothing new is said in it.
    """
    is_text = isinstance(data, str)
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    parts = content.lstrip(b"\xef\xbb\xbf\r\n ").replace(b"\r\n", b"\n")
    mails = list(_bounded(_mail(part, is_text=is_text) for part in _split(parts)))
    thread = _thread(mails)
    said = [mail for mail in thread if mail.body.text]
    if not said:
        raise _EMPTY
    page = _page(said[0], tuple(_answers(said[1:])))
    left = (Omission("another-page"),) if len(thread) < len(mails) else ()
    return replace(page, omissions=(*page.omissions, *left))


def _head(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The fields of a head by what they are; the first line that belongs to none ends it."""
    begun = False
    for line in lines:
        found = header(line) if not line[:1].isspace() else None
        if found:
            begun = True
            yield found
        elif (begun and not line.strip()) or not _belongs(line, begun=begun):
            return


def _belongs(line: str, *, begun: bool) -> bool:
    """Whether a line is another field of a head, goes on with one, or may stand above it."""
    return bool(_FIELD.match(line)) or line[:1].isspace() or _above(line, begun=begun)


def _above(line: str, *, begun: bool) -> bool:
    """Whether a line may stand above a head: a mailbox's envelope, words about a forward."""
    return not begun and (not line or bool(_ENVELOPE.match(line)) or says("forwarded", line))


def _split(data: bytes) -> Iterator[bytes]:
    """The e-mails of a mailbox (RFC 4155), or the one there is."""
    if not data.startswith(b"From "):
        yield data
        return
    for part in _BETWEEN.split(data):
        yield part.partition(b"\n")[2].replace(b"\n>From ", b"\nFrom ")


def _bounded(mails: Iterator[Mail]) -> Iterator[Mail]:
    left = MOST_CHARACTERS
    for mail in islice(mails, MOST_MAILS):
        yield mail
        left -= len(mail.body.text)
        if left < 0:
            return


def _mail(data: bytes, *, is_text: bool) -> Mail:
    head = data[:_HEAD].partition(b"\n\n")[0].decode("utf-8", "replace")
    return _parsed(data, is_text=is_text) if _TECHNICAL.search(head) else _pasted(decode(data))


def _parsed(data: bytes, *, is_text: bool) -> Mail:
    mail = parse_mail(data, _BROKEN)
    subject, forward = bare_subject(decoded(mail["Subject"]))
    return Mail(
        subject=subject,
        sender=_sender(decoded(mail["From"])),
        date=_day(decoded(mail["Date"])),
        body=read_body(mail, forward=forward, is_text=is_text),
        id=str(mail["Message-ID"] or "").strip(),
        answers=str(mail["In-Reply-To"] or "").strip()[:1000],
        attached=tuple(islice(attachments(mail), _MOST_NAMED)),
    )


def _pasted(text: str) -> Mail:
    """An e-mail as it is copied out of a mail program, its head in that program's language."""
    lines = text.split("\n")
    fields: dict[str, str] = {}
    for kind, value in _head(lines[:_HEAD_LINES]):
        fields.setdefault(kind, value)
    subject, forward = bare_subject(decoded(fields.get("subject")))
    rest = lines[_end_of_head(lines) :]
    return Mail(
        subject=subject,
        sender=_sender(decoded(fields.get("from"))),
        date=_day(fields.get("date", "")),
        body=plain_body("\n".join(rest), forward=forward),
    )


def _end_of_head(lines: Sequence[str]) -> int:
    """The line behind the last field of a head."""
    last = 0
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if header(line) or _FIELD.match(line) or (last and line[:1].isspace() and line.strip()):
            last = i + 1
        elif last or not _above(line, begun=False):
            break
    return last


def _sender(written: str) -> str | None:
    """The name of who wrote it, else the address before its sign."""
    name, address = parseaddr(written) if "@" in written else (written, "")
    return (name or address.partition("@")[0] or written).strip(" \"'<>")[:200] or None


def _day(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written[:100]).strftime("%Y-%m-%d")
    except (ValueError, TypeError, IndexError, OverflowError):
        return written[:80] or None


def _thread(mails: Sequence[Mail]) -> list[Mail]:
    """The e-mails under the subject that most of them have."""
    subjects = Counter(mail.subject.casefold() for mail in mails)
    most = subjects.most_common(1)[0][0]
    return [mail for mail in mails if mail.subject.casefold() == most]


def _page(mail: Mail, answers: tuple[Comment, ...]) -> Page:
    read = read_text(mail.body.text)
    above = read.title if read.title and read.title != mail.subject else None
    is_prose = not (read.comments or read.channel or read.url)
    greeting = above if above and mail.subject and is_prose else ""
    lost = (Cue(greeting),) if greeting and not _encloses(read) else ()
    letter = (read.description,) if lost else (greeting, read.description)
    unread = tuple(Omission("unreadable-part", part=name) for name in mail.attached)
    return replace(
        read,
        title=mail.subject or read.title,
        channel=read.channel or mail.sender,
        transcript=(*lost, *read.transcript),
        description="\n\n".join(filter(None, letter)),
        chapters=tuple(replace(c, cue=c.cue + len(lost)) for c in read.chapters),
        comments=(*read.comments, *answers),
        links=mail.body.links or read.links,
        omissions=(*read.omissions, *unread),
    )


def _encloses(read: Page) -> bool:
    """Whether a letter stands above a transcript that it brings: what it says is not spoken."""
    return bool(read.description) or any(cue.start is not None for cue in read.transcript[:1])


def _answers(mails: Sequence[Mail]) -> Iterator[Comment]:
    known = {mail.id for mail in mails if mail.id}
    for mail in mails:
        answers = mail.answers in known
        yield Comment(mail.body.text, mail.sender, age=mail.date, reply=answers)
