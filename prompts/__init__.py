"""One Markdown file a prompt: a YAML header (id, version, inputs, output), then the text; data only."""
