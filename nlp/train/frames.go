package train

import (
	"strings"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/model"
)

// The lists of names are short of news. These sentence frames of our own, with
// names of our own lists put in at random, add its phrases and the countries,
// capitals and organisations of the world.

// perFrame is how often each frame is filled.
const perFrame = 12

// framed returns sentences made of the frames.
func framed(seed uint64) []Named {
	r := model.NewRand(seed)
	slots := map[string]struct {
		list []string
		kind entente.EntityType
	}{
		"{C}": {split(countries), entente.LOC}, "{T}": {split(cities), entente.LOC}, "{G}": {split(regions), entente.LOC},
		"{N}": {append(demonyms(), split(twoWordPeoples)...), entente.NORP}, "{O}": {split(organisations), entente.ORG}, "{A}": {split(acronyms), entente.ORG},
		"{P}": {nil, entente.PER}, "{S}": {split(surnames), entente.PER},
	}
	given, family := split(givenNames), split(surnames)
	var out []Named
	for f := range strings.Lines(frames) {
		for range perFrame {
			n := Named{}
			for w := range strings.FieldsSeq(f) {
				w, plural := strings.CutSuffix(w, "}s")
				if plural {
					w += "}"
				}
				s, ok := slots[w]
				if !ok {
					n.Words = append(n.Words, w)
					continue
				}
				var name string
				if w == "{P}" {
					name = given[r.Intn(len(given))] + " " + family[r.Intn(len(family))]
				} else {
					name = s.list[r.Intn(len(s.list))]
				}
				if plural {
					name += "s"
				}
				first := len(n.Words)
				n.Words = append(n.Words, strings.Fields(name)...)
				n.Spans = append(n.Spans, Span{First: first, Last: len(n.Words), Type: s.kind})
			}
			if len(n.Words) > 0 {
				out = append(out, n)
			}
		}
	}
	return out
}

func split(list string) []string {
	var out []string
	for s := range strings.SplitSeq(list, ",") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

const frames = `{N} President {P} arrived in {T} on Thursday for talks with {N} leader {P} .
{N} Foreign Minister {P} met {P} in {T} on Monday .
{P} , the {N} prime minister , said {C} would not accept the terms .
Prime Minister {S} told reporters in {T} that {C} and {C} had agreed .
{C} 's President {P} said on Tuesday that talks with {C} would resume .
{C} condemned the attack and called on {C} to withdraw its troops from {G} .
{T} ( {A} ) — {N} troops entered {T} early on Friday , officials said .
{T} , May 16 ( {A} ) - The {N} government said it would send aid to {C} .
The {O} voted to impose sanctions on {C} .
The {O} said {N} forces had shelled {T} .
The {A} urged {C} and {C} to return to the talks .
{A} Secretary-General {P} said the alliance would support {C} .
{A} chief {P} visited {T} and met President {S} .
{N} and {N} officials met in {T} .
{N} Defense Minister {P} warned {C} against an attack .
{N} Prime Minister {P} and his {N} counterpart , {P} , signed the deal .
US President {P} spoke by phone with {N} President {P} .
U.S. Secretary of State {P} will travel to {C} next week .
Thousands of people protested in {T} , the capital of {C} .
{S} said the {N} army had withdrawn from {G} .
{S} 's government denied the report .
President {S} thanked {C} for its support .
Mr. {S} , who leads the opposition in {C} , was arrested in {T} .
The {N} Foreign Ministry summoned the ambassador of {C} .
The {N} parliament rejected the bill .
{N} police arrested dozens of protesters in {T} .
{N} warplanes struck targets near {T} in {G} .
{C} , {C} and {C} signed the accord in {T} .
{C} and {C} restored relations after years of tension .
Relations between {C} and {C} have worsened since {P} took office .
The border between {C} and {C} was closed .
{A} and {A} leaders met in {T} .
Officials from {C} , {C} and the {A} took part .
The rebels of the {O} attacked a convoy in {G} .
{O} fighters fired rockets at {T} .
{O} said it had shot down a {N} drone .
A spokesman for the {O} , {P} , confirmed the report .
A {O} spokeswoman said talks were under way .
{N} chief negotiator {P} left {T} on Sunday .
Former {N} President {P} was sentenced to ten years in prison .
Opposition leader {P} called on {S} to resign .
Gen. {P} , the army chief , flew to {T} .
Sen. {P} criticized the decision .
King {P} received the {N} envoy , {P} .
{P} , a spokesman for the {O} , said the group wanted peace .
{P} and {P} shook hands in {T} .
Analyst {P} of the {O} said {C} had little choice .
The {O} in {T} declined to comment .
In {T} , {N} and {N} diplomats discussed the war in {C} .
{C} accuses {C} of arming the {O} .
{C} accused the {O} of killing civilians in {T} .
At least ten people died in {T} , {C} , when a bomb exploded .
The {N} embassy in {T} was evacuated .
{N} companies want to invest in {C} .
The {N} side demanded that {C} apologize .
The {N}s were freed in {T} .
Most {N}s oppose the war , said {P} .
{N} refugees crossed into {C} from {G} .
Ties with {C} are strong , {S} said .
The {O} , led by {P} , won the vote in {C} .
{S} and {S} will meet in {T} , the {A} reported .
{T} accused {T} of breaking the truce .
{T} and {T} expelled each other 's diplomats .
{T} says it will respond if {T} attacks .
The {G} has seen heavy fighting , according to the {A} .
Ships in the {G} were attacked by {O} .
“ {C} will never give up {G} , ” {P} said .
" We support {C} , " said {S} .
{C} to send troops to {C}
{S} meets {S} in {T}
{T} slams {N} sanctions
{C} , {C} sign trade deal
{A} warns {C} over missiles
{N} minister quits
The leaders of {C} and {C} , {P} and {P} , agreed to a truce .
The White House said President {S} would host {P} .
The Kremlin said {S} had no plans to visit {C} .
The Pentagon sent more troops to {C} .
The company , {O} , sold arms to {C} .
The {O} 's director , {P} , praised {C} .
{P} ( {C} ) beat {P} ( {C} ) .
He was born in {T} , {C} , and studied in {T} .
She joined the {O} in {T} after leaving the {A} .
The court in {T} ordered {P} to pay a fine .
A delegation from {C} led by {P} arrived in {T} .
{C} 's ambassador to {C} , {P} , was recalled .
{C} 's central bank raised interest rates .
{C} 's {O} denied the claim .
Special envoy {P} held talks with the {O} .
{A} inspectors visited sites in {C} .
Aid from the {A} reached {G} .
Residents of {T} fled to {G} .
The {G} conflict has killed thousands .
The {T} talks collapsed .
The {T} government did not comment .
It was the first visit by a {N} leader to {C} since 1979 .
On Monday the government said that the minister had resigned .
The president , the prime minister and the foreign minister attended .
Five soldiers and two civilians were killed in the attack .
The Foreign Minister said the Government would act .
Police said the suspects were arrested on Tuesday in May .
`
