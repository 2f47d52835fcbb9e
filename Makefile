# Everything here is a convenience: `go run ./cmd/entente demo` and
# `go test ./...` need nothing but Go.

GO      ?= go
GOLD    ?= $(ENTENTE_GOLD)
SEED    ?= 1
FUZZ    ?= 30s

.PHONY: help lint check test race browser bench eval models fuzz ci verify release demo clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

lint: ## run the linter (its first build takes minutes)
	scripts/lint.sh

check: ## the tables and patterns of data
	$(GO) run ./cmd/entente-dev check

test: ## all tests that need nothing but Go
	$(GO) test ./...

race: ## the tests of packages with goroutines, under the race detector (needs a C compiler)
	.ci/run race

browser: ## the page in a real browser (needs Chromium)
	$(GO) test -count=1 -tags browser ./internal/web/...

bench: ## every benchmark once; compare runs with benchstat
	$(GO) test -run '^$$' -bench . -benchmem ./...

eval: ## score the layers on gold data: make eval GOLD=DIR, or set ENTENTE_GOLD
	@test -n "$(GOLD)" || { echo "eval: say where the gold folders are: make eval GOLD=DIR" >&2; exit 2; }
	$(GO) run ./cmd/entente eval --gold $(GOLD)

models: ## train the language model anew, two hours: make models GOLD=DIR [SEED=1]; models/en.md says what it needs
	@test -n "$(GOLD)" || { echo "models: say where the gold folders are: make models GOLD=DIR" >&2; exit 2; }
	$(GO) run ./cmd/entente-dev train --gold $(GOLD)/parse --seed $(SEED) --out models/en.bin

fuzz: ## every fuzz target for FUZZ (30s) each
	GO=$(GO) scripts/fuzz.sh $(FUZZ)

ci: ## what CI runs
	.ci/run

verify: ## the same trees by every kernel, on the evaluation texts: make verify GOLD=DIR
	@test -n "$(GOLD)" || { echo "verify: say where the gold folders are: make verify GOLD=DIR" >&2; exit 2; }
	scripts/verify.sh $(GOLD)/parse/en_ewt-ud-dev.txt.gz $(GOLD)/parse/en_gum-ud-dev.txt.gz

release: ## static binaries for six systems, with checksums, in dist
	scripts/release.sh dist

demo: ## the sample news, on a free port
	$(GO) run ./cmd/entente demo

clean: ## remove what was built
	rm -rf dist .bin
