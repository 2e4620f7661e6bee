"""``python -m reviewer.config schema`` and ``... keys``: the JSON Schema, and the tables of docs/config.md, as they should be."""

from __future__ import annotations

import json
import sys

from reviewer.config.reference import reference
from reviewer.config.schema import json_schema

if __name__ == "__main__":
    sys.stdout.write(reference() if sys.argv[1:] == ["keys"] else json.dumps(json_schema(), indent=2) + "\n")
