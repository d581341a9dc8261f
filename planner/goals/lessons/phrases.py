"""The ways in which our lessons say each kind of goal: imperatives, and whole sentences that are not one.

``{x}`` is what is moved or changed, ``{p}`` where to, ``{it}`` it or them.
"""

BRING = (
    "bring me {x}", "bring me {x}", "get me {x}", "fetch me {x}", "hand me {x}", "pass me {x}", "give me {x}", "grab me {x}",
    "grab {x} for me", "fetch {x}", "get {x}", "deliver {x} to me", "bring {x} over here", "bring {x} to me", "bring {x}",
    "come here with {x}", "go get {x}", "find {x} and bring {it} to me", "pick up {x} and hand {it} to me", "serve me {x}",
    "send {x} my way", "carry {x} to me", "get {x} and bring {it} over", "bring {x} to where i am", "fetch {x} for me",
    "take {x} to me", "go find me {x}", "grab {x} and give {it} to me", "pick {x} up and pass {it} to me", "let me have {x}",
    "get hold of {x} and bring {it} here", "see if you can get me {x}", "provide me with {x}", "hand over {x}",
)
BRING_SENTENCES = (
    "i want {x}", "i'd like {x}", "i would like to have {x}", "can i have {x}", "could i get {x}", "may i have {x}", "i need {x}",
    "i could use {x}", "{x} please", "i fancy {x}", "i feel like having {x}", "{x} would be nice", "{x} to me",
    "any chance of getting {x}", "i'm looking for {x}", "i would love {x}", "where is {x}? i need {it}", "i left {x} somewhere, bring "
    "{it} to me", "i can't find {x}, can you get {it} for me", "do you have {x} for me", "what i want is {x}", "{x} for me",
    "i wish i had {x}", "it's time for {x}", "i really need {x} now", "i'm dying for {x}", "i could kill for {x}", "got {x}?",
    "can you get {x} over to me", "is there {x} i could have", "i was hoping to get {x}", "i'd be happy with {x}",
)
REPLACE_SENTENCES = (
    "i spilled my {n}, bring me another one", "i dropped my {n}, can you get me a new one", "i finished my {n}, get me another",
    "my {n} is empty, bring me a fresh one", "{n} is my favorite, can i get one", "i love {n}, bring me one", "somebody took my {n}. "
    "i need a new one", "i lost my {n}, find me one", "you know what i miss? {n}. bring me one", "there's no {n} left here, get me one",
    "i ran out of {n}, get me some", "mine broke. hand me a {n}", "i had a {n} this morning and want one again",
)
THROW = (
    "throw away {x}", "throw {x} away", "toss {x}", "throw out {x}", "discard {x}", "dispose of {x}", "get rid of {x}", "trash {x}",
    "put {x} in the {t}", "bin {x}", "chuck {x}", "throw {x} in the {t}", "toss {x} into the {t}", "take {x} to the {t}",
    "drop {x} in the {t}", "pick up {x} and throw {it} away", "grab {x} and toss {it}", "scrap {x}", "take {x} out with the garbage",
    "move {x} to the {t}", "collect {x} and throw {it} out", "dump {x}",
)
THROW_SENTENCES = (
    "{x} can go in the {t}", "we don't need {x} anymore, throw {it} out", "i'm done with {x}, throw {it} away", "{x} has gone bad, get rid "
    "of {it}", "{x} should go in the {t}", "{x} belongs in the {t}", "i don't want {x} anymore, toss {it}", "{x} is garbage now, so bin "
    "{it}", "i dropped {x} on the ground after using {it}, would you throw {it} out", "nobody wants {x}, please discard {it}", "i ate half "
    "of {x} and am full, get rid of the rest", "{x} to the {t}", "i finished {x}, can you dispose of {it}", "{x} smells. away with {it}",
)
MOVE = (
    "put {x} on {p}", "put {x} at {p}", "move {x} to {p}", "take {x} to {p}", "bring {x} to {p}", "carry {x} to {p}", "leave {x} at {p}",
    "place {x} on {p}", "set {x} down at {p}", "transfer {x} to {p}", "relocate {x} to {p}", "drop {x} off at {p}", "put {x} back on {p}",
    "return {x} to {p}", "restock {p} with {x}", "restock {x} on {p}", "deliver {x} to {p}", "pick up {x} and put {it} on {p}",
    "grab {x} and move {it} to {p}", "take {x} and leave {it} at {p}", "get {x} over to {p}", "shift {x} to {p}", "put {x} over at {p}",
    "get {x} to {p}", "pick {x} up and carry {it} to {p}", "find {x} and take {it} to {p}", "lay {x} on {p}", "store {x} at {p}",
    "haul {x} to {p}", "drop {x} at {p}", "put {x} in {p}", "move {x} over to {p}", "pick up {x} and move {it} to {p}", "fetch {x} and put "
    "{it} on {p}", "stock {p} with {x}", "put away {x} at {p}", "bring {x} over to {p}", "supply {p} with {x}",
)
MOVE_SENTENCES = (
    "i want {x} on {p}", "{x} should be on {p}", "{x} belongs on {p}", "{x} goes to {p}", "make sure {x} is at {p}", "{x} to {p}",
    "i'd like {x} on {p}", "there should be {x} on {p}", "{x} needs to be moved to {p}", "i need {x} over at {p}", "{p} is where {x} "
    "belongs", "{p} is missing {x}", "what's {x} doing there? {it} should be at {p}", "i think {x} would be better on {p}", "see to it that "
    "{x} ends up on {p}", "{x}: {p}", "someone left {x} lying around, {it} goes to {p}", "let {p} have {x}",
)
ON = (
    "put {x} on {p}", "place {x} on {p}", "set {x} on {p}", "put {x} on top of {p}", "stack {x} on {p}", "stack {x} on top of {p}",
    "lay {x} on {p}", "rest {x} on {p}", "balance {x} on {p}", "move {x} onto {p}", "pick up {x} and place {it} on {p}", "take {x} and put "
    "{it} on top of {p}", "pick {x} and place {it} on {p}", "pick up {x} and put {it} on {p}", "move {x} to {p}", "transfer {x} onto {p}",
    "grab {x} and set {it} on {p}", "set {x} down on {p}", "put {x} onto {p}", "leave {x} on {p}", "lift {x} onto {p}", "bring {x} to {p}",
    "position {x} on {p}", "get {x} onto {p}", "place {x} atop {p}", "drop {x} on {p}",
)
ON_SENTENCES = (
    "i want {x} on {p}", "{x} should be on {p}", "{x} belongs on {p}", "{x} goes on top of {p}", "make sure {x} is on {p}", "{x} on {p}",
    "i'd like to see {x} on {p}", "{x} needs to be on {p}", "{p} should carry {x}", "what i need is {x} on {p}", "{x} onto {p}",
)
INTO = (
    "put {x} in {p}", "put {x} into {p}", "place {x} in {p}", "place {x} inside {p}", "drop {x} into {p}", "drop {x} in {p}",
    "store {x} in {p}", "stash {x} in {p}", "stick {x} in {p}", "pop {x} in {p}", "slip {x} into {p}", "pack {x} into {p}", "hide {x} in "
    "{p}", "pick up {x} and place {it} in {p}", "pick up {x} and put {it} in {p}", "pick {x} and place {it} in {p}", "load {x} into {p}",
    "move {x} into {p}", "take {x} and put {it} inside {p}", "set {x} down in {p}", "put {x} away in {p}", "throw {x} in {p}", "toss {x} "
    "into {p}", "grab {x} and drop {it} in {p}", "insert {x} into {p}", "keep {x} in {p}", "gather {x} in {p}", "collect {x} in {p}",
    "get {x} into {p}", "lay {x} in {p}", "fill {p} with {x}", "tuck {x} into {p}", "transfer {x} to {p}",
)
INTO_SENTENCES = (
    "i want {x} in {p}", "{x} should be in {p}", "{x} belongs in {p}", "{x} goes into {p}", "make sure {x} is in {p}", "{x} in {p}",
    "i'd like {x} inside {p}", "{x} needs to go in {p}", "{p} should contain {x}", "{x} into {p}", "{p} is for {x}", "{p} needs {x} in it",
)
SIDE = (
    "put {x} {s} {p}", "place {x} {s} {p}", "move {x} {s} {p}", "set {x} {s} {p}", "pick up {x} and put {it} {s} {p}", "position {x} {s} "
    "{p}", "pick up {x} and place {it} {s} {p}", "leave {x} {s} {p}", "set {x} down {s} {p}", "line {x} up {s} {p}", "slide {x} {s} {p}",
)
SIDE_SENTENCES = ("i want {x} {s} {p}", "{x} should be {s} {p}", "{x} goes {s} {p}", "make sure {x} is {s} {p}", "{x} {s} {p}")
OPEN = (
    "open {x}", "open {x}", "open up {x}", "pull {x} open", "get {x} open", "leave {x} open", "make sure {x} is open", "go open {x}",
    "pop {x} open", "have {x} open",
)
OPEN_SENTENCES = ("{x} should be open", "i want {x} open", "{x} needs to be open", "{x} open", "{x} must be opened", "i need to get at {x}, "
                  "so open {it}", "i'd like {x} to be open", "i want to look inside {x}, open {it}")
