"""``python -m reviewer.config schema``, ``owners`` and ``keys``: both JSON Schemas, and the tables of docs/config.md, as they should be."""

from __future__ import annotations

import json
import sys

from reviewer.config.reference import reference
from reviewer.config.schema import json_schema, owners_schema

if __name__ == "__main__":
    made = owners_schema() if sys.argv[1:] == ["owners"] else json_schema()
    sys.stdout.write(reference() if sys.argv[1:] == ["keys"] else json.dumps(made, indent=2) + "\n")
