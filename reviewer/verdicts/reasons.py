"""What each reason of a visit means, in words for the person who must act. Data only: checks and reports put it into sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from reviewer.model import Reason


@dataclass(frozen=True, slots=True)
class Gloss:
    """``short`` stands in brackets after "does not work", ``says`` is a sentence of its own, ``fix`` one instruction,
    ``reference`` the standard that it rests on, or "measured" where none speaks of it."""

    short: str
    says: str
    fix: str
    reference: str


_FIND = "Find where the content is now and link to that instead, or remove the link."
_LOOK = "Open the link yourself. If it works for you, nothing has to be done."
_WAIT = "Nothing has to be done now: it will be looked at again."

REASONS: Final[Mapping[Reason, Gloss]] = MappingProxyType(
    {
        Reason.OK: Gloss("works", "The link leads to what it says.", "Nothing has to be done.", "RFC 9110, 15.3"),
        Reason.PERMANENT_REDIRECT: Gloss(
            "moved for good",
            "The page has moved for good; its old address still leads there.",
            "Link to the new address.",
            "RFC 9110, 15.4.2 and 15.4.9",
        ),
        Reason.NOT_FOUND: Gloss("page not found", "The site answers that there is no such page.", _FIND, "RFC 9110, 15.5.5"),
        Reason.GONE: Gloss("page removed", "The site answers that the page was removed for good.", _FIND, "RFC 9110, 15.5.11"),
        Reason.BAD_ADDRESS: Gloss(
            "mistake in the address", "There is a mistake in the address itself.", "Correct the address.", "WHATWG URL"
        ),
        Reason.HOST_NOT_FOUND: Gloss(
            "no such site",
            "There is no site of that name any more, or its name is misspelt.",
            "Check the spelling; if it is right, " + _FIND[0].lower() + _FIND[1:],
            "RFC 1035",
        ),
        Reason.REFUSED: Gloss("connection refused", "The site's computer refuses to talk.", _FIND, "RFC 9293"),
        Reason.RESET: Gloss("connection broken off", "The site breaks off every connection before it answers.", _FIND, "RFC 9293"),
        Reason.REDIRECT_LOOP: Gloss(
            "goes round in circles", "The address leads to another, which leads back again.", _FIND, "RFC 9110, 15.4"
        ),
        Reason.TOO_MANY_REDIRECTS: Gloss(
            "too many redirects", "The address leads on and on and never arrives; browsers give up.", _FIND, "WHATWG Fetch, 4.4"
        ),
        Reason.REDIRECT_TO_BROKEN: Gloss(
            "leads to a dead page", "The address leads to another page, which does not work.", _FIND, "RFC 9110, 15.4"
        ),
        Reason.CERTIFICATE: Gloss(
            "browsers warn against it",
            "The site's certificate has expired or belongs to another site, so browsers warn people away from it.",
            "Tell the people who run the site, or link to another source.",
            "RFC 5280, RFC 9525",
        ),
        Reason.SERVER_ERROR: Gloss(
            "server error", "Our own site fails when it should show this page.", "Tell the people who run the website.", "RFC 9110, 15.6"
        ),
        Reason.MISSING_ANCHOR: Gloss(
            "no such place on the page",
            "The page works, but has no place of that name, so readers land at its top.",
            "Link to a heading that is there, or leave out what follows the #.",
            "WHATWG HTML, 7.4.6.4",
        ),
        Reason.SOFT_404: Gloss("page not found", "The site shows an error page, though it says that all is well.", _FIND, "measured"),
        Reason.PARKED_DOMAIN: Gloss(
            "the site is for sale",
            "The site is gone: its name is for sale or shows only advertisements.",
            "Remove the link, or find a new source.",
            "measured",
        ),
        Reason.BAD_MAIL: Gloss(
            "mistake in the mail address", "The mail address cannot be right.", "Correct the mail address.", "RFC 6068, RFC 5322"
        ),
        Reason.BAD_PHONE: Gloss(
            "mistake in the telephone number", "The telephone number cannot be dialled.", "Correct the number.", "RFC 3966, E.164"
        ),
        Reason.CLIENT_ERROR: Gloss(
            "the site refuses the address", "The site answers that it cannot understand the address.", _FIND, "RFC 9110, 15.5"
        ),
        Reason.BOT_WALL: Gloss(
            "the site keeps programs out", "The site keeps programs out, so nobody but a person can tell.", _LOOK, "measured"
        ),
        Reason.FORBIDDEN: Gloss("the site lets us not in", "The site refuses us; it may well let people in.", _LOOK, "RFC 9110, 15.5.4"),
        Reason.LOGIN: Gloss(
            "needs a login",
            "The page asks for a login.",
            "Open the link yourself. If your readers have no login, say so beside it or remove it.",
            "RFC 9110, 15.5.2",
        ),
        Reason.RATE_LIMITED: Gloss("asked too often", "The site asks us to come back later.", _WAIT, "RFC 6585, 4"),
        Reason.TIMEOUT: Gloss("no answer in time", "The site did not answer in time; the link may be broken.", _LOOK, "measured"),
        Reason.SERVER_BUSY: Gloss("server error", "The site has trouble just now; the link may be broken.", _LOOK, "RFC 9110, 15.6"),
        Reason.TLS_CHAIN: Gloss(
            "incomplete certificate",
            "The site leaves out a part of its certificate; most browsers get by.",
            "Tell the people who run the site.",
            "RFC 8446, 4.4.2",
        ),
        Reason.TLS_FAILED: Gloss("no secure connection", "No secure connection could be made; the link may be broken.", _LOOK, "RFC 8446"),
        Reason.ROBOTS: Gloss("robots.txt keeps us out", "The site asks programs not to look at this page.", _LOOK, "RFC 9309"),
        Reason.ROBOTS_UNKNOWN: Gloss(
            "robots.txt could not be had",
            "The site did not hand out its robots.txt, and programs keep out until it does.",
            _LOOK,
            "RFC 9309, 2.3.1.4",
        ),
        Reason.PROTOCOL_ERROR: Gloss("unreadable answer", "The site's answer could not be read; a browser may get by.", _LOOK, "RFC 9112"),
        Reason.BLOCKED_ADDRESS: Gloss(
            "an internal address",
            "The address is an internal one, which we do not visit.",
            "If people outside follow it, link to a public page.",
            "RFC 6890",
        ),
        Reason.HOST_DOWN: Gloss("the whole site did not answer", "The whole site did not answer in this run.", _WAIT, "measured"),
        Reason.TOO_LARGE: Gloss("too large", "The answer was too large to be read.", _LOOK, "measured"),
        Reason.INTERRUPTED: Gloss("not finished", "The look was stopped before this link's turn.", _WAIT, "measured"),
        Reason.OTHER_SCHEME: Gloss(
            "not a web address", "Addresses of this kind are not visited.", "Nothing has to be done.", "RFC 3986, 3.1"
        ),
        Reason.RULE: Gloss("left alone by a rule", "A rule in the config leaves this link alone.", "Nothing has to be done.", "config"),
        Reason.LEAVE_ALONE: Gloss(
            "not followed on purpose", "Following it might log out, unsubscribe or delete.", "Nothing has to be done.", "RFC 9110, 9.2.1"
        ),
        Reason.NOT_ASKED: Gloss("not visited", "This link was not visited.", "Nothing has to be done.", "measured"),
    }
)
"""Every reason, once; a test holds the two together."""
