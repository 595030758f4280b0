//! What rows and shards are.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{batch, command, crawl, files, folder, json_lines, said};

#[test]
fn documents_are_those_of_run() {
    let folder = folder("as-run");
    crawl::write(&folder);
    batch(&folder, "crawl/00.jsonl crawl/01.txt -o out");
    let mut run = Command::new(env!("CARGO_BIN_EXE_unspoof"));
    run.args(["run", "--to", "jsonl", "crawl/00.jsonl", "crawl/01.txt"]).current_dir(&folder).stdin(Stdio::null());
    let run = run.output().unwrap().stdout;
    assert!(!run.is_empty() && files(&folder.join("out"))["part-00000.jsonl"] == run);
}

#[test]
fn kept_values_stand_beside_the_document() {
    let folder = folder("kept");
    fs::write(folder.join("rows.jsonl"), "{\"text\":\"One.\", \"n\": 1.50e3, \"deep\":{\"a\": [1 ,2]}}\n{\"text\":\"Two.\"}\n")
        .unwrap();
    let (status, _) = said(&folder, "rows.jsonl -o out --keep n,deep --changes none");
    assert_eq!(status, 0);
    let rows = String::from_utf8(files(&folder.join("out"))["part-00000.jsonl"].clone()).unwrap();
    let rows = rows.lines().collect::<Vec<_>>();
    assert!(rows[0].ends_with(r#","kept":{"n":1.50e3,"deep":{"a": [1 ,2]}}}"#), "{}", rows[0]);
    assert!(rows[1].ends_with(r#","kept":{"n":null,"deep":null}}"#), "{}", rows[1]);
    let schema: Value = serde_json::from_str(unspoof::document::JSON_SCHEMA).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    assert!(schema.is_valid(&serde_json::from_str(rows[0]).unwrap()));
}

#[test]
fn packed_shards_hold_the_same_rows() {
    let folder = folder("packed");
    crawl::write(&folder);
    let mut unpacked = Vec::new();
    for compress in ["none", "gz", "zst"] {
        batch(&folder, &format!("crawl -o {compress} --as clean --shard-size 40k --compress {compress}"));
        let out = files(&folder.join(compress));
        let shards = out.iter().filter(|(name, _)| name.starts_with("part-")).map(|(_, bytes)| {
            let mut rows = Vec::new();
            match compress {
                "gz" => flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut rows).unwrap(),
                "zst" => zstd::stream::read::Decoder::new(&bytes[..]).unwrap().read_to_end(&mut rows).unwrap(),
                _ => bytes.as_slice().read_to_end(&mut rows).unwrap(),
            };
            rows
        });
        unpacked.push(shards.collect::<Vec<_>>());
    }
    assert!(unpacked[0].len() > 5 && unpacked.iter().all(|shards| shards == &unpacked[0]));
    assert_eq!(json_lines(&unpacked[0].concat()).len(), crawl::ROWS);
}

#[test]
fn a_shard_of_rejects_alone_is_a_file_that_readers_take() {
    let folder = folder("rejects-alone");
    fs::write(folder.join("rows.jsonl"), "no\nno\n").unwrap();
    batch(&folder, "rows.jsonl -o out --compress gz");
    let mut rows = Vec::new();
    let bytes = files(&folder.join("out"))["part-00000.jsonl.gz"].clone();
    flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut rows).unwrap();
    assert!(rows.is_empty());
}

#[test]
fn texts_and_standard_input_become_rows() {
    let folder = folder("texts");
    fs::write(folder.join("a.txt"), "Th\u{435} end.\n").unwrap();
    batch(&folder, "a.txt -o out --as clean --id-field name --field body");
    assert_eq!(files(&folder.join("out"))["part-00000.jsonl"], b"{\"name\":\"a.txt\",\"body\":\"The end.\\n\"}\n");

    let stdin = fs::File::open(folder.join("a.txt")).unwrap();
    let status = command(&folder, "- -o piped --to dolma").stdin(stdin).status().unwrap();
    let rows = json_lines(&files(&folder.join("piped"))["part-00000.jsonl"]);
    assert!(status.success() && rows[0]["text"] == "The end.\n");
}

#[test]
fn programs_can_follow() {
    let folder = folder("follow");
    crawl::write(&folder);
    let (_, stderr) = said(&folder, "crawl -o out --as clean --progress json");
    let mut lines = stderr.lines().filter(|line| line.starts_with('{')).map(|line| serde_json::from_str(line).unwrap());
    let last: Value = lines.next_back().unwrap();
    let summary: Value = serde_json::from_slice(&files(&folder.join("out"))["summary.json"]).unwrap();
    assert_eq!((&last["event"], &last["summary"]), (&json!("end"), &summary));
    let (_, stderr) = said(&folder, "crawl -o out --as clean --overwrite --progress none --log info");
    assert!(stderr.contains(" INFO committed shard=\"part-00000.jsonl\""), "{stderr}");
    assert!(!stderr.contains("documents  "));
}
