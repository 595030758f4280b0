//! Generated Rust source.

use crate::ucd::VERSION;

const WIDTH: usize = 120;

/// A generated file, and the bytes its tables take at run time.
pub struct Table {
    pub source: String,
    pub bytes: usize,
}

impl Table {
    pub fn new(what: &str) -> Self {
        let (a, b, c) = VERSION;
        let source = format!(
            "//! {what} Unicode {a}.{b}.{c}.\n//!\n//! Generated from data/, do not edit. The command:\n\
             //! UNSPOOF_REGENERATE=1 cargo test --test tables\n\n"
        );
        Self { source, bytes: 0 }
    }

    pub fn line(&mut self, line: &str) {
        self.source.push_str(line);
        self.source.push('\n');
    }

    /// A static array whose items take `size` bytes each.
    pub fn array(&mut self, doc: &str, name: &str, of: &str, size: usize, items: &[String]) {
        self.line(&format!("/// {doc}"));
        self.line(&format!("pub(super) static {name}: [{of}; {}] = [", items.len()));
        self.items(items);
        self.line("];\n");
        self.bytes += size * items.len();
    }

    /// The items of an array, as many on a line as fit.
    pub fn items(&mut self, items: &[String]) {
        let mut line = String::from("   ");
        for item in items {
            if line.len() + item.len() + 2 > WIDTH {
                self.line(&line);
                line = String::from("   ");
            }
            line.push_str(&format!(" {item},"));
        }
        if line.len() > 3 {
            self.line(&line);
        }
    }
}

/// `Old_Italic` → `OldItalic`
pub fn camel(name: &str) -> String {
    name.replace('_', "")
}

/// A character as a literal: written out when it is a letter that stands alone, with its code point else.
pub fn literal(code: u32) -> String {
    match char::from_u32(code) {
        Some(c) if c.is_alphanumeric() => format!("'{c}'"),
        _ => format!("'\\u{{{code:X}}}'"),
    }
}
