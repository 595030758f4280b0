//! The cues in further languages, one language after the other. What a phrase of the first list says already is not said again.
mod deeds;

use crate::structure::cues::Cue;
use Cue::{Accepted, Badge, Button, Counter, End, Expand, Navigation, Profile, Tally};
pub(crate) use deeds::VERBS;

/// Whole-line phrases.
pub(crate) const PHRASES: &[(Cue, &str)] = &[
    // Swedish.
    (
        Button,
        "svara|citera|gilla|dela|anmäl|rapportera|redigera|följ|skriv ut|kommentera|lägg till en kommentar|visa fler|visa mer|visa fler kommentarer|visa svar|visa # svar|dölj svar|läs mer|spara|kopiera länk|gå till inlägget|länk till inlägg|anmäl inlägg|tacka|hjälpsam|var detta till hjälp|förbättra den här frågan|förbättra det här svaret|skicka meddelande|ställ en fråga|skriv ett svar|översätt|markera som lösning|till toppen",
    ),
    (
        Counter,
        "# visningar|# kommentarer|# gillar|# inlägg|# svar och # kommentarer|visad # gånger|# delningar|# följare|kommentarer #|visningar #",
    ),
    (Tally, "# röster|# röst|# poäng"),
    (Accepted, "bästa svaret|bästa svar|accepterat svar|godkänt svar|löst|markerat som lösning|lösning"),
    (
        Badge,
        "medlem|ny medlem|aktiv medlem|gäst|trådstartare|trådskapare|moderator|administratör|användare|frågeställare|veteran",
    ),
    (
        Profile,
        "blev medlem|medlem sedan|gick med|registrerad|reg.datum|reg|inlägg|antal inlägg|ort|plats|ålder|gillanden|tack|trofépoäng|reaktionspoäng",
    ),
    (
        Navigation,
        "föregående|nästa|sida # av #|logga in|registrera|sök|sortera efter|äldsta först|nyaste först|senaste|startsida|annons|bästa först|alla kommentarer",
    ),
    (
        End,
        "liknande trådar|relaterade ämnen|föreslagna ämnen|relaterade trådar|liknande frågor|relaterade frågor|ditt svar|lämna en kommentar|skriv en kommentar|lämna ett svar|du måste logga in eller registrera dig för att svara här|läs även|relaterade artiklar",
    ),
    (Expand, "klicka för att expandera|klicka för att utvidga"),
    // Danish and Norwegian.
    (
        Button,
        "svar|besvar|citer|citér|siter|synes godt om|like godt|liker|lik|del|anmeld|anmeld indlæg|rapporter|rapportér|rediger|redigér|følg|udskriv|skriv ut|kommenter|kommentér|tilføj en kommentar|tilføj kommentar|legg til en kommentar|legg til kommentar|vis mere|vis mer|vis flere|vis flere kommentarer|vis svar|vis # svar|skjul svar|læs mere|les mer|gem|lagre|kopier link|kopier lenke|link til indlæg|lenke til innlegg|nyttig|var dette nyttigt|var dette nyttig|var dette til hjælp|til toppen|stil et spørgsmål|still et spørsmål|skriv et svar|send besked|send melding|oversæt|oversett",
    ),
    (
        Counter,
        "# visninger|# kommentarer|# indlæg|# innlegg|# synes godt om|# liker|vist # gange|vist # ganger|# delinger|# følgere|visninger #",
    ),
    (Tally, "# stemmer|# stemme|# point|# poeng"),
    (
        Accepted,
        "bedste svar|beste svar|accepteret svar|godkendt svar|godkjent svar|løst|løsning|markeret som løsning|markert som løsning",
    ),
    (Badge, "nyt medlem|nytt medlem|aktivt medlem|gæst|gjest|trådstarter|bruger|bruker|spørger|redaktør"),
    (
        Profile,
        "medlem siden|ble medlem|tilmeldt|oprettet|registrert|indlæg|innlegg|antal indlæg|antall innlegg|sted|bopæl|bosted|alder|synes godt om modtaget",
    ),
    (
        Navigation,
        "forrige|næste|neste|side # af #|side # av #|log ind|logg inn|opret|registrer|søg|søk|sorter efter|sorter etter|ældste først|eldste først|nyeste først|annonce|annonse|forside|hjem|alle kommentarer",
    ),
    (
        End,
        "lignende tråde|relaterede emner|relaterte emner|foreslåede emner|foreslåtte emner|lignende tråder|lignende spørgsmål|lignende spørsmål|relaterede spørgsmål|relaterte spørsmål|dit svar|ditt svar|skriv en kommentar|skriv et svar|legg igjen en kommentar|læs også|les også|du skal logge ind for at svare|du må logge inn for å svare",
    ),
    (Expand, "klik for at udvide|klikk for å utvide"),
    // Finnish.
    (
        Button,
        "vastaa|lainaa|tykkää|tykkään|jaa|ilmianna|ilmoita|ilmoita asiaton viesti|ilmoita asiattomasta viestistä|muokkaa|seuraa|tulosta|kommentoi|lisää kommentti|näytä lisää|näytä lisää kommentteja|näytä vastaukset|näytä # vastausta|piilota vastaukset|lue lisää|tallenna|kopioi linkki|kiitos|hyödyllinen|oliko tästä apua|sivun alkuun|kysy kysymys|kirjoita vastaus|lähetä viesti|käännä|äänestä",
    ),
    (
        Counter,
        "# katselukertaa|# katselua|# kommenttia|# kommentti|# tykkäystä|# tykkäys|# viestiä|# lukukertaa|# jakoa|# seuraajaa|kommentit #|katselut #",
    ),
    (Tally, "# ääntä|# ääni|# pistettä|# piste"),
    (Accepted, "paras vastaus|hyväksytty vastaus|ratkaistu|ratkaisu|merkitty ratkaisuksi"),
    (
        Badge,
        "jäsen|uusi jäsen|aktiivinen jäsen|vieras|vierailija|aloittaja|ketjun aloittaja|ylläpitäjä|valvoja|moderaattori|käyttäjä|kysyjä|konkari",
    ),
    (
        Profile,
        "liittynyt|rekisteröitynyt|jäsen vuodesta|viestejä|viestit|paikkakunta|sijainti|sukupuoli|ikä|tykkäykset|kiitokset",
    ),
    (
        Navigation,
        "edellinen|seuraava|sivu #/#|sivu # / #|kirjaudu|kirjaudu sisään|rekisteröidy|haku|hae|järjestä|uusimmat ensin|vanhimmat ensin|etusivu|mainos|kaikki kommentit",
    ),
    (
        End,
        "samankaltaisia keskusteluja|aiheeseen liittyvät aiheet|ehdotetut aiheet|liittyvät aiheet|samankaltaiset ketjut|aiheeseen liittyvät kysymykset|samankaltaisia kysymyksiä|vastauksesi|kirjoita kommentti|jätä kommentti|sinun täytyy kirjautua sisään vastataksesi|lue myös",
    ),
    (Expand, "napsauta laajentaaksesi|klikkaa laajentaaksesi"),
    // Czech and Slovak.
    (
        Button,
        "odpovědět|odpovedať|citovat|citovať|to se mi líbí|páči sa mi to|líbí se mi|sdílet|zdieľať|nahlásit|nahlásiť|nahlásit příspěvek|upravit|upraviť|sledovat|sledovať|tisk|vytisknout|komentovat|komentovať|přidat komentář|pridať komentár|přidat odpověď|pridať odpoveď|zobrazit více|zobraziť viac|zobrazit odpovědi|zobraziť odpovede|zobrazit další komentáře|skrýt odpovědi|skryť odpovede|číst dál|čítať ďalej|celý článek|uložit|uložiť|kopírovat odkaz|kopírovať odkaz|odkaz na příspěvek|děkuji|poděkovat|poďakovať|užitečné|užitočné|bylo to užitečné|pomohlo vám to|nahoru|hore|reagovat|reagovať|položit otázku|položiť otázku|vylepšit odpověď|souhlasím|nesouhlasím|poslat zprávu|přeložit",
    ),
    (
        Counter,
        "# zobrazení|# zobrazenia|# komentářů|# komentáře|# komentář|# komentárov|# komentáre|# komentár|# příspěvků|# příspěvky|# príspevkov|# reakcí|# reakce|# sdílení|# zhlédnutí|zobrazeno #x|zobrazení #|# přečtení|# sledujících",
    ),
    (Tally, "# hlasů|# hlasy|# hlas|# hlasov|# bodů|# body|# bod|# bodov"),
    (
        Accepted,
        "nejlepší odpověď|najlepšia odpoveď|přijatá odpověď|prijatá odpoveď|vyřešeno|vyriešené|řešení|riešenie|označeno jako řešení",
    ),
    (
        Badge,
        "člen|nový člen|aktivní člen|aktívny člen|host|hosť|uživatel|používateľ|moderátor|administrátor|správce|autor tématu|zakladatel tématu|tazatel|nováček|redaktor|neregistrovaný|návštěvník|návštevník",
    ),
    (
        Profile,
        "registrován|registrovaný|registrace|registrácia|založen|příspěvky|příspěvků|príspevky|príspevkov|bydliště|místo|mesto|město|pohlaví|pohlavie|věk|vek|reputace|členem od|člen od",
    ),
    (
        Navigation,
        "předchozí|predchádzajúce|další|ďalšie|strana # z #|stránka # z #|přihlásit se|přihlásit|prihlásiť sa|registrovat|registrovať sa|hledat|hľadať|řadit podle|zoradiť podľa|nejnovější|najnovšie|nejstarší|najstaršie|nejlepší|domů|domov|úvod|reklama|všechny komentáře",
    ),
    (
        End,
        "podobná témata|související témata|doporučená témata|súvisiace témy|podobné otázky|související otázky|súvisiace otázky|podobné témy|vaše odpověď|vaša odpoveď|přidejte komentář|napsat komentář|napísať komentár|vložit komentář|pro psaní komentářů se přihlaste|mohlo by vás zajímat|související články|přečtěte si také",
    ),
    (Expand, "kliknutím rozbalíte|klepnutím rozbalíte"),
    // Hungarian.
    (
        Button,
        "válasz|válaszol|válaszolok|válasz erre|idéz|idézés|idézet|tetszik|megosztás|megosztom|jelentés|jelentem|bejelentés|moderálás kérése|szerkesztés|követés|nyomtatás|hozzászólás|hozzászólok|hozzászólás írása|hozzászólás hozzáadása|továbbiak megjelenítése|több megjelenítése|válaszok megjelenítése|# válasz megtekintése|válaszok elrejtése|tovább|tovább olvasom|mentés|link másolása|köszönöm|hasznos|hasznos számodra ez a válasz|hasznos volt|lap tetejére|kérdezek|kérdezz|választ írok|üzenet küldése|fordítás megtekintése",
    ),
    (
        Counter,
        "# megtekintés|# hozzászólás|# komment|# kedvelés|# megosztás|# követő|megtekintések #|hozzászólások #|# alkalommal olvasták",
    ),
    (Tally, "# szavazat|# pont"),
    (Accepted, "legjobb válasz|elfogadott válasz|a kérdező szerint hasznos válasz|megoldva|megoldás"),
    (Badge, "tag|új tag|aktív tag|vendég|témaindító|moderátor|adminisztrátor|felhasználó|kérdező|szerkesztő|törzstag|válaszadó"),
    (
        Profile,
        "csatlakozott|regisztrált|regisztráció|hozzászólások|hozzászólásai|üzenetek|hely|tartózkodási hely|lakhely|életkor|tetszések",
    ),
    (
        Navigation,
        "előző|következő|#. oldal|# / # oldal|belépés|bejelentkezés|regisztráció|keresés|rendezés|legújabb|legrégebbi|legújabb elöl|főoldal|hirdetés|összes hozzászólás",
    ),
    (
        End,
        "hasonló témák|javasolt témák|kapcsolódó témák|hasonló kérdések|kapcsolódó kérdések|a te válaszod|szólj hozzá|hozzászólás írásához be kell jelentkezni|kapcsolódó cikkek|olvasd el ezt is",
    ),
    (Expand, "kattints a kibontáshoz|kattints ide a teljes megjelenítéshez"),
    // Romanian.
    (
        Button,
        "răspunde|răspundeți|citează|îmi place|distribuie|distribuiți|raportează|raportați|semnalează|editează|urmărește|printează|tipărește|comentează|adaugă un comentariu|adaugă comentariu|adaugă un răspuns|vezi mai mult|afișează mai mult|arată mai mult|afișează răspunsurile|vezi răspunsurile|vezi # răspunsuri|ascunde răspunsurile|citește mai mult|citește mai departe|salvează|copiază linkul|link către mesaj|mulțumesc|mulțumește|util|a fost util|sus|pune o întrebare|scrie un răspuns|trimite mesaj|vezi traducerea|votează",
    ),
    (
        Counter,
        "# vizualizări|# vizualizare|# comentarii|# comentariu|# aprecieri|# distribuiri|# mesaje|# urmăritori|vizualizări #|comentarii #|de # ori",
    ),
    (Tally, "# voturi|# vot|# puncte|# punct"),
    (Accepted, "cel mai bun răspuns|răspuns acceptat|rezolvat|soluție|marcat ca soluție"),
    (
        Badge,
        "membru|membru nou|membru activ|vizitator|musafir|inițiatorul subiectului|autorul subiectului|moderator|utilizator|autorul întrebării|veteran",
    ),
    (
        Profile,
        "înregistrat|membru din|membru de la|data înscrierii|mesaje|postări|locație|localitate|oraș|vârstă|aprecieri primite|înscris",
    ),
    (
        Navigation,
        "următor|următorul|următoarea|anterior|anteriorul|anterioara|pagina # din #|autentificare|conectare|înregistrare|caută|căutare|sortează după|cele mai noi|cele mai vechi|acasă|publicitate|toate comentariile",
    ),
    (
        End,
        "subiecte similare|subiecte sugerate|subiecte conexe|întrebări similare|întrebări conexe|răspunsul tău|lasă un comentariu|lasă un răspuns|scrie un comentariu|articole similare|citește și|trebuie să fii autentificat pentru a răspunde",
    ),
    (Expand, "faceți clic pentru a extinde|click pentru extindere"),
    // Bulgarian.
    (
        Button,
        "отговор|отговори|цитирай|цитат|харесва ми|харесвам|сподели|докладвай|редактирай|последвай|следвай|печат|коментирай|добави коментар|добави отговор|покажи още|виж още|покажи отговорите|виж отговорите|скрий отговорите|прочети още|запази|копирай връзката|благодаря|полезно|полезен ли беше отговорът|нагоре|задай въпрос|напиши отговор|изпрати съобщение|виж превода",
    ),
    (
        Counter,
        "# преглеждания|# показвания|# коментара|# коментар|# харесвания|# споделяния|# мнения|# мнение|# последователи|преглеждания #|коментари #",
    ),
    (Tally, "# гласа|# глас|# точки|# точка"),
    (Accepted, "най-добър отговор|приет отговор|избран отговор|решено"),
    (
        Badge,
        "член|нов член|активен член|гост|автор на темата|потребител|администратор|модератор|редактор|задал въпроса|напреднал",
    ),
    (
        Profile,
        "регистриран|регистриран на|член от|присъединил се|мнения|публикации|местоположение|град|пол|възраст|харесвания|точки",
    ),
    (
        Navigation,
        "предишна|следваща|напред|назад|страница # от #|вход|влез|регистрация|търсене|търси|подреди по|най-нови|най-стари|начало|реклама|всички коментари",
    ),
    (
        End,
        "подобни теми|свързани теми|вашият коментар|подобни въпроси|свързани въпроси|вашият отговор|твоят отговор|напиши коментар|остави коментар|добавете коментар|оставете отговор|свързани статии|прочетете още",
    ),
    (Expand, "щракнете за разгъване|натиснете за разширяване"),
    // Greek.
    (
        Button,
        "απάντηση|απάντησε|απαντήστε|παράθεση|μου αρέσει|κοινοποίηση|κοινή χρήση|αναφορά|επεξεργασία|ακολουθήστε|ακολούθησε|εκτύπωση|σχολίασε|προσθήκη σχολίου|προσθέστε σχόλιο|προβολή περισσότερων|εμφάνιση περισσότερων|δείτε περισσότερα|προβολή απαντήσεων|προβολή # απαντήσεων|απόκρυψη απαντήσεων|διαβάστε περισσότερα|αποθήκευση|αντιγραφή συνδέσμου|ευχαριστώ|χρήσιμο|ήταν χρήσιμο|κορυφή|στην κορυφή|κάντε μια ερώτηση|ρωτήστε|αποστολή μηνύματος|δείτε τη μετάφραση",
    ),
    (
        Counter,
        "# προβολές|# προβολή|# σχόλια|# σχόλιο|# μου αρέσει|# κοινοποιήσεις|# μηνύματα|# ακόλουθοι|προβολές #|σχόλια #|# δημοσιεύσεις",
    ),
    (Tally, "# ψήφοι|# ψήφος|# βαθμοί|# πόντοι"),
    (Accepted, "καλύτερη απάντηση|αποδεκτή απάντηση|επιλεγμένη απάντηση|λύση|λύθηκε"),
    (Badge, "μέλος|νέο μέλος|ενεργό μέλος|επισκέπτης|διαχειριστής|συντονιστής|χρήστης|δημιουργός θέματος|συντάκτης"),
    (Profile, "εγγραφή|εγγράφηκε|μέλος από|ημερομηνία εγγραφής|μηνύματα|δημοσιεύσεις|τοποθεσία|περιοχή|φύλο|ηλικία|πόντοι"),
    (
        Navigation,
        "προηγούμενη|προηγούμενο|επόμενη|επόμενο|σελίδα # από #|σύνδεση|εγγραφείτε|αναζήτηση|ταξινόμηση κατά|νεότερα|παλαιότερα|αρχική|διαφήμιση|όλα τα σχόλια",
    ),
    (
        End,
        "παρόμοια θέματα|σχετικά θέματα|προτεινόμενα θέματα|παρόμοιες ερωτήσεις|σχετικές ερωτήσεις|η απάντησή σας|αφήστε ένα σχόλιο|γράψτε ένα σχόλιο|σχετικά άρθρα|διαβάστε επίσης",
    ),
    (Expand, "κάντε κλικ για ανάπτυξη|πατήστε για επέκταση"),
    // Croatian, Serbian, Slovene.
    (
        Button,
        "odgovori|odgovor|odgovori na komentar|citiraj|citat|sviđa mi se|svidja mi se|všeč mi je|podijeli|podeli|deli|prijavi|prijavi komentar|uredi|izmeni|prati|sledi|ispiši|štampaj|natisni|komentiraj|komentariši|dodaj komentar|dodaj odgovor|prikaži više|prikaži još|prikaži više komentara|prikaži odgovore|pokaži odgovore|sakrij odgovore|skrij odgovore|pročitaj više|pročitaj još|preberi več|spremi|sačuvaj|shrani|kopiraj link|kopiraj povezavo|hvala|zahvali|korisno|koristno|je li ovo bilo korisno|na vrh|postavi pitanje|postavi vprašanje|pošalji poruku|одговори|цитирај|свиђа ми се|подели|пријави|измени|прати|коментариши|додај коментар|прикажи више|прикажи одговоре|сакриј одговоре|прочитај више|сачувај|хвала|на врх",
    ),
    (
        Counter,
        "# pregleda|# pregled|# ogledov|# komentara|# komentarjev|# sviđanja|# poruka|# objava|# dijeljenja|pregleda #|komentari #|# прегледа|# коментара|# порука",
    ),
    (Tally, "# glasova|# glasa|# glas|# glasov|# bodova|# poena|# točk|# гласова|# поена"),
    (
        Accepted,
        "najbolji odgovor|prihvaćen odgovor|prihvaćeni odgovor|najboljši odgovor|sprejet odgovor|riješeno|rešeno|rješenje|rešenje|rešitev|најбољи одговор|прихваћен одговор|решено",
    ),
    (
        Badge,
        "član|novi član|novi clan|aktivni član|aktivan član|gost|korisnik|uporabnik|začetnik teme|pokretač teme|autor teme|avtor teme|urednik|члан|нови члан|активан члан|гост|корисник|уредник",
    ),
    (
        Profile,
        "pridružen|pridružio|pridružio se|registriran|registrovan|registriran od|član od|postovi|postova|poruke|poruka|objave|lokacija|mjesto|mesto|grad|starost|sporočil|придружио се|регистрован|члан од|поруке|порука|локација|место",
    ),
    (
        Navigation,
        "prethodna|prethodno|prejšnja|sljedeća|sljedeće|sledeća|sledeće|naslednja|stranica # od #|strana # od #|stran # od #|prijava|prijavi se|registracija|registriraj se|traži|pretraga|iskanje|sortiraj po|poredaj po|najnovije|najstarije|najnovejši|početna|naslovnica|oglas|svi komentari|претходна|следећа|страна # од #|пријава|претрага|најновије|почетна",
    ),
    (
        End,
        "slične teme|povezane teme|predložene teme|slična pitanja|povezana pitanja|podobne teme|podobna vprašanja|vaš odgovor|tvoj odgovor|ostavi komentar|ostavite komentar|napiši komentar|napišite komentar|povezani članci|pročitajte još|сличне теме|слична питања|ваш одговор|остави коментар|оставите коментар",
    ),
    (Expand, "kliknite za proširenje|klikni za proširenje|кликните за проширење"),
    // Catalan.
    (
        Button,
        "respon|respondre|m'agrada|comparteix|denuncia|edita|segueix|imprimeix|comenta|afegeix un comentari|mostra'n més|mostra les respostes|amaga les respostes|llegeix més|desa|copia l'enllaç|gràcies|útil|amunt",
    ),
    (Counter, "# visualitzacions|# comentaris|# m'agrada|# missatges|comentaris #"),
    (Accepted, "millor resposta|resposta acceptada|resolt"),
    (Profile, "registrat|membre des de|missatges|ubicació|localitat"),
    (End, "preguntes relacionades|temes similars|la teva resposta|deixa un comentari|deixa una resposta"),
    // Vietnamese.
    (
        Button,
        "trả lời|phản hồi|trích dẫn|thích|chia sẻ|báo cáo|báo vi phạm|chỉnh sửa|sửa|theo dõi|bình luận|thêm bình luận|viết bình luận|xem thêm|xem thêm bình luận|xem câu trả lời|xem # câu trả lời|xem # phản hồi|ẩn phản hồi|đọc thêm|đọc tiếp|lưu|sao chép liên kết|cảm ơn|hữu ích|câu trả lời này có hữu ích không|lên đầu trang|đặt câu hỏi|viết câu trả lời|gửi tin nhắn|xem bản dịch|bình chọn",
    ),
    (
        Counter,
        "# lượt xem|# bình luận|# lượt thích|# thích|# phản hồi|# chia sẻ|# lượt chia sẻ|# bài viết|# người theo dõi|lượt xem #|bình luận #",
    ),
    (Tally, "# lượt bình chọn|# phiếu|# điểm"),
    (Accepted, "câu trả lời hay nhất|câu trả lời tốt nhất|câu trả lời được chấp nhận|đã giải quyết|giải pháp"),
    (
        Badge,
        "thành viên|thành viên mới|thành viên tích cực|khách|quản trị viên|điều hành viên|người dùng|chủ thớt|chủ đề bởi|tác giả|cựu thành viên",
    ),
    (
        Profile,
        "tham gia|tham gia ngày|ngày tham gia|gia nhập|bài viết|số bài viết|nơi ở|đến từ|địa điểm|giới tính|tuổi|điểm|được thích|cảm ơn nhận được",
    ),
    (
        Navigation,
        "trước|sau|tiếp|trang trước|trang sau|trang #|trang # của #|đăng nhập|đăng ký|tìm kiếm|sắp xếp theo|mới nhất|cũ nhất|phù hợp nhất|trang chủ|quảng cáo|tất cả bình luận",
    ),
    (
        End,
        "câu hỏi liên quan|câu hỏi tương tự|chủ đề tương tự|chủ đề liên quan|câu trả lời của bạn|để lại bình luận|viết bình luận của bạn|bài viết liên quan|bạn phải đăng nhập hoặc đăng ký để trả lời",
    ),
    (Expand, "bấm để mở rộng|nhấn để mở rộng"),
    // Indonesian and Malay.
    (
        Button,
        "balas|balasan|kutip|suka|menyukai|bagikan|kongsi|laporkan|lapor|ubah|sunting|ikuti|cetak|komentari|tambahkan komentar|tambah komentar|tulis komentar|lihat lainnya|tampilkan lebih banyak|lihat lebih banyak|lihat balasan|lihat # balasan|tampilkan balasan|sembunyikan balasan|baca selengkapnya|baca lebih lanjut|simpan|salin tautan|terima kasih|membantu|apakah jawaban ini membantu|ke atas|ajukan pertanyaan|tulis jawaban|kirim pesan|lihat terjemahan|jawab",
    ),
    (
        Counter,
        "# tayangan|# kali dilihat|# dilihat|# komentar|# suka|# balasan|# kali dibagikan|# bagikan|# postingan|# pengikut|dilihat #|dilihat # kali|komentar #",
    ),
    (Tally, "# suara|# poin"),
    (
        Accepted,
        "jawaban terbaik|jawaban terpilih|jawaban diterima|jawaban yang diterima|solusi|terpecahkan|jawaban terverifikasi",
    ),
    (Badge, "anggota|anggota baru|anggota aktif|tamu|pengguna|penanya|moderator|pembuat topik|penulis|ahli"),
    (
        Profile,
        "bergabung|bergabung sejak|terdaftar|tanggal bergabung|postingan|pesan|jumlah pesan|lokasi|kota|jenis kelamin|umur|poin|reputasi",
    ),
    (
        Navigation,
        "sebelumnya|berikutnya|selanjutnya|halaman # dari #|masuk|daftar|cari|pencarian|urutkan|urutkan menurut|terbaru|terlama|paling relevan|beranda|iklan|semua komentar",
    ),
    (
        End,
        "pertanyaan terkait|pertanyaan serupa|topik serupa|topik terkait|jawaban anda|tinggalkan komentar|tinggalkan balasan|tulis komentar anda|artikel terkait|baca juga|pertanyaan baru di",
    ),
    (Expand, "klik untuk memperluas|klik untuk membuka"),
    // Hebrew.
    (
        Button,
        "השב|הגב|ציטוט|צטט|אהבתי|שתף|שיתוף|דווח|דיווח|ערוך|עריכה|עקוב|הדפס|הוסף תגובה|הוספת תגובה|הצג עוד|הצג תגובות|הצג # תגובות|הסתר תגובות|קרא עוד|שמור|העתק קישור|תודה|מועיל|האם זה עזר|למעלה|שאל שאלה|כתוב תשובה|שלח הודעה|הצג תרגום",
    ),
    (Counter, "# צפיות|# תגובות|# לייקים|# שיתופים|# הודעות|# עוקבים|צפיות #|תגובות #"),
    (Tally, "# הצבעות|# נקודות"),
    (Accepted, "התשובה הטובה ביותר|תשובה נבחרת|תשובה שהתקבלה|נפתר|פתרון"),
    (Badge, "חבר|חבר חדש|חבר פעיל|אורח|מנהל|מנחה|משתמש|פותח הדיון|פותח השרשור|משתמש רשום"),
    (Profile, "הצטרף|הצטרף בתאריך|חבר מאז|הצטרפות|הודעות|פוסטים|מיקום|עיר|מין|גיל|נקודות|מספר הודעות"),
    (
        Navigation,
        "הקודם|הבא|עמוד # מתוך #|דף # מתוך #|התחבר|התחברות|הרשמה|חיפוש|מיין לפי|החדש ביותר|הישן ביותר|דף הבית|פרסומת|כל התגובות",
    ),
    (
        End,
        "שאלות דומות|נושאים קשורים|נושאים מוצעים|שאלות קשורות|נושאים דומים|התשובה שלך|השאר תגובה|כתיבת תגובה|כתבות קשורות|עליך להתחבר כדי להגיב",
    ),
    // Arabic and Persian, what is not there yet.
    (
        Button,
        "أجب|إجابة|رد على التعليق|طباعة الصفحة|إبلاغ عن مخالفة|عرض # ردود|عرض المزيد من التعليقات|اطرح سؤالا|شكرا|مفيدة|نسخ|پاسخ به|پاسخ دهید|نظر بدهید|افزودن نظر|مشاهده پاسخ‌ها|مشاهده بیشتر|بیشتر بخوانید|ادامه مطلب|کپی لینک|مفید بود|تشکر|پرسیدن سوال|گزارش تخلف|دنبال کردن|ارسال پاسخ|چاپ",
    ),
    (
        Counter,
        "# مشاهدات|# ردود|# رد|# مشاركات|# متابع|المشاهدات #|عدد المشاهدات #|الردود #|# پاسخ و # بازدید|# لایک|تعداد بازدید #|بازدید #|# نفر این را پسندیدند",
    ),
    (Accepted, "أفضل جواب|الإجابة الأفضل|تم الحل|الحل|بهترین جواب|پاسخ تایید شده|حل شد|پاسخ انتخاب شده"),
    (
        Badge,
        "زائر|مشرف عام|عضو نشيط|كاتب الموضوع|صاحب السؤال|المشرف|مدير|کاربر عادی|کاربر فعال|کاربر مهمان|مهمان|پرسشگر|مدیر کل|نویسنده",
    ),
    (
        Profile,
        "تاريخ الانضمام|انضم|انضم في|الموقع|المكان|عدد المشاركات|مشاركاته|الإعجابات المتلقاة|مكان الإقامة|عضویت|عضو شده|تاریخ ثبت نام|ارسال‌ها|تعداد ارسال|پیام‌ها|شهر|سن|جنسیت|امتیاز|تعداد پست",
    ),
    (
        Navigation,
        "التالي|السابق|صفحة # من #|تسجيل الدخول|تسجيل|بحث|ترتيب حسب|الأكثر تصويتا|الرئيسية|إعلان|كل التعليقات|قبلی|بعدی|صفحه # از #|ورود|ثبت نام|جستجو|مرتب سازی|قدیمی ترین|قدیمی‌ترین|جدیدترین‌ها|خانه|تبلیغات|همه نظرات",
    ),
    (
        End,
        "مواضيع مشابهة|مواضيع مقترحة|موضوعات مرتبط|مواضيع ذات صلة|إجابتك|أضف إجابتك|اكتب تعليقا|مقالات ذات صلة|اقرأ أيضا|موضوعات مشابه|سوالات مشابه|سوالات مرتبط|پاسخ شما|نظر خود را بنویسید|دیدگاه خود را بنویسید|مطالب مرتبط|برای ارسال پاسخ باید وارد شوید",
    ),
    (Expand, "انقر للتوسيع|اضغط للتوسيع|برای باز شدن کلیک کنید"),
    // Thai.
    (
        Button,
        "ตอบ|ตอบกลับ|ตอบกระทู้|อ้างอิง|อ้างถึง|ถูกใจ|แชร์|แบ่งปัน|รายงาน|แจ้งลบ|แก้ไข|ติดตาม|พิมพ์|แสดงความคิดเห็น|เพิ่มความคิดเห็น|ดูเพิ่มเติม|แสดงเพิ่มเติม|ดูการตอบกลับ|ดูการตอบกลับ # รายการ|ซ่อนการตอบกลับ|อ่านต่อ|อ่านเพิ่มเติม|บันทึก|คัดลอกลิงก์|ขอบคุณ|มีประโยชน์|ตั้งคำถาม|เขียนคำตอบ|ส่งข้อความ|ดูคำแปล|โหวต",
    ),
    (Counter, "# ครั้ง|# ความคิดเห็น|# ถูกใจ|# แชร์|# ตอบกลับ|# โพสต์|เข้าชม #|อ่าน #|ดู #|ความคิดเห็น #|เปิดอ่าน # ครั้ง"),
    (Tally, "# โหวต|# คะแนน"),
    (Accepted, "คำตอบที่ดีที่สุด|คำตอบที่ได้รับการยอมรับ|แก้ไขแล้ว"),
    (Badge, "สมาชิก|สมาชิกใหม่|ผู้เยี่ยมชม|ผู้ดูแลระบบ|ผู้ดูแล|เจ้าของกระทู้|ผู้ใช้"),
    (Profile, "เข้าร่วม|เข้าร่วมเมื่อ|สมัครเมื่อ|ลงทะเบียนเมื่อ|กระทู้|โพสต์|จำนวนโพสต์|ที่อยู่|จังหวัด|เพศ|อายุ|คะแนน"),
    (Navigation, "ก่อนหน้า|ถัดไป|หน้า # จาก #|เข้าสู่ระบบ|สมัครสมาชิก|ค้นหา|เรียงตาม|ใหม่สุด|เก่าสุด|หน้าแรก|โฆษณา|ความคิดเห็นทั้งหมด"),
    (End, "คำถามที่เกี่ยวข้อง|คำถามที่คล้ายกัน|กระทู้ที่เกี่ยวข้อง|หัวข้อที่คล้ายกัน|คำตอบของคุณ|แสดงความคิดเห็นของคุณ|บทความที่เกี่ยวข้อง"),
    // Korean, what is not there yet.
    (
        Button,
        "답변|댓글|답글 작성|답장|추천하기|비추천|공감하기|더 읽기|수정하기|삭제|삭제하기|쪽지|쪽지 보내기|맨 위로|답글 숨기기|댓글 더보기|이 답변이 도움이 되었나요|채택하기|좋아요 누르기",
    ),
    (Counter, "조회 수 #|추천 수 #|추천 #|댓글 수 #|# 조회|# 추천|# 개의 댓글|#개의 댓글|답글 #개|공유 #"),
    (Accepted, "해결됨|해결|최고의 답변|채택답변"),
    (Badge, "새 회원|신규 회원|정회원|우수회원|글쓴이|관리자|손님|비회원|사용자"),
    (Profile, "가입|작성글|게시글|댓글수|거주지|위치|성별|나이|회원 등급"),
    (
        Navigation,
        "이전|다음|이전 글|다음 글|로그인|회원가입|검색|정렬|최신순|오래된순|추천순|인기순|처음|광고|모든 댓글|# / # 페이지",
    ),
    (End, "관련 질문|관련 주제|추천 주제|비슷한 질문|관련 글|비슷한 글|내 답변|댓글을 남겨주세요|댓글을 입력하세요|관련 기사"),
    (Expand, "펼치기|클릭하여 펼치기"),
];

/// Words for "answers" after a number.
pub(crate) const ANSWER_COUNTS: &str = "ответы на вопрос|ответов на вопрос|answers to the question|antworten auf die frage|réponses à la question|respuestas a la pregunta|respostas à pergunta|risposte alla domanda|відповіді на запитання|відповіді на питання|odpowiedzi na pytanie|besvarelser|vastausta|vastaus|vastaukset|odpověď|odpovědi|odpovědí|odpoveď|odpovede|odpovedí|válasz|válaszok|răspuns|răspunsuri|de răspunsuri|отговор|отговора|отговори|odgovor|odgovora|odgovori|odgovorov|одговор|одговора|одговори|respostes|lời giải|תשובה|תשובות|جوابات|پاسخ‌ها|جواب‌ها|คำตอบ|vastust|atsakymas|atsakymai|atsakymų|atbilde|atbildes";