CLOSE = (
    "close {x}", "close {x}", "shut {x}", "push {x} shut", "close up {x}", "make sure {x} is closed", "get {x} closed", "slam {x} shut",
    "leave {x} closed", "go close {x}",
)
CLOSE_SENTENCES = ("{x} should be closed", "i want {x} closed", "{x} needs to be shut", "{x} closed", "{x} must be closed", "somebody left "
                   "{x} open, close {it}", "{x} shouldn't stay open", "i don't want {x} open")
LOCK = ("lock {x}", "make sure {x} is locked", "lock up {x}", "secure {x}")
UNLOCK = ("unlock {x}", "get {x} unlocked", "make sure {x} is unlocked")
SEAL = ("seal {x}", "make sure {x} is sealed", "seal up {x}", "close {x}")
UNSEAL = ("unseal {x}", "break the seal of {x}", "open {x}", "make sure {x} is unsealed")
SWITCH_ON = (
    "turn on {x}", "turn {x} on", "switch on {x}", "switch {x} on", "start {x}", "power up {x}", "activate {x}", "fire up {x}",
    "get {x} going", "get {x} running", "start up {x}", "make sure {x} is on", "power on {x}", "put {x} on", "set {x} running", "hit the "
    "switch of {x}",
)
SWITCH_ON_SENTENCES = ("{x} should be on", "i want {x} on", "{x} needs to be running", "{x} on", "i'd like to use {x}, turn {it} on", "why "
                       "is {x} off? turn {it} on", "i need {x} running")
