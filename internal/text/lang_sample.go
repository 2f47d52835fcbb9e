package text

// sample is what one language is known by. All of it was written by hand for
// this table: function words from any grammar of the language, and a few
// sentences in the manner of news.
type sample struct {
	lang  string // ISO 639-1
	words string // function words, lower case, the commonest first
	prose string
}

// latinSamples are the languages in Latin script.
var latinSamples = []sample{
	{"en", "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just those people too mr how says say told against between under during while since until week monday tuesday wednesday thursday friday saturday sunday us uk let's here's it's don't i'm very am i why let get got go come see good want need know think",
		"The president said on Thursday that talks with the foreign minister would continue next week. Police have arrested three people after an attack near the border killed at least five soldiers, officials said. The government will meet opposition leaders to discuss the ceasefire, which both sides signed earlier this month. He told reporters that prices had risen sharply and the country was facing its worst crisis in years. Thousands of protesters marched through the streets of the capital. New sanctions against the company were announced by the White House. How to make the best of what you have: things that everyone should know about working from home. Stocks fell and oil rose. Dog bites man. Read the full story here."},
	{"de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei kann wenn schon wir ich ihr ihre unter gegen seine alle wieder zwischen beim seit jahr jahre uhr gibt keine kein doch dann sagte soll muss immer viele diese dieser dieses heute hier was wer wo warum sehr jetzt ohne etwa rund ab vom ihm ihn uns euch du mein dein",
		"Der Bundeskanzler hat am Donnerstag erklärt, dass die Verhandlungen mit den Partnern fortgesetzt werden. Die Polizei nahm nach dem Angriff drei Verdächtige fest. Wie die Behörden mitteilten, wurden mindestens fünf Menschen getötet und zahlreiche verletzt. Die Regierung will nächste Woche über neue Maßnahmen beraten. Außerdem können Sie unseren Newsletter bestellen und Beiträge kommentieren. Für die Wirtschaft ist das eine schlechte Nachricht, größere Unternehmen müssen sparen. Schöne Grüße aus der Küche: das Rezept für einen einfachen Kuchen. Das Spiel endete unentschieden."},
	{"nl", "de van het een en in is dat op te zijn met voor niet aan er om ook als maar bij nog uit door over ze naar heeft hij worden tot kan meer wordt dan deze of wel geen zou al wat hebben was werd veel onder tegen mensen jaar na moet zich hun haar we je ik dit die toch zo waar omdat tussen heel gaan alle andere eerste twee volgens zegt zei weer nu hier uur",
		"De premier heeft donderdag gezegd dat de onderhandelingen worden voortgezet. De politie hield na de aanval drie verdachten aan. Volgens de autoriteiten zijn er zeker vijf mensen gedood en raakten velen gewond. Het kabinet wil volgende week nieuwe maatregelen bespreken met de oppositie. Wij gebruiken deze gegevens ook om onze site te verbeteren. Dat is een belangrijke stap voor het land, zei hij tegen verslaggevers."},
	{"sv", "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara blir upp även vad säger två varit detta utan mellan enligt hon honom sitt sina dem oss någon något några inom deras denna",
		"Statsministern sade på torsdagen att förhandlingarna ska fortsätta. Polisen har gripit tre personer efter attacken. Enligt myndigheterna dödades minst fem människor och många skadades. Regeringen vill nästa vecka diskutera nya åtgärder med oppositionen. Det är ett viktigt steg för landet, säger han."},
	{"da", "og i at det er en til på som af for med den de har ikke et der han om var men vi sig fra så jeg kan når skal også efter eller nu ud være blev vil havde over hun mod ved år alle meget end her op bliver mange siger to kun havde hvor hvad under mellem ifølge deres sin noget nogle blevet uden være ligger dette disse kunne skulle ville af",
		"Statsministeren sagde torsdag, at forhandlingerne skal fortsætte. Politiet har anholdt tre personer efter angrebet. Ifølge myndighederne blev mindst fem mennesker dræbt, og mange blev såret. Regeringen vil i næste uge drøfte nye tiltag med oppositionen. Det er et vigtigt skridt for landet, siger han."},
	{"no", "og i det er på som en til av for at med han de har ikke den om et var seg men fra vi så jeg kan når skal også etter eller nå ut være ble vil hadde over hun mot ved år alle mye enn her opp blir mange sier to bare der hvor hva under mellom ifølge deres sin noe noen blitt uten dette disse kunne skulle ville bli hva etter",
		"Statsministeren sa torsdag at forhandlingene skal fortsette. Politiet har pågrepet tre personer etter angrepet. Ifølge myndighetene ble minst fem mennesker drept, og mange ble skadet. Regjeringen vil neste uke drøfte nye tiltak med opposisjonen. Det er et viktig skritt for landet, sier han."},
	{"is", "og í að á sem er við um en til það af hann með fyrir var ekki hún hefur því þeir verið ég þá eru þess frá eftir segir hafa var eða þetta þar svo allt vera bara einnig meðal kemur nú þessi þegar verður sé",
		"Forsætisráðherra sagði á fimmtudag að viðræður myndu halda áfram. Lögreglan handtók þrjá menn eftir árásina. Að sögn yfirvalda létust að minnsta kosti fimm og margir særðust."},
	{"fi", "ja on ei että se oli hän mutta ovat myös kun niin kuin mukaan sen joka olla vuoden tai vain jo sekä jos ole mitä nyt hänen kanssa jälkeen vielä voi noin olisi sitä nämä tämä tämän mukaan koska kaikki siitä olivat ollut mukana eli asti sanoi kertoo ennen muun välillä siis",
		"Pääministeri sanoi torstaina, että neuvottelut jatkuvat ensi viikolla. Poliisi otti kiinni kolme ihmistä iskun jälkeen. Viranomaisten mukaan ainakin viisi ihmistä kuoli ja monet loukkaantuivat. Hallitus aikoo keskustella uusista toimista opposition kanssa."},
	{"et", "ja on ei et ka see oli ning aga kui ta mis oma välja või pole veel siis selle mida juba kes seda üle nii aasta olnud ütles kuid kõik pärast mitte nende meie vastu enne nüüd eest poolt sest olid oleks vaid mille",
		"Peaminister ütles neljapäeval, et läbirääkimised jätkuvad järgmisel nädalal. Politsei võttis pärast rünnakut kinni kolm inimest. Ametivõimude sõnul hukkus vähemalt viis inimest ja paljud said vigastada."},
	{"lv", "un ir ka no par ar uz tas kas bet arī lai gan kā tika vai nav gada pēc tā to viņš ko vēl tad līdz šo būs tikai savu pie šī tiek jau kuri nekā kurš tomēr bija",
		"Ministru prezidents ceturtdien sacīja, ka sarunas turpināsies nākamnedēļ. Policija pēc uzbrukuma aizturēja trīs cilvēkus. Pēc varas iestāžu teiktā, gāja bojā vismaz pieci cilvēki un daudzi tika ievainoti."},
	{"lt", "ir kad į iš su tai bet yra kaip ar jis buvo už po tik nuo bus per apie tačiau metų dėl prie taip pat jau savo dar ne nėra jo kuris iki pagal jie ji arba sakė nes tarp kai kurie šis labai",
		"Ministras pirmininkas ketvirtadienį sakė, kad derybos tęsis kitą savaitę. Policija po išpuolio sulaikė tris žmones. Valdžios institucijų teigimu, žuvo mažiausiai penki žmonės, o daugelis buvo sužeisti."},
	{"fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette mais ont comme ou été deux était être aux ses fait leur même elle ans après aussi si entre sans tout nous vous dont je contre encore depuis sous peut bien où ces selon avait ils avoir tous très faire c'est d'un d'une l'on qu'il qu'elle n'est s'est j'ai alors avant non chez car lors puis pendant jusqu'à votre notre",
		"Le président a déclaré jeudi que les négociations allaient se poursuivre la semaine prochaine. La police a arrêté trois personnes après l'attaque. Selon les autorités, au moins cinq personnes ont été tuées et de nombreuses autres blessées. Le gouvernement souhaite discuter de nouvelles mesures avec l'opposition. C'est une étape importante pour le pays, a-t-il expliqué à la presse. Voici comment préparer cette recette à la maison."},
	{"es", "de la que el en y a los del se las por un para con no una su al es lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora otro después te otros contra durante según dijo esto ante quien tras hoy día cada e gobierno",
		"El presidente dijo el jueves que las negociaciones continuarán la próxima semana. La policía detuvo a tres personas después del ataque. Según las autoridades, al menos cinco personas murieron y muchas resultaron heridas. El gobierno quiere discutir nuevas medidas con la oposición. Es un paso importante para el país, señaló ante la prensa. Además, los vecinos exigieron una solución más rápida."},
	{"pt", "de a que e o do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos elas qual nós lhe foi são está tem ser ter há anos disse segundo sobre contra ainda durante após pode ano este esta dois onde",
		"O presidente disse na quinta-feira que as negociações vão continuar na próxima semana. A polícia deteve três pessoas depois do ataque. Segundo as autoridades, pelo menos cinco pessoas morreram e muitas ficaram feridas. O governo quer discutir novas medidas com a oposição. É um passo importante para o país, afirmou à imprensa. Além disso, os moradores não têm opções."},
	{"it", "di e il la che in a per è un del con non una i le si da dei al della nel ha come sono più anche gli alla lo ma dal se delle su o ed nella ai suo questo anni dalla ad loro sua quando essere due stato tra era dopo alle hanno solo fatto prima contro cui tutti sul molto senza ancora così perché questa quello già mentre dell'anno l'ha c'è dell nell all dall sull un' secondo detto stati quindi sulla",
		"Il presidente ha detto giovedì che i negoziati continueranno la prossima settimana. La polizia ha arrestato tre persone dopo l'attacco. Secondo le autorità, almeno cinque persone sono state uccise e molte altre ferite. Il governo vuole discutere nuove misure con l'opposizione. È un passo importante per il paese, ha spiegato ai giornalisti. Gli abitanti chiedono una soluzione più rapida."},
	{"ro", "și de în a la cu că pe o nu din care un este pentru mai au să ca sunt sau prin după dar fost am se ce fi cel lui ale al cum când acest această foarte doar până între lor despre fără era toate ei poate ani dintre va astfel spus a fost iar către unor",
		"Președintele a declarat joi că negocierile vor continua săptămâna viitoare. Poliția a reținut trei persoane după atac. Potrivit autorităților, cel puțin cinci persoane au fost ucise și multe altele rănite. Guvernul vrea să discute noi măsuri cu opoziția."},
	{"ca", "de la i el que a en l els les per un una amb del és no dels al com més va ha aquest es o seva seu però són aquesta també molt entre ser han fer quan des fins sobre sense perquè ja on tot anys està havia hi segons dos pot així el·l ens",
		"El president va dir dijous que les negociacions continuaran la setmana que ve. La policia va detenir tres persones després de l'atac. Segons les autoritats, almenys cinc persones van morir i moltes van resultar ferides."},
	{"pl", "w i na z się nie do to że jest o a jak po od za przez ale przy tego co oraz dla już są tym był tylko ma jego może ich by być czy które było która jej bardzo także który też roku jednak lub pod przed będzie ze tak można gdy nad został między bez żeby niż kiedy gdzie tej powiedział między wszystkie mnie mi ja ty my wy oni im",
		"Prezydent powiedział w czwartek, że negocjacje będą kontynuowane w przyszłym tygodniu. Policja zatrzymała trzy osoby po ataku. Według władz zginęło co najmniej pięć osób, a wiele zostało rannych. Rząd chce omówić nowe środki z opozycją. To ważny krok dla kraju, podkreślił w rozmowie z dziennikarzami. Książka, którą można kupić w każdej księgarni."},
	{"cs", "a v se na je že to z s o i do jako ve pro za by ale po podle jsou který od k už které jeho tak roku byl která aby co před také bude však jen při nebo bylo jsem než této další své až může mezi další proti uvedl má když si není kteří své bez ještě",
		"Prezident ve čtvrtek řekl, že jednání budou pokračovat příští týden. Policie po útoku zadržela tři osoby. Podle úřadů bylo zabito nejméně pět lidí a mnoho dalších bylo zraněno. Vláda chce s opozicí projednat nová opatření. Příliš žluťoučký kůň."},
	{"sk", "a v sa na je že to z s o aj do ako vo pre za by ale po podľa sú ktorý od k už ktoré jeho tak roku bol ktorá aby čo pred tiež bude však len pri alebo bolo som než tejto ďalšie svoje až môže medzi proti uviedol má keď si nie ktorí bez ešte",
		"Prezident vo štvrtok povedal, že rokovania budú pokračovať budúci týždeň. Polícia po útoku zadržala tri osoby. Podľa úradov bolo zabitých najmenej päť ľudí a mnoho ďalších bolo zranených. Vláda chce s opozíciou prerokovať nové opatrenia."},
	{"sl", "in je v na se da za so ki po z bi s pa ne o kot tudi pri od do ali iz ter še le ni lahko kar če bo več leta med tako ko bil zaradi bila že jih kako proti ker samo pred dejal vse po njegov",
		"Predsednik je v četrtek dejal, da se bodo pogajanja nadaljevala prihodnji teden. Policija je po napadu prijela tri osebe. Po navedbah oblasti je bilo ubitih najmanj pet ljudi, številni pa so bili ranjeni."},
	{"hr", "i u je se na da za od su s koji što o kao a ne iz to do bi nije će po te sve ili koja samo još ali više kako bio godine između prije zbog tako dok koje ako bez već rekao kazao kod nakon bila prema što gdje uz svoje njegov može tijekom",
		"Predsjednik je u četvrtak rekao da će se pregovori nastaviti idući tjedan. Policija je nakon napada uhitila tri osobe. Prema navodima vlasti, ubijeno je najmanje pet ljudi, a mnogi su ozlijeđeni. Vlada želi s oporbom raspraviti nove mjere."},
	{"hu", "a az és hogy nem is egy ez volt de meg csak van már mint ha el még azt kell ki szerint után lehet vagy majd ezt minden olyan be között ő pedig mert ami aki nagyon fel most akkor én több sem így vele nincs lesz amely magyar mondta illetve során ezért",
		"Az elnök csütörtökön azt mondta, hogy a tárgyalások jövő héten folytatódnak. A rendőrség három embert vett őrizetbe a támadás után. A hatóságok szerint legalább öten meghaltak, és sokan megsebesültek. A kormány új intézkedésekről kíván egyeztetni az ellenzékkel."},
	{"tr", "ve bir bu da de için ile olarak çok daha olan gibi kadar en sonra ne ancak var olduğunu ise o her ama değil mi türkiye şekilde yeni büyük göre iki dedi önce tarafından diye ya veya karşı hem şu bunu olduğu etti ki nasıl oldu yok ben sen biz onlar üzerinde üzere arasında",
		"Cumhurbaşkanı perşembe günü müzakerelerin gelecek hafta devam edeceğini söyledi. Polis saldırının ardından üç kişiyi gözaltına aldı. Yetkililere göre en az beş kişi öldü, çok sayıda kişi yaralandı. Hükümet muhalefetle yeni önlemleri görüşmek istiyor."},
	{"az", "və bir bu ki da də üçün ilə olan daha çox olaraq o edib deyib görə sonra isə hər amma deyil ölkə il bildirib onun kimi olub həm edən tərəfindən üzrə bütün mən",
		"Prezident cümə axşamı bildirib ki, danışıqlar gələn həftə davam edəcək. Polis hücumdan sonra üç nəfəri saxlayıb. Rəsmilərin sözlərinə görə, ən azı beş nəfər həlak olub, çoxlu yaralı var."},
	{"id", "yang dan di ini itu dengan untuk dari dalam tidak akan pada juga adalah oleh ke karena bisa ada para mereka telah sudah kata saat lebih sebagai atau bahwa kami tersebut dia kepada belum saya hanya setelah orang tahun kita namun seperti masih menjadi anda antara secara lalu satu dua jika sangat banyak hari",
		"Presiden mengatakan pada hari Kamis bahwa perundingan akan dilanjutkan pekan depan. Polisi menangkap tiga orang setelah serangan itu. Menurut pihak berwenang, sedikitnya lima orang tewas dan banyak yang terluka. Pemerintah ingin membahas langkah baru dengan oposisi."},
	{"vi", "và của là có cho không được trong một những với các người đã này để khi đến từ về như ra cũng nhiều tại vào năm theo trên sau bị đó sẽ nhưng việc làm phải đang hai lại còn thì ông tôi nước nói ngày rằng hơn chỉ do bà cùng",
		"Tổng thống nói hôm thứ Năm rằng các cuộc đàm phán sẽ tiếp tục vào tuần tới. Cảnh sát đã bắt ba người sau vụ tấn công. Theo nhà chức trách, ít nhất năm người thiệt mạng và nhiều người bị thương. Chính phủ muốn thảo luận các biện pháp mới với phe đối lập."},
	{"tl", "ang ng sa na mga at ay si ni para ito kay hindi may niya ko ako siya kung pa lang din rin po nang isang mula dahil naman kanyang ayon nito pero sila ka mo ating kanilang bago",
		"Sinabi ng pangulo noong Huwebes na magpapatuloy ang pag-uusap sa susunod na linggo. Inaresto ng pulisya ang tatlong tao matapos ang pag-atake. Ayon sa mga awtoridad, hindi bababa sa lima ang namatay."},
	{"sw", "na ya wa kwa ni katika la za kuwa hii cha huo hiyo baada ili kama vya pia hayo watu huyo yake au lakini mwaka wake siku rais nchi kutoka zaidi hao yao sana bila kila alisema amesema",
		"Rais alisema siku ya Alhamisi kwamba mazungumzo yataendelea wiki ijayo. Polisi waliwakamata watu watatu baada ya shambulio hilo. Kwa mujibu wa maafisa, watu wasiopungua watano waliuawa na wengi kujeruhiwa."},
	{"sq", "e të në dhe i për me një që nga u është ka më si nuk do se por ai kanë këtë tij kjo ishte edhe janë pas ky tha duke saj deri mund ndaj gjatë ose mes vetëm kur",
		"Presidenti tha të enjten se bisedimet do të vazhdojnë javën e ardhshme. Policia arrestoi tre persona pas sulmit. Sipas autoriteteve, të paktën pesë persona u vranë dhe shumë u plagosën."},
	{"eu", "eta da du ez bat dute izan egin dira zen ere baina hori bere zuen dela edo hau baino dago den duen egiten behar zuten oso beste gure esan urte",
		"Lehendakariak ostegunean esan zuen negoziazioek datorren astean jarraituko dutela. Poliziak hiru pertsona atxilotu zituen erasoaren ondoren. Agintarien arabera, gutxienez bost lagun hil ziren."},
	{"so", "oo ka ku iyo ah in uu waa ayaa si la ay kale isaga waxa waxaa inay sheegay dalka madaxweynaha soo u kala badan laga wuxuu ayuu marka aan loo",
		"Madaxweynuhu wuxuu sheegay Khamiistii in wadahadallada ay sii socon doonaan toddobaadka soo socda. Booliisku waxay xireen saddex qof weerarka ka dib."},
	{"la", "et in est non ad ut cum quod qui ex sed si quae per ab sunt esse de aut etiam eius quam hoc nec enim ac atque autem pro sit quo dolor ipsum",
		"Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Gallia est omnis divisa in partes tres."},
}

