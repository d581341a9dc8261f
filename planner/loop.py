"""The decision loop: observe, ground, propose, rank, execute, verify, recover.

A LangGraph graph whose state is written to SQLite before every node. A killed process is resumed by another at the node
it was in; a step that was interrupted is looked at and judged before anything moves.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, cast

import numpy as np
from langgraph.graph import END, START, StateGraph

from affordances.ranking import rank
from grounding import Observation, Scene
from grounding.permanence import recognised, with_hidden
from planner import report
from planner.memory import StepRecord, failures_in_a_row, lines, succeeded, unrepaired, was_lost
from planner.parts import Parts
from planner.recovery import Spent, recover
from planner.say import score_and_tell
from planner.state import State, dump_scene, load_scene, load_things
from planner.supervision import corrected
from planner.vetoes import DONE, FAILED_HERE, VETOED, vetoes
from skills import Outcome, SkillCall, Tick
from traces import Ranked, Recovered, SafetyStopped, StepFinished, StepStarted, Verified

Update = dict[str, Any]


class Loop:
    """The nodes of one run, over the parts that were passed in."""

    def __init__(self, parts: Parts) -> None:
        """Nothing is observed yet."""
        self.parts = parts
        self.interrupted = False
        """Another process died while it was in ``execute``: look before anything moves."""
        self._seen: Observation | None = None

    def graph(self) -> StateGraph:
        """The arrows between the nodes."""
        graph = StateGraph(State)
        nodes = (self.observe, self.ground, self.propose, self.rank, self.execute, self.verify, self.recover)
        for node, phase in zip(nodes, ("observe", "ground", "say", "can", "execute", "verify", "other"), strict=True):
            self.add(graph, node, phase)
        for here, there in ((START, "observe"), ("observe", "ground"), ("ground", "propose")):
            graph.add_edge(here, there)
        graph.add_conditional_edges("propose", lambda s: _end(s) or ("ask" if s.get("question") else "rank"))
        begin = "execute"
        if self.parts.person is not None and self.parts.person.approving:
            begin = "approve"
            self.add(graph, self.approve, "other")
            graph.add_conditional_edges("approve", lambda s: _end(s) or ("execute" if s["chosen"] else "observe"))
        graph.add_conditional_edges("rank", lambda s: _end(s) or (begin if s["chosen"] else "recover"))
        graph.add_conditional_edges("execute", lambda s: _end(s) or ("verify" if s["outcome"] else "observe"))
        graph.add_conditional_edges("verify", lambda s: "recover" if s["failure"] else "observe")
        graph.add_conditional_edges("recover", lambda s: _end(s) or "observe")
        return graph

    def add(self, graph: StateGraph, node: Callable[[State], Update], phase: str) -> None:
        """A node that counts its time, and that a person can put off."""
        measured, person = timed(node, phase), self.parts.person

        def heeded(state: State) -> Update:
            if person is not None:
                person.heed()
            return measured(state)

        graph.add_node(node.__name__, heeded)  # type: ignore[call-overload]

    def observe(self, state: State) -> Update:
        """Take pictures."""
        self._seen = self.parts.runner.world.observe()
        origin = state.get("origin", self._seen.time)
        span = self.parts.trace.new_span()
        return {"span": span, "chosen": None, "outcome": None, "failure": "", "origin": origin}

    def ground(self, state: State) -> Update:
        """Pixels to symbols."""
        scene = dump_scene(self._tell_scene(state))
        return {"scene": scene, "known": {**state.get("known", {}), **{item["id"]: item for item in scene["objects"]}}}

    def propose(self, state: State) -> Update:
        """Every call that fits the scene, and what the language model says of it."""
        changed = self._take_corrections(state)
        state = cast(State, {**state, **changed})
        calls = self.parts.library.calls(load_scene(state["scene"]))
        likely = np.zeros(len(calls))
        if self.parts.weighing.use_say and calls:
            likely = self._say(state, [call.text for call in calls])
        return {**changed, "candidates": [call.to_dict() for call in calls], "log_likelihoods": likely.tolist()}

    def rank(self, state: State) -> Update:
        """Say x can; the best call that nothing forbids."""
        if state.get("forced"):
            return self._obey(state)
        calls = [self.parts.library.from_dict(data) for data in state["candidates"]]
        forbidden = vetoes(
            calls,
            load_scene(state["scene"]),
            self.parts.library,
            _records(state),
            barred(state),
            use_preconditions=self.parts.weighing.use_can,
        )
        weights = {"use_say": self.parts.weighing.use_say, "use_can": self.parts.weighing.use_can}
        ranked = rank(calls, state["log_likelihoods"], self._can(calls), vetoes=forbidden, **weights)
        told = report.ranked(ranked, self.parts.prompt, self.parts.weighing, state["span"])
        self._tell_ranking(told)
        if not ranked or not ranked[0].chosen:
            return {"failure": "nothing can be done here"}
        if ranked[0].call.name == DONE:
            return _finished(_records(state))
        if len(state["records"]) >= self.parts.budgets.steps:
            return {"failure": f"{ranked[0].call} is still to be done"}
        before = self.parts.kept.save(f"before_{len(state['records'])}", self._now())
        return {"chosen": ranked[0].call.to_dict(), "before": before}

    def approve(self, state: State) -> Update:
        """Let a person decide; what is vetoed makes way for the next choice."""
        call, person = self._chosen(state), self.parts.person
        said = "approve" if person is None else person.approval(str(call), call.text, state["span"])
        if said == "approve":
            return {}
        more = [str(call)] if said == "veto" else []
        return {"chosen": None, "vetoed": [*state.get("vetoed", []), *more]}

    def execute(self, state: State) -> Update:
        """Let the policy carry out the chosen call."""
        call = self._chosen(state)
        if self.interrupted and (known := self._look_after_interruption(state, call)) is not None:
            return known
        attempt = failures_in_a_row(_records(state), str(call)) + 1
        self.parts.trace.emit(StepStarted(call=str(call), text=call.text, attempt=attempt, span=state["span"]))
        outcome = self._carry_out(call, state)
        facts: dict[str, Any] = {
            "status": outcome.status,
            "reason": outcome.reason,
            "seconds": outcome.seconds,
            "ticks": outcome.ticks,
            "failure": outcome.failure,
            "clipped": outcome.clipped,
        }
        if outcome.status == "error" and self.parts.person is not None and self.parts.person.corrections:
            facts |= {"status": "interrupted", "reason": "a person corrected the task", "failure": ""}
        self.parts.trace.emit(StepFinished(call=str(call), span=state["span"], **facts))
        record = StepRecord(str(call), call.text, facts["status"], False, 0.0)
        if facts["status"] == "stopped":
            return {**self._stopped(outcome.reason, state), "records": [asdict(record)]}
        if facts["status"] == "interrupted":
            self.parts.runner.world.release()  # the runner stops the world when it is interrupted
            return {"outcome": None, "records": [asdict(record)]}
        return {"outcome": facts}

    def verify(self, state: State) -> Update:
        """Ask the detector, not the policy."""
        call, outcome = self._chosen(state), state["outcome"] or {}
        self._seen = self.parts.runner.world.observe()
        begun = time.perf_counter()
        verdict = self.parts.detector.judge(self.parts.kept.load(state["before"]), self._seen, call.text)
        took = time.perf_counter() - begun
        said: dict[str, Any] = {"success": bool(verdict.success), "probability": float(verdict.probability)}
        self.parts.trace.emit(Verified(call=str(call), span=state["span"], judge=verdict.judge, seconds=took, **said))
        record = StepRecord(str(call), call.text, outcome["status"], **said)
        if verdict.success:
            return {"records": [asdict(record)], "ruled_out": [], "vetoed": [], "failure": ""}
        why = f"{call} is not seen to have worked (probability {verdict.probability:.2f}; {outcome['reason']})"
        return {"records": [asdict(record)], "failure": why}

    def recover(self, state: State) -> Update:
        """Retry, choose another, start afresh or stop."""
        call = self._chosen(state) if state["chosen"] else None
        ladder = call.skill.recovery if call else ("replan",)
        fault = (state["outcome"] or {}).get("failure", "")
        step = recover(state["failure"], self._spent(state, call), self.parts.budgets, ladder, fault)
        self.parts.trace.emit(Recovered(recovery=step.kind, reason=step.reason, budget=step.left, span=state["span"]))
        if step.kind == "stop":
            if call is not None:
                self._tell_scene(state)
            return {"recoveries": ["stop"], "status": "not_achieved", "reason": step.reason}
        if (state["outcome"] or {}).get("status") == "error":
            self.parts.runner.world.release()  # the runner stops the world when a policy breaks
        ruled_out = {"retry": state["ruled_out"], "next_choice": [*state["ruled_out"], str(call)], "replan": []}
        return {"recoveries": [step.kind], "ruled_out": ruled_out[step.kind]}

    # -- what the nodes need --------------------------------------------------------------------------------------

    def _obey(self, state: State) -> Update:
        """Choose what a person chose; the others are judged beside it."""
        scene = load_scene(state["scene"])
        forced = self.parts.library.parse(state["forced"] or "", scene)
        others = [call for call in self.parts.library.calls(scene) if call != forced]
        calls = [forced, *others]
        self.parts.trace.emit(report.forced(calls, self._can(calls).tolist(), self.parts.weighing, state["span"]))
        before = self.parts.kept.save(f"before_{len(state['records'])}", self._now())
        return {"chosen": forced.to_dict(), "before": before, "forced": None}

    def _now(self) -> Observation:
        """The last observation; a process that resumes has none yet."""
        if self._seen is None:
            self._seen = self.parts.runner.world.observe()
        return self._seen

    def _tell_scene(self, state: State) -> Scene:
        """What is there now; the trace has it, too."""
        seen, trace = self._now(), self.parts.trace
        begun = time.perf_counter()
        known = load_things(state.get("known", {}).values())
        before = load_scene(state["scene"]) if "scene" in state else Scene()
        scene = with_hidden(recognised(self.parts.grounder.ground(seen), known, before.held), before)
        took = time.perf_counter() - begun
        moment = seen.time - state.get("origin", seen.time)
        trace.emit(report.observed(trace, seen, scene, state["span"], self.parts.oracle, moment, took))
        return scene

    def _carry_out(self, call: SkillCall, state: State) -> Outcome:
        """Let the policy act; how the robot moves is written down, however it ends."""
        runner, recording, on_tick = self.parts.runner, self.parts.recording, self.parts.on_tick
        if recording is None:
            return runner.run_to_end(call, on_tick=on_tick)

        def told(tick: Tick) -> None:
            recording.tick(tick)
            if on_tick is not None:
                on_tick(tick)

        recording.begin(state["span"], state.get("origin", 0.0), runner.world.control_period)
        try:
            return runner.run_to_end(call, on_tick=told)
        finally:
            recording.finish()

    def _stopped(self, reason: str, state: State) -> Update:
        self.parts.trace.emit(SafetyStopped(reason=reason, span=state["span"]))
        return {"status": "stopped_for_safety", "reason": reason}

    def _take_corrections(self, state: State) -> Update:
        """What changes when a person has corrected the task: it is read again."""
        person = self.parts.person
        if person is None or not person.corrections:
            return {}
        said = tuple(person.corrections)
        person.corrections.clear()
        fresh: Update = {"pursuit": None, "question": None, "ruled_out": [], "vetoed": []}
        return {"task": corrected(state["task"], said), "corrections": list(said), **fresh}

    def _chosen(self, state: State) -> SkillCall:
        return self.parts.library.from_dict(state["chosen"] or {})

    def _say(self, state: State, texts: Sequence[str]) -> np.ndarray:
        """log p(command | task, what was done) in nats, shape (n,)."""
        done = lines(_records(state), self._lost(state))
        begun = time.perf_counter()
        likely, asked = score_and_tell(self.parts.model, self.parts.prompt, state["task"], done, texts)
        self.parts.trace.emit(report.prompted(asked, state["span"], time.perf_counter() - begun))
        return likely

    def _can(self, calls: list[SkillCall]) -> np.ndarray:
        """P(success) of every call, shape (n,); ``done`` moves nothing, so it can always be said."""
        able = np.ones(len(calls))
        moving = [place for place, call in enumerate(calls) if call.name != DONE]
        if self.parts.weighing.use_can and moving:
            able[moving] = self.parts.value_function.score(self._now(), [calls[place].text for place in moving])
        return able

    def _tell_ranking(self, told: Ranked) -> None:
        """Write a ranking down, with where the value function looked to judge the chosen call."""
        look = getattr(self.parts.value_function, "attention", None)
        chosen = [candidate.text for candidate in told.candidates if candidate.chosen and candidate.can is not None]
        if look is not None and chosen and self.parts.weighing.use_can and chosen != [DONE]:
            pictures = report.attention(self.parts.trace, self._now(), look(self._now(), chosen[0]))
            told = told.model_copy(update={"attention": pictures})
        self.parts.trace.emit(told)

    def _lost(self, state: State) -> bool:
        records = _records(state)
        last = succeeded(records)[-1:]
        facts = load_scene(state["scene"]).facts
        return any(was_lost(records, self.parts.library.parse(record.call).expected, facts) for record in last)

    def _spent(self, state: State, call: SkillCall | None) -> Spent:
        kinds = state["recoveries"]
        failures = failures_in_a_row(_records(state), str(call))
        return Spent(len(state["records"]), failures, kinds.count("next_choice"), kinds.count("replan"))

    def _look_after_interruption(self, state: State, call: SkillCall) -> Update | None:
        """What to do instead of the call that was being carried out when the process died; None: begin it again."""
        self.interrupted = False
        self._seen = self.parts.runner.world.observe()
        verdict = self.parts.detector.judge(self.parts.kept.load(state["before"]), self._seen, call.text)
        if verdict.success:
            reason = "it was seen to have worked when the run was resumed"
            return {"outcome": {"status": "done", "reason": reason, "seconds": 0.0, "ticks": 0}}
        if self.parts.library.unmet(call, self.parts.grounder.ground(self._seen)):
            reason = "it was interrupted and cannot be begun again from here"
            return {"outcome": {"status": "interrupted", "reason": reason, "seconds": 0.0, "ticks": 0}}
        return None


def timed(node: Callable[[State], Update], phase: str) -> Callable[[State], Update]:
    """A node that adds its wall time to the state, as that of a phase but for what the node itself counts."""

    def measured(state: State) -> Update:
        begun = time.perf_counter()
        update = node(state)
        counted = update.get("seconds", {})
        rest = time.perf_counter() - begun - sum(counted.values())
        return {**update, "seconds": {**counted, phase: rest}}

    return measured


def _end(state: Mapping[str, Any]) -> str | None:
    return END if state.get("status") else None


def barred(state: State) -> dict[str, str]:
    """Why a call must not be made now, by call."""
    failed = dict.fromkeys(state["ruled_out"], FAILED_HERE)
    return {**failed, **dict.fromkeys(state.get("vetoed", []), VETOED)}


def _records(state: State) -> list[StepRecord]:
    return [StepRecord(**record) for record in state["records"]]


def _finished(records: list[StepRecord]) -> Update:
    """``done`` ranked first: verified if every step was judged a success, or made good by a later one."""
    failed = unrepaired(records)
    if failed:
        reason = f"done, but {', '.join(record.call for record in failed)} never worked"
        return {"status": "not_achieved", "reason": reason}
    if not records:
        return {"status": "not_achieved", "reason": "done ranked first before anything was done"}
    return {"status": "verified", "reason": f"done, and all {len(records)} steps were verified or made good"}
