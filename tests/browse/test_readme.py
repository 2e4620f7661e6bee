"""What the README says of pages that need JavaScript, done word for word."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from pathlib import Path

import pytest

from reviewer import config as configs
from reviewer import doctor
from reviewer.doctor import Mark
from reviewer.look import Means, Silent, Wants, look_now
from reviewer.model import Looked, PageState
from reviewer.settings import Config
from tests.browse.app import app
from tests.origin import Origin

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
SECTION = README.partition("### Pages that need JavaScript\n")[2].partition("\n## ")[0].partition("\n### ")[0]


def written(folder: Path, start: str, *, browser: bool) -> Config:
    """The config of somebody who copied the site's table, with their own start page and what the rest of a config needs."""
    (block,) = re.findall(r"(?ms)^```toml\n(.*?)^```", SECTION)
    block = block.replace("https://intranet.example.nhs.uk/resources", start)
    if not browser:
        block = block.replace('browser = "auto"\n', "")
    path = folder / "reviewer.toml"
    rest = '[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.1"]\n'
    path.write_text(rest + block, "utf-8")
    return configs.load(path, {})


@pytest.mark.browser
@pytest.mark.parametrize("browser", [False, True])
def test_pages_that_need_javascript(chromium_here: str, tmp_path: Path, browser: bool) -> None:
    """With the table as it stands the doctor finds the browser, and a run reads the site; without its last line the pages need a browser."""

    def done(start: str) -> tuple[Looked, list[doctor.Line]]:
        made = written(tmp_path, start, browser=browser)
        return look_now(made, Means(Silent()), Wants()), list(doctor.examine(made, now=NOW))

    async def serving() -> tuple[Looked, list[doctor.Line], str]:
        async with Origin(app()) as origin:
            looked, lines = await asyncio.to_thread(done, origin.url("/"))
            return looked, lines, origin.url("/")

    looked, lines, start = asyncio.run(serving())
    page = looked.pages[start]
    assert page.state is (PageState.READ if browser else PageState.NEEDS_BROWSER)
    assert bool(page.claims) is browser
    assert [line.mark for line in lines if line.what == "browser"] == [Mark.FINE] * browser
    first = next(line for line in lines if line.what == "Intranet: first page")
    assert ("browser" in first.todo) is not browser
    assert {"REVIEWER_CHROMIUM", "content-reviewer[browser]"} <= set(re.findall(r"REVIEWER_\w+|content-reviewer\[\w+\]", SECTION))
