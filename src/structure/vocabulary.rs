//! The cues as data: what pages write around posts, in the languages seen. A phrase is compared with a whole line after
//! folding: lower case, one space, outer punctuation off, every number written `#`.
mod pages;
mod prose;
mod threads;

use super::cues::Cue;
use Cue::{Accepted, Badge, Button, Counter, End, Expand, Header, Navigation, Profile, Tally};
pub(crate) use pages::{
    AFTER, ANNOUNCING_COMMENTS, ANNOUNCING_QUESTIONS, CONTENTS, DATED, FUNCTION_WORDS, HELPED_BY, INTERROGATIVES, WRITTEN_BY,
};
pub(crate) use prose::{ANNOUNCING, COMPOUND_FIRST};
pub(crate) use threads::{BOARDS, CLOSINGS, THREAD_BUTTONS};

/// Whole-line phrases. The kind decides the reason given for dropping the line, and whether it can frame a post.
pub(crate) const PHRASES: &[(Cue, &str)] = &[
    // Buttons under or above a post.
    (
        Button,
        "share|share this post|share this|share link|share on facebook|share on twitter|share:|link to post|share on other sites|reply|reply with quote|reply as topic|quote|multiquote|like|likes|dislike|follow|unfollow|edit|report|report post|report this post|flag|save|bookmark|upvote|downvote|vote up|vote down|up vote|down vote|award|give award|comment|add a comment|add comment|add answer|answer|answer this question|ask question|ask a question|improve this answer|improve this question|copy link|link|permalink|permanent link|more options|options|print|email|tweet|pin it|facebook|twitter|reddit|linkedin|whatsapp|pinterest|tumblr|show activity on this post|watch|ignore|next last|first prev|first prev next last|prev next|back to top|top|go up|read more|see more|show more|continue reading|view more|thanks|helpful|unhelpful|was this helpful|yes no|translate|add to quote|view profile|view forum posts|visit homepage|see less see more|see less|link to comment|more sharing options|sign up to request clarification or add additional context in comments|logged|offline|online|loading|delete|history|parent|context|start new topic|start a new topic|post reply|reply to this topic|reply to this thread|show # more comments|show more comments|view # more replies|hide replies|show replies|more replies|load more comments|add to favorites|accept|mark as answer|mark as accepted|mark as solution",
    ),
    (
        Button,
        "teilen|antworten|zitieren|gefällt mir|melden|bearbeiten|folgen|drucken|kommentieren|kommentar hinzufügen|beitrag melden|link zum beitrag|nach oben|beiträge anzeigen|homepage besuchen|profil|mehr anzeigen|speichern|übersetzen|werbung ausblenden|information ausblenden|anzeige",
    ),
    (
        Button,
        "partager|répondre|citer|j'aime|signaler|modifier|suivre|imprimer|ajouter un commentaire|commenter|haut|voir plus|enregistrer",
    ),
    (
        Button,
        "compartir|responder|responder citando|citar|me gusta|denunciar|editar|seguir|imprimir|comentar|añadir comentario|ver más|guardar|arriba|compartilhar|curtir|denunciar post|adicionar comentário|salvar",
    ),
    (Button, "condividi|rispondi|cita|mi piace|segnala|modifica|segui|stampa|commenta|aggiungi un commento"),
    (
        Button,
        "поделиться|ответить|цитировать|нравится|мне нравится|пожаловаться|редактировать|подписаться|комментировать|добавить комментарий|читать далее|ещё|поділитися|відповісти|цитувати|подобається|поскаржитися|коментувати",
    ),
    (
        Button,
        "udostępnij|odpowiedz|cytuj|lubię to|zgłoś|edytuj|obserwuj|skomentuj|dodaj komentarz|paylaş|cevapla|yanıtla|alıntı|beğen|şikayet et|yorum yap",
    ),
    // Counters: views, shares, replies.
    (
        Counter,
        "viewed # times|# views|views|views #|view # upvotes|view # upvote|view # shares|view # share|# upvotes|# shares|# comments|# comment|comment count #|comments #|# replies|# reply|replies|replies #|# posts|# likes|# like|likes #|# people found this helpful|# followers|# reactions|# reads|# min read|last reply|# replies last reply|# reply last reply|# kudos|(# votes)|expert-verified answer|expert verified answer|verified answer|modified #|read # times|# answers and # comments|# subscribers|# members|# viewing|# shares|# share|# photos|# threads|# reply|# award|# awards",
    ),
    (
        Counter,
        "# aufrufe|# ansichten|# mal gelesen|# kommentare|# kommentar|# mal geteilt|# vues|# commentaires|# commentaire|# j'aime|# vistas|# visitas|# comentarios|# comentario|# me gusta|# visualizações|# comentários|# visualizzazioni|# commenti|# просмотров|# просмотра|# комментариев|# комментарий|# комментария|# переглядів|# wyświetleń|# komentarzy|# görüntüleme|# yorum",
    ),
    // Ratings by a post.
    (
        Tally,
        "# votes|# vote|# points|# point|score #|# stimmen|# stimme|# punkte|# голосов|# голоса|# голос|# votos|# voto|# voti|# głosów|# oy|+# votes|# point(s)|votes #|vote #",
    ),
    // What marks an answer as chosen.
    (
        Accepted,
        "accepted answer|accepted|best answer|best answer:|chosen answer|selected answer|solution|solved|marked as solution|accepted solution|top answer|most helpful answer|best response|beste antwort|hilfreichste antwort|lösung|akzeptierte antwort|meilleure réponse|réponse acceptée|mejor respuesta|respuesta aceptada|melhor resposta|resposta aceita|migliore risposta|risposta accettata|лучший ответ|решение|принятый ответ|найкраща відповідь|najlepsza odpowiedź|en iyi cevap|最佳答案|ベストアンサー|best answer chosen by asker|best answer selected by asker",
    ),
    // What a member is called beside the name.
    (
        Badge,
        "closed|op|discussion starter|premium|premium user|offline|online|themenersteller|original poster|original post|author|member|new member|junior member|senior member|full member|active member|well-known member|regular member|registered user|registered|guest|moderator|mod|super moderator|global moderator|administrator|admin|site admin|staff|staff member|newbie|novice|beginner|regular|veteran|expert|contributor|frequent contributor|top contributor|platinum member|gold member|silver member|bronze member|premium member|lifetime member|supporter|supporting member|donor|sponsor|banned|inactive|active user|new user|members|administrators|moderators|leader|master|guru|legend|super user|community expert|community manager|employee|verified|topic starter|thread starter|trusted member|legendary member|hero member|sr. member|jr. member|board administrator|vip|vip member|premium|level #|mitglied|neues mitglied|aktives mitglied|bekanntes mitglied|erfahrenes mitglied|benutzer|moderatorin|administratorin|gast|neuling|profi|themenstarter|threadstarter|miembro|nuevo miembro|miembro activo|moderador|administrador|membre|nouveau membre|membre actif|modérateur|administrateur|invité|membro|nuovo membro|utente|участник|новичок|постоялец|модератор|администратор|гость|автор темы|учасник|użytkownik|nowy użytkownik|üye|yeni üye|yönetici",
    ),
    // Facts of a member, the value behind a colon, on the next line, or absent.
    (
        Profile,
        "joined|join date|registered|registered on|member since|messages|posts|post count|total posts|reaction score|reactions received|points|trophy points|likes received|likes given|solutions|best answers|location|loc|from|gender|age|country|karma|reputation|rep|rank|status|occupation|interests|website|contact|username|kudos|thanked|thanks|thank post|mentioned|karma|real name|ratings|my mood|device|credits|level|awards|media|albums|trader rating|feedback|first name|last name|operating system|topics|threads|country flag|car|vehicle|threads started|community rating|my ride|reputation power|registriert seit|mitglied seit|registriert|dabei seit|beiträge|themen|ort|wohnort|geschlecht|alter|punkte|zustimmungen|punkte für erfolge|technisches equipment|renommee|bewertungen|danksagungen|inscrit|inscription|inscrit le|date d'inscription|localisation|sexe|messages postés|registrado|fecha de ingreso|mensajes|ubicación|desde|registrato|messaggi|località|iscritto dal|iscritto il|сообщения|сообщений|регистрация|зарегистрирован|откуда|адрес|репутация|на форуме с|повідомлень|звідки|posty|dołączył|dołączyła|rejestracja|skąd|mesaj|mesajlar|katılım|konum",
    ),
    // Lines about the order or state of the list.
    (
        Navigation,
        "sign in or register to comment|log in or register to comment|log in or sign up to reply|bb-code ist an|smileys sind an|[img] code ist an|html-code ist aus|bb code is on|smilies are on|[img] code is on|html code is off|advanced search|log in register|login register|all activity|search titles only|search advanced search|sign in register|what's new|new posts latest activity|jump to latest|sorted by|sort by|sort|sorted by reset to default|highest score (default)|date modified (newest first)|date created (oldest first)|trending|recommended|best|newest|oldest|most recent|most votes|oldest to newest|newest to oldest|oldest first|newest first|active|all related|all related (#)|related|next|previous|prev|last|first|home|forums|forum|menu|search|log in|login|sign up|sign in|register|log out|sign in to comment|sign up or log in|log in or sign up|log in to reply|log in to vote|skip to main content|skip to content|tags|categories|category|topics|topic options|thread tools|display modes|subscribe|subscribe to rss|newsletter|subscribe to our newsletter|advertisement|advertisements|sponsored|ad|ads|promoted|faq|help|about|about us|contact us|privacy policy|terms of service|terms|cookies|cookie policy|jump to|jump to latest|page # of #|page #|pages #|go to page|go to|recommended posts|posted|not open for further replies|thread closed|archived|wiki|unanswered|questions|users|chat|# of #|latest posts|new posts|what's new|who's online|staff online|continue reading|startseite|anmelden|registrieren|suche|seite # von #|weiter|zurück|letzte|impressum|datenschutz|werbung|themen-optionen|accueil|connexion|s'inscrire|rechercher|page # sur #|suivant|précédent|publicité|inicio|entrar|buscar|página # de #|siguiente|anterior|publicidad|главная|войти|регистрация|поиск|страница # из #|далее|назад|реклама|zaloguj się|szukaj|strona # z #|giriş yap|kayıt ol|ara",
    ),
    // After these nothing of the thread follows.
    (
        End,
        "your answer|post your answer|know someone who can answer? share a link to this question via email, twitter, or facebook|related questions|related articles|related topics|related posts|related content|similar questions|similar threads|similar topics|suggested topics|more from this author|you may also like|you might also like|recommended for you|hot network questions|linked|not the answer you're looking for? browse other questions tagged|browse other questions tagged|you must log in or register to reply here|you must log in to answer this question|please log in or register to answer this question|please log in or register to add a comment|want to reply to this thread or ask your own question|join the conversation|create an account or sign in to comment|go to topic listing|leave a comment|leave a reply|post a reply|still have questions|ask your own question|new & unread topics|new topics|recently browsing|# user(s) are reading this topic|users who are viewing this thread|about this discussion|share this page|ähnliche fragen|ähnliche themen|ähnliche beiträge|das könnte dich auch interessieren|deine antwort|du musst angemeldet sein, um zu antworten|questions similaires|sujets similaires|articles similaires|votre réponse|preguntas relacionadas|temas similares|artículos relacionados|tu respuesta|perguntas relacionadas|sua resposta|domande simili|похожие вопросы|похожие темы|ваш ответ|схожі питання|podobne pytania|podobne tematy|benzer sorular|benzer konular",
    ),
    (
        Expand,
        "click to expand|click to expand...|klicke in dieses feld, um es in vollständiger größe anzuzeigen|klicken sie in dieses feld, um es in vollständiger größe anzuzeigen|zum vergrößern anklicken|zum vergrößern anklicken....|cliquez pour agrandir|haz clic para expandir|нажмите, чтобы раскрыть|натисніть для розгортання|kliknij, aby rozwinąć|genişletmek için tıkla|click to collapse",
    ),
    // Heads of a mail or issue.
    (
        Header,
        "from|date|subject|to|cc|reply-to|message-id|von|an|datum|betreff|de|à|objet|para|asunto|fecha|от|кому|дата|тема|sent|gesendet|envoyé|enviado",
    ),
];

