//! Alphabets that people dress Latin text in: signs of any script that resemble its letters, as tools for fancy letters offer them.
//!
//! Our own list, by eye, of what is commonly met; a sign stands at the place of the letter that it is used for. Styled letters that
//! Unicode itself relates to plain ones (`𝓪`, `ⓐ`) are not here: they are in the character data.

use std::sync::OnceLock;

/// An alphabet in another dress.
struct Alphabet {
    /// Whether its signs are taken for capitals.
    is_upper: bool,
    /// What is used for `a` to `z`; what is ASCII stands for itself.
    signs: &'static str,
}

/// What a sign is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// The sign.
    pub sign: char,
    /// The small letter of ASCII that it is used for.
    pub letter: char,
    /// Which alphabet it is used in, as a bit.
    pub alphabet: u64,
    /// Whether it is taken for a capital there.
    pub is_upper: bool,
}

/// What `sign` is used for, by alphabet; nothing where it is in none.
pub fn uses(sign: char) -> &'static [Use] {
    static USES: OnceLock<Vec<Use>> = OnceLock::new();
    let uses = USES.get_or_init(|| {
        let mut uses = Vec::with_capacity(26 * ALPHABETS.len());
        for (number, alphabet) in ALPHABETS.iter().enumerate() {
            let signs = alphabet.signs.chars().zip('a'..='z').filter(|(sign, _)| !sign.is_ascii_alphabetic());
            uses.extend(signs.map(|(sign, letter)| Use { sign, letter, alphabet: 1 << number, is_upper: alphabet.is_upper }));
        }
        uses.sort_unstable();
        uses
    });
    let start = uses.partition_point(|other| other.sign < sign);
    let end = start + uses.iter().skip(start).take_while(|other| other.sign == sign).count();
    uses.get(start..end).unwrap_or_default()
}

