package store

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	entente "github.com/entente-news/entente"
)

// filled sets everything that v holds to something that is not zero: numbers count
// up, and lists and maps have two of each.
func filled(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem(), n)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				filled(v.Field(i), n)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0), n)
		filled(v.Index(1), n)
	case reflect.Array:
		for i := range v.Len() {
			filled(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			filled(key, n)
			filled(value, n)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		v.SetString("é\u2028<" + string(rune('a'+*n%26)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(*n) / 3)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n%2 + 1))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(*n%2 + 1)) //nolint:gosec // not negative
	default:
		panic(fmt.Sprintf("nothing is known to fill %v with", v.Type()))
	}
}

// TestPackedReadsAsWritten packs each thing that the archive keeps as a blob, with
// all of its fields set, and reads it as the standard library does: what earlier
// versions wrote reads the same.
func TestPackedReadsAsWritten(t *testing.T) {
	t.Parallel()
	p, err := newPacker()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.close() })
	for _, kept := range []any{layers{}, words{}, entente.Claim{}, entente.Merged{}} {
		kind := reflect.TypeOf(kept)
		t.Run(kind.Name(), func(t *testing.T) {
			t.Parallel()
			n := 0
			in, standard, got := reflect.New(kind), reflect.New(kind), reflect.New(kind)
			filled(in.Elem(), &n)
			raw, err := json.Marshal(in.Interface())
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(raw, standard.Interface()); err != nil {
				t.Fatal(err)
			}
			blob, err := p.pack(in.Interface())
			if err != nil {
				t.Fatal(err)
			}
			if err := p.unpack(blob, got.Interface()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(standard.Interface(), got.Interface()); diff != "" {
				t.Errorf("%s (-standard +got):\n%s", kind.Name(), diff)
			}
		})
	}
}
