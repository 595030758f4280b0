//! What boards write around posts, in more languages than the first tables hold: the same buttons, facts of members, ranks, and
//! verbs, thirty languages side by side, so that no page is worse off for the language it is in. Words that are names as well, or
//! whole messages ("Meister", "ok"), are left out.
use super::{Cue, Deed};
use Cue::{Badge, Button, Counter, Profile};

/// Whole-line phrases, as in [`PHRASES`](super::PHRASES).
pub(crate) const PHRASES: &[(Cue, &str)] = &[
    (
        Button,
        "more_vert|more_horiz|thumb_up|thumb_down|expand_more|expand_less|arrow_drop_down|arrow_drop_up|arrow_back|arrow_forward|chevron_right|chevron_left|account_circle|help_outline|bookmark_border|favorite_border|star_border|content_copy|open_in_new|\
         weitere kommentare zeigen|weitere kommentare anzeigen|alle kommentare anzeigen|näytä lisää kommentteja|visa fler kommentarer|vis flere kommentarer|další komentáře|további hozzászólások|go to top|reply to topic|new reply|login to reply|inhalt melden|private nachricht|remonter|\
         revenir en haut|envoyer un message|volver arriba|denunciar resposta|citazione|torna in alto|\
         написать сообщение|відповісти з цитатою|şikayet|raporla|alıntı yap|beantwoorden|rapporteren|reageer met quote|\
         gilla inlägg|svara med citat|sitér|odpovědět s citací|zmazať|megosztás más oldalakon|\
         hivatkozás a hozzászólásra|az oldal tetejére|hozzászólás jelentése|citeaza|raporteaza|răspuns cu citat|цитиране|сигнализирай|харесай|върнете се в началото|най-горе|отговорете с цитат|\
         отговор с цитат|изпратете лично съобщение|лично съобщение|вижте профила на потребителя|\
         посетете сайта на потребителя|odgovori s citatom|izvijesti|prijavi objavo|tsiteeri|cituoti|atsakyti|pranešti|dalintis|į viršų|redaguoti|citēt|atbildēt|ziņot|patīk|\
         dalīties|uz augšu|διαγραφή|αναφορά μηνύματος|לייק|חזרה למעלה|אתר חיפוש|תגובה עם ציטוט|מצא הודעות|\
         הודעה פרטית|العودة للأعلى|الرد مع اقتباس|الرد على الموضوع|إضافة رد|بازگشت به بالا|پاسخ با نقل قول|\
         ارسال پیام|نوشتن پاسخ|शिकायत करें|ऊपर जाएँ|lên trên|đầu trang|balas dengan kutipan|kutipan|\
         แจ้งไม่เหมาะสม|กลับขึ้นบน|ขึ้นบน|違反報告する|編輯|只看樓主",
    ),
    // Links that are counted, and who found a review helpful.
    (
        Counter,
        "# réponses #|# replies #|# respuestas #|# respostas #|# risposte #|# antworten #|# solution acceptée|# solutions acceptées|# accepted solution|# accepted solutions|# akzeptierte lösung|# solución aceptada|# soluzione accettata|# solução aceita|\
         # users|# participants|# nutzer|# utilisateurs|# usuarios|# utenti|# пользователей|# użytkowników|# gebruikers|# link|# links|# liens|# lien|# enlaces|# enlace|# collegamenti|# ссылок|# ссылки|# посилань|# linków|# linki|# bağlantı|\
         # länkar|# lenker|# linkkiä|# odkazů|# odkazy|# σύνδεσμοι",
    ),
    // Ranks, and whether a member is there.
    (
        Badge,
        "yabb god|yabb newbies|yabb newbie|yabb administrator|yabb moderator|god member|moderatoren|anfänger|lebende foren legende|erfahrener benutzer|administratoren|topnutzer|modérateurs|\
         conseiller indépendant|moderadores|nuevo usuario|autor del tema|\
         administradores|autor do tópico|utilizador|colaborador|moderatori|nuovo iscritto|\
         autore della discussione|топикстартер|адміністратор|гість|новачок|автор теми|активний користувач|\
         знавець|początkujący|moderatör|moderatörler|yöneticiler|kıdemli üye|deneyimli üye|medlemmar|\
         medlemmer|jäsenet|členové|zkušený uživatel|členovia|nový používateľ|autor témy|tagok|moderátorok|utilizator nou|\
         потребители|модератори|нов потребител|članovi|чланови|uporabniki|novinec|uus liige|narys|naudotojas|\
         lietotājs|dalībnieks|μέλη|συντονιστές|συγγραφέας|חברה חדשה|מנהלת|פותח הנושא|מנהל פורום|משקיען|عضو فعال|مشرفة|\
         المشرف العام|صاحب الموضوع|عضوة|إداري|کاربر جدید|مدیر انجمن|ناظم|کاربر ویژه|मॉडरेटर|प्रशासक|\
         đã tốn tiền|member aktif|준회원|새싹회원|モデレーター|新規メンバー|スレ主|一般ユーザー|會員|管理員|樓主|超级版主|初级会员|优秀答主|conectado|desconectado|в сети|не в сети|у мережі|не в мережі|nieobecny|çevrimiçi|çevrimdışı|\
         non in linea|in linea|paikalla|poissa|מחובר|מנותק|لا يتصل|غير متصل|غير متواجد|غير متواجد حالياً|آنلاین|آفلاین|\
         ऑनलाइन|ऑफ़लाइन|trực tuyến|ngoại tuyến|ออนไลน์|ออฟไลน์|온라인|오프라인|オンライン|オフライン|在线|离线|当前离线|当前在线|εκτός σύνδεσης|\
         συνδεδεμένος|αποσυνδεδεμένος|офлайн|на линия|извън линия|nincs itt|nepřipojen|připojen|odhlášen",
    ),
    (
        Profile,
        "reaktionsscore|reaktioner|reaksjonsscore|waarderingsscore|puntos de reacción|puntuación de reacciones|skóre reakcí|reakció pontszám|scor de reacție|балл реакций|рейтинг реакцій|reaktiopisteet|σκορ αντίδρασης|điểm tương tác|skor reaksi|\
         user group|benutzergruppe|קבוצה|المجموعة|گروه|nhóm|用户组|用戶組|그룹|グループ|\
         trophäen|erhaltene likes|membre depuis|région|miembro desde|registrado el|cadastrado em|membro desde|\
         iscritto|data registrazione|residenza|data di registrazione|на сайте с|дата регистрации|благодарностей|\
         зарегистрирован(а)|реєстрація|зареєстрований|репутація|zarejestrowany|data rejestracji|pomogła|katılım tarihi|cinsiyet|üye no|aangemeld|reputatie|bedankjes|ble med|registreret|lokation|\
         příspěvky celkem|témata|lokalita|založený|hozzászólások száma|helyszín|város|tagság kezdete|\
         reputáció|csatlakozás|inregistrat|subiecte|reputație|местожителство|дата на регистрация|učlanjen|spol|\
         reputacija|придружио|prispevkov|postitusi|liitunud|asukoht|registreerunud|pranešimai|prisijungė|miestas|\
         užsiregistravo|žinutės|ziņojumi|reģistrējies|atrašanās vieta|pievienojies|πόλη|φήμη|αναρτήσεις|נושאים|הצטרפה|\
         מוניטין|תאריך הצטרפות|תודות|חבר מתאריך|رقم العضوية|السمعة|آخر تواجد|موقعیت|اعتبار|سپاس|पंजीकृत|bergabung pada|\
         레벨|居住地|参加日|年齢|性別|來自|積分|金钱|发帖数|註冊日期|帖子數",
    ),
];

