"""Names to addresses: once a run, within a time limit, and special names never asked."""

import asyncio
import socket
import threading
from collections.abc import Sequence

import pytest

from reviewer.fetch import names
from reviewer.fetch.names import Names, NameTimeout, system

pytestmark = pytest.mark.anyio


async def test_a_name_is_asked_once_in_a_run() -> None:
    """Whoever asks, at once or later, gets the first answer, good or bad."""
    asked: list[str] = []

    def lookup(host: str) -> Sequence[str]:
        asked.append(host)
        if host == "none.example":
            raise socket.gaierror(socket.EAI_NONAME, "none")
        return ("192.0.2.1", "192.0.2.2")

    found = Names(seconds=5, most=1, lookup=lookup)
    answers = await asyncio.gather(*(found.addresses("a.example") for _ in range(5)))
    assert answers == [("192.0.2.1", "192.0.2.2")] * 5
    assert found.dialled(answers[0]) == ("192.0.2.1",)
    for _ in range(3):
        with pytest.raises(socket.gaierror):
            await found.addresses("none.example")
    assert asked == ["a.example", "none.example"]
    found.close()


async def test_a_name_server_that_does_not_answer_costs_the_limit_only() -> None:
    """After the limit the name is given up, for all who wait and for the rest of the run; its thread may hang as long as it likes."""
    stuck = threading.Event()

    def lookup(host: str) -> Sequence[str]:
        stuck.wait(30)
        return ("192.0.2.1",)

    found = Names(seconds=0.05, most=4, lookup=lookup)
    for _ in range(2):
        with pytest.raises(NameTimeout, match=r"no name server answered for slow.example within 0.05 s"):
            await found.addresses("slow.example")
    stuck.set()
    found.close()
    for thread in threading.enumerate():
        if thread.name == "names":
            thread.join(5)


async def test_names_that_others_serve_do_not_wait_behind_a_dead_name_server() -> None:
    """However many names were given up whose look-ups still hang, the next name is asked at once: nobody calls it unreachable."""
    stuck = threading.Event()

    def lookup(host: str) -> Sequence[str]:
        if host.endswith(".dead.example"):
            stuck.wait(30)
        return ("192.0.2.1",)

    found = Names(seconds=0.5, most=4, lookup=lookup)
    asked = [found.addresses(f"{number}.dead.example") for number in range(200)]
    lost, well = await asyncio.gather(asyncio.gather(*asked, return_exceptions=True), found.addresses("well.example"))
    assert {type(each) for each in lost} == {NameTimeout}
    assert well == await found.addresses("other.example") == ("192.0.2.1",)
    stuck.set()
    found.close()


async def test_many_names_are_asked_at_once_but_not_all() -> None:
    """Look-ups run in parallel, in at most as many threads as the limit says."""
    running = most = 0
    lock = threading.Lock()
    gate = threading.Barrier(names.THREADS)

    def lookup(host: str) -> Sequence[str]:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        gate.wait(10)
        with lock:
            running -= 1
        return ("192.0.2.1",)

    found = Names(seconds=20, most=4, lookup=lookup)
    await asyncio.gather(*(found.addresses(f"{number}.example") for number in range(2 * names.THREADS)))
    assert most == names.THREADS
    found.close()


async def test_an_address_is_its_own_answer() -> None:
    """An address written as such is not asked for."""
    found = Names(seconds=1, most=4, lookup=lambda _: pytest.fail("asked"))
    assert await found.addresses("192.0.2.7") == ("192.0.2.7",)
    assert await found.addresses("2001:db8::1") == ("2001:db8::1",)


async def test_an_answer_after_the_end_of_the_loop_is_dropped() -> None:
    """A look-up that outlives the run does not disturb: its thread ends."""
    late = threading.Event()

    def lookup(host: str) -> Sequence[str]:
        late.wait(10)
        return ("192.0.2.1",)

    async def run() -> None:
        found = Names(seconds=0.01, most=4, lookup=lookup)
        with pytest.raises(NameTimeout):
            await found.addresses("late.example")

    before = set(threading.enumerate())
    await asyncio.to_thread(asyncio.run, run())
    late.set()
    for thread in set(threading.enumerate()) - before:
        if thread.name == "names":
            thread.join(5)
            assert not thread.is_alive()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "app.localhost"])
async def test_localhost_is_this_machine(host: str) -> None:
    """Names below localhost are loopback (RFC 6761, 6.3), whatever a name server says."""
    assert system(host) == ("127.0.0.1",)


@pytest.mark.parametrize("host", ["nowhere.invalid", "invalid.", "a" * 64 + ".example", "\udcff.example"])
async def test_names_that_cannot_exist_are_not_asked_for(host: str) -> None:
    """Names below invalid (RFC 6761, 6.4) and names with labels that are too long do not exist."""
    with pytest.raises(socket.gaierror) as caught:
        system(host)
    assert caught.value.errno == socket.EAI_NONAME


async def test_the_system_is_asked_for_all_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address comes once, in the system's order, of both families."""

    def answer(host: str, port: None, **_: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (address, 0)) for address in ("2001:db8::1", "192.0.2.1", "2001:db8::1")]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert system("a.example") == ("2001:db8::1", "192.0.2.1")
