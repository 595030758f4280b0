//! How fast, as ratios: what a text costs against a copy, against validation, and against others that do part of the work.
//!
//! `cargo bench` prints the tables, `cargo bench -- --quick` smaller ones. With `UNSPOOF_BENCH_ASSERT=1`, a quick run fails
//! when a floor below is broken. Everything is measured in one process, turn by turn, and the best turn counts: the ratio of
//! two best times is the same on a busy machine and on an idle one, an absolute time is not.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench prints, and stops when something is off"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

use unspoof::{ChangeDetail, Options, Source, clean, run};

/// Printable ASCII is looked at once, in blocks: at least half as fast as copying it.
const ASCII_OF_MEMCPY: f64 = 0.5;
/// Genuine text of one script is settled by the classes of its characters: not much dearer than to find that it is UTF-8.
const GENUINE_OF_VALIDATION: f64 = 2.5;
/// A text in which every tenth letter is repaired is worth some work, and still no more than this.
const SAMPLE_OF_VALIDATION: f64 = 20.0;
/// Ten times the text may cost ten times the time, with some room for what no longer fits the caches.
const GROWTH: f64 = 2.0;

/// How much text decancer is timed on.
const DECANCER_BYTES: usize = 4096;

fn main() {
    let quick = std::env::args().any(|word| word == "--quick");
    let assert = quick && std::env::var_os("UNSPOOF_BENCH_ASSERT").is_some_and(|value| value == "1");
    let mut floors = Floors::default();
    texts(if quick { 1 << 20 } else { 4 << 20 }, if quick { 7 } else { 9 }, &mut floors);
    growth(quick, &mut floors);
    floors.tell(assert);
}

/// Promises, and those that were broken.
#[derive(Default)]
struct Floors {
    kept: usize,
    broken: Vec<String>,
}

impl Floors {
    fn at_most(&mut self, what: &str, value: f64, limit: f64) {
        if value <= limit {
            self.kept += 1;
        } else {
            self.broken.push(format!("{what}: {value:.2}, expected at most {limit}"));
        }
    }

    fn tell(&self, assert: bool) {
        println!("\nfloors: {} kept, {} broken", self.kept, self.broken.len());
        for broken in &self.broken {
            println!("  {broken}");
        }
        if assert && !self.broken.is_empty() {
            std::process::exit(1);
        }
    }
}

/// One way to spend time on a text.
type Work<'a> = Box<dyn FnMut() + 'a>;

