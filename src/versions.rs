//! What this program is made with: its own version, and the Unicode versions of everything in it that carries Unicode data.

use crate::document::Versions;
use crate::unicode;

/// The version of this program.
pub const UNSPOOF: &str = env!("CARGO_PKG_VERSION");

/// What every document says.
pub(crate) fn of_output() -> Versions {
    Versions { unspoof: UNSPOOF, unicode: dotted(unicode::UNICODE_VERSION), data: unicode::DATA_FINGERPRINT }
}

/// Every part of the library that carries Unicode data, with the version of that data. They differ, and a test pins them:
/// an update that changes one has to say so.
pub fn unicode_versions() -> [(&'static str, String); 7] {
    let std = char::UNICODE_VERSION;
    let security = unicode_security::UNICODE_VERSION;
    let bidi = unicode_bidi::UNICODE_VERSION;
    let normalization = unicode_normalization::UNICODE_VERSION;
    [
        ("unspoof", dotted(unicode::UNICODE_VERSION)),
        ("std", dotted(std)),
        ("unicode-normalization", dotted(normalization)),
        ("unicode-bidi", format!("{}.{}.{}", bidi.0, bidi.1, bidi.2)),
        ("unicode-security", format!("{}.{}.{}", security.0, security.1, security.2)),
        // These two do not say it themselves; their changelogs do, and a test tries a character of that version.
        ("unicode_names2", "17.0.0".to_owned()),
        ("regex", "16.0.0".to_owned()),
    ]
}

fn dotted((major, minor, patch): (u8, u8, u8)) -> String {
    format!("{major}.{minor}.{patch}")
}
