"""`reviewer run --fleet`: what came of a period, as `reviewer run` says it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import deliver
from reviewer import fleet as fleets
from reviewer.cli import reviewer
from reviewer.console.summary import summary, troubles
from reviewer.fleet import parts, queue, settling, tables
from reviewer.fleet.fingerprints import fingerprint
from reviewer.look import Silent, reading_version
from reviewer.model import Letter, Owner
from reviewer.run import run
from reviewer.settings import Admin, Chat, Directory
from reviewer.store import Store
from tests.fleet.estate import NOON, TODAY, alone, named, told
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web
from tests.fleet.test_settling import Died, dying

CHAT = Admin(tell=("teams:ops",), chats=(Chat("teams", "ops", "http://127.0.0.1:9/x"),))


def looked(fleet: Fleet) -> None:
    """All looks and visits are made."""
    while fleet.do(queue.LOOK) + fleet.do(queue.VISIT):
        pass


def seen(fleet: Fleet) -> str:
    """What `reviewer run --fleet` shows a person, the way of the mail aside."""
    came = fleets.came(fleet.config, fleet.store, fleet.now())
    return summary(fleet.config, came.ran, came.sent, None, TODAY, NOON)


def test_a_fleet_says_what_one_process_says(tmp_path: Path, postgres: str) -> None:
    """Word for word: how many digests, what of each is new, what each check flags after the first run."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=6)) as fleet:
        one = alone(fleet.config, tmp_path / "one.sqlite3")
        with Store.open(one.state.at, reading_version=reading_version(one), now=NOON) as store:
            named(store)
            ran = run(one, store, now=NOON, today=TODAY, progress=Silent(), digest_period=TODAY.isoformat(), send_first=True)
        fleet.begin()
        fleet.do()
        assert ran.sent is not None
        assert seen(fleet) == summary(one, ran, ran.sent, None, TODAY, NOON)
        assert " new" in seen(fleet)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("where", "name"), [(settling, "write_down"), (deliver, "send_batch"), (settling, "overlooked")])
def test_messages_are_counted_once_whoever_died_over_them(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, *, after: bool
) -> None:
    """The run has as many messages as were written for it, also when the worker that wrote them died, and the summary says the same."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=6)) as fleet:
        fleet.begin()
        looked(fleet)
        period = fleet.now().id
        dying(monkeypatch, where, name, after=after)
        with pytest.raises(Died):
            settling.settle(fleet.hand("the dead one"), period)
        settling.settle(fleet.hand("the next one"), period)
        came = fleets.came(fleet.config, fleet.store, fleet.now())
        assert came.ran.told is not None
        written = len(told(fleet.store))
        assert written > 1
        assert fleet.store.runs(1)[0].messages == len(came.ran.told.messages) == written
        assert seen(fleet).count(" new") >= written - 1  # all but the admin's


def test_a_second_digest_of_the_day_counts_its_own_messages(tmp_path: Path, postgres: str) -> None:
    """Those of the first are not told again, and not counted again."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=4)) as fleet:
        fleet.begin()
        fleet.do()
        fleet.begin()
        fleet.do()
        assert fleet.store.runs(1)[0].messages == 0
        told_again = fleets.came(fleet.config, fleet.store, fleet.now()).ran.told
        assert told_again is not None
        assert (told_again.messages, told_again.counts) == ((), {})


def test_a_worker_that_is_to_stop_while_it_sends_hands_the_rest_back(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The period does not end with messages that nobody sends until the next one: another worker sends them."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=6)) as fleet:
        fleet.begin()
        looked(fleet)
        hand, real = fleet.hand(), deliver.send_batch

        def stopping(*arguments: Any, **more: Any) -> deliver.Sent:
            hand.let_go()
            return real(*arguments, **more)

        with monkeypatch.context() as asked:
            asked.setattr(deliver, "send_batch", stopping)
            with pytest.raises(parts.HandedBack):
                settling.settle(hand, fleet.now().id)
        assert fleet.now().state == tables.KEPT
        settling.settle(fleet.hand(), fleet.now().id)
        assert fleet.now().state == tables.ENDED
        assert {letter.state.value for letter in letters(fleet)} == {"sent"}


def letters(fleet: Fleet) -> tuple[Letter, ...]:
    """All that is in the outbox."""
    return fleet.store.outbox.letters()


def test_mail_that_does_not_go_is_exit_code_4(tmp_path: Path, postgres: str) -> None:
    """What waits since there is no connection, and why sending stopped, are those of the settlement."""
    with at_work(tmp_path, postgres, Web(sites=6, pages=4)) as fleet:
        fleet.config = fleet.by_mail()
        fleet.begin()
        fleet.do()
        came = fleets.came(fleet.config, fleet.store, fleet.now())
        assert not came.sent.complete
        assert came.sent.waiting
        assert came.sent.stopped
        assert "Mail could not be sent" in " ".join(troubles(came.ran, came.sent))


def test_first_digests_that_wait_are_counted(tmp_path: Path, postgres: str) -> None:
    """As in a run: how many wait, and not none."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        fleet.wait_for_a_person()
        came = fleets.came(fleet.config, fleet.store, fleet.now())
        assert came.ran.first
        assert "1 digest waits for you" in " ".join(troubles(came.ran, came.sent))


def test_a_chat_that_was_not_told_is_exit_code_4(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a run: said on stderr, and in the exit code."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        fleet.config = replace(fleet.config, admin=CHAT)

        def wait(*_: Any, **__: Any) -> fleets.Period:
            with fleet.store.write() as connection:
                connection.execute(tables.periods.update().values(config=fingerprint(fleet.config)))
            fleet.do()
            return fleet.now()

        def refused(*_: object) -> None:
            raise deliver.NotTold("teams:ops answered 500")

        monkeypatch.setattr("reviewer.tell.chatting.deliver.post", refused)
        monkeypatch.setattr(fleets, "wait", wait)
        done = CliRunner().invoke(
            reviewer, ["-c", str(tmp_path / "reviewer.toml"), "--as-of", TODAY.isoformat(), "run", "--fleet", "--digest", "--send-first"]
        )
        assert done.exit_code == 4, done.output
        assert "The chat teams:ops answered 500." in done.stderr


def test_who_left_while_the_workers_ran_is_not_written_to(tmp_path: Path, postgres: str) -> None:
    """The directory is that of the period's day, not of the day on which the worker was started."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        owners = fleet.config.directory.owners
        gone = TODAY.replace(day=1)

        def leaving(owner: Owner) -> Owner:
            return replace(owner, leaves=gone) if owner.email.startswith("owner0") else owner

        fleet.config = replace(fleet.config, directory=Directory(tuple(leaving(each) for each in owners)))
        assert any(each.leaves for each in fleet.config.directory.owners)
        fleet.begin()
        fleet.do()
        assert not [key for key in told(fleet.store) if "owner0" in key]
