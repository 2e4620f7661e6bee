"""The walk through the outbox, without a network: every answer has its state, and nothing is lost by any."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from reviewer import deliver
from reviewer.deliver import AnswerLost, NoConnection, NotDelivered, Sent, blame, send_batch
from reviewer.deliver.ways import folder
from reviewer.model import Letter, LetterState, Mailbox, Message
from reviewer.settings import Email
from reviewer.store import Store
from tests.makers import NOW

EMAIL = Email(via="smtp://relay.example")
FOLDER = Email(via="folder:outbox")
PREPARED, SENDING, COMMITTING, SENT, DEFERRED, REFUSED, HELD = LetterState


def message(name: str, period: str = "2026-11-23") -> Message:
    """A message to somebody."""
    to = Mailbox(name, f"{name}@alliance.example")
    return Message(
        f"{period}/{to.email}", f"<{period}.{name}@x>", to, Mailbox("", "from@alliance.example"), "s", b"bytes of " + name.encode(), "", ""
    )


class Way:
    """A way out that does what a list says: None takes the message, an exception does not. A pair (exception, True) commits first."""

    def __init__(self, *acts: NotDelivered | tuple[BaseException, bool] | None) -> None:
        self.acts = list(acts)
        self.taken: list[str] = []
        self.opened = 0
        self.refusals: list[NoConnection] = []

    def open(self, email: Email) -> Way:
        """What ``connect`` returns."""
        return self

    def __enter__(self) -> Self:
        self.opened += 1
        if self.refusals:
            raise self.refusals.pop(0)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing to let go of."""

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        act = self.acts.pop(0) if self.acts else None
        if isinstance(act, NotDelivered):
            raise act
        committing()
        if isinstance(act, tuple):
            raise act[0]
        self.taken.append(message.to.name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state."""
    with Store.open(tmp_path / "state.sqlite3") as made:
        yield made


def put(store: Store, *names: str, period: str = "2026-11-23", sent: bool = False) -> None:
    """Prepare messages, as a period before did when ``sent``."""
    store.prepare([message(name, period) for name in names], {}, now=NOW)
    for name in names if sent else ():
        store.outbox.move(message(name, period).key, SENT, now=NOW)


def states(store: Store, period: str = "2026-11-23") -> dict[str, LetterState]:
    """Where each letter of a period stands."""
    return {letter.message.to.name: letter.state for letter in store.outbox.letters(period=period)}


def letter(store: Store, name: str) -> Letter:
    """One letter."""
    (found,) = store.outbox.letters(owner=f"{name}@alliance.example")
    return found


def test_each_message_is_sent_once(store: Store) -> None:
    """All go over one connection; a second batch on the same day has nothing to do."""
    put(store, "a", "b")
    way = Way()
    assert send_batch(store.outbox, EMAIL, NOW, open_way=way.open).sent == [
        "2026-11-23/a@alliance.example",
        "2026-11-23/b@alliance.example",
    ]
    assert send_batch(store.outbox, EMAIL, NOW, open_way=way.open) == Sent()
    assert (way.taken, way.opened) == (["a", "b"], 1)
    assert [state for _, state, _ in store.outbox.history("2026-11-23/a@alliance.example")] == ["prepared", "sending", "committing", "sent"]


def test_preparing_again_changes_nothing(store: Store) -> None:
    """A key that was written down keeps its bytes, whatever became of it."""
    put(store, "a", sent=True)
    store.prepare([replace(message("a"), payload=b"other")], {}, now=NOW)
    assert (letter(store, "a").state, letter(store, "a").message.payload) == (SENT, b"bytes of a")


def test_what_was_put_off_waits_longer_each_time(store: Store) -> None:
    """1 minute, 5, 15, 1 hour, 4 hours, and 4 hours again; before its time nobody tries."""
    put(store, "a")
    now, waits = NOW, []
    for _ in range(6):
        result = send_batch(store.outbox, EMAIL, now, open_way=Way(NotDelivered("451 later", permanent=False)).open)
        assert (result.deferred, result.complete) == ([message("a").key], False)
        moment = store.outbox.next_try()
        assert moment is not None
        waits.append((moment - now) // dt.timedelta(minutes=1))
        assert send_batch(store.outbox, EMAIL, moment - dt.timedelta(seconds=1), open_way=Way().open) == Sent()
        now = moment
    assert waits == [1, 5, 15, 60, 240, 240]
    assert send_batch(store.outbox, EMAIL, now, open_way=Way().open).sent


def test_what_was_put_off_for_days_waits_for_a_person(store: Store) -> None:
    """After four days a person decides, and reads what the server said."""
    put(store, "a")
    send_batch(store.outbox, EMAIL, NOW, open_way=Way(NotDelivered("451 full", permanent=False)).open)
    result = send_batch(store.outbox, EMAIL, NOW + dt.timedelta(days=5), open_way=Way().open)
    assert (result.held, states(store)) == ([message("a").key], {"a": HELD})
    assert "451 full" in letter(store, "a").says


def test_a_refused_recipient_costs_only_itself(store: Store) -> None:
    """5xx is refused and said; the others go."""
    put(store, "a", "b")
    result = send_batch(store.outbox, EMAIL, NOW, open_way=Way(NotDelivered("550 unknown", permanent=True)).open)
    assert (result.refused, result.sent, result.complete) == ([message("a").key], [message("b").key], False)
    assert (letter(store, "a").state, letter(store, "a").says) == (REFUSED, "550 unknown")


def refusal(says: str) -> NotDelivered:
    """What the way makes of an answer for good."""
    return NotDelivered(f"the mail server said: {says}", permanent=True, fault=blame.fault(int(says[:3]), says[4:]))


@pytest.mark.parametrize(
    "says",
    [
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "554 5.7.1 <{}>: Relay access denied",
        "550 5.4.5 Daily user sending limit exceeded. q{}3",
        "530 5.7.57 Client not authenticated to send mail",
        "554 5.2.252 SendAsDenied; not allowed to send as this sender",
        "550 Relaying denied for {}",
    ],
)
def test_a_server_that_refuses_everything_costs_nobody_a_digest(store: Store, says: str) -> None:
    """Refused for a reason of ours: three tries, all kept, what to mend; and after the mend the next run sends all by itself."""
    names = "abcdef"
    put(store, *names)
    way = Way(*(refusal(says.format(f"{name}@alliance.example")) for name in names))
    result = send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (result.refused, len(result.waiting), len(way.acts), result.complete) == ([], 3, 3, False)
    assert set(states(store).values()) == {PREPARED}
    assert result.stopped is not None
    assert says[:8] in result.stopped
    assert "by itself" in result.stopped
    assert len(send_batch(store.outbox, EMAIL, NOW + dt.timedelta(days=9), open_way=Way().open).sent) == 6


@pytest.mark.parametrize("says", ["550 5.1.1 No such user", "550 5.2.1 Mailbox disabled", "551 not here", "550 5.7.17 changed hands"])
def test_refused_recipients_are_refused_however_many(store: Store, says: str) -> None:
    """A server that names the recipient each time is believed, and the rest is asked: an old directory stops nobody else's mail."""
    put(store, *"abcdef")
    result = send_batch(store.outbox, EMAIL, NOW, open_way=Way(*(refusal(says) for _ in "abcde")).open)
    assert (len(result.refused), result.sent, result.stopped) == (5, [message("f").key], None)


def test_a_refusal_by_policy_amid_others_that_go_is_one_recipients(store: Store) -> None:
    """5.7.1 for one while others are taken: it is refused, and said; a limit that passes is kept all the same."""
    put(store, *"abc")
    result = send_batch(store.outbox, EMAIL, NOW, open_way=Way(None, refusal("550 5.7.1 members only"), None).open)
    assert (result.refused, result.stopped) == ([message("b").key], None)
    put(store, "d", "e")
    result = send_batch(store.outbox, EMAIL, NOW, open_way=Way(None, refusal("552 5.3.1 Mail system full")).open)
    assert (result.refused, result.waiting, states(store)["e"]) == ([], [message("e").key], PREPARED)


@pytest.mark.parametrize(("says", "state"), [("550 5.7.60 no permission", PREPARED), ("550 who?", REFUSED)])
def test_a_single_message_is_judged_by_what_the_server_says(store: Store, says: str, state: LetterState) -> None:
    """With one owner there is nothing to compare: policy is ours and stays, and what says nothing is the recipient's."""
    put(store, "a")
    send_batch(store.outbox, EMAIL, NOW, open_way=Way(refusal(says)).open)
    assert letter(store, "a").state is state


def test_who_was_refused_keeps_nobody_waiting(store: Store) -> None:
    """Three whom policy shuts out stand first in the alphabet: the others are asked before them in the next run."""
    put(store, *"abcd")
    way = Way(*(refusal("550 5.7.1 members only") for _ in range(3)))
    assert send_batch(store.outbox, EMAIL, NOW, open_way=way.open).sent == []
    way = Way(None, *(refusal("550 5.7.1 members only") for _ in range(3)))
    result = send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (result.sent, len(result.waiting)) == ([message("d").key], 3)


def test_a_limit_that_passes_stops_the_batch_and_puts_nobody_off(store: Store) -> None:
    """4.5.3 for the first three: the rest is not asked, and nothing ends as held after four days."""
    put(store, *"abcde")
    busy = [
        NotDelivered("the mail server said: 452 4.5.3 too many", permanent=False, fault=blame.fault(452, "4.5.3 too many")) for _ in "abcde"
    ]
    result = send_batch(store.outbox, EMAIL, NOW, open_way=Way(*busy).open)
    assert (result.deferred, len(result.waiting), set(states(store).values())) == ([], 3, {PREPARED})
    assert len(send_batch(store.outbox, EMAIL, NOW + dt.timedelta(days=9), open_way=Way().open).sent) == 5


def test_a_repeat_that_is_refused_is_used_up(store: Store) -> None:
    """Lost, refused, and then lost again: a third copy goes only when a person says so."""
    put(store, "a")
    lost = (AnswerLost("silence"), True)
    send_batch(store.outbox, EMAIL, NOW, open_way=Way(lost).open)
    later = NOW + dt.timedelta(minutes=2)
    send_batch(store.outbox, EMAIL, later, open_way=Way(refusal("550 5.7.60 no")).open)
    assert send_batch(store.outbox, EMAIL, later, open_way=Way(lost).open).held


def test_what_was_refused_goes_again_when_a_person_says_so(store: Store) -> None:
    """``again``: refused, held and put off, for one owner or for all, whatever their next try; a preview and a message without bytes stay."""
    put(store, *"abcd")
    store.prepare([message("p")], {}, now=NOW, preview=True)
    for name, state in (("a", REFUSED), ("b", HELD), ("c", DEFERRED), ("p", HELD)):
        store.outbox.move(message(name).key, state, now=NOW, next_try=NOW + dt.timedelta(days=1) if name == "c" else None)
    assert send_batch(store.outbox, EMAIL, NOW, again=True, owner="b@alliance.example", open_way=Way().open).sent == [message("b").key]
    sent = send_batch(store.outbox, EMAIL, NOW, again=True, open_way=Way().open).sent
    assert sent == [message(name).key for name in "acd"]
    assert letter(store, "p").state is HELD


def test_lost_answers_in_a_row_stop_the_batch(store: Store) -> None:
    """A server whose last answer never comes is asked five times: with a hundred owners it held the lock for 17 hours."""
    put(store, *"abcdefgh")
    way = Way(*((AnswerLost("silence"), True) for _ in range(8)))
    result = send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (result.stopped, len(way.acts), len(result.deferred)) == ("silence", 3, 5)


@pytest.mark.parametrize("error", [NoConnection("went away"), NotDelivered("421 three are enough", permanent=False, gone=True)])
def test_a_connection_that_dies_between_two_letters_costs_no_letter(store: Store, error: NotDelivered) -> None:
    """After each letter the server hangs up: the next one goes over a new connection, in the same walk."""
    put(store, *"abcd")
    way = Way(None, error, None, error, None, error, None)
    result = send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (way.taken, way.opened, result.complete) == (["a", "b", "c", "d"], 4, True)


def test_what_left_in_part_is_not_sent_again_at_once(store: Store) -> None:
    """A connection that dies in the middle of a payload: the letter waits for its next try."""
    put(store, "a", "b")
    way = Way(None, (NotDelivered("cut", permanent=False, gone=True), True))
    assert send_batch(store.outbox, EMAIL, NOW, open_way=way.open).deferred == [message("b").key]
    assert way.opened == 1


def test_five_failed_connections_in_a_row_stop_the_batch(store: Store) -> None:
    """A server that is away is asked five times, not a thousand; nothing is lost or counted against a message."""
    put(store, *"abcdefgh")
    way = Way()
    way.refusals = [NoConnection("away") for _ in range(9)]
    result = send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (result.stopped, way.opened, result.complete) == ("away", 5, False)
    assert set(states(store).values()) == {PREPARED}
    assert send_batch(store.outbox, EMAIL, NOW, open_way=Way().open).sent == [message(name).key for name in "abcdefgh"]


def test_a_connection_that_comes_back_goes_on(store: Store) -> None:
    """Four failures and a success: the rest goes, and what failed waits for the next batch."""
    put(store, *"abcdef")
    way = Way()
    way.refusals = [NoConnection("away") for _ in range(4)]
    result = send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (way.taken, result.stopped, result.complete) == (["e", "f"], None, False)
    assert result.waiting == [message(name).key for name in "abcd"]
    assert states(store)["a"] is PREPARED


def test_what_no_retry_can_mend_stops_the_batch_at_once(store: Store) -> None:
    """A wrong password is asked once, not for every message: accounts are locked for less."""
    put(store, "a", "b")
    way = Way()
    way.refusals = [NoConnection("wrong password", permanent=True)]
    assert send_batch(store.outbox, EMAIL, NOW, open_way=way.open).stopped == "wrong password"
    assert way.opened == 1


def test_a_connection_that_breaks_is_made_anew(store: Store) -> None:
    """421 for one message: the next gets a new connection."""
    put(store, "a", "b")
    way = Way(NotDelivered("421 bye", permanent=False, gone=True))
    send_batch(store.outbox, EMAIL, NOW, open_way=way.open)
    assert (way.opened, way.taken) == (2, ["b"])


def test_a_lost_answer_is_followed_by_one_repeat_and_then_by_a_person(store: Store) -> None:
    """Nobody can know: the same bytes once more, then held; only a person sends a third."""
    put(store, "a")
    lost = (AnswerLost("silence"), True)
    assert send_batch(store.outbox, EMAIL, NOW, open_way=Way(lost).open).deferred
    assert letter(store, "a").state is COMMITTING
    later = NOW + dt.timedelta(minutes=2)
    assert send_batch(store.outbox, EMAIL, later, open_way=Way(lost).open).held
    assert (letter(store, "a").state, letter(store, "a").repeats) == (HELD, 1)
    assert send_batch(store.outbox, EMAIL, later, open_way=Way().open) == Sent()
    assert send_batch(store.outbox, EMAIL, later, yes=True, open_way=Way().open).sent


def test_no_connection_for_a_repeat_does_not_use_it_up(store: Store) -> None:
    """The repeat that could not leave is still to come."""
    put(store, "a")
    send_batch(store.outbox, EMAIL, NOW, open_way=Way((AnswerLost("silence"), True)).open)
    later = NOW + dt.timedelta(minutes=2)
    send_batch(store.outbox, EMAIL, later, open_way=Way(NoConnection("away")).open)
    assert (letter(store, "a").state, letter(store, "a").repeats) == (COMMITTING, 0)
    assert send_batch(store.outbox, EMAIL, later, open_way=Way().open).sent


def test_a_crash_while_sending_is_simply_sent_again(store: Store) -> None:
    """``sending`` on disk: no payload left."""
    put(store, "a")
    store.outbox.move(message("a").key, SENDING, now=NOW)
    send_batch(store.outbox, EMAIL, NOW, open_way=Way(NoConnection("away")).open)
    assert letter(store, "a").state is PREPARED
    send_batch(store.outbox, EMAIL, NOW, open_way=Way().open)
    assert (letter(store, "a").state, letter(store, "a").repeats) == (SENT, 0)


def test_a_second_crash_after_committing_is_held(store: Store) -> None:
    """``committing`` on disk for the second time: a person asks the recipient."""
    put(store, "a")
    store.outbox.move(message("a").key, COMMITTING, now=NOW, repeats=1)
    way = Way()
    assert send_batch(store.outbox, EMAIL, NOW, open_way=way.open).held
    assert way.taken == []


def test_far_more_than_last_time_is_held(store: Store) -> None:
    """26 messages after a period of 2: more than 3 x 2 + 20, so none goes before a person says so; then all go."""
    put(store, "x", "y", period="2026-11-16", sent=True)
    put(store, *(f"n{n:02d}" for n in range(27)))
    result = send_batch(store.outbox, EMAIL, NOW, open_way=Way().open)
    assert (len(result.held), result.sent, result.complete) == (27, [], False)
    assert "27 messages where the last period had 2" in letter(store, "n00").says
    way = Way()
    way.refusals = [NoConnection("away", permanent=True)]
    send_batch(store.outbox, EMAIL, NOW, yes=True, open_way=way.open)
    assert len(send_batch(store.outbox, EMAIL, NOW, yes=True, open_way=Way().open).sent) == 27


def test_what_a_person_released_is_not_held_again(store: Store) -> None:
    """The server was away when the person said yes: the next run sends it without asking anew."""
    put(store, *(f"n{n:02d}" for n in range(21)))
    send_batch(store.outbox, EMAIL, NOW, open_way=Way().open)
    way = Way()
    way.refusals = [NoConnection("away", permanent=True)]
    send_batch(store.outbox, EMAIL, NOW, yes=True, open_way=way.open)
    assert len(send_batch(store.outbox, EMAIL, NOW, open_way=Way().open).sent) == 21


@pytest.mark.parametrize(("before", "now"), [(0, 20), (1, 23), (10, 50)])
def test_as_much_as_could_be_expected_goes(store: Store, before: int, now: int) -> None:
    """Three times the last period and 20: that many go."""
    put(store, *(f"o{n}" for n in range(before)), period="2026-11-16", sent=True)
    put(store, *(f"n{n:02d}" for n in range(now)))
    assert len(send_batch(store.outbox, EMAIL, NOW, open_way=Way().open).sent) == now


def test_a_folder_holds_nothing_back(store: Store) -> None:
    """A folder is a preview: a thousand files harm nobody."""
    put(store, *(f"n{n:02d}" for n in range(25)))
    assert len(send_batch(store.outbox, FOLDER, NOW, open_way=Way().open).sent) == 25


def test_one_owner_can_be_sent_alone(store: Store) -> None:
    """``--owner``: the others stay where they are."""
    put(store, "a", "b")
    assert send_batch(store.outbox, EMAIL, NOW, yes=True, owner="A@alliance.example", open_way=Way().open).sent == [message("a").key]
    assert states(store) == {"a": SENT, "b": PREPARED}


def test_a_way_that_does_not_exist_names_those_that_do() -> None:
    """A mistake in ``via`` says what there is."""
    with pytest.raises(NoConnection, match="known are folder, graph, notify, smtp, smtps"):
        deliver.connect(Email(via="pigeon:loft"))
    assert not deliver.leaves(FOLDER)
    assert isinstance(deliver.connect(FOLDER), folder.Folder)
    assert deliver.leaves(EMAIL)


class Crash(BaseException):
    """The process dies here."""


class Memory:
    """An outbox in memory, in which any step may be the last of the process."""

    def __init__(self) -> None:
        self.letters_by_key: dict[str, Letter] = {}
        self.crash_at = 0

    def letters(self, *states: LetterState, period: str | None = None, owner: str | None = None) -> tuple[Letter, ...]:
        return tuple(each for each in self.letters_by_key.values() if not states or each.state in states)

    def due(self, now: dt.datetime) -> tuple[Letter, ...]:
        waiting = self.letters(PREPARED, SENDING, COMMITTING, DEFERRED)
        return tuple(each for each in waiting if each.next_try is None or each.next_try <= now)

    def move(
        self,
        key: str,
        state: LetterState,
        *,
        now: dt.datetime,
        says: str = "",
        next_try: dt.datetime | None = None,
        attempts: int | None = None,
        repeats: int | None = None,
    ) -> None:
        self.crash_at -= 1
        if self.crash_at == 0:
            raise Crash
        was = self.letters_by_key[key]
        self.letters_by_key[key] = replace(
            was,
            state=state,
            changed=now,
            says=says,
            next_try=next_try,
            attempts=was.attempts if attempts is None else attempts,
            repeats=was.repeats if repeats is None else repeats,
        )

    def volume(self, period: str) -> tuple[int, int | None]:
        return 1, 1


class Once(RuleBasedStateMachine):
    """Any order of crashes and of answers: nobody gets a message a third time, and no message is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.outbox = Memory()
        self.now = NOW
        self.arrived: dict[str, list[bytes]] = defaultdict(list)
        for name in "ab":
            one = message(name)
            self.outbox.letters_by_key[one.key] = Letter(one, "2026-11-23", PREPARED, NOW, NOW)

    @rule(
        crash_at=st.integers(0, 8),
        acts=st.lists(
            st.sampled_from(["ok", "451", "550", "451 late", "lost", "lost in truth", "no connection", "crash", "crash late"]), max_size=3
        ),
        minutes=st.sampled_from([0, 1, 300]),
    )
    def batch(self, crash_at: int, acts: list[str], minutes: int) -> None:
        """One batch, in which these things happen and the process may die."""
        self.now += dt.timedelta(minutes=minutes)
        self.outbox.crash_at = crash_at
        machine, left = self, list(acts)

        class Wire(Way):
            def send(self, message: Message, committing: Callable[[], None]) -> None:
                act = left.pop(0) if left else "ok"
                early: dict[str, BaseException] = {
                    "451": NotDelivered("451", permanent=False),
                    "550": NotDelivered("550", permanent=True),
                    "no connection": NoConnection("away"),
                    "crash": Crash(),
                }
                if act in early:
                    raise early[act]
                committing()
                late: dict[str, BaseException] = {
                    "451 late": NotDelivered("451", permanent=False),
                    "lost in truth": AnswerLost("silence"),
                }
                if act in late:
                    raise late[act]
                machine.arrived[message.key].append(message.payload)
                if act == "lost":
                    raise AnswerLost("silence")
                if act == "crash late":
                    raise Crash

        with suppress(Crash):
            send_batch(self.outbox, EMAIL, self.now, open_way=Wire().open)

    @invariant()
    def nobody_gets_it_a_third_time(self) -> None:
        """At most one repeat, and the same bytes."""
        for key, payloads in self.arrived.items():
            assert len(payloads) <= 2
            assert set(payloads) == {self.outbox.letters_by_key[key].message.payload}

    @invariant()
    def nothing_is_lost(self) -> None:
        """What the outbox calls sent has arrived; all else is still there, or was refused, or waits for a person."""
        for key, each in self.outbox.letters_by_key.items():
            assert each.state is not SENT or self.arrived[key]

    def teardown(self) -> None:
        """With a server that works, everything ends as sent, refused or held."""
        self.outbox.crash_at = 0
        for day in range(1, 4):
            send_batch(self.outbox, EMAIL, self.now + dt.timedelta(days=day), open_way=Way().open)
        assert not Counter(each.state for each in self.outbox.letters_by_key.values()).keys() - {SENT, REFUSED, HELD}


Once.TestCase.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)
TestOnce = Once.TestCase
