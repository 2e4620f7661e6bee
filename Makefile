# make demo   the whole job on a bundled sample site          make test   every test that this machine can run
# make lint   ruff, import contracts                            make types  mypy --strict
# make bench  speed and accuracy figures (see bench/README.md)  make lock   write the lock files anew

PYTHON ?= python3
BIN := .venv/bin
# Tests of one group share what is dear to make: they stay in one worker.
PYTEST_ARGS ?= -n 2 --dist loadgroup

.PHONY: demo test lint types bench lock clean

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# What it takes to run the product; `make test` and the others add their tools to the same environment.
.venv/ready: requirements.lock requirements-build.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "reviewer needs Python 3.11 or newer; $(PYTHON) is older. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv --clear .venv
	$(PIP) --require-hashes -r requirements.lock -r requirements-build.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q reviewer  # pip compiles what it copies, and here it copies nothing: each process would begin with it
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/ready
	@$(BIN)/reviewer demo

test: .venv/ready-dev
	$(BIN)/pytest $(PYTEST_ARGS)

lint: .venv/ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: .venv/ready-dev
	$(BIN)/mypy

bench: .venv/ready-dev
	$(BIN)/python bench/all.py $(BENCH_ARGS)

# Needs uv (pip install uv). Hashes, no addresses. Extras stay written: without them older pip asks for the newest coverage[toml] and stops.
lock:
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		--extra all pyproject.toml -o requirements.lock
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		-c requirements.lock --extra all --group dev pyproject.toml -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		-c requirements-dev.lock --group build -o requirements-build.lock
	echo playwright | uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		-c requirements-dev.lock - -o requirements-browser.lock

clean:
	rm -rf .venv outbox report dist build .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache
