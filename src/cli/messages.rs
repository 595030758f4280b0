//! What is said on the standard error stream: messages, and how far the work is.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use unspoof::Error;

use super::escape;
use super::inputs::Input;

/// What the argument parser has to say: help and version as they are asked for, complaints without raw hazards.
pub fn answer(answer: &clap::Error) -> ExitCode {
    let text = answer.render().to_string();
    if answer.use_stderr() {
        let _ = write!(io::stderr(), "{}", escape::lines(&text));
    } else {
        let _ = write!(io::stdout(), "{text}");
    }
    ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2))
}

/// Work shorter than this needs no progress line.
const MOMENT: Duration = Duration::from_millis(700);

const MB: u64 = 1_000_000;

/// How long a progress line stands before it is drawn again.
const TICK: Duration = Duration::from_millis(100);

/// Says things, and remembers whether one of them was trouble.
pub struct Messages {
    trouble: bool,
    progress: Option<Progress>,
}

struct Progress {
    verb: &'static str,
    /// How many bytes are done, of the whole where that is known.
    done: u64,
    whole: Option<u64>,
    next: Instant,
    width: usize,
}

impl Messages {
    pub const fn new() -> Self {
        Self { trouble: false, progress: None }
    }

    /// Something went wrong with one input; the rest goes on, and the exit status will say so.
    pub fn trouble(&mut self, error: &Error) {
        self.trouble = true;
        self.note(error);
    }

    /// Something worth knowing.
    pub fn note(&mut self, message: impl Display) {
        self.wipe();
        // Nobody is left to tell when the error stream is gone.
        let _ = writeln!(io::stderr(), "unspoof: {}", escape::line(&message.to_string()));
    }

    pub const fn had_trouble(&self) -> bool {
        self.trouble
    }

    /// From here on, [`did`](Self::did) shows how far the work is: on a terminal, and not before it has taken a moment.
    pub fn start(&mut self, verb: &'static str, inputs: &[Input]) {
        if io::stderr().is_terminal() {
            let whole = inputs.iter().map(Input::size).sum();
            self.progress = Some(Progress { verb, done: 0, whole, next: Instant::now() + MOMENT, width: 0 });
        }
    }

    /// The same where nobody knows how much there is.
    pub fn start_bytes(&mut self, verb: &'static str) {
        if io::stderr().is_terminal() {
            self.progress = Some(Progress { verb, done: 0, whole: None, next: Instant::now() + MOMENT, width: 0 });
        }
    }

    /// So many bytes more are done.
    pub fn did(&mut self, more: usize) {
        let Some(progress) = &mut self.progress else { return };
        progress.done += more as u64;
        let now = Instant::now();
        if now < progress.next {
            return;
        }
        progress.next = now + TICK;
        let line = match progress.whole {
            Some(whole) => format!("{} {} of {} MB", progress.verb, progress.done / MB, whole / MB),
            None => format!("{} {} MB", progress.verb, progress.done / MB),
        };
        progress.width = progress.width.max(line.len());
        let _ = write!(io::stderr(), "\r{line:width$}", width = progress.width).and_then(|()| io::stderr().flush());
    }

    /// The work is done: the line goes.
    pub fn stop(&mut self) {
        self.wipe();
        self.progress = None;
    }

    fn wipe(&mut self) {
        if let Some(progress) = self.progress.as_mut().filter(|progress| progress.width > 0) {
            let _ = write!(io::stderr(), "\r{:width$}\r", "", width = progress.width);
            progress.width = 0;
        }
    }
}
