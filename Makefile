# Every verb a developer needs. Bare `make` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
PIP_INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
SOAK ?= tests

.DEFAULT_GOAL := help
.PHONY: help install run serve test lint types imports messages unit soak bench check lock clean distclean

help: ## list the verbs
	@echo "Kairyluu: make VERB"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python $(VENV)/.made &:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Kairyluu needs Python 3.11 or newer; name one: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) scripts/make_venv.py $(VENV)

# Stamps: an unchanged lock file costs nothing the second time.
$(VENV)/.product: requirements.lock pyproject.toml $(VENV)/.made | $(VENV)/bin/python
	@echo "Installing the packages of requirements.lock ..."
	@$(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.product
	@echo "Installing the packages of requirements-dev.lock ..."
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.development ## make .venv with everything for running and testing

run: $(VENV)/.product ## start the demo: database, sample town, web server, worker (PORT, KAIRYLUU_HOME, DATABASE_URL)
	@exec $(BIN)/kairyluu serve --demo --with-parent

serve: $(VENV)/.product ## start the product; settings come from the environment (docs/operations.md)
	@exec $(BIN)/kairyluu serve --with-parent

test: lint types imports unit ## style, types, import contracts, all tests (REQUIRE_BROWSER=1: no journey skipped)

lint: $(VENV)/.development ## style: ruff check and ruff format --check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "Cure: $(BIN)/ruff format ."; exit 1; }

types: $(VENV)/.development ## types: mypy
	@$(BIN)/mypy

imports: $(VENV)/.development ## import contracts: import-linter
	@$(BIN)/lint-imports

messages: $(VENV)/.product ## compile the translations
	@$(BIN)/python scripts/compile_messages.py

unit: $(VENV)/.development messages ## only the tests, without style and types
	@$(BIN)/pytest -n $(WORKERS) -m "not soak"

soak: $(VENV)/.development messages ## long tests that kill processes
	@$(BIN)/pytest -m soak $(SOAK)

bench: $(VENV)/.product messages ## measure what the promises give numbers for; prints JSON
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.doors
	@$(BIN)/python -m bench.storm --n 5000 --calm 20

check: $(VENV)/.product ## configuration and connections of this installation, a sentence each
	@$(BIN)/kairyluu check

lock: $(VENV)/.made ## pin the newest versions again, with hashes (needs uv)
	@echo "setuptools>=77" > $(VENV)/build.in
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 --no-header --no-annotate \
		--no-emit-index-url pyproject.toml $(VENV)/build.in -o requirements.lock
	@uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 --no-header --no-annotate \
		--no-emit-index-url pyproject.toml $(VENV)/build.in --group dev -c requirements.lock -o requirements-dev.lock

clean: ## remove caches and compiled translations; data stays
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@find src -name '*.mo' -delete

distclean: clean ## remove .venv as well; data in var/ stays
	@rm -rf $(VENV)
