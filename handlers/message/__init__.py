"""A Digest in, one message out: its blocks, its HTML within Telegram's limits, its buttons."""
