"""The soak test, ``make soak``: kills, stops, faults, floods and damaged input."""
