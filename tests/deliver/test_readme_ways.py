"""What the README says of Microsoft 365 and of GOV.UK Notify, done word for word against services that answer as theirs do."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import config, deliver, doctor
from reviewer.doctor import Mark
from reviewer.model import Mailbox
from reviewer.settings import Config
from reviewer.store import Store
from tests.doubles.govuk_notify import KEY, Notify
from tests.doubles.microsoft import SECRET, Microsoft
from tests.letters import written
from tests.makers import NOW

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def copied(folder: Path, heading: str, env: dict[str, str]) -> Config:
    """The config of somebody who copied the whole example and the [email] below that heading, and set what it says to set."""
    whole = re.findall(r"(?ms)^```toml\n(.*?)^```", README)[-1]
    section = README.partition(f"### {heading}\n")[2].partition("\n## ")[0].partition("\n### ")[0]
    (block,) = re.findall(r"(?ms)^```toml\n(.*?)^```", section)
    for name in env:
        assert name in section
    before, _, rest = whole.partition("[email]\n")
    path = folder / "reviewer.toml"
    path.write_text(f"{before}{block}[{rest.partition('[')[2]}", "utf-8")
    return config.load(path, env)


def looked_at_and_sent(found: Config, folder: Path) -> list[str]:
    """``doctor --send-test``, then a digest: what doctor says; everything went."""
    lines = [*doctor.mail.mail(found, NOW, Mailbox("", "you@example.nhs.uk"))]
    assert {line.mark for line in lines} == {Mark.FINE}
    with Store.open(folder / "s.sqlite3") as store:
        store.prepare([written("first-run")], {}, now=NOW)
        assert deliver.send_batch(store.outbox, found.email, NOW).complete
    return [line.says for line in lines]


def test_microsoft_365(tmp_path: Path) -> None:
    """The app, the secret, the mailbox: doctor sees token and permission, and a test and a digest arrive."""
    pytest.importorskip("msal", reason="the extra is not installed: pip install 'content-reviewer[graph]'")
    found = copied(tmp_path, "Sending through Microsoft 365", {"REVIEWER_OAUTH_SECRET": SECRET})
    with Microsoft(tmp_path).serving() as service:
        service.tenant, service.client = found.email.oauth.tenant, found.email.oauth.client
        service.mailbox = found.email.via.partition(":")[2]
        oauth = replace(found.email.oauth, authority=service.origin)
        email = replace(found.email, oauth=oauth, service=service.origin, ca_file=service.ca_file)
        says = looked_at_and_sent(replace(found, email=email), tmp_path)
        assert "the app has Mail.Send" in "\n".join(says)
        assert len(service.accepted) == 2


def test_govuk_notify(tmp_path: Path) -> None:
    """The key and the template: doctor sees that it fits, and a test and a digest are with Notify."""
    pytest.importorskip("notifications_python_client", reason="the extra is not installed: pip install 'content-reviewer[notify]'")
    found = copied(tmp_path, "Sending through GOV.UK Notify", {"REVIEWER_NOTIFY_KEY": KEY})
    with Notify(tmp_path).serving() as service:
        service.template = found.email.via.partition(":")[2]
        email = replace(found.email, service=service.origin, ca_file=service.ca_file)
        says = looked_at_and_sent(replace(found, email=email), tmp_path)
        assert "((subject)) and ((body))" in "\n".join(says)
        assert len(service.kept) == 2
