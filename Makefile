# Two commands matter: `make demo` and `make test`. Each sets up what it needs in .venv from the locked requirements.
.DEFAULT_GOAL := help
KIND ?= inauthentic
DEMO ?= build/demo-$(KIND)
BIN := .venv/bin

.PHONY: help demo serve test check format docs lock corpus bench web clean setup

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup:
	@tools/setup.sh dev

demo: ## the main job on a built-in example, from notice to bundle (KIND=restricted-products for another)
	@tools/setup.sh core
	@rm -rf "$(DEMO)" && mkdir -p build
	@$(BIN)/amends demo "$(KIND)" -o "$(DEMO)"
	@echo "(In this folder the command is $(BIN)/amends.)"

serve: ## the app in the browser
	@tools/setup.sh all
	@$(BIN)/amends serve

test: setup ## everything: golden cases, rules, doors, properties, the app in a real browser
	@tools/browser.sh
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: setup ## format, lint, types, knowledge files, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m amends.catalog
	$(BIN)/python tools/gen_docs.py --check

format: setup ## put the code in order
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

docs: setup ## write the generated pages of docs/
	@$(BIN)/python tools/gen_docs.py

corpus: setup ## how well review does on the plans of tests/corpus, and what it makes of ../shared/corpus, if that is there
	@$(BIN)/python tests/corpus/score.py
	@$(BIN)/python tools/corpus.py notices
	@$(BIN)/python tools/lint_corpus.py

bench: setup ## times beside each other, `python -c pass` as the unit
	@$(BIN)/python bench/run.py

lock: setup ## renew the locked requirements from pyproject.toml
	@tools/lock.sh

web: ## build the editor of the app anew from web/ (needs npm); the result is kept in the repository
	@cd web && npm ci && npm run build

clean: ## remove what was built
	@rm -rf build dist .venv
