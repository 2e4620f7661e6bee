"""Config to what was seen: the network stage. Crawls every site and visits every link, once.

``look(config, equipment, wants, memory) -> Looked`` is the only caller of ``crawl/`` and ``visit/``; ``look_now`` and
``look_at_folder_now`` wire one whole look by the ``Means`` that a person gives (``equipped``), and wait for it. A look that wants one
``Part`` only writes it into a ``Journal`` as it goes on, and hands what leads elsewhere to the other parts: a fleet makes it together.
"""

from __future__ import annotations

from reviewer.look.crawl import PageReader as PageReader
from reviewer.look.crawl import kept as kept
from reviewer.look.equipment import Means as Means
from reviewer.look.equipment import equipped as equipped
from reviewer.look.equipment import look_at_folder_now as look_at_folder_now
from reviewer.look.equipment import look_now as look_now
from reviewer.look.equipment import sparing as sparing
from reviewer.look.givens import Equipment as Equipment
from reviewer.look.givens import Found as Found
from reviewer.look.givens import Journal as Journal
from reviewer.look.givens import Memory as Memory
from reviewer.look.givens import Offered as Offered
from reviewer.look.givens import Part as Part
from reviewer.look.givens import Progress as Progress
from reviewer.look.givens import Silent as Silent
from reviewer.look.givens import Wants as Wants
from reviewer.look.looking import files as files
from reviewer.look.looking import hints as hints
from reviewer.look.looking import look as look
from reviewer.look.looking import look_at_folder as look_at_folder
from reviewer.look.looking import notes as notes
from reviewer.look.looking import reading_version as reading_version
from reviewer.look.looking import standing as standing
from reviewer.look.visit import LONGEST_WAIT as LONGEST_WAIT
