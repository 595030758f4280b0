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
pub fn unicode_versions() -> [(&'static str, String); 4] {
    let std = char::UNICODE_VERSION;
    let security = unicode_security::UNICODE_VERSION;
    let normalization = unicode_normalization::UNICODE_VERSION;
    [
        ("unspoof", dotted(unicode::UNICODE_VERSION)),
        ("std", dotted(std)),
        ("unicode-normalization", dotted(normalization)),
        ("unicode-security", format!("{}.{}.{}", security.0, security.1, security.2)),
    ]
}

fn dotted((major, minor, patch): (u8, u8, u8)) -> String {
    format!("{major}.{minor}.{patch}")
}
