//! What boards, question pages and shops print around posts in their own translations, beyond the first lists. One group a kind; in a
//! group one line a language.
use super::Deed;
use crate::structure::cues::Cue;
use Cue::{Accepted, Badge, Button, Counter, End, Expand, Navigation, Portrait, Profile, Tally};

/// Whole-line phrases.
pub(crate) const PHRASES: &[(Cue, &str)] = &[
    (
        Button,
        "hacer una pregunta|formular una pregunta|haz una pregunta|comparte|mejora esta pregunta|mostrar # comentarios más|citar mensaje|mensaje anterior|mensaje siguiente|en línea|request|requests|promoted",
    ),
    (
        Button,
        "poser une question|répondre à la discussion|citer ce message|haut de page|en ligne|hors ligne|voir la réponse|voir les # réponses",
    ),
    (
        Button,
        "fazer uma pergunta|perguntar|ver resposta|ver a resposta|ver respostas|responder ao tópico|voltar ao topo|registado|registrado|topo",
    ),
    (
        Button,
        "fai una domanda|poni una domanda|più|altro|leggi tutta la recensione|vedi risposta|rispondi alla discussione|torna su|registrato|loggato",
    ),
    (
        Button,
        "frage beantworten|alle fragen|themen|...komplette frage anzeigen|komplette frage anzeigen|frage melden|gespeichert|antwort anzeigen",
    ),
    (
        Button,
        "задать вопрос|смотреть ответ|посмотреть ответ|посмотреть ответы|скрыть ответ|записан|вернуться к началу|к началу|показать полностью",
    ),
    (
        Button,
        "поставити питання|поставити запитання|переглянути відповідь|повернутися до початку|догори|записаний|відповісти в темі",
    ),
    (
        Button,
        "zadaj pytanie|zobacz odpowiedź|zobacz odpowiedzi|zalogowany|góra|na górę|więcej|odpowiedz w tym wątku|powrót do góry",
    ),
    // How answers are sorted, who may read a group.
    (
        Navigation,
        "höchste punktzahl (standard)|resultado más alto (predeterminado)|puntuación más alta (predeterminado)|pontuação mais alta (padrão)|score le plus élevé (par défaut)|наивысший рейтинг (по умолчанию)|高评分(默认)|スコアの高い順(既定)|public group|private group|öffentliche gruppe|private gruppe|groupe public|groupe privé|grupo público|grupo privado|gruppo pubblico|gruppo privato|openbare groep|besloten groep|grupa publiczna|grupa prywatna|общедоступная группа|закрытая группа|публічна група|приватна група|herkese açık grup|gizli grup|offentlig grupp|privat grupp|公開グループ|非公開グループ",
    ),
    (Badge, "просветлённый"),
    // Buttons of networks, by language: Hindi, Hungarian, Indonesian, Finnish, Romanian, Danish, Greek, Ukrainian, Czech, Korean.
    (
        Button,
        "go to comments|सेव करें|legrelevánsabb|további hozzászólások megtekintése|szerkesztve|lihat balasan|julkaise uudelleen|lähetä|osuvimmat|lataa lisää kommentteja|apreciază|κοινοποιήστε αυτή την ανάρτηση|σύνδεσμος ανάρτησης|підтримати|відповістипідтримати|líbí se|boostovat|신고|リポスト|喜欢",
    ),
    (
        Counter,
        "# जवाब|# टिप्पणियां|# हज़ार|# lihat balasan|lihat balasan (#)|# suka|# uudelleenjulkaisua|# vastausta|# hozzászólás|# boostů|# oblíbení|# 件の表示|# persoane ajutate|# mii persoane ajutate|# mil. persoane ajutate|# użytkowników, którym udzielono pomocy|# tys. użytkowników, którym udzielono pomocy|# mii răspunsuri|# tys. odpowiedzi|mulțumește #",
    ),
    (Portrait, "user avatar|avatar do usuário|avatar del usuario|benutzer-avatar|프로필 사진"),
    (
        Button,
        "minus-square|plus-square|message-square|arrow-up|arrow-down|permalinkembedsavereportreply|permalinkembedsaveparentreportreply",
    ),
    (Button, "show more replies|show more # replies"),
    (Button, "soru sor|cevabı gör|cevapları gör|başa dön|yukarı git|logged|kayıtlı|yukarı çık|daha fazla"),
    (Button, "vraag stellen|stel een vraag|bekijk antwoord|gelogd|omhoog|terug naar boven|reageer op onderwerp"),
    (Button, "ställ en fråga|visa svaret|loggat|upp|till toppen|citera inlägget|svara på tråden"),
    (
        Button,
        "stil et spørgsmål|still et spørsmål|vis svar|logget|loggført|til toppen|til toppen av siden|top|topp|gå ned|gå op|gå opp|svar på emne|del artiklen|lyt til artiklen",
    ),
    (Button, "kysy|esitä kysymys|näytä vastaus|kirjattu|ylös|takaisin ylös|vastaa aiheeseen"),
    (
        Button,
        "položit otázku|zobrazit odpověď|zaznamenáno|nahoru|zpět nahoru|přidat příspěvek|přidat názor|reagovat|položiť otázku|zobraziť odpoveď|hore|späť hore|pridať príspevok",
    ),
    (Button, "kérdezz|tegyél fel kérdést|válasz megtekintése|naplózva|fel|vissza a tetejére|válasz a témához|vissza az elejére"),
    (Button, "pune o întrebare|vezi răspunsul|memorat|sus|înapoi sus|răspunde la subiect"),
    (Button, "задай въпрос|виж отговора|активен|нагоре|в началото|отговори в темата|добави коментар|добави мнение"),
    (
        Button,
        "κάντε μια ερώτηση|δείτε την απάντηση|απάντηση με παράθεση|απάντηση στο θέμα|κορυφή|επιστροφή στην κορυφή|καταγράφηκε|παλιό|προεπιλογή|νέο",
    ),
    (
        Button,
        "odgovori uz citiranje ove poruke|nađi sve poruke ovog korisnika|pronađi sve poruke|prikaži verziju za štampu|postavi pitanje|vidi odgovor|vrh|na vrh|evidentirano|odgovori na temu|natrag na vrh|postavite pitanje|врх|на врх|евидентирано",
    ),
    (Button, "đặt câu hỏi|xem câu trả lời|xem đáp án|lên đầu trang|đã ghi lại|trả lời chủ đề"),
    (
        Button,
        "lihat jawaban|tanyakan|ajukan pertanyaan|ajukan pertanyaanmu|tanya|lihat # jawaban|kembali ke atas|dicatat|tercatat|lihat balasan|soalan baharu",
    ),
    (Button, "ตั้งกระทู้|ตั้งคำถาม|ดูคำตอบ|ตอบกลับ|กลับขึ้นด้านบน|บันทึกการเข้า|แสดงความคิดเห็น|แก้ไขข้อความเมื่อ"),
    (
        Button,
        "나도 궁금해요|답변하기|질문하기|신고|댓글|맨 위로|더보기|도움이 되었다면 up 눌러주세요|up이 많은 답변일수록 사용자들에게 더 많이 노출됩니다",
    ),
    (
        Button,
        "登录后回答|写评论|我要回答|我也来答|喜欢|邀请|向ta提问|你对这个回答的评价是|已赞过|已踩过|已赞过 已踩过|评论 收起|评论 分享|登入後回答|分享 举报",
    ),
    (Button, "質問する|ナイス|ナイス!|回答する|この回答に返信|もっと見る|記録済み|ページのトップへ|公式・専門家"),
    (Button, "اطرح سؤالا|اسأل سؤالا|عرض الإجابة|عرض الإجابات|أعلى|سجل|پرسش بپرسید|سؤال بپرسید|نمایش پاسخ|بالا|ثبت شده"),
    (
        Counter,
        "vista # veces|visto # veces|# contributi|# contributo|# contributions|# contribuciones|# contribuições|# beiträge|# bijdragen|# ogled|# antwoorden en # reacties|# ganger lest|lest # ganger|læst # gange|# jawaban|# orang terbantu|# rb orang terbantu|# ribu orang terbantu|# personas ayudadas|# mil personas ayudadas|# mil pessoas ajudadas|# mln osób skorzystało|# tys. osób skorzystało|# pessoas ajudadas|# personnes aidées|# osób skorzystało|# hozzászólás|# megtekintés|조회수 #|# 조회|被浏览 #|关注者 #|共感した #|閲覧数：#|ta获得超过#个赞|ta獲得超過#個讚|viewed # times|# « j'aime|# jours plus tard|# mois plus tard|# ans plus tard|# an plus tard|# tage später|# monate später|# monat später|# jahre später|# jahr später|# días después|# meses después|# años después|# dias depois|# meses depois|# anos depois|# giorni dopo|# mesi dopo|# anni dopo|спустя # дней|спустя # месяцев|спустя # месяца|спустя # лет|через # дней|через # месяца|через # месяцев|через # лет|через # років|# dagen later|# maanden later|# maand later|# jaar later|# dni później|# miesięcy później|# miesiące później|# lata później|# lat później|# gün sonra|# ay sonra|# yıl sonra|# 天后|# 个月后|# 年后|# 日後|# か月後|# ヶ月後|# 年後",
    ),
    (Tally, "# nyttig|# nyttige|# bodů|# hlasů|# puncte|# voturi|# ψήφοι|# βαθμοί|# suara|# suka|# phiếu|# คะแนน"),
    (
        Accepted,
        "resposta favorita|respuesta favorita|réponse favorite|risposta preferita|ulubiona odpowiedź|любимый ответ|jawaban favorit|asker's choice|resposta mais útil|respuesta más útil|réponse la plus utile|risposta più utile|nuttigste antwoord|bästa svaret|mest hjälpsamma svaret|질문자 채택|채택된 답변|최적|베스트 답변|jawaban terbaik|jawaban terverifikasi|jawaban terverifikasi ahli|réponse d'expert vérifiée|respuesta verificada por expertos|resposta verificada por especialistas|odpowiedź zweryfikowana|verified by expert|best reply|top-ranking reply|recommended answer|meilleure réponse du forum|η καλύτερη απάντηση|cel mai bun răspuns|най-добър отговор|câu trả lời hay nhất|คำตอบที่ดีที่สุด",
    ),
    (
        Badge,
        "van mreže|na mreži|на мрежи|stariji član|mlađi član|počasni član|старији члан|nie je online|není online|nincs online|nu este conectat|nuk është|ej online|frånkopplad|maintainer|collaborator|contributor|first-time contributor|owner|most helpful|ambisius|pakar|bijak|ambitieux|ambicioso|ambiciosa|ambitny|iniciante|principiante|novato|virtuoso|genio|experto|leyenda|member since|community-expertin|starszy użytkownik|gevorderd lid|nieuw lid|onderwerp starter|topicstarter|nykommer|veteran|medlem|fuldt medlem|fullt medlem|seniormedlem|juniormedlem|törzstag|tag|új tag|fórumtag|aktív tag|veterán|vendég|szerző|μέλος|παλιό μέλος|νέο μέλος|ενεργό μέλος|επισκέπτης|επίτιμο μέλος|δεν είναι συνδεδεμένος|δεν είναι συνδεδεμένη|nový člen|aktivní člen|starší člen|člen|zakládající člen|membru|membru nou|membru activ|нов член|активен член|ветеран|потребител|thành viên|thành viên mới|thành viên tích cực|สมาชิก|สมาชิกใหม่|fragestellerin|초수|하수|중수|고수|영웅|지존|초인|식물신|바람신|물신|달신|별신|태양신|은하신|우주신|절대신",
    ),
    (
        Profile,
        "geregistreerd|lid geworden|berichten|registrert|innlegg|indlæg|inlägg|registrerad|viestejä|viestit|liittynyt|registrován|registrovaný|příspěvky|příspěvků|bydliště|príspevky|bydlisko|csatlakozott|hozzászólások|üzenetek|hely|înregistrat|mesaje|localitate|locație|регистриран на|мнения|мнение|местоположение|εγγραφή|περιοχή|μηνύματα|δημοσιεύσεις|τοποθεσία|εντάχθηκε|pridružen|postovi|postova|lokacija|tham gia|tham gia ngày|ngày tham gia|bài viết|số bài viết|đến từ|nơi ở|bergabung|bergabung sejak|postingan|kiriman|lokasi|menyertai|เข้าร่วมเมื่อ|โพสต์|กระทู้|ข้อความ|จังหวัด|가입|게시글|작성글|活跃值|最后活跃|在线时间|所在地|등록일",
    ),
    (
        Navigation,
        "classificação|classifica|valoración|rilevanza|relevancia|relevância|pertinence|relevanz|relevantie|trafność|rating|please sign in to rate this answer|sign in to comment|no comments|# comments no comments|hide comments for this answer|show comments for this answer|comments no comments|bitte melden sie sich an, um diese antwort zu bewerten|todas las preguntas|sin responder|usuarios|etiquetas|saltar al contenido|saltar al contenido principal|preguntas frecuentes|inicio|toutes les questions|utilisateurs|passer au contenu|passer au contenu principal|todas as perguntas|pular para o conteúdo|ir para o conteúdo|tutte le domande|vai al contenuto|zum inhalt|zum inhalt springen|direkt zum inhalt|schnellzugriff|все вопросы|к содержимому|быстрые ссылки|список форумов|до вмісту|швидкі посилання|przejdź do zawartości|szybkie łącza|strona główna|içeriğe atla|hızlı bağlantılar|ga naar inhoud|doorgaan naar inhoud|snelkoppelingen|nieuwe berichten|zoek in forums|wat is er nieuw|hoppa till innehåll|snabblänkar|spring til indhold|hopp til innhold|hurtiglinks|hurtiglenker|siirry sisältöön|pikalinkit|přejít na obsah|rychlé odkazy|prejsť na obsah|rýchle odkazy|ugrás a tartalomhoz|gyors linkek|treci la conținut|legături rapide|към съдържанието|бързи връзки|μετάβαση στο περιεχόμενο|γρήγοροι σύνδεσμοι|συχνές ερωτήσεις|λίστα μελών|ημερολόγιο|σημερινά μηνύματα|εργαλεία θεμάτων|preskoči na sadržaj|preskoči na vsebino|brze poveznice|hitre povezave|čpp|đi tới nội dung|chuyển đến nội dung|liên kết nhanh|lewati ke konten|langsung ke konten|tautan cepat|masuk|daftar|gabung sekarang|ข้ามไปเนื้อหา|เข้าสู่ระบบ|สมัครสมาชิก|콘텐츠로 건너뛰기|跳到内容|快速链接|內容へスキップ|コンテンツへスキップ|zapisz się|skriv ut|sider: [#]|forfatter|författare|tekijä|sivuja: [#]|oldalak: [#]|stránky: [#]|strany: [#]|страницы: [#]|páginas: [#]|pagini: [#]|seiten: [#]|pagina's: [#]|strony: [#]|pages: [#]|# posta • stranica: # / #|# příspěvků • stránka # z #|# posts • página # de #|# berichten • pagina # van #|# beiträge • seite # von #|# messages • page # sur #|# messaggi • pagina # di #|# posty • strona # z #|сообщений: # • страница # из #|# повідомлень • сторінка # з #|# mesaj • # sayfadan # sayfa|# hozzászólás • oldal: # / #|# δημοσιεύσεις • σελίδα # από #|# bài viết • trang # trên #|terjawab|mapel|mata pelajaran|masih ada pertanyaan|temukan jawaban lainnya|ordenado por:|puntuación más alta (predeterminada)",
    ),
    (
        End,
        "similar discussions|suggested threads|related threads|related discussions|ähnliche threads|sujets relatifs|hilos similares|argomenti simili|discussioni correlate|tópicos similares|podobne wątki|похожие обсуждения|схожі теми|подібні теми|soortgelijke onderwerpen|vergelijkbare discussies|lignende emner|vastaavia ketjuja|samankaltaiset aiheet|chủ đề tương tự|topik serupa|類似のトピック|相似主题|类似主题",
    ),
    (
        End,
        "新着レスの表示|掲示板に戻る|tu respuesta|no es la respuesta que buscas|¿no es la respuesta que buscas? examina otras preguntas con la etiqueta|vergelijkbare onderwerpen|je moet ingelogd zijn of registreren om hier te reageren|gerelateerde onderwerpen|pertanyaan baru di ipa|pertanyaan baru|pertanyaan lain|이 질문과 비슷한 질문|비슷한 질문|관련 질문|あわせて知りたい|その他の質問|相关推荐|类似问题|tko je online|tko je na mreži|natrag na|zurück zu|retourner vers|volver a|torna a|wróć do|вернуться в|повернутися до|terug naar|zpět na|späť na|vissza:|επιστροφή στο|δικαιώματα - επιλογές|kategória legújabb|hozzászólás létrehozásához jelentkezz be|tovább a témák listájához|minden tevékenység|masih ada pertanyaan?|¿aún tienes preguntas?|¿aún tienes preguntas|ainda tem perguntas?|vous avez encore des questions ?|masz jeszcze pytania|encuentra más respuestas|กระทู้ที่คุณอาจสนใจ|กระทู้ที่เกี่ยวข้อง|chủ đề tương tự|câu hỏi liên quan|topik serupa|topik terkait|hva tenker du|nejčtenější|mest læste|mest leste|mest lästa|was möchtest du wissen|was möchtest du wissen?",
    ),
    (
        Expand,
        "klik om te vergroten|klik om uit te vouwen|klikk for å utvide|kattintson a kibontáshoz|kattints ide a teljes tartalomhoz|click pentru a extinde|clic pentru a extinde|натиснете за разширяване|κλικ για ανάπτυξη|bấm để mở rộng|nhấn vào để mở rộng|klik untuk memperluas|klik untuk membuka|คลิกเพื่อขยาย|クリックして展開|클릭하여 펼치기|点击展开|點擊展開|展开阅读全文",
    ),
];

