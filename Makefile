# Everything a developer does, by name. `make help` lists it.

SHELL := /bin/bash
.DEFAULT_GOAL := help
NODE_OK := node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)'

.PHONY: help
help: ## Lists what make can do
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: build ## Runs everything on this machine; Ctrl-C stops it
	@node libs/stack/dist/cli.js

.PHONY: demo
demo: build ## Three phones submit meals and get them back; prints each meal's way in ms
	@node libs/testkit/dist/demo/cli.js

.PHONY: test
test: build browser ## All tests: unit, integration, end-to-end (T=pattern picks some)
	npx vitest run --project unit --project int --project e2e $(T)

.PHONY: soak
soak: build ## The old bug's scenarios in real time (about 17 minutes)
	npx vitest run --project soak

.PHONY: chaos
chaos: build ## Phones and meals against random faults (SECONDS=600 SEED=7); names what was lost
	@rm -f .data/chaos/totals.txt
	@CHAOS_SECONDS=$(SECONDS) CHAOS_SEED=$(SEED) npx vitest run --project chaos; code=$$?; \
	  cat .data/chaos/totals.txt; exit $$code

.PHONY: bench
bench: build ## Measures resume, delivery and the whole way (about 5 minutes; bench/README.md)
	npx vitest run --project bench

# Figures of the USDA, where they are at hand: a second food table, and the scores' categories.
FOOD_DATA := $(wildcard ../shared/food-data)
REFERENCE ?= $(FOOD_DATA)
EVAL_TABLES = $(if $(TABLE),$(TABLE),built-in $(FOOD_DATA))

.PHONY: eval
eval: node_modules ## Scores the meal analyser (INPUT=set.jsonl TABLE=path VERBOSE=1); ends with a line of JSON
	@node scripts/run-ts.mjs services/ai/eval/main.ts $(addprefix --input ,$(INPUT)) \
	  $(addprefix --table ,$(EVAL_TABLES)) $(addprefix --reference ,$(REFERENCE)) $(if $(VERBOSE),--verbose)

.PHONY: check
check: node_modules ## Types, lint, formatting, contract, generated code
	npx tsc -b
	npx tsc -p tsconfig.tests.json
	npx tsc -p services/console/web
	npx biome check --error-on-warnings .
	npx buf lint
	npx buf format -d --exit-code
	scripts/check-breaking.sh
	scripts/check-generated.sh

.PHONY: build
build: node_modules ## Compiles everything
	@npx tsc -b
	@npm run --silent build -w @mealwire/console

.PHONY: format
format: node_modules ## Formats the sources and fixes what lint can fix
	npx biome check --write .
	npx buf format -w

.PHONY: generate
generate: node_modules ## Makes code from proto/, migrations from the schema, and what is generated in docs/
	npx buf generate
	npm run --silent migrations -w @mealwire/ingest
	npx tsc -b scripts/asyncapi services/gateway services/ingest libs/client
	node scripts/asyncapi/dist/main.js
	node scripts/write-openapi.mjs
	node scripts/draw-client-states.mjs

.PHONY: browser
browser: ## Installs a Chromium for the page tests where there is none
	@scripts/ensure-chromium.sh

.PHONY: clean
clean: ## Removes what was compiled, and the data of make run
	rm -rf .data libs/*/dist services/*/dist examples/dist scripts/*/dist services/console/web/dist node_modules/.cache
	find libs services examples scripts -name '*.tsbuildinfo' -not -path '*/node_modules/*' -delete

# npm writes this file last.
node_modules: node_modules/.package-lock.json
node_modules/.package-lock.json: package.json package-lock.json $(wildcard libs/*/package.json services/*/package.json)
	@$(NODE_OK) || { echo "Mealwire needs Node 20.19 or newer, this is $$(node --version)"; exit 1; }
	npm ci
	@touch $@
