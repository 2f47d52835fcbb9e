#!/bin/sh
# Runs the linter at the version of tools/go.mod, which is built when it is
# missing or older than that file (about three minutes of one core).
#
#   scripts/lint.sh [PACKAGE…]     ./... by default
set -eu

cd "$(dirname "$0")/.."
linter=.bin/golangci-lint
if [ ! -x $linter ] || [ tools/go.mod -nt $linter ]; then
	CGO_ENABLED=0 go -C tools build -trimpath -ldflags "-s -w" -o ../$linter github.com/golangci/golangci-lint/v2/cmd/golangci-lint
	touch $linter
fi
if [ $# -eq 0 ]; then
	set -- ./...
fi
exec $linter run "$@"
