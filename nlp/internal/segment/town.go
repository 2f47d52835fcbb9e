package segment

// longestTown is the number of tokens of the longest of the towns, hyphens
// counted.
const longestTown = 5

// towns are capitals and other places that news is filed from, as their names
// stand in datelines.
var towns = set(
	"abidjan", "abu dhabi", "abuja", "accra", "addis ababa", "aden", "ahmedabad", "aleppo", "algiers", "almaty", "amman", "amsterdam", "ankara",
	"antananarivo", "ashgabat", "asmara", "astana", "asuncion", "asunción", "athens", "atlanta", "auckland", "baghdad", "bahawalpur", "baku", "bamako",
	"bandar seri begawan", "bangalore", "bangkok", "bangui", "banjul", "barcelona", "basra", "beijing", "beirut", "belfast", "belgrade", "belmopan",
	"bengaluru", "benghazi", "berlin", "bern", "bhopal", "bhubaneswar", "bishkek", "bissau", "bogota", "bogotá", "bonn", "boston", "brasilia",
	"brasília", "bratislava", "brazzaville", "bridgetown", "brisbane", "brussels", "bucharest", "budapest", "buenos aires", "bujumbura", "cairo",
	"canberra", "cape town", "caracas", "chandigarh", "chennai", "chicago", "chisinau", "chișinău", "colombo", "conakry", "copenhagen", "cotonou",
	"dakar", "dallas", "damascus", "dar es salaam", "davos", "delhi", "dhaka", "dharamsala", "dili", "diyarbakir", "djibouti", "dodoma", "doha",
	"donetsk", "dubai", "dublin", "dushanbe", "edinburgh", "erbil", "faisalabad", "frankfurt", "freetown", "gaborone", "gaza", "gaza city", "geneva",
	"georgetown", "glasgow", "goma", "guangzhou", "guatemala city", "gujranwala", "guwahati", "hamburg", "hanoi", "harare", "havana", "hebron",
	"helsinki", "herat", "hong kong", "honolulu", "houston", "hyderabad", "islamabad", "istanbul", "jaipur", "jakarta", "jalalabad", "jammu", "jeddah",
	"jenin", "jerusalem", "johannesburg", "juba", "kabul", "kampala", "kandahar", "karachi", "kathmandu", "kharkiv", "khartoum", "kiev", "kigali",
	"kingston", "kinshasa", "kolkata", "kuala lumpur", "kuwait city", "kyiv", "la paz", "lagos", "lahore", "libreville", "lilongwe", "lima", "lisbon",
	"ljubljana", "lome", "lomé", "london", "los angeles", "luanda", "lucknow", "lusaka", "luxembourg", "madrid", "malabo", "managua", "manama",
	"manila", "maputo", "marseille", "maseru", "mbabane", "melbourne", "mexico city", "miami", "milan", "minneapolis", "minsk", "mogadishu", "monrovia",
	"montevideo", "montreal", "moroni", "moscow", "mosul", "mumbai", "munich", "muscat", "muzaffarabad", "n'djamena", "nablus", "nairobi", "nassau",
	"naypyidaw", "new delhi", "new york", "niamey", "nicosia", "nouakchott", "nouméa", "nur-sultan", "osaka", "oslo", "ottawa", "ouagadougou",
	"panama city", "paramaribo", "paris", "patna", "perth", "peshawar", "philadelphia", "phnom penh", "podgorica", "port louis", "port moresby",
	"port of spain", "port vila", "port-au-prince", "porto novo", "prague", "praia", "pretoria", "pristina", "pune", "pyongyang", "quetta", "quito",
	"rabat", "ramallah", "rangoon", "rawalpindi", "reykjavik", "riga", "rio de janeiro", "riyadh", "rome", "san francisco", "san jose", "san josé",
	"san salvador", "sana'a", "sanaa", "santiago", "santo domingo", "sao paulo", "sarajevo", "seattle", "seoul", "shanghai", "shimla", "sialkot",
	"singapore", "skopje", "sofia", "srinagar", "st petersburg", "stockholm", "strasbourg", "sucre", "suva", "sydney", "são paulo", "taipei", "tallinn",
	"tashkent", "tbilisi", "tegucigalpa", "tehran", "tel aviv", "the hague", "thimphu", "tijuana", "tirana", "tokyo", "toronto", "tripoli", "tunis",
	"ulaanbaatar", "ulan bator", "united nations", "valletta", "vancouver", "vatican city", "vienna", "vientiane", "vilnius", "warsaw",
	"washington", "washington dc", "wellington", "white house", "windhoek", "yangon", "yaounde", "yaoundé", "yerevan", "zagreb", "zurich",
)