/// Words for "comments" behind a number.
pub(crate) const COMMENTS: &[&str] = &[
    "comment",
    "comments",
    "kommentar",
    "kommentare",
    "commentaire",
    "commentaires",
    "comentario",
    "comentarios",
    "comentário",
    "comentários",
    "commento",
    "commenti",
    "комментарий",
    "комментария",
    "комментариев",
    "коментар",
    "коментарі",
    "коментарів",
    "коментара",
    "komentarz",
    "komentarze",
    "komentarzy",
    "yorum",
    "reactie",
    "reacties",
    "kommentarer",
    "kommentti",
    "kommenttia",
    "komentář",
    "komentáře",
    "komentářů",
    "komentáre",
    "komentárov",
    "comentariu",
    "comentarii",
    "σχόλιο",
    "σχόλια",
    "komentar",
    "komentara",
    "komentari",
    "komentarjev",
    "टिप्पणी",
    "टिप्पणियाँ",
    "تعليق",
    "تعليقات",
    "تعليقا",
    "نظر",
    "תגובות",
    "条评论",
    "條評論",
    "件のコメント",
    "개의",
    "댓글",
];

/// What somebody did.
pub(crate) const VERBS: &[(Deed, &str)] = &[
    (
        Deed::Commented,
        "質問者からのお礼コメント|質問者からのお礼|質問した人からのコメント|질문자 인사|提问者评价|提問者評價|提问者的感言",
    ),
    (
        Deed::Asked,
        "domanda inviata|domanda pubblicata|domanda fatta|pregunta enviada|pregunta publicada|pergunta enviada|pergunta feita|question envoyée|question publiée|frage gestellt|frage eingestellt|frage gesendet|вопрос опубликован|вопрос отправлен|питання надіслано|запитання надіслано|pytanie wysłane|pytanie dodane|vraag geplaatst|fråga ställd|spørgsmål stillet|spørsmål stilt|dotaz vložen|dotaz položen|kérdés beküldve|întrebare adresată|въпросът е зададен|soru soruldu|pertanyaan dikirim|پرسیده شده|سوال شده|pytanie zadał(a)|pytanie zadał|pytanie zadała|zadał(a)|zadane przez|pregunta formulada por|formulada por|pregunta realizada por|question posée par|pergunta feita por|pergunta de|domanda posta da|domanda di|vraag van|vraag gesteld door|gesteld door|frage von|gestellt von|задал(а) вопрос|вопрос задал|вопрос задал(а)|вопрос задала|вопрос от|запитав(ла)|питання від|soruyu soran|soran|kérdező|otázku položil|otázku položil(a)|položil(a)|frågan ställdes av|ställd av|stillet af|stilt av|kysyjä|întrebare pusă de|въпрос зададен от|ερώτηση του|ερώτηση της|pitanje postavio|pitanje postavila|pitanje postavio/la|pertanyaan oleh|ditanyakan oleh|hỏi bởi|ถามโดย",
    ),
    (
        Deed::Answered,
        "ответ написан|ответ оставлен|ответ добавлен|ответ опубликован|відповідь написано|відповідь додано|answer written|answer posted|answer given|antwort geschrieben|antwort verfasst|réponse écrite|réponse rédigée|respuesta enviada|respuesta escrita|respuesta publicada|resposta enviada|resposta escrita|risposta inviata|risposta scritta|odpowiedź napisana|odpowiedź dodana|antwoord geschreven|svar skrivet|svar skrevet|odpověď vložena|válasz írva|răspuns scris|cevap yazıldı|jawaban ditulis|odpowiedział(a)|odpowiedziano|odpowiedzi udzielił|odpowiedzi udzieliła|odpowiedzi udzielił(a)|respondida|respondida por|respondido por|répondu par|réponse apportée par|antwoord van|beantwoord door|beantwortet von|geantwortet von|ответил(а)|ответил на вопрос|відповів(ла)|відповів/ла|cevaplayan|yanıtlayan|cevap veren|cevabı veren|válaszoló|odpověděl(a)|odpovedal(a)|besvarat av|vastaaja|răspuns dat de|отговор даден от|απάντηση του|απάντηση της|odgovorio/la|dijawab oleh|trả lời bởi|ตอบโดย",
    ),
    (
        Deed::Edited,
        "编辑日期|最近编辑于|最后编辑于|modificada por|editada por|geändert von|gewijzigd|laatst gewijzigd|laatst bewerkt|laatst bewerkt door|upravil(a)|naposledy upravil(a)|szerkesztette|utoljára szerkesztette|τροποποιήθηκε|uredio/la|zadnji put uredio",
    ),
    (
        Deed::Posted,
        "postao/la|post postao/la|post postao|post postala|napisao/la|objavio/la|geplaatst|geplaatst door|bericht door|recensito|recensito da|recensione di|recensione inviata|risposta inviata|avis publié|avis déposé|avis de|réponse publiée|réponse envoyée|reseña de|reseñado|opinión de|opinado|respuesta enviada|avaliado|avaliado por|avaliação de|resposta enviada|bewertet|bewertet von|rezension von|bewertung von|antwort gesendet|beoordeeld|beoordeeld door|recensie van|opinia|opinia z dnia|oceniono|wystawiono|отзыв от|отзыв оставлен|отзыв оставил|відгук від|değerlendirme tarihi|değerlendirdi|yorum tarihi|közzétéve|vélemény írója|értékelte|hodnoceno|recenze od|recenserad|anmeldt|anmeldt af|arvosteltu|recenzie de|отзив от|κριτική από|ocijenio/la|ulasan oleh|đánh giá bởi|รีวิวโดย|发布于|发表于|發佈於|發表於|编辑于|編輯於|回答于|回答於|reviewed|reviewed on|reviewed by|review by",
    ),
];