#[rustfmt::skip]
const ALPHABETS: [Alphabet; 37] = [
    // Greek and Cyrillic.
    Alphabet { is_upper: false, signs: "αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz" },
    // Greek and Cyrillic with accents.
    Alphabet { is_upper: false, signs: "άвςđέғģħίјķĺмήόρqŕşţùνώxчž" },
    // Greek and Cyrillic, capitals.
    Alphabet { is_upper: true, signs: "ΛBᄃDΣFGΉIJKᄂMПӨPQЯSƬЦVЩXYZ" },
    // Canadian.
    Alphabet { is_upper: true, signs: "ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ" },
    // Canadian with Armenian.
    Alphabet { is_upper: true, signs: "ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇՏTᑌᐯᗯ᙭Yᘔ" },
    // Canadian, curled.
    Alphabet { is_upper: true, signs: "ᗩᕊᑢᕲᘿᖴᘜᕼᓰᒚKᒪᘻᘉᓍᕵᕴᖇSᖶᑘᐺᘺ᙭ᖻᗱ" },
    // Canadian with Cherokee.
    Alphabet { is_upper: true, signs: "ᗅᗷᑕᗞᗴᖴᏀᕼᏆᒍKᏞᗰᑎᝪᑭᑫᎡՏᎢᑌᏙᗯ᙭ᎽᏃ" },
    // Ideographs and bopomofo.
    Alphabet { is_upper: true, signs: "卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙" },
    // Ideographs and katakana.
    Alphabet { is_upper: true, signs: "ﾑ乃ᄃり乇ｷムんﾉﾌズﾚﾶ刀のｱゐ尺丂ｲひ√Wﾒﾘ乙" },
    // Ideographs and katakana, few.
    Alphabet { is_upper: true, signs: "ﾑ乃cd乇ｷgんﾉﾌズﾚﾶ刀oｱq尺丂ｲu√wﾒﾘ乙" },
    // Ethiopic.
    Alphabet { is_upper: true, signs: "ልጌርዕቿቻኗዘጎጋጕረጠክዐየዒዪነፕሁሀሠሸሃጊ" },
    // Armenian with hooks.
    Alphabet { is_upper: false, signs: "ąҍçժҽƒցհìʝҟӀʍղօքզɾʂէմѵաxվՀ" },
    // Armenian.
    Alphabet { is_upper: false, signs: "ɑҍϲժҽƒցհíʝƙӀʍղօԹզɾՏԵմѵա×վՀ" },
    // Armenian with small capitals.
    Alphabet { is_upper: false, signs: "ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ" },
    // Thai and Hebrew.
    Alphabet { is_upper: false, signs: "ค๒ς๔єŦﻮђเןкɭ๓ภ๏קợгรtยשฬאץz" },
    // Thai and Lao.
    Alphabet { is_upper: false, signs: "ค๖¢໓ēfງhiวkl๓ຖ໐p๑rŞtนงຟxฯຊ" },
    // Georgian and Greek.
    Alphabet { is_upper: false, signs: "მჩეძპfცhἶქκlოῆõρგΓჰནυὗwჯყɀ" },
    // Currency signs.
    Alphabet { is_upper: true, signs: "₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ" },
    // Cherokee.
    Alphabet { is_upper: true, signs: "ᎪᏴᏟᎠᎬfᎶᎻᎥᎫᏦᏞmnᏫᏢqᏒᏚᎢuᏉᏔxᎩᏃ" },
    // Cherokee, others.
    Alphabet { is_upper: true, signs: "ᗛᏰᏣᎠᎬᎰᎶᏂᎥᏠᏦᏝᎷᏁᎾᎮᎤᏒᏕᎿᏬᏤᏇᎲᎩᏃ" },
    // Cherokee with Ethiopic.
    Alphabet { is_upper: true, signs: "ᏗᏰፈᎴᏋᎦᎶᏂᎥᏠᏦᏝᎷᏁᎧᎮᎤᏒᏕᏖᏬᏉᏇጀᎩፚ" },
    // Yi.
    Alphabet { is_upper: true, signs: "ꍏꌃꉓꀸꍟꎇꁅꃅꀤꀭꀘ꒒ꂵꈤꂦꉣꆰꋪꌗ꓄ꀎꃴꅏꊼꌩꁴ" },
    // Yi, others.
    Alphabet { is_upper: true, signs: "ꋬꃳꉔ꒯ꏂꊰꍌꁝ꒐꒻ꀘ꒒ꂵꋊꄲꉣꆰꋪꇙ꓄꒤꒦ꅐꉧꌦꁴ" },
    // Yi, more.
    Alphabet { is_upper: true, signs: "ꁲꃃꇃꂡꏹꄙꁍꀍꀤꀭꈵ꒒ꂵꋊꁏꉣꆰꋪꌗ꓅ꌇ꒦ꅐꋋꌥ꒗" },
    // Yi, still more.
    Alphabet { is_upper: true, signs: "ꋫꃃꏸꁕꍟꄘꁍꑛꂑꀭꀗ꒒ꁒꁹꆂꉣꁸ꒓ꌚ꓅ꐇꏝꅐꇓꐟꁴ" },
    // Latin with strokes, capitals.
    Alphabet { is_upper: true, signs: "ȺɃȻĐɆFǤĦƗɈꝀŁMNØⱣꝖɌSŦᵾVWXɎƵ" },
    // Latin with strokes.
    Alphabet { is_upper: false, signs: "ⱥƀȼđɇfǥħɨɉꝁłmnøᵽꝗɍsŧᵾvwxɏƶ" },
    // Latin with hooks.
    Alphabet { is_upper: false, signs: "ąɓƈđεƒɠɧïʝĸŀɱŋσþҩŗşţųνωхγζ" },
    // Latin with hooks, others.
    Alphabet { is_upper: false, signs: "ąცƈɖɛʄɠɧıʝƙƖɱŋơ℘զཞʂɬų۷ῳҳყʑ" },
    // Latin with hooks and Greek.
    Alphabet { is_upper: false, signs: "αႦƈԃҽϝɠԋιʝƙʅɱɳσρϙɾʂƚυʋɯxყȥ" },
    // Latin with hooks, capitals.
    Alphabet { is_upper: true, signs: "ƛƁƇƊЄƑƓӇƖʆƘԼMƝƠƤƢƦƧƬƲƔƜҲƳȤ" },
    // Latin with accents, capitals.
    Alphabet { is_upper: true, signs: "ĂβČĎĔŦĞĤĨĴĶĹМŃŐРQŔŚŤÚVŴЖŶŹ" },
    // Latin with accents and signs.
    Alphabet { is_upper: true, signs: "ΔβĆĐ€₣ǤĦƗĴҜŁΜŇØƤΩŘŞŦỮVŴЖ¥Ž" },
    // Cyrillic, capitals.
    Alphabet { is_upper: true, signs: "АБCДЄFGHЇJКГѪЙѲPФЯ$TЦѴШЖЧЗ" },
    // Cyrillic, others.
    Alphabet { is_upper: true, signs: "дБҪԀЄҒԌНЇЈҠԼМИѲРԚЯЅГЏѴЩӾҰZ" },
    // Old Italic.
    Alphabet { is_upper: true, signs: "𐌀𐌁𐌂𐌃𐌄𐌅Ᏽ𐋅𐌉Ꮭ𐌊𐌋𐌌𐌍Ꝋ𐌐𐌒𐌓𐌔𐌕𐌵ᕓᏔ𐋄𐌙Ɀ" },
    // Tai Viet and others.
    Alphabet { is_upper: false, signs: "ꪖ᥇ᥴᦔꫀᠻᧁꫝ𝓲𝓳𝘬ꪶꪑꪀꪮρ𝘲𝘳ડ𝓽ꪊꪜ᭙᥊ꪗɀ" },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_alphabet_is_whole() {
        assert!(ALPHABETS.len() <= 64, "an alphabet is a bit");
        for alphabet in &ALPHABETS {
            assert_eq!(alphabet.signs.chars().count(), 26, "{}", alphabet.signs);
            for (c, letter) in alphabet.signs.chars().zip('a'..='z').filter(|(c, _)| c.is_ascii_alphabetic()) {
                assert_eq!(c.to_ascii_lowercase(), letter, "{}", alphabet.signs);
            }
        }
    }

    #[test]
    fn signs() {
        assert_eq!(uses('卂').iter().map(|of| of.letter).collect::<String>(), "a");
        assert!(uses('a').is_empty() && uses('爱').is_empty());
        assert!(uses('ρ').iter().all(|of| of.letter == 'p'));
    }
}
