"""Digests to bytes: ``message(digest, ...) -> Message``, ``admin_message(summary, ...)``. Raises ``TemplateFault``.

``shown`` is what templates see, ``calendar`` writes the ``.ics`` file of the dates to come.
"""

from __future__ import annotations

from reviewer.render.message import ALARM as ALARM
from reviewer.render.message import TemplateFault as TemplateFault
from reviewer.render.message import admin_message as admin_message
from reviewer.render.message import admin_thread as admin_thread
from reviewer.render.message import count as count
from reviewer.render.message import key_of as key_of
from reviewer.render.message import message as message
from reviewer.render.message import thread_of as thread_of
