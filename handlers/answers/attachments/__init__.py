"""A digest in; a picture of its chart or files to keep out, below its reply; and a bookmark."""

from handlers.answers.attachments.capture import capture_page, send_capture
from handlers.answers.attachments.charts import Charts, caption
from handlers.answers.attachments.export import (
    Exports,
    Kind,
    export_file,
    export_json,
    export_markdown,
)

__all__ = [
    "Charts",
    "Exports",
    "Kind",
    "caption",
    "capture_page",
    "export_file",
    "export_json",
    "export_markdown",
    "send_capture",
]
