"""Updates come in from Telegram, and requests go out to it, paced and repeated."""
