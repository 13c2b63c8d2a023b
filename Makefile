# `make demo` shows what Allegiance does; `make test` runs everything that CI runs.
# Both need only Python 3.11 or later with its venv module: `make demo PYTHON=python3.13` picks another one.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := requirements-dev.lock

.PHONY: model coder demo test quality format lock clean

demo: $(VENV)/.installed
	@$(BIN)/allegiance extract --table examples

test: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Needs ../shared for most of its measures, and says which it skips; fails below the floors of benchmarks/floors.toml.
quality: $(VENV)/.developed
	@$(BIN)/python -m benchmarks.quality

format: $(VENV)/.developed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Rewrites the lock from pyproject.toml, for every Python and platform that the package supports.
lock: $(VENV)/.developed
	$(PIP) install "uv>=0.9,<1"
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --extra dev --no-header \
		--output-file $(LOCK) pyproject.toml

# Trains the language model from a folder of corpora, exports it and writes its card; about two hours on two cores.
CORPORA ?= ../shared/corpora
MODEL := src/allegiance/language/model
model: $(VENV)/.installed
	$(PIP) install --requirement training/requirements.txt
	$(BIN)/python training/train.py --corpora $(CORPORA) --out build/model --resume $(TRAINING)
	$(BIN)/python training/export.py --model build/model --out $(MODEL)
	$(BIN)/python training/export.py --model build/model --out build/float --float
	$(BIN)/python training/card.py --corpora $(CORPORA) --model $(MODEL) --float build/float

# Trains the coder on what `training/acts.py` reads, and exports it; about ten minutes on two cores.
coder: $(VENV)/.installed
	$(PIP) install --requirement training/requirements.txt
	$(BIN)/python training/coder.py --corpora $(CORPORA) --out build/coder
	$(BIN)/python training/export_coder.py --model build/coder --out src/allegiance/coder/model --temperature 0.8

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' || \
		{ echo "Allegiance needs Python 3.11 to 3.14; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The lock serves as constraints: the demo installs what the tests run with, and nothing more.
$(VENV)/.installed: pyproject.toml $(LOCK) | $(BIN)/python
	$(PIP) install --constraint $(LOCK) --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed
	$(PIP) install --constraint $(LOCK) --editable ".[dev]"
	@touch $@
