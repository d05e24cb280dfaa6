"""The running program: the only place that knows the outside world."""
