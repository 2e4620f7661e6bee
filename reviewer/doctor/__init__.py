"""Look at everything that a run needs, and say of each how it stands and what to do. Reads and connects; changes and sends nothing."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reviewer import __version__, browse, dates, model, owners, timetable, urls
from reviewer.doctor import flags as flags
from reviewer.doctor import mail as mail
from reviewer.doctor import places as places
from reviewer.doctor import sites as sites
from reviewer.doctor.line import Line as Line
from reviewer.doctor.line import Mark as Mark
from reviewer.doctor.line import code as code
from reviewer.doctor.mail import sample as sample
from reviewer.fetch import Door
from reviewer.settings import Config


def examine(config: Config, *, now: dt.datetime, send_test: model.Mailbox | None = None) -> Iterator[Line]:
    """All lines, each as soon as it is known. ``now`` is the clock (UTC). ``send_test`` names who gets one test message, if any."""
    yield from _config(config)
    yield from _times(config, now)
    yield from places.places(config, now)
    yield from _browser(config)
    yield from flags.checks(config)
    yield from mail.mail(config, now, send_test)
    yield from mail.chats(config, send=send_test is not None)
    with asyncio.Runner() as runner:
        yield from runner.run(_sites(config, now))


def _config(config: Config) -> Iterator[Line]:
    """The file, its warnings, who is in the directory, and what nobody owns."""
    people = config.directory.owners
    left = sum(owner.left for owner in people)
    gone = f" ({left} of them left)" if left else ""
    says = f"{config.path}: {_count(len(config.sites), 'site')}, {_count(len(people), 'owner')} in the directory{gone}"
    yield Line(Mark.FINE, "config", says)
    if config.directory.columns:
        taken = ", ".join(f'{held.replace("_", " ")} from "{column}"' for held, column in config.directory.columns)
        yield Line(Mark.FINE, "directory", f"read {taken}", "Name the columns in [directory] columns, if one was taken for another.")
    for warning in config.warnings:
        yield Line(Mark.NOTE, "config", warning)
    for each in config.sites:
        if each.owner and owners.find(each.owner, config.directory) is None:
            says = f"its owner {each.owner} has left, or can no longer be told from somebody else: the organisation's contact gets its mail"
            yield Line(Mark.NOTE, each.name, says, "Name another `owner` in its [[site]].")
    contact = config.organisation.contact
    for each in config.sites:
        if each.owner is None and contact:
            says = f"has no owner: what its pages do not say goes to {contact.email}"
            yield Line(Mark.NOTE, each.name, says, "Name an `owner` in its [[site]].")


def _browser(config: Config) -> Iterator[Line]:
    """Whether there is a browser, when a site wants one. It is not started."""
    forms = {each.origin for each in config.network.logins}
    wanted = [each.name for each in config.sites if each.browser != "never" or any(urls.origin(start) in forms for start in each.start)]
    if not wanted:
        return
    lacks = browse.missing()
    if lacks:
        yield Line(
            Mark.WRONG,
            "browser",
            f"{', '.join(wanted)} cannot be read: {lacks}",
            "Install it, or take `browser` out of that [[site]], and `form` out of its login.",
        )
    else:
        yield Line(Mark.FINE, "browser", f"{browse.executable()}, for {', '.join(wanted)}")


def _count(number: int, what: str) -> str:
    """1 site, 2 sites."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _times(config: Config, now: dt.datetime) -> Iterator[Line]:
    """What time it is here, and when the next check and the next digest are due."""
    zone = ZoneInfo(config.organisation.timezone)
    here = now.astimezone(zone)
    yield Line(Mark.FINE, "clock", f"{dates.words(here.date())}, {here:%H:%M} in {zone.key}")
    check = timetable.following(now, timetable.parse(config.timetable.check), zone).at.astimezone(zone)
    digest = timetable.following(now, timetable.parse(config.timetable.digest), zone, timetable.workdays(config.timetable.skip))
    then = digest.at.astimezone(zone)
    says = f"next check {dates.words(check.date())} {check:%H:%M}, next digest {dates.words(then.date())} {then:%H:%M}"
    yield Line(Mark.FINE, "schedule", f"{says} (with `reviewer schedule`, or when cron calls `reviewer run`)")


async def _sites(config: Config, now: dt.datetime) -> list[Line]:
    """Lines about all sites, looked at at once, in the order of the config."""
    contact = config.organisation.contact
    async with Door(config.network, contact=contact.email if contact else "", version=__version__) as door:

        async def look(each: int) -> list[Line]:
            return [line async for line in sites.site(config.sites[each], config, door, now)]

        found = await asyncio.gather(*(look(index) for index in range(len(config.sites))))
    return [line for lines in found for line in lines]
