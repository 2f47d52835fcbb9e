#!/bin/sh
# Writes the figures of docs/evaluation.md anew: the table between the marks,
# with the date and the machine.
#
#   scripts/evaluation.sh GOLD
set -eu

cd "$(dirname "$0")/.."
gold=${1:?say where the gold folders are: scripts/evaluation.sh GOLD}
bin=$(mktemp -d)
trap 'rm -r "$bin"' EXIT
CGO_ENABLED=0 go build -o "$bin/entente" ./cmd/entente
{
	printf 'Made on %s with `scripts/evaluation.sh GOLD`, version %s, on %s cores of %s.\n\n' \
		"$(date -u +%Y-%m-%d)" "$(cat VERSION)" "$(nproc)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
	"$bin/entente" eval --gold "$gold" --markdown
	GOMAXPROCS=1 "$bin/entente" eval speed --gold "$gold" --markdown | tail -n +3
} >"$bin/table"
awk -v table="$bin/table" '
	/^<!-- figures -->/ { print; print ""; while ((getline line < table) > 0) print line; print ""; skip = 1; next }
	/^<!-- end of figures -->/ { skip = 0 }
	!skip { print }' docs/evaluation.md >"$bin/page"
cp "$bin/page" docs/evaluation.md
