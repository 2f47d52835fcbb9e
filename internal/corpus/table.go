package corpus

import "strings"

// The closed lists of the typed format. Roots, modes, statuses, sectors and
// contexts are those of the vocabulary.
const (
	tagList = "active passive nominal relative coord control reported quote headline participle cleft apposition light-verb " +
		"pp-place multi-clause pronoun ellipsis negation conditional background list question report none"
	regionList = "AFR MEN EUR PSU SAS EAS OCE NAM LAC INT"
	noneList   = "sport business weather disaster accident crime culture science health analysis opinion metaphor history " +
		"background biography election-result procedure appointment legislation ceremony trend description advice other"
	linkList      = "result reason purpose response concurrent"
	sizeList      = "killed injured displaced arrested troops participants amount"
	statusList    = "actual future hypothetical negated historical"
	precisionList = "day week month quarter year decade span"
	useList       = "literal metonymic modifier demonym"
)

// countryList holds ISO 3166-1 alpha-3 with XKX, and the four letters of ISO
// 3166-3 of states that are gone.
const countryList = ` ABW AFG AGO AIA ALA ALB AND ANHH ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS 
	BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI 
	CSHH CSXX CUB CUW CXR CYM CYP CZE DDDE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA 
	FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN 
	IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE 
	LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI 
	MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY 
	PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUHH SUR SVK SVN 
	SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT 
	VCT VEN VGB VIR VNM VUT WLF WSM XKX YDYE YEM YUCS ZAF ZMB ZRCD ZWE `

// groupList holds the coalitions that are named by region or kind.
const groupList = ` AFRICA AMERICAS ARAB ASIA ASIAPAC ATLANTIC BALKAN BALTIC CAFRICA CAMERICA CARIBBEAN CASIA CAUCASUS CEUROPE 
	DEVELOPED DONORS EAFRICA EASIA EAST EEUROPE EMERGING ENGLISH EUROPE GREATLAKES GULF ISLANDS LATAM LDC MAGHREB 
	MIDEAST MUSLIM NAMERICA NEIGHBOURS NONALIGNED NORDIC NUCLEAR OILSTATES PACIFIC PFIVE POSTSOVIET SAFRICA SAHEL 
	SAMERICA SASIA SEASIA SOUTH WAFRICA WEST WEUROPE WORLD `

// listed says whether a word stands in a list of words parted by blanks.
func listed(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}
