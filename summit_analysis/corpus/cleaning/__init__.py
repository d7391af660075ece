"""From a page's text to what a careful typist would have typed."""
