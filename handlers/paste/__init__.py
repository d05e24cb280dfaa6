"""Messages in, one source out: which of them belong together, and the text that was copied."""