/// Words for "answers" after a number.
pub(crate) const ANSWER_COUNTS: &str = "answer|answers|antwort|antworten|réponse|réponses|respuesta|respuestas|risposta|risposte|resposta|respostas|ответ|ответа|ответов|відповідь|відповіді|відповідей|odpowiedź|odpowiedzi|cevap|yanıt|antwoord|antwoorden|svar|个回答|個回答|件の回答|답변|उत्तर|जवाब|απάντηση|απαντήσεις|پاسخ|إجابة|إجابات|jawaban|câu trả lời|best answers";

/// What somebody did, before or after the name: the verb decides the role of the post.
pub(crate) const VERBS: &[(Deed, &str)] = &[
    (
        Deed::Asked,
        "asked|question asked|ρώτησε|ने पूछा|पूछा|پرسید|پرسیده شده توسط|質問日|質問日時|質問者|gefragt|fragte|hat gefragt|a demandé|demandé|posée|preguntado|preguntó|pregunta|ha chiesto|chiesto|perguntado|perguntou|спросил|спросила|задал вопрос|задала вопрос|задан|запитав|запитала|zapytał|zapytała|zapytano|sordu|soruldu|demanded",
    ),
    (
        Deed::Answered,
        "answered|replied with an answer|answer by|answer from|antwort von|réponse de|réponse par|respuesta de|respuesta por|ha respondido|contestó|contestado|resposta de|resposta por|risposta di|risposta da|ответ от|дал ответ|дала ответ|відповідь від|odpowiedź od|udzielił odpowiedzi|udzieliła odpowiedzi|cevap verdi|απάντησε|απάντησε ο|απάντησε η|απαντήθηκε|απάντηση από|उत्तर दिया|जवाब दिया|پاسخ داد|پاسخ داده شده توسط|پاسخ از|جواب داد|回答日|回答日時|回答者|回答しました|に回答|に回答しました|beantwortet|antwortete|hat geantwortet|geantwortet|a répondu|répondu|respondido|respondió|ha risposto|risposto|respondeu|ответил|ответила|отвечено|відповів|відповіла|odpowiedział|odpowiedziała|cevapladı|cevaplandı|yanıtladı|antwoordde|beantwoord",
    ),
    (
        Deed::Commented,
        "commented|replied|comment by|kommentar von|commentaire de|comentario de|comentário de|commento di|комментарий от|коментар від|komentarz od|σχολίασε|टिप्पणी की|نظر داد|kommentiert|kommentierte|hat kommentiert|a commenté|commenté|comentado|comentó|ha commentato|commentato|comentou|прокомментировал|прокомментировала|прокоментував|прокоментувала|skomentował|skomentowała|yorumladı|yorum yaptı",
    ),
    (
        Deed::Edited,
        "edited|last edited|last edited by|modified|updated|edited by|bearbeitet|zuletzt bearbeitet|geändert|zuletzt geändert|modifié|dernière modification|editado|última edición|modificato|изменено|отредактировано|последнее редактирование|редаговано|edytowano|düzenlendi|son düzenleme|zuletzt bearbeitet von",
    ),
    (Deed::Selected, "selected|chosen|accepted|marked as best answer|ausgewählt|seleccionado|выбран|выбрано"),
    (
        Deed::Posted,
        "posted|post|posted on|έγραψε|δημοσιεύτηκε|δημοσιεύτηκε από|ने लिखा|लिखा|نوشته‌ی|نوشتهٔ|نوشته ی|نوشته شده توسط|ارسال شده توسط|نوشت|投稿日時|投稿者|written|wrote on last edited by|wrote on|wrote|created|started|started this topic|published|submitted|said|by|geschrieben|schrieb|verfasst|erstellt|gepostet|veröffentlicht|von|écrit|a écrit|publié|posté|par|escrito|escribió|publicado|enviado|por|scritto|ha scritto|pubblicato|inviato|da|написал|написала|опубликовано|добавлено|сообщение|от|написав|написала|опубліковано|napisał|napisała|opublikowano|dodano|przez|yazdı|gönderildi|yayınlandı|发表于|投稿日",
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
    "投稿者",
    "回答者",
    "質問者",
];
/// Small words between the name and what stands behind it: "Ann hat vor 2 Jahren geantwortet".
pub(crate) const AUXILIARY: &[&str] = &[" hat", " ने", " द्वारा", "さんが", "が"];
/// What may stand uncapitalised inside a name.
pub(crate) const PARTICLES: &[&str] = &["von", "van", "de", "der", "den", "da", "di", "del", "la", "le", "al", "bin", "y"];
/// Which of several answers: "First answer:".
pub(crate) const ORDINALS: &str = "first|second|third|fourth|fifth|erste|zweite|dritte|première|deuxième|troisième|primera|segunda|tercera|primeira|terceira|prima|seconda|terza|первый|второй|третий|перша|друга|третя|pierwsza|druga|trzecia|birinci|ikinci|üçüncü|πρώτη|δεύτερη|τρίτη|اول|دوم|سوم|چهارم|पहला|दूसरा|तीसरा";
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

/// Marks of a question, before a colon at the start of a line.
pub(crate) const QUESTION_MARKS: &[&str] = &[
    "q",
    "question",
    "f",
    "frage",
    "p",
    "pregunta",
    "pergunta",
    "d",
    "domanda",
    "в",
    "вопрос",
    "питання",
    "pytanie",
    "soru",
    "s",
    "प्रश्न",
    "सवाल",
    "ερώτηση",
    "پرسش",
    "سؤال",
    "س",
    "问",
    "问题",
    "問",
    "質問",
    "질문",
    "vraag",
    "câu hỏi",
    "pertanyaan",
];
/// Marks of an answer.
pub(crate) const ANSWER_MARKS: &[&str] = &[
    "a",
    "answer",
    "antwort",
    "r",
    "réponse",
    "reponse",
    "respuesta",
    "resposta",
    "risposta",
    "о",
    "ответ",
    "відповідь",
    "odpowiedź",
    "o",
    "c",
    "cevap",
    "उत्तर",
    "जवाब",
    "απάντηση",
    "پاسخ",
    "جواب",
    "الجواب",
    "إجابة",
    "ج",
    "答",
    "回答",
    "答案",
    "답변",
    "답",
    "antwoord",
    "ans",
    "trả lời",
    "jawaban",
];

/// How a quotation of somebody begins, the name before it.
pub(crate) const SAID: &[&str] = &[
    "said",
    "says",
    "Says",
    "wrote",
    "schrieb",
    "hat geschrieben",
    "sagte",
    "a écrit",
    "a dit",
    "écrit",
    "escribió",
    "dijo",
    "ha scritto",
    "ha detto",
    "escreveu",
    "disse",
    "сказал",
    "сказала",
    "написал",
    "написала",
    "писал",
    "писал(а)",
    "сказал(а)",
    "написав",
    "написала",
    "napisał",
    "napisała",
    "napisał/a",
    "pisze",
    "yazdı",
    "dedi",
    "schreef",
    "skrev",
];
/// How a quotation of somebody begins, the name behind it.
pub(crate) const QUOTED_FROM: &[&str] = &[
    "quote from",
    "quote",
    "originally posted by",
    "zitat von",
    "zitat",
    "citation de",
    "cita de",
    "citazione di",
    "цитата",
    "сообщение от",
    "cytat",
    "alıntı",
    "quoting",
];