// cyrillicSamples are the languages in Cyrillic script.
var cyrillicSamples = []sample{
	{"ru", "в и не на что с он по это как но к у из за от так о же для его было бы был до мы я все она они при уже или если может также только после время году были ее их есть еще где когда будет чтобы который которые которая этого между со под без этом сказал лет во даже быть сейчас более",
		"Президент заявил в четверг, что переговоры продолжатся на следующей неделе. Полиция задержала трёх человек после нападения. По данным властей, погибли не менее пяти человек, многие ранены. Правительство хочет обсудить новые меры с оппозицией."},
	{"uk", "і в на у що з не та до за про як його це від він для й але є по також які був щоб якщо ще було після або вже їх який при під час року між буде тільки ми я вона вони є усі її цього через де коли має можна були яка зі повідомив",
		"Президент заявив у четвер, що переговори продовжаться наступного тижня. Поліція затримала трьох людей після нападу. За даними влади, загинули щонайменше п'ятеро людей, багато поранених. Уряд хоче обговорити нові заходи з опозицією."},
	{"be", "і ў на не з што да у ён па як гэта за для яго ад але ці пра таксама быў было якія ужо пры або каб яны пасля таму яна мы ёсць яшчэ якая годзе",
		"Прэзідэнт заявіў у чацвер, што перамовы працягнуцца на наступным тыдні. Міліцыя затрымала трох чалавек пасля нападу. Паводле ўладаў, загінулі не менш за пяць чалавек."},
	{"bg", "на и в за да от се с е не по са че ще до като което който при но си след която или през му които бе беше още има това той те само може също между към ли без обаче година",
		"Президентът заяви в четвъртък, че преговорите ще продължат следващата седмица. Полицията задържа трима души след нападението. Според властите най-малко петима души са загинали, а много са ранени."},
	{"sr", "и у је да се на за од су са који што као а не из о то до би није ће по све или која само још али више како био године између пре због тако док које ако без већ рекао након била према где уз може",
		"Председник је у четвртак рекао да ће се преговори наставити следеће недеље. Полиција је након напада ухапсила три особе. Према наводима власти, убијено је најмање пет људи, а многи су рањени."},
	{"mk", "на и во да за од се со не е го по ќе што ги како но до или тоа кој беше сите при само која кои уште според бил имаат ја му има сум може меѓу оваа",
		"Претседателот изјави во четвртокот дека преговорите ќе продолжат следната недела. Полицијата приведе тројца по нападот. Според властите, загинаа најмалку пет лица."},
	{"kk", "және мен бұл үшін деп болып бар да бір қазақстан ол екі осы жаңа кейін туралы оның деді бойынша дейін ма емес сол болды жылы олар",
		"Президент бейсенбіде келіссөздер келесі аптада жалғасады деп мәлімдеді. Полиция шабуылдан кейін үш адамды ұстады."},
	{"mn", "нь байна бол гэж юм энэ тус хийх болон дээр мөн байгаа нэг үед байсан болно хамт түүний гэсэн улсын",
		"Ерөнхийлөгч пүрэв гарагт хэлэлцээр ирэх долоо хоногт үргэлжилнэ гэж мэдэгдлээ."},
	{"tg", "ва дар аз ба ки бо барои ин он ҳам аст буд шуд соли тоҷикистон мегӯяд онҳо худ то карда",
		"Президент рӯзи панҷшанбе гуфт, ки музокирот ҳафтаи оянда идома меёбад."},
}

