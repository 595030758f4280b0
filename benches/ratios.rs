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

/// Printable ASCII is looked at once, in blocks: at least a third as fast as copying it. (Half was kept until the test of a block had
/// to see look-alikes within ASCII, too, some 50 instructions for 16 bytes; 0.39 to 0.42 of a copy then, a fifth faster since.)
const ASCII_OF_MEMCPY: f64 = 0.33;
/// ASCII in which every fifth line has a word such as `x1` or `1st`, which may be a look-alike: those lines are cut into words,
/// and language is not asked. Seen: 0.02 on a quiet machine, half of it on a busy one.
const NUMBERS_OF_MEMCPY: f64 = 0.009;
/// Genuine text of one script is settled by the classes of its characters: not much dearer than to find that it is UTF-8. Seen: 1.5
/// to 1.8, with a look for letters in numbers.
const GENUINE_OF_VALIDATION: f64 = 2.5;
/// A text in which every tenth letter is repaired is worth some work. Seen: 10 to 11.
const SAMPLE_OF_VALIDATION: f64 = 13.0;
/// The same with all letters that have a twin: words without a letter of their own have to be heard, or weighed. Seen: 13 to 18.
const TWINS_OF_VALIDATION: f64 = 24.0;
/// Ten times the text costs ten times the time, and then some for what no longer fits the caches and for memory that is new to
/// the process: seen up to 2.8. A quadratic path would show as 10.
const GROWTH: f64 = 4.0;
/// Copying is measured on more text than any cache holds: there it is the floor that memory sets.
const BEYOND_CACHES: usize = 64 << 20;

/// How much text decancer is timed on.
const DECANCER_BYTES: usize = 4096;

fn main() {
    let quick = std::env::args().any(|word| word == "--quick");
    let assert = quick && std::env::var_os("UNSPOOF_BENCH_ASSERT").is_some_and(|value| value == "1");
    let mut floors = Floors::default();
    texts(if quick { 1 << 18 } else { 4 << 20 }, if quick { 40 } else { 9 }, &mut floors);
    beside_copy(&mut floors);
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

/// Texts of one kind each, as long as asked for. Their words come in no order: a text that repeats itself teaches the branch
/// predictor by heart, and validation looks several times faster than it is on any page.
fn samples(bytes: usize) -> Vec<(&'static str, String)> {
    const ENGLISH: &str = "the ferry leaves at ten past eight so be on pier by and bring your own sandwiches for a long day \
        windows open half in rain as well harbour office answers questions about tickets, bicycles, dogs. Timetable: nobody \
        reads it before spring because boats went whenever they were full and people waited with baskets under their arms.";
    const NUMBERS: &str = "In 2021 the 3rd ferry, built 1987, took 140 people and 35 cars at 12.5 knots. It left at 9:45 (pier 2B) and was \
        back by 16:30; I paid 7.80 for the B12 bus, 1st class: is it 20% more than on May 4th? Illness, IT and AI do not count.";
    const CODE: &str = "fn parse_line(at: usize, utf8: &[u8]) -> Option<u64> { let first = text.get(2..5)?; if (x1 < y2) return None; \
        self.items.push(Item::new(id, \"key\")); getText(3) // see RFC 3986, 0x7F; for i in 0..8 { sum += 2.5e3; } } import os, sys";
    const RUSSIAN: &str = "паром отходит в восемь десять так что приходите на причал к восьми и возьмите с собой бутерброды, \
        кассы открыты с половины восьмого в дождь тоже. Расписание никто не читает до весны, потому что лодки ходили, когда \
        наполнялись, а люди ждали их у воды с корзинами он она оно сор";
    const GREEK: &str = "το πλοίο φεύγει στις οκτώ και δέκα, γι αυτό να είστε στην προβλήτα από νωρίς με τα σάντουιτς σας για \
        όλη την ημέρα. Τα εκδοτήρια ανοίγουν στις επτά και μισή, ακόμη και με βροχή ο νόμος η τάξη ύπνος";
    const CHINESE: &str = "渡 轮 八点 十分 开船 ， 所以 请 到 码头 并 自带 当天 的 三明治 。 窗口 七点半 开门 雨天 照常 营业 没有 人 在 春天 \
        之前 看 时刻表 因为 船 总是 坐满 了 才 走 人们 提着 篮子 等在 水边";
    let spoofed = |pairs: &[(char, char)]| -> String {
        let swap = |c| pairs.iter().find(|(latin, _)| *latin == c).map_or(c, |&(_, twin)| twin);
        shuffled(ENGLISH, " ", bytes).chars().map(swap).collect()
    };
    let twins: Vec<(char, char)> = "aceopxyi".chars().zip("асеорхуі".chars()).collect();
    let addresses = "https://ferry.example/timetable?day=mon&from=pier-2 harbour@ferry.example ";
    vec![
        ("printable ASCII", shuffled(ENGLISH, " ", bytes)),
        ("numbers and code", shuffled(&format!("{ENGLISH} {NUMBERS} {CODE}"), " ", bytes)),
        ("genuine Russian", shuffled(RUSSIAN, " ", bytes)),
        ("genuine Greek", shuffled(GREEK, " ", bytes)),
        ("genuine Chinese", shuffled(CHINESE, "", bytes)),
        ("English, Russian, URLs", shuffled(&format!("{ENGLISH} {ENGLISH} {RUSSIAN} {addresses}"), " ", bytes)),
        ("Cyrillic е for every e", spoofed(&[('e', 'е')])),
        ("English, all twins", spoofed(&twins)),
    ]
}

/// Lines of the words of `vocabulary` in no order, each time the same.
fn shuffled(vocabulary: &str, between: &str, bytes: usize) -> String {
    let words: Vec<&str> = vocabulary.split_whitespace().collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut text = String::with_capacity(bytes + 64);
    while text.len() < bytes {
        // A linear congruential generator, whose high bits are good enough to shuffle words.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let random = (state >> 33) as usize;
        text.push_str(words[random % words.len()]);
        text.push_str(if random % 97 < 5 { "\n" } else { between });
    }
    text.push_str("end.");
    text
}

fn texts(bytes: usize, turns: usize, floors: &mut Floors) {
    println!("{} KB of each, one thread, best of {turns}; × = time of clean over time of the other\n", bytes >> 10);
    println!(
        "{:<24}{:>9}{:>9}{:>9}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "text", "MB/s", "× copy", "× utf8", "× simd", "run/clean", "× decanc.", "× skelet.", "× NFKC"
    );
    for (name, text) in samples(bytes) {
        let options = Options::default();
        let mut buffer = vec![0u8; text.len()];
        let source = Source { id: None, name: "text.txt", format: "text", bytes: text.as_bytes(), captured: None };
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
            _ if name.starts_with("genuine") => {
                floors.at_most(&format!("{name}, clean over from_utf8"), time[0] / time[2], GENUINE_OF_VALIDATION);
            }
            _ if name.starts_with("Cyrillic") => {
                floors.at_most(&format!("{name}, clean over from_utf8"), time[0] / time[2], SAMPLE_OF_VALIDATION);
            }
            "English, all twins" => {
                floors.at_most(&format!("{name}, clean over from_utf8"), time[0] / time[2], TWINS_OF_VALIDATION);
            }
            _ => {}
        }
    }
}

