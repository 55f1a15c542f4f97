# Every target sets itself up: Python 3.11 or newer, pip and make are all that it needs.
#   make run ARGS="show briefs/2023-09-20-three-state-treaty.toml"
# All paths are relative, so the checkout may lie in a folder whose name has spaces.

PYTHON ?= python3
ARGS ?=
TESTS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help run test lint format pages screenshots bench bench-library wheel bundle clean
.DELETE_ON_ERROR:

help:
	@echo 'make run          open the explorer (ARGS="…" are passed on to sahel-tui)'
	@echo 'make test         format, lint, types, layers, tests, the built wheel (TESTS="…" for pytest)'
	@echo 'make lint         the same without the tests'
	@echo 'make format       rewrite the code in its one format'
	@echo 'make pages        make docs/share: the manual page and the completions of the shells'
	@echo 'make screenshots  draw screenshots/*.svg from the real program'
	@echo 'make bench        measure, and print the figures beside their bounds'
	@echo 'make bench-library  the same of a made-up library of N=10000 briefs'
	@echo 'make wheel        build dist/*.whl'
	@echo 'make bundle       build dist/*.pyz, to be carried to a machine without a network'
	@echo 'make clean        remove everything that these targets made'

run: $(VENV)/.run
	@$(BIN)/python -m sahel_tui $(ARGS)

test: lint
	$(BIN)/python -m pytest -rs -n auto --dist loadfile $(TESTS)

lint: $(VENV)/.test
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.test
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

pages: $(VENV)/.test
	@$(BIN)/python -m docs.pages

screenshots: $(VENV)/.test
	$(BIN)/python -m screenshots

bench: $(VENV)/.test
	@$(BIN)/python -m benchmarks $(ARGS)

bench-library: N ?= 10000
bench-library: $(VENV)/.test
	@$(BIN)/python -m benchmarks library --briefs $(N) $(ARGS)

wheel: $(VENV)/.run
	$(PIP) wheel --no-deps --wheel-dir dist .

# What is made is dated by the last commit, so that the same commit makes the same bytes.
bundle: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)
bundle: $(VENV)/.test
	@$(BIN)/python -m bundle $(ARGS)

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: what running needs, and what testing needs on top of it. They depend on
# pyproject.toml, so that a changed dependency is installed by itself.

$(VENV)/.run: pyproject.toml | $(VENV)/.made
	@echo 'installing what sahel-tui needs in $(VENV) …'
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	@echo 'installing what its tests need …'
	@$(PIP) install --editable '.[test]'
	@touch $@

# Debian keeps ensurepip in a package of its own: without it, pip comes from the Python that has it.
$(VENV)/.made:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'sahel-tui needs Python 3.11 or newer; name one so: make PYTHON=python3.12 …' >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, pip' || { \
	  echo 'sahel-tui needs the modules venv and pip of $(PYTHON) (Debian: apt install python3-venv python3-pip)' >&2; exit 1; }
	@if "$(PYTHON)" -c 'import ensurepip' 2>/dev/null; then "$(PYTHON)" -m venv $(VENV); else \
	  "$(PYTHON)" -m venv --without-pip $(VENV) && \
	  "$(PYTHON)" -m pip --quiet --disable-pip-version-check --python $(BIN)/python install pip; fi
	@touch $@
