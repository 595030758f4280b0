//! Finds the phrase that says when: absolute or relative, in the languages that people paste.
use crate::text::Span;
use regex::{Regex, RegexBuilder};
use std::sync::LazyLock;

/// Month names and their usual short forms. Each may carry a full stop.
const MONTHS: &str = "jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|braio|rero)?|mar(?:ch|zo|s|ço)?|apr(?:il|ile)?|may|june?|july?|aug(?:ust)?|sept?(?:ember|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|déc(?:embre)?|januar|jänner|märz|mär|mai|juni|juli|janv|fév(?:r(?:ier)?)?|février|avr(?:il)?|juin|juil(?:let)?|août|septembre|ene(?:ro)?|abr(?:il)?|mayo|maio|junio|julio|junho|julho|ago(?:sto)?|gen(?:naio)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|set(?:tembre|embro)?|ott(?:obre)?|fev(?:ereiro)?|out(?:ubro)?|янв(?:аря|арь)?|фев(?:раля|р)?|мар(?:та|т)?|апр(?:еля|ель)?|мая|май|июн[яь]?|июл[яь]?|авг(?:уста|уст)?|сен(?:тября|т)?|окт(?:ября)?|ноя(?:бря|б)?|дек(?:абря)?|січ(?:ня)?|лют(?:ого)?|бер(?:езня|ез)?|кві(?:тня|т)?|тра(?:вня|в)?|чер(?:вня|в)?|лип(?:ня)?|сер(?:пня|п)?|вер(?:есня|ес)?|жов(?:тня|т)?|лис(?:топада|т)?|гру(?:дня|д)?|январь|февраль|сентябрь|октябрь|ноябрь|декабрь|січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень|styczeń|luty|marzec|kwiecień|czerwiec|lipiec|sierpień|wrzesień|październik|listopad|grudzień|sty(?:cznia)?|lut(?:ego)?|marca|kwi(?:etnia)?|maja|cze(?:rwca)?|lip(?:ca)?|sie(?:rpnia)?|wrz(?:eśnia)?|paź(?:dziernika)?|lis(?:topada)?|gru(?:dnia)?|ocak|oca|şub(?:at)?|mart|nis(?:an)?|mayıs|haz(?:iran)?|tem(?:muz)?|ağu(?:stos)?|eyl(?:ül)?|eki(?:m)?|kas(?:ım)?|ara(?:lık)?|ιαν(?:ουαρίου)?|φεβ(?:ρουαρίου)?|μαρ(?:τίου)?|απρ(?:ιλίου)?|μαΐου|ιουν(?:ίου)?|ιουλ(?:ίου)?|αυγ(?:ούστου)?|σεπ(?:τεμβρίου)?|οκτ(?:ωβρίου)?|νοε(?:μβρίου)?|δεκ(?:εμβρίου)?|जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|شباط|آذار|نيسان|أيار|حزيران|تموز|أيلول|januari|februari|maart|mrt|mei|maj|augusti|augustus|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince";

/// Today and yesterday in languages where they are taken for a date only with a time of day behind them.
const NEAR: &str = "hoje|ontem|oggi|ieri|dzisiaj|dziś|wczoraj|сьогодні|вчора|учора|bugün|dün|vandaag|gisteren|idag|igår|dnes|včera|σήμερα|χθες|आज|कल|今日|昨日|今天|昨天|前天|أمس|اليوم|دیروز|امروز|오늘|어제";

/// Ages of which the word for "ago" says nothing without the word before the number, or is theirs alone.
const AGES: &str = r"(?:\d+|een) (?:seconden?|minuten|minuut|uur|uren|dag(?:en)?|week|weken|maand(?:en)?|jaar) geleden|(?:vor|il y a) \d+ (?:std|sek|min|tg|mon|sem|mn|h|j)|(?:för )?\d+ (?:sekund(?:er)?|minut(?:er)?|timm(?:e|ar)|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år) sedan|před \d+ (?:sekund[a-z]*|minut[a-z]*|hodin[a-z]*|dn[a-zěí]*|týdn[a-z]*|měsíc[a-z]*|let[a-z]*|rok[a-z]*)|(?:منذ|قبل) (?:\d+ )?(?:ثاني(?:ة|تين)|ثوان|دقيق(?:ة|تين)|دقائق|ساع(?:ة|تين|ات)|يوم(?:ا|ين)?|أيام|أسبوع(?:ا|ين)?|أسابيع|شهر(?:ا|ين)?|أشهر|شهور|سن(?:ة|تين|وات|ين)|عام(?:ا|ين)?|أعوام)";

