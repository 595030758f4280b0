//! Words of lines that tell who did what when: verbs, and the small words around names and dates.

/// What somebody did, before or after the name: the verb decides the role of the post.
pub(crate) const VERBS: &[(Deed, &str)] = &[
    (
        Deed::Asked,
        "asked|question asked|ρώτησε|ने पूछा|पूछा|پرسید|پرسیده شده توسط|質問日|質問日時|質問者|gefragt|fragte|hat gefragt|a demandé|demandé|posée|preguntado|preguntó|pregunta|ha chiesto|chiesto|perguntado|perguntou|спросил|спросила|задал вопрос|задала вопрос|задан|запитав|запитала|zapytał|zapytała|zapytano|sordu|soruldu|demanded|formulada|preguntada|hecha|perguntada|feita|вопрос задан|вопрос задал|спросил(а)|задано|питання задано|запитав(ла)|pytanie zadane|zadane|zapytał(a)|सवाल किया|प्रश्न किया|提问于|提問於|提问|が質問|が質問しました|님이 질문|님이 질문함|سأل|سألت|طرح السؤال|سئل|پرسیده شد|vroeg|gevraagd|tarihinde soruldu|को पूछा|को पूछा गया|の質問|asked a question|asked in|inquired|opened this issue|opened this issue on|opened this|hat eine frage gestellt|frage gestellt|frage von|a posé une question|question de|question posée|hizo una pregunta|preguntado en|pregunta de|fez uma pergunta|pergunta de|ha fatto una domanda|domanda di|вопрос от|задан вопрос|питання від|pytanie od|soru sordu|提问者|提問者|问题来自|さんの質問|님 질문|님의 질문|सवाल पूछा|vraag van|stelde een vraag|سؤال من",
    ),
    (
        Deed::Answered,
        "answered|replied with an answer|answer by|answer from|antwort von|réponse de|réponse par|respuesta de|respuesta por|ha respondido|contestó|contestado|resposta de|resposta por|risposta di|risposta da|ответ от|дал ответ|дала ответ|відповідь від|odpowiedź od|udzielił odpowiedzi|udzieliła odpowiedzi|cevap verdi|απάντησε|απάντησε ο|απάντησε η|απαντήθηκε|απάντηση από|उत्तर दिया|जवाब दिया|پاسخ داد|پاسخ داده شده توسط|پاسخ از|جواب داد|回答日|回答日時|回答者|回答しました|に回答|に回答しました|beantwortet|antwortete|hat geantwortet|geantwortet|a répondu|répondu|respondido|respondió|ha risposto|risposto|respondeu|ответил|ответила|отвечено|відповів|відповіла|odpowiedział|odpowiedziała|cevapladı|cevaplandı|yanıtladı|antwoordde|beantwoord|respondida|contestada|ответ дан|дан ответ|ответил(а)|відповідь дано|дано відповідь|відповів(ла)|odpowiedź|odpowiedział(a)|odpowiedzi udzielił|回答于|回答於|が回答|が回答しました|님이 답변|님이 답변함|님의 답변|أجاب|أجابت|أجاب عليه|إجابة من|پاسخ داده شد|پاسخ داده|tarihinde cevaplandı|tarihinde yanıtlandı|को उत्तर दिया|को जवाब दिया|の回答|beantwoord door|antwoord van|beantwortet von|répondue|risposta data|回答者|さんの回答|さんからの回答|님 답변|님 답변일|답변일|답변자|cevaplayan|को उत्तर|का उत्तर|yanıtlayan|उत्तर दिया गया|a contesté|जवाब दिया गया|ने जवाब दिया|का जवाब|ने उत्तर दिया",
    ),
    (
        Deed::Commented,
        "commented|replied|comment by|kommentar von|commentaire de|comentario de|comentário de|commento di|комментарий от|коментар від|komentarz od|σχολίασε|टिप्पणी की|نظر داد|kommentiert|kommentierte|hat kommentiert|a commenté|commenté|comentado|comentó|ha commentato|commentato|comentou|прокомментировал|прокомментировала|прокоментував|прокоментувала|skomentował|skomentowała|yorumladı|yorum yaptı|прокомментировал(а)|skomentował(a)|评论于|評論於|がコメント|がコメントしました|علق|علقت|علّق|نظر داده شد|님이 댓글|reageerde|tarihinde yorumladı|को टिप्पणी की|のコメント|commented on|commented at|reply from|reply by|комментирует|коментує|комментарий добавлен|댓글 작성|님의 댓글|評論|opmerking van|yorum yapan|yorum yazdı|टिप्पणी दी",
    ),
    (
        Deed::Edited,
        "edited|last edited|last edited by|modified|updated|edited by|bearbeitet|zuletzt bearbeitet|geändert|zuletzt geändert|modifié|dernière modification|editado|última edición|modificato|изменено|отредактировано|последнее редактирование|редаговано|edytowano|düzenlendi|son düzenleme|zuletzt bearbeitet von|modificada|modificado|modificado por última vez|изменён|изменен|отредактирован|編集日|更新日|actualizado|atualizado|aggiornato|mis à jour|aktualisiert|обновлено|оновлено|zaktualizowano|güncellendi|更新|bijgewerkt|bewerkt|edit|最后编辑于|수정됨|عدل|تعديل|ویرایش شده",
    ),
    (Deed::Selected, "selected|chosen|accepted|marked as best answer|ausgewählt|seleccionado|выбран|выбрано"),
    (
        Deed::Posted,
        "posted|post|posted on|작성자|від|द्वारा|بواسطة|توسط|作者|door|έγραψε|δημοσιεύτηκε|δημοσιεύτηκε από|ने लिखा|लिखा|نوشته‌ی|نوشتهی|نوشتهٔ|نوشته ی|نوشته شده توسط|ارسال شده توسط|نوشت|投稿日時|投稿者|written|wrote on last edited by|wrote on|wrote|created|started|started this topic|published|submitted|said|by|geschrieben|schrieb|verfasst|erstellt|gepostet|veröffentlicht|von|écrit|a écrit|publié|posté|par|escrito|escribió|publicado|enviado|por|scritto|ha scritto|pubblicato|inviato|da|написал|написала|опубликовано|добавлено|сообщение|от|написав|написала|опубліковано|napisał|napisała|opublikowano|dodano|przez|yazdı|gönderildi|yayınlandı|发表于|投稿日|created on|replied on|发布于|發布於|發表於|发表|投稿しました|が投稿|작성일|작성|كتب|كتبت|نشر|نشرت|نوشته|ارسال شده در|geplaatst|geplaatst door|geplaatst op|schreef|napisane|napisane przez|dodane|dodane przez|tarihinde yazıldı|tarihinde gönderildi|tarihinde paylaşıldı|yazıldı|gönderdi|को पोस्ट किया|को पोस्ट किया गया|पोस्ट किया|पोस्ट किया गया|को लिखा|says|писал|писала|пишет|пише|sagt|sagte|dit|ha detto|disse|dijo|dice|diz|pisze|dedi ki|dedi|diyor ki|zegt|より|written on|opened on|posted in|sent|message par|messaggio da|mensaje por|mensagem por|nachricht von|beitrag von|post by|post przez|wiadomość od|сообщение от|повідомлення від|bericht door|gönderen|mesaj|issue created|reviewed on|reviewed in|rezension aus|bewertet am|geplaatst in|napisano|dodano przez|przesłano|записано|отправлено|відправлено|додано|размещено|escrito el|escrito em|postado|postado em|postado por|enviado em|enviado el|publicado el|publicado em|publicado por|publié le|posté le|posté par|envoyé le|scritto il|inviato il|pubblicato il|pubblicato da|gepostet am|verfasst am|geschrieben am|veröffentlicht am|编辑于|編輯於|发表於|留言于|留言於|发表日期|發表|张贴于|張貼於|게시일|등록일|작성일시|작성일자|को प्रकाशित|प्रकाशित|автор|autor|auteur|autore|yazar|yazan|author|автор темы|लेखक",
    ),
];

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Asked,
    Answered,
    Commented,
    Edited,
    Selected,
    Posted,
}

