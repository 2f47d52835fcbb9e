# Contexts: words that show what an event is about.

[context military]
military troop army navy soldier missile weapon war warship drone artillery airstrike battalion offensive tank jet defence defense
[context intelligence]
intelligence spy spying espionage surveillance wiretap
[context executive]
president cabinet minister chancellor premier
[context legislative]
parliament senate congress lawmaker legislation bill legislature mp
[context election]
election vote ballot candidate referendum poll voter electoral
[context political_institutions]
constitution constitutional judiciary impeachment
[context pro_democracy]
democracy democratic pro-democracy
[context pro_autocracy]
junta coup autocracy dictatorship martial-law
[context economic]
economic economy trade tariff investment loan bank oil gas export import debt market currency sanction energy
[context legal]
court judge trial lawsuit prosecutor tribunal verdict warrant indictment extradition
[context reparations]
reparation reparations compensation
[context human_rights]
rights torture genocide atrocity war-crime abuse
[context rights_freedoms]
freedom press censorship dissident
[context repression]
crackdown repression repressive
[context human_security]
displacement displace famine hunger humanitarian
[context gender]
woman gender feminist
[context lgbt]
lgbt lgbtq gay lesbian transgender
[context religion_ethnicity]
church mosque muslim christian jewish religious ethnic sectarian pope
[context inequality]
poverty inequality wage
[context diplomatic]
diplomat diplomatic ambassador embassy summit talks talk negotiation treaty visit foreign
[context territory]
border territory territorial annexation sovereignty annex island
[context peacekeeping]
peacekeeper peacekeeping
[context health]
virus vaccine epidemic pandemic hospital health ebola cholera covid
[context asylum]
asylum
[context migration]
migrant migration immigration immigrant refugee
[context disasters]
earthquake flood hurricane cyclone tsunami wildfire disaster
[context natural_resource]
water oil gas mining mineral fishing
[context environment]
climate environment environmental emission pollution
[context technology]
technology satellite chip semiconductor
[context terrorism]
terrorist terrorism jihadist extremist
[context cbrn]
nuclear chemical biological uranium enrichment
[context cyber]
cyber cyberattack hacker hack
[context misinformation]
disinformation misinformation propaganda
[context crime]
crime criminal gang murder robbery smuggling
[context corruption]
corruption bribery bribe embezzlement graft
[context illegal_drugs]
drug drugs cocaine heroin cartel narcotic
[context trafficking]
trafficking trafficker
