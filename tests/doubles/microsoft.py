"""Microsoft's identity platform and Graph's ``sendMail`` in one service, with the answers that their documentation gives.

Steps: ``discovery`` (where tokens are given), ``arriving`` (the head of a POST is here, its body is not), ``token``, ``send`` (a message has
arrived as a whole and was not answered), ``answered``.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from pathlib import Path

from reviewer.model import Mailbox
from reviewer.settings import Email, OAuth
from tests.doubles.web import Act, Answer, Asked, Web

TENANT = "alliance.example"
CLIENT = "11111111-2222-3333-4444-555555555555"
SECRET = "a secret of the app"
MAILBOX = "content-review@alliance.example"


def error(status: int, code: str, message: str, **headers: str) -> Answer:
    """A refusal of Graph (OData)."""
    return status, headers, {"error": {"code": code, "message": message}}


def refused_token(status: int, number: int, name: str, says: str) -> Answer:
    """A refusal of the identity platform."""
    described = f"AADSTS{number}: {says} Trace ID: 0 Correlation ID: 0 Timestamp: 2026-11-23 08:00:00Z"
    return status, {}, {"error": name, "error_description": described, "error_codes": [number]}


class Microsoft(Web):
    """``arrived`` are whole messages, whatever was answered; ``accepted`` those that were answered with 202. ``lives``: for how many
    seconds a token is given. ``roles``: the permissions of the app. ``dead``: tokens that are refused."""

    def __init__(self, folder: Path, plan: Mapping[str, Act | list[Act]] | None = None) -> None:
        super().__init__(folder, plan)
        self.tenant, self.client, self.mailbox = TENANT, CLIENT, MAILBOX
        self.arrived: list[bytes] = []
        self.accepted: list[bytes] = []
        self.forms: list[dict[str, str]] = []
        self.lives = 3599
        self.roles = ["Mail.Send"]
        self.dead: set[str] = set()
        self.given: list[str] = []

    def email(self) -> Email:
        """The config of an organisation that sends through it."""
        return Email(
            sender=Mailbox("Content review", MAILBOX),
            via=f"graph:{MAILBOX}",
            oauth=OAuth(TENANT, CLIENT, authority=self.origin, secret=SECRET),
            service=self.origin,
            ca_file=self.ca_file,
        )

    def usual(self, asked: Asked) -> Answer:
        """Where tokens are given, a token, or a message taken."""
        if asked.path == f"/{self.tenant}/v2.0/.well-known/openid-configuration":
            at = f"{self.origin}/{self.tenant}"
            places = {"authorization_endpoint": f"{at}/oauth2/v2.0/authorize", "token_endpoint": f"{at}/oauth2/v2.0/token", "issuer": at}
            return self.step("discovery") or (200, {}, places)
        if asked.path.endswith("/.well-known/openid-configuration"):
            return refused_token(400, 90002, "invalid_tenant", "Tenant 'x' not found.")
        if asked.path == f"/{self.tenant}/oauth2/v2.0/token":
            return self._token(asked.form)
        if asked.path.startswith("/v1.0/users/"):
            return self._send(asked)
        return error(400, "BadRequest", f"Resource not found for the segment {asked.path!r}.")

    def _token(self, form: dict[str, str]) -> Answer:
        self.forms.append(form)
        if planned := self.step("token"):
            return planned
        if form["client_id"] != self.client:
            return refused_token(400, 700016, "unauthorized_client", "Application was not found in the directory.")
        if "client_assertion" not in form and form.get("client_secret") != SECRET:
            return refused_token(401, 7000215, "invalid_client", "Invalid client secret provided.")
        claims = base64.urlsafe_b64encode(json.dumps({"roles": self.roles, "number": len(self.given)}).encode()).decode().rstrip("=")
        self.given.append(f"e30.{claims}.c2ln")
        return 200, {}, {"token_type": "Bearer", "expires_in": self.lives, "access_token": self.given[-1]}

    def _send(self, asked: Asked) -> Answer:
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in self.given or token in self.dead:
            return error(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.")
        if asked.path != f"/v1.0/users/{self.mailbox}/sendMail":
            return error(404, "ErrorInvalidUser", "The requested user is invalid.")
        if asked.headers.get("content-type") != "text/plain":
            return error(400, "RequestBodyRead", "The content is no MIME.")
        self.arrived.append(base64.b64decode(asked.body, validate=True))
        planned = self.step("send")
        if planned is not None:
            return planned
        self.accepted.append(self.arrived[-1])
        self.step("answered")
        return 202, {}, None
