"""Look at a site and write its first config: pages found, wording of dates seen, contacts named."""

from __future__ import annotations

from reviewer.init.survey import PAGES as PAGES
from reviewer.init.survey import POLITE as POLITE
from reviewer.init.survey import Survey as Survey
from reviewer.init.survey import look_politely as look_politely
from reviewer.init.survey import survey as survey
from reviewer.init.survey import within as within
from reviewer.init.survey import wording as wording
from reviewer.init.writing import Answers as Answers
from reviewer.init.writing import config as config
from reviewer.init.writing import owners as owners
