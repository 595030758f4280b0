//! The languages, and how much room each gets.

pub struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// As in the package's name.
    pub name: &'static str,
    pub script: &'static str,
    /// How much finer than others its n-grams are kept: where spoofing is seen, and where words must be told apart from words.
    pub weight: f64,
}

const fn language(code: &'static str, name: &'static str, script: &'static str, weight: f64) -> Language {
    Language { code, name, script, weight }
}

/// In the order of their numbers in the table.
pub const LANGUAGES: &[Language] = &[
    language("af", "afrikaans", "Latin", 1.0),
    language("sq", "albanian", "Latin", 1.0),
    language("az", "azerbaijani", "Latin", 1.0),
    language("eu", "basque", "Latin", 1.0),
    language("nb", "bokmal", "Latin", 1.0),
    language("bs", "bosnian", "Latin", 1.0),
    language("ca", "catalan", "Latin", 1.0),
    language("hr", "croatian", "Latin", 1.0),
    language("cs", "czech", "Latin", 1.0),
    language("da", "danish", "Latin", 1.0),
    language("nl", "dutch", "Latin", 2.0),
    language("en", "english", "Latin", 16.0),
    language("eo", "esperanto", "Latin", 1.0),
    language("et", "estonian", "Latin", 1.0),
    language("fi", "finnish", "Latin", 1.0),
    language("fr", "french", "Latin", 3.0),
    language("lg", "ganda", "Latin", 1.0),
    language("de", "german", "Latin", 3.0),
    language("hu", "hungarian", "Latin", 1.0),
    language("is", "icelandic", "Latin", 1.0),
    language("id", "indonesian", "Latin", 1.0),
    language("ga", "irish", "Latin", 1.0),
    language("it", "italian", "Latin", 2.0),
    language("la", "latin", "Latin", 1.0),
    language("lv", "latvian", "Latin", 1.0),
    language("lt", "lithuanian", "Latin", 1.0),
    language("ms", "malay", "Latin", 1.0),
    language("mi", "maori", "Latin", 1.0),
    language("nn", "nynorsk", "Latin", 1.0),
    language("pl", "polish", "Latin", 2.0),
    language("pt", "portuguese", "Latin", 2.0),
    language("ro", "romanian", "Latin", 1.0),
    language("sn", "shona", "Latin", 1.0),
    language("sk", "slovak", "Latin", 1.0),
    language("sl", "slovene", "Latin", 1.0),
    language("so", "somali", "Latin", 1.0),
    language("st", "sotho", "Latin", 1.0),
    language("es", "spanish", "Latin", 3.0),
    language("sw", "swahili", "Latin", 1.0),
    language("sv", "swedish", "Latin", 1.0),
    language("tl", "tagalog", "Latin", 1.0),
    language("ts", "tsonga", "Latin", 1.0),
    language("tn", "tswana", "Latin", 1.0),
    language("tr", "turkish", "Latin", 1.0),
    language("vi", "vietnamese", "Latin", 1.0),
    language("cy", "welsh", "Latin", 1.0),
    language("xh", "xhosa", "Latin", 1.0),
    language("yo", "yoruba", "Latin", 1.0),
    language("zu", "zulu", "Latin", 1.0),
    language("be", "belarusian", "Cyrillic", 3.0),
    language("bg", "bulgarian", "Cyrillic", 3.0),
    language("kk", "kazakh", "Cyrillic", 3.0),
    language("mk", "macedonian", "Cyrillic", 3.0),
    language("mn", "mongolian", "Cyrillic", 3.0),
    language("ru", "russian", "Cyrillic", 6.0),
    language("sr", "serbian", "Cyrillic", 3.0),
    language("uk", "ukrainian", "Cyrillic", 3.0),
    language("el", "greek", "Greek", 4.0),
    language("hy", "armenian", "Armenian", 3.0),
];
