"""The same bot without Telegram: an in-memory Telegram, with a Bot API server and a chat page."""
