//! How fast a batch is, as ratios: what it costs over reading and writing the same rows untouched, and what a second core adds.
//!
//! `cargo bench --bench batch` prints the tables, `-- --quick` smaller ones. With `UNSPOOF_BENCH_ASSERT=1`, a quick run fails when a
//! floor below is broken. Everything is measured in one process, turn by turn, and the best turn counts; what one thread does, by the
//! time that it had a core, where the system tells: a busy machine makes no difference then.
//!
//! What stands against a batch does what anybody would do without one: read the file, parse each row with `serde_json`, write it with
//! `serde_json`, and put the file on the disk. A row is parsed in two ways: into this library's own `Row`, which keeps all values but
//! the text as they stand, and into `serde_json::Value`. A batch writes the digest of its shards and a manifest on top of that.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops when something is off"
)]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

use unspoof::batch::{Begin, Documents, Ended, Holds, Input, Job, MostRejects, Packing, Product, Settings, Shape};
use unspoof::decode::Charset;
use unspoof::formats::blocks::{Blocks, LineFeeds};
use unspoof::formats::jsonl::Row;
use unspoof::formats::records::{Kind, LIMIT, TEXT_LIMIT};
use unspoof::formats::writers::Writer;
use unspoof::{ChangeDetail, Options};

/// Clean articles come through at no less than half the speed of parsing and writing them untouched, in either way. Seen: 0.57 to 0.69.
const CLEAN_OF_UNTOUCHED: f64 = 0.5;
/// Two cores do almost twice as much as one. Asserted where two threads that only count show that there are two.
const TWO_CORES: f64 = 1.8;
/// What two cores must give to threads that only count, so that anything can be said of them.
const TWO_IDLE_CORES: f64 = 1.9;
/// Memory does not grow with the input: so much for a file of 200 MB, in bytes.
const MEMORY: u64 = 100_000_000;

fn main() {
    let quick = std::env::args().any(|word| word == "--quick");
    let assert = quick && std::env::var_os("UNSPOOF_BENCH_ASSERT").is_some_and(|value| value == "1");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch-bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut broken = Vec::new();
    let few = articles(&folder, "few.jsonl", 4_000_000);
    let many = articles(&folder, "many.jsonl", if quick { 24_000_000 } else { 100_000_000 });
    let turns = if quick { 5 } else { 9 };
    broken.extend(speed(&many, &few, turns));
    broken.extend(two_cores(&many, turns));
    broken.extend(memory(&folder));
    let _ = fs::remove_dir_all(&folder);
    for broken in &broken {
        println!("floor broken: {broken}");
    }
    if assert && !broken.is_empty() {
        std::process::exit(1);
    }
}

/// The best time of each in seconds, over `turns` turns in which all have their go.
fn best<const N: usize>(works: [&dyn Fn(); N], turns: usize, clock: impl Fn() -> f64) -> [f64; N] {
    let mut best = [f64::MAX; N];
    for _ in 0..turns {
        for (work, best) in works.iter().zip(&mut best) {
            let start = clock();
            work();
            *best = best.min(clock() - start);
        }
    }
    best
}

/// Seconds since some moment.
fn wall() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed().as_secs_f64()
}

/// Seconds that this thread had a core; of Linux only.
fn busy() -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.as_deref().and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(wall, |nanoseconds| nanoseconds / 1e9)
}

fn speed(many: &Path, few: &Path, turns: usize) -> Option<String> {
    let megabytes = |path: &Path| path.metadata().unwrap().len() as f64 / 1e6;
    let documents = Documents {
        writer: Writer::named("jsonl").unwrap(),
        detail: ChangeDetail::Summary,
        captured: None,
        captured_field: None,
    };
    let rows = || {
        untouched(many, |line, out| {
            let row = Row::parse(line).unwrap();
            let text = row.string("text").unwrap();
            writeln!(out, "{}", row.with("text", black_box(&text))).unwrap();
        });
    };
    let values = || {
        untouched(many, |line, out| {
            let value: serde_json::Value = serde_json::from_slice(line).unwrap();
            serde_json::to_writer(&mut *out, black_box(&value)).unwrap();
            out.write_all(b"\n").unwrap();
        });
    };
    let clean = |packing| move || batch(many, Product::Clean, packing, 1);
    let works: [&dyn Fn(); 5] = [&rows, &values, &clean(Packing::None), &clean(Packing::Zstd), &clean(Packing::Gzip)];
    let [rows, values, clean, zstd, gzip] = best(works, turns, busy);
    // Documents take so much longer that a few articles will do.
    let [parsed] = best([&|| batch(few, Product::Documents(documents.clone()), Packing::None, 1)], 2, busy);
    let parsed = parsed * megabytes(many) / megabytes(few);
    println!("clean articles, {:.0} MB of JSON Lines, one thread\n", megabytes(many));
    println!("{:<44}{:>8}{:>16}{:>18}", "", "MB/s", "of rows alone", "of values alone");
    for (name, time) in [
        ("rows, parsed and written untouched", rows),
        ("values, parsed and written untouched", values),
        ("batch --as clean", clean),
        ("batch --as clean --compress zst", zstd),
        ("batch --as clean --compress gz", gzip),
        ("batch (documents)", parsed),
    ] {
        println!("{name:<44}{:>8.0}{:>16.2}{:>18.2}", megabytes(many) / time, rows / time, values / time);
    }
    let least = (rows / clean).min(values / clean);
    (least < CLEAN_OF_UNTOUCHED)
        .then(|| format!("batch --as clean over what is untouched: {least:.2}, expected {CLEAN_OF_UNTOUCHED}"))
}

