"""What a whole look means as of a day. Pure.

``judge(looked, config, today, past) -> Judged`` puts every check to every page, after ``outages`` were told from dead hosts; what stands in
a template is told once (``across``). ``loaders`` and ``used`` say which style sheets pages load.
"""

from __future__ import annotations

from reviewer.judge.judging import GONE as GONE
from reviewer.judge.judging import Judged as Judged
from reviewer.judge.judging import gone_for_good as gone_for_good
from reviewer.judge.judging import judge as judge
from reviewer.judge.loading import LOADING as LOADING
from reviewer.judge.loading import landed as landed
from reviewer.judge.loading import loaders as loaders
from reviewer.judge.loading import used as used
from reviewer.judge.outages import OURS as OURS
from reviewer.judge.outages import Past as Past
from reviewer.judge.template import across as across
