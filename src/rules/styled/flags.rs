//! Regional indicators as letters: two make a flag, but `🇭🇪🇱🇱🇴` is a word.

use super::super::{Certainty, Evidence, Fact, Sink};
use crate::text::Span;
use crate::unicode::{self, Classes, Style};

/// What pairs are flags: Unicode Emoji 17.0, `emoji-sequences.txt`, type `RGI_Emoji_Flag_Sequence`; then what ISO 3166 once had or keeps
/// free, which people also write.
const REGIONS: &str = "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU FI FJ FK FM FO FR \
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ \
    NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ \
    UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW \
    AN BU CS DD FX NT SU TP UK YD YU ZR";

/// So many letters by themselves, with a blank between each two, are a word: fewer may be the choices of a poll.
const APART: usize = 4;

/// Repairs the words of a line that are written in regional indicators.
pub(super) fn find(text: &str, sink: &mut Sink) {
    let runs = runs(text);
    let prose = runs.iter().any(Run::is_word);
    for (run, apart) in runs.iter().zip(apart(text, &runs)) {
        let Some((certainty, why)) = run.judge(prose, apart) else { continue };
        sink.report(run.span, certainty, Evidence::Fact(why));
        for &(span, letter) in &run.letters {
            sink.edit(span, letter);
        }
    }
}

/// Regional indicators in a row.
struct Run {
    span: Span,
    letters: Vec<(Span, char)>,
    /// Something invisible keeps two of them from becoming a flag.
    is_parted: bool,
    /// A plain letter touches them.
    is_glued: bool,
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut after_letter = false;
    let mut open = None; // where the last run ends, with what is invisible behind it
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        let classes = unicode::classes(c);
        let last = runs.last_mut().filter(|_| open == Some(at));
        match (unicode::styled(c), last) {
            (Some((letter, Style::RegionalIndicator)), Some(run)) => {
                run.is_parted |= run.span.end < at;
                run.span.end = span.end;
                run.letters.push((span, letter));
            }
            (Some((letter, Style::RegionalIndicator)), None) => {
                runs.push(Run { span, letters: vec![(span, letter)], is_parted: false, is_glued: after_letter });
            }
            (_, Some(run)) if classes.intersects(Classes::LETTER) => run.is_glued = true,
            (_, Some(_)) if classes.intersects(Classes::INVISIBLE | Classes::JOINER) => {}
            _ => {
                after_letter = classes.intersects(Classes::LETTER);
                continue;
            }
        }
        after_letter = classes.intersects(Classes::LETTER);
        open = (!after_letter).then_some(span.end);
    }
    runs
}

/// Of each run, whether it is a letter of a word that has a blank between each two letters.
fn apart(text: &str, runs: &[Run]) -> Vec<bool> {
    let is_beside = |one: &Run, next: &Run| Span::new(one.span.end, next.span.start).of(text) == " ";
    let mut apart = Vec::with_capacity(runs.len());
    for word in runs.chunk_by(|one, next| one.letters.len() == 1 && next.letters.len() == 1 && is_beside(one, next)) {
        let is_word = word.len() >= APART && !is_list(word.iter().flat_map(|run| &run.letters));
        apart.extend(std::iter::repeat_n(is_word, word.len()));
    }
    apart
}

/// Whether letters follow one another as in the alphabet.
fn is_list<'a>(letters: impl Iterator<Item = &'a (Span, char)>) -> bool {
    letters.map(|&(_, letter)| u32::from(letter)).is_sorted_by(|one, next| one + 1 == *next)
}

impl Run {
    /// Whether two letters stand where a flag would, and make none.
    fn has_other_pair(&self) -> bool {
        self.letters.chunks_exact(2).any(|pair| matches!(pair, &[(_, first), (_, second)] if !is_region(first, second)))
    }

    fn is_word(&self) -> bool {
        match self.letters.len() {
            1 => self.is_glued,
            2 => self.is_parted && !is_list(self.letters.iter()),
            _ => (self.is_parted || self.has_other_pair()) && !is_list(self.letters.iter()),
        }
    }

    fn judge(&self, prose: bool, apart: bool) -> Option<(Certainty, Fact)> {
        if self.is_word() {
            return Some((Certainty::Certain, &"regional indicators that make no flags"));
        }
        // Where words are spelt, what is no row of flags is spelling as well.
        let is_letters = apart || prose && (self.letters.len() % 2 == 1 || self.has_other_pair());
        is_letters.then_some((Certainty::Likely, &"regional indicators on a line with words spelt in them"))
    }
}

fn is_region(first: char, second: char) -> bool {
    REGIONS.split(' ').any(|region| region.chars().eq([first, second]))
}
