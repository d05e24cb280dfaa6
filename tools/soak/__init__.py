"""Hours of trouble in minutes: ``make soak``."""