// arabicSamples are the languages in Arabic script.
var arabicSamples = []sample{
	{"ar", "في من على أن إلى عن التي الذي مع هذا هذه ما لا كان بعد قال كما لم بين كل وقد ذلك قد أو حيث هو هي أي عند خلال ضد منذ عام إن بن ثم حتى غير قبل وقال كانت يوم لكن وأن أكثر",
		"قال الرئيس يوم الخميس إن المفاوضات ستستمر الأسبوع المقبل. واعتقلت الشرطة ثلاثة أشخاص بعد الهجوم. وبحسب السلطات، قتل خمسة أشخاص على الأقل وأصيب كثيرون بجروح."},
	{"fa", "و در به از که این را با است برای آن یک شده بر تا کرد می خود بود هم های او ما شد پس گفت اما دیگر هر پیش نیز سال چه کند اگر باید وی باشد کرده پر ای من دو شود",
		"رئیس جمهور روز پنجشنبه گفت که مذاکرات هفته آینده ادامه خواهد یافت. پلیس پس از حمله سه نفر را بازداشت کرد. به گفته مقامات، دست کم پنج نفر کشته و شماری زخمی شدند."},
	{"ur", "کے کی میں سے ہے کا اور کو نے پر کہ ہیں بھی یہ اس تھا جو ایک کر لیے نہیں ہو گیا بعد وہ تو تک ہوئے کیا ان اپنے تھے دیا رہا کہا جا ہی گے والے اگر",
		"صدر نے جمعرات کو کہا کہ مذاکرات اگلے ہفتے جاری رہیں گے۔ پولیس نے حملے کے بعد تین افراد کو گرفتار کر لیا۔ حکام کے مطابق کم از کم پانچ افراد ہلاک اور متعدد زخمی ہوئے۔"},
	{"ps", "په او د چې له کې دی ته یې هم نه و کړي سره دا شوي یو کړ ده خو وي پر شوی ډېر څخه نو ویلي افغانستان",
		"ولسمشر د پنجشنبې په ورځ وویل چې خبرې به راتلونکې اونۍ دوام ومومي. پولیسو له برید وروسته درې کسان ونیول."},
	{"ckb", "لە و بە کە بۆ ئەم ئەو لەگەڵ هەر کرد دوای یان نەک ئێمە هەیە ساڵی وەک سەر ئەوە پێش",
		"سەرۆک ڕۆژی پێنجشەممە ڕایگەیاند کە گفتوگۆکان هەفتەی داهاتوو بەردەوام دەبن."},
	{"ug", "ۋە بىر بۇ بىلەن ئۈچۈن دەپ بولغان ئۇ ھەم قىلىش كېيىن ئىدى دېدى",
		"پرېزىدېنت پەيشەنبە كۈنى سۆھبەتنىڭ كېلەر ھەپتە داۋاملىشىدىغانلىقىنى ئېيتتى."},
}