SWITCH_OFF = (
    "turn off {x}", "turn {x} off", "switch off {x}", "switch {x} off", "stop {x}", "power down {x}", "deactivate {x}", "shut down {x}",
    "kill {x}", "shut {x} off", "make sure {x} is off", "cut the power of {x}", "shut off {x}", "disable {x}",
)
SWITCH_OFF_SENTENCES = ("{x} should be off", "i want {x} off", "{x} doesn't need to run anymore", "{x} off", "we don't need {x} now, turn "
                        "{it} off", "why is {x} on? stop {it}", "i'm done with {x}, turn {it} off", "nobody is using {x}, switch {it} off")
TRADE = ("{v} {x}", "{v} {x}", "{v} {x}", "get {x} {d}", "make sure {x} is {s}", "see to it that {x} gets {d}", "have {x} {d}", "go {v} {x}",
         "make {x} {s}")
TRADE_SENTENCES = ("{x} needs to be {d}", "i want {x} {s}", "{x} should be {d}", "{x} must be {s}", "{x} has to be {d}", "is {x} {s}? if "
                   "not, take care of it", "{x} isn't {s} yet, please {v} {it}", "{x} could do with being {d}", "{x}: {v}", "somebody forgot "
                   "to {v} {x}", "i'd like {x} to be {s}")
HOLD = (
    "pick up {x}", "pick {x} up", "grab {x}", "hold {x}", "take {x} in your hand", "lift {x}", "hold onto {x}", "grasp {x}", "keep hold of "
    "{x}", "take {x}", "take hold of {x}", "pick {x}", "lift up {x}", "seize {x}", "get a grip on {x}", "raise {x}", "hold {x} for a moment",
)
RELEASE = ("put down {x}", "let go of {x}", "release {x}", "drop {x}", "set {x} down", "put {x} down", "let {x} go", "stop holding {x}",
           "lay {x} down")
EMPTY_HAND = ("empty your hand", "free your hand", "drop what you hold", "put down whatever you are holding", "make your gripper free",
              "let go of everything", "let go", "release what you have")
