//! Structure beside cleaning: reading who said what must not cost more than undoing heavy spoofing in a text of the same length.
//!
//! `cargo bench --bench structure` measures; `-- --quick` with `UNSPOOF_BENCH_ASSERT=1` ends with an error when a promise is broken.
//! All figures are ratios of best times in one run, the two ways taking turns.
#![allow(clippy::print_stdout, reason = "a bench tells what it measures")]

use std::hint::black_box;
use std::time::Instant;

use unspoof::{Options, clean, structure};

/// What structure may take of the time of cleaning the same text with all twins of seven letters, and growth of its cost of a byte
/// from one length to one ten times as long. Seen: 0.44, 1.00, 0.15 and 0.57; of texts ten times as long less.
/// The last two are milliseconds: what a user waits for the first page of a run, which pays for all tables, and for the slowest one.
const LIMITS: [(&str, f64); 7] = [
    ("question page", 0.65),
    ("thread", 1.3),
    ("article", 0.2),
    ("list of questions", 0.8),
    ("growth", 2.5),
    ("first page, ms", 50.0),
    ("slowest page, ms", 50.0),
];
/// How long a page that somebody pastes is, in bytes: of 230 saved ones nine in ten are shorter.
const PAGE: usize = 60_000;

fn main() {
    let assert = std::env::var_os("UNSPOOF_BENCH_ASSERT").is_some_and(|value| value == "1");
    let quick = std::env::args().any(|word| word == "--quick");
    let (size, turns) = if quick { (200_000, 15) } else { (2_000_000, 9) };
    let mut broken = 0;
    let mut hold = |what: &str, value: f64| {
        let limit = LIMITS.iter().find(|(name, _)| *name == what).map_or(f64::MAX, |(_, limit)| *limit);
        println!("{what:<20} {value:>6.2}  at most {limit}");
        broken += usize::from(value > limit);
    };
    let pages = pages();
    let first = seconds(|| drop(black_box(structure::parse(&thread(PAGE)))));
    hold("first page, ms", first * 1e3);
    let best = |page: &String| (0..turns).map(|_| seconds(|| drop(black_box(structure::parse(page))))).fold(f64::MAX, f64::min);
    let timed = pages.iter().map(|(name, page)| (best(page), name.as_str()));
    let (slowest, name) = timed.fold((0.0, ""), |slowest, page| if page.0 > slowest.0 { page } else { slowest });
    println!("{:<20} {name}", "");
    hold("slowest page, ms", slowest * 1e3);
    for (name, page) in [
        ("question page", questions as fn(usize) -> String),
        ("thread", thread),
        ("article", article),
        ("list of questions", faq),
    ] {
        let text = page(size);
        let spoofed: String = text.chars().map(twin).collect();
        let options = Options::default();
        let (mut read, mut cleaned) = (f64::MAX, f64::MAX);
        for _ in 0..turns {
            read = read.min(seconds(|| drop(black_box(structure::parse(&text)))));
            cleaned = cleaned.min(seconds(|| drop(black_box(clean(&spoofed, &options)))));
        }
        hold(name, read / cleaned);
    }
    // Twice as dear a byte is what caches and new memory cost; a quadratic path would be ten times as dear.
    let growth = [thread as fn(usize) -> String, article, questions, short_lines, fences, quotes]
        .map(|page| {
            let cost = |size: usize| {
                let text = page(size);
                let best = (0..5).map(|_| seconds(|| drop(black_box(structure::parse(&text))))).fold(f64::MAX, f64::min);
                best / text.len() as f64
            };
            cost(size * 10) / cost(size)
        })
        .into_iter()
        .fold(0.0, f64::max);
    hold("growth", growth);
    if assert && broken > 0 {
        std::process::exit(1);
    }
}

