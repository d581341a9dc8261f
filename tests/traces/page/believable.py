"""Traces that look like real ones, written in a moment: failures, recoveries, a question, pictures, motion."""

import math

import numpy as np

from traces import (
    Answered,
    Asked,
    Candidate,
    Filmed,
    Moved,
    Observed,
    Prompted,
    PromptUsed,
    Ranked,
    Recovered,
    RunFinished,
    RunStarted,
    SeenFact,
    SeenObject,
    StepFinished,
    StepStarted,
    TraceStore,
    TraceWriter,
    Understood,
    Verified,
    Versions,
)

TASK = "put the red block in the blue bowl, then stack the green block on the yellow one"
PLACES = {
    "red block": ("block", "red", (0.52, -0.11)),
    "green block": ("block", "green", (0.44, 0.05)),
    "yellow block": ("block", "yellow", (0.60, 0.12)),
    "blue bowl": ("bowl", "blue", (0.46, 0.28)),
    "white bowl": ("bowl", "white", (0.62, -0.26)),
}
PROMPT = PromptUsed(id="say", version="3", sha256="9f" * 32)
JOINTS = tuple(f"joint panda_joint{n} [rad]" for n in range(1, 8))
COLUMNS = ("time [s]", *JOINTS, *(f"end effector {a} [m]" for a in "xyz"), "gripper [m]", "force [N]")


