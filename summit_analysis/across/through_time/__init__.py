"""A formula through a series of texts, and wording taken over."""
