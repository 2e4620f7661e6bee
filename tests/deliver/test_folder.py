"""Messages as files: whole or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.deliver import NoConnection, NotDelivered
from reviewer.deliver.ways import folder
from reviewer.model import Mailbox, Message
from reviewer.settings import Email


def message(key: str = "2026-11-23/alice@alliance.example") -> Message:
    """A message."""
    return Message(key, "<a>", Mailbox("", "a"), Mailbox("", "b"), "s", b"payload", "text", "<p>html</p>")


def test_a_message_is_an_eml_and_an_html_file(tmp_path: Path) -> None:
    """The folder is made, the bytes are the message's, and nothing else is left there; a second time changes nothing."""
    steps: list[str] = []
    for _ in range(2):
        with folder.connect(Email(via=f"folder:{tmp_path}/a/b")) as way:
            way.send(message(), lambda: steps.append("committing"))
    files = {path.name: path.read_bytes() for path in (tmp_path / "a" / "b").iterdir()}
    assert files == {"2026-11-23-alice@alliance.example.eml": b"payload", "2026-11-23-alice@alliance.example.html": b"<p>html</p>"}
    assert steps == ["committing", "committing"]


def test_the_usual_folder_is_outbox() -> None:
    """``folder:`` alone is ./outbox."""
    assert folder.connect(Email(via="folder:")).path == Path("outbox")


@pytest.mark.parametrize("key", ["2026-11-23/../../etc/passwd", "2026-11-23/" + "x" * 300, "2026-11-23/siân@x.example", "2026-11-23/a\n b"])
def test_no_key_leaves_the_folder(key: str) -> None:
    """A file name is a name: no path, nothing too long, and two keys never share one."""
    name = folder.file_name(key)
    assert "/" not in name
    assert name.isascii()
    assert len(name) < 130
    assert name != folder.file_name(key + "x")


def test_a_folder_that_cannot_be_made_stops_the_batch(tmp_path: Path) -> None:
    """A file stands in the way: says so, and no message is blamed."""
    (tmp_path / "outbox").write_text("")
    with pytest.raises(NoConnection, match="cannot be made") as caught, folder.connect(Email(via=f"folder:{tmp_path}/outbox")):
        pass
    assert caught.value.permanent


def test_a_disk_that_does_not_take_it_leaves_no_half_file(tmp_path: Path) -> None:
    """A folder stands where the file should be: the message is put off, and nothing half is left."""
    (tmp_path / "2026-11-23-alice@alliance.example.html").mkdir()
    with folder.connect(Email(via=f"folder:{tmp_path}")) as way, pytest.raises(NotDelivered, match="could not be written") as caught:
        way.send(message(), lambda: None)
    assert not caught.value.permanent
    assert [path.name for path in tmp_path.iterdir()] == ["2026-11-23-alice@alliance.example.html"]
