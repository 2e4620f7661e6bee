"""What is said of one link, and of one page's review date. Pure.

``verdict(link, page, visits, pages) -> Visit`` is what is said of a link in its place (bad address, missing anchor, or the visit);
``beforehand(link)`` what needs no network; ``key(link)`` under what its visit is kept; ``of_answer(fetched, glance, own=)`` what one answer
means; ``sentence``, ``instruction``, ``name``, ``also`` put it in words; ``nearest(link, pages)`` suggests an address.
``links_to(pages)`` counts how many pages link to each address; ``review(page, site, today, remind) -> Review`` is the review state of a
page; ``reviewed_since(page, day, today)`` and ``worded(quote)`` weigh what is read between its lines.
``OneLook(pages)`` is the key under which something is worked out once for all pages of a look.
"""

from __future__ import annotations

from reviewer.verdicts.answers import arrived as arrived
from reviewer.verdicts.answers import closed as closed
from reviewer.verdicts.answers import of_answer as of_answer
from reviewer.verdicts.answers import silent as silent
from reviewer.verdicts.answers import with_hops as with_hops
from reviewer.verdicts.inbound import links_to as links_to
from reviewer.verdicts.looks import OneLook as OneLook
from reviewer.verdicts.marking import marks as marks
from reviewer.verdicts.missing import alike as alike
from reviewer.verdicts.missing import doubtful as doubtful
from reviewer.verdicts.nearest import nearest as nearest
from reviewer.verdicts.phrases import IN_PAGES as IN_PAGES
from reviewer.verdicts.phrases import IN_TITLES as IN_TITLES
from reviewer.verdicts.phrases import WALL_SURE as WALL_SURE
from reviewer.verdicts.reasons import REASONS as REASONS
from reviewer.verdicts.reasons import Gloss as Gloss
from reviewer.verdicts.reviews import Review as Review
from reviewer.verdicts.reviews import ReviewState as ReviewState
from reviewer.verdicts.reviews import review as review
from reviewer.verdicts.reviews import reviewed_since as reviewed_since
from reviewer.verdicts.reviews import worded as worded
from reviewer.verdicts.said import Said as Said
from reviewer.verdicts.said import acts as acts
from reviewer.verdicts.said import beforehand as beforehand
from reviewer.verdicts.said import key as key
from reviewer.verdicts.said import verdict as verdict
from reviewer.verdicts.signs import NOTHING as NOTHING
from reviewer.verdicts.signs import Glance as Glance
from reviewer.verdicts.signs import wall as wall
from reviewer.verdicts.wording import DROPPED as DROPPED
from reviewer.verdicts.wording import also as also
from reviewer.verdicts.wording import asked_to_wait as asked_to_wait
from reviewer.verdicts.wording import instruction as instruction
from reviewer.verdicts.wording import name as name
from reviewer.verdicts.wording import sentence as sentence
