"""How well it works: seeded situations, rollouts, metrics and suites, judged by the simulator's truth."""
