"""Figures of the project, measured: CPU milliseconds, megabytes, lag; how good its answers are."""
