"""Who is told what: issues to digests, digests to messages in the outbox.

``telling(config, store, now=, today=) -> Telling`` changes nothing; ``tell`` writes it down and sends it; ``chat`` tells the admin's
channels what ``Happened``, afterwards.
"""

from __future__ import annotations

from reviewer.tell.alarming import alarm as alarm
from reviewer.tell.alarming import outage_since as outage_since
from reviewer.tell.chatting import Happened as Happened
from reviewer.tell.chatting import chat as chat
from reviewer.tell.chatting import unread as unread
from reviewer.tell.posting import FIRST as FIRST
from reviewer.tell.posting import RELEASED as RELEASED
from reviewer.tell.posting import TRIAL as TRIAL
from reviewer.tell.posting import Telling as Telling
from reviewer.tell.posting import assigned as assigned
from reviewer.tell.posting import assigned_pages as assigned_pages
from reviewer.tell.posting import first_digests as first_digests
from reviewer.tell.posting import tell as tell
from reviewer.tell.posting import telling as telling
from reviewer.tell.posting import waits_for_a_person as waits_for_a_person
from reviewer.tell.posting import write_down as write_down
