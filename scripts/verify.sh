#!/usr/bin/env bash
# Compares the trees, tags and names that the kernels give: those of this
# machine's vectors, the plain ones, and those of the other architecture under
# emulation. The three must be equal to the last byte.
#
#   scripts/verify.sh FILE…       texts or JSON Lines, gzipped or not
#   scripts/verify.sh -n 200 FILE…   only their first 200 lines
set -euo pipefail
here=$PWD
cd "$(dirname "$0")/.."

lines=
if [ "${1:-}" = -n ]; then
	lines=$2
	shift 2
fi
[ $# -gt 0 ] || { echo "verify: name the texts to read" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
n=0
for f in "$@"; do
	case $f in /*) ;; *) f=$here/$f ;; esac
	n=$((n + 1))
	if [[ $f == *.gz ]]; then gzip -dc "$f"; else cat "$f"; fi | if [ -n "$lines" ]; then sed -n "1,${lines}p"; else cat; fi >"$dir/in$n.txt"
done

export CGO_ENABLED=0
go build -o "$dir/vector" ./cmd/entente
go build -tags purego -o "$dir/plain" ./cmd/entente
case $(go env GOARCH) in
amd64) other=arm64 run=qemu-aarch64-static ;;
*) other=amd64 run=qemu-x86_64-static ;;
esac
GOARCH=$other go build -o "$dir/other" ./cmd/entente

# read prints all that the language core says of the texts.
read_texts() {
	local prefix=("${@:1:$#-1}") name=${!#}
	"${prefix[@]}" annotate --layers tokens,tags,trees,entities "$dir"/in*.txt >"$dir/$name.full"
	"${prefix[@]}" annotate --fast --layers tokens,tags,trees,entities "$dir"/in*.txt >"$dir/$name.fast"
}
read_texts "$dir/vector" vector
read_texts "$dir/plain" plain
kinds=plain
if command -v "$run" >/dev/null; then
	read_texts "$run" "$dir/other" other
	kinds="plain other"
else
	echo "verify: $run is missing, $other not compared" >&2
fi
for kind in $kinds; do
	for size in full fast; do
		cmp "$dir/vector.$size" "$dir/$kind.$size"
	done
done
echo "verify: $(cat "$dir"/in*.txt | wc -w) words read alike by: $(go env GOARCH) vectors, ${kinds/other/$other under emulation}"