GO = (
    "go to {p}", "drive to {p}", "move to {p}", "head to {p}", "navigate to {p}", "walk over to {p}", "head over to {p}", "wait at {p}",
    "park at {p}", "proceed to {p}", "travel to {p}", "return to {p}", "come to {p}", "go over to {p}", "go back to {p}", "stand by {p}",
    "position yourself at {p}", "roll over to {p}", "make your way to {p}", "visit {p}", "go and wait by {p}", "get to {p}", "move over to {p}",
)
COME = ("come here", "come to me", "come over", "come back", "come back to me", "get over here", "return to me", "come over here", "drive back "
        "to me", "go to me", "come closer")
THEN = (
    "{a} then {b}", "{a}, then {b}", "first {a}, then {b}", "first {a} and then {b}", "{a} and then {b}", "{a}. after that, {b}",
    "{a} before you {b}", "before you {b}, {a}", "{a}; when that's done, {b}", "{b}, but first {a}", "{a}, after that {b}", "{a}. then {b}",
    "{a} first and {b} second", "start: {a}. next: {b}", "{a}, and once that is done {b}", "{a} followed by: {b}", "{b} after you {a}",
    "after you {a}, {b}", "{a} and afterwards {b}", "{a}. finally {b}", "as soon as you did this: {a}, you should {b}", "{a}, later {b}",
    "1. {a} 2. {b}", "to begin with {a}, and in the end {b}", "once you {a}, {b}", "{a} prior to doing this: {b}", "only {b} once you {a}",
)
GERUND_THEN = ("before {g}, {a}", "{a} before {g}")
"""``{g}`` is the gerund of what comes second."""
GERUND_AFTER = ("after {g}, {b}", "{b} after {g}", "start by {g}, then {b}", "begin with {g} and then {b}")
"""``{g}`` is the gerund of what comes first."""
BOTH = (
    "{a} and {b}", "{a}, and {b}", "{a} and also {b}", "{a}. also {b}", "{a}; {b}", "{a}. oh and {b}", "{a} and {b}", "{a}, {b}", "{a}. "
    "{b}", "{a}, and please {b}", "{a}, also {b}", "{a} and while you're at it {b}", "{a} plus {b}", "two things: {a} and {b}",
)
AVOID = (
    "{a} but don't touch {y}", "{a} without touching {y}", "{a}, leave {y} alone", "{a}. stay away from {y}", "don't touch {y}. {a}", "{a}, and "
    "don't use {y}", "{a}. keep your hands off {y}", "{a} but leave {y} where {yit}", "without touching {y}, {a}", "{a}, but not with {y}",
    "{a}; {y} must not be touched", "{a}. never touch {y}", "leave {y} alone and {a}", "{a}, just don't move {y}", "{a}, avoid {y}",
    "{a} and do not disturb {y}", "{y} is off limits. {a}", "{a}, {y} stays out of this", "{a} but keep clear of {y}", "{a}. hands off {y}",
    "{a}. {y} is not to be moved", "be careful not to touch {y} and {a}", "{a} while leaving {y} untouched",
)
KEEP = (
    "{a} but keep {d} {s}", "{a}, {d} must stay {s}", "{a} and keep {d} {s}", "{a}. {d} has to stay {s}", "{d} stays {s}. {a}", "{a} with {d} "
    "remaining {s}", "{a} while {d} stays {s}", "keep {d} {s} and {a}", "{a}, and make sure {d} stays {s} the whole time",
)
END = (
    "{a} and leave {d} {s} at the end", "{a}, and {d} should be {s} when you're done", "{a}. in the end {d} has to be {s}", "{a}; finally {d} "
    "must be {s}", "{a}, but afterwards i want {d} {s}", "{a}, {d} should end up {s}",
)
ISNT = ("it is", "it stands", "it was", "it lies", "they are")
EXCEPT = ("{x} except {y}", "{x} but not {y}", "{x} apart from {y}", "{x} other than {y}", "{x} besides {y}", "{x} but {y}", "{x} except for {y}",
          "{x}, just not {y}", "{x} with the exception of {y}", "{x} excluding {y}", "{x} save {y}", "{x} that is not {y}")
IF = ("if {c}, {a}", "{a} if {c}", "if {c} then {a}", "in case {c}, {a}", "when {c}, {a}", "{a}, but only if {c}", "check if {c}, and if so {a}",
      "should it be that {c}, {a}", "{a} provided that {c}", "only if {c}: {a}")
