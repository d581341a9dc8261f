"""What a robot can do: the skill contract, libraries of skills, limits, and the runner that carries a call out."""

from skills.action import Action, ActionChunk, EndEffectorTarget, JointTarget
from skills.builtin import tabletop_library
from skills.errors import LibraryError, UnknownSkillError
from skills.library import SkillLibrary
from skills.limits import ForceLimit, GripperLimit, JointLimit, Limit, RotationLimit, StepLimit, WorkspaceLimit
from skills.loader import PluginProblem, Plugins, load_domain, load_skills_file, plugins
from skills.operator import Operator
from skills.ports import EmergencyStop, Episode, Policy, PolicyError, World
from skills.runner import Outcome, Runner, Tick
from skills.skill import Skill, SkillCall
from skills.tools import call_schema, langchain_tools

__all__ = [
    "Action",
    "ActionChunk",
    "EmergencyStop",
    "EndEffectorTarget",
    "Episode",
    "ForceLimit",
    "GripperLimit",
    "JointLimit",
    "JointTarget",
    "LibraryError",
    "Limit",
    "Operator",
    "Outcome",
    "PluginProblem",
    "Plugins",
    "Policy",
    "PolicyError",
    "RotationLimit",
    "Runner",
    "Skill",
    "SkillCall",
    "SkillLibrary",
    "StepLimit",
    "Tick",
    "UnknownSkillError",
    "WorkspaceLimit",
    "World",
    "call_schema",
    "langchain_tools",
    "load_domain",
    "load_skills_file",
    "plugins",
    "tabletop_library",
]
