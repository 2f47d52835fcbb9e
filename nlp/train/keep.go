package train

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-news/entente/internal/neural"
)

// Training takes more than an hour. What is trained on the way is kept in a
// folder, so that it can be taken up again.

func keptFile(dir, name string) string {
	return filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".weights")
}

// keep writes weights to a folder, "" for none.
func keep(dir, name string, params []*neural.Param) error {
	if dir == "" {
		return nil
	}
	var out []byte
	for _, p := range params {
		for _, v := range p.W {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
		}
	}
	if err := os.WriteFile(keptFile(dir, name), out, 0o644); err != nil { //nolint:gosec // weights are public
		return fmt.Errorf("keeping %s: %w", name, err)
	}
	return nil
}

// restore reads weights that keep wrote, and reports whether there were any.
func restore(dir, name string, params []*neural.Param) (bool, error) {
	if dir == "" {
		return false, nil
	}
	data, err := os.ReadFile(keptFile(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("taking up %s: %w", name, err)
	}
	size := 0
	for _, p := range params {
		size += 4 * len(p.W)
	}
	if len(data) != size {
		return false, fmt.Errorf("taking up %s: %d bytes, want %d: kept with other settings or data; remove it", name, len(data), size)
	}
	for _, p := range params {
		for i := range p.W {
			p.W[i] = math.Float32frombits(binary.LittleEndian.Uint32(data))
			data = data[4:]
		}
	}
	return true, nil
}
