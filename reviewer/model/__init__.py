"""All nouns of the product, as frozen dataclasses: one file for each maker. Imports no other room.

The flow hands these values from room to room::

    bytes -> Page (facts) -> Visit (for each link) -> Finding -> Issue -> Digest -> Message

An outcome is a type, never a string: ``Visit`` and ``Fetched`` are closed unions, to be taken apart with ``match``.
"""

from __future__ import annotations

from reviewer.model.answers import Answer as Answer
from reviewer.model.answers import Certificate as Certificate
from reviewer.model.answers import Fetched as Fetched
from reviewer.model.answers import Flaw as Flaw
from reviewer.model.answers import Hop as Hop
from reviewer.model.answers import NoAnswer as NoAnswer
from reviewer.model.answers import Reason as Reason
from reviewer.model.dates import SEASONS as SEASONS
from reviewer.model.dates import PartialDate as PartialDate
from reviewer.model.dates import Precision as Precision
from reviewer.model.digests import AdminSummary as AdminSummary
from reviewer.model.digests import Change as Change
from reviewer.model.digests import Digest as Digest
from reviewer.model.digests import DigestItem as DigestItem
from reviewer.model.digests import DigestPage as DigestPage
from reviewer.model.facts import FEED as FEED
from reviewer.model.facts import MACHINE as MACHINE
from reviewer.model.facts import NOWHERE as NOWHERE
from reviewer.model.facts import SHEET as SHEET
from reviewer.model.facts import Banner as Banner
from reviewer.model.facts import Basis as Basis
from reviewer.model.facts import Contact as Contact
from reviewer.model.facts import ContactKind as ContactKind
from reviewer.model.facts import DateClaim as DateClaim
from reviewer.model.facts import DateKind as DateKind
from reviewer.model.facts import Extra as Extra
from reviewer.model.facts import Fact as Fact
from reviewer.model.facts import Gap as Gap
from reviewer.model.facts import GapKind as GapKind
from reviewer.model.facts import Item as Item
from reviewer.model.facts import Link as Link
from reviewer.model.facts import Page as Page
from reviewer.model.facts import PageState as PageState
from reviewer.model.facts import Period as Period
from reviewer.model.facts import PeriodKind as PeriodKind
from reviewer.model.facts import Place as Place
from reviewer.model.facts import Region as Region
from reviewer.model.facts import Source as Source
from reviewer.model.facts import Superseded as Superseded
from reviewer.model.findings import NO_OWNER as NO_OWNER
from reviewer.model.findings import UNKNOWN_PERSON as UNKNOWN_PERSON
from reviewer.model.findings import Audience as Audience
from reviewer.model.findings import Confidence as Confidence
from reviewer.model.findings import Doubt as Doubt
from reviewer.model.findings import Finding as Finding
from reviewer.model.findings import Severity as Severity
from reviewer.model.findings import finding_id as finding_id
from reviewer.model.issues import Event as Event
from reviewer.model.issues import Issue as Issue
from reviewer.model.issues import IssueState as IssueState
from reviewer.model.issues import ToldTo as ToldTo
from reviewer.model.outbox import Letter as Letter
from reviewer.model.outbox import LetterState as LetterState
from reviewer.model.outbox import Message as Message
from reviewer.model.people import Ambiguous as Ambiguous
from reviewer.model.people import Assignment as Assignment
from reviewer.model.people import Departed as Departed
from reviewer.model.people import Mailbox as Mailbox
from reviewer.model.people import Match as Match
from reviewer.model.people import Matched as Matched
from reviewer.model.people import Owner as Owner
from reviewer.model.people import Probable as Probable
from reviewer.model.people import Unknown as Unknown
from reviewer.model.visits import NO_EVIDENCE as NO_EVIDENCE
from reviewer.model.visits import Broken as Broken
from reviewer.model.visits import Evidence as Evidence
from reviewer.model.visits import Known as Known
from reviewer.model.visits import Looked as Looked
from reviewer.model.visits import Moved as Moved
from reviewer.model.visits import Skipped as Skipped
from reviewer.model.visits import Unsure as Unsure
from reviewer.model.visits import Visit as Visit
from reviewer.model.visits import Works as Works
