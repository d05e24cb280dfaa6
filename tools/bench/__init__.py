"""Figures of the project, measured: CPU milliseconds, megabytes, lag."""