/// ASCII against a copy of it, on texts that no cache holds.
fn beside_copy(floors: &mut Floors) {
    println!();
    for (name, floor) in [("printable ASCII", ASCII_OF_MEMCPY), ("numbers and code", NUMBERS_OF_MEMCPY)] {
        let Some((_, text)) = samples(BEYOND_CACHES).into_iter().find(|(other, _)| *other == name) else { continue };
        let options = Options::default();
        let mut buffer = vec![0u8; text.len()];
        let copy = || black_box(&mut buffer).copy_from_slice(black_box(text.as_bytes()));
        let cleaning = || drop(black_box(clean(black_box(&text), &options)));
        let time = best(&mut [Box::new(copy), Box::new(cleaning)], 9);
        let (copy, cleaning) = (time[0].as_secs_f64(), time[1].as_secs_f64());
        let megabytes = text.len() as f64 / 1e6;
        println!("{name}, {megabytes:.0} MB: copy {:.0} MB/s, clean {:.0} MB/s", megabytes / copy, megabytes / cleaning);
        floors.at_most(&format!("{name}, clean over copy"), cleaning / copy, 1.0 / floor);
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
    let kinds: [(&str, &str, [usize; 3]); 7] = [
        ("mixed, many lines", &mixed, [1, 10, 100]),
        ("mixed, one line", &line, [1, 10, 50]),
        ("combining marks", "\u{301}", [1, 10, 20]),
        ("bidi controls", "\u{202E}", [1, 10, 30]),
        ("bidi, nested in pairs", "\u{2067}a\u{202E}", [1, 10, 30]),
        ("strangers, one word", "ɡaടb", [1, 10, 10]),
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
                    let source = Source { id: None, name: "text.txt", format: "text", bytes: text.as_bytes(), captured: None };
                    let options = Options::default();
                    let mut works: Vec<Work<'_>> = vec![if way == "clean" {
                        Box::new(|| drop(black_box(clean(black_box(&text), &options))))
                    } else {
                        Box::new(|| drop(black_box(run(&source, &options, ChangeDetail::Summary))))
                    }];
                    let turns = if size < 5 {
                        9
                    } else if size < 20 {
                        4
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