/// What somebody did.
pub(crate) const VERBS: &[(Deed, &str)] = &[
    (
        Deed::Posted,
        "послато|poslato u|послато у|beküldve|hozzáadva|feladva|vloženo|zaslal|zaslala|vložené|zaslané|поставио|поставила|пуснато на|пуснато от|\
         публикувано на|написано на|добавено на|изпратено на|scris la|postat la|adăugat la|trimis la|lagt inn av|\
         opslået af|indsendt af|skapad av|skapad|inlagd av|inlagd|postad|publicerad av|inskickat av|inskickad|lähettänyt|\
         lisätty|postitas|postitatud|kirjutas|lisatud|avaldatud|parašė|paskelbta|paskelbė|įdėjo|parašyta|sukurta|\
         publicēts|pievienots|ievietots|uzrakstīja|δημοσιεύτηκε στις|δημοσιεύθηκε|καταχωρήθηκε|προστέθηκε|נשלח על ידי|\
         הועלה|أضيف في|أضافها|أضافه|أرسلت|ارسلت|فرستاده شده|ارسال شد|gửi lúc|ditulis pada|diposkan oleh|โพสเมื่อ|작성됨|\
         書き込み|张贴者|ha escrit|inviato da|postato da|publicado en|enviado por|erstellt von|gepostet von|eingereicht von|\
         eingetragen am|eingetragen von|envoyé par|submitted by|created by|started by|napisany przez|opublikowany przez|\
         wysłane przez|utworzony przez|опубликовано пользователем|написано|автор сообщения|разместил|разместила|\
         опубликовал|опубликовала|розмістив|опублікував|tarafından gönderildi|tarafından yazıldı|yayınlayan|\
         द्वारा पोस्ट किया गया|द्वारा लिखा गया|प्रकाशित किया",
    ),
    (
        Deed::Answered,
        "megválaszolta|odpovězeno|odpovedané|odgovorio je|отговорил|răspunsul lui|svarat|vastannut|vastatud|atsakė|\
         atsakyta|atbildēja|atbildēts|απάντησε στις|أجاب في|رد في|dijawab pada|답변함|답변 작성|ha respost|respondió el|\
         répondu le|beantwortet am|risposto il|respondido em",
    ),
    (
        Deed::Asked,
        "zeptal(a) se|попитано|fråga från|küsitud|paklausė|užduota|jautāja|uzdots|ρώτησε ο|ρώτησε η|נשאלה|سئل في|سألت في|\
         질문함|질문 작성|ha preguntat",
    ),
    (
        Deed::Commented,
        "megjegyezte|megjegyzés|hozzászólás tőle|komentoval(a)|komentiral|kommenteeris|pakomentavo|komentavo|komentēja|\
         σχολίασε ο|σχολίασε η|علّقت|دیدگاه از|komentar oleh|แสดงความคิดเห็นโดย|ha comentat|comentari de",
    ),
    (
        Deed::Edited,
        "editováno|naposledy editoval|naposledy editoval(a)|zadnja izmjena|posljednja izmjena|poslednja izmena|\
         последња измена|редактирано от|последна промяна|последна редакция от|editat de|senast ändrad|rettet af|\
         sidst rettet af|muokannut|viimeksi muokannut|muudetud|viimati muudetud|redaguota|paskutinį kartą redagavo|\
         atnaujinta|pēdējo reizi labots|rediģēts|τελευταία επεξεργασία από|נערך על ידי|עריכה אחרונה|آخر تعديل بواسطة|\
         تم التحديث|ویرایش شده توسط|آخرین ویرایش توسط|sửa lần cuối bởi|terakhir disunting|แก้ไขโดย|แก้ไขครั้งล่าสุด|편집됨|\
         最終更新|最終編集|編集済み|最后编辑|最后修改|最後編輯|本帖最后由|本帖最後由|编辑过|editat per|última edició|संपादित|अंतिम संपादन|पिछली बार संपादित",
    ),
];
