"""The files of a batch in; their digests out, those of one video as one."""

from handlers.answers.files.digests import digest_files

__all__ = ["digest_files"]