// devanagariSamples are the languages in Devanagari script.
var devanagariSamples = []sample{
	{"hi", "के में की है से का को और ने पर कि हैं भी यह इस था एक कर लिए नहीं हो गया बाद वह तो तक हुए किया जो अपने थे दिया रहा कहा जा ही वाले या साथ",
		"राष्ट्रपति ने गुरुवार को कहा कि बातचीत अगले सप्ताह जारी रहेगी। पुलिस ने हमले के बाद तीन लोगों को गिरफ्तार किया।"},
	{"mr", "आहे या आणि व नाही आहेत हे तर ते असे होते केली हा ही पण करण्यात काय केले एक केला अशी मात्र त्यांनी सुरू होती त्या झाले",
		"राष्ट्रपतींनी गुरुवारी सांगितले की चर्चा पुढील आठवड्यात सुरू राहील. पोलिसांनी हल्ल्यानंतर तीन जणांना अटक केली."},
	{"ne", "छ र को मा ले पनि भने गर्ने एक हो यो भएको नेपाल छन् थियो गरेको तथा लागि सहित त्यो उनले हुने नै भएका गरी",
		"राष्ट्रपतिले बिहीबार वार्ता अर्को हप्ता जारी रहने बताए। प्रहरीले आक्रमणपछि तीन जनालाई पक्राउ गर्‍यो।"},
}

// hebrewSamples are the languages in Hebrew script.
var hebrewSamples = []sample{
	{"he", "של את על לא הוא כי עם זה גם היא אל או אם כל אבל יותר בין היה רק הם אני מה אחרי לפי כדי אמר עד יש אין שלא הזה", "הנשיא אמר ביום חמישי כי השיחות יימשכו בשבוע הבא. המשטרה עצרה שלושה בני אדם לאחר התקיפה."},
	{"yi", "פון די און אין איז דער צו מיט דאס האט נישט אויף ער זיך אז מען וואס א זיי האבן וועגן", "דער פרעזידענט האט געזאגט אז די פארהאנדלונגען וועלן אנגיין די קומענדיקע וואך."},
}
