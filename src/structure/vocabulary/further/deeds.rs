//! Verbs in further languages.
use crate::structure::vocabulary::Deed;

/// What somebody did.
pub(crate) const VERBS: &[(Deed, &str)] = &[
    (
        Deed::Asked,
        "frågade|fråga av|ställde en fråga|frågat|frågad av|spurgte|spurgt|spurgt af|spørgsmål fra|stillede et spørgsmål|spurte|spurt|spurt av|spørsmål fra|stilte et spørsmål|kysyi|kysytty|kysyjä|kysymys käyttäjältä|zeptal se|zeptala se|položil otázku|položila otázku|dotaz od|otázka od|položeno|spýtal sa|spýtala sa|opýtal sa|opýtala sa|položené|kérdezte|kérdés|kérdező|megkérdezte|a întrebat|întrebat de|întrebare de|întrebat|попита|зададен|зададен от|въпрос от|зададе въпрос|ερώτηση από|ρωτήθηκε|upitao|upitala|pitao|pitala|pitanje od|postavio pitanje|postavila pitanje|vprašal|vprašala|postavljeno|упитао|упитала|питао|питала|питање од|va preguntar|preguntat|đã hỏi|hỏi bởi|người hỏi|được hỏi|ditanyakan|ditanya oleh|ditanyakan oleh|bertanya|menanyakan|pertanyaan dari|נשאל|שאל|שאלה|נשאלה על ידי|שאלה מאת|سُئل|سأله|طرح سؤالا|سؤال بواسطة|تم السؤال|پرسید شده|سوال از|پرسش از|ถามเมื่อ|ถามโดย|ตั้งคำถาม|คำถามจาก",
    ),
    (
        Deed::Answered,
        "svarade|besvarad|besvarat|besvarad av|svar av|svar från|svarede|besvarede|besvaret|besvaret af|svar fra|svar af|svarte|besvarte|besvart|besvart av|vastasi|vastattu|vastaaja|vastaus käyttäjältä|odpověděl|odpověděla|odpověď od|zodpovězeno|odpovedal|odpovedala|odpoveď od|zodpovedané|válaszolta|válaszolt|válasz tőle|a răspuns|răspuns de|răspuns de la|răspuns|отговори|отговор от|отговорено|дал отговор|odgovorio|odgovorila|odgovoreno|odgovor od|je odgovoril|je odgovorila|odgovoril|одговорио|одговорила|одговор од|va respondre|respost|resposta de|đã trả lời|trả lời bởi|câu trả lời của|trả lời của|người trả lời|được trả lời|dijawab|dijawab oleh|menjawab|jawaban dari|jawaban oleh|השיב|השיבה|ענה|ענתה|נענה|תשובה מאת|تمت الإجابة|أجاب على السؤال|إجابة بواسطة|أجيب|جواب من|رد من|جواب از|پاسخ‌داده شده|ตอบเมื่อ|ตอบโดย|คำตอบจาก|คำตอบโดย",
    ),
    (
        Deed::Commented,
        "kommenterade|kommenterat|kommentar av|kommentar från|kommenterede|kommenteret|kommentar fra|kommenterte|kommentert|kommentoi|kommentoitu|komentoval|komentovala|okomentoval|okomentovala|komentář od|komentár od|okomentováno|hozzászólt|kommentálta|a comentat|comentariu de|comentat|коментира|коментирано|коментар от|σχόλιο από|komentirao|komentirala|komentarisao|komentarisala|komentar od|je komentiral|je komentirala|коментарисао|коментарисала|коментар од|va comentar|comentat per|đã bình luận|bình luận bởi|bình luận của|mengomentari|berkomentar|komentar dari|membalas|dibalas oleh|הגיב|הגיבה|תגובה מאת|תגובה של|תגובה|تعليق من|تعليق بواسطة|نظر از|دیدگاه|แสดงความคิดเห็นเมื่อ|ความคิดเห็นโดย|ตอบกลับโดย",
    ),
    (
        Deed::Edited,
        "redigerad|senast redigerad|senast redigerad av|ändrad|uppdaterad|redigeret|sidst redigeret|sidst redigeret af|ændret|opdateret|redigert|sist redigert|sist redigert av|endret|oppdatert|muokattu|viimeksi muokattu|päivitetty|upraveno|naposledy upraveno|naposledy upravil|upravil|upravila|aktualizováno|upravené|naposledy upravené|aktualizované|szerkesztve|utoljára szerkesztve|módosítva|frissítve|editat|ultima editare|modificat|actualizat|ultima modificare|редактирано|последна редакция|последно редактирано|променено|обновено|επεξεργάστηκε|τελευταία επεξεργασία|τροποποιήθηκε|ενημερώθηκε|uređeno|zadnje uređeno|uredio|uredila|izmijenjeno|izmenjeno|ažurirano|urejeno|nazadnje urejeno|измењено|уређено|ажурирано|đã sửa|đã chỉnh sửa|chỉnh sửa lần cuối|sửa lần cuối|cập nhật|diedit|terakhir diedit|terakhir diubah|diubah|diperbarui|נערך|נערך לאחרונה|עודכן|آخر تعديل|تم التعديل|تم التعديل بواسطة|آخر تحديث|آخرین ویرایش|ویرایش|ویرایش توسط|به‌روزرسانی|بروزرسانی|แก้ไขเมื่อ|แก้ไขล่าสุด|อัปเดต|마지막 수정|수정일|최종 수정",
    ),
    (
        Deed::Selected,
        "selectat|selectată|избрано|vald som bästa svar|valgt som bedste svar|valittu parhaaksi|vybráno jako nejlepší|kiválasztva|избран|επιλέχθηκε|odabrano|izabrano|được chọn|dipilih|נבחר|تم الاختيار|انتخاب شد",
    ),
    (
        Deed::Posted,
        "od|skrev|skrivet|skrivet av|skriven av|postat|postades|publicerad|publicerat|postad av|av|inlägg av|meddelande från|skickat|skrevet|skrevet af|skrevet av|af|oprettet|oprettet af|opprettet av|publisert|publisert av|offentliggjort|indsendt|lagt inn|innlegg av|indlæg af|postet|postet av|kirjoitti|kirjoittanut|kirjoittaja|lähetetty|lähettäjä|julkaistu|viesti|aloittaja|napsal|napsala|napsal(a)|napsáno|vložil|vložila|přidal|přidala|přidáno|zasláno|odesláno|odeslal|zveřejněno|publikováno|vytvořil|založil|napísal|napísala|napísal(a)|napísané|pridal|pridala|pridané|odoslané|zverejnené|publikované|príspevok od|příspěvek od|írta|írt|elküldve|közzétéve|létrehozta|beküldte|feltette|szerző|a scris|scris de|scris|postat de|publicat|publicat de|publicat la|publicat pe|trimis de|trimis|adăugat de|mesaj de la|autor|написа|написано от|публикувано|публикувано от|публикувана на|изпратено|пуснато|добавено|мнение от|от|έγραψε ο|έγραψε η|γράφτηκε|γράφτηκε από|αναρτήθηκε|αναρτήθηκε από|δημοσίευση από|στάλθηκε|από|συντάκτης|napisao|napisala|napisao/la|objavio|objavila|objavljeno|postavio|postavila|poslao|poslala|poslano|poslato|objavil|objavila|je napisal|je napisala|napisal|autorica|написао|написала|објавио|објавила|објављено|послао|послала|аутор|va escriure|escrit per|publicat per|đã viết|viết bởi|đăng bởi|được đăng bởi|đã đăng|đăng lúc|đăng ngày|bởi|gửi bởi|được viết bởi|người gửi|người đăng|tác giả|menulis|ditulis oleh|ditulis|diposting|diposting oleh|diposting pada|dipublikasikan|dipublikasikan oleh|dikirim|dikirim oleh|oleh|penulis|כתב|כתבה|נכתב על ידי|נכתב|פורסם|פורסם על ידי|פורסם ב|מאת|על ידי|נשלח|הודעה מאת|كتب بواسطة|كتبه|كتبها|نشر بواسطة|نشر في|تم النشر|نشر بتاريخ|أرسل|أرسل بواسطة|أضيف|أضيف بواسطة|من قبل|نوشته شده|نوشته شده در|فرستنده|ارسال شده|ارسال توسط|منتشر شده|منتشر شده در|تاریخ انتشار|โพสต์เมื่อ|โพสต์โดย|เขียนเมื่อ|เขียนโดย|โดย|ส่งเมื่อ|เผยแพร่เมื่อ|ผู้เขียน|작성함|등록|게시됨|올림|게시자|글쓴이|님이 작성|님이 씀",
    ),
];
