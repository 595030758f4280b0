//! Killed at any moment, and gone on: the output is that of a batch that ran through.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::{assert_same, batch, command, crawl, files, folder, said};

const CLEAN: &str = "crawl --output out --as clean --compress zst --shard-size 30k";
const DOCUMENTS: &str = "crawl/0[0-1].jsonl --output out --compress gz --shard-size 150k --keep url,n";
const PAGES: &str = "crawl/0[0-1].jsonl --output out --to json --shard-size 100k";

/// The output of a batch that runs through, and how long it took.
fn whole(folder: &Path, words: &str) -> (BTreeMap<String, Vec<u8>>, Duration) {
    let begin = Instant::now();
    assert_eq!(batch(folder, words).status.code(), Some(2), "some records are bad");
    let took = begin.elapsed();
    let whole = files(&folder.join("out"));
    fs::remove_dir_all(folder.join("out")).unwrap();
    (whole, took)
}

/// Numbers that look random, from a seed that is said.
fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn seed() -> u64 {
    let seed = std::env::var("UNSPOOF_KILL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0x5EED);
    eprintln!("UNSPOOF_KILL_SEED={seed}");
    seed
}

/// Begins (or goes on), and kills after a while; says how many shards the manifest has then.
fn killed(folder: &Path, words: &str, after: Duration) -> Option<usize> {
    let mut child = command(folder, words).spawn().unwrap();
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    let manifest = fs::read(folder.join("out/manifest.jsonl")).ok()?;
    Some(manifest.split(|&byte| byte == b'\n').count().saturating_sub(2))
}

#[test]
fn twenty_kills_change_nothing() {
    let folder = folder("kills");
    crawl::write(&folder);
    let mut random = random(seed());
    let mut partway = 0;
    for (words, kills) in [(CLEAN, 15), (DOCUMENTS, 3), (PAGES, 2)] {
        let (whole, took) = whole(&folder, words);
        let resume = format!("{words} --resume");
        for kill in 0..kills {
            let after = took.mul_f64(random());
            let shards = killed(&folder, words, after);
            partway += usize::from(shards.is_some_and(|shards| shards > 0 && shards < whole.len() / 3));
            let output = batch(&folder, &resume);
            let when = format!("after kill {kill} at {after:?} with {shards:?} shards of `{words}`");
            assert!(matches!(output.status.code(), Some(0 | 2)), "{when}: {}", String::from_utf8_lossy(&output.stderr));
            assert_same(&whole, &files(&folder.join("out")), &when);
            fs::remove_dir_all(folder.join("out")).unwrap();
        }
    }
    assert!(partway > 2, "only {partway} of the kills fell between two shards");
}

#[test]
fn kills_in_a_row_get_there_in_the_end() {
    let folder = folder("kills-in-a-row");
    crawl::write(&folder);
    let (whole, took) = whole(&folder, CLEAN);
    let mut random = random(seed());
    let resume = format!("{CLEAN} --resume");
    for _ in 0..8 {
        killed(&folder, &resume, took.mul_f64(random() / 3.0));
    }
    batch(&folder, &resume);
    assert_same(&whole, &files(&folder.join("out")), "after kills in a row");
}

/// What a kill can leave between two steps of a commit, each in turn: a torn line, files that were never told, files half written.
#[test]
fn every_half_done_commit_is_undone() {
    let folder = folder("half-done");
    crawl::write(&folder);
    let words = "crawl/00.jsonl crawl/01.jsonl crawl/02.jsonl --output out --as clean --shard-size 30k";
    let (whole, _) = whole(&folder, words);
    let out = folder.join("out");
    let manifest = &whole["manifest.jsonl"];
    let ends = manifest.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1).collect::<Vec<_>>();
    assert_eq!(ends.len(), 5, "a job, three shards, an end");
    // Whole lines, lines without their line feed, and torn ones.
    let cuts =
        ends.iter().flat_map(|&end| [end, end.saturating_sub(1), end + 9]).filter(|&cut| cut >= ends[0] && cut <= manifest.len());
    for cut in cuts {
        fs::create_dir_all(&out).unwrap();
        for (name, bytes) in &whole {
            fs::write(out.join(name), bytes).unwrap();
        }
        fs::write(out.join("manifest.jsonl"), &manifest[..cut]).unwrap();
        fs::write(out.join(".part-00001.jsonl.partial"), "half").unwrap();
        fs::write(out.join(".rejects-00001.jsonl.partial"), "half").unwrap();
        fs::write(out.join(".summary.json.partial"), "half").unwrap();
        fs::write(out.join(".manifest.jsonl.partial"), "half").unwrap();
        batch(&folder, &format!("{words} --resume"));
        assert_same(&whole, &files(&out), &format!("after a cut at {cut} of {}", manifest.len()));
        fs::remove_dir_all(&out).unwrap();
    }
}

