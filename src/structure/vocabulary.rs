//! The cues as data: what pages write around posts, in the languages seen. A phrase is compared with a whole line after
//! folding: lower case, one space, outer punctuation off, every number written `#`.
mod below;
mod boards;
mod deeds;
mod further;
mod greetings;
mod languages;
mod little;
mod marks;
mod pages;
mod prose;
mod starts;
mod threads;
mod titles;
mod ways;

use super::cues::Cue;
use Cue::{Accepted, Badge, Button, Counter, End, Expand, Header, Navigation, Profile, Tally};
pub(crate) use below::{AFTER, ANNOUNCING_COMMENTS};
pub(crate) use boards::{COMMENTS, PHRASES as BOARD_PHRASES, REMOVED, VERBS as BOARD_VERBS};
pub(crate) use deeds::{
    AUXILIARY, BEHIND, BY, Deed, GLUE, LINKS_UP, NUMBERED, NUMBERED_BEHIND, ORDINALS, PARTICLES, PLACED, VERBS, WITHIN,
    WITHIN_BEHIND,
};
pub(crate) use further::{ANSWER_COUNTS as FURTHER_COUNTS, PHRASES as FURTHER_PHRASES, VERBS as FURTHER_VERBS};
pub(crate) use greetings::{CLOSINGS, GREETINGS, SIGNED_GREETINGS};
pub(crate) use languages::{PHRASES as LANGUAGE_PHRASES, VERBS as LANGUAGE_VERBS};
pub(crate) use little::{FUNCTION_WORDS, INTERROGATIVES};
pub(crate) use marks::{ANSWER_MARKS, BADGES, PORTRAIT_OF, QUESTION_MARKS, QUOTED_FROM, SAID, TALK, WHOSE_PORTRAIT};
pub(crate) use pages::{ANNOUNCING_QUESTIONS, CONTENTS, DATED, HELPED_BY, WRITTEN_BY};
pub(crate) use prose::{ANNOUNCING, ANNOUNCING_IN_ONE, COMPOUND_FIRST};
pub(crate) use starts::STARTS;
pub(crate) use threads::{ASKING_PARTICLES, BOARDS, HONORIFICS, ICONS, INTERJECTIONS, STATES, THREAD_BUTTONS, TITLES};
pub(crate) use titles::{BEGUN_BY, CALLS, FILED, READ_COUNTS, TIME_TO_READ};
pub(crate) use ways::WAYS;

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
        "# aufrufe|# ansichten|# mal gelesen|# kommentare|# kommentar|# mal geteilt|# vues|# commentaires|# commentaire|# j'aime|# vistas|# visitas|# comentarios|# comentario|# me gusta|# visualizações|# comentários|# visualizzazioni|# commenti|# просмотров|# просмотра|# комментариев|# комментарий|# комментария|# переглядів|# wyświetleń|# komentarzy|# görüntüleme|# yorum|# odsłon|# просмотр|# перегляди|# oy|# beğeni|# टिप्पणी|# टिप्पणियाँ|# पसंद|# تعليق|# تعليقات|# إعجاب|# مشاهدة|# نظر|# پسند|# بازدید|# 条评论|# 评论|# 댓글|# комментарии|# коментарі|# kommentare|# commentaires|# yorumlar|# komentarze|# コメント|#条评论|# 評論|# 次浏览|浏览 #|查看 #|阅读 #|赞同 #|# 人赞同了该回答|# 人赞同|閲覧数 #|閲覧数|コメント #|いいね #|ナイス #|# 件のコメント|좋아요 #|조회수 #|댓글 #|# reacties|# weergaven",
    ),
    // Ratings by a post.
    (
        Tally,
        "# votes|# vote|# points|# point|score #|# stimmen|# stimme|# punkte|# голосов|# голоса|# голос|# votos|# voto|# voti|# głosów|# oy|# голоси|# бал|# бали|# балів|# баллов|# балла|# वोट|# मत|# 票|# صوت|# أصوات|# امتیاز|# رأی|# 표|# stemmen|+# votes|# point(s)|votes #|vote #",
    ),
    // What marks an answer as chosen.
    (
        Accepted,
        "本回答被提问者采纳|本回答被提问者和网友采纳|本回答由提问者推荐|질문자가 채택한 답변입니다|favorite answer|best answer chosen|top-ranking reply|лучший ответ выбран|als lösung markiert|beste antwort ausgewählt|réponse acceptée par l'auteur|marcada como solución|accepted answer|accepted|best answer|best answer:|chosen answer|selected answer|solution|solved|marked as solution|accepted solution|top answer|most helpful answer|best response|beste antwort|hilfreichste antwort|lösung|akzeptierte antwort|meilleure réponse|réponse acceptée|mejor respuesta|respuesta aceptada|melhor resposta|resposta aceita|migliore risposta|risposta accettata|лучший ответ|решение|принятый ответ|найкраща відповідь|najlepsza odpowiedź|en iyi cevap|最佳答案|ベストアンサー|best answer chosen by asker|best answer selected by asker|vom fragesteller als hilfreich ausgezeichnet|hilfreiche antwort|meilleure réponse choisie|mejor respuesta elegida|melhor resposta escolhida|rozwiązanie|рішення|лучшее решение|सर्वश्रेष्ठ उत्तर|सबसे अच्छा उत्तर|स्वीकृत उत्तर|最佳回答|采纳答案|已采纳|被采纳|精选回答|ベストアンサーに選ばれた回答|채택된 답변|질문자 채택|베스트 답변|أفضل إجابة|الإجابة المقبولة|إجابة مقبولة|بهترین پاسخ|پاسخ پذیرفته شده|پاسخ برگزیده|beste antwoord|geaccepteerd antwoord",
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
    // Buttons and notes of boards, shops and of what is shown in place of pictures.
    (
        Button,
        "ask a new question|see a translation|denunciar conteúdo inapropriado|contenu inapproprié|report inappropriate content|denunciar contenido inapropiado|segnala contenuto inappropriato|ссылка на сообщение|поделиться на другие сайты|lien vers le commentaire|partager sur d'autres sites|enlace al comentario|compartir en otros sitios|link zu diesem kommentar|auf anderen seiten teilen|link al commento|condividi su altri siti|link para o comentário|compartilhar em outros sites|mostra profilo|connesso|stampa|profil anzeigen|gespeichert|voir le profil|ver perfil|visualizar perfil|profili görüntüle|посмотреть профиль|переглянути профіль|pokaż profil|view profile www|www|find|find all posts|add bookmark|award|reply helpful|view in context|me too (#)|me too|see more answers (#)|see more answered questions (#)|flag inappropriate|did you find this helpful|select all|cancel selecting|permalink embed save report reply|embed save report|fedilink|copy to clipboard|multi quote|load more|load more replies|show # replies|view # replies|view all # replies|view # reply|view replies|show reply|hide # replies|collapse|view in thread|add reaction|react|send message|private message|send pm|message author|give thanks|say thanks|share ›|share »|ask related question|ask related question comment|logged in|mark as helpful|reply to this|reply to this post|reply to comment|report comment|report this comment|reply ↓|link to this post|kudo|translate review|see original|see translation|view original|expand all|collapse all",
    ),
    (
        Button,
        "antwort hinzufügen|auf beitrag antworten|beitrag zitieren|alle antworten anzeigen|# antworten anzeigen|weitere antworten anzeigen|antworten anzeigen|antworten ausblenden|diese antwort verbessern|diese frage verbessern|mehr lesen|weiterlesen|zur frage|zum thema|link kopieren|übersetzung anzeigen|original anzeigen|fand ich hilfreich|bewerten|danke sagen|beitrag bearbeiten|nachricht senden|kommentar melden|spam melden|lesezeichen|als lösung markieren|alles auswählen|nützlich|missbrauch",
    ),
    (
        Button,
        "améliorer cette question|améliorer cette réponse|voir la traduction|afficher les réponses|voir les réponses|afficher # réponses|voir # réponses|masquer les réponses|voir plus de commentaires|afficher plus|lire la suite|copier le lien|utile|pas utile|signaler un abus|signaler ce message|message privé|remercier|répondre en citant|répondre à ce message|demander|upvoter|ajouter une réponse|ajouter aux favoris|suivre la discussion|afficher la suite",
    ),
    (
        Button,
        "mejora esta pregunta|mejora esta respuesta|mejorar esta respuesta|añade un comentario|agregar comentario|añadir un comentario|agregar un comentario|añadir respuesta|ver traducción|ver respuestas|ver # respuestas|ver más respuestas|ocultar respuestas|ver más comentarios|ver # respuestas más|mostrar más|leer más|copiar enlace|útil|no útil|reportar abuso|denunciar abuso|mensaje privado|dar las gracias|votar|valorar|responder a este mensaje|voto positivo|preguntar|me divierte|me encanta",
    ),
    (
        Button,
        "melhore esta pergunta|melhore esta resposta|melhorar esta resposta|adicione um comentário|adicionar um comentário|adicionar resposta|ver tradução|ver respostas|ver # respostas|ver mais respostas|ocultar respostas|ver mais|ver mais comentários|mostrar mais|ler mais|leia mais|copiar link|copiar ligação|não útil|denunciar abuso|denunciar comentário|mensagem privada|agradecer|votar a favor|gosto|não gosto|partilhar|citar resposta",
    ),
    (
        Button,
        "migliora questa domanda|migliora questa risposta|aggiungi commento|aggiungi una risposta|vedi traduzione|mostra risposte|vedi # risposte|mostra altre risposte|nascondi risposte|mostra altro|leggi tutto|leggi di più|copia link|copia collegamento|utile|non utile|segnala abuso|segnala un abuso|messaggio privato|ringrazia|vota|rispondi citando|rispondi quotando|non mi piace|salva|invia messaggio|altro",
    ),
    (
        Button,
        "улучшить вопрос|улучшить ответ|улучшить этот ответ|отслеживать|добавить ответ|показать перевод|показать ответы|показать # ответа|показать # ответов|показать ещё|показать еще|скрыть ответы|еще|читать полностью|развернуть|свернуть|скопировать ссылку|ссылка|полезно|не полезно|сообщить о нарушении|жалоба|личное сообщение|сказать спасибо|цитата|ответить с цитированием|ответить с цитированием ответить с цитированием|сохранить|в закладки|в избранное|наверх|вверх|вниз|не нравится|класс|отправить сообщение|удалить|изменить|правка|ссылка на сообщение|быстрый ответ|ответить на комментарий",
    ),
    (
        Button,
        "покращити запитання|покращити відповідь|додати коментар|додати відповідь|стежити|показати відповіді|показати ще|показати більше|приховати відповіді|читати далі|копіювати посилання|посилання|корисно|не корисно|повідомити про порушення|скарга|приватне повідомлення|подякувати|цитата|редагувати|зберегти|поширити|вгору|догори|видалити|не подобається|відповісти з цитуванням",
    ),
    (
        Button,
        "popraw to pytanie|popraw tę odpowiedź|dodaj odpowiedź|pokaż odpowiedzi|pokaż # odpowiedzi|pokaż więcej|ukryj odpowiedzi|czytaj więcej|czytaj dalej|kopiuj link|przydatne|nieprzydatne|pomocne|zgłoś nadużycie|zgłoś post|wiadomość prywatna|podziękuj|zacytuj|zapisz|do góry|na górę|nie lubię|udostępnij tę odpowiedź|odnośnik do odpowiedzi|udostępnij na innych stronach|drukuj|śledź|udostępnij komentarz|odpowiedz z cytatem",
    ),
    (
        Button,
        "bu soruyu geliştir|bu yanıtı geliştir|yorum ekle|cevap ekle|yanıt ekle|yanıtları göster|yanıtları gör|# yanıtı gör|daha fazla göster|daha fazlasını gör|yanıtları gizle|devamını oku|devamını gör|bağlantıyı kopyala|faydalı|faydalı değil|yararlı|kötüye kullanım bildir|özel mesaj|teşekkür et|kaydet|takip et|düzenle|yukarı|beğenme|çevirisine bak|cevap yaz|yanıt yaz|mesaj gönder|yazdır",
    ),
    (
        Button,
        "इस उत्तर को सुधारें|टिप्पणी जोड़ें|उत्तर जोड़ें|जवाब दिखाएँ|जवाब देखें|और दिखाएँ|अधिक पढ़ें|आगे पढ़ें|लिंक कॉपी करें|उपयोगी|धन्यवाद दें|सहेजें|नापसंद|अनुवाद देखें|फ़ॉलो करें|साझा|अनुसरण करें|प्रतिक्रिया दें|उत्तर लिखें|شارك هذا|إضافة تعليق|أضف رداً|أضف ردا|عرض الردود|إخفاء الردود|اقرأ المزيد|نسخ الرابط|مفيد|غير مفيد|طباعة|لم يعجبني|رد على المشاركة|أضف إجابة|عرض الترجمة",
    ),
    (
        Button,
        "显示全部|展开全部|更多追问追答|追问|追答|邀请回答|好问题 #|好问题|收起 更多回答(#)|收起更多回答|查看全部回答|查看剩余 # 条回答|查看更多|查看更多回答|查看全部|复制链接|分享到|微信|微博|发消息|加好友|私信|回复 举报|回复 支持 反对 举报|收藏 回复 举报|回复楼主|我来答|发布评论|不喜欢|有用|没用|没帮助|有帮助|打赏|赞赏|加关注|楼主|翻译|查看原文|查看翻译|只看楼主|返回列表|复制|返回顶部|發訊息|顯示更多|複製連結|讚|噓|推|檢舉|給個讚",
    ),
    (
        Button,
        "この質問を改善する|この回答を改善する|コメントを追加|回答する|質問する|返信を表示|# 件の返信を表示|返信をもっと見る|続きを読む|全文を読む|リンクをコピー|役に立った|役に立たなかった|不適切な内容を報告|違反を報告|違反を報告する|不適切な投稿を報告|お礼する|翻訳を表示|印刷|削除|引用する|引用して返信|メッセージを送る|トップへ|ページトップへ|ナイス!|공유하기|신고하기|더보기|더 보기|답글 보기|답글 # 개|답글 #개|답글쓰기|답글 쓰기|댓글 달기|댓글쓰기|링크 복사|url 복사|도움이 되었어요|도움이 됐어요|도움돼요|싫어요|북마크|스크랩|번역 보기|목록|인쇄|질문하기|답변하기|궁금해요|팔로우|구독|고마워요|reageren op dit bericht|bericht melden|meld misbruik|nuttig|niet nuttig|lees meer|lees verder|toon meer|antwoorden tonen|toon antwoorden|link kopiëren|opslaan|afdrukken|naar boven|reactie toevoegen|antwoord toevoegen|verbeter deze vraag|verbeter dit antwoord|quote bericht",
    ),
    (
        Counter,
        "# days later|# day later|# weeks later|# months later|# month later|# years later|# year later|# people found this review helpful|# person found this review helpful|# people found this reply helpful|# person found this reply helpful|# people found this answer helpful|# of # people found this helpful|one person found this helpful|# personen fanden diese rezension hilfreich|# personen fanden diese informationen hilfreich|# personnes ont trouvé cela utile|a # personas les resultó útil|# pessoas acharam isso útil|# persone l'hanno trovato utile|# osób uznało tę recenzję za przydatną|# kişi bunu faydalı buldu|# пользователей считают этот отзыв полезным|# wyświetlenia|# wyświetleń|# görüntülenme|# visualizaciones|# mil visualizaciones|# visualizzazione|# vistas totales|vista # vezes|vista # veces|vista #mil vezes|visualizzata # volte|просмотрен # раз|просмотрен # раза|просмотров: #|просмотры: #|переглянуто # раз|переглядів: #|wyświetlono # razy|# kez görüntülendi|閲覧数 # 回|閲覧 #|閲覧数 #回|閲覧回数 #|# views total|被浏览|关注者|# 人关注|# 浏览|浏览量 #|浏览次数 #|阅读量 #|阅读数 #|# 回复|回复 #|赞 #|踩 #|조회 #|추천 #|댓글 #개|공감 #|# 명이 관심|좋아요 #개|# बार देखा गया|# दृश्य|# views # answers|vu # fois|# vues # réponses|gesehen # mal|# mal angesehen|aufgerufen # mal|ver # votos positivos|voir # votes positifs|voir # vote positif|ver # voto positivo|ver # votos a favor|mostra # voti positivi|vedi # voti positivi|# гол. «за»|zobacz # głosów pozytywnych|# times viewed",
    ),
    (
        Navigation,
        "previous next|next previous|« previous next|next oldest|next newest|next oldest next newest|view a printable version|sort or filter|activity|description|thread modes|thread rating|controversial|sort by: best|sorted by: best|sorted by: top|sort by top|all comments|all # comments|most relevant|alle kommentare|relevanteste zuerst|relevanteste|neueste zuerst|beste zuerst|tous les commentaires|les plus pertinents|plus pertinents|recommandé|tri|todos los comentarios|más relevantes|más recientes|recomendado|todos os comentários|mais relevantes|mais recentes|recomendados|tutti i commenti|più pertinenti|più recenti|consigliato|все комментарии|самые актуальные|сначала лучшие|сначала интересные|по рейтингу|рекомендуется|усі коментарі|найактуальніші|wszystkie komentarze|najtrafniejsze|tüm yorumlar|en alakalı|ordenar|ordenado por|puntuación más alta (predeterminada)|maior pontuação (padrão)|punteggio più alto (predefinito)|сортировка|наивысшая оценка (по умолчанию)|сортування|meilleur score (par défaut)|höchste bewertung (standard)|並べ替え|最高スコア(デフォルト)|最高スコア（デフォルト|sıralama ölçütü|sortowanie|sortuj według|остальные ответы|все ответы|другие ответы|other answers|weitere antworten|autres réponses|otras respuestas|outras respostas|altre risposte|інші відповіді|pozostałe odpowiedzi|diğer cevaplar|その他の回答(#件)|その他の回答（#件|その他の回答|其他回答|其它回答|更多回答|다른 답변|answer|top-ranking reply|relevance|you are about to leave|add an answer|answers # to # of #|customer questions & answers|have a question? search for answers|ratings and reviews|all reviews|alle rezensionen|alle bewertungen|avaliações|reseñas|recensioni|отзывы|відгуки|opinie|yorumlar|レビュー",
    ),
    (
        End,
        "verwandte themen|vorgeschlagene themen|empfohlene themen|sujets suggérés|sujets connexes|discussions similaires|temas relacionados|temas sugeridos|tópicos relacionados|tópicos sugeridos|tópicos semelhantes|argomenti correlati|argomenti suggeriti|discussioni simili|рекомендуемые темы|пов'язані теми|рекомендовані теми|powiązane tematy|sugerowane tematy|önerilen konular|ilgili konular|相关话题|推荐主题|相关主题|関連トピック|おすすめのトピック|gerelateerde topics|voorgestelde topics|verwante onderwerpen|schreibe einen kommentar|kommentar hinterlassen|hinterlasse einen kommentar|kommentar verfassen|hinterlasse eine antwort|schreibe eine antwort|antwort abbrechen|laisser un commentaire|laisser une réponse|poster un commentaire|laisser un commentaire annuler la réponse|répondre à ce sujet|deja una respuesta|deja un comentario|dejar un comentario|deja una respuesta cancelar la respuesta|escribe tu comentario|deixe um comentário|deixe uma resposta|deixe o seu comentário|lascia un commento|lascia una risposta|lascia un commento annulla risposta|добавить комментарий отменить ответ|оставить комментарий|оставьте комментарий|написать комментарий|залишити відповідь|залишити коментар|залишити відповідь скасувати відповідь|залишити відповідь скасувати|додати коментар скасувати відповідь|dodaj komentarz anuluj pisanie odpowiedzi|zostaw komentarz|napisz komentarz|skomentuj artykuł|bir cevap yazın|bir yanıt yazın|bir yorum yazın|yorum yapın|cevap bırakın|एक उत्तर दें|टिप्पणी छोड़ें|अपनी टिप्पणी दें|コメントを残す|コメントを残す コメントをキャンセル|コメントをどうぞ|コメントを書く|コメントを投稿|发表评论|发表回复|發表迴響|發佈留言|添加新评论|댓글 남기기|답글 남기기|댓글 작성|اترك تعليقا|اترك تعليقاً|اترك ردا|اترك رداً|geef een reactie|laat een reactie achter|plaats een reactie|новые темы|your privileges|posting permissions|ваши права|mes droits|tus permisos|suas permissões|berechtigungen|dołącz do dyskusji|присоединяйтесь к обсуждению|rejoindre la conversation|unirse a la conversación|unisciti alla discussione|participe da conversa|sohbete katıl|mitdiskutieren|nehmen sie an der unterhaltung teil|# user(s) browsing this topic|want to read more? browse other topics in",
    ),
    (
        Badge,
        "участники|администраторы|модераторы|membri|membres|miembros|membros|mitglieder|members|üyeler|członkowie|leden|автори|учасники|gäste|standard|stamm-user|avatar|user profile|profile picture|profile photo|profile image|аватар|автар|awatar|zdjęcie profilowe|аватарка|author|community specialist|community champion|topicstarter|fragesteller|fragestellerin|fil başlatan|konu sahibi|konbuyu başlatan|tanınmış üye|aktif üye|bilinen üye|kayıtlı üye|usta üye|profesör|автор|автор вопроса|автор питання|auteur|auteur du sujet|auteur de la question|autor de la pregunta|autor da pergunta|autore|autore della domanda|autor pytania|autor tematu|autor wątku|질문자|작성자|비공개|投稿主|質問者|回答者|主题作者|题主|提问者|金牌会员|银牌会员|注册会员|中级会员|高级会员|论坛元老|作者|verified purchase|verifizierter kauf|achat vérifié|compra verificada|acquisto verificato|zweryfikowany zakup|onaylı alışveriş|проверенная покупка|verified buyer|verified owner|posting freak|senior|full user|power user|power member|elite member|sponsor member|site supporter|topic author|ученик|знаток|профи|мастер|гуру|мыслитель|мудрец|просветленный|оракул|гений|искусственный интеллект|высший разум|ветеран|старожил|активный участник|новый участник|постоянный участник|старший участник|пользователь|пользователи|користувач|користувачі|новий учасник|активний учасник|użytkownicy|moderatorzy|stały bywalec|forumowicz|utenti|utente attivo|utente registrato|nuovo utente|moderatore|amministratore|usuario|usuario registrado|usuario activo|usuário|usuário registrado|membro ativo|novo membro|utilisateur|membre confirmé|membre éclairé|membre régulier|stammgast|fortgeschrittener|erleuchteter|kenner|experte|stammuser|actief lid|nieuw lid|gebruiker|beheerder|lid|सक्रिय सदस्य|नया सदस्य|व्यवस्थापक|مدير عام|عضو مميز|عضو ذهبي",
    ),
    (
        Profile,
        "postagens|contribuições|publicaciones|publications|bijdragen|contributions|created|last reply|tepkiler|reaktionen|réactions|reacciones|reações|reazioni|reakcje|реакции|reactions|puanları|puan|itibar|rep puanı|konular|şehir|yaş|reaktionspunkte|reaktionswert|erhaltene reaktionen|trophäenpunkte|artikel|lösungen|hat gefallen erhalten|score de réaction|score réaction|j'aime reçus|sujets|âge|ville|pays|réputation|karma|puntuación de reacción|reacciones|puntos|temas|edad|ciudad|país|reputación|pontuação de reação|reações|pontos|tópicos|idade|cidade|curtidas|reputação|punteggio reazioni|reazioni|punti|discussioni|età|città|provincia|reputazione|реакции|реакций|баллы|баллов|симпатии|город|возраст|пол|темы|тем|благодарил(а)|поблагодарили|сказал(а) спасибо|поблагодарили в сообщениях|город проживания|країна|вік|подяк|подякував|реакції|бали|теми|punkty reakcji|reakcje|punkty|tematy|wiek|płeć|miasto|miejscowość|pomógł|podziękowania|ostrzeżenia|reputacja|reactiescore|punten|onderwerpen|leeftijd|registratie|laatst online|geregistreerd op|warnings|thanks received|thanks given|thanked|liked|likes|best answer|badges|user level|last seen|last active|last activity|last visit|posts thanked|gallery|blog entries|club|pronouns|मतदान|अंक|आयु|शहर|主题|帖子|积分|贡献|阅读权限|好友|性别|回帖|听众|收听|交易信用|注册|精华|最後登入|註冊時間|文章|채택답변수|등급|포인트|المواضيع|نقاط التفاعل|الإعجابات|المدينة|العمر|الجنس",
    ),
    // Heads of a mail or issue.
    (
        Header,
        "from|date|subject|to|cc|reply-to|message-id|von|an|datum|betreff|de|à|objet|para|asunto|fecha|от|кому|дата|тема|sent|gesendet|envoyé|enviado",
    ),
];

/// Words for "answers" after a number.
pub(crate) const ANSWER_COUNTS: &str = "answer|answers|antwort|antworten|réponse|réponses|respuesta|respuestas|risposta|risposte|resposta|respostas|ответ|ответа|ответов|відповідь|відповіді|відповідей|odpowiedź|odpowiedzi|cevap|yanıt|antwoord|antwoorden|svar|个回答|個回答|件の回答|답변|उत्तर|जवाब|απάντηση|απαντήσεις|پاسخ|إجابة|إجابات|jawaban|câu trả lời|best answers|个答案|條回答|則回答|件回答|回答|개의 답변|개 답변|جواب|أجوبة|جوابها|svaren|ответы|cevaplar|yanıtlar|الإجابات|الأجوبة|پاسخها";
