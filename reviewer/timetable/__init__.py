"""When something is due: cron lines, and the periods that they give. Pure."""

from __future__ import annotations

from reviewer.timetable.cron import BadCron as BadCron
from reviewer.timetable.cron import parse as parse
from reviewer.timetable.periods import CHECK as CHECK
from reviewer.timetable.periods import DIGEST as DIGEST
from reviewer.timetable.periods import Due as Due
from reviewer.timetable.periods import before_last as before_last
from reviewer.timetable.periods import due as due
from reviewer.timetable.periods import following as following
from reviewer.timetable.periods import workdays as workdays
