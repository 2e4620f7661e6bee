"""Which worker asks which host."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.fleet.lanes import SMALL, TOGETHER, dealt, homes, lanes
from reviewer.settings import Site


def site(name: str, *starts: str) -> Site:
    """A site with these start pages."""
    return Site(name, tuple(starts))


def test_sites_that_share_a_host_share_a_lane() -> None:
    """Also by way of a third one; the order of the config is kept, and the lane has the name of its first host."""
    one, two, three = (
        site("One", "https://b.example/"),
        site("Two", "https://c.example/"),
        site("Three", "http://c.example/x", "https://b.example/y"),
    )
    other = site("Other", "https://a.example/")
    found = lanes([one, other, two, three])
    assert found == {"host:a.example": (other,), "host:b.example": (one, two, three)}
    assert homes(found) == {"a.example": "host:a.example", "b.example": "host:b.example", "c.example": "host:b.example"}


def test_a_site_without_a_valid_start_page_has_a_lane_of_its_own() -> None:
    """It is looked at, and the admin is told; it takes no other site with it."""
    found = lanes([site("Empty"), site("Good", "https://a.example/")])
    assert [[each.name for each in sites] for sites in found.values()] == [["Empty"], ["Good"]]


def test_small_hosts_are_put_together_and_large_ones_are_not() -> None:
    """A host with many links has a lane of its own."""
    found = dealt({"large.example": SMALL, "a.example": 3, "b.example": SMALL - 1}, {})
    assert found == {"large.example": "host:large.example", "a.example": "hosts:a.example", "b.example": "hosts:a.example"}


COUNTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=4), st.integers(1, 3 * SMALL))


@given(COUNTS, COUNTS)
def test_a_host_keeps_its_lane_and_no_lane_grows_without_end(first: dict[str, int], then: dict[str, int]) -> None:
    """What is dealt later goes where the host is already; a lane of small hosts ends when it has enough, and a new deal begins new ones."""
    early = dealt(first, {})
    late = dealt(then, early)
    assert early.keys() == first.keys()
    assert late.keys() == then.keys()
    assert all(late[host] == early[host] for host in first.keys() & then.keys())
    fresh = {host: lane for host, lane in late.items() if host not in first}
    assert not set(fresh.values()) & set(early.values())
    for lane in set(fresh.values()):
        members = [host for host, of in fresh.items() if of == lane]
        assert len(members) == 1 or sum(then[host] for host in members) < TOGETHER + SMALL
