PYTHON ?= python3
BIN = .venv/bin
ARGS ?=

.PHONY: help demo test docs readme export clean-nbs check
.DEFAULT_GOAL = help

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: .venv/stamp ## train and audit a small classifier on digits
	$(BIN)/amint demo $(ARGS)

test: .venv/stamp ## run every notebook (ARGS=--slow for the slow cells too)
	$(BIN)/python -m pytest $(ARGS)

docs: .venv/stamp ## build the site into _docs
	$(BIN)/python .ci/docs.py

readme: .venv/stamp ## write README.md from nbs/index.ipynb
	$(BIN)/python .ci/readme.py

export: .venv/stamp ## write amint/ from the notebooks
	$(BIN)/nbdev-export

clean-nbs: .venv/stamp ## strip the notebooks of what only makes merge conflicts
	$(BIN)/nbdev-clean

check: ## everything that CI checks
	bash .ci/run

# Made anew when the metadata changes; PYTHON chooses the interpreter of a new one.
.venv/stamp: settings.ini setup.py pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "amint needs Python >= 3.10, and '$(PYTHON)' is not: name one that is, as in 'make PYTHON=python3.12 $(MAKECMDGOALS)'" >&2; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
	$(BIN)/python -m pip install --disable-pip-version-check -q -e '.[dev]'
	@touch $@
