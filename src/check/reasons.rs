//! Why what was seen beside the rules is wrong: which rule it belongs to, how sure that is, and what reports say.

use crate::rules::Certainty;

/// What is wrong with something in code, in an address, or in the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An invisible character between names and signs of code.
    Unseen,
    /// A directional control there.
    Turned,
    /// A pattern of Braille without dots there.
    Braille,
    /// A directional control that its comment or string does not close, or an override.
    Unclosed,
    /// A line end to a compiler and to no reader.
    LineEnd,
    /// A blank to the eye and none to a compiler.
    Blank,
    /// The same, to a shell.
    BlankOfCommand,
    /// The same, to a reader of YAML.
    BlankOfData,
    /// Canonically equivalent to a sign of ASCII.
    Equivalent,
    /// A sign that reads as one of ASCII, to a compiler.
    Sign,
    /// The same, to a shell.
    SignOfCommand,
    /// A dash before an option.
    Option,
    /// A control in the name of a file.
    ControlInPath,
    /// A sign there that reads as one of ASCII.
    SignInPath,
    /// A sequence for terminals that hides, in a comment.
    Hiding,
    /// One that conceals, in prose.
    Concealing,
    /// NUL.
    Zero,
    /// A name with a letter that reads as a sign.
    LetterAsSign,
    /// A name with a Roman numeral that reads as a letter.
    Numeral,
    /// A name that its compiler composes to another one.
    Composed,
    /// A name of twins from end to end.
    Twins,
    /// A name of one letter that is a twin.
    Twin,
    /// A host of twins from end to end.
    HostOfTwins,
    /// A host that mixes them with ASCII.
    MixedHost,
    /// A sign that reads as the end of a host.
    EndOfHost,
    /// A sign that reads as the dot of a host.
    DotOfHost,
}

/// What a message says of characters, whose names stand before or behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// They are named, and this is said of them.
    Of(&'static str),
    /// What stands there reads as its repair.
    Reads,
}

impl Reason {
    /// The rule that it belongs to.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Turned | Self::Unclosed => "bidi",
            Self::Hiding | Self::Concealing => "deletions",
            Self::Unseen | Self::Braille | Self::LineEnd | Self::ControlInPath | Self::Zero => "invisible",
            Self::Blank | Self::BlankOfCommand | Self::BlankOfData => "invisible",
            _ => "lookalike",
        }
    }

    pub const fn certainty(self) -> Certainty {
        match self {
            Self::Unseen | Self::Turned | Self::Braille | Self::Unclosed | Self::LineEnd => Certainty::Certain,
            Self::Equivalent | Self::ControlInPath | Self::EndOfHost => Certainty::Certain,
            Self::LetterAsSign | Self::Numeral | Self::Composed | Self::Twins => Certainty::Certain,
            _ => Certainty::Likely,
        }
    }

    /// What its message says.
    pub const fn says(self) -> Says {
        match self {
            Self::Unseen => Says::Of("is invisible, between names and signs of code"),
            Self::Turned | Self::Unclosed => Says::Of("shows code in another order than a compiler reads it"),
            Self::Braille | Self::Blank | Self::BlankOfCommand | Self::BlankOfData => {
                Says::Of("looks like a blank, and is none to the program that reads this")
            }
            Self::LineEnd => Says::Of("ends a line to a compiler and to no reader: what follows is code"),
            Self::ControlInPath => Says::Of("in the name of a file"),
            Self::Hiding | Self::Concealing => Says::Of("begins a sequence that hides text from who reads this in a terminal"),
            Self::Zero => Says::Of("makes `git` take the text for no text, and show no changes of it"),
            _ => Says::Reads,
        }
    }

    /// What it rests on.
    pub const fn evidence(self) -> &'static str {
        match self {
            Self::Unseen | Self::Turned => "an invisible character outside comments and strings",
            Self::Braille => "a pattern of Braille without dots, outside comments and strings",
            Self::Unclosed => "a directional control that its comment or string does not close, or an override",
            Self::LineEnd => "a line end to a compiler and to no reader: what follows is code",
            Self::Blank => "it looks like a blank between names and signs, and is none to a compiler",
            Self::BlankOfCommand => "it looks like a blank between words of a command, and is a letter to a shell",
            Self::BlankOfData => "it looks like a blank beside a key or an item, and is none to a reader of YAML",
            Self::Equivalent => "canonically equivalent to a sign of ASCII, and none to a compiler",
            Self::Sign => "it reads as a sign of ASCII between names and signs, and is none to a compiler",
            Self::SignOfCommand => "it reads as a sign of ASCII, and is a letter to a shell",
            Self::Option => "a dash before an option, which a shell takes for a word",
            Self::ControlInPath => "a control in the name of a file",
            Self::SignInPath => "it reads as a sign of ASCII, and is none to a program",
            Self::Hiding => "a sequence that moves, erases or conceals on a terminal (ECMA-48), in a comment",
            Self::Concealing => "a sequence that conceals what follows on a terminal (ECMA-48)",
            Self::Zero => "NUL, in code or in a comment",
            Self::LetterAsSign => "a letter that reads as a sign of ASCII, in a Latin name",
            Self::Numeral => "a Roman numeral that reads as a letter, in a Latin name",
            Self::Composed => "another name to a compiler, which composes it, and to no search",
            Self::Twins | Self::Twin => {
                "a name whose letters are all twins of Latin ones, in code that has no other of that script"
            }
            Self::HostOfTwins => "a host whose letters are all twins of Latin ones, below a domain that is Latin",
            Self::MixedHost => "a host with letters that read as ASCII and are none, among such as are",
            Self::EndOfHost => "it reads as the end of a host, and is a part of it: the host is what stands last",
            Self::DotOfHost => "browsers take it for the dot of a host, and filters do not",
        }
    }
}
