//! A check at work: files in, issues out, in the order of the files.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use unspoof::Error;
use unspoof::batch::queue;
use unspoof::check::{
    self, Applicability, Baseline, Checked, Config, Identifier, Issue, Located, Names, Report, Settings, Severity,
};
use unspoof::decode::{Charset, decode_as};
use unspoof::text::{Edit, Hands, Replacement, Tracked};

use super::CheckArgs;
use super::changes::{self, Added};
use super::sources::{self, Source};
use super::teller::{Teller, Went};
use crate::cli::diff;
use crate::cli::messages::Messages;
use crate::cli::output::Atomic;
use crate::cli::report::plural;

/// How many files are handed to a thread at once.
const HANDFUL: usize = 16;

/// What is to be done with each file.
pub struct Job {
    settings: Settings,
    walk: check::Walk,
    threads: usize,
    charset: Charset,
    baseline: Option<PathBuf>,
    known: Baseline,
    added: Option<Added>,
    way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Report,
    Diff(Applicability),
    Fix(Applicability),
}

/// What became of one file.
#[derive(Default)]
struct Done {
    issues: Vec<Issue>,
    /// What goes out besides the report: a diff, or a repaired text that has no file.
    out: Vec<u8>,
    names: Vec<Identifier>,
    /// The text where it has such names: to show their lines.
    text: String,
    suppressed: usize,
    fixed: usize,
    read: usize,
    is_text: bool,
    /// Whether it is no text, and a program might read it as one by its name.
    is_suspect: bool,
    /// Whether it has bytes that are no text, and was checked all the same.
    is_damaged: bool,
}

impl Job {
    pub fn new(args: &CheckArgs, config: &Config, base: Option<&Path>) -> Result<Self, Error> {
        let threads = queue::threads(args.threads.threads);
        // What was typed counts from here, what was configured from beside the file.
        let baseline = config.baseline.as_ref().map(|name| match (&args.baseline.baseline, base) {
            (None, Some(base)) => base.join(name),
            _ => PathBuf::from(name),
        });
        if baseline.is_none() && (args.baseline.write_baseline || args.baseline.prune_baseline) {
            return Err(Error::other("expected --baseline FILE, or a configuration that names it"));
        }
        let known = match &baseline {
            Some(path) if path.exists() => {
                let text = fs::read_to_string(path).map_err(|error| Error::cannot_at("read", path, &error))?;
                Baseline::parse(&text).map_err(|error| error.in_file(path.to_string_lossy()))?
            }
            Some(path) if !args.baseline.write_baseline => {
                return Err(
                    Error::other("there is no such baseline; make one with --write-baseline").in_file(path.to_string_lossy())
                );
            }
            _ => Baseline::default(),
        };
        let how = if args.fix.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        let way = match (args.fix.diff, args.fix.fix || args.fix.unsafe_fixes) {
            (true, _) => Way::Diff(how),
            (_, true) => Way::Fix(how),
            _ => Way::Report,
        };
        let located = base.and_then(Located::new);
        Ok(Self {
            settings: Settings { located: located.clone(), ..config.settings()? },
            walk: sources::walk(config, located, threads)?,
            threads,
            charset: args.encoding.charset(Charset::Strict, &[])?,
            baseline,
            known,
            added: args.what.changed.as_deref().map(Added::since).transpose()?,
            way,
        })
    }

