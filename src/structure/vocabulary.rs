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
pub(crate) use prose::{ANNOUNCING, ANNOUNCING_IN_ONE, COMPOUND_FIRST};
pub(crate) use threads::{BOARDS, CLOSINGS, STATES, THREAD_BUTTONS};

/// Whole-line phrases. The kind decides the reason given for dropping the line, and whether it can frame a post.
pub(crate) const PHRASES: &[(Cue, &str)] = &[
    // Buttons under or above a post.
    (
        Button,
        "favorite|past|share|share this post|share this|share link|share on facebook|share on twitter|share:|link to post|share on other sites|reply|reply with quote|reply as topic|quote|multiquote|like|likes|dislike|follow|unfollow|edit|report|report post|report this post|flag|save|bookmark|upvote|downvote|vote up|vote down|up vote|down vote|award|give award|comment|add a comment|add comment|add answer|answer|answer this question|ask question|ask a question|improve this answer|improve this question|copy link|link|permalink|permanent link|more options|options|print|email|tweet|pin it|facebook|twitter|reddit|linkedin|whatsapp|pinterest|tumblr|show activity on this post|watch|ignore|next last|first prev|first prev next last|prev next|back to top|top|go up|read more|see more|show more|continue reading|view more|thanks|helpful|unhelpful|was this helpful|yes no|translate|add to quote|view profile|view forum posts|visit homepage|see less see more|see less|link to comment|more sharing options|sign up to request clarification or add additional context in comments|logged|loading|delete|history|parent|context|start new topic|start a new topic|post reply|reply to this topic|reply to this thread|show # more comments|show more comments|view # more replies|hide replies|show replies|more replies|load more comments|add to favorites|accept|mark as answer|mark as accepted|mark as solution|report abuse|reply all|reply to author|i have the same question (#)|was this reply helpful|was this answer helpful|helpful (#)|not helpful|view profile|login to reply the answers|write a reply|hide|embed|multi-quote",
    ),
    (
        Button,
        "teilen|antworten|zitieren|gefällt mir|melden|bearbeiten|folgen|drucken|kommentieren|kommentar hinzufügen|beitrag melden|link zum beitrag|nach oben|beiträge anzeigen|homepage besuchen|profil|mehr anzeigen|speichern|übersetzen|werbung ausblenden|information ausblenden|anzeige|danke|hilfreich|nicht hilfreich|missbrauch melden|zum beitrag|kommentar schreiben|beitrag teilen|frage stellen|antwort schreiben",
    ),
    (
        Button,
        "partager|répondre|citer|j'aime|signaler|modifier|suivre|imprimer|ajouter un commentaire|commenter|haut|voir plus|enregistrer",
    ),
    (
        Button,
        "compartir|responder|responder citando|citar|me gusta|denunciar|editar|seguir|imprimir|comentar|añadir comentario|ver más|guardar|arriba|compartilhar|curtir|denunciar post|adicionar comentário|salvar|reportar|editar resposta|gostei|citação",
    ),
    (Button, "condividi|rispondi|cita|mi piace|segnala|modifica|segui|stampa|commenta|aggiungi un commento"),
    (
        Button,
        "поделиться|ответить|цитировать|нравится|мне нравится|пожаловаться|редактировать|подписаться|комментировать|добавить комментарий|читать далее|ещё|поділитися|відповісти|цитувати|подобається|поскаржитися|коментувати",
    ),
    (
        Button,
        "udostępnij|odpowiedz|cytuj|lubię to|zgłoś|edytuj|obserwuj|skomentuj|dodaj komentarz|paylaş|cevapla|yanıtla|alıntı|beğen|şikayet et|yorum yap|lubię|cytat|edytuj post|paylaş|beğendim|bildir|alıntıla|yanıtla",
    ),
    (Button, "antwoorden|reageer|reageren|citeer|citeren|vind ik leuk|delen|rapporteer|melden|bewerken|volgen|meer weergeven"),
    (
        Button,
        "जवाब दें|उत्तर दें|उद्धरण|उद्धृत करें|पसंद|पसंद करें|साझा करें|शेयर करें|रिपोर्ट|रिपोर्ट करें|टिप्पणी करें|संपादित करें|और देखें|رد|الرد|رد مع اقتباس|اقتباس|إعجاب|أعجبني|مشاركة|شارك|إبلاغ|الإبلاغ|تعديل|متابعة|حفظ|تعليق|أضف تعليقا|عرض المزيد|پاسخ|پاسخ دادن|نقل قول|پسندیدن|لایک|اشتراک|اشتراک گذاری|اشتراکگذاری|گزارش|ویرایش|ذخیره|نمایش بیشتر",
    ),
    (
        Button,
        "回复|回覆|引用|点赞|點讚|赞|踩|分享|举报|檢舉|收藏|喜欢|感谢|关注|關注|关注问题|写回答|添加评论|评论|收起|展开|阅读全文|编辑|顶|支持|反对|使用道具|只看该作者|返信|返信する|いいね|共有|シェア|通報|通報する|違反報告|ナイス|参考になった|編集|コメントする|共感した|もっと見る|フォロー|保存|ブックマーク|답글|답글 달기|인용|좋아요|공유|신고|추천|수정|저장|댓글 쓰기",
    ),
    // Counters: views, shares, replies.
    (
        Counter,
        "viewed # times|# views|views|views #|view # upvotes|view # upvote|view # upvoters|view # upvoter|view # shares|view # share|# upvotes|# shares|# comments|# comment|comment count #|comments #|# replies|# reply|replies|replies #|# posts|# likes|# like|likes #|# people found this helpful|# followers|# reactions|# reads|# min read|last reply|# replies last reply|# reply last reply|# kudos|(# votes)|expert-verified answer|expert verified answer|verified answer|modified #|read # times|# answers and # comments|# subscribers|# members|# viewing|# shares|# share|# photos|# threads|# reply|# award|# awards",
    ),
    (
        Counter,
        "# aufrufe|# ansichten|# mal gelesen|# kommentare|# kommentar|# mal geteilt|# vues|# commentaires|# commentaire|# j'aime|# vistas|# visitas|# comentarios|# comentario|# me gusta|# visualizações|# comentários|# visualizzazioni|# commenti|# просмотров|# просмотра|# комментариев|# комментарий|# комментария|# переглядів|# wyświetleń|# komentarzy|# görüntüleme|# yorum|# odsłon|# просмотр|# перегляди|# oy|# beğeni|# टिप्पणी|# टिप्पणियाँ|# पसंद|# تعليق|# تعليقات|# إعجاب|# مشاهدة|# نظر|# پسند|# بازدید|# 条评论|#条评论|# 評論|# 次浏览|浏览 #|查看 #|阅读 #|赞同 #|# 人赞同了该回答|# 人赞同|閲覧数 #|閲覧数|コメント #|いいね #|ナイス #|# 件のコメント|좋아요 #|조회수 #|댓글 #|# reacties|# weergaven",
    ),
    // Ratings by a post.
    (
        Tally,
        "# votes|# vote|# points|# point|score #|# stimmen|# stimme|# punkte|# голосов|# голоса|# голос|# votos|# voto|# voti|# głosów|# oy|# голоси|# бал|# бали|# балів|# баллов|# балла|# वोट|# मत|# 票|# صوت|# أصوات|# امتیاز|# رأی|# 표|# stemmen|+# votes|# point(s)|votes #|vote #",
    ),
    // What marks an answer as chosen.
    (
        Accepted,
        "accepted answer|accepted|best answer|best answer:|chosen answer|selected answer|solution|solved|marked as solution|accepted solution|top answer|most helpful answer|best response|beste antwort|hilfreichste antwort|lösung|akzeptierte antwort|meilleure réponse|réponse acceptée|mejor respuesta|respuesta aceptada|melhor resposta|resposta aceita|migliore risposta|risposta accettata|лучший ответ|решение|принятый ответ|найкраща відповідь|najlepsza odpowiedź|en iyi cevap|最佳答案|ベストアンサー|best answer chosen by asker|best answer selected by asker|vom fragesteller als hilfreich ausgezeichnet|hilfreiche antwort|meilleure réponse choisie|mejor respuesta elegida|melhor resposta escolhida|rozwiązanie|рішення|лучшее решение|सर्वश्रेष्ठ उत्तर|सबसे अच्छा उत्तर|स्वीकृत उत्तर|最佳回答|采纳答案|已采纳|被采纳|精选回答|ベストアンサーに選ばれた回答|채택된 답변|질문자 채택|베스트 답변|أفضل إجابة|الإجابة المقبولة|إجابة مقبولة|بهترین پاسخ|پاسخ پذیرفته شده|پاسخ برگزیده|beste antwoord|geaccepteerd antwoord",
    ),
    // What a member is called beside the name.
    (
        Badge,
        "closed|op|discussion starter|premium|premium user|offline|online|themenersteller|original poster|original post|author|member|new member|junior member|senior member|full member|active member|well-known member|regular member|registered user|registered|guest|moderator|mod|super moderator|global moderator|administrator|admin|site admin|staff|staff member|newbie|novice|beginner|regular|veteran|expert|contributor|frequent contributor|top contributor|platinum member|gold member|silver member|bronze member|premium member|lifetime member|supporter|supporting member|donor|sponsor|banned|inactive|active user|new user|members|administrators|moderators|leader|master|guru|legend|super user|community expert|community manager|employee|verified|topic starter|thread starter|trusted member|legendary member|hero member|sr. member|jr. member|board administrator|vip|vip member|premium|level #|mitglied|neues mitglied|aktives mitglied|bekanntes mitglied|erfahrenes mitglied|benutzer|moderatorin|administratorin|gast|neuling|profi|themenstarter|threadstarter|miembro|nuevo miembro|miembro activo|moderador|administrador|membre|nouveau membre|membre actif|modérateur|administrateur|invité|membro|nuovo membro|utente|участник|новичок|постоялец|модератор|администратор|гость|автор темы|учасник|użytkownik|nowy użytkownik|üye|yeni üye|yönetici|participant|community-experte|independent advisor|volunteer moderator|deleted member|lv #|kurucu üye|सदस्य|عضو|عضو جديد|عضو نشط|مشرف|کاربر|کاربر تازهوارد|مدیر|会员|新手上路|管理员|版主|楼主|メンバー|管理者|회원|운영자",
    ),
    // Facts of a member, the value behind a colon, on the next line, or absent.
    (
        Profile,
        "joined|join date|registered|registered on|member since|messages|posts|post count|total posts|reaction score|reactions received|points|trophy points|likes received|likes given|solutions|best answers|location|loc|from|gender|age|country|karma|reputation|rep|rank|status|occupation|interests|website|contact|username|kudos|thanked|thanks|thank post|mentioned|karma|real name|ratings|my mood|device|credits|level|awards|media|albums|trader rating|feedback|first name|last name|operating system|topics|threads|country flag|car|vehicle|threads started|community rating|my ride|reputation power|registriert seit|mitglied seit|registriert|dabei seit|beiträge|themen|ort|wohnort|geschlecht|alter|punkte|zustimmungen|punkte für erfolge|technisches equipment|renommee|bewertungen|danksagungen|inscrit|inscription|inscrit le|date d'inscription|localisation|sexe|messages postés|registrado|fecha de ingreso|mensajes|ubicación|desde|registrato|messaggi|località|iscritto dal|iscritto il|сообщения|сообщений|регистрация|зарегистрирован|откуда|адрес|репутация|на форуме с|повідомлень|звідки|posty|dołączył|dołączyła|rejestracja|skąd|mesaj|mesajlar|katılım|konum|registrado em|mensagens|localização|cadastro|fecha de registro|з нами з|дата реєстрації|повідомлення|місто|dołączył(a)|wiadomości|postów|lokalizacja|kayıt|kayıt tarihi|mesaj sayısı|beğeniler|üyelik tarihi|geregistreerd|berichten|lid sinds|woonplaats|शामिल हुए|पोस्ट|संदेश|स्थान|सदस्य बने|تاريخ التسجيل|المشاركات|مشاركات|الدولة|الإقامة|البلد|عضو منذ|النقاط|تاریخ عضویت|پستها|پست ها|پیامها|ارسالها|ارسال ها|محل سکونت|سپاسها|注册时间|注册日期|帖子|帖数|来自|积分|主题|精华|在线时间|最后登录|威望|金币|登録日|登録日時|投稿数|投稿|お住まい|住所|メッセージ|記事|가입일|게시물|글|지역",
    ),
    // Lines about the order or state of the list.
    (
        Navigation,
        "sign in or register to comment|log in or register to comment|log in or sign up to reply|bb-code ist an|smileys sind an|[img] code ist an|html-code ist aus|bb code is on|smilies are on|[img] code is on|html code is off|advanced search|log in register|login register|all activity|search titles only|search advanced search|sign in register|what's new|new posts latest activity|jump to latest|sorted by|sort by|sort|sorted by reset to default|highest score (default)|date modified (newest first)|date created (oldest first)|trending|recommended|best|newest|oldest|most recent|most votes|oldest to newest|newest to oldest|oldest first|newest first|active|all related|all related (#)|related|next|previous|prev|last|first|home|forums|forum|menu|search|log in|login|sign up|sign in|register|log out|sign in to comment|sign up or log in|log in or sign up|log in to reply|log in to vote|skip to main content|skip to content|tags|categories|category|topics|topic options|thread tools|display modes|subscribe|subscribe to rss|newsletter|subscribe to our newsletter|advertisement|advertisements|sponsored|ad|ads|promoted|faq|help|about|about us|contact us|privacy policy|terms of service|terms|cookies|cookie policy|jump to|jump to latest|page # of #|page #|pages #|go to page|go to|recommended posts|posted|not open for further replies|thread closed|archived|wiki|unanswered|questions|users|chat|# of #|latest posts|new posts|what's new|who's online|staff online|continue reading|startseite|anmelden|registrieren|suche|seite # von #|weiter|zurück|letzte|impressum|datenschutz|werbung|themen-optionen|accueil|connexion|s'inscrire|rechercher|page # sur #|suivant|précédent|publicité|inicio|entrar|buscar|página # de #|siguiente|anterior|publicidad|главная|войти|регистрация|поиск|страница # из #|далее|назад|реклама|zaloguj się|szukaj|strona # z #|giriş yap|kayıt ol|ara|relevance|votes|default sorting|默认排序|按时间排序|按热度排序|新しい順|古い順|trier par|ordenar por|sortieren nach|sortiert nach|сначала новые|сначала старые|sort by date|sıralama|الأحدث|الأقدم|جدیدترین|prev next",
    ),
    // After these nothing of the thread follows.
    (
        End,
        "your answer|post your answer|know someone who can answer? share a link to this question via email, twitter, or facebook|related questions|related articles|related topics|related posts|related content|similar questions|similar threads|similar topics|suggested topics|more from this author|you may also like|you might also like|recommended for you|hot network questions|linked|not the answer you're looking for? browse other questions tagged|browse other questions tagged|you must log in or register to reply here|you must log in to answer this question|please log in or register to answer this question|please log in or register to add a comment|want to reply to this thread or ask your own question|join the conversation|create an account or sign in to comment|go to topic listing|leave a comment|leave a reply|post a reply|still have questions|ask your own question|new & unread topics|new topics|recently browsing|# user(s) are reading this topic|users who are viewing this thread|about this discussion|share this page|ähnliche fragen|ähnliche themen|ähnliche beiträge|das könnte dich auch interessieren|deine antwort|du musst angemeldet sein, um zu antworten|questions similaires|sujets similaires|articles similaires|votre réponse|preguntas relacionadas|temas similares|artículos relacionados|tu respuesta|perguntas relacionadas|sua resposta|domande simili|похожие вопросы|похожие темы|ваш ответ|схожі питання|podobne pytania|podobne tematy|benzer sorular|benzer konular|相关问题|相似问题|関連する質問|あわせて知りたい|أسئلة ذات صلة|أسئلة مشابهة|پرسشهای مرتبط|پرسش های مشابه|समान प्रश्न|संबंधित प्रश्न|gerelateerde vragen|vergelijkbare vragen",
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
pub(crate) const ANSWER_COUNTS: &str = "answer|answers|antwort|antworten|réponse|réponses|respuesta|respuestas|risposta|risposte|resposta|respostas|ответ|ответа|ответов|відповідь|відповіді|відповідей|odpowiedź|odpowiedzi|cevap|yanıt|antwoord|antwoorden|svar|个回答|個回答|件の回答|답변|उत्तर|जवाब|απάντηση|απαντήσεις|پاسخ|إجابة|إجابات|jawaban|câu trả lời|best answers|个答案|條回答|則回答|件回答|回答|개의 답변|개 답변|جواب|أجوبة|جوابها|svaren|ответы|cevaplar|yanıtlar|الإجابات|الأجوبة|پاسخها";

/// What somebody did, before or after the name: the verb decides the role of the post.
pub(crate) const VERBS: &[(Deed, &str)] = &[
    (
        Deed::Asked,
        "asked|question asked|ρώτησε|ने पूछा|पूछा|پرسید|پرسیده شده توسط|質問日|質問日時|質問者|gefragt|fragte|hat gefragt|a demandé|demandé|posée|preguntado|preguntó|pregunta|ha chiesto|chiesto|perguntado|perguntou|спросил|спросила|задал вопрос|задала вопрос|задан|запитав|запитала|zapytał|zapytała|zapytano|sordu|soruldu|demanded|formulada|preguntada|hecha|perguntada|feita|вопрос задан|вопрос задал|спросил(а)|задано|питання задано|запитав(ла)|pytanie zadane|zadane|zapytał(a)|सवाल किया|प्रश्न किया|提问于|提問於|提问|が質問|が質問しました|님이 질문|님이 질문함|سأل|سألت|طرح السؤال|سئل|پرسیده شد|vroeg|gevraagd|tarihinde soruldu|को पूछा|को पूछा गया|の質問",
    ),
    (
        Deed::Answered,
        "answered|replied with an answer|answer by|answer from|antwort von|réponse de|réponse par|respuesta de|respuesta por|ha respondido|contestó|contestado|resposta de|resposta por|risposta di|risposta da|ответ от|дал ответ|дала ответ|відповідь від|odpowiedź od|udzielił odpowiedzi|udzieliła odpowiedzi|cevap verdi|απάντησε|απάντησε ο|απάντησε η|απαντήθηκε|απάντηση από|उत्तर दिया|जवाब दिया|پاسخ داد|پاسخ داده شده توسط|پاسخ از|جواب داد|回答日|回答日時|回答者|回答しました|に回答|に回答しました|beantwortet|antwortete|hat geantwortet|geantwortet|a répondu|répondu|respondido|respondió|ha risposto|risposto|respondeu|ответил|ответила|отвечено|відповів|відповіла|odpowiedział|odpowiedziała|cevapladı|cevaplandı|yanıtladı|antwoordde|beantwoord|respondida|contestada|ответ дан|дан ответ|ответил(а)|відповідь дано|дано відповідь|відповів(ла)|odpowiedź|odpowiedział(a)|odpowiedzi udzielił|回答于|回答於|が回答|が回答しました|님이 답변|님이 답변함|님의 답변|أجاب|أجابت|أجاب عليه|إجابة من|پاسخ داده شد|پاسخ داده|tarihinde cevaplandı|tarihinde yanıtlandı|को उत्तर दिया|को जवाब दिया|の回答",
    ),
    (
        Deed::Commented,
        "commented|replied|comment by|kommentar von|commentaire de|comentario de|comentário de|commento di|комментарий от|коментар від|komentarz od|σχολίασε|टिप्पणी की|نظر داد|kommentiert|kommentierte|hat kommentiert|a commenté|commenté|comentado|comentó|ha commentato|commentato|comentou|прокомментировал|прокомментировала|прокоментував|прокоментувала|skomentował|skomentowała|yorumladı|yorum yaptı|прокомментировал(а)|skomentował(a)|评论于|評論於|がコメント|がコメントしました|علق|علقت|علّق|نظر داده شد|님이 댓글|reageerde|tarihinde yorumladı|को टिप्पणी की|のコメント",
    ),
    (
        Deed::Edited,
        "edited|last edited|last edited by|modified|updated|edited by|bearbeitet|zuletzt bearbeitet|geändert|zuletzt geändert|modifié|dernière modification|editado|última edición|modificato|изменено|отредактировано|последнее редактирование|редаговано|edytowano|düzenlendi|son düzenleme|zuletzt bearbeitet von|modificada|modificado|modificado por última vez|изменён|изменен|отредактирован|編集日|更新日|编辑于|編輯於|最后编辑于|수정됨|عدل|تعديل|ویرایش شده",
    ),
    (Deed::Selected, "selected|chosen|accepted|marked as best answer|ausgewählt|seleccionado|выбран|выбрано"),
    (
        Deed::Posted,
        "posted|post|posted on|작성자|від|द्वारा|بواسطة|توسط|作者|door|έγραψε|δημοσιεύτηκε|δημοσιεύτηκε από|ने लिखा|लिखा|نوشته‌ی|نوشتهٔ|نوشته ی|نوشته شده توسط|ارسال شده توسط|نوشت|投稿日時|投稿者|written|wrote on last edited by|wrote on|wrote|created|started|started this topic|published|submitted|said|by|geschrieben|schrieb|verfasst|erstellt|gepostet|veröffentlicht|von|écrit|a écrit|publié|posté|par|escrito|escribió|publicado|enviado|por|scritto|ha scritto|pubblicato|inviato|da|написал|написала|опубликовано|добавлено|сообщение|от|написав|написала|опубліковано|napisał|napisała|opublikowano|dodano|przez|yazdı|gönderildi|yayınlandı|发表于|投稿日|created on|replied on|发布于|發布於|發表於|发表|投稿しました|が投稿|작성일|작성|كتب|كتبت|نشر|نشرت|نوشته|ارسال شده در|geplaatst|geplaatst door|geplaatst op|schreef|napisane|napisane przez|dodane|dodane przez|tarihinde yazıldı|tarihinde gönderildi|tarihinde paylaşıldı|yazıldı|gönderdi|को पोस्ट किया|को पोस्ट किया गया|पोस्ट किया|पोस्ट किया गया|को लिखा",
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
    "द्वारा",
    "door",
    "بواسطة",
    "作者",
];
/// Small words between the name and what stands behind it: "Ann hat vor 2 Jahren geantwortet".
pub(crate) const AUXILIARY: &[&str] = &[" hat", " ने", " tarafından", " द्वारा", "さんが", "さん", "が", "님이", "님의", "님"];
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

/// What the line of a picture says before the name of the member that it shows, and what it says behind it.
pub(crate) const PORTRAIT_OF: &[&str] = &[
    "Profile photo for ",
    "Profile picture of ",
    "Profile picture for ",
    "Avatar of ",
    "Avatar for ",
    "User avatar for ",
    "Photo of ",
    "Avatar von ",
    "Profilbild von ",
    "Avatar de ",
    "Photo de profil de ",
    "Foto de perfil de ",
    "Immagine del profilo di ",
    "Avatar di ",
    "Аватар пользователя ",
    "Аватар ",
    "Zdjęcie profilowe ",
];
pub(crate) const WHOSE_PORTRAIT: &[&str] =
    &["'s user avatar", "’s user avatar", "'s avatar", "’s avatar", "'s profile picture", "'s profile photo"];

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
    "ने लिखा",
    "ने कहा",
    "写道",
    "寫道",
    "说",
    "說",
    "さんが書きました",
    "さんは書きました",
    "さんの発言",
    "님이 작성",
    "كتب",
    "كتبت",
    "قال",
    "نوشت",
    "نوشته",
    "گفت",
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
    "citaat van",
    "उद्धरण",
    "اقتباس من",
    "نقل قول از",
];
