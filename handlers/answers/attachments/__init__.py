"""A digest in; a picture of its chart, or files to keep, out below its reply."""

from handlers.answers.attachments.charts import Charts, caption
from handlers.answers.attachments.export import Exports, Kind, export_json, export_markdown

__all__ = ["Charts", "Exports", "Kind", "caption", "export_json", "export_markdown"]