    pub fn run(&self, args: &CheckArgs, out: &mut impl Write, messages: &mut Messages) -> Result<Went, Error> {
        let mut sources = args.sources(&self.walk, messages)?;
        if let Some(added) = &self.added {
            sources.retain(|source| added.has_file(&source.name));
        }
        // Both quote what was found.
        let ours = [self.baseline.as_deref(), args.report.output.as_deref()];
        sources.retain(|source| {
            let is_ours = |path: &Path| ours.iter().flatten().any(|ours| crate::cli::inputs::same(path, ours));
            !source.path.as_deref().is_some_and(is_ours)
        });
        // What is repaired in a pipe goes on in it, and a report would be in its way.
        let is_filter = matches!(self.way, Way::Fix(_)) && sources.iter().any(|source| source.path.is_none());
        if is_filter && (sources.len() > 1 || args.report.output.is_some()) {
            return Err(Error::other(
                "expected the standard input alone, without --output: the repaired text goes to the standard output",
            ));
        }
        let format = if args.report.statistics || self.is_diff() || is_filter { None } else { Some(args.report.format) };
        let wants_all = args.baseline.write_baseline || args.baseline.prune_baseline;
        let mut teller = Teller::new(&self.known, format.map(Report::new), wants_all, args.report.statistics);
        let mut names = Names::default();
        let mut unread: Vec<&str> = Vec::new();
        messages.start_bytes("checked");
        // Most files are small and plain: one by one, handing them over would cost as much as reading them.
        queue::in_order(
            sources.chunks(HANDFUL),
            self.threads,
            |sources| sources.iter().map(|source| (source, self.work(source))).collect::<Vec<_>>(),
            |handful| {
                handful.into_iter().try_for_each(|(source, done)| {
                    match done {
                        Ok(done) => {
                            messages.did(done.read);
                            if done.is_suspect {
                                unread.push(&*source.name);
                            }
                            names.add(&source.name, &done.text, &done.names);
                            self.tell(source, done, &mut teller, out)?;
                        }
                        // In a folder there are pictures and programs too; what was named is meant to be text.
                        Err(error) if source.walked && error.byte().is_some() => teller.went.others += 1,
                        Err(error) => messages.trouble(&error),
                    }
                    Ok(())
                })
            },
        )?;
        messages.stop();
        if !unread.is_empty() {
            const NAMED: usize = 5;
            let named = unread.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
            let more = unread.len().checked_sub(NAMED).filter(|more| *more > 0).map(|more| format!(" and {more} more"));
            let count = plural(unread.len(), "file");
            messages.note(format!("not checked, no text in spite of the name: {count}, {named}{}", more.unwrap_or_default()));
        }
        self.look_alike(&sources, &names, &mut teller, out)?;
        if let Some(range) = &args.what.commits {
            for message in changes::messages(range)? {
                teller.went.summary.texts += 1;
                let issues = check::check_message(&message.name, &message.text, &self.settings);
                teller.tell(issues, out)?;
            }
        }
        let Teller { report, went, all, counted, .. } = teller;
        if let Some(report) = report {
            report.finish(&went.summary, out)?;
        } else if args.report.statistics {
            out.write_all(check::statistics(counted.iter().copied()).as_bytes())?;
        }
        if wants_all {
            self.keep(&all, &sources, args, messages)?;
        }
        Ok(went)
    }

    const fn is_diff(&self) -> bool {
        matches!(self.way, Way::Diff(_))
    }

    /// Says what became of one file.
    fn tell(&self, source: &Source, done: Done, teller: &mut Teller<'_>, out: &mut impl Write) -> Result<(), Error> {
        let went = &mut teller.went;
        if done.is_text {
            went.summary.texts += 1;
        } else {
            went.others += 1;
        }
        went.damaged += usize::from(done.is_damaged);
        went.suppressed += done.suppressed;
        went.fixed += done.fixed;
        out.write_all(&done.out)?;
        let mut issues = done.issues;
        issues.retain(|issue| self.is_added(&source.name, issue));
        teller.tell(issues, out)
    }

    /// The names in code of all files that look like one another.
    fn look_alike(&self, sources: &[Source], names: &Names, teller: &mut Teller<'_>, out: &mut impl Write) -> Result<(), Error> {
        let mut ascii = BTreeMap::new();
        if let Some(twins) = names.twins() {
            queue::in_order(
                sources.iter().filter(|source| source.path.is_some()),
                self.threads,
                |source| (source, source.read().map(|bytes| twins.find(&bytes)).unwrap_or_default()),
                |(source, found)| {
                    for word in found {
                        ascii.entry(word).or_insert_with(|| source.name.clone());
                    }
                    Ok(())
                },
            )?;
        }
        let mut issues = names.issues(&ascii);
        let twins = check::path_twins(sources.iter().filter(|source| source.path.is_some()).map(|source| &*source.name));
        // Of a name that is told already no more need be said.
        let is_told = |twin: &Issue| check::check_path(&twin.path, &self.settings).iter().any(|issue| issue.rule == "lookalike");
        issues.extend(twins.into_iter().filter(|twin| !is_told(twin)));
        issues.sort_by(|a, b| (&a.path, a.span).cmp(&(&b.path, b.span)));
        issues.retain(|issue| self.settings.wants(&issue.path, issue));
        for file in issues.chunk_by(|a, b| a.path == b.path) {
            teller.tell(file.to_vec(), out)?;
        }
        Ok(())
    }

