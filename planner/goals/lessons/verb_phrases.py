"""How people ask for what a verb does: by the verb, by the state that it leaves, or by what is still wrong.

Gaps: ``{a}`` and ``{b}`` are imperatives, ``{v}`` and ``{w}`` verbs, ``{x}`` and ``{y}`` things, ``{d}`` a participle,
``{p}`` a preposition; ``{is}``, ``{it}``, ``{s}`` and the like agree with the thing, see ``agreement``.
"""

DO = (
    "{a}",
    "{a}",
    "{a}",
    "{a}",
    "{a}",
    "go and {a}",
    "remember to {a}",
    "do not forget to {a}",
    "take care of it: {a}",
    "{a} before i am back",
    "{a} as well as you can",
    "{a} while there is time",
    "see if you can {a}",
)
"""Imperatives of an imperative."""
DO_SENTENCES = (
    "somebody forgot to {a}",
    "it is time to {a}",
    "who is going to {a}? you",
    "nobody remembered to {a}",
    "why don't you {a}",
    "i promised to {a} but can't, so do it",
    "before tonight somebody must {a}",
    "next on the list: {a}",
    "what i need is for you to {a}",
    "the plan is to {a}",
    "i never got round to it: {a}",
    "all that is left is to {a}",
    "they told us to {a}",
)
HAVE = (
    "get {x} {d}",
    "have {x} {d}",
    "make sure {x} {is} {d}",
    "make sure that {x} gets {d}",
    "see to it that {x} {is} {d}",
    "see to it that {x} gets {d}",
    "arrange for {x} to be {d}",
    "leave {x} {d}",
    "check that {x} {is} {d}, and if not do it",
)
"""Imperatives of a participle."""
WANT = (
    "{x} should be {d}",
    "{x} ought to be {d}",
    "{x} {has} to be {d}",
    "{x} need{s} to be {d}",
    "{x} must be {d}",
    "i want {x} {d}",
    "i'd like {x} to be {d}",
    "i'd rather have {x} {d}",
    "{x} could do with being {d}",
    "{x}: {d}, please",
    "by noon {x} {has} to be {d}",
    "when i come back i expect {x} to be {d}",
    "nothing is right until {x} {is} {d}",
    "it would be best to have {x} {d}",
    "{x} {was} supposed to be {d}",
    "who can get {x} {d} for me",
)
NOT_YET = (
    "{x} {is}n't {d} yet",
    "{x} {is} not {d} yet, please see to it",
    "why {is}n't {x} {d} yet",
    "{x} still {is}n't {d}",
    "{x} still {has} to be {d}",
    "{x} {has} not been {d} so far, change that",
    "nobody has {d} {x} yet",
    "{x} {is} not {d}, and it should be",
    "{is} {x} {d} already? if not, do it",
    "{x} {has} yet to be {d}",
    "i see that {x} {is} not {d}; do it now",
    "{x} {is} no longer {d}, put that right",
)
"""Sentences that speak of what is not so, and want it to be so."""
NO_LONGER = (
    "{x} should no longer be {d}",
    "{x} should not be {d}",
    "{x} must not stay {d}",
    "i don't want {x} {d}",
    "i don't want {x} to be {d} any more",
    "why {is} {x} still {d}",
    "{x} {is} {d}, change that",
    "{x} {is} still {d}, and it should not be",
    "see that {x} {is} no longer {d}",
    "make sure {x} {is}n't {d} any more",
    "{x} {has} been {d} long enough",
    "who said that {x} {was} to be {d}? undo it",
    "it was wrong to have {x} {d}",
)
"""Sentences that speak of what is so, and want it not to be."""
NOT_THIS = (
    "{a}, but don't {b}",
    "{a} and do not {b}",
    "don't {b}, just {a}",
    "{a} without doing this: {b}",
    "you must not {b}, but do {a}",
    "{a}; do not {b} yet",
    "{a}. don't {b} yet",
    "{a}, and whatever you do don't {b}",
    "{a}, but nobody is to {b}",
    "i did not say {b}, i said {a}",
)
"""The first is wanted, the second must not happen."""
STAYS = (
    "{a}, but leave {y} {d}",
    "{a} and keep {y} {d}",
    "{a}; {y} {has} to stay {d}",
    "{y} stay{s} {d}. {a}",
    "{a} while {y} stay{s} {d}",
    "keep {y} {d} and {a}",
    "{a}, and {y} must remain {d} all the time",
    "{a}, but {y} should be {d} as it is now",
)
"""Something is to stay as it is."""
STAYS_UNDONE = (
    "{a}, but {y} must not be {d}",
    "{a}; {y} should stay as it is, not {d}",
    "{a}. {y} {is} not to be {d} yet",
    "{a}, only {y} shouldn't get {d}",
    "{a}, but nobody has asked for {y} to be {d}",
)
BOTH_TO_ONE = ("{v} and {w} {x}", "{v} {x} and {w} {it}", "{v} {x} and also {w} {it}", "both {v} and {w} {x}")
"""Two verbs and one thing, in any order."""
ONE_THEN_OTHER = (
    "{v} {x} and then {w} {it}",
    "first {v} {x}, then {w} {it}",
    "{v} {x}, then {w} {it}",
    "once you {v} {x}, {w} {it}",
    "{w} {x}, but {v} {it} first",
    "before you {w} {x}, {v} {it}",
    "{v} {x}. after that {w} {it}",
    "{v} {x} and only then {w} {it}",
)
BACK_AGAIN = (
    "{a} and later {b} again",
    "{a}, then {b} again",
    "{a} for a while and then {b} again",
    "{a}; after that {b} again",
    "first {a}, and at the end {b} again",
)
IF_SO = (
    "if {x} {is} {d}, {b}",
    "{is} {x} {d}? then {b}",
    "{b} if {x} {is} still {d}",
    "in case {x} {is} {d}, {b}",
    "should {x} be {d}, {b}",
)
"""Only if it is so now; ``b`` undoes it."""
UNDO = (
    "undo that",
    "no, make that undone",
    "on second thoughts, undo it",
    "put that back to how it was",
    "that was a mistake, back to how it was",
    "i've changed my mind, undo that please",
    "reverse that",
)
ALIKE = (
    "{x} is {d}; do the same to {y}",
    "make {y} like {x}: {d}",
    "{y} should be {d} like {x}",
    "{x} is {d} and {y} isn't; see to it",
    "i want {y} {d} just as {x} is",
    "{x} is {d} already, now {y}",
)
"""One is so already, the other is to be so too."""
INTO = (
    "{v} {x} {p} {y}",
    "{v} {x} {p} {y}",
    "{v} {x} {p} {y}",
    "i want {x} {d} {p} {y}",
    "{x} should be {d} {p} {y}",
    "{x} {has} to be {d} {p} {y}",
    "see that {x} {is} {d} {p} {y}",
    "{x} {is}n't {d} {p} {y} yet",
    "{x}: {d} {p} {y}, please",
    "could {x} be {d} {p} {y}",
    "{y} is where {x} should be {d}",
    "why {is} {x} not {d} {p} {y} yet",
)
OUT_OF = (
    "{x} should no longer be {d} {p} {y}",
    "i don't want {x} {d} {p} {y}",
    "why {is} {x} still {d} {p} {y}",
    "{x} {is} {d} {p} {y}, undo that",
    "see that {x} {is}n't {d} {p} {y} any more",
)
PREPOSITIONS = {"in": ("in", "in", "into", "inside"), "on": ("on", "on", "onto"), "to": ("to", "to", "over to")}
"""Words for a library's own; the first ones are said of states."""
