# Two commands matter: `make run` and `make test`. `make help` lists the rest.
#
# One .venv serves both. Its two stamps stand for the two lock files, so that a second run is
# instant and a changed lock is installed by itself.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run demo screenshots test check test-browser fuzz torture bench delivery docs icons lock \
	messages vendor \
	clean tools

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
PACKAGES := chatserver web moderation rooms
WORKERS ?= auto
CODE := $(wildcard $(PACKAGES) tests benchmarks)

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.runtime  ## install what is locked, migrate var/, serve http://127.0.0.1:8080
	@exec $(PY) -m chatserver serve

demo: $(VENV)/.runtime  ## a community to walk through, on a database that is gone afterwards
	@exec $(PY) -m chatserver demo

screenshots: $(VENV)/.dev tools  ## take the README's pictures from the demo
	@$(PY) -m tests.support.screenshots

test: $(VENV)/.dev tools  ## every test, the browser included: a quarter of an hour on two cores
	@$(PY) -m pytest --numprocesses $(WORKERS) --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.dev tools  ## style, types, import rules, browser types, house rules
	@echo '-- ruff'; $(PY) -m ruff check . && $(PY) -m ruff format --check .
	@echo '-- mypy'; $(PY) -m mypy --strict $(CODE)
	@echo '-- import rules'; $(VENV)/bin/lint-imports
	@echo '-- tsc'; node_modules/.bin/tsc --noEmit
	@echo '-- house rules'; $(PY) -m pytest -q tests/house

test-browser: $(VENV)/.dev tools  ## only the tests in a real Chromium
	@$(PY) -m pytest tests/browser

fuzz: $(VENV)/.dev  ## a million frames that no client should send
	@FUZZ_EXAMPLES=$${FUZZ_EXAMPLES:-1000000} $(PY) -m pytest tests/sockets/test_fuzz.py

torture: $(VENV)/.dev  ## a thousand kills and the other exact bounds: hours
	@$(PY) -m tests.torture

bench: $(VENV)/.dev  ## measure our own code
	@$(PY) -m benchmarks

delivery: $(VENV)/.dev tools  ## join what pages load into web/delivered/, small for phones
	@node .ci/delivery.mjs

messages: $(VENV)/.dev tools  ## write the catalogues of words again
	@$(PY) -m tests.support.messages

docs: $(VENV)/.dev  ## write the generated documents again
	@$(PY) -m chatserver docs

PIP_COMPILE = $(VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header

lock: $(VENV)/.dev  ## choose new versions on purpose: takes minutes
	$(PIP_COMPILE) --upgrade --output-file requirements.lock pyproject.toml
	$(PIP_COMPILE) --upgrade --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

icons: $(VENV)/.dev tools  ## draw the icons of a home screen from their drawings
	@$(PY) -m tests.support.icons

vendor: $(VENV)/.dev tools  ## fetch the browser's libraries that the manifest names, and compare
	@$(PY) -m tests.support.vendor

clean:  ## remove what `make` made; var/ stays
	rm -rf $(VENV) node_modules build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis

tools: node_modules/.made
	@.ci/tools.sh chromium node

node_modules/.made: package.json package-lock.json
	@.ci/tools.sh node
	@npm ci --silent --no-audit --no-fund && touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml
	@.ci/venv.sh $(VENV) $(PYTHON)
	@echo 'Installing what requirements.lock names ...'
	@$(PIP) install --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@echo 'Installing what requirements-dev.lock names ...'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