/// Names of the days of the week and their short forms.
const DAYS: &str = "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lun(?:di|es|edì)?|mar(?:di|tes|tedì)?|mer(?:credi|coledì)?|mié(?:rcoles)?|jeu(?:di)?|jue(?:ves)?|gio(?:vedì)?|ven(?:dredi|erdì)?|vie(?:rnes)?|sam(?:edi)?|s[áa]b(?:ado|ato)?|dom(?:ingo|enica)?|dim(?:anche)?|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|понеділок|вівторок|середа|п.ятниця|неділя|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pn|wt|śr|czw|pt|ndz|pzt|çar|per|cmt|paz|ma|wo|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|нд|четвер|суботу?|неділю|вівторок|сб|воскресенья|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar";

/// Units of relative dates with the word order of each language: before the number, or after the unit.
const UNITS: &str = "s(?:ec(?:ond)?s?)?|min(?:ute)?s?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|mths?|years?|yrs?|yr|y|decades?|sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|secondes?|heures?|jours?|semaines?|mois|ans?|années?|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|dias?|m[eê]s(?:es)?|anos?|second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|секунд[а-яёіїє]*|минут[а-яёіїє]*|час[а-яёіїє]*|дн[а-яёіїє]*|день|недел[а-яёіїє]*|месяц[а-яёіїє]*|год[а-яёіїє]*|лет|хвилин[а-яёіїє]*|годин[а-яёіїє]*|дні[а-яёіїє]*|тиж[а-яёіїє]*|місяц[а-яёіїє]*|рок[а-яёіїє]*|рік|minut[a-ząćęłńóśźż]*|godzin[a-ząćęłńóśźż]*|dni|dzień|tygod[a-ząćęłńóśźż]*|miesi[a-ząćęłńóśźż]*|rok|lata?|saniye|dakika|saat|gün|hafta|ay|yıl|χρόνι[α-ωά-ώ]*|έτ[α-ωά-ώ]*|μήν[α-ωά-ώ]*|μέρ[α-ωά-ώ]*|ημέρ[α-ωά-ώ]*|εβδομάδ[α-ωά-ώ]*|ώρ[α-ωά-ώ]*|λεπτ[α-ωά-ώ]*|साल|वर्षों|वर्ष|महीने?|हफ़्ते|हफ्ते|सप्ताह|दिन|घंटे?|मिनट|سال|ماه|هفته|روز|ساعت|دقیقه";

/// The pattern for texts whose letters are all of ASCII, and the one for all others. A text pays for the one that it asks: with the
/// letters of all languages it takes some hundredths of a second to compile. Both are for small letters, since a pattern that takes
/// either case is twice as large.
static FAST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let lists = [MONTHS, NEAR, AGES, DAYS, UNITS].map(ascii_led);
    compiled(&pattern(&lists.each_ref().map(String::as_str)).replace(r"\d", "[0-9]").replace(r"\b", r"(?-u:\b)"))
});
static FULL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // The classes of Unicode are many times larger, and so is the automaton made of them.
    compiled(&pattern(&[MONTHS, NEAR, AGES, DAYS, UNITS]).replace(r"\d", "[0-9０-９۰-۹٠-٩०-९]"))
});

fn compiled(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(&pattern.to_lowercase()).dfa_size_limit(16 << 20).build().ok()
}

/// The branches of a list that can begin in a text of ASCII.
fn ascii_led(list: &str) -> String {
    let mut depth = 0;
    let branches = list.split(|c: char| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        c == '|' && depth == 0
    });
    branches.filter(|branch| branch.starts_with(|c: char| c.is_ascii())).collect::<Vec<_>>().join("|")
}

