"""Words of sentences tagged from closed lists, and what a verb governs."""
