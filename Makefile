# make run, make test: everything else is in "make help". Scripts: dev/.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
# What to hand to pytest, for instance: make test ARGS="-k audit"
ARGS ?=
# Which tests: sqlite, postgresql, journeys; all when nothing is said.
STAGES ?=

PY = $(VENV)/bin/python
SETUP = $(PYTHON) -m dev.bootstrap $(VENV)
DEVELOPMENT = PLANNER_ENV=development

.PHONY: help run test slow lint format lock bench migrations rules approve mutation clean

help:
	@echo "make run         serve on 127.0.0.1:$(PORT) with sample clusters (PORT=... for another)"
	@echo "make test        all tests: SQLite, PostgreSQL, browser (STAGES=sqlite, ARGS='-k audit')"
	@echo "make slow        the tests that take minutes"
	@echo "make lint        ruff, mypy, import contracts, missing migrations, rule page, OpenAPI"
	@echo "make format      rewrite the code as ruff likes it"
	@echo "make bench       measure a save and the portfolio on PostgreSQL"
	@echo "make migrations  write migrations for changed models"
	@echo "make rules       write docs/rules.md anew, after rules have changed"
	@echo "make approve     take what the rules say about samples and examples now for right"
	@echo "make mutation    try changed rules against their tests (ARGS='--only catalogue/spof --every 5')"
	@echo "make lock        choose new exact versions of all dependencies (needs uv)"
	@echo "make clean       remove what the other targets made, the development database included"

run:
	@$(SETUP) base
	@$(PY) -m dev.serve --port $(PORT)

test:
	@$(SETUP) base test
	@$(PY) -m dev.test $(STAGES) -- $(ARGS)

slow:
	@$(SETUP) base test
	@$(PY) -m dev.test sqlite postgresql -- -m slow $(ARGS)

lint:
	@$(SETUP) base test lint
	@$(PY) -m dev.lint

format:
	@$(SETUP) base test lint
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench:
	@$(SETUP) base test
	@$(DEVELOPMENT) $(PY) -m dev.with_postgres --durable -- $(PY) -m tests.benchmarks $(ARGS)

migrations:
	@$(SETUP) base test lint
	@$(DEVELOPMENT) $(PY) manage.py makemigrations
	@$(PY) -m ruff format --quiet */migrations */*/migrations

rules:
	@$(SETUP) base
	@$(DEVELOPMENT) $(PY) manage.py rules_catalogue

approve:
	@$(SETUP) base test
	@$(DEVELOPMENT) $(PY) -m tests.samples_approved
	@$(DEVELOPMENT) $(PY) -m tests.rules.told

mutation:
	@$(SETUP) base test mutation
	@$(DEVELOPMENT) $(PY) -m pytest -q tests/mutation
	@$(DEVELOPMENT) $(PY) -m tests.mutation $(ARGS)

lock:
	@$(PYTHON) -m dev.lock

clean:
	rm -rf .venv .venv313 var staticfiles .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .mutation_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
