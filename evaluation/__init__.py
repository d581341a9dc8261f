"""How well it works: seeded situations, rollouts, metrics and suites, judged by the simulator's truth."""

from evaluation.metrics import auroc, confusion, expected_calibration_error, wilson_interval

__all__ = ["auroc", "confusion", "expected_calibration_error", "wilson_interval"]
