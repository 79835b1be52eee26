# Two commands do everything: `make run` and `make test`. Each sets up first what is missing.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run demo test check format bench screenshots lock clean

PYTHON ?= python3
VENV_PYTHON := $(if $(filter Windows_NT,$(OS)),.venv/Scripts/python,.venv/bin/python)
OUT ?= out
# Tests run in this many processes.
JOBS ?= 2
# Passed on: make run ARGS="--lang en", make test ARGS="tests/rules -k filing".
ARGS ?=
# What is not needed by everybody: make run EXTRAS=ocr also reads the words of scanned blanks (some 350 MB more).
EXTRAS ?=

help: ## these lines
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

# Returns at once when .venv already holds what the lock file names.
setup: ## .venv with what the program needs; EXTRAS=ocr to read scanned blanks
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed. Debian or Ubuntu: sudo apt-get install -y python3 python3-venv"; exit 1; }
	@$(PYTHON) tools/setup.py --extras "$(EXTRAS)"

setup-dev: ## the same with what tests and checks need
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed. Debian or Ubuntu: sudo apt-get install -y python3 python3-venv"; exit 1; }
	@$(PYTHON) tools/setup.py --dev

run: setup ## the window; without a display, the demo
	@if [ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(VENV_PYTHON) main.py $(ARGS); \
	else \
	  echo "No display: running the demo into $(OUT)/ instead of the window."; \
	  $(VENV_PYTHON) main.py demo --out $(OUT); \
	fi

demo: setup ## fictional records and their packets into out/
	$(VENV_PYTHON) main.py demo --out $(OUT) $(ARGS)

test: setup-dev ## all tests, without a screen, in random order
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest -q -n $(JOBS) --dist worksteal --benchmark-disable $(ARGS)

check: setup-dev ## format, lint, types, translation catalogues
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m mypy
	$(VENV_PYTHON) tools/catalogues.py --check
	$(VENV_PYTHON) tools/triage_verdicts.py --check

format: setup-dev ## format and mend what can be mended
	$(VENV_PYTHON) -m ruff check --fix .
	$(VENV_PYTHON) -m ruff format .

bench: setup-dev ## figures against the budgets
	$(VENV_PYTHON) -m bench $(ARGS)

screenshots: setup-dev ## docs/images from the running window
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) tools/screenshots.py $(ARGS)

lock: setup-dev ## the lock files anew; ARGS=--upgrade for the newest versions
	$(VENV_PYTHON) tools/lock.py $(ARGS)

clean: ## what can be made again
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks build dist $(OUT)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
