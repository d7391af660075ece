"""Who did what with words: acts, their classes, replies and strength."""
