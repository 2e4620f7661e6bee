"""Parts of the reader of gaps (``reviewer.read.facts.gaps``): what a label asks for, and what stands there in its place."""
