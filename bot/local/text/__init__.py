"""Text as somebody wrote it, in; text and entities as Telegram keeps and cuts them, out."""
