#!/usr/bin/env bash
# Runs the snippets of docs/format/export.md, as they stand there, on exports of
# the sample news, and compares what they count with what entente counts.
# A language or reader that this machine lacks is skipped, which is said.
#
#   scripts/snippets.sh [BINARY]
#
# PYTHON and RSCRIPT name other interpreters than python3 and Rscript.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
guide=$root/docs/format/export.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
entente=${1:-}
if [ -z "$entente" ]; then
	entente=$work/entente
	(cd "$root" && ${GO:-go} build -o "$entente" ./cmd/entente)
fi
entente=$(realpath "$entente")
export ENTENTE_ARCHIVE=$work/sample.db
cd "$work"
"$entente" add "$root/internal/demo/sample.jsonl" >/dev/null

# blocks LANGUAGE writes the blocks of a language to LANGUAGE.1, LANGUAGE.2 ...
blocks() {
	awk -v lang="$1" '
		$0 == "```" lang { n++; on = 1; next }
		$0 == "```" { on = 0 }
		on { print > (lang "." n) }' "$guide"
}
blocks python
blocks r
# the commands of the guide make the files
awk '$0 == "```" { on = !on; next } /^```/ { on = 0 } on && /^entente export / { sub(/^entente/, "\"$entente\""); print }' "$guide" | while read -r line; do eval "$line"; done
for f in events.csv events.parquet dyads.csv; do
	[ -s "$f" ] || { echo "snippets: the guide has no command that makes $f" >&2; exit 1; }
done
events=$("$entente" events --limit 0 --json | wc -l | tr -d ' ')
relation=$("$entente" relations Russia China --by month --json)

python=${PYTHON:-python3}
if ! "$python" -c 'import pandas' 2>/dev/null; then
	echo "snippets: skipped Python: $python has no pandas"
else
	for block in python.*; do
		if grep -q read_parquet "$block" && ! "$python" -c 'import pyarrow' 2>/dev/null; then
			echo "snippets: skipped the Parquet of Python: $python has no pyarrow"
			continue
		fi
		"$python" "$root/scripts/snippets.py" "$block" "$events" "$relation"
		echo "snippets: $block gives $events events"
	done
fi

r=${RSCRIPT:-Rscript}
if ! command -v "$r" >/dev/null; then
	echo "snippets: skipped R: there is no $r"
	exit 0
fi
for block in r.*; do
	cat "$root/scripts/snippets.R" | "$r" - "$block" "$events" "$relation"
	echo "snippets: $block gives $events events"
done
