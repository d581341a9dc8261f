"""The notation of conditions and effects: reading, writing, meaning, and explanations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding import Fact
from skills.conditions import (
    And,
    Atom,
    Condition,
    ConditionError,
    IndexedFacts,
    Not,
    Or,
    apply,
    canonical,
    canonical_facts,
    conjunction,
    holds,
    parse_condition,
    parse_effects,
    parse_fact,
    solve,
    unmet,
    unparse,
)
from skills.operator import Operator

NAMES = st.text("abz 7-", min_size=1, max_size=8).map(canonical).filter(lambda name: name not in ("", "not"))
TERMS = NAMES | NAMES.map("?{}".format) | st.just("*")
ATOMS = st.builds(Atom, NAMES.filter(lambda name: not name.startswith("not ")), st.lists(TERMS, max_size=3).map(tuple))
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, max_size=3).map(conjunction)
        | st.lists(inner, max_size=3).map(lambda parts: Or(tuple(parts)))
        | inner.map(Not)
    ),
    max_leaves=6,
)
SMALL = st.builds(Fact, st.sampled_from(["p", "q"]), st.lists(st.sampled_from("ab"), max_size=2).map(tuple))
OPEN_TERMS = st.sampled_from(["a", "b", "?x", "?y", "*"])
SMALL_ATOMS = st.builds(Atom, st.sampled_from(["p", "q"]), st.lists(OPEN_TERMS, max_size=2).map(tuple))


def facts(*texts: str) -> frozenset[Fact]:
    return frozenset(map(parse_fact, texts))


@given(CONDITIONS)
def test_a_written_condition_reads_back(condition: Condition) -> None:
    assert parse_condition(unparse(condition)) == condition


@given(st.builds(Fact, NAMES, st.lists(NAMES, max_size=3).map(tuple)))
def test_a_written_fact_reads_back(fact: Fact) -> None:
    assert parse_fact(str(fact)) == fact


def test_names_compare_without_case_and_runs_of_blanks() -> None:
    assert parse_fact("  Robot   AT( Far  Counter )") == Fact("robot at", ("far counter",))
    assert canonical_facts([Fact("On", ("Red  Block", "TABLE"))]) == facts("on(red block, table)")


def test_a_plain_list_means_all_of_it_and_not_needs_no_list() -> None:
    assert parse_condition(["not p(a)", "q(a)"]) == And((Atom("q", ("a",)), Not(Atom("p", ("a",)))))
    assert parse_condition(["not", "p(a)"]) == parse_condition("not p(a)")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("holding red block", "not an atom: 'holding red block'; write predicate"),
        ("on(a, )", "an argument is missing in 'on"),
        (["not", "p(a)", "p(b)"], "'not' takes one condition, here 2"),
        (7, "not a condition: 7"),
        (["or", {"p": "a"}], "not a condition: {'p': 'a'}"),
    ],
)
def test_a_malformed_condition_is_quoted(source: object, message: str) -> None:
    with pytest.raises(ConditionError, match=message):
        parse_condition(source)  # type: ignore[arg-type]


def test_a_fact_has_no_variables_and_an_effect_is_no_choice() -> None:
    with pytest.raises(ConditionError, match="has variables"):
        parse_fact("at(apple, ?place)")
    with pytest.raises(ConditionError, match="an effect is an atom or 'not' and an atom"):
        parse_effects([["or", "p(a)", "p(b)"]])


def test_variables_are_shared_between_the_parts() -> None:
    reach = parse_condition(["at(object, ?place)", "robot at(?place)"])
    there = facts("at(apple, table)", "robot at(table)")
    assert solve(reach, there, {"object": "apple"}) == {"?place": "table"}
    assert not holds(reach, facts("at(apple, table)", "robot at(far counter)"), {"object": "apple"})


def test_a_variable_inside_a_not_means_for_none() -> None:
    clear = parse_condition("not on(?other, object)")
    assert holds(clear, facts("on(green block, blue block)"), {"object": "green block"})
    assert not holds(clear, facts("on(green block, blue block)"), {"object": "blue block"})


def test_a_repeated_variable_must_match_the_same_name() -> None:
    assert not holds(parse_condition("p(?x, ?x)"), facts("p(a, b)"))
    assert holds(parse_condition("p(?x, ?x)"), facts("p(a, b)", "p(b, b)"))


def test_a_star_matches_anything_and_arity_counts() -> None:
    assert holds(parse_condition("on(a, *)"), facts("on(a, b)"))
    assert not holds(parse_condition("on(a, *)"), facts("on(a)", "on(b, a)"))


def test_the_choice_of_a_binding_follows_the_names() -> None:
    assert solve(parse_condition("on(?x, table)"), facts(*(f"on({n}, table)" for n in "dbca"))) == {"?x": "a"}


def test_removal_comes_before_adding() -> None:
    drive = parse_effects(["robot at(place)", "not robot at(*)"])
    assert apply(drive, facts("robot at(table)", "p(a)"), {"place": "table"}) == facts("robot at(table)", "p(a)")


def test_an_effect_must_be_bound_when_it_is_added() -> None:
    with pytest.raises(ConditionError, match=r"at\(apple, \?place\) is not bound"):
        apply(parse_effects(["at(apple, ?place)"]), facts())


@pytest.mark.parametrize(
    ("source", "state", "reasons"),
    [
        ("hand empty()", [], ["needs hand empty"]),
        ("not on(?other, a)", ["on(b, a)"], ["not while b on a"]),
        (["at(a, ?place)", "robot at(?place)"], ["at(a, sink)", "robot at(user)"], ["needs robot at sink"]),
        (["at(a, ?place)", "p()"], [], ["needs a at some place", "needs p"]),
        (["or", "in(a, b)", "on(a, *)"], [], ["needs a in b or a on anything"]),
        (
            ["not", ["and", "in(a, ?c)", "closed(?c)"]],
            ["in(a, box)", "closed(box)"],
            ["not while a in box and closed box"],
        ),
        ("between(a, b, c)", [], ["needs a between b and c"]),
        ("p(a)", ["p(a)"], []),
    ],
)
def test_what_is_unmet_is_said_in_words(source: object, state: list[str], reasons: list[str]) -> None:
    assert unmet(parse_condition(source), facts(*state)) == reasons  # type: ignore[arg-type]


@given(st.lists(SMALL_ATOMS | SMALL_ATOMS.map(Not), max_size=3).map(conjunction), st.frozensets(SMALL, max_size=5))
def test_reasons_are_given_exactly_when_it_does_not_hold(condition: And, state: frozenset[Fact]) -> None:
    assert bool(unmet(condition, state)) != holds(condition, state)


@given(
    st.lists(SMALL_ATOMS | SMALL_ATOMS.map(Not), max_size=3).map(conjunction),
    st.lists(SMALL_ATOMS.map(lambda atom: f"not {atom}") | SMALL.map(str), max_size=3).map(parse_effects),
    st.frozensets(SMALL, max_size=5),
)
def test_the_fast_operator_agrees_with_the_definition(condition, effects, state) -> None:
    operator, bindings = Operator(condition, effects), solve(condition, state)
    assert operator.applicable(state) == (bindings is not None)
    assert operator.apply(state) == (None if bindings is None else apply(effects, state, bindings))


@given(
    st.lists(SMALL_ATOMS | SMALL_ATOMS.map(Not), max_size=3).map(conjunction),
    st.frozensets(SMALL, max_size=5),
)
def test_facts_that_are_looked_up_say_the_same(condition: And, state: frozenset[Fact]) -> None:
    indexed = IndexedFacts(state)
    assert indexed == state
    assert solve(condition, indexed) == solve(condition, state)
    assert Operator(condition, parse_effects(["r(a)"])).apply(indexed) == (
        state | {parse_fact("r(a)")} if holds(condition, state) else None
    )


def test_the_shortest_list_of_facts_is_looked_through() -> None:
    many = IndexedFacts(facts("on(a, b)", "on(c, b)", "on(a, d)", "near(a, b)"))
    assert many.like(Atom("on", ("?x", "b"))) == [parse_fact("on(a, b)"), parse_fact("on(c, b)")]
    assert many.like(Atom("on", ("c", "*"))) == [parse_fact("on(c, b)")]
    assert not many.like(Atom("on", ("e", "?x"))) and not many.like(Atom("in", ("a", "b")))
