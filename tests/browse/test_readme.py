"""What the README says of pages that need JavaScript, done word for word."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import ssl
import sys
from pathlib import Path

import pytest

from reviewer import config as configs
from reviewer import doctor
from reviewer.doctor import Mark
from reviewer.look import Means, Silent, Wants, look_now
from reviewer.model import Looked, PageState
from reviewer.settings import Config
from tests.browse.app import app
from tests.browse.test_login import behind
from tests.origin import Origin

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
SECTION = README.partition("### Pages that need JavaScript\n")[2].partition("\n## ")[0].partition("\n### ")[0]
BLOCKS = re.findall(r"(?ms)^```toml\n(.*?)^```", SECTION)


def written(folder: Path, start: str, *, browser: bool) -> Config:
    """The config of somebody who copied the site's table, with their own start page and what the rest of a config needs."""
    block = BLOCKS[0].replace("https://intranet.example.nhs.uk/resources", start)
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


@pytest.mark.browser
def test_a_site_behind_a_form(chromium_here: str, tmp_path: Path, secure: tuple[ssl.SSLContext, str]) -> None:
    """With the login as it stands, and the variable that is named there, a run is let in and reads the site."""

    async def serving() -> tuple[Looked, list[doctor.Line], str]:
        async with Origin(behind(), context=secure[0]) as origin:
            path = tmp_path / "reviewer.toml"
            block = BLOCKS[1].replace("https://intranet.example.nhs.uk", origin.url("").rstrip("/"))
            rest = '[organisation]\ncontact = "Web <web@example.org>"\n[network]\nallow = ["127.0.0.1"]\nca_file = "ca.pem"\n'
            path.write_text(f'{rest}{block}[[site]]\nname = "Intranet"\nstart = ["{origin.url("/")}"]\nbrowser = "auto"\n', "utf-8")
            (variable,) = set(re.findall(r"REVIEWER_LOGIN_\w+", SECTION))
            made = configs.load(path, {variable: "hunter2"})
            looked = await asyncio.to_thread(look_now, made, Means(Silent()), Wants())
            return looked, await asyncio.to_thread(lambda: list(doctor.examine(made, now=NOW))), origin.url("/")

    looked, lines, start = asyncio.run(serving())
    assert looked.pages[start].state is PageState.READ
    assert looked.pages[start].claims
    assert looked.incomplete == ()
    assert "stands behind the form of the login intranet" in next(line.says for line in lines if line.what == "Intranet: first page")


@pytest.mark.browser
@pytest.mark.parametrize("words", [(), ("--browser", "auto")])
def test_a_page_is_tried_without_a_config(chromium_here: str, tmp_path: Path, words: tuple[str, ...]) -> None:
    """`reviewer check URL --browser auto` reads a page that scripts make; without it the hint says what to do, and exit code 3 that nothing was read."""

    async def serving() -> tuple[int, str]:
        async with Origin(app()) as origin:
            asked = ("-m", "reviewer", "--allow", "127.0.0.1", "check", origin.url("/tips"), *words)
            process = await asyncio.create_subprocess_exec(
                sys.executable, *asked, cwd=tmp_path, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
            )
            said, _ = await process.communicate()
            return process.returncode or 0, said.decode()

    code, said = asyncio.run(serving())
    assert ("--browser auto" in said) is not bool(words)
    assert ("could not be read without a browser" in said) is not bool(words)
    assert code == (0 if words else 3), said
    assert ("Looked at 1 page" in said and "2023" in said) is bool(words), said
