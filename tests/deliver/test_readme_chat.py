"""What the README says of chats, done word for word against services that answer as theirs do."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from reviewer import config, doctor
from reviewer.doctor import Mark
from reviewer.settings import Admin
from tests.doubles.chats import SIGNATURE, Chats

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
SECTION = README.partition("### Told in a chat\n")[2].partition("\n### ")[0]


@pytest.mark.skipif(find_spec("apprise") is None, reason="the extra is not installed: pip install 'content-reviewer[chat]'")
def test_told_in_a_chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The block and the variable: doctor looks and sends nothing, --send-test says that it is a test, and a webhook that is gone is told."""
    (block,) = re.findall(r"(?ms)^```toml\n(.*?)^```", SECTION)
    assert "REVIEWER_CHAT_OPS" in SECTION
    path = tmp_path / "reviewer.toml"
    path.write_text(f'[organisation]\ncontact = "Web <web@example.org>"\n[[site]]\nstart = ["https://x.example/"]\n{block}', "utf-8")
    with Chats(tmp_path).serving() as service:
        webhook = service.channels(monkeypatch)[1].webhook
        found = config.load(path, {"REVIEWER_CHAT_OPS": webhook})
        assert found.warnings == ()
        assert SIGNATURE not in repr(found)
        made = replace(found, network=replace(found.network, ca_file=service.ca_file))
        assert [line.mark for line in doctor.mail.chats(made, send=False)] == [Mark.FINE]
        assert service.said == []
        assert [line.mark for line in doctor.mail.chats(made, send=True)] == [Mark.FINE, Mark.FINE]
        assert "--send-test" in service.texts()[0]
        (channel,) = made.admin.chats
        gone = replace(made, admin=Admin((), (replace(channel, webhook=webhook.replace(SIGNATURE, "another")),)))
        line = list(doctor.mail.chats(gone, send=True))[-1]
        assert (line.mark, doctor.code([line])) == (Mark.WRONG, 4)
        assert "was the webhook removed?" in line.says
        assert "REVIEWER_CHAT_OPS" in line.todo
