# Everything a developer types. `make` alone lists the targets.

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
EDITION := build/kars-1921
CORPUS  := corpus/kars-1921
WORKERS := -n auto --maxprocesses=4 --dist=worksteal

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint coverage check score bench golden findings messages pictures clean

help: ## list the targets
	@echo "make targets:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(VENV)/.runtime ## build the Kars edition: segment, validate, table, web site
	@rm -rf $(EDITION)/site
	$(BIN)/tei-archive segment $(CORPUS)/sources/kars-1921.txt --settings $(CORPUS)/tei-archive.toml --out $(EDITION)
	$(BIN)/tei-archive validate $(EDITION)
	$(BIN)/tei-archive export csv $(EDITION) --out $(EDITION)/letters.csv
	$(BIN)/tei-archive export html $(EDITION) --out $(EDITION)/site
	@echo
	@echo "The edition is ready. Look at it:"
	@echo "  open     $(EDITION)/site/index.html   in a browser"
	@echo "  open     $(EDITION)/letters.csv       in a spreadsheet"
	@echo "  open     $(EDITION)/tei/              in an XML editor: the encoded letters"
	@echo "Then type:"
	@echo "  $(BIN)/tei-archive explain $(EDITION) d002         why the second letter is what it is"
	@echo "  $(BIN)/tei-archive segment YOURS.txt --out build/yours   the same for a text of your own"

test: $(VENV)/.dev ## run the tests
	$(BIN)/pytest $(WORKERS)

lint: $(VENV)/.dev ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

coverage: $(VENV)/.dev ## run the tests and say how much of the code they ran (the limit is in pyproject.toml)
	$(BIN)/pytest $(WORKERS) --cov --cov-report= --cov-fail-under=0
	$(BIN)/coverage report

check: lint coverage ## everything that must be green

score: $(VENV)/.dev ## measure the segmenter on the gold texts
	$(BIN)/python benchmarks/score.py

bench: $(VENV)/.dev ## measure speed
	$(BIN)/python benchmarks/speed.py

golden: $(VENV)/.dev ## rewrite the expected files of the tests (then read the difference)
	$(BIN)/pytest --golden -q
	-@git diff --stat -- tests/golden

findings: $(VENV)/.dev ## make the pages of docs/findings anew from the catalogue of findings
	$(BIN)/python docs/make_findings.py

messages: $(VENV)/.dev ## bring the catalogues of the web site's texts up to date with the code
	$(BIN)/python docs/make_messages.py

pictures: demo ## make the pictures of the documents anew (needs Chromium)
	$(BIN)/python docs/make_pictures.py

clean: ## remove what was built, the virtual environment too
	rm -rf build dist htmlcov .coverage $(VENV)

# Two stamps: the demo needs the runtime alone, the tests need the tools as well.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "error: tei-archive needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo not there)" >&2; \
	  echo "  hint: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml | $(VENV)/bin/python
	@echo "installing tei-archive into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "installing tei-archive and its development tools into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.runtime
