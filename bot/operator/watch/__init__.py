"""What the bot does, counted: for Prometheus, for a sign of life, for a line a job, for a chat."""