/// Pages as people paste them: the samples, and one of each kind as long as a long one.
fn pages() -> Vec<(String, String)> {
    let samples = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/input")).into_iter().flatten().flatten();
    let samples = samples.filter_map(|entry| {
        let page = std::fs::read_to_string(entry.path()).ok()?;
        Some((entry.file_name().to_string_lossy().into_owned(), clean(&page, &Options::default()).text().to_owned()))
    });
    let kinds = [
        ("question page", questions as fn(usize) -> String),
        ("thread", thread),
        ("article", article),
        ("list of questions", faq),
        ("short lines", short_lines),
        ("dates", dates),
    ];
    let mut pages: Vec<(String, String)> = samples.chain(kinds.map(|(name, page)| (name.to_owned(), page(PAGE)))).collect();
    pages.sort();
    pages
}

/// The Cyrillic letter that looks the same.
fn twin(c: char) -> char {
    const TWINS: [(char, char); 7] = [('a', 'а'), ('c', 'с'), ('e', 'е'), ('o', 'о'), ('p', 'р'), ('x', 'х'), ('y', 'у')];
    TWINS.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, cyrillic)| *cyrillic)
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// Sentences that differ, as those of people do.
struct Words(u32);

impl Words {
    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % below
    }

    fn sentence(&mut self, words: u32) -> String {
        const WORDS: [&str; 16] = [
            "river",
            "carries",
            "the",
            "old",
            "wooden",
            "bridge",
            "where",
            "nobody",
            "remembers",
            "a",
            "heavy",
            "winter",
            "between",
            "two",
            "quiet",
            "harbours",
        ];
        let mut line: Vec<&str> = (0..words).map(|_| WORDS.get(self.next(16) as usize).copied().unwrap_or("")).collect();
        line.insert(0, "Here");
        line.join(" ") + "."
    }
}

/// Pages put together until they are as long as was asked for.
fn grown(size: usize, head: &str, mut piece: impl FnMut(&mut Words, usize) -> String) -> String {
    let (mut words, mut text) = (Words(7), String::from(head));
    let mut n = 0;
    while text.len() < size {
        n += 1;
        text += &piece(&mut words, n);
    }
    text
}

fn thread(size: usize) -> String {
    grown(size, "Home\nForums\nWhich bridge is it?\n\n", |words, n| {
        let name = words.next(60);
        let said: Vec<String> = (0..=words.next(4)).map(|_| words.sentence(25)).collect();
        format!(
            "member{name}\nRegular\nPosts: {}\nMay {}, 2021\n#{n}\n\n{}\n\nReply Quote\n\n",
            name * 31,
            n % 27 + 1,
            said.join("\n")
        )
    })
}

fn questions(size: usize) -> String {
    grown(size, "Which bridge is it?\n\n900 Answers\n\n", |words, n| {
        let said: Vec<String> = (0..=words.next(5)).map(|_| words.sentence(30)).collect();
        format!("{}\n{}\n\nanswered {} years ago by Member {}\n\n", n % 9, said.join("\n\n"), n % 9 + 1, words.next(60))
    })
}

fn article(size: usize) -> String {
    grown(size, "A bridge in winter\nBy Ann Lee\nMay 2, 2021\n\n", |words, n| {
        let head = if n % 6 == 0 { "Where it stands\n\n" } else { "" };
        format!("{head}{} {}\n\n", words.sentence(40), words.sentence(35))
    })
}

fn faq(size: usize) -> String {
    grown(size, "Questions\n\n", |words, n| format!("What about bridge {n}?\n{}\n\n", words.sentence(45)))
}

fn short_lines(size: usize) -> String {
    grown(size, "", |words, _| format!("{}\n", words.next(1000)))
}

fn dates(size: usize) -> String {
    grown(size, "", |words, n| {
        let year = 2000 + words.next(20);
        format!("Anna, {}. května {year} v 10:12\nmember{} 3 år sedan\n{} years ago\n", n % 28 + 1, words.next(50), n % 9 + 2)
    })
}

fn fences(size: usize) -> String {
    grown(size, "", |_, _| "```\n- a\n".to_owned())
}

fn quotes(size: usize) -> String {
    grown(size, "", |words, n| format!("member{} said:\n> {}\n#{n}\n", words.next(9), words.next(100)))
}
