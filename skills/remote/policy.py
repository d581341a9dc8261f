"""A policy that runs elsewhere: a large model on a machine with a GPU is a skill like any other."""

import os
import time
import weakref
from dataclasses import dataclass, field

from grounding import Observation
from skills.action import ActionChunk
from skills.errors import LibraryError
from skills.remote.dialect import Dialect, dialect_of
from skills.remote.line import Address, Encoding, Line, ServerError, connect
from skills.remote.received import AnswerError, short

TOKEN_VARIABLE = "DOABLE_POLICY_TOKEN"
"""Environment variable with the token of policy servers."""


@dataclass(frozen=True)
class RemotePolicy:
    """Asks a policy server for actions, in the manner of openpi's ``infer(obs) -> {"actions": …}``.

    Nothing is connected before a command is begun. Each attempt has a connection of its own, opened while the robot
    stands still, with some tries; once the robot moves, any fault ends the attempt and stops the robot (the runner does
    that when ``act`` raises), and the connection is never made anew behind its back.

    Raises:
        LibraryError: an address, a dialect or a number that cannot be.
    """

    address: str
    """``ws://HOST:PORT`` (openpi) or ``http://HOST:PORT/PATH``; ``wss`` and ``https`` across a network."""
    dialect: Dialect | str = "doable"
    """How it wants to be spoken to: a name (``doable``, ``droid``), or ``Dialect(…)``, or ``Dialect.read(FILE)``."""
    token: str | None = field(default=None, repr=False)
    """None: what ``DOABLE_POLICY_TOKEN`` says, if anything."""
    connect_timeout: float = 5.0
    """For one try to connect, [s]."""
    answer_timeout: float = 5.0
    """For one answer, [s]; meanwhile the robot holds still."""
    first_answer_timeout: float = 30.0
    """For the first answer of an attempt, when a server may have to load or compile a model, [s]."""
    attempts: int = 4
    """Tries to connect."""
    backoff: float = 0.5
    """Pause after the first try that failed, [s]; it doubles every time."""
    max_bytes: int = 16 * 2**20
    """Of one answer."""
    encoding: Encoding = "msgpack"
    """Of messages over HTTP."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "dialect", dialect_of(self.dialect))
        if self.attempts < 1 or self.backoff < 0:
            raise LibraryError(f"attempts {self.attempts} and backoff {self.backoff}; give at least 1 and 0 s")
        self._where()

    def start(self, command: str) -> "RemoteEpisode":
        """Connect, and begin a command.

        Raises:
            ServerError: the server cannot be reached in all the tries, does not let us in, or is no policy server.
        """
        where, dialect = self._where(), dialect_of(self.dialect)
        line = self._connect(where)
        theirs = line.metadata.get("dialect")
        if theirs is not None and (theirs == "doable") != dialect.sent.whole:
            line.close()
            raise where.fault("garbage", f"it speaks the dialect {short(theirs)}, which was not asked for")
        return RemoteEpisode(where, dialect, line, command)

    def _connect(self, where: Address) -> Line:
        for attempt in range(self.attempts):
            try:
                return connect(where)
            except ServerError as error:
                if error.kind != "server unreachable" or attempt + 1 == self.attempts:
                    raise
                time.sleep(self.backoff * 2**attempt)
        raise AssertionError("there is at least one attempt")

    def _where(self) -> Address:
        token = self.token or os.environ.get(TOKEN_VARIABLE) or None
        times = (self.connect_timeout, self.answer_timeout, self.first_answer_timeout)
        return Address(self.address, token, *times, self.max_bytes, self.encoding)


class RemoteEpisode:
    """One command under way; after the first fault there is no other answer."""

    def __init__(self, where: Address, dialect: Dialect, line: Line, command: str) -> None:
        self._where, self._dialect, self._line, self._command = where, dialect, line, command
        self._began: float | None = None
        self._seconds = where.first_answer_timeout
        self._fault: ServerError | None = None
        self._hang_up = weakref.finalize(self, line.close)

    def act(self, observation: Observation) -> ActionChunk:
        """Ask the server.

        Raises:
            ServerError: no answer in time, none that means actions, or a broken connection; now or earlier.
            LibraryError: the robot lacks a camera that the dialect names.
        """
        if self._fault is not None:
            raise self._fault
        self._began = observation.time if self._began is None else self._began
        message = self._dialect.sent.message(observation, self._command)
        try:
            answer = self._line.ask(message, self._seconds)
            self._seconds = self._where.answer_timeout
            return self._dialect.received.chunk(answer, observation, observation.time - self._began)
        except AnswerError as error:
            raise self._failed(self._where.fault("garbage", f"it sent {error}")) from error
        except ServerError as error:
            raise self._failed(error) from error.__cause__

    def close(self) -> None:
        """Hang up; later questions are not answered."""
        self._fault = self._fault or self._where.fault("gone", "the attempt is over")
        self._hang_up()

    def _failed(self, fault: ServerError) -> ServerError:
        self._fault = fault
        self._hang_up()
        return fault
