# make run · make check · make bench · make soak: each sets itself up.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: run check bench soak setup clean

run: $(READY)
	@$(PY) -m bot --local

check: $(READY)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest -q
	$(PY) -m coverage report --include='summarizer/*' --fail-under=95 --format=total
	$(PY) -m coverage report --fail-under=90

bench: $(READY)
	$(PY) -m tools.bench

soak: $(READY)
	$(PY) -m tools.soak

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (sys.version_info >= (3, 11) and sys.maxsize > 2**32))' \
	  || { echo "This needs a 64-bit Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "This Python has no venv module; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) ..."
	@$(PY) -m pip install --disable-pip-version-check --constraint constraints.txt --editable '.[dev]' \
	  >$(VENV)/install.log 2>&1 || { cat $(VENV)/install.log; exit 1; }
	@touch $(READY)

clean:
	rm -rf $(VENV) build *.egg-info .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
