"""One bot on many machines that share a Postgres."""