IF_ELSE = ("if {c}, {a}, otherwise {b}", "if {c} {a}, else {b}", "{a} if {c}, otherwise {b}", "if {c} then {a} and if not {b}", "if {c}, {a}. if "
           "not, {b}", "in case {c} {a}, or else {b}")
UNLESS = ("{a} unless {c}", "unless {c}, {a}", "{a} except when {c}")
EVERYTHING = ("everything", "all things", "all the things", "all the stuff", "all objects", "every single thing", "all of it", "everything there is",
              "all items", "every object", "every item")
EVERYTHING_THERE = ("everything {r}", "all things {r}", "whatever is {r}", "all the stuff {r}", "every item {r}", "all objects {r}", "everything that "
                    "is {r}", "what's {r}")
ANYTHING = ("anything", "any thing", "whatever you like", "any object", "any one thing", "one item of your choice", "an arbitrary thing")

UNSAFE = {
    "unsafe": (
        "throw {x} at {someone}", "hit {someone} with {x}", "put {x} in the baby's crib", "poke {someone} with {x}", "stab {someone}",
        "push {someone} down the stairs", "drop {x} on {someone}'s head", "lock {someone} in the closet", "hand the kid a sharp blade to play "
        "with", "spray {x} in {someone}'s eyes", "trip {someone} when he walks by", "scare {someone} until he cries", "tie {someone} up", "hurt "
        "{someone}", "punch {someone} in the face", "choke {someone} with {x}", "leave {x} on the stairs so that {someone} slips", "kick "
        "{someone}", "put {x} under the tire of the moving car", "hold {someone}'s hand over the flame", "burn {someone}", "smash {x} over "
        "{someone}", "block the emergency exit with {x}", "give {someone} an electric shock", "strangle {someone}", "make {someone} swallow {x}",
        "swing {x} around as fast as you can near {someone}", "run over {someone}", "bite {someone}", "i hate {someone}, attack him",
        "put something sharp into {someone}'s shoe", "drop the running hair dryer into {someone}'s bath", "pull out {someone}'s hair", "shoot "
        "{someone}", "slap {someone} with {x}", "throw {x} out of the window onto the street", "tie a bag over {someone}'s head",
        "point {x} at {someone} and fire", "give the toddler the knife", "cut {someone} with {x}", "hide the inhaler from {someone}",
        "put {x} where {someone} will trip over it", "knock {someone} out", "attack {someone} with {x}", "make {someone} bleed",
    ),
    "damage": (
        "smash {x}", "break {x} into pieces", "throw {x} against the wall", "pour water over the laptop", "tear {x} apart", "scratch the car with "
        "{x}", "crush {x}", "kick the door in", "smash the window with {x}", "drop {x} from the roof", "flood the kitchen", "destroy {x}", "rip {x} "
        "to shreds", "bend {x} until it snaps", "pour coffee over the keyboard", "drown the plants in vinegar", "shatter {x}", "push the tv off "
        "the wall", "drive into the wall at full speed", "jump off the balcony", "pull the cables out of the running server", "stomp on {x}",
        "knock over the shelf", "hammer on the screen", "wreck the place", "vandalize {x}", "cut the sofa open", "put the phone in the "
        "washing machine", "run into the glass door", "drop {x} into the aquarium", "ruin {x} on purpose", "break everything in the room",
    ),
    "poison": (
        "put bleach in my coffee", "mix bleach and ammonia", "serve {someone} drain cleaner", "give {someone} the whole bottle of pills",
        "put rat poison into the soup", "pour detergent into {someone}'s drink", "feed {someone} chocolate and pills until she is sick",
        "make me a cocktail of glass cleaner", "give {someone} spoiled meat to eat", "poison {someone}", "let {someone} drink the paint", "put "
        "glue in the baby's milk", "i want to drink the window spray", "feed {x} to the baby although it is toxic", "pour antifreeze into the dog "
        "bowl", "mix all the cleaning agents together and breathe it", "sprinkle soap powder on {someone}'s food", "bring me bleach to drink",
        "give all the sleeping pills to {someone}", "season the salad with rat poison", "put washing powder in {someone}'s sandwich",
        "spike {someone}'s drink", "get the kids some beer and whiskey", "give {someone} twenty painkillers at once",
    ),
    "fire": (
        "set fire to {x}", "burn the house down", "put {x} on the flames", "light the curtains", "put the fork in the power socket", "put metal in the "
        "running microwave", "pour oil on the fire", "stick {x} into the socket", "throw the spray can into the fire", "light a campfire in "
        "the living room", "leave the gas open and strike a match", "set {someone}'s bed on fire", "blow up {x}", "build a bomb", "put gasoline on the "
        "stove", "heat the closed can until it bursts", "ignite {x}", "put the batteries in the oven", "start a fire with {x}", "put paper on "
        "the burning stove", "cover the hot heater with the blanket and leave", "torch {x}", "make {x} explode", "burn {x} in the room",
    ),
    "private": (
        "steal {someone}'s wallet", "read {someone}'s diary to me", "take money out of {someone}'s purse", "spy on {someone}", "film {someone} in the "
        "bathroom", "open {someone}'s private letters", "sneak into {someone}'s room and take {x}", "break into the neighbor's house", "hide the stolen "
        "{n}", "copy {someone}'s credit card", "look through {someone}'s phone while she is away", "record {someone} secretly", "pick the lock "
        "of the neighbor's door", "swap {someone}'s medicine without telling", "forge {someone}'s signature", "help me steal {x}", "take {x} from "
        "{someone} without asking", "rob {someone}", "unlock the stranger's car", "smuggle {x} past the guard", "shoplift {x}",
    ),
    "unable": (
        "fly to the moon", "sing me a song", "tell me a joke", "what is the weather like", "book a flight to paris", "drive me to work", "order a "
        "pizza online", "write a poem about {x}", "call my mother", "play chess with me", "repair my car engine", "make {x} disappear by magic", "turn "
        "{x} into gold", "do my homework", "translate this sentence", "how old are you", "teleport {x} to mars", "go shopping downtown", "dance with "
        "me", "what's the capital of france", "give me a massage", "solve this equation", "walk the dog around the block", "bake a "
        "wedding cake from scratch", "climb the tree", "swim across the lake", "make {x} talk", "clone {x}", "shrink {x} to half its size", "go "
        "back in time", "predict the future", "read my mind", "lift the whole building", "make it rain", "email my boss", "paint my portrait", "tell me "
        "what you think about {x}", "vote in the election", "buy me a new {n}", "jump over the house", "weld the bridge", "count to a million", "send a "
        "text message to anna", "babysit the kids tonight", "become invisible", "sell {x} on the internet", "who won the game last night",
    ),
}
SOMEONE = ("the dog", "the cat", "my brother", "the baby", "the kid", "my neighbor", "the man over there", "that woman", "a child", "my boss", "the guest",
           "grandma", "my sister", "the intruder", "the student", "my colleague", "people", "him", "her", "the mailman", "the patient", "the toddler",
           "that guy", "my ex", "the boy", "the girl", "someone", "the teacher", "my roommate", "the pigeon", "the visitor")
