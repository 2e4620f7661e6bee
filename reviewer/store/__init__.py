"""The state: page facts, link history, issues, outbox, runs. One transaction for each thing that must happen as a whole.

``Store.open(at, reading_version=) -> Store``, a context manager; ``lock(at, what=, now=)`` raises ``Locked``. ``StateRefused`` (exit 2) and
``StateFailed`` (exit 3) say what to do.
"""

from __future__ import annotations

from reviewer.store.facts import as_kept as as_kept
from reviewer.store.facts import decoded_page as decoded_page
from reviewer.store.facts import decoded_visit as decoded_visit
from reviewer.store.facts import encode as encode
from reviewer.store.failures import Locked as Locked
from reviewer.store.failures import StateFailed as StateFailed
from reviewer.store.failures import StateRefused as StateRefused
from reviewer.store.locking import lock as lock
from reviewer.store.looks import Remembered as Remembered
from reviewer.store.looks import url_hash as url_hash
from reviewer.store.migrating import HEAD as HEAD
from reviewer.store.migrating import check_version as check_version
from reviewer.store.migrating import version as version
from reviewer.store.opening import check_file as check_file
from reviewer.store.opening import check_place as check_place
from reviewer.store.opening import check_whole as check_whole
from reviewer.store.opening import is_postgres as is_postgres
from reviewer.store.opening import postgres_engine as postgres_engine
from reviewer.store.opening import shown as shown
from reviewer.store.opening import sqlite_engine as sqlite_engine
from reviewer.store.runs import Run as Run
from reviewer.store.state import Store as Store
from reviewer.store.state import Unheard as Unheard
from reviewer.store.state import begin as begin
