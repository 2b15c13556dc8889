"""Random bodies, posts, stand-ins and complaints: no path of the policies reaches who is complained about."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from kairyluu.rules import conflicts, policies, states
from kairyluu.rules.conflicts.receivers import Named, Receiver, Seat, receiver_of
from kairyluu.rules.facts import STAFF, Actor, AppealFacts, PostHeld

ROLES = (
    "head",
    "deputy",
    "registrar",
    "controller",
    "executor",
    "overseer",
    "execution_controller",
    "body_admin",
)
PEOPLE = range(1, 9)


@dataclass(frozen=True)
class World:
    """`parents[n]` is the body above body n, itself for a top; `posts` are person, role, body; `instead_of` are
    persons stood in for in a head's post, with the body."""

    parents: tuple[int, ...]
    is_open: tuple[bool, ...]
    posts: tuple[tuple[int, str, int], ...]
    instead_of: tuple[tuple[int, int], ...]
    addressed: int
    people: frozenset[int]
    bodies: frozenset[int]
    recused: frozenset[int]
    executors: tuple[int, ...]
    state: str

    def line(self, body: int) -> list[int]:
        found = [body]
        while self.parents[found[-1]] != found[-1]:
            found.append(self.parents[found[-1]])
        return found

    def path(self, body: int) -> str:
        return "".join(f"{one}/" for one in reversed(self.line(body)))

    def heads(self, body: int) -> frozenset[int]:
        held = {who for who, role, where in self.posts if role == "head" and where == body}
        return frozenset(held | {who for who, where in self.instead_of if where == body})

    def receiver(self, body: int) -> Receiver:
        chain = [Seat(body_id=b, is_open=self.is_open[b], head_ids=self.heads(b)) for b in self.line(body)]
        return receiver_of(chain, Named(official_ids=self.people, body_ids=self.bodies))

    def actor(self, who: int) -> Actor:
        held = tuple(
            PostHeld(role=role, body_id=body, body_code=str(body), body_path=self.path(body), post_id=n)
            for n, (person, role, body) in enumerate(self.posts)
            if person == who
        )
        return Actor(kind=STAFF, account_id=who, official_id=who, posts=held)

    def appeal(self, body: int) -> AppealFacts:
        return AppealFacts(
            id=UUID(int=1),
            state=self.state,
            kind="complaint",
            body_id=body,
            body_path=self.path(body),
            lead_official_id=next(iter(self.executors), None),
            co_official_ids=frozenset(self.executors[1:]),
            complained_official_ids=self.people,
            complained_body_ids=self.bodies,
            recused_official_ids=self.recused,
        )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    n = draw(st.integers(1, 6))
    body, person = st.integers(0, n - 1), st.sampled_from(PEOPLE)
    parents = tuple(0 if i == 0 else draw(st.integers(0, i - 1)) for i in range(n))
    return World(
        parents=parents,
        is_open=tuple(draw(st.lists(st.booleans(), min_size=n, max_size=n))),
        posts=tuple(draw(st.lists(st.tuples(person, st.sampled_from(ROLES), body), max_size=20))),
        instead_of=tuple(draw(st.lists(st.tuples(person, body), max_size=3))),
        addressed=draw(body),
        people=frozenset(draw(st.lists(person, max_size=3))),
        bodies=frozenset(draw(st.lists(body, max_size=2))),
        recused=frozenset(draw(st.lists(person, max_size=2))),
        executors=tuple(draw(st.lists(person, max_size=3, unique=True))),
        state=draw(st.sampled_from(sorted(states.STATES))),
    )


@given(worlds())
@settings(max_examples=400, deadline=None)
def test_no_path_reaches_who_is_named_or_stepped_aside(world: World) -> None:
    # Wherever the appeal is: where it was sent, where it was passed on to, where a slip may have left it.
    for body in range(len(world.parents)):
        appeal = world.appeal(body)
        for who in world.people | world.recused:
            actor = world.actor(who)
            assert not policies.may_see(actor, appeal)
            assert policies.verbs_open_to(actor, appeal) == ()
            assert not conflicts.may_be_given_to(who, appeal)


@given(worlds())
@settings(max_examples=400, deadline=None)
def test_nobody_of_a_named_body_has_a_path_but_at_the_top_that_has_nobody_above(world: World) -> None:
    for body in range(len(world.parents)):
        appeal = world.appeal(body)
        for who, _role, where in world.posts:
            if where in world.bodies and not (where == body and world.parents[body] == body):
                assert not policies.may_see(world.actor(who), appeal)
                assert policies.verbs_open_to(world.actor(who), appeal) == ()


@given(worlds())
@settings(max_examples=400, deadline=None)
def test_the_complaint_goes_past_every_head_and_body_it_is_about(world: World) -> None:
    line = world.line(world.addressed)
    found = world.receiver(world.addressed)
    faulty = [b for b in line if b in world.bodies or world.heads(b) & world.people]

    if not faulty:
        assert (found.body_id, found.because) == (world.addressed, "")
        return
    above = [b for b in line[line.index(faulty[-1]) + 1 :] if world.is_open[b]]
    assert found.about_id == faulty[-1]
    assert found.body_id == (above[0] if above else line[-1])
    if above:  # and it stays there: asked again from where it is, the answer is the same
        assert world.receiver(found.body_id).body_id == found.body_id
