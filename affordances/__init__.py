"""What can succeed here and now and whether it did: value functions, success detectors and their ranking with say."""

from affordances.ports import SuccessDetector, ValueFunction, Verdict
from affordances.ranking import Affordance, rank

__all__ = ["Affordance", "SuccessDetector", "ValueFunction", "Verdict", "rank"]
