# make report   the notebooks as HTML, in reports/
# make test     everything that must hold: style, types, layers, tests
# make lab      JupyterLab on the notebooks
# make lint     style, types and layers alone
# make bench    speed and memory beside others (SUMMIT_CORPORA names the texts; QUICK=1 is short)
# make clean    remove what the other targets made (not .venv; make distclean does)
#
# Each sets up .venv by itself when it is missing or when pyproject.toml has changed.
# PYTHON=/usr/bin/python3.12 make report   chooses the interpreter.
# CORPUS="my folder" make report           reports on your own texts.

.PHONY: report test lab lint bench clean distclean help
.DEFAULT_GOAL := help

BIN := .venv/bin
STAMP := .venv/.installed
CORPUS ?=
OUT ?= reports

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -11

report: $(STAMP)
	@echo "Running the notebooks and writing $(OUT)/ ..."
	@"$(BIN)/python" -m summit_analysis.cli report $(if $(CORPUS),"$(CORPUS)") -o "$(OUT)"

test: lint
	@echo "Running the tests (a few minutes: they run notebooks and open a browser) ..."
	@# a file's tests stay with one worker, so that each corpus's notebooks run once
	@"$(BIN)/python" -m pytest -q -n 2 --dist loadscope

lint: $(STAMP)
	@echo "Checking style, types and layers ..."
	@"$(BIN)/python" -m ruff check --quiet .
	@"$(BIN)/python" -m ruff format --check --quiet . || { echo "Some files are not formatted: $(BIN)/python -m ruff format ."; exit 1; }
	@"$(BIN)/python" -m mypy --no-error-summary
	@out=$$("$(BIN)/lint-imports" --no-cache --no-logo 2>&1) || { echo "$$out"; exit 1; }

lab: $(STAMP)
	@echo "Opening JupyterLab on notebooks/ (Ctrl-C ends it) ..."
	@"$(BIN)/python" -m jupyterlab --notebook-dir=notebooks

bench: $(STAMP)
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@"$(BIN)/python" -m benchmarks.speed $(if $(QUICK),--quick)

$(STAMP): pyproject.toml .ci/setup
	@bash .ci/setup

clean:
	@echo "Removing reports, build products and caches ..."
	@rm -rf reports dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -path ./.venv -prune -o \( -name __pycache__ -o -name .ipynb_checkpoints \) -type d -exec rm -rf {} +

distclean: clean
	@echo "Removing .venv ..."
	@rm -rf .venv
