//! Titles without "Re:", names without ranks and counts.
use super::cues;
use crate::text::Span;

/// What stands before the title of a thread where somebody replies to it, or where it is repeated.
const REPLIES: &[&str] = &[
    "Re: ",
    "RE: ",
    "Re : ",
    "Re :",
    "AW: ",
    "Aw: ",
    "Antw: ",
    "Odp: ",
    "Ynt: ",
    "Отв: ",
    "Відп: ",
    "Rép: ",
    "Resp: ",
    "回复: ",
    "回复：",
    "回覆: ",
    "Wątek: ",
    "Re:",
    "Topic: ",
    "Emne: ",
    "Ämne: ",
    "Aihe: ",
    "Téma: ",
    "Předmět: ",
    "Θέμα: ",
    "Subiect: ",
    "Onderwerp: ",
    "Assunto: ",
    "Asunto: ",
    "Oggetto: ",
    "Betreff: ",
    "Sv: ",
    "SV: ",
    "VS: ",
    "Απ: ",
    "Odg: ",
    "Vá: ",
    "Thema: ",
    "Тема: ",
    "Tema: ",
    "Sujet : ",
    "Sujet: ",
    "Thread: ",
    "Argomento: ",
    "Temat: ",
    "Konu: ",
    "Tópico: ",
    "主题：",
    "主題：",
    "Cevap: ",
    "Cvp: ",
    "رد: ",
    "رد : ",
    "Res: ",
    "RES: ",
    "Rif: ",
    "R: ",
    "Rsp: ",
    "Ответ: ",
    "Відповідь: ",
    "Отговор: ",
    "Odpověď: ",
    "Odpoveď: ",
    "Svar: ",
    "Vastaus: ",
    "Vl: ",
    "Vs: ",
    "Válasz: ",
    "Răspuns: ",
    "Απάντηση: ",
    "Odgovor: ",
    "Одговор: ",
    "Vastus: ",
    "Ats: ",
    "Atb: ",
    "תגובה: ",
    "השב: ",
    "پاسخ: ",
    "پاسخ : ",
    "Trả lời: ",
    "Ðề: ",
    "Đề: ",
    "Balas: ",
    "Bls: ",
    "ตอบ: ",
    "ตอบกลับ: ",
    "답글: ",
    "답변: ",
    "返信: ",
    "Antwort: ",
    "Réf : ",
    "Réf. : ",
    "Resposta: ",
    "Respuesta: ",
    "Risposta: ",
    "Yanıt: ",
    "YNT: ",
    "उत्तर: ",
];

/// Bytes of the longest of these.
const LONGEST_LEAD: usize = 32;

/// Whether the folded words are such a mark and nothing else.
pub(super) fn is_reply(folded: &str) -> bool {
    REPLIES.iter().any(|lead| cues::fold(lead) == folded)
}

/// `Re: title` without the mark.
pub(super) fn strip_reply(text: &str, span: Span) -> Span {
    let span = without_note(text, span);
    let said = span.of(text);
    // Each of them ends with a colon; hardly any line has one so early.
    if !said.get(..said.floor_char_boundary(LONGEST_LEAD)).is_some_and(|head| head.contains([':', '：'])) {
        return span;
    }
    for lead in REPLIES {
        if let Some(rest) = said.strip_prefix(lead) {
            let rest = rest.trim_start();
            return Span::new(span.end - rest.len(), span.end);
        }
    }
    span
}

/// `title (how often it was read)`, `title (where it leads)` without the brackets.
fn without_note(text: &str, span: Span) -> Span {
    let said = span.of(text);
    let Some((title, note)) = said.strip_suffix(')').and_then(|said| said.rsplit_once('(')) else { return span };
    let bare = title.trim_end();
    let counted = note.contains(|c: char| c.is_ascii_digit()) && title.len() > bare.len() + 1;
    let host = !note.contains(' ') && note.split('.').count() > 1 && note.split('.').all(|part| part.len() > 1);
    let note = title.ends_with(' ')
        && !bare.is_empty()
        && (counted || host && note.chars().all(|c| c.is_alphanumeric() || ".-_".contains(c)));
    if note { Span::new(span.start, span.start + bare.len()) } else { span }
}

