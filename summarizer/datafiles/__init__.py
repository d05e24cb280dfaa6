"""Structured files: what downloaders, services and spreadsheets give for a video."""