/// A file that is read on from its middle: by a jump where it is plain, by unpacking what comes before where it is not.
#[test]
fn one_large_file_is_gone_on_with_in_its_middle() {
    let folder = folder("large");
    let line = "Nothing is wrong with this line, and it is said again and again. ".repeat(60);
    let rows = (0..900).map(|n| format!("{{\"text\":\"{line}\",\"n\":{n}}}\n")).collect::<String>();
    let table = (0..900).map(|n| format!("{n},\"{line}\r\n\",\"a \"\"word\"\"\"\n")).collect::<String>();
    fs::write(folder.join("rows.jsonl"), &rows).unwrap();
    fs::write(folder.join("rows.jsonl.zst"), zstd::encode_all(rows.as_bytes(), 1).unwrap()).unwrap();
    fs::write(folder.join("table.csv"), format!("n,text,more\n{table}")).unwrap();
    let out = folder.join("out");
    for input in ["rows.jsonl", "rows.jsonl.zst", "table.csv"] {
        let words = format!("{input} --output out --as clean --shard-size 1k --compress zst");
        assert_eq!(said(&folder, &words).0, 0);
        let whole = files(&out);
        let manifest = &whole["manifest.jsonl"];
        let ends = manifest.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1).collect::<Vec<_>>();
        assert_eq!(ends.len(), 6, "{input}: a job, four shards, an end");
        for end in &ends[1..4] {
            fs::write(out.join("manifest.jsonl"), &manifest[..*end]).unwrap();
            assert_eq!(said(&folder, &format!("{words} --resume")).0, 0);
            assert_same(&whole, &files(&out), &format!("when {input} is gone on with in its middle"));
        }
        fs::remove_dir_all(&out).unwrap();
    }
}

#[test]
fn a_file_that_is_not_ours_stays() {
    let folder = folder("not-ours");
    fs::write(folder.join("rows.jsonl"), "{\"text\":\"One.\"}\n").unwrap();
    let words = "rows.jsonl --output out --as clean";
    fs::create_dir(folder.join("out")).unwrap();
    // These two could be ours, and without a manifest they are not.
    for name in ["part-00003.jsonl", "summary.json"] {
        fs::write(folder.join("out").join(name), "mine").unwrap();
        for how in ["", " --resume"] {
            let (status, stderr) = said(&folder, &format!("{words}{how}"));
            assert!(status == 2 && stderr.contains(&format!("but found {name} and no manifest.jsonl")), "{stderr}");
        }
        assert_eq!(fs::read(folder.join("out").join(name)).unwrap(), b"mine");
        fs::remove_file(folder.join("out").join(name)).unwrap();
    }
    let mine = [
        "notes.txt",
        "part-of-it.jsonl",
        "part-7.jsonl",
        "part-00000.parq",
        "part-00000.jsonl.bak",
        ".hidden.partial",
        "rejects-00001.csv",
    ];
    mine.iter().for_each(|name| fs::write(folder.join("out").join(name), "mine").unwrap());
    for how in ["", " --resume", " --overwrite"] {
        assert_eq!(said(&folder, &format!("{words}{how}")).0, 0);
        assert!(mine.iter().all(|name| fs::read(folder.join("out").join(name)).unwrap() == b"mine"), "{how}");
    }
}

#[test]
fn threads_change_nothing() {
    let folder = folder("threads");
    crawl::write(&folder);
    for words in [CLEAN, DOCUMENTS] {
        let (one, _) = whole(&folder, &format!("{words} --threads 1"));
        let (many, _) = whole(&folder, &format!("{words} --threads 5"));
        assert_same(&one, &many, "with five threads");
    }
}

#[test]
fn a_finished_batch_says_so() {
    let folder = folder("finished");
    crawl::write(&folder);
    batch(&folder, CLEAN);
    let before = files(&folder.join("out"));
    let (status, stderr) = said(&folder, &format!("{CLEAN} --resume"));
    assert_eq!((status, &*stderr), (0, "unspoof: out: the batch was done already\n"));
    assert_same(&before, &files(&folder.join("out")), "after going on with nothing");
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_what_can_be_gone_on_with() {
    use std::io::Read;
    use std::process::Command;

    let folder = folder("interrupt");
    crawl::write(&folder);
    let (whole, _) = whole(&folder, CLEAN);
    for signal in ["-INT", "-TERM"] {
        let mut child = command(&folder, CLEAN).spawn().unwrap();
        let first = folder.join("out/part-00002.jsonl.zst");
        while !first.exists() {
            assert!(child.try_wait().unwrap().is_none(), "the batch was done before it could be interrupted");
            thread::sleep(Duration::from_millis(1));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "{stderr}");
        assert!(stderr.starts_with("unspoof: interrupted with ") && stderr.contains("--resume goes on"), "{stderr}");
        let left = files(&folder.join("out"));
        assert!(left.keys().all(|name| !name.starts_with('.') && name != "summary.json"), "{:?}", left.keys());
        assert!(left.len() < whole.len());
        batch(&folder, &format!("{CLEAN} --resume"));
        assert_same(&whole, &files(&folder.join("out")), signal);
        fs::remove_dir_all(folder.join("out")).unwrap();
    }
}
