package arch

// module is the import path of the whole.
const module = "github.com/entente-news/entente"

// layer is one row of the house. A package imports only packages of rows
// above its own in the table, never one of the same row: so a stage does not
// know another stage.
type layer struct {
	name     string
	packages []string // relative to the module, "." is its root
}

// layers lists the house from the vocabulary down to the commands.
var layers = []layer{
	{"vocabulary", []string{"."}},
	{"text", []string{"internal/text"}},
	{"arithmetic", []string{"internal/kernel"}},
	{"base", []string{"internal/wire", "internal/plover", "internal/model", "internal/neural"}},
	{"words", []string{"internal/lexical", "internal/decision"}},
	{"stages", []string{
		"internal/source", "internal/extract", "nlp", "internal/actor", "internal/place",
		"internal/timex", "internal/coder", "internal/story", "internal/brief", "internal/audit", "internal/relation", "internal/gate", "internal/alert", "internal/merge", "internal/voice", "internal/llm",
	}},
	{"archive", []string{"internal/store", "internal/corpus"}},
	{"pipeline", []string{"internal/pipeline"}},
	{"shell", []string{"internal/web", "internal/demo", "internal/eval", "internal/export", "internal/roster"}},
	{"command line", []string{"internal/cli"}},
	{"commands", []string{"cmd/entente", "cmd/entente-dev"}},
}

// families are stages in several packages: below such a path everything is
// one stage, whose parts may import each other.
var families = []string{"nlp"}

// assets are packages that only embed files. They stand beside the layers,
// import the standard library alone, and only their users below import them.
// Whoever else needs weights or tables is given an fs.FS.
var assets = map[string][]string{
	"data":   {"internal/cli", "cmd/"},
	"models": {"internal/cli", "cmd/"},
}

// bystanders are packages that nobody imports and that import nothing of ours.
var bystanders = []string{"internal/arch"}

// narrow lists packages that see less of the house than their layer allows.
var narrow = map[string][]string{
	"internal/web": {".", "internal/wire"},
}

// imports says which packages alone may import a package from outside.
var imports = []struct {
	path    string
	allowed []string
	tests   bool // whether the rule holds for test files too
	because string
}{
	{"database/sql", []string{"internal/store"}, true, "the archive is reached through package store"},
	{"modernc.org/sqlite", []string{"internal/store"}, true, "the archive is reached through package store"},
	{"net/http", []string{"internal/web", "internal/cli", "internal/alert", "internal/llm"}, false, "the program works offline; only the page, alerts and a language model that is asked for speak HTTP"},
	{"embed", []string{".", "models", "data", "internal/plover", "internal/demo", "internal/web", "internal/store", "internal/cli"}, false,
		"whoever needs files at run time takes an fs.FS"},
	{"log", nil, true, "a library takes a *slog.Logger; a command writes to standard error"},
	{"golang.org/x/sys/cpu", []string{"internal/kernel"}, true, "the kernels alone depend on the processor"},
	{"C", nil, true, "the program is built without cgo"},
	{"testing", nil, false, "test helpers live in test files"},
}

// calls says where alone a function of the standard library may be used,
// outside of tests.
var calls = []struct {
	pkg     string
	names   []string
	allowed []string
	because string
}{
	{"os", []string{"Exit"}, []string{"cmd/"}, "only a command ends the process; return an error"},
	{"context", []string{"Background", "TODO"}, []string{"cmd/", "internal/cli"}, "take the caller's context"},
	{"time", []string{"Now", "Since", "Until"}, []string{"cmd/", "internal/cli", "internal/eval"}, "the clock is a parameter, so that the same input gives the same bytes"},
	{"log/slog", []string{"Default", "SetDefault", "Debug", "Info", "Warn", "Error"}, nil, "the logger is injected"},
	{"math/rand", []string{"Int", "Intn", "Int63", "Float64", "Perm", "Shuffle", "Seed"}, nil, "the seed is a parameter"},
	{"math/rand/v2", []string{"Int", "IntN", "N", "Float64", "Perm", "Shuffle"}, nil, "the seed is a parameter"},
}

// Sizes that a change should not outgrow. Tables (files that declare no
// function) and generated files are exempt from the first.
const (
	maxFileLines     = 500
	maxFuncLines     = 60
	maxParameters    = 5
	kernels          = "internal/kernel/" // whose functions take matrices as addresses, distances and lengths
	maxMethods       = 5                  // of an interface
	longFunctionNote = "//nolint:funlen"
)
