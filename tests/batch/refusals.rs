//! What a batch refuses, with words that help, and without touching what is there.

use std::fs;
use std::process::Command;

use super::{assert_same, batch, crawl, files, folder, said};

const WORDS: &str = "crawl/00.jsonl crawl/01.jsonl --output out --as clean";

#[test]
fn another_job_is_refused() {
    let folder = folder("another-job");
    crawl::write(&folder);
    batch(&folder, WORDS);
    let before = files(&folder.join("out"));
    let refusals = [
        ("", "a batch is in this folder already"),
        (" --resume --field body", "begun with --field \"text\", but is to go on with \"body\""),
        (" --resume --compress gz", "begun with --compress \"none\", but is to go on with \"gz\""),
        (" --resume --ignore nfc", "begun with --rules "),
        (" --resume crawl/02.jsonl", "begun with inputs in the number of 2, but is to go on with 3"),
    ];
    for (more, expected) in refusals {
        let (status, stderr) = said(&folder, &format!("{WORDS}{more}"));
        assert!(status == 2 && stderr.contains(expected) && stderr.contains("--overwrite begins anew"), "{more}: {stderr}");
    }
    let documents = WORDS.replace(" --as clean", " --resume");
    assert!(said(&folder, &documents).1.contains("begun with --as \"clean\", but is to go on with \"documents\""));
    assert_same(&before, &files(&folder.join("out")), "after refusals");
}

#[test]
fn changed_inputs_and_shards_are_refused() {
    let folder = folder("changed");
    crawl::write(&folder);
    let resume = format!("{WORDS} --resume");
    batch(&folder, WORDS);
    let mut manifest = fs::read_to_string(folder.join("out/manifest.jsonl")).unwrap();
    fs::write(folder.join("out/manifest.jsonl"), manifest.replace("\"unspoof\":\"", "\"unspoof\":\"9")).unwrap();
    assert!(said(&folder, &resume).1.contains("begun with versions"));
    manifest.insert_str(0, "nonsense\n");
    fs::write(folder.join("out/manifest.jsonl"), &manifest).unwrap();
    assert!(said(&folder, &resume).1.contains("record 1: expected the manifest of a batch, but found another line"));
    fs::write(folder.join("out/manifest.jsonl"), manifest.strip_prefix("nonsense\n").unwrap()).unwrap();

    let rows = fs::read(folder.join("out/part-00000.jsonl")).unwrap();
    fs::write(folder.join("out/part-00000.jsonl"), &rows[1..]).unwrap();
    assert!(said(&folder, &resume).1.contains("bytes, as the manifest says, but found"));
    fs::remove_file(folder.join("out/part-00000.jsonl")).unwrap();
    assert!(said(&folder, &resume).1.contains("there is no such file"));
    fs::write(folder.join("out/part-00000.jsonl"), rows).unwrap();
    assert_eq!(said(&folder, &resume).0, 0, "all is as it was");

    let input = folder.join("crawl/01.jsonl");
    fs::write(&input, [&fs::read(&input).unwrap()[..], b"{\"text\":\"more\"}\n"].concat()).unwrap();
    let (status, stderr) = said(&folder, &resume);
    assert!(status == 2 && stderr.contains("begun with the input {\"bytes\":"), "{stderr}");
    assert_eq!(said(&folder, &format!("{WORDS} --overwrite")).0, 2);
    assert!(
        String::from_utf8(fs::read(folder.join("out/part-00000.jsonl")).unwrap()).unwrap().ends_with("{\"text\":\"more\"}\n")
    );
}

#[test]
fn one_folder_one_writer() {
    let folder = folder("one-writer");
    crawl::write(&folder);
    batch(&folder, WORDS);
    let held = fs::File::open(folder.join("out/manifest.jsonl")).unwrap();
    held.lock().unwrap();
    for more in ["--resume", "--overwrite"] {
        let (status, stderr) = said(&folder, &format!("{WORDS} {more}"));
        assert_eq!((status, &*stderr), (2, "unspoof: out: another process is writing a batch into this folder\n"));
    }
}

#[test]
fn what_cannot_be_done_is_not_begun() {
    let folder = folder("not-begun");
    crawl::write(&folder);
    let refusals = [
        ("crawl/00.jsonl gone.jsonl -o out", "gone.jsonl: cannot read it: there is no such file or folder"),
        ("crawl/00.jsonl -o crawl/00.txt", "crawl/00.txt: cannot write into it: a file stands where a folder is needed"),
        ("- -o out --resume", "standard input cannot be read again"),
        ("crawl -o out --to dolma --keep url", "--keep goes with --to jsonl"),
        ("crawl -o out --shard-size 0", "expected a size such as 256M, but found \"0\""),
        ("crawl -o out --max-rejects some", "expected a number or a share such as 1%, but found \"some\""),
    ];
    for (words, expected) in refusals {
        let (status, stderr) = said(&folder, words);
        assert!(status == 2 && stderr.contains(expected), "{words}: {stderr}");
    }
    assert!(!folder.join("out/manifest.jsonl").exists());
}

/// A disk that is full fails a write in the middle; here a limit on the size of files does.
#[cfg(unix)]
#[test]
fn a_full_disk_is_named_and_can_be_gone_on_from() {
    let folder = folder("full-disk");
    crawl::write(&folder);
    let words = "crawl --output out --as clean --shard-size 300k";
    batch(&folder, words);
    let whole = files(&folder.join("out"));
    fs::remove_dir_all(folder.join("out")).unwrap();
    // Blocks of 1024 bytes in bash: enough for no shard at all.
    let script = format!("trap '' XFSZ; ulimit -f 200; exec {} batch {words}", env!("CARGO_BIN_EXE_unspoof"));
    let output = Command::new("bash").args(["-c", &script]).current_dir(&folder).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && stderr.contains("out/part-00000.jsonl: cannot write it: "), "{stderr}");
    assert!(files(&folder.join("out")).keys().eq(["manifest.jsonl"]));
    batch(&folder, &format!("{words} --resume"));
    assert_same(&whole, &files(&folder.join("out")), "after the disk was full");
}