/// The name beside an address, in which `@` may be spelled out.
fn beside_address(said: &str) -> Option<Span> {
    let is_address = |part: &str| part.contains('@') || part.contains(" at ");
    if let Some((address, name)) = said.strip_suffix(')').and_then(|said| said.split_once(" ("))
        && is_address(address)
    {
        return Some(Span::new(said.len() - 1 - name.len(), said.len() - 1));
    }
    let end = match said.find(" <").filter(|at| said.get(*at..).is_some_and(is_address)) {
        Some(end) => end,
        None => {
            let at = said
                .rfind(" at ")
                .filter(|at| said.get(at + 4..).is_some_and(|host| host.contains('.') && !host.contains(' ')))?;
            said.get(..at)?.rfind(' ')?
        }
    };
    Some(Span::new(0, end)).filter(|name| !name.is_empty())
}

/// The name alone: `nick (Full Name)` is the nick; ranks and counts beside it are not the name.
pub(crate) fn clean_name(text: &str, span: Span) -> Span {
    let said = span.of(text);
    let cut = [" (", "  ", "\t", "\u{a0}", " @", " | "]
        .iter()
        .filter_map(|s| said.find(s))
        .min()
        .filter(|i| *i > 0)
        .unwrap_or(said.len());
    let mut bare = said.get(..cut).unwrap_or(said);
    // "ann at example.org (Ann Bell)", "Ann Bell ann at example.org": addresses of mailing lists.
    if let Some(name) = beside_address(said) {
        return name.shifted(span.start);
    }
    // "nick 15 posts": a count begins behind the name.
    if let Some(at) = bare.match_indices(' ').map(|(i, _)| i).find(|i| {
        let rest = cues::fold(bare.get(*i..).unwrap_or(""));
        rest.strip_prefix("# ").is_some_and(|r| cues::counts(r.split(['#', ' ']).next().unwrap_or("")))
    }) {
        bare = bare.get(..at).unwrap_or(bare);
    }
    // "NAME[S]": a letter in brackets tells a part that the member plays.
    if let Some(at) = bare.rfind('[').filter(|at| *at > 0 && bare.ends_with(']') && bare.len() - at <= 5) {
        bare = bare.get(..at).unwrap_or(bare);
    }
    bare = cues::glued_rank(bare).and_then(|at| bare.get(..at)).unwrap_or(bare);
    // Stars tell a rank; glued to a name they hide a part of it.
    let hidden = bare.trim_end_matches('*');
    let masked = hidden.len() + 1 < bare.len() && hidden.ends_with(char::is_alphanumeric);
    bare = if masked {
        bare
    } else {
        bare.trim_end_matches(|c: char| c == ' ' || !c.is_alphanumeric() && "★☆✭✮⭐●•*".contains(c))
    };
    let mut start = span.start;
    for lead in ["OP ", "u/", "~"] {
        if let Some(rest) = bare.strip_prefix(lead) {
            start += lead.len();
            bare = rest;
        }
    }
    // "J julian": the initial stands for a picture.
    if let Some((initial, rest)) = bare.split_once(' ')
        && initial.chars().count() == 1
        && rest.to_lowercase().starts_with(&initial.to_lowercase())
    {
        start += initial.len() + 1;
        bare = rest;
    }
    for words in [2, 1] {
        if let Some((at, _)) = bare.rmatch_indices(' ').nth(words - 1)
            && cues::is_badge(&cues::fold(bare.get(at..).unwrap_or("")))
        {
            bare = bare.get(..at).unwrap_or(bare);
            break;
        }
    }
    // Trackers say so of programs, whose names are one word with a hyphen; "Project Bot" is a name.
    let bare = bare.strip_suffix(" bot").filter(|name| name.contains('-') && !name.contains(' ')).unwrap_or(bare);
    let bare = bare.trim_end_matches([':', ',', ' ', '\u{a0}']);
    Span::new(start, start + bare.len())
}
