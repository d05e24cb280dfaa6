"""Files that people and the bot send, kept in a temporary folder."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.local.errors import bad_request
from bot.local.world.chats import JSON

LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_UPLOAD = 50 * 1024 * 1024
KEPT_FILES = 300


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in flight."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class _Kept:
    name: str
    mime: str
    size: int
    path: Path
    unique_id: str


class Files:
    """Files by id; the oldest leave, and ``close`` removes the folder."""

    def __init__(self) -> None:
        self._temporary: TemporaryDirectory[str] | None = None
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._count = 0

    @property
    def folder(self) -> Path:
        """Where they lie, made when first needed."""
        self._temporary = self._temporary or TemporaryDirectory(prefix="local-telegram-")
        return Path(self._temporary.name)

    def keep(self, upload: Upload) -> JSON:
        """Store a file; return the fields that every file object of the Bot API has."""
        self._count += 1
        file_id = f"local-file-{self._count:06}"
        path = self.folder / file_id
        path.write_bytes(upload.data)
        unique_id = hashlib.sha256(upload.data).hexdigest()[:16]
        self._kept[file_id] = _Kept(upload.name, upload.mime, len(upload.data), path, unique_id)
        while len(self._kept) > KEPT_FILES:
            self._kept.popitem(last=False)[1].path.unlink()
        return self.about(file_id)

    def about(self, file_id: str) -> JSON:
        """The fields of a File object, without its path."""
        kept = self._find(file_id)
        return {"file_id": file_id, "file_unique_id": kept.unique_id, "file_size": kept.size}

    def located(self, file_id: str) -> JSON:
        """The File object that getFile answers with; larger ones are refused."""
        kept = self._find(file_id)
        if kept.size > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        suffix = Path(kept.name).suffix
        return self.about(file_id) | {"file_path": f"documents/{file_id}{suffix}"}

    def read(self, path: str) -> Upload:
        """The file behind a path of ``located``, or behind an id."""
        kept = self._find(Path(path).stem)
        return Upload(kept.name, kept.path.read_bytes(), kept.mime)

    def close(self) -> None:
        """Remove all."""
        self._kept.clear()
        if self._temporary:
            self._temporary.cleanup()
            self._temporary = None

    def _find(self, file_id: str) -> _Kept:
        if not (kept := self._kept.get(file_id)):
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return kept
