"""The files of a batch in; their digests out, those of one video as one."""

from handlers.answers.files.digests import Part, digest_files

__all__ = ["Part", "digest_files"]
