package place

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestToponyms(t *testing.T) {
	t.Parallel()
	got, err := Toponyms(bytes.NewReader(packTest(t)), 1_000_000, 5_000_000)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Beijing", "Kharkiv", "Kharkiv Oblast", "Lamar County", "Nebraska", "North Kivu", "Northern Darfur", "Paris", "Saint Petersburg",
		"Texas", "Washington", "beijing", "peking", "st petersburg", "Île-de-France",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if _, err := Toponyms(strings.NewReader("no gazetteer"), 0, 0); !errors.Is(err, ErrFormat) {
		t.Errorf("error = %v", err)
	}
}
