"""Jerk-limited motion of the arm's setpoint (Ruckig: Berscheid & Kroeger 2021, arXiv:2105.04830)."""

import numpy as np
from numpy.typing import NDArray
from ruckig import ControlInterface, InputParameter, OutputParameter, Result, Ruckig, RuckigError

from simulation.robots import Robot

Array = NDArray[np.float64]


class Setpoint:
    """Where the joints are told to be: positions, velocities and accelerations, each of shape (n,)."""

    def __init__(self, robot: Robot, time_step: float) -> None:
        self._n = len(robot.arm_joints)
        self._robot = robot
        self._generator = Ruckig(self._n, time_step)
        self.rest_at(np.array(robot.home))

    def rest_at(self, joints: Array) -> None:
        """Stand still at ``joints`` [rad] from now on."""
        self.position = np.array(joints, dtype=np.float64)
        self.velocity, self.acceleration = np.zeros(self._n), np.zeros(self._n)

    def resume(self, state: Array) -> None:
        """Take over what ``state`` gave, shape (3, n)."""
        self.position, self.velocity, self.acceleration = np.array(state, dtype=np.float64)

    @property
    def state(self) -> Array:
        """Positions, velocities and accelerations, shape (3, n)."""
        return np.stack([self.position, self.velocity, self.acceleration])

    @property
    def moving(self) -> bool:
        """Whether it still has any speed to lose."""
        return bool(np.abs(self.velocity).max() > 1e-4 or np.abs(self.acceleration).max() > 1e-2)

    def towards(self, joints: Array, steps: int) -> NDArray[np.float64]:
        """Advance by ``steps`` towards standing still at ``joints``: positions and velocities, (steps, 2, n).

        Should no motion be found, it brakes for that time.
        """
        plan = self._input()
        plan.target_position, plan.target_velocity = list(joints), [0.0] * self._n
        try:
            return self._advance(plan, steps)
        except (RuckigError, RuntimeError):
            return self.brake(steps)

    def brake(self, steps: int) -> NDArray[np.float64]:
        """Advance by ``steps`` towards standing still anywhere, as fast as the limits allow."""
        plan = self._input()
        plan.control_interface, plan.target_velocity = ControlInterface.Velocity, [0.0] * self._n
        return self._advance(plan, steps)

    def _input(self) -> InputParameter:
        plan = InputParameter(self._n)
        plan.current_position = list(self.position)
        plan.current_velocity = list(_settled(self.velocity))
        plan.current_acceleration = list(_settled(self.acceleration))
        plan.max_velocity, plan.max_jerk = list(self._robot.max_velocity), list(self._robot.max_jerk)
        plan.max_acceleration = list(self._robot.max_acceleration)
        plan.target_acceleration = [0.0] * self._n
        return plan

    def _advance(self, plan: InputParameter, steps: int) -> NDArray[np.float64]:
        self._generator.reset()
        output, path = OutputParameter(self._n), np.empty((steps, 2, self._n))
        for index in range(steps):
            result = self._generator.update(plan, output)
            if result not in (Result.Working, Result.Finished):
                raise RuntimeError(f"no motion within the limits: {result}")
            path[index] = output.new_position, output.new_velocity
            output.pass_to_input(plan)
        self.position, self.velocity = np.array(output.new_position), np.array(output.new_velocity)
        self.acceleration = np.array(output.new_acceleration)
        return path


def _settled(rates: Array) -> Array:
    """Rounding errors of standing still, for which Ruckig finds no profile, as exact zeros."""
    return np.where(np.abs(rates) < 1e-9, 0.0, rates)