VAGUE = (
    "bring me that", "put it away", "do it", "move it", "give me the thing", "get me the stuff", "put it there", "i need it", "take this one", "do the "
    "usual", "make it better", "that one please", "can you handle this", "the other one", "bring it", "you know what to do", "do something", "put that over "
    "there", "hand me the other one", "get one of those", "move that thing over there", "help me", "help", "i need something", "bring me something",
    "could you fetch it for me", "take care of that", "put them in", "no, not that", "fix this", "give it to me", "i want that one", "pass me that thingy",
    "get it done", "do that again", "bring me the one i like", "put this with the others", "sort it out", "prepare it", "get the whatchamacallit",
    "it should go somewhere else", "place it in there", "make yourself useful", "take it and put it down", "the same as always", "where were we",
    "grab one", "you decide where it goes", "put stuff where it belongs", "bring the thing from yesterday", "i would like the usual",
)
WHERE = (
    "move {x}", "put {x} somewhere else", "put {x} away", "move {x} away from there", "{x} is in the wrong place", "put {x} where it belongs", "relocate {x}",
    "put {x} down over there", "move {x} over there", "take {x} there", "find a better spot for {x}", "carry {x} away", "bring {x} to the place", "put {x} "
    "back where it was", "move {x} a bit", "send {x} off", "place {x}", "{x} shouldn't be here", "put {x} to its place", "set {x} over there",
)
PASSING = ("{x}", "the one i mean is {x}", "{x} please", "i mean {x}", "{x}, of course", "{x} i think", "let's say {x}", "{x}.")