class Robot:
    """Writes the events of one run, step by step."""

    def __init__(self, writer: TraceWriter, pictures: bool = True) -> None:
        self.writer = writer
        self.clock = 0.0
        self.pictures = pictures
        self.places = {name: place for name, (_, _, place) in PLACES.items()}
        self.facts: set[tuple[str, ...]] = {("gripper empty",), ("on", "green block", "table")}
        self.span = writer.root_span

    def look(self) -> None:
        """One observation."""
        self.span = self.writer.new_span()
        frames = {}
        if self.pictures:
            frames = {name: self.writer.save_frame(name, self._picture(name)) for name in ("front", "wrist")}
        objects = tuple(
            SeenObject(
                id=name,
                category=kind,
                attributes={"colour": colour},
                position=(*self.places[name], 0.02),
                confidence=0.9 + 0.02 * i,
            )
            for i, (name, (kind, colour, _)) in enumerate(PLACES.items())
        )
        facts = (
            *(SeenFact(predicate=f[0], arguments=f[1:]) for f in sorted(self.facts)),
            SeenFact(predicate="left of", arguments=("red block", "green block")),
        )
        self.writer.emit(Observed(frames=frames, objects=objects, facts=facts, span=self.span))

    def decide(self, call: str, text: str, certain: float = 0.9) -> None:
        """A prompt and a ranking that picks `call`."""
        prompt = f"Instruction: {TASK}\nSo far: nothing\nNext: "
        self.writer.emit(
            Prompted(
                prompt=PROMPT,
                purpose="say",
                text=prompt,
                output=f"-0.11 {text}\n-2.41 done",
                model="SmolLM2-135M",
                tokens=412,
                cached_tokens=380,
                span=self.span,
            )
        )
        others = [
            ("pick_up(green block)", "pick up the green block", 0.21, 0.95, 0.37, "less likely to help"),
            (
                "pick_up(white bowl)",
                "pick up the white bowl",
                0.02,
                0.07,
                0.37,
                "the value function sees no grasp (0.07)",
            ),
            ("open(drawer)", "open the drawer", 0.01, None, 0.37, "precondition fails: there is no drawer here"),
            ("done()", "done", 0.05, 1.0, 0.37, "does not bring the goal nearer"),
        ]
        chosen = Candidate(call=call, text=text, say=0.71, can=certain, progress=1.0, score=0.71 * certain, chosen=True)
        rest = tuple(
            Candidate(
                call=c,
                text=t,
                say=say,
                can=can,
                progress=near,
                score=None if can is None else say * can * near,
                why_not=why,
            )
            for c, t, say, can, near, why in others
            if c != call
        )
        heat = {}
        if self.pictures:
            heat = {"front": self.writer.save_frame("attention", self._heat())}
        self.writer.emit(
            Ranked(
                candidates=(chosen, *rest),
                prompt=PROMPT,
                cached_tokens=380,
                attention=heat,
                seconds=0.18,
                span=self.span,
            )
        )

    def act(
        self, call: str, text: str, works: bool = True, status: str = "done", attempt: int = 1, ticks: int = 30
    ) -> None:
        """A step with its motion and its verdict."""
        self.writer.emit(StepStarted(call=call, text=text, attempt=attempt, span=self.span))
        rows = []
        for i in range(ticks):
            t = self.clock + i * 0.05
            arm = tuple(math.sin(0.7 * t + n) * (0.4 + 0.1 * n) for n in range(7))
            hand = (0.5 + 0.1 * math.sin(t), 0.2 * math.cos(0.8 * t), 0.2 + 0.12 * math.cos(2 * t))
            rows.append((t, *arm, *hand, 0.08 if i < ticks // 2 else 0.02, 9.0 if abs(i - ticks // 2) < 2 else 0.4))
        self.clock += ticks * 0.05
        self.writer.emit(Moved(columns=COLUMNS, rows=tuple(rows), span=self.span))
        why = "the policy is done (probability 0.97)" if status == "done" else "no progress for 3 s"
        self.writer.emit(StepFinished(call=call, status=status, reason=why, seconds=1.5, ticks=ticks, span=self.span))
        self.writer.emit(
            Verified(call=call, success=works, probability=0.97 if works else 0.12, judge="detector", span=self.span)
        )

    def recover(self, recovery: str, reason: str, **left: int) -> None:
        """One rung of the ladder."""
        self.writer.emit(Recovered(recovery=recovery, reason=reason, budget=left, span=self.span))  # type: ignore[arg-type]

    def _picture(self, camera: str) -> "np.ndarray":
        image = np.full((128, 128, 3), (196, 188, 176) if camera == "front" else (150, 158, 165), np.uint8)
        image[:28] = (120, 132, 145)
        for name, (_, colour, _) in PLACES.items():
            x, y = self.places[name]
            row, column = int(118 - (x - 0.35) * 240), int(64 - y * 150)
            shade = {
                "red": (200, 50, 50),
                "green": (50, 150, 80),
                "yellow": (220, 180, 40),
                "blue": (50, 100, 210),
                "white": (240, 240, 240),
            }[colour]
            size = 7 if "block" in name else 11
            image[max(0, row - size) : row + size, max(0, column - size) : column + size] = shade
        return image

    def _heat(self) -> "np.ndarray":
        rows, columns = np.mgrid[0:128, 0:128]
        glow = np.exp(-((rows - 78) ** 2 + (columns - 80) ** 2) / 500)[..., None]
        return (self._picture("front") * (1 - glow) + np.array([250, 60, 20]) * glow).astype(np.uint8)


def start(store: TraceStore, task: str = TASK, **more: object) -> TraceWriter:
    """A trace with its first event."""
    versions = Versions(code="0.1.0")
    begun = {"scene": "tabletop", "robot": "panda", "seed": 7, "model": "SmolLM2-135M-Instruct", "versions": versions}
    return store.create(RunStarted(task=task, **{**begun, **more}))  # type: ignore[arg-type]


def write_run(
    store: TraceStore,
    task: str = TASK,
    second: str = "pick_up(red block)",
    pictures: bool = True,
    filmed: bool = False,
    **more: object,
) -> str:
    """A whole run: a failure, a retry, another choice, a question and its answer, and the end."""
    with start(store, task, **more) as writer:
        robot = Robot(writer, pictures)
        robot.look()
        goal = ("goal: red block in blue bowl", "then: green block on yellow block")
        writer.emit(
            Understood(
                wrote="red block -> in blue bowl; green block -> on yellow block",
                goal=goal,
                notes=("read under the grammar, 5 choices",),
                span=robot.span,
            )
        )
        robot.decide("pick_up(red block)", "pick up the red block")
        robot.act("pick_up(red block)", "pick up the red block", works=False)
        robot.recover("retry", "the gripper closed on nothing", retry=1, next_choice=2, replan=2, ask=1, stop=1)
        robot.look()
        robot.decide(second, "pick up the red block" if "red" in second else "pick up the green block", 0.64)
        robot.act(second, "pick up the red block", works=False, status="timed out", attempt=2)
        robot.recover("next_choice", "the same step failed twice", retry=0, next_choice=1, replan=2, ask=1, stop=1)
        robot.look()
        writer.emit(
            Asked(question="Which block do you mean?", options=("the red block", "the green block"), span=robot.span)
        )
        writer.emit(Answered(answer="the red block", span=robot.span))
        robot.decide("pick_up(red block)", "pick up the red block from above", 0.88)
        robot.act("pick_up(red block)", "pick up the red block from above")
        robot.facts = {("holding", "red block"), ("on", "green block", "table")}
        robot.look()
        robot.decide("put_in(red block, blue bowl)", "put the red block in the blue bowl", 0.97)
        robot.act("put_in(red block, blue bowl)", "put the red block in the blue bowl")
        robot.places["red block"] = robot.places["blue bowl"]
        robot.facts = {("gripper empty",), ("in", "red block", "blue bowl")}
        robot.look()
        robot.decide("stack(green block, yellow block)", "stack the green block on the yellow block", 0.81)
        robot.act("stack(green block, yellow block)", "stack the green block on the yellow block")
        robot.places["green block"] = robot.places["yellow block"]
        robot.facts |= {("on", "green block", "yellow block")}
        robot.look()
        if filmed:
            film(writer, robot.clock)
        phases = {"observe": 0.1, "say": 2.2, "can": 0.9, "execute": 7.5}
        writer.emit(
            RunFinished(
                status="verified",
                verified=True,
                success=True,
                reason="the goal holds on the scene after 5 steps",
                seconds=phases,
                steps=5,
                recoveries=2,
            )
        )
    return writer.id


def write_many(store: TraceStore, count: int) -> None:
    """Short runs of several kinds, written in one transaction, since thousands are wanted."""
    import json
    import sqlite3

    write_run(store, pictures=False)
    connection = sqlite3.connect(store.path)
    with connection:
        for n in range(count - 1):
            connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, 1, ?)", _short_run(n, json.dumps))
    connection.close()


def _short_run(n: int, dumps: "type[str] | object") -> list[tuple[str, int, str, float, str]]:
    trace, wall = f"20260101-{n:06d}-abcdef", 1_767_225_600.0 + 60 * n
    skill, status = (
        ("pick_up", "put_in", "wipe")[n % 3],
        ("verified", "not_achieved", "asked", "stopped_for_safety")[n % 4],
    )
    bodies = [
        {
            "kind": "run_started",
            "task": f"task number {n}",
            "scene": "tabletop",
            "robot": ("panda", "talos")[n % 2],
            "seed": n,
            "model": "embedded",
        },
        {"kind": "step_started", "call": f"{skill}(thing {n})"},
        {"kind": "step_finished", "call": f"{skill}(thing {n})", "status": "done" if n % 4 == 0 else "timed out"},
        {"kind": "run_finished", "status": status, "verified": n % 4 == 0, "success": None},
    ]
    return [(trace, seq, str(body["kind"]), wall + seq * (1 + n % 7), dumps(body)) for seq, body in enumerate(bodies)]  # type: ignore[operator]


def write_long(store: TraceStore, events: int) -> str:
    """One run of so many events."""
    with start(store) as writer:
        robot = Robot(writer, pictures=False)
        n = 1
        while n < events:
            robot.look()
            robot.decide("pick_up(red block)", "pick up the red block")
            robot.act("pick_up(red block)", "pick up the red block", works=n % 3 == 0)
            if n % 3:
                robot.recover("retry", "it slipped", retry=1)
            n += 8
    return writer.id


def film(writer: TraceWriter, seconds: float, camera: str = "front") -> None:
    """A video whose brightness grows with time."""
    import av

    path = writer.folder / f"{camera}.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        frames = int(seconds * 10)
        for i in range(frames):
            shade = np.full((64, 64, 3), 255 * i // frames, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(shade, format="rgb24")))
        container.mux(stream.encode())
    writer.emit(Filmed(camera=camera, file=path.name, start=0.0, seconds=seconds, frames=frames))
