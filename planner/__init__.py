"""From a task in words to executed, verified steps: language models, prompts, the decision loop, recovery."""
