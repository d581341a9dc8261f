"""The simulated world: scenes, the robot in PyBullet, demonstrators and disturbances.

Only the light parts are exported here; ``simulation.world``, ``simulation.demonstrator`` and so on are imported by
those who need physics.
"""

from simulation.scene import CATEGORIES, COLOURS, Light, ObjectSpec, SceneSpec, sample_tabletop

__all__ = ["CATEGORIES", "COLOURS", "Light", "ObjectSpec", "SceneSpec", "sample_tabletop"]
