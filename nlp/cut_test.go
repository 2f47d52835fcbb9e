package nlp

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/nlp/internal/word"
)

func TestCut(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		kind entente.EntityType
		want string // with a bar where a name ends or begins
	}{
		{"Salem Oregon", entente.LOC, "Salem|Oregon"},
		{"San Rafael Ca", entente.LOC, "San Rafael|Ca"},
		{"san rafael california", entente.LOC, "san rafael|california"},
		{"West Virginia", entente.LOC, "West Virginia"},
		{"Gulf of California", entente.LOC, "Gulf of California"},
		{"Fort Delaware", entente.LOC, "Fort Delaware"},
		{"Rio de la", entente.LOC, "Rio de la"},
		{"Arizona", entente.LOC, "Arizona"},
		{"Air Arizona", entente.ORG, "Air Arizona"},
		{"Acme / Apex", entente.ORG, "Acme|Apex"},
		{"Jane Doe - Analyst", entente.PER, "Jane Doe"},
		{"Jean - Paul", entente.PER, "Jean - Paul"},
	}
	for _, tt := range tests {
		forms := strings.Fields(tt.name)
		var words []*word.Info
		for _, f := range forms {
			words = append(words, word.New(f))
		}
		end, next := cut(words, tt.kind)
		got := strings.Join(forms[:end], " ")
		if next < len(forms) {
			got += "|" + strings.Join(forms[next:], " ")
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
