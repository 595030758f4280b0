//! How far a batch is: a bar for people, lines of JSON for programs.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use unspoof::batch::{self, Summary};

use super::super::escape;

/// How progress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Show {
    /// A bar on a terminal, else nothing; a table in the end
    Auto,
    /// One JSON object a line: one every second, and one in the end
    Json,
    /// Nothing
    None,
}

/// How long JSON is silent.
const INTERVAL: Duration = Duration::from_secs(1);

const BAR: &str = "{bar:24} {percent:>3}% of {total_bytes}, {eta} left, {msg}";
const NO_WHOLE: &str = "{spinner} {bytes}, {msg}";

/// Shows how far a batch is.
pub struct Progress {
    show: Show,
    bar: Option<ProgressBar>,
    wants_bar: bool,
    began: Instant,
    told: Instant,
    /// What had been read when this run began, unpacked, and of the files.
    before: Option<u64>,
    passed_before: Option<u64>,
    now: batch::Progress,
}

impl Progress {
    /// Logs and a bar would write over each other, and logs win.
    pub fn new(show: Show, is_logged: bool) -> Self {
        let wants_bar = show == Show::Auto && !is_logged && io::stderr().is_terminal();
        let now = Instant::now();
        Self {
            show,
            bar: None,
            wants_bar,
            began: now,
            told: now,
            before: None,
            passed_before: None,
            now: batch::Progress::default(),
        }
    }

    pub fn tell(&mut self, now: &batch::Progress) {
        self.before.get_or_insert(now.read);
        let is_first = self.passed_before.is_none() && now.passed.is_some();
        self.passed_before = self.passed_before.or(now.passed);
        self.now = *now;
        if self.wants_bar {
            let rate = self.rate() / 1e6;
            let bar = self.bar.get_or_insert_with(|| bar(now));
            bar.set_message(format!("{rate:.1} MB/s, {} documents, {} rejected", now.documents, now.rejected));
            bar.set_position(if now.whole.is_some() { now.passed.unwrap_or(0) } else { now.read });
            if is_first {
                // A batch that goes on has not done in a moment what stands before.
                bar.reset_eta();
            }
        }
        if self.show == Show::Json && self.told.elapsed() >= INTERVAL {
            self.told = Instant::now();
            let mut line = self.line("progress");
            insert(&mut line, "seconds_left", json!(self.seconds_left().map(tenths)));
            say(&line);
        }
    }

    /// The bar goes.
    pub fn close(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    /// What was done, and how long that took.
    pub fn sum_up(&mut self, summary: &Summary) {
        self.now.shards = summary.shards;
        match self.show {
            Show::Auto => {
                let table = format!("{summary}time        {:.1} s, {:.1} MB/s\n", self.seconds(), self.rate() / 1e6);
                // Nobody is left to tell when the error stream is gone.
                let _ = io::stderr().write_all(escape::lines(&table).as_bytes());
            }
            Show::Json => {
                let mut line = self.line("end");
                insert(&mut line, "summary", json!(summary));
                say(&line);
            }
            Show::None => {}
        }
    }

    fn line(&self, event: &str) -> serde_json::Value {
        json!({
            "event": event,
            "bytes_read": self.now.read,
            "file_bytes_read": self.now.passed,
            "file_bytes": self.now.whole,
            "documents": self.now.documents,
            "rejected": self.now.rejected,
            "shards": self.now.shards,
            "seconds": tenths(self.seconds()),
            "bytes_per_second": self.rate().round(),
        })
    }

    fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }

    /// By the share of the files that is done, as nobody knows what a packed one unpacks to.
    fn seconds_left(&self) -> Option<f64> {
        let (whole, passed) = (self.now.whole?, self.now.passed?);
        let done = passed.saturating_sub(self.passed_before?) as f64;
        (done > 0.0).then(|| self.seconds() * whole.saturating_sub(passed) as f64 / done)
    }

    /// In bytes a second; what an earlier run has read does not count.
    fn rate(&self) -> f64 {
        self.now.read.saturating_sub(self.before.unwrap_or(0)) as f64 / self.seconds().max(1e-3)
    }
}

fn bar(now: &batch::Progress) -> ProgressBar {
    let bar = match now.whole {
        Some(whole) => ProgressBar::new(whole),
        None => ProgressBar::no_length(),
    };
    // The templates are constants: a style that cannot be made is one that a test has seen.
    let style = ProgressStyle::with_template(if now.whole.is_some() { BAR } else { NO_WHOLE });
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn insert(line: &mut serde_json::Value, key: &str, value: serde_json::Value) {
    if let Some(line) = line.as_object_mut() {
        line.insert(key.to_owned(), value);
    }
}

fn say(line: &serde_json::Value) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn tenths(seconds: f64) -> f64 {
    (seconds * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_templates() {
        for template in [BAR, NO_WHOLE] {
            assert!(ProgressStyle::with_template(template).is_ok());
        }
    }
}
