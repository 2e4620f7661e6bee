"""The sample site and the job done on it: what `reviewer demo` shows."""

from reviewer.demo.job import WeekShown as WeekShown
from reviewer.demo.job import next_week as next_week
from reviewer.demo.job import show as show