    fn work(&self, source: &Source) -> Result<Done, Error> {
        let mut done = Done { is_text: true, ..Done::default() };
        if source.path.is_some() {
            done.issues = check::check_path(&source.name, &self.settings);
        }
        let bytes = source.read()?;
        done.read = bytes.len();
        if check::is_settled(&bytes, &self.settings) {
            if source.path.is_none() && matches!(self.way, Way::Fix(_)) {
                done.out = bytes;
            }
            return Ok(done);
        }
        if source.walked && !self.walk.vendored && check::is_minified(&source.name, &bytes) {
            return Ok(Done { is_text: false, ..done });
        }
        // Compilers and shells take bytes that make no text: what is hidden between them must be found all the same.
        let is_run = source.walked && check::is_run(&source.name, &bytes);
        if source.walked && check::is_binary(&bytes) && (!is_run || check::is_rubbish(&bytes)) {
            return Ok(Done { is_text: false, is_suspect: is_run, ..done });
        }
        let decoded = match decode_as(&bytes, self.charset) {
            Ok(decoded) => decoded,
            Err(error) if is_run && error.byte().is_some() && !check::is_rubbish(&bytes) => {
                let checked = check::check_damaged(&source.name, &bytes, &self.settings);
                done.issues.extend(checked.issues);
                return Ok(Done { suppressed: checked.suppressed, is_damaged: true, ..done });
            }
            Err(error) => return Err(error.in_file(&*source.name)),
        };
        let checked = match self.way {
            Way::Report => check::check(&source.name, &decoded, &self.settings),
            Way::Diff(how) | Way::Fix(how) => {
                let fixed = check::fix(&source.name, &decoded, &self.settings, how, |issue| self.is_new(source, issue));
                done.fixed = fixed.count;
                if self.is_diff() {
                    done.out = diff::unified(&source.name, &difference(&decoded.text, &fixed.text)).into_bytes();
                } else if source.path.is_none() || fixed.count > 0 {
                    let bytes = decoded.encode(&fixed.text).map_err(|error| error.in_file(&*source.name))?;
                    match &source.path {
                        Some(path) => replace(path, &bytes)?,
                        None => done.out = bytes.into_owned(),
                    }
                }
                fixed.left
            }
        };
        let Checked { issues, suppressed, names } = checked;
        done.issues.extend(issues);
        done.suppressed = suppressed;
        if !names.is_empty() {
            done.names = names;
            done.text = decoded.text.into_owned();
        }
        Ok(done)
    }

    /// Whether an issue is neither accepted nor older than what is looked at.
    fn is_new(&self, source: &Source, issue: &Issue) -> bool {
        !self.known.contains(issue) && self.is_added(&source.name, issue)
    }

    fn is_added(&self, name: &str, issue: &Issue) -> bool {
        let Some(added) = &self.added else { return true };
        issue.context == check::Context::Path || added.has_lines(name, issue.start.line..=issue.end.line)
    }

    /// Writes the baseline, or takes out of it what is there no more.
    fn keep(&self, all: &[Issue], sources: &[Source], args: &CheckArgs, messages: &mut Messages) -> Result<(), Error> {
        let Some(path) = &self.baseline else { return Ok(()) };
        let mut baseline = Baseline::of(all.iter().filter(|issue| issue.severity != Severity::Note));
        if args.baseline.prune_baseline {
            let mut pruned = self.known.clone();
            // What is gone from the disk is gone; what lies outside of what was read stays.
            let was_checked = |name: &str| sources.iter().any(|source| source.name == name) || !Path::new(name).exists();
            let count = pruned.prune(&baseline, was_checked);
            messages.note(format!("{count} taken out of the baseline"));
            baseline = pruned;
        }
        let mut file = Atomic::create(path)?;
        file.write_all(baseline.to_json().as_bytes()).map_err(|error| Error::cannot_at("write", path, &error))?;
        file.commit()
    }
}

/// The two texts as one that was edited: the diff is of what changed, line by line of the issues.
fn difference<'t>(old: &'t str, new: &str) -> Tracked<'t> {
    let mut tracked = Tracked::new(old);
    let mut edits = Vec::new();
    let mut at = 0;
    // Hardly a repair adds or takes away a line feed, so the lines of both belong together; else there is one change.
    let ends = |text: &str| memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let pairs: Vec<(&str, &str)> = if ends(old) == ends(new) {
        old.split_inclusive('\n').zip(new.split_inclusive('\n')).collect()
    } else {
        vec![(old, new)]
    };
    for (line, to) in pairs {
        let same = |(a, b): &(char, char)| a == b;
        let head: usize = line.chars().zip(to.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (left, right) = (line.get(head..).unwrap_or_default(), to.get(head..).unwrap_or_default());
        let tail: usize = left.chars().rev().zip(right.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        if line != to {
            let span = unspoof::text::Span::new(at + head, at + line.len() - tail);
            let to = Replacement::from(right.get(..right.len() - tail).unwrap_or_default());
            edits.push(Edit { span, to, hands: Hands::default() });
        }
        at += line.len();
    }
    tracked.apply(edits);
    tracked
}

/// Puts `bytes` in the place of the file, in one step.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let original = fs::metadata(path).map_err(|error| Error::cannot_at("read", path, &error))?;
    let mut file = Atomic::create(path)?;
    file.write_all(bytes).map_err(|error| Error::cannot_at("write", path, &error))?;
    file.replace(&original)
}
