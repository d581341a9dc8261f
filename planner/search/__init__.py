"""From a goal to steps: best-first search over the skills' effects, ranked by say x can x progress."""

from planner.search.find import find_plan
from planner.search.plan import NoPlan, Plan, Rankings, SearchLimits

__all__ = ["NoPlan", "Plan", "Rankings", "SearchLimits", "find_plan"]