fn pattern(&[months, near, ages, days, units]: &[&str; 5]) -> String {
    let time = r"(?:(?:,? *(?:[-–—•|@]|at|um|à|a las|às|alle(?: ore)?|в|о|kl\.?|om|saat|को|o|T) *|,? *|T)\d{1,2}(?:[:h.]| h )\d{2}(?::\d{2}(?:\.\d+)?)?(?: min\b)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:Uhr|UTC|GMT|Z\b|[+-]\d{2}:?\d{2}))?)?";
    let time_of_day = time.trim_end_matches('?');
    let week = format!(r"(?:(?:{days})\b\.?,? +)?");
    let year = r"(?:(?:'|’)\d{2}|\d{4})";
    format!(
        r"\b(?:\d{{1,2}}:\d{{2}} ?[ap]m on (?:{months}) \d{{1,2}}(?:, \d{{4}})?|{week}\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?[ -]?(?:of |de |d’)?(?:{months})\b\.?(?:[,،]?(?: de| of)?[ -]{year}(?: (?:г\.|г\b|года\b|р\.|року\b|r\.))?|-\d{{2}}\b)?{time}|{week}(?:{months})\b\.? \d{{1,2}} \d{{2}}:\d{{2}}:\d{{2}}(?: [a-z]{{2,5}}| [+-]\d{{4}})? \d{{4}}\b|{week}(?:{months})\b\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? {year})?{time}|(?:{months})\b\.? (?:\d{{4}}|['’]\d{{2}})\b|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:Z\b)?(?:[+-]\d{{2}}:?\d{{2}})?|(?:\([日月火水木金土一二三四五六]\)|\b\.?){time})|{week}\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})\b{time}|\d{{1,2}}\. \d{{1,2}}\. \d{{4}}\b{time}|(?:(?:about|over|almost|etwa|environ|около) )?(?:(?:\d+|an?|one|few|a few|una?|un['’]|uma?|bir|एक|یک) ?)(?:{units})\.?(?:,? (?:and )?\d+ (?:{units}))*,? (?:ago|fa|назад|тому|temu|önce|atrás|पहले|पूर्व|پیش|قبل)\b|(?:год|месяц|неделю|день|час|минуту|рік|місяць|тиждень|годину|rok|miesiąc|tydzień|godzinę) (?:назад|тому|temu)\b|πριν(?: από)? (?:\d+|έναν?|μ[ιί]α) (?:{units})\b|(?:vor|il y a|hace|há|przed) (?:\d+|einem|einer|un|une|una|uma?) (?:{units})\b|(?:yesterday|today|gestern|heute|hier|aujourd’hui|aujourd'hui|ayer|hoy|вчера|сегодня)\b{time}|(?:{days})\b\.?,? (?:at|um|à|a las|às|alle|в|о) \d{{1,2}}[:h.]\d{{2}}(?: ?[ap]m\b)?|(?:{near}){time_of_day}|(?:{ages})\b\.?|just now|last (?:week|month|year)\b)|(?:\d{{4}} ?年 ?)?\d{{1,2}} ?月 ?\d{{1,2}} ?日(?: ?\([日月火水木金土一二三四五六]\))?(?: ?\d{{1,2}}(?::\d{{2}}(?::\d{{2}})?(?: ?[ap]m)?|時\d{{2}}分?))?|\d{{4}} ?年 ?\d{{1,2}} ?月(?: ?\d{{1,2}}\b)?|\d{{4}}년 ?\d{{1,2}}월 ?\d{{1,2}}일(?: ?(?:오전|오후)?(?: ?\d{{1,2}}:\d{{2}}(?: ?[ap]m)?))?|\d+ ?(?:초|분|시간|일|주|개월|달|년) ?전|\d+ ?(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|个月|個月|か月|ヶ月|年)前"
    )
    .replace(' ', r"[ \x{a0}]")
}

/// Units of an age that is all of a line, as pages of many languages cut them short.
const SHORT_UNITS: &str = "s|sec|m|min|mins|h|hr|hrs|d|w|wk|wks|mo|mon|mth|mths|y|yr|yrs|std|tg?|wo?|j|an|ans|sem|mois|jours?|días?|a|años?|mes|meses|dias?|anos?|g|gg|sett|anni|anno|mesi|mese|giorni|giorno|сек|мин|хв|ч|год|года|лет|г|дн|д|нед|мес|тиж|міс|р|рік|роки|років|godz|dni|dzień|tyg|mies|rok|lata|lat|l|sn|dk|sa|g|gün|hf|ay|yıl|u|dgn|mnd|jr|jaar|घं|दि|मि|सप्ता|सा|साल|वर्ष|س|ي|秒|分|时|天|周|月|年|小时|分钟|日|時間|週間|週|か月|ヶ月|초|분|시간|일|주|달|개월|년";

static SHORT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^[0-9]{{1,3}} ?(?:{SHORT_UNITS})\.?(?: ago)?$")).ok());

/// Longest text, in bytes, that is searched with the slow pattern: a date in a long sentence is of no use to anybody.
const LONGEST: usize = 120;

