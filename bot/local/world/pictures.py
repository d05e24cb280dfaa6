"""Pictures as Telegram describes them."""

from __future__ import annotations

from io import BytesIO

from bot.local.errors import bad_request
from bot.local.world.chats import JSON
from bot.local.world.files import Files, Upload

_LARGEST_SUM = 10_000
_LONGEST_SHAPE = 20


def photo_sizes(files: Files, upload: Upload) -> list[JSON]:
    """The PhotoSize list of a picture, refused where the bytes are none."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(upload.data)) as image:
            width, height = image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    if width + height > _LARGEST_SUM or max(width, height) > _LONGEST_SHAPE * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return [{**files.keep(upload), "width": width, "height": height}]