/// The best time of each, over `turns` turns in which all have their go.
fn best(works: &mut [Work<'_>], turns: usize) -> Vec<Duration> {
    let mut best = vec![Duration::MAX; works.len()];
    for _ in 0..turns {
        for (work, best) in works.iter_mut().zip(&mut best) {
            let start = Instant::now();
            work();
            *best = (*best).min(start.elapsed());
        }
    }
    best
}

/// Texts of one kind each, as long as asked for.
fn samples(bytes: usize) -> Vec<(&'static str, String)> {
    const ENGLISH: &str =
        "The ferry leaves at ten past eight, so be at the pier by eight and bring your own sandwiches for the day.\n";
    let repeated = |text: &str| text.repeat(bytes.div_ceil(text.len()));
    let genuine = |text: &str| repeated(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let first = include_str!("../input/cyrillic-e-in-answer.txt");
    let mixed = format!(
        "{ENGLISH}Паром отходит в восемь десять, так что приходите на причал к восьми и возьмите бутерброды.\n\
         Timetable: https://ferry.example/timetable?day=mon&from=pier-2 or write to harbour@ferry.example, кассы открыты с 7:30.\n"
    );
    let twins: String = ENGLISH
        .chars()
        .map(|c| "aceopxyi".chars().position(|latin| latin == c).and_then(|at| "асеорхуі".chars().nth(at)).unwrap_or(c))
        .collect();
    vec![
        ("printable ASCII", repeated(ENGLISH)),
        ("genuine Russian", genuine(include_str!("../input/genuine-russian.txt"))),
        ("genuine Greek", genuine(include_str!("../input/genuine-greek.txt"))),
        ("genuine Chinese", repeated("渡轮八点十分开船，所以请八点到码头，并自带当天的三明治。窗口七点半开门，雨天照常营业。\n")),
        ("English, Russian, URLs", repeated(&mixed)),
        ("sample: Cyrillic е", repeated(first)),
        ("English, all twins", repeated(&twins)),
    ]
}

fn texts(bytes: usize, turns: usize, floors: &mut Floors) {
    println!("{} MB of each, one thread, best of {turns}; × = time of clean over time of the other\n", bytes >> 20);
    println!(
        "{:<24}{:>9}{:>9}{:>9}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "text", "MB/s", "× copy", "× utf8", "× simd", "run/clean", "× decanc.", "× skelet.", "× NFKC"
    );
    for (name, text) in samples(bytes) {
        let options = Options::default();
        let mut buffer = vec![0u8; text.len()];
        let source = Source { id: None, name: "text.txt", format: "text", bytes: text.as_bytes() };
        let mut works: Vec<Work<'_>> = vec![
            Box::new(|| drop(black_box(clean(black_box(&text), &options)))),
            Box::new(|| {
                buffer.copy_from_slice(black_box(text.as_bytes()));
                black_box(&mut buffer);
            }),
            Box::new(|| assert!(std::str::from_utf8(black_box(text.as_bytes())).is_ok())),
            Box::new(|| assert!(simdutf8::basic::from_utf8(black_box(text.as_bytes())).is_ok())),
            Box::new(|| drop(black_box(run(&source, &options, ChangeDetail::Summary)))),
            Box::new(|| drop(black_box(skeleton(black_box(&text)).collect::<String>()))),
            Box::new(|| drop(black_box(black_box(&text).nfkc().collect::<String>()))),
        ];
        let mut best = best(&mut works, turns);
        drop(works);
        best.push(decancer(&text, turns));
        let time: Vec<f64> = best.iter().map(Duration::as_secs_f64).collect();
        println!(
            "{name:<24}{:>9.0}{:>9.2}{:>9.2}{:>10.2}{:>10.2}{:>10.2}{:>10.2}{:>10.2}",
            text.len() as f64 / 1e6 / time[0],
            time[0] / time[1],
            time[0] / time[2],
            time[0] / time[3],
            time[4] / time[0],
            time[0] / time[7],
            time[0] / time[5],
            time[0] / time[6],
        );
        match name {
            "printable ASCII" => floors.at_most("printable ASCII, clean over copy", time[0] / time[1], 1.0 / ASCII_OF_MEMCPY),
            _ if name.starts_with("genuine") => {
                floors.at_most(&format!("{name}, clean over from_utf8"), time[0] / time[2], GENUINE_OF_VALIDATION);
            }
            _ if name.starts_with("sample") => {
                floors.at_most(&format!("{name}, clean over from_utf8"), time[0] / time[2], SAMPLE_OF_VALIDATION);
            }
            _ => {}
        }
    }
}

/// The time that decancer would take for `text`, from a short part of it: its cost a byte grows with the text, as it is made
/// for names and messages, so this is its best side.
fn decancer(text: &str, turns: usize) -> Duration {
    let part = &text[..text.floor_char_boundary(DECANCER_BYTES)];
    let cure = || drop(black_box(decancer::cure(black_box(part), decancer::Options::default())));
    let best = best(&mut [Box::new(cure)], turns)[0];
    best.mul_f64(text.len() as f64 / part.len() as f64)
}

/// Cost per byte as texts grow, and of texts that are all of one awkward kind.
fn growth(quick: bool, floors: &mut Floors) {
    let million = |millions: usize, piece: &str| piece.repeat(millions * 1_000_000 / piece.len());
    let first = include_str!("../input/cyrillic-e-in-answer.txt");
    let mixed =
        samples(1).into_iter().find(|(name, _)| name.starts_with("English, R")).map_or(String::new(), |(_, text)| text) + first;
    let line = mixed.replace('\n', " ");
    let kinds: [(&str, &str, [usize; 3]); 6] = [
        ("mixed, many lines", &mixed, [1, 10, 100]),
        ("mixed, one line", &line, [1, 10, 50]),
        ("combining marks", "\u{301}", [1, 10, 20]),
        ("bidi controls", "\u{202E}", [1, 10, 30]),
        ("bidi, nested in pairs", "\u{2067}a\u{202E}", [1, 10, 30]),
        ("empty lines", "\n", [1, 10, 10]),
    ];
    println!("\nnanoseconds a byte by size; growth = the dearest over that of 1 MB\n");
    println!("{:<24}{:<7}{:>8}{:>10}{:>10}{:>10}{:>9}", "text", "", "MB", "1 MB", "10 MB", "most", "growth");
    for (name, piece, sizes) in kinds {
        let sizes = if quick { &sizes[..2] } else { &sizes[..] };
        for way in ["clean", "run"] {
            let costs: Vec<f64> = sizes
                .iter()
                .map(|&size| {
                    let text = million(size, piece);
                    let source = Source { id: None, name: "text.txt", format: "text", bytes: text.as_bytes() };
                    let options = Options::default();
                    let mut works: Vec<Work<'_>> = vec![if way == "clean" {
                        Box::new(|| drop(black_box(clean(black_box(&text), &options))))
                    } else {
                        Box::new(|| drop(black_box(run(&source, &options, ChangeDetail::Summary))))
                    }];
                    let turns = if size < 5 {
                        5
                    } else if size < 20 {
                        2
                    } else {
                        1
                    };
                    best(&mut works, turns)[0].as_secs_f64() * 1e9 / text.len() as f64
                })
                .collect();
            let most = costs.iter().skip(1).copied().fold(0.0, f64::max) / costs[0];
            println!(
                "{name:<24}{way:<7}{:>8}{:>10.2}{:>10.2}{:>10.2}{most:>9.2}",
                sizes[sizes.len() - 1],
                costs[0],
                costs[1],
                costs[costs.len() - 1]
            );
            floors.at_most(&format!("{name}, {way}: cost of a byte at 10 MB over 1 MB"), costs[1] / costs[0], GROWTH);
        }
    }
}
