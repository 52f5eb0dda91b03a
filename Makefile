# Everything a developer types. dmi/machine.py does what is missing on this machine first, and says so.
PYTHON ?= python3
LOCAL = .venv/bin/python -m dmi.local
export PORT START

.PHONY: help run test check audit bench demo-reset format lock

help: ## what can be typed
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 20

run: ## start Market Desk at http://localhost:8000 (PORT=8001, START=demo or START=empty)
	@$(PYTHON) dmi/machine.py run
	@$(LOCAL) .venv/bin/python -m dmi.start

test: ## all checks, then all tests (ARGS="-k tie" for some)
	@$(PYTHON) dmi/machine.py test
	@$(LOCAL) --throwaway .venv/bin/python -m dmi.checks pytest -n 3 --dist worksteal --reuse-db $(ARGS)

check: ## the fast part: style, types, templates, imports, deployment, migrations
	@$(PYTHON) dmi/machine.py check
	@$(LOCAL) --throwaway .venv/bin/python -m dmi.checks

audit: ## ask the registries which of our packages have known faults (needs the net and uv)
	@.venv/bin/python -m dmi.advisories

bench: ## measure speed, as ratios within one run
	@$(PYTHON) dmi/machine.py test
	@.venv/bin/pytest tests/bench -m bench -n 0 -s $(ARGS)

demo-reset: ## forget what was done in the demo; the next start loads it anew
	@$(PYTHON) dmi/machine.py forget-demo

format: ## bring the code into its layout
	@.venv/bin/ruff check --fix --quiet; .venv/bin/ruff format --quiet

lock: ## pin the packages named in requirements/*.in again (needs uv)
	@for each in test local app; do \
	  UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --constraint requirements/test.txt $(ARGS) requirements/$$each.in -o requirements/$$each.txt \
	    > /dev/null || exit 1; \
	done
