"""The groups of commands; nothing heavy is imported before a command runs."""
