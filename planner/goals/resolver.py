"""From a goal over descriptions to a target over ids; or the question or refusal that it comes to in this scene."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from planner.goals.copies import told_apart
from planner.goals.descriptions import Describer
from planner.goals.goal import AS_FOUND, REASONS, WHERE, Ask, Clause, Goal, Item, Noun, Stage, State, Thing
from planner.goals.matching import Matcher
from planner.goals.now import as_found, whereabouts
from planner.goals.order import outlasts
from planner.goals.target import Question, Refusal, Target
from planner.goals.vocabulary import Vocabulary, plain_name
from skills.conditions import Atom, Condition, Not, Or, conjunction, holds

MAX_CHOICES = 200
"""Combinations that are offered to search for "two of these"."""


class _Stop(Exception):
    """The goal cannot be resolved; carries what to say instead."""

    def __init__(self, outcome: Question | Refusal) -> None:
        super().__init__(str(outcome))
        self.outcome = outcome


@dataclass(frozen=True)
class Resolution:
    """What a goal came to, and how."""

    outcome: Target | Question | Refusal
    notes: tuple[str, ...] = ()


def resolve(goal: Goal, vocabulary: Vocabulary, matcher: Matcher) -> Resolution:
    """Find the ids that a goal's descriptions stand for, and what must hold of them."""
    resolver = _Resolver(vocabulary, matcher)
    try:
        outcome: Target | Question | Refusal = resolver.target(goal)
    except _Stop as stop:
        outcome = stop.outcome
    return Resolution(outcome, tuple(resolver.describer.notes))


