package actor_test

import (
	"fmt"
	"os"

	"github.com/entente-news/entente"
	"github.com/entente-news/entente/internal/actor"
)

func Example() {
	table, _, err := actor.Load(os.DirFS("testdata/table"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, on := range []string{"2010-05-16", "2024-05-16"} {
		day, err := entente.ParseDay(on)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, c := range table.Lookup("Medvedev", day) {
			fmt.Println(on, c.Code(), c.Actor.Role, c.Former)
		}
	}
	codes, _ := table.Parties("Russian army")
	fmt.Println(codes)
	// Output:
	// 2010-05-16 RUS:GOV head of state false
	// 2024-05-16 RUS:ELI  true
	// [RUS:MIL]
}