/// The first date phrase in `text`, positions relative to `text`.
pub(crate) fn find(text: &str) -> Option<Span> {
    // Nearly every line has no digit and no such word: they must not pay for the big pattern.
    if !might_hold_date(text) {
        return None;
    }
    // Where all letters are of ASCII the boundaries are the same.
    let is_plain = text.chars().all(|c| c.is_ascii() || !c.is_alphanumeric());
    if !is_plain && text.len() > LONGEST {
        return None;
    }
    let small: String = text.chars().map(small).collect();
    let found = if is_plain { &FAST } else { &FULL }.as_ref()?.find(&small)?;
    let kept = found.as_str().trim_end();
    Some(Span::new(found.start(), found.start() + kept.len()))
}

/// The small letter for a capital one, where it takes as many bytes: places stay the same.
fn small(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lower = c.to_lowercase();
    lower.next().filter(|small| lower.next().is_none() && small.len_utf8() == c.len_utf8()).unwrap_or(c)
}

/// Whether `text` as a whole is an age such as `5y` or `4y ago`: too short to be searched for inside a line.
pub(crate) fn is_short_age(text: &str) -> bool {
    text.len() <= 24 && text.starts_with(|c: char| c.is_ascii_digit()) && SHORT.as_ref().is_some_and(|r| r.is_match(text))
}

