# make          build the examples in source/ into build/
# make test     run all tests
# make coverage run all tests and say which lines and branches none of them takes
# make lint     check style and types
# make search   test the properties with examples that no run has tried before
# make fuzz     look for inputs that the program cannot take; SECONDS=600 for each reader and for builds
# make clean    remove what was built and the virtual environment
#
# Needs Python 3.11 or later: make PYTHON=python3.12 names another one.

PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check

SECONDS ?= 60

.PHONY: all test search coverage lint fuzz clean
.DELETE_ON_ERROR:

all: $(VENV)/ready
	@$(VENV)/bin/triptych build

test: $(VENV)/ready-to-test
	@$(VENV)/bin/python -m pytest -n auto

search: $(VENV)/ready-to-test
	@TRIPTYCH_EXAMPLES=search $(VENV)/bin/python -m pytest -n auto $$(grep -rl "@given" tests)

coverage: $(VENV)/ready-to-test
	@$(VENV)/bin/python -m coverage erase
	@$(VENV)/bin/python -m coverage run -m pytest
	@$(VENV)/bin/python -m coverage combine --quiet
	@$(VENV)/bin/python -m coverage report

lint: $(VENV)/ready-to-lint
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --quiet --check .
	@$(VENV)/bin/mypy --no-error-summary

fuzz: $(VENV)/ready-to-fuzz
	@for name in markdown notes front svg template bibliography style picture theme; do \
	  mkdir -p build/fuzz/$$name; \
	  $(VENV)/bin/python fuzz/readers.py $$name -max_total_time=$(SECONDS) -timeout=25 -rss_limit_mb=2000 \
	    -artifact_prefix=build/fuzz/$$name- build/fuzz/$$name fuzz/corpus/$$name || exit 1; \
	done
	@$(VENV)/bin/python fuzz/builds.py $(SECONDS)

clean:
	@rm -rf $(VENV) build/* .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.*
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Triptych needs Python 3.11 or later; $(PYTHON) is not that. Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

$(VENV)/ready: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV)"
	@$(PIP) --editable .
	@$(VENV)/bin/python -m compileall -q src
	@touch $@

$(VENV)/ready-to-test: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) for the tests"
	@$(PIP) --editable '.[scripts,test]'
	@touch $@ $(VENV)/ready

$(VENV)/ready-to-lint: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) for the checks"
	@$(PIP) --editable '.[lint]'
	@touch $@ $(VENV)/ready

$(VENV)/ready-to-fuzz: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) for the fuzzer"
	@$(PIP) --editable '.[fuzz,test]'
	@touch $@ $(VENV)/ready
