"""What a person wants, as conditions over a scene: read from words, checked, and handed to search as a ``Target``."""
