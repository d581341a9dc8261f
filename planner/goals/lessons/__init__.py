"""Lessons that teach a small model to read goals: our own sentences, facts of daily life, and made-up robots."""
