package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-news/entente/nlp/internal/word"
)

// cut returns the tokens of a paragraph with a space between them.
func cut(text string) string {
	t := tokenizer{text: text}
	t.paragraph(0, len(text))
	var out []string
	for _, k := range t.tokens {
		out = append(out, text[k.Start:k.End])
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"final stop", "Iran condemned the raid.", "Iran condemned the raid ."},
		{"negation", "They don't and won't go.", "They do n't and wo n't go ."},
		{"curly negation", "They don’t.", "They do n’t ."},
		{"cannot", "He cannot stay.", "He can not stay ."},
		{"possessive", "Kenya's army", "Kenya 's army"},
		{"plural possessive", "the rebels' camp", "the rebels ' camp"},
		{"quoted plural", "'the rebels' camp", "' the rebels ' camp"},
		{"clitics", "We've said they're sure I'll go", "We 've said they 're sure I 'll go"},
		{"name with apostrophe", "O'Neill of Cote d'Ivoire", "O'Neill of Cote d'Ivoire"},
		{"initials", "George W. Bush and J. K. Rowling", "George W. Bush and J. K. Rowling"},
		{"states", "U.S. and U.N. envoys", "U.S. and U.N. envoys"},
		{"titles", "Mr. Khan met Gen. Haftar.", "Mr. Khan met Gen. Haftar ."},
		{"money", "$3.3 billion, €5m and US$20", "$ 3.3 billion , € 5 m and US$ 20"},
		{"numbers", "1,000 men, 3.5 percent, 20% at 10:30", "1,000 men , 3.5 percent , 20 % at 10:30"},
		{"time", "10am to 5 p.m. local", "10 am to 5 p.m. local"},
		{"ordinal", "the 21st and the 1990s", "the 21st and the 1990s"},
		{"compound", "Russian-held and Iran-backed", "Russian - held and Iran - backed"},
		{"prefix", "anti-government, pro-Russian, re-elected", "anti-government , pro-Russian , re-elected"},
		{"Korean name", "Kim Jong-un and Ban Ki-moon", "Kim Jong-un and Ban Ki-moon"},
		{"Arabic name", "Bashar al-Assad", "Bashar al - Assad"},
		{"range", "the 2019-2020 season", "the 2019 - 2020 season"},
		{"date", "on 2024-05-16 or 9/11", "on 2024-05-16 or 9/11"},
		{"slash", "and/or", "and / or"},
		{"address", "see https://example.org/a_b?c=1, please", "see https://example.org/a_b?c=1 , please"},
		{"address in brackets", "(see http://example.org/x_(y))))", "( see http://example.org/x_(y) ) ) )"},
		{"mail", "write to a.b@example.org.", "write to a.b@example.org ."},
		{"dateline", "BEIJING (Agency) — China said", "BEIJING ( Agency ) — China said"},
		{"quotes", "“We agree,” he said.", "“ We agree , ” he said ."},
		{"ellipsis", "Well... no!!", "Well ... no !!"},
		{"stop and mark", "Really.? Yes!. No?! Oh ...?", "Really .? Yes !. No ?! Oh ... ?"},
		{"newsgroup", "see alt.animals.cat, it ended.then it began", "see alt.animals.cat , it ended . then it began"},
		{"fractions", "a .357 Magnum, .5% (.08) ended .15", "a .357 Magnum , .5 % ( .08 ) ended .15"},
		{"figures run on", "It cost 1.5.Then it fell", "It cost 1.5 . Then it fell"},
		{"stroke", "not w/o him b/c and/or", "not w/o him b/c and / or"},
		{"circa", "c. 1850, vitamin c.", "c. 1850 , vitamin c ."},
		{"run on", "It ended.Then it began.", "It ended . Then it began ."},
		{"firm", "AT&T Inc. of Dallas", "AT&T Inc. of Dallas"},
		{"number sign", "No. 5 said no.", "No. 5 said no ."},
		{"invisible", "a\u200bb \ufeffc", "a b c"},
		{"nothing", " \t\u00a0", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, cut(tt.text)); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// TestLongChunks cuts stretches without white space, which must take linear
// time: at ten times the length these would take minutes otherwise.
func TestLongChunks(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"1-", "a-", "(", "é-", "a.", "'", "a@"} {
		text := strings.Repeat(part, 200_000)
		cutter := tokenizer{text: text}
		cutter.paragraph(0, len(text))
		at := 0
		for _, k := range cutter.tokens {
			if k.Start != at || k.End <= k.Start {
				t.Fatalf("token %d to %d follows one that ends at %d in a chain of %q", k.Start, k.End, at, part)
			}
			at = k.End
		}
		if at != len(text) {
			t.Errorf("tokens end at %d of %d in a chain of %q", at, len(text), part)
		}
	}
}

