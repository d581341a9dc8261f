"""From pixels to symbols: observations, scenes, detectors and references."""

from grounding.observation import Camera, Image, Observation, Proprioception
from grounding.ports import Grounder
from grounding.scene import Fact, Scene, SceneObject

__all__ = ["Camera", "Fact", "Grounder", "Image", "Observation", "Proprioception", "Scene", "SceneObject"]
