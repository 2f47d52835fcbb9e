#!/bin/sh
# Runs every fuzz target of the module for a while, one after the other.
#
#   scripts/fuzz.sh [TIME]     30s by default
set -eu

cd "$(dirname "$0")/.."
each=${1:-30s}
go=${GO:-go}
git ls-files -co --exclude-standard '*_test.go' | xargs grep -l '^func Fuzz' | sort | while read -r file; do
	package=./$(dirname "$file")
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' "$file"); do
		echo "== $package $target"
		"$go" test -run '^$' -fuzz "^$target\$" -fuzztime "$each" "$package" </dev/null
	done
done
