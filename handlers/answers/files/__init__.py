"""The files of a batch in; their digests out, those of one video as one, and a list of several."""

from handlers.answers.files.digests import Part, digest_files
from handlers.answers.files.downloads import download, place_for
from handlers.answers.files.page_list import answer_with_other, send_list

__all__ = ["Part", "answer_with_other", "digest_files", "download", "place_for", "send_list"]
