package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-news/entente"
)

// reporter says what went wrong with inputs, on standard error and, if asked,
// in a file.
type reporter struct {
	app    *App
	file   *os.File
	failed int
	warned map[string]int // by code, where no file takes them
}

// problem is one line of the errors file.
type problem struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// newReporter makes a reporter of a run that reads inputs.
func (a *App) newReporter(path string, inputs []string) (*reporter, error) {
	r := &reporter{app: a, warned: map[string]int{}}
	if path == "" {
		return r, nil
	}
	var err error
	r.file, err = create(path, "create the errors file", inputs...)
	return r, err
}

// fail reports an input that could not be done.
func (r *reporter) fail(o entente.Origin, err error) error {
	r.failed++
	r.app.say("%s", printable(err.Error()))
	return r.write(o, string(entente.ErrorCode(err)), err)
}

// warn writes the warnings of a document to the errors file. They are too many
// for a person's eyes, who is told how many there were of which kind.
func (r *reporter) warn(d *entente.Document) error {
	for _, w := range d.Warnings {
		if r.file == nil {
			r.warned[w.Code]++
			continue
		}
		if err := r.write(d.Origin, w.Code, errors.New(w.Message)); err != nil {
			return err
		}
	}
	return nil
}

func (r *reporter) write(o entente.Origin, code string, err error) error {
	if r.file == nil {
		return nil
	}
	o = originOf(o, err)
	b, jerr := json.Marshal(problem{o.File, o.Line, code, err.Error()})
	if jerr != nil {
		return fmt.Errorf("write the errors file: %w", jerr)
	}
	if _, werr := r.file.Write(append(b, '\n')); werr != nil {
		return &entente.Error{Code: entente.ErrUnavailable, Op: "write the errors file", Err: werr}
	}
	return nil
}

// splitWhere parts file:line.
func splitWhere(where string) (string, int) {
	if i := strings.LastIndexByte(where, ':'); i > 0 {
		if line, err := strconv.Atoi(where[i+1:]); err == nil && line > 0 {
			return where[:i], line
		}
	}
	return where, 0
}

// close ends the report; err, if any, is the run's. A run that went through
// with failures is errSomeFailed.
func (r *reporter) close(err error) error {
	var kinds []string
	for _, code := range slices.Sorted(maps.Keys(r.warned)) {
		kinds = append(kinds, fmt.Sprintf("%d %s", r.warned[code], code))
	}
	if len(kinds) > 0 {
		r.app.say("warnings: %s (--errors FILE names them)", strings.Join(kinds, ", "))
	}
	if r.file != nil {
		if cerr := r.file.Close(); err == nil && cerr != nil {
			return &entente.Error{Code: entente.ErrUnavailable, Op: "write the errors file", Err: cerr}
		}
	}
	if err == nil && r.failed > 0 {
		return errSomeFailed
	}
	return err
}
