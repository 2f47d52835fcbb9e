package text

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ want, in string }{
		{"", ""}, {"", "12.5 % — 2024"},
		{"en", "The minister left Ankara without a deal."},
		{"en", "Kyiv says it shot down nine drones overnight"},
		{"en", "Ceasefire talks stall"},
		{"en", "Kenya criticised Uganda."},
		{"en", "Peru's Castillo visits Bolivia"},
		{"en", "Israel bombs Gaza"},
		{"es", "El presidente visita Bolivia"},
		{"de", "Regierung weist Vorwürfe zurück"},
		{"en", "Oil exports fall again as tanker crews walk out"},
		{"en", "Angela Merkel met Emmanuel Macron in Bad Ischl, where both governments want a quick deal."},
		{"de", "Die Außenministerin reist am Montag nach Paris und trifft dort ihren Kollegen."},
		{"de", "Wetter: Regen im Süden, sonnig im Norden"},
		{"nl", "De regering wil de grens met het buurland niet sluiten."},
		{"fr", "Le ministre des Affaires étrangères se rend lundi à Berlin pour rencontrer son homologue."},
		{"es", "El ministro de Exteriores viajará el lunes a Berlín para reunirse con su homólogo."},
		{"pt", "O ministro das Relações Exteriores viaja na segunda-feira a Berlim e não falou com a imprensa."},
		{"it", "Il ministro degli Esteri è arrivato lunedì a Berlino per incontrare il suo collega."},
		{"pl", "Minister spraw zagranicznych jedzie w poniedziałek do Berlina, żeby spotkać się z kolegą."},
		{"cs", "Ministr zahraničí jede v pondělí do Berlína, kde se setká se svým protějškem."},
		{"sv", "Utrikesministern reser på måndag till Berlin för att träffa sin kollega."},
		{"fi", "Ulkoministeri matkustaa maanantaina Berliiniin ja tapaa siellä kollegansa."},
		{"hu", "A külügyminiszter hétfőn Berlinbe utazik, és ott találkozik kollégájával."},
		{"ro", "Ministrul de externe merge luni la Berlin pentru a se întâlni cu omologul său."},
		{"tr", "Dışişleri Bakanı pazartesi günü Berlin'e giderek mevkidaşıyla görüşecek."},
		{"id", "Menteri luar negeri akan pergi ke Berlin pada hari Senin untuk bertemu dengan rekannya."},
		{"vi", "Bộ trưởng Ngoại giao sẽ đến Berlin vào thứ Hai để gặp người đồng cấp."},
		{"ru", "Министр иностранных дел в понедельник приедет в Берлин, чтобы встретиться с коллегой."},
		{"uk", "Міністр закордонних справ у понеділок приїде до Берліна, щоб зустрітися з колегою."},
		{"bg", "Министърът на външните работи ще пристигне в понеделник в Берлин."},
		{"ar", "وصل وزير الخارجية إلى برلين يوم الاثنين للقاء نظيره"},
		{"fa", "وزیر خارجه روز دوشنبه برای دیدار با همتای خود به برلین می‌رود"},
		{"he", "שר החוץ ייסע ביום שני לברלין כדי לפגוש את עמיתו"},
		{"hi", "विदेश मंत्री सोमवार को बर्लिन जाएंगे और अपने समकक्ष से मिलेंगे"},
		{"zh", "外交部长星期一前往柏林会见德国同行"}, {"ja", "外務大臣は月曜日にベルリンを訪れ、ドイツの外相と会談する"},
		{"ko", "외교부 장관은 월요일에 베를린을 방문한다"}, {"el", "Ο υπουργός Εξωτερικών φτάνει στο Βερολίνο"},
		{"th", "รัฐมนตรีต่างประเทศเดินทางถึงเบอร์ลิน"}, {"ka", "საგარეო საქმეთა მინისტრი ბერლინში ჩავიდა"},
	} {
		if got := Language(c.in); got != c.want {
			t.Errorf("Language(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzLanguage(f *testing.F) {
	f.Add("The minister left.")
	f.Add("\xff\u200c''’ א")
	f.Fuzz(func(t *testing.T, s string) {
		if a, b := Language(s), Language(s); a != b || len(a) > 3 {
			t.Fatalf("Language(%q) = %q, then %q", s, a, b)
		}
	})
}

func BenchmarkLanguage(b *testing.B) {
	for name, s := range map[string]string{
		"english": strings.Repeat("The minister left Ankara on Sunday without a deal, his spokesman said. ", 40),
		"russian": strings.Repeat("Министр в воскресенье покинул Анкару, не заключив соглашения. ", 40),
		"short":   "Ceasefire talks stall",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Language(s)
			}
		})
	}
}
