# make run · make check · make bench · make soak: each sets itself up.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
MADE := $(VENV)/pyvenv.cfg
RUN := $(VENV)/.run
DEV := $(VENV)/.dev
LOG := $(VENV)/install.log
TYPES := $(VENV)/types.log
LOCKER := build/locker

# Bytecode is kept: else each of the many processes of a check would compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE

# Where a Python is named that .venv was not made with, .venv is made anew.
WHICH := import sys; print(sys.version, sys.base_prefix)
ifneq ($(origin PYTHON),file)
ANEW := $(shell test ! -e $(VENV) || test "$$($(PYTHON) -c '$(WHICH)' 2>&1)" = "$$($(PY) -c '$(WHICH)' 2>&1)" || echo anew)
endif

# Runs pip with a line a package, or all of pip's words where it fails.
define pip
	@{ $(PY) -m pip --disable-pip-version-check $(1) --progress-bar off --no-deps --no-build-isolation 2>&1; \
	   echo "pip ended with $$?"; } | tee $(LOG) | while read -r word what rest; do case $$word in \
	     Collecting|Processing) echo "  $${what##*/}";; Installing) echo "  unpacking";; esac; done
	@tail -n 1 $(LOG) | grep -qx "pip ended with 0" || { cat $(LOG); exit 1; }
endef
install = $(call pip,install --no-compile $(1))

.PHONY: run check types tests bench soak setup install lock clean anew
.DELETE_ON_ERROR:

run: $(RUN)
	@$(PY) -m bot --local

check: $(DEV)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	@$(MAKE) --no-print-directory -j 2 types tests

# Beside the tests, of which many wait; what it says comes in one piece.
types: $(DEV)
	@{ $(PY) -m mypy && $(VENV)/bin/lint-imports; } >$(TYPES) 2>&1 || { cat $(TYPES); exit 1; }
	@cat $(TYPES)

# Twice as many processes as there are processors: many tests wait for others. What they cover is
# measured with COVERAGE=1, as CI does: it takes a third of the time again.
tests: $(DEV)
	$(PY) -m pytest -q -n $$($(PY) -c 'import os; print(2 * os.cpu_count())') --dist worksteal $(if $(COVERAGE),--cov --cov-report=)
	$(if $(COVERAGE),$(PY) -m coverage report --include='summarizer/*' --fail-under=95 --format=total)
	$(if $(COVERAGE),$(PY) -m coverage report --fail-under=90)

bench: $(DEV)
	$(PY) -m tools.bench

soak: $(DEV)
	$(PY) -m tools.soak

setup: $(DEV)

install: $(RUN)
	@echo "compiling, once:"
	@$(PY) -m compileall -q $(VENV)/lib bot handlers summarizer

$(RUN): $(MADE) pyproject.toml requirements/build.txt requirements/run.txt
	@echo "installing what running needs into $(VENV), once:"
	$(call install,--require-hashes --requirement requirements/build.txt)
	$(call install,--require-hashes --use-pep517 --requirement requirements/run.txt)
	$(call install,--editable .)
	@touch $@

$(DEV): $(RUN) requirements/dev.txt
	@echo "installing what checking needs into $(VENV), once:"
	$(call install,--require-hashes --use-pep517 --requirement requirements/dev.txt)
	@echo "keeping the wheels that the package is tried with:"
	$(call pip,wheel --wheel-dir $(VENV)/wheels --require-hashes --use-pep517 --requirement requirements/run.txt)
	@touch $@

$(MADE): $(ANEW)
	@$(PYTHON) -c 'import sys; sys.exit(not (sys.version_info >= (3, 11) and sys.maxsize > 2**32))' \
	  || { echo "This needs a 64-bit Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "This Python has no venv module; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)

# Locks what pyproject.toml asks for, for every Python and machine at once, each file with its hash.
# What is locked stays as it is, unless: make lock UPGRADE=--upgrade
lock:
	@test -x $(LOCKER)/bin/uv || { $(PYTHON) -m venv $(LOCKER) && $(LOCKER)/bin/pip install --quiet uv==0.13.9; }
	$(call compile,run.txt,pyproject.toml)
	$(call compile,fetch.txt,--extra fetch --constraint requirements/run.txt pyproject.toml)
	$(call compile,postgres.txt,--extra postgres --constraint requirements/run.txt pyproject.toml)
	$(call compile,dev.txt,--extra dev --constraint requirements/run.txt --constraint requirements/fetch.txt --constraint requirements/postgres.txt pyproject.toml)
	echo setuptools | $(call compile,build.txt,--constraint requirements/run.txt -)

compile = $(LOCKER)/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-annotate --custom-compile-command 'make lock' $(UPGRADE) --output-file requirements/$(1) $(2)

clean:
	rm -rf $(VENV) build *.egg-info .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