/// A machine with other work to do has no two cores to show: then nothing is asserted.
fn two_cores(many: &Path, turns: usize) -> Option<String> {
    let count = |threads: u64| {
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| (0..100_000_000_u64).fold(1, |sum, n| black_box(sum ^ n)));
            }
        });
    };
    let packed = |threads| move || batch(many, Product::Clean, Packing::Gzip, threads);
    let works: [&dyn Fn(); 4] = [&|| count(1), &|| count(2), &packed(1), &packed(2)];
    let [one, two, alone, both] = best(works, turns, wall);
    let (cores, gain) = (2.0 * one / two, alone / both);
    println!("\ntwo threads against one: counting {cores:.2}, batch --as clean --compress gz {gain:.2}");
    (cores >= TWO_IDLE_CORES && gain < TWO_CORES).then(|| format!("two threads against one: {gain:.2}, expected {TWO_CORES}"))
}

/// What anybody would do: line by line, onto the disk.
fn untouched(articles: &Path, row: impl Fn(&[u8], &mut BufWriter<File>)) {
    let mut out = BufWriter::new(File::create(articles.with_extension("untouched")).unwrap());
    for block in Blocks::new(File::open(articles).unwrap(), LineFeeds, LIMIT) {
        block.unwrap().lines().for_each(|line| row(line.body, &mut out));
    }
    out.into_inner().unwrap().sync_all().unwrap();
}

fn batch(articles: &Path, product: Product, packing: Packing, threads: usize) {
    let settings = Settings {
        product,
        shape: Shape::Lines,
        packing,
        shard_size: 256_000_000,
        field: "text".to_owned(),
        id_field: "id".to_owned(),
        record_limit: LIMIT,
        text_limit: TEXT_LIMIT,
        charset: Charset::Strict,
        page_charset: Charset::Guess,
        keep: Vec::new(),
        options: Options::default(),
    };
    let job = Job {
        inputs: vec![Input::new(Some(articles.to_owned()), "many.jsonl".to_owned(), Holds::Records(Kind::Jsonl))],
        settings,
        folder: articles.with_extension("out"),
        begin: Begin::Overwrite,
        threads,
        most_rejects: MostRejects::Count(0),
    };
    assert!(matches!(job.run(&AtomicBool::new(false), |_| ()), Ok(Ended::Done(_))));
}

/// Records of articles, each with its words in an order of its own. Of real articles, two paragraphs in five have a curly quote, a dash
/// or an accent, and one in three has a number: those are the ones that rules look at.
fn articles(folder: &Path, name: &str, bytes: usize) -> PathBuf {
    let path = folder.join(name);
    let mut file = BufWriter::new(File::create(&path).unwrap());
    let (mut random, mut written, mut n) = (Random(7), 0, 0);
    while written < bytes {
        let text = (0..4 + random.below(9)).map(|_| random.paragraph()).collect::<Vec<_>>().join("\n\n");
        let url = format!("https://news.example/2021/{n}/what-the-river-did");
        let row = serde_json::json!({"id": n, "url": url, "fetched": "2021-05-02T10:00:00Z", "text": text, "length": text.len()});
        let row = row.to_string() + "\n";
        file.write_all(row.as_bytes()).unwrap();
        written += row.len();
        n += 1;
    }
    file.flush().unwrap();
    path
}

struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }

    fn paragraph(&mut self) -> String {
        const PLAIN: &str = "the ferry leaves at ten past eight so be on the pier by then and bring your own sandwiches for a long day \
            windows open half an hour before in rain as well the harbour office answers questions about tickets bicycles dogs nobody \
            reads it before spring because boats went whenever they were full and people waited with baskets under their arms";
        const MARKED: &str = "“quoted words” it’s naïve café — cost € Martínez, who’d “had never” seen";
        const NUMBERED: &str = "1987 140 people 35 cars at 12.5 knots 9:45 pier 2 20% of";
        let mut words = PLAIN.split_whitespace().collect::<Vec<_>>();
        if self.below(5) < 2 {
            words.extend(MARKED.split_whitespace());
        }
        if self.below(3) == 0 {
            words.extend(NUMBERED.split_whitespace());
        }
        let sentences = (0..3 + self.below(5)).map(|_| {
            let sentence = (0..8 + self.below(16)).map(|_| words.get(self.below(words.len())).copied().unwrap_or_default());
            sentence.collect::<Vec<_>>().join(" ") + "."
        });
        sentences.collect::<Vec<_>>().join(" ")
    }
}

/// How much memory the program takes for a file of 200 MB.
fn memory(folder: &Path) -> Option<String> {
    let path = folder.join("large.jsonl");
    let part = fs::read(articles(folder, "part.jsonl", 20_000_000)).unwrap();
    let mut file = File::create(&path).unwrap();
    (0..10).for_each(|_| file.write_all(&part).unwrap());
    let mut child = Command::new(env!("CARGO_BIN_EXE_unspoof"))
        .args([
            "batch",
            "large.jsonl",
            "--output",
            "large",
            "--as",
            "clean",
            "--compress",
            "zst",
            "--shard-size",
            "100M",
            "--progress",
            "none",
        ])
        .current_dir(folder)
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        most = most.max(resident(child.id()).unwrap_or(0));
        thread::sleep(Duration::from_millis(10));
    }
    println!("\nbatch of 200 MB: at most {:.0} MB of memory", most as f64 / 1e6);
    (most > MEMORY).then(|| format!("memory: {most} bytes, expected at most {MEMORY}"))
}

/// The most memory that a process has had until now, where the system tells.
fn resident(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
