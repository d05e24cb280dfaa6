"""A job's function with its arguments in; what it came to out, from whichever machine has room."""

from bot.machines.jobs.serving import serve_jobs
from bot.machines.jobs.shared_workers import SharedWorkers, shared_workers

__all__ = ["SharedWorkers", "serve_jobs", "shared_workers"]
