"""Documents, bodies and treaties that a text names."""
