package actor

import "github.com/entente-news/entente"

// sectorOfName returns the sector of an organisation that no table has by the
// last word of its name, where that says it and is no agent noun itself.
func sectorOfName(last string) entente.Sector {
	switch last {
	case "Front", "Brigades", "Mujahideen", "Mujahedin", "Martyrs", "Vanguard", "Tigers", "Fedayeen":
		return entente.REB
	case "Times", "Post", "Herald", "Gazette", "Tribune", "Courier", "Chronicle", "Observer", "Daily", "Weekly", "Radio", "Television", "TV", "News", "Journal", "Star", "Mail", "Mirror",
		"Telegraph", "Monitor", "Echo", "Nation", "Citizen", "Standard", "Independent", "Guardian", "Globe", "Examiner", "Inquirer", "Dispatch", "Bulletin", "Review", "Magazine", "FM":
		return entente.JRN
	case "Inc", "Inc.", "Ltd", "Ltd.", "Corp", "Corp.", "Corporation", "plc", "PLC", "LLC", "GmbH", "AG", "Holdings", "Industries", "Motors", "Steel", "Energy", "Petroleum", "Oil", "Gas",
		"Mining", "Metals", "Resources", "Airlines", "Airways", "Air", "Shipping", "Lines", "Logistics", "Foods", "Pharma", "Pharmaceuticals", "Technologies", "Systems", "Electronics",
		"Telecom", "Telecommunications", "Mobile", "Insurance", "Securities", "Capital", "Partners", "Enterprises", "Works", "Mills", "Plantations", "Hotels", "Stores", "Brothers", "Sons":
		return entente.BUS
	case "University", "College", "Academy", "Institute", "School", "Polytechnic", "Museum", "Observatory", "Library":
		return entente.EDU
	case "Hospital", "Clinic", "Infirmary":
		return entente.MED
	case "Cathedral", "Monastery", "Mosque", "Temple", "Synagogue", "Seminary", "Diocese", "Archdiocese", "Synod", "Ministries", "Mission", "Missions", "Abbey", "Brotherhood", "Sisters":
		return entente.REL
	case "Foundation", "Trust", "Watch", "Society", "Network", "Initiative", "Project", "Relief", "Aid", "Crescent", "Cross", "Campaign", "Forum", "Rights", "Fund", "Institution", "Club":
		return entente.SOC
	}
	return entente.SectorNone
}
