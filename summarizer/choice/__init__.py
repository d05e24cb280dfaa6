"""Which sentences an editor would show: what readers have marked, and the rules of the choice."""