func TestDateline(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"BEIJING (Agency) — China said it would act.", "BEIJING ( Agency ) —"},
		{"GENEVA, May 16 (Agency) -- Talks began.", "GENEVA , May 16 ( Agency ) --"},
		{"Kyiv (Agency) - Ukraine said no.", "Kyiv ( Agency ) -"},
		{"TEL AVIV – “We agree,” he said.", "TEL AVIV –"},
		{"WASHINGTON/ANKARA, Jan. 2 (Agency) - The two sides met.", "WASHINGTON / ANKARA , Jan. 2 ( Agency ) -"},
		{"KYIV, Ukraine (AP) — Drones hit a depot.", "KYIV , Ukraine ( AP ) —"},
		{"LEXINGTON, Neb. (AP) Three men escaped.", "LEXINGTON , Neb. ( AP )"},
		{"NATO (the alliance) Chief of Staff", ""},
		{"NEW YORK (AP) _ Stocks fell.", "NEW YORK ( AP ) _"},
		{"Israel — the host — said no.", ""},
		{"NATO said the talks — the third — failed.", ""},
		{"China said no.", ""},
		{"LA PAZ, Bolivia -- The team arrived.", "LA PAZ , Bolivia --"},
		{"Harare, Zimbabwe - The party said no.", "Harare , Zimbabwe -"},
		{"Washington - The president said no.", "Washington -"},
		{"Washington - which had said no - gave in.", ""},
		{"ISLAMABAD: The government said no.", "ISLAMABAD :"},
		{"New Delhi: “We agree,” he said.", "New Delhi :"},
		{"Port-au-Prince: The council met.", "Port - au - Prince :"},
		{"Dar es Salaam - The council met.", "Dar es Salaam -"},
		{"KHOST (Agency) : The council met.", "KHOST ( Agency ) :"},
		{"MODERATOR: The council met.", ""},
		{"SMITH (laughing): The council met.", ""},
		{"Male – Thirty per cent of those asked.", ""},
		{"Warning: The council met.", ""},
		{"", ""},
	}
	for _, tt := range tests {
		cutter := tokenizer{text: tt.text}
		cutter.paragraph(0, len(tt.text))
		var words []*word.Info
		c := newContext(tt.text, cutter.tokens, word.NewCache(), &words)
		var got []string
		for _, k := range c.tokens[:c.dateline()] {
			got = append(got, tt.text[k.Start:k.End])
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("dateline of %q = %q, want %q", tt.text, s, tt.want)
		}
	}
}

// TestTowns looks for each town at the beginning of a paragraph.
func TestTowns(t *testing.T) {
	t.Parallel()
	for name := range towns {
		text := name + " :"
		cutter := tokenizer{text: text}
		cutter.paragraph(0, len(text))
		var words []*word.Info
		if c := newContext(text, cutter.tokens, word.NewCache(), &words); c.town() == 0 {
			t.Errorf("%q is not found", name)
		}
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"blank lines", "One.\n\n \nTwo.\n", []string{"One.\n", "Two.\n"}},
		{"headline", "Talks fail\nThe talks failed on Monday.", []string{"Talks fail", "The talks failed on Monday."}},
		{"filled", "The foreign minister told reporters in the capital that\nthe talks had ended without any result and that a second\nround would follow.",
			[]string{"The foreign minister told reporters in the capital that\nthe talks had ended without any result and that a second\nround would follow."}},
		{"list", "Aid:\nfood\nwater", []string{"Aid:", "food", "water"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, b := range Paragraphs(tt.text, nil) {
				got = append(got, tt.text[b.Start:b.End])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}