/// The first three letters of the months, and of the words that a relative date cannot do without. Sorted.
static STEMS: LazyLock<Vec<[char; 3]>> = LazyLock::new(|| {
    // A branch of the pattern begins with plain letters; brackets hold only what may follow them.
    let mut depth = 0;
    let outside = |c: &char| {
        depth += i32::from(*c == '(');
        let kept = depth == 0;
        depth -= i32::from(*c == ')');
        kept
    };
    let names: String = [MONTHS, "|", DAYS].concat().chars().filter(outside).collect();
    let mut stems: Vec<[char; 3]> = names.split('|').chain(RELATIVE.split('|')).chain(NEAR.split('|')).map(stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
});

/// Words without which no relative date is said; two letters at least.
const RELATIVE: &str = "ago|fa|назад|тому|temu|önce|atrás|पहले|पूर्व|پیش|قبل|πριν|vor|il|hace|há|przed|yesterday|today|gestern|heute|hier|aujourd|ayer|hoy|вчера|сегодня|just|last|منذ|geleden|sedan|för|před";

fn stem(word: &str) -> [char; 3] {
    let mut out = ['\0'; 3];
    for (slot, c) in out.iter_mut().zip(word.chars()) {
        *slot = c;
    }
    out
}

/// One cheap walk over `text` in place of the pattern: nearly every line ends here.
fn might_hold_date(text: &str) -> bool {
    let (mut digit, mut joints, mut ideograph, mut known) = (false, 0, false, false);
    let (mut word, mut letters) = (['\0'; 3], 0);
    // What the last two characters were, for "2.5" and "2-5".
    let (mut before, mut joint, mut stop) = (false, false, false);
    for c in text.chars().chain(std::iter::once(' ')) {
        let numeric = c.is_ascii_digit() || !c.is_ascii() && c.is_numeric();
        digit |= numeric;
        joints += usize::from(joint && numeric);
        // Czech puts a space behind the stop: "2. 5. 2019".
        joint = before && matches!(c, '-' | '/' | '.') || joint && stop && c == ' ';
        stop = before && c == '.';
        before = numeric;
        if c.is_alphabetic() {
            if let Some(slot) = word.get_mut(letters) {
                *slot = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
            }
            letters += 1;
            ideograph |= matches!(c, '年' | '月' | '前' | '년' | '전');
        } else if letters > 0 {
            known |= letters > 1 && STEMS.binary_search(&word).is_ok();
            (word, letters) = (['\0'; 3], 0);
        }
    }
    if digit { known || joints > 1 || ideograph } else { known && text.len() <= 120 && wordy(text) }
}

fn wordy(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "ago",
        "yesterday",
        "today",
        "just now",
        "last ",
        "vor ein",
        "gestern",
        "heute",
        "hier",
        "ayer",
        "hoy",
        "hace un",
        "il y a",
        "назад",
        "вчера",
        "сегодня",
        " тому",
        " temu",
        " önce",
        " fa",
        "πριν ",
        " पहले",
        " پیش",
        "منذ ",
        "há um",
        " geleden",
        " sedan",
    ];
    let low = text.to_lowercase();
    WORDS.iter().any(|w| low.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_phrase_alone() {
        for (line, date) in [
            ("answered 3 years ago by Someone", "3 years ago"),
            ("answered May 2, 2009 at 0:09", "May 2, 2009 at 0:09"),
            ("Asked 16 years, 10 months ago", "16 years, 10 months ago"),
            ("Posted July 25, 2007", "July 25, 2007"),
            ("geschrieben am 14.01.2021, 18:22", "14.01.2021, 18:22"),
            ("7. März 2020 um 23:20", "7. März 2020 um 23:20"),
            ("Respondido hace 2 años por X", "hace 2 años"),
            ("il y a 3 jours", "il y a 3 jours"),
            ("vor 2 Jahren", "vor 2 Jahren"),
            ("Игорь ответил 2 года назад", "2 года назад"),
            ("Ответила Ольга В., год назад", "год назад"),
            ("Απάντησε ο Νίκος, πριν από 2 χρόνια", "πριν από 2 χρόνια"),
            ("5 Μαΐου 2021", "5 Μαΐου 2021"),
            ("رضا، ۲ سال پیش", "۲ سال پیش"),
            ("राहुल ने 3 महीने पहले जवाब दिया", "3 महीने पहले"),
            ("bir yıl önce", "bir yıl önce"),
            ("回答日：２０２１年３月４日", "２０２１年３月４日"),
            ("#1 2019-09-29 10:46:47", "2019-09-29 10:46:47"),
            ("2016-09-19 14:47:46 +00:00", "2016-09-19 14:47:46 +00:00"),
            // Some programs write the zone twice.
            ("2021-12-10T13:28:21.36Z+00:00", "2021-12-10T13:28:21.36Z+00:00"),
            ("Mon, 4 Nov 2019 09:12:44", "Mon, 4 Nov 2019 09:12:44"),
            ("Sun Dec 15, 2019 4:58 pm", "Sun Dec 15, 2019 4:58 pm"),
            ("4 December 2016 at 12:25AM", "4 December 2016 at 12:25AM"),
            ("发表于 2014年5月6日", "2014年5月6日"),
            ("4 yr. ago", "4 yr. ago"),
            ("asked Apr 2 in Electricity", "Apr 2"),
            ("Ann Reed Jan ’24", "Jan ’24"),
            ("Ana, ontem às 10:12", "ontem às 10:12"),
            ("Anna wczoraj, 10:12", "wczoraj, 10:12"),
            ("Ayşe dün 10:12", "dün 10:12"),
            ("田中 昨日 10:12", "昨日 10:12"),
            ("Jan Smit, 3 jaar geleden", "3 jaar geleden"),
            ("3 maart 2019 om", "3 maart 2019"),
            ("för 2 dagar sedan av Bo", "för 2 dagar sedan"),
            ("Eva Malá před 3 lety", "před 3 lety"),
            ("Аня 2 мая 2019 г. в 10:12", "2 мая 2019 г. в 10:12"),
            ("Оля 2 трав 2019, 10:12", "2 трав 2019, 10:12"),
            ("Anna 2 maja 2019 r.", "2 maja 2019 r."),
            ("Ali, 2 Mayıs 2019 saat 10:12", "2 Mayıs 2019 saat 10:12"),
            ("Luc il y a 5 j", "il y a 5 j"),
            ("Léa 2 mai 2019 à 10 h 12", "2 mai 2019 à 10 h 12"),
            ("Rui há um ano", "há um ano"),
            ("Jan, 2 mei 2019 om 10:12", "2 mei 2019 om 10:12"),
            ("Eva 2. 5. 2019 10:12", "2. 5. 2019 10:12"),
            ("سامر منذ 3 سنوات", "منذ 3 سنوات"),
            ("ليلى 2 مايو، 2019", "2 مايو، 2019"),
            ("سارا دیروز ۱۰:۱۲", "دیروز ۱۰:۱۲"),
            ("मीरा 2 मई 2019 को 10:12", "2 मई 2019 को 10:12"),
            ("川村 2019/5/2(木) 10:12", "2019/5/2(木) 10:12"),
            ("阿江 5月2日", "5月2日"),
            ("김민수 3일 전", "3일 전"),
            ("김민수 2019년 3월 3일", "2019년 3월 3일"),
            ("Divina 7. März 2020 um 23:45", "7. März 2020 um 23:45"),
            ("Donna, Tuesday, Feb 23, 2019", "Tuesday, Feb 23, 2019"),
        ] {
            assert_eq!(find(line).map(|s| s.of(line)), Some(date), "{line}");
        }
        for line in
            ["1 Answer", "He has 30 cows", "item 4.2", "Version 10.2 is out", "Ieri ho comprato 3 mele", "Dün 3 elma aldım"]
        {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