/// Words that stand before the name.
pub(crate) const BY: &[&str] = &[
    "by",
    "von",
    "par",
    "por",
    "da",
    "przez",
    "от",
    "від",
    "of",
    "用户",
    "user",
    "από",
    "توسط",
    "از",
    "نوشته‌ی",
    "نوشتهی",
    "投稿者",
    "回答者",
    "質問者",
    "द्वारा",
    "door",
    "بواسطة",
    "作者",
    "автор",
    "autor",
    "auteur",
    "autore",
    "yazan",
    "author",
];
/// Words that stand behind the name.
pub(crate) const BEHIND: &[&str] = &[" tarafından", " द्वारा"];
/// Words that stand behind the place where something was said.
pub(crate) const WITHIN_BEHIND: &[&str] = &["kategorisinde ", "bölümünde ", "श्रेणी में ", " में "];
/// Small words between the name and what stands behind it: "Ann hat vor 2 Jahren geantwortet".
pub(crate) const AUXILIARY: &[&str] = &[" hat", " ने", " tarafından", " द्वारा", "さんが", "さん", "が", "님이", "님의", "님"];
/// What may stand uncapitalised inside a name.
pub(crate) const PARTICLES: &[&str] = &["von", "van", "de", "der", "den", "da", "di", "del", "la", "le", "al", "bin", "y"];
/// Which of several answers: "First answer:".
pub(crate) const ORDINALS: &str = "first|second|third|fourth|fifth|erste|zweite|dritte|première|deuxième|troisième|primera|segunda|tercera|primeira|terceira|prima|seconda|terza|первый|второй|третий|перша|друга|третя|pierwsza|druga|trzecia|birinci|ikinci|üçüncü|πρώτη|δεύτερη|τρίτη|اول|دوم|سوم|چهارم|पहला|दूसरा|तीसरा";
/// What stands before the number of a message in its thread.
pub(crate) const NUMBERED: &[&str] = &[
    "reply",
    "post",
    "message",
    "permalink",
    "antwort",
    "beitrag",
    "réponse",
    "respuesta",
    "mensaje",
    "resposta",
    "mensagem",
    "risposta",
    "messaggio",
    "ответ",
    "сообщение",
    "відповідь",
    "повідомлення",
    "odpowiedź",
    "post nr",
    "yanıt",
    "cevap",
    "ileti",
    "antwoord",
    "bericht",
    "उत्तर",
    "回复",
    "回覆",
    "返信",
    "답글",
    "رد",
];

/// Words that stand before the date, or glue it to something; dropped from both.
pub(crate) const GLUE: &[&str] = &[
    "on",
    "at",
    "am",
    "um",
    "le",
    "à",
    "el",
    "il",
    "em",
    "в",
    "о",
    "في",
    "در",
    "को",
    "dnia",
    "in",
    "a",
    "the",
    "and",
    "and edited",
    "на",
    "-",
    "–",
    "—",
    "|",
    "•",
    "·",
    ",",
    ":",
    "»",
    "«",
    "(",
    ")",
    "/",
    "#",
    "↑",
];

/// Words that stand between the date and the place where something was said: "asked May 2 in Baking".
pub(crate) const WITHIN: &[&str] =
    &["in", "within", "under", "en", "em", "dans", "na", "no", "w", "в", "у", "на", "categoria", "категория"];
