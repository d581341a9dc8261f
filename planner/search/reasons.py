"""Why a target can never be reached, in words."""

from planner.goals.target import PlanningWorld, Target


def why_never(world: PlanningWorld, target: Target, limits: object) -> str:
    return "no plan"
