#!/bin/sh
# Builds the program for every system that we support, without cgo, and lists
# the checksums beside the files. The same commit and the same Go give the
# same bytes on any machine.
#
#   scripts/release.sh [DIR]     DIR is where the files go, dist by default
#
# PLATFORMS picks some targets ("linux/amd64 darwin/arm64"), JOBS bounds how
# many packages are compiled at once.
set -eu

cd "$(dirname "$0")/.."
out=${1:-dist}
platforms=${PLATFORMS:-"linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64"}
version=$(cat VERSION)
limit=$((80 * 1024 * 1024)) # bytes a binary must stay under

mkdir -p "$out"
rm -f "$out"/entente_*
for platform in $platforms; do
	goos=${platform%/*}
	goarch=${platform#*/}
	name=entente_${version}_${goos}_${goarch}
	if [ "$goos" = windows ]; then
		name=$name.exe
	fi
	CGO_ENABLED=0 GOOS=$goos GOARCH=$goarch \
		go build ${JOBS:+-p "$JOBS"} -trimpath -buildvcs=false -ldflags "-s -w -buildid=" -o "$out/$name" ./cmd/entente
	size=$(($(wc -c <"$out/$name")))
	printf '%12d bytes  %s\n' "$size" "$name"
	if [ "$size" -ge "$limit" ]; then
		echo "release: $name is not under $limit bytes" >&2
		exit 1
	fi
done

cd "$out"
if command -v sha256sum >/dev/null 2>&1; then
	sha256sum entente_* >SHA256SUMS
else
	shasum -a 256 entente_* >SHA256SUMS
fi
