"""Parts of the readers of states (``reviewer.read.facts.banners`` and ``superseded``): what a page says of itself as a whole.

``words`` makes patterns of the lexicon's words, ``clauses`` reads who says what of whom in a sentence, ``places`` knows where on a page a
notice may stand, ``successors`` what it names to take the page's place.
"""