class _Resolver:
    def __init__(self, vocabulary: Vocabulary, matcher: Matcher) -> None:
        self.vocabulary = vocabulary
        self.world = vocabulary.world
        self.describer = Describer(vocabulary, matcher)
        self.split: frozenset[str] = frozenset()
        """Nouns of which "the other" is spoken later, so that the first must be settled at once."""

    def target(self, goal: Goal) -> Target:
        if goal.refuse:
            raise _Stop(Refusal(REASONS[goal.refuse]))
        if goal.ask:
            raise _Stop(self._question(goal.ask))
        self.split = frozenset(thing.noun.text for thing in goal.things() if thing.other)
        stages = [self._stage(stage) for stage in goal.stages]
        avoid = frozenset(id for thing in goal.avoid for id in self._all_of(thing))
        kept = [self._kept(clause) for clause in goal.keep]
        now = [part for part in kept if holds(part, self.world.facts)]
        later = [part for part in kept if part not in now]
        return Target(self._carried(stages, later), avoid - self._wanted(stages), tuple(now))

    # -- order ----------------------------------------------------------------------------------------------------

    def _carried(self, stages: Sequence[list[Condition]], at_the_end: Iterable[Condition]) -> tuple[Condition, ...]:
        """The last stage also holds what was reached before and need not be undone."""
        last = list(stages[-1])
        for number in reversed(range(len(stages) - 1)):
            following = conjunction(part for stage in stages[number + 1 :] for part in stage)
            last += [part for part in stages[number] if outlasts(part, following, self.world.library)]
        last += at_the_end
        return (*(_all(stage) for stage in stages[:-1]), _all(list(dict.fromkeys(last))))

    def _stage(self, stage: Stage) -> list[Condition]:
        return [part for item in stage.items for part in self._item(item)]

    def _item(self, item: Item) -> list[Condition]:
        if item.test is None:
            return self._clause(item.clause)
        true = self._holds_now(item.test)
        self.describer.notes.append(f"'{item.test}' is {'true' if true else 'false'} now")
        if true:
            return self._clause(item.clause)
        return self._clause(item.otherwise) if item.otherwise else []

    # -- clauses --------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause) -> list[Condition]:
        state = clause.state
        assert state is not None, "the grammar allows a clause without a state in a test only"
        if not clause.things:
            return [_perhaps_not(Atom(state.predicate), state.negated)]
        if state.predicate == AS_FOUND:
            return self._as_found(clause)
        return [self._wanted_of(thing, self._looked_up(state)) for thing in clause.things]

    def _looked_up(self, state: State) -> State:
        """``where cup`` as ``on shelf``, if that is where the cup is."""
        if state.predicate != WHERE:
            return state
        (thing,) = state.references
        ids = self.describer.candidates(thing, lambda id: whereabouts(id, self.vocabulary) is not None)
        self._ask_if_unclear(thing, ids)
        spot = whereabouts(self._settled(thing, ids)[0], self.vocabulary) if ids else None
        if spot is None:
            raise _Stop(_missing(thing) if not self._all_of(thing) else Refusal(f"where {_of(thing)} is, is not known"))
        here = State(spot.predicate, (Thing(Noun(plain_name(spot.arguments[1]))),))
        self.describer.notes.append(f"'{state}' is '{here}'")
        return here

    def _as_found(self, clause: Clause) -> list[Condition]:
        ids = [id for thing in clause.things for id in self._all_of(thing)]
        if not ids:
            raise _Stop(_missing(clause.things[0]))
        return [part for id in ids for part in as_found(id, self.vocabulary)]

    def _wanted_of(self, thing: Thing, state: State) -> Condition:
        references, state = self._references(thing, state)
        ids = self._suited(thing, state, references)
        if not ids:
            raise _Stop(self._nothing_suits(thing, state, references))
        return self._quantified(thing, ids, state, references)

    def _suited(self, thing: Thing, state: State, references: Sequence[tuple[str, ...]]) -> list[str]:
        """Ids that can come to be in a state; where any will do, rather those that are not in it yet."""

        def able(id: str) -> bool:
            return self._can_be(id, state, references)

        def still_to_come(id: str) -> bool:
            return able(id) and not holds(self._state_of(id, state, references, False), self.world.facts)

        ids = self.describer.candidates(thing, able)
        if thing.quantifier in ("all", "the") or sum(map(still_to_come, ids)) >= max(1, thing.count):
            return ids
        others = self.describer.candidates(thing, still_to_come, sure=True)
        return others if len(others) >= max(1, thing.count) else ids

    def _can_be(self, id: str, state: State, references: Sequence[tuple[str, ...]]) -> bool:
        reach = self.vocabulary.achievable
        return any(
            id not in chosen
            and (reach(state.predicate, (id, *chosen)) or reach(state.predicate, (id, *chosen), negated=True))
            for chosen in product(*references)
        )

    def _references(self, thing: Thing, state: State) -> tuple[list[tuple[str, ...]], State]:
        """The ids of what a state refers to; a relation that no skill can bring about gives way to one that can."""
        references = [self._reference(part, state, place) for place, part in enumerate(state.references, start=1)]
        if len(references) != 1 or any(self._can_be(id, state, references) for id in self.vocabulary.names):
            return references, state
        for form in self.vocabulary.forms:
            other = replace(state, predicate=form.predicate)
            if len(form.kinds) == 2 and any(self._can_be(id, other, references) for id in self.vocabulary.names):
                self.describer.notes.append(f"no skill brings about '{state}'; '{other}' is meant")
                return references, other
        return references, state

    def _reference(self, thing: Thing, state: State, place: int) -> tuple[str, ...]:
        kinds = [form.kinds[place] for form in self.vocabulary.forms if form.predicate == state.predicate]

        def fits(id: str) -> bool:
            return any(wanted is None or wanted & self.vocabulary.types[id] for wanted in kinds)

        ids = self.describer.candidates(thing, fits) or self.describer.candidates(thing, lambda _: True)
        if not ids:
            raise _Stop(_missing(thing))
        ids = self.describer.spoken_of(thing, ids)
        self._ask_if_unclear(thing, ids)
        return tuple(self._settled(thing, ids))

    def _quantified(
        self, thing: Thing, ids: list[str], state: State, references: Sequence[tuple[str, ...]]
    ) -> Condition:
        ids = self.describer.spoken_of(thing, ids)
        wanted = {id: self._state_of(id, state, references, _all_references(state)) for id in ids}
        if thing.quantifier == "all":
            self.describer.remember(thing, ids)
            return _all([wanted[id] for id in ids])
        open_ones = [id for id in ids if not holds(wanted[id], self.world.facts)] or ids
        if thing.quantifier == "count":
            return self._some(thing, open_ones if len(open_ones) >= thing.count else ids, wanted)
        if thing.quantifier == "the":
            self._ask_if_unclear(thing, open_ones, state)
        chosen = self._settled(thing, open_ones)
        return _any([wanted[id] for id in chosen])

    def _some(self, thing: Thing, ids: list[str], wanted: dict[str, Condition]) -> Condition:
        groups = [
            chosen
            for chosen in islice(combinations(ids, thing.count), 50 * MAX_CHOICES)
            if not thing.different or len({self.vocabulary.names[id] for id in chosen}) == thing.count
        ]
        if not groups:
            found = len({self.vocabulary.names[id] for id in ids}) if thing.different else len(ids)
            raise _Stop(Refusal(f"there are not {thing.count} {_of(thing)} here, only {found}"))
        if thing.noun.text in self.split:
            groups = groups[:1]
        self.describer.remember(thing, groups[0])
        return _any([_all([wanted[id] for id in chosen]) for chosen in groups[:MAX_CHOICES]])

    def _state_of(self, id: str, state: State, references: Sequence[tuple[str, ...]], every: bool) -> Condition:
        reach = self.vocabulary.achievable
        choices = [chosen for chosen in product(*references) if id not in chosen]
        able = [c for c in choices if reach(state.predicate, (id, *c), state.negated)] or choices
        found: list[Condition] = [_perhaps_not(Atom(state.predicate, (id, *c)), state.negated) for c in able]
        return _all(found) if every or state.negated else _any(found)

    def _settled(self, thing: Thing, ids: list[str]) -> list[str]:
        chosen = ids[:1] if thing.noun.text in self.split and not thing.other else ids
        self.describer.remember(thing, chosen)
        return chosen

    # -- what is true now -----------------------------------------------------------------------------------------

    def _holds_now(self, test: Clause) -> bool:
        if test.state is None:
            return bool(self._all_of(test.things[0]))
        if not test.things:
            return holds(_perhaps_not(Atom(test.state.predicate), test.state.negated), self.world.facts)
        state = self._looked_up(test.state)
        return state.predicate == AS_FOUND or all(self._true_of(thing, state) for thing in test.things)

    def _true_of(self, thing: Thing, state: State) -> bool:
        references = [tuple(self._all_of(part)) for part in state.references]
        found = [holds(self._now(id, state, references), self.world.facts) for id in self._all_of(thing)]
        return all(found) if thing.quantifier == "all" else sum(found) >= max(1, thing.count)

    def _now(self, id: str, state: State, references: Sequence[tuple[str, ...]]) -> Condition:
        here = _any([Atom(state.predicate, (id, *chosen)) for chosen in product(*references)])
        return _perhaps_not(here, state.negated)

    def _kept(self, clause: Clause) -> Condition:
        """What must stay true: of everything that the description fits."""
        assert clause.state is not None, "the grammar allows a clause without a state in a test only"
        if not clause.things:
            return _perhaps_not(Atom(clause.state.predicate), clause.state.negated)
        if clause.state.predicate == AS_FOUND:
            return conjunction(self._as_found(clause))
        state = self._looked_up(clause.state)
        references = [tuple(self._all_of(part)) for part in state.references]
        return _all([self._now(id, state, references) for t in clause.things for id in self._all_of(t)])

    def _all_of(self, thing: Thing) -> list[str]:
        return self.describer.candidates(thing, lambda _: True)

    def _wanted(self, stages: Sequence[list[Condition]]) -> frozenset[str]:
        """Ids without which the goal cannot be reached: those that every choice needs."""
        return frozenset(id for stage in stages for part in stage if isinstance(part, Atom) for id in part.terms)

    # -- what to say instead --------------------------------------------------------------------------------------

    def _ask_if_unclear(self, thing: Thing, ids: Sequence[str], state: State | None = None) -> None:
        """Which of several names is meant; or which of the copies, where it matters for the state that is wanted."""
        options = list(dict.fromkeys(self.vocabulary.names[id] for id in ids))
        if thing.quantifier == "the" and len(options) == 1 and state and not thing.other:
            options = [] if thing.noun.text in self.split else list(told_apart(ids, state, self.vocabulary))
        if thing.quantifier == "the" and len(options) > 1:
            raise _Stop(Question(f"Which {thing.noun.text} do you mean: {' or '.join(options)}?", tuple(options)))

    def _question(self, ask: Ask) -> Question:
        if ask.kind == "where":
            return Question(f"Where should {f'the {ask.about.text}' if ask.about else 'it'} go?")
        if ask.about is None:
            return Question("What exactly should I do, and with which thing?")
        ids = self._all_of(Thing(ask.about))
        names = tuple(dict.fromkeys(self.vocabulary.names[id] for id in ids))
        listed = f": {' or '.join(names)}" if len(names) > 1 else ""
        return Question(f"Which {ask.about.text} do you mean{listed}?", names)

    def _nothing_suits(self, thing: Thing, state: State, references: Sequence[tuple[str, ...]]) -> Refusal:
        if not self._all_of(thing):
            return _missing(thing)
        return Refusal(f"no skill of library {self.world.library.name} makes {_of(thing)} {state}")


def _missing(thing: Thing) -> Refusal:
    return Refusal(f"there is no {_of(thing)} here")


def _of(thing: Thing) -> str:
    return " ".join([thing.noun.text, *map(str, thing.qualifiers)])


def _all_references(state: State) -> bool:
    return any(part.quantifier == "all" for part in state.references)


def _perhaps_not(condition: Condition, negated: bool) -> Condition:
    return Not(condition) if negated else condition


def _all(parts: Sequence[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else conjunction(parts)


def _any(parts: Sequence[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else Or(tuple(parts))
