"""Scripts that are not packaged: training, tables, measuring."""
