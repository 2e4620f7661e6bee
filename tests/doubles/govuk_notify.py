"""GOV.UK Notify, with the answers that its documentation gives.

Steps: ``template``, ``lookup``, ``arriving`` (the head of a POST is here, its body is not), ``send`` (a message has arrived as a whole and was
not answered; nothing is kept yet), ``kept`` (it is kept and was not answered), ``answered``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jwt

from reviewer.model import Mailbox
from reviewer.settings import Email
from tests.doubles.web import Act, Answer, Asked, Web

TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"reviewer-{SERVICE}-{SECRET}"


def error(status: int, *errors: tuple[str, str], **headers: str) -> Answer:
    """A refusal."""
    return status, headers, {"status_code": status, "errors": [{"error": name, "message": says} for name, says in errors]}


class Notify(Web):
    """``kept`` are the notifications that exist, as (reference, what was posted)."""

    def __init__(self, folder: Path, plan: Mapping[str, Act | list[Act]] | None = None) -> None:
        super().__init__(folder, plan)
        self.kept: list[tuple[str, dict[str, Any]]] = []
        self.fields = ["subject", "body"]
        self.kind = "email"
        self.template = TEMPLATE
        self.status = "created"

    def email(self) -> Email:
        """The config of an organisation that sends through it."""
        sender = Mailbox("Content review", "content-review@alliance.example")
        return Email(sender=sender, via=f"notify:{TEMPLATE}", notify_key=KEY, service=self.origin, ca_file=self.ca_file)

    def usual(self, asked: Asked) -> Answer:
        """A template, what is known of a reference, or a message taken."""
        try:
            claims = jwt.decode(asked.headers["authorization"].removeprefix("Bearer "), SECRET, ["HS256"], options={"verify_iat": False})
        except jwt.InvalidTokenError:
            return error(403, ("AuthError", "Invalid token: API key not found"))
        if claims["iss"] != SERVICE:
            return error(403, ("AuthError", "Invalid token: service not found"))
        if asked.path.startswith("/v2/template/"):
            return self._template(asked.path.rpartition("/")[2])
        if asked.path == "/v2/notifications" and asked.method == "GET":
            found = [
                {"id": str(number), "reference": reference, "status": self.status, "type": "email"}
                for number, (reference, _) in enumerate(self.kept)
                if reference == asked.query["reference"]
            ]
            return self.step("lookup") or (200, {}, {"notifications": found, "links": {"current": asked.path}})
        if asked.path == "/v2/notifications/email":
            return self._send(json.loads(asked.body))
        return error(404, ("NoResultFound", "No result found"))

    def _template(self, id_: str) -> Answer:
        planned = self.step("template")
        if planned is not None:
            return planned
        if id_ != self.template:
            return error(404, ("NoResultFound", "No result found"))
        fields = {field: {"required": True} for field in self.fields}
        return 200, {}, {"id": id_, "name": "Digest", "type": self.kind, "version": 1, "personalisation": fields}

    def _send(self, posted: dict[str, Any]) -> Answer:
        planned = self.step("send")
        if planned is not None:
            return planned
        if missing := set(self.fields) - set(posted["personalisation"]):
            return error(400, ("BadRequestError", f"Missing personalisation: {', '.join(sorted(missing))}"))
        self.kept.append((posted["reference"], posted))
        planned = self.step("kept")
        if planned is not None:
            return planned
        self.step("answered")
        return 201, {}, {"id": str(len(self.kept)), "reference": posted["reference"], "content": {}, "uri": "", "template": {}}
