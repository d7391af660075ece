"""Two accounts of one meeting, side by side."""
