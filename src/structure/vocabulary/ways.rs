//! Ways around a page that stand above what it is about: links that skip menus, fields to search in, prompts to sign in or to write.
//! They look like titles, being several words alone on a line. One line a language.
use crate::structure::cues::Cue;
use Cue::{Accepted, Button, Counter, Navigation, Tally};

/// Whole-line phrases.
pub(crate) const WAYS: &[(Cue, &str)] = &[
    (
        Navigation,
        "skip to main|skip to main navigation|skip to navigation|skip to primary navigation|skip to search|skip to footer|skip to footer content|skip to primary content|skip to sidebar|skip navigation|skip links|jump to content|jump to main content|jump to navigation|jump to search|go to content|back to the article|back to article|back to story|show keyboard shortcuts|view keyboard shortcuts|to view keyboard shortcuts, press question mark|keyboard shortcuts|sign in to your account|log in to your account|search the community|search this site|search the site|search reviews|search in reviews|write a review|find a store|recent topics|my account",
    ),
    (
        Navigation,
        "zum hauptinhalt|zum hauptinhalt springen|zum hauptinhalt wechseln|zur navigation springen|zur navigation|zur hauptnavigation springen|zur suche springen|zur suche|zum seitenanfang|zurück zum artikel|zum artikel|bei ihrem konto anmelden|in ihrem konto anmelden|mein konto|in bewertungen suchen|bewertungen durchsuchen|bewertung schreiben|bewertung abgeben|community durchsuchen|tastenkombinationen anzeigen|was ist neu?",
    ),
    (
        Navigation,
        "aller au contenu|aller au contenu principal|passer directement au contenu principal|accéder au contenu|accéder au contenu principal|aller à la navigation|aller à la recherche|retour à l'article|revenir à l'article|se connecter à votre compte|se connecter à mon compte|mon compte|rechercher dans les avis|rechercher dans la communauté|rechercher sur le site|rédiger un avis|écrire un avis|laisser un avis",
    ),
    (
        Navigation,
        "ir al contenido|ir al contenido principal|pasar al contenido principal|saltar a contenido|saltar a navegación|ir a la navegación|volver a la noticia|volver al artículo|inicia sesión en tu cuenta|iniciar sesión en tu cuenta|mi cuenta|buscar en las opiniones|buscar opiniones|escribir una opinión|escribe una opinión|escribir una reseña|buscar en la comunidad",
    ),
    (
        Navigation,
        "pular para o conteúdo principal|ir para o conteúdo principal|saltar para o conteúdo|saltar para o conteúdo principal|avançar para o conteúdo|ir para a navegação|voltar à notícia|voltar ao artigo|entrar na sua conta|minha conta|a minha conta|pesquisar avaliações|escrever uma avaliação|faça uma pergunta|pesquisar na comunidade",
    ),
    (
        Navigation,
        "vai al contenuto principale|salta al contenuto|salta al contenuto principale|passa al contenuto|passa al contenuto principale|vai alla navigazione|torna all'articolo|torna alla notizia|accedi al tuo account|il mio account|cerca nelle recensioni|scrivi una recensione|cerca nella community",
    ),
    (
        Navigation,
        "naar hoofdinhoud|naar de hoofdinhoud|naar de inhoud|naar inhoud|ga naar de inhoud|ga naar hoofdinhoud|ga naar de hoofdinhoud|ga direct naar de inhoud|direct naar inhoud|spring naar inhoud|overslaan en naar de inhoud gaan|naar navigatie|terug naar het artikel|terug naar artikel|log in op je account|mijn account|zoek in reviews|zoeken in vragen|zoek in vragen|schrijf een review|waar ben je naar op zoek?",
    ),
    (
        Navigation,
        "перейти к содержимому|перейти к основному содержимому|перейти к содержанию|перейти к контенту|перейти к основному контенту|перейти к навигации|пропустить навигацию|вернуться к статье|вернуться к новости|войти в аккаунт|войти в свой аккаунт|войти в личный кабинет|личный кабинет|мой аккаунт|поиск по отзывам|поиск по товарам|поиск по сайту|написать отзыв|оставить отзыв",
    ),
    (
        Navigation,
        "перейти до вмісту|перейти до основного вмісту|перейти до контенту|перейти до змісту|перейти до навігації|повернутися до статті|повернутися до новини|увійти в обліковий запис|мій кабінет|особистий кабінет|пошук у відгуках|пошук на сайті|написати відгук|залишити відгук",
    ),
    (
        Navigation,
        "przejdź do treści|przejdź do głównej treści|przejdź do głównej zawartości|przejdź do nawigacji|skocz do treści|pomiń nawigację|wróć do artykułu|zaloguj się na swoje konto|moje konto|szukaj w opiniach|napisz opinię|dodaj opinię|napisz recenzję",
    ),
    (
        Navigation,
        "přeskočit na obsah|přejít k obsahu|přejít k hlavnímu obsahu|přejít na hlavní obsah|přeskočit na hlavní obsah|přejít k navigaci|zpět na článek|můj účet|napsat recenzi|preskočiť na obsah|prejsť na hlavný obsah|späť na článok|môj účet",
    ),
    (
        Navigation,
        "içeriğe geç|ana içeriğe geç|ana içeriğe atla|gezinmeye geç|habere geri dön|habere dön|yazıya dön|hesabınıza giriş yapın|hesabım|yorumlarda ara|değerlendirme yaz|yorum yapmak için giriş yapın",
    ),
    (
        Navigation,
        "hoppa till innehållet|hoppa till huvudinnehåll|hoppa till huvudinnehållet|gå till innehåll|gå till innehållet|gå till huvudinnehållet|till innehållet|tillbaka till artikeln|mitt konto|skriv en recension|gå til indhold|gå til hovedindhold|spring til hovedindhold|videre til indhold|tilbage til artiklen|min konto|skriv en anmeldelse|gå til innhold|gå til hovedinnhold|gå til hovedinnholdet|hopp til hovedinnhold|hopp til innholdet|tilbake til artikkelen|skriv en omtale",
    ),
    (
        Navigation,
        "siirry pääsisältöön|hyppää sisältöön|siirry suoraan sisältöön|siirry navigaatioon|takaisin artikkeliin|oma tili|kirjoita arvostelu|liigu sisu juurde|liigu edasi põhisisu juurde|pereiti prie turinio|pereiti į pagrindinį turinį|pāriet uz saturu|pāriet uz galveno saturu",
    ),
    (
        Navigation,
        "ugrás a tartalomra|ugrás a fő tartalomra|tovább a tartalomra|tovább a tartalomhoz|kilépés a tartalomba|vissza a cikkhez|saját fiókom|fiókom|vélemény írása|sari la conținut|sari la conţinut|sari la conținutul principal|mergi la conținut|înapoi la articol|contul meu|scrie o recenzie",
    ),
    (
        Navigation,
        "към основното съдържание|премини към съдържанието|прескочи към съдържанието|обратно към статията|моят профил|напиши отзив|μετάβαση στο κύριο περιεχόμενο|παράλειψη στο περιεχόμενο|μετάβαση στην πλοήγηση|επιστροφή στο άρθρο|ο λογαριασμός μου|γράψτε μια κριτική",
    ),
    (
        Navigation,
        "skoči na sadržaj|prijeđi na sadržaj|preskoči na glavni sadržaj|pređi na sadržaj|idi na sadržaj|povratak na članak|moj račun|moj nalog|napiši recenziju|skoči na vsebino|na vsebino|pojdi na vsebino|nazaj na članek|пређи на садржај|скочи на садржај|иди на садржај",
    ),
    (
        Navigation,
        "chuyển đến nội dung chính|chuyển tới nội dung|đi đến nội dung|bỏ qua nội dung|bỏ qua để đến nội dung|quay lại bài viết|tài khoản của tôi|viết đánh giá|lewati ke konten utama|langsung ke konten utama|langsung ke isi|loncat ke konten|langkau ke kandungan|kembali ke artikel|akun saya|tulis ulasan",
    ),
    (
        Navigation,
        "मुख्य सामग्री पर जाएँ|मुख्य सामग्री पर जाएं|मुख्य सामग्री पर जायें|मुख्य विषयवस्तु पर जाएँ|सामग्री पर जाएँ|सामग्री पर जाएं|मुख्य कंटेंट पर जाएं|नेविगेशन पर जाएँ|मेरा खाता|समीक्षा लिखें",
    ),
    (
        Navigation,
        "跳到主要内容|跳转到主要内容|跳至主要内容|跳至内容|跳转至内容|跳到导航|返回文章|我的账户|我的帐户|撰写评论|写评价|跳至主要內容|跳到主要內容|跳至內容|返回文章頁|我的帳戶|撰寫評論|コンテンツにスキップ|本文へスキップ|本文へ移動|本文へジャンプ|メインコンテンツへスキップ|メインコンテンツに移動|メインコンテンツへ移動|ナビゲーションに移動|記事に戻る|記事へ戻る|キーボードショートカットを表示|キーボードショートカットを表示するには、疑問符を押してください|マイページ|レビューを書く|本文へ|본문 바로가기|본문으로 바로가기|본문으로 건너뛰기|주 메뉴 바로가기|주메뉴 바로가기|메뉴 바로가기|기사로 돌아가기|내 계정|리뷰 쓰기|리뷰 작성|리뷰 검색",
    ),
    (
        Navigation,
        "انتقل إلى المحتوى|الانتقال إلى المحتوى|تخطى إلى المحتوى|تخط إلى المحتوى|التجاوز إلى المحتوى|تجاوز إلى المحتوى|تجاوز إلى المحتوى الرئيسي|الانتقال إلى المحتوى الرئيسي|العودة إلى المقال|حسابي|اكتب مراجعة|پرش به محتوا|رفتن به محتوا|رفتن به محتوای اصلی|رفتن به نوشته‌ها|بازگشت به مقاله|حساب من|דלג לתוכן|דלגו לתוכן|דילוג לתוכן|דילוג לתוכן העיקרי|דלג לתוכן הראשי|מעבר לתוכן|חזרה לכתבה|החשבון שלי|ข้ามไปยังเนื้อหา|ข้ามไปที่เนื้อหา|ข้ามไปยังเนื้อหาหลัก|กลับไปที่บทความ|บัญชีของฉัน|เขียนรีวิว",
    ),
    // What boards list above their threads.
    (
        Navigation,
        "o que há de novo|novità|che c'è di nuovo|neler yeni|mitä uutta|čo je nové|újdonságok|ce este nou|τι νέο υπάρχει|kaj je novega|có gì mới|apa yang baru|新着情報|새로운 소식",
    ),
    // Answers that solve a question, counted above them.
    (
        Accepted,
        "решения вопроса #|решение вопроса #|решение вопроса|solutions #|solution #|lösungen #|solutions à la question #|soluciones #|soluções #|soluzioni #|вирішення питання #|rozwiązania #",
    ),
    (Tally, "# głos|# głosy|# stem|# bình chọn"),
    (
        Counter,
        "# wizyt|# wizyty|# wizyta|# visite|# visits|# visit|# besuche|# návštěv|# látogatás|# vizite|# посещений|# ziyaret",
    ),
    (Button, "подписаться #|підписатися #|obserwuj #|seguir #|suivre #|abonnieren #"),
    // Questions that a shop counts.
    (
        Counter,
        "# questions|# question|# fragen|# frage|# question posée|# questions posées|# preguntas|# pregunta|# perguntas|# pergunta|# domande|# domanda|# вопросов|# вопроса|# вопрос|# запитань|# запитання|# питань|# питання|# pytań|# pytania|# pytanie|# soru|# vragen|# vraag|# frågor|# fråga|# spørgsmål|# spørsmål|# kysymystä|# kysymys|# otázek|# otázky|# dotazů|# dotazy|# kérdés|# întrebări|# въпроса|# ερωτήσεις|# pitanja|# câu hỏi|# pertanyaan|# प्रश्न|# सवाल|#个问题|# 个问题|#件の質問|# 件の質問|질문 #개|# سؤال|# أسئلة|# שאלות|# คำถาม",
    ),
];
