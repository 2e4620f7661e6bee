"""Access tokens of Microsoft's identity platform, for an app that acts without a person (OAuth 2 client credentials), by ``msal``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from reviewer import neutral
from reviewer.deliver.calls import Answered, ask
from reviewer.deliver.failures import AnswerLost, NoConnection
from reviewer.settings import Email

MISSING: Final = "needs a package that is not installed: pip install 'content-reviewer[graph]'. Nothing was sent."

ADVICE: Final = {
    7000215: "The secret is wrong: REVIEWER_OAUTH_SECRET takes the secret's Value, not its ID.",
    7000222: "The secret has run out: make a new one (app registration, Certificates & secrets) and put it into REVIEWER_OAUTH_SECRET.",
    700016: "There is no such app in this tenant: check [email] oauth client and tenant.",
    700027: "The certificate is not the app's: upload it under Certificates & secrets of the app registration.",
    90002: "There is no such tenant: check [email] oauth tenant.",
}
"""What to do about an error of Entra ID, by its AADSTS number (Microsoft's reference of authentication error codes)."""


class Tokens:
    """The tokens for one ``scope``. A token is used until it ends, and a new one is then asked for."""

    def __init__(self, email: Email, scope: str) -> None:
        self._email = email
        self._scope = scope
        self._carrier = _Carrier(email)
        self._app: Any = None

    def token(self, *, renew: bool = False) -> str:
        """A token that is good now; ``renew``: a new one, whatever the old one says of its end. Raises ``NoConnection``."""
        try:
            app = self._opened()
            if renew:
                app.remove_tokens_for_client()
            found = app.acquire_token_for_client(scopes=[self._scope])
        except NoConnection:
            raise
        except Exception as error:  # msal documents no errors: ValueError, RuntimeError and its own for answers that it does not expect
            raise self._refused(neutral.words(str(error))) from error
        if "access_token" in found:
            return str(found["access_token"])
        codes = [code for code in found.get("error_codes") or () if isinstance(code, int)]
        says = str(found.get("error_description") or found.get("error") or "no token").partition("Trace ID")[0]
        advice = next((ADVICE[code] for code in codes if code in ADVICE), "")
        raise self._refused(f"{neutral.words(says)}{' ' if advice else ''}{advice}")

    def _opened(self) -> Any:
        """The app; it is made once, as it keeps the tokens. Asks the authority where tokens are given."""
        if self._app is None:
            try:
                import msal
            except ModuleNotFoundError as error:
                raise NoConnection(f"Sending through Microsoft 365 {MISSING}", permanent=True) from error
            oauth = self._email.oauth
            self._app = msal.ConfidentialClientApplication(
                oauth.client,
                authority=f"{oauth.authority}/{oauth.tenant}",
                client_credential=self._credential(),
                http_client=self._carrier,
                instance_discovery=False,  # the authority is the config's choice: nobody else is asked about it
            )
        return self._app

    def _credential(self) -> str | dict[str, str]:
        """The secret, or the key and the certificate of a PEM file."""
        oauth = self._email.oauth
        if not oauth.certificate:
            return oauth.secret or ""
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        where = f"[email] oauth certificate {oauth.certificate}"
        try:
            text = Path(oauth.certificate).read_text("utf-8")
            key = load_pem_private_key(text.encode(), None)
        except OSError as error:
            raise NoConnection(f"{where} cannot be read: {error.strerror}", permanent=True) from error
        except (ValueError, TypeError) as error:
            raise NoConnection(
                f"{where} holds no private key that can be used: an RSA key as PEM, without a password", permanent=True
            ) from error
        if not isinstance(key, RSAPrivateKey) or "BEGIN CERTIFICATE-----" not in text:
            raise NoConnection(f"{where} must hold both, a private RSA key and its certificate, as PEM", permanent=True)
        return {"private_key": text, "public_certificate": text}

    def _refused(self, says: str) -> NoConnection:
        """No token; for good, unless the authority is busy or in trouble."""
        status, oauth = self._carrier.status, self._email.oauth
        passes = status == 429 or status >= 500
        return NoConnection(f"{oauth.authority} gives no token to the app {oauth.client}: {says}", permanent=not passes)


class _Reply:
    """An answer as msal reads it."""

    def __init__(self, answered: Answered) -> None:
        self.status_code = answered.status
        self.headers = dict(answered.headers)
        self.text = answered.body.decode("utf-8", "replace")

    def raise_for_status(self) -> None:
        """Raise for a refusal."""
        if self.status_code >= 400:
            raise RuntimeError(f"status {self.status_code}")

    def json(self) -> Any:
        """The body."""
        return json.loads(self.text)


class _Carrier:
    """How msal asks: by our calls. ``status`` is that of the last answer."""

    def __init__(self, email: Email) -> None:
        self._email = email
        self.status = 0

    def get(self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None, **_: Any) -> _Reply:
        """Ask."""
        return self._ask("GET", f"{url}?{urlencode(params)}" if params else url, headers, None)

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        **_: Any,
    ) -> _Reply:
        """Hand in a form."""
        form = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._ask("POST", f"{url}?{urlencode(params)}" if params else url, form, urlencode(data or {}).encode())

    def close(self) -> None:
        """Nothing stays open."""

    def _ask(self, method: str, url: str, headers: Mapping[str, str] | None, content: bytes | None) -> _Reply:
        self.status = 0
        try:
            answered = ask(method, url, self._email, headers=headers, content=content)
        except AnswerLost as error:  # a token is no message: nothing is in doubt
            raise NoConnection(f"the authority {self._email.oauth.authority} did not answer") from error
        self.status = answered.status
        return _Reply(answered)
