//! A file for each document: names, folders, and what a kill leaves of them.

use std::fs;
use std::io::Read;

use serde_json::Value;

use super::{assert_same, batch, crawl, files, folder, json_lines, said, sha256};

#[test]
fn documents_stand_in_files_named_after_their_ids() {
    let folder = folder("apart");
    let rows = [
        r#"{"id":"q-1","text":"One.","n":[1]}"#,
        r#"{"id":"Q-1","text":"Two."}"#,
        r#"{"id":"https://example.org/?p=3","text":"Three."}"#,
        r#"{"text":"Four."}"#,
        "no row",
    ];
    fs::write(folder.join("rows.jsonl"), rows.join("\n")).unwrap();
    fs::write(folder.join("a page.txt"), "Five.\n").unwrap();
    assert_eq!(said(&folder, "rows.jsonl *.txt --to json --keep n -o out").0, 2);
    assert_eq!(said(&folder, "rows.jsonl *.txt --to jsonl --keep n -o lines").0, 2);
    let out = files(&folder.join("out"));
    let names = [
        "manifest.jsonl",
        "part-00000/Q-1-2.json",
        "part-00000/a_page.txt-51282578.json",
        "part-00000/https___example.org__p_3-e0de24dd.json",
        "part-00000/q-1.json",
        "part-00000/rows.jsonl_4-7f2e396b.json",
        "rejects-00000.jsonl",
        "summary.json",
    ];
    assert_eq!(out.keys().collect::<Vec<_>>(), names);
    let mut documents: Vec<Value> = names[1..6].iter().map(|&name| serde_json::from_slice(&out[name]).unwrap()).collect();
    documents.sort_by_key(|document| document["posts"][0]["text"].to_string());
    let mut lines = json_lines(&files(&folder.join("lines"))["part-00000.jsonl"]);
    lines.sort_by_key(|document| document["posts"][0]["text"].to_string());
    assert_eq!(documents, lines);
    assert!(out[names[4]].starts_with(b"{\n  \"schema\": \"unspoof.document/1\""));
}

#[test]
fn the_manifest_tells_what_a_folder_holds() {
    let folder = folder("apart-manifest");
    crawl::write(&folder);
    batch(&folder, "crawl/0[0-1].jsonl --to json -o out");
    let out = files(&folder.join("out"));
    let shard = &json_lines(&out["manifest.jsonl"])[1];
    let documents = out.iter().filter_map(|(name, bytes)| Some((name.strip_prefix("part-00000/")?, bytes)));
    // As `sha256sum *` lists them.
    let list: String = documents.clone().map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes))).collect();
    assert_eq!(shard["rows"]["name"], "part-00000");
    assert_eq!(shard["rows"]["sha256"], sha256(list.as_bytes()));
    assert_eq!(shard["rows"]["bytes"], documents.clone().map(|(_, bytes)| bytes.len()).sum::<usize>());
    assert_eq!(shard["tally"]["documents"], documents.count());

    fs::remove_file(folder.join("out/part-00000/0.json")).unwrap();
    let (status, stderr) = said(&folder, "crawl/0[0-1].jsonl --to json -o out --resume");
    assert!(status == 2 && stderr.contains("expected 186 files, as the manifest says, but found 185"), "{stderr}");
}

#[test]
fn folders_are_gone_on_with_behind_any_shard() {
    let folder = folder("apart-resume");
    crawl::write(&folder);
    let words = "crawl/0[0-3].jsonl --to json --shard-size 100k --compress gz --output out";
    batch(&folder, words);
    let out = folder.join("out");
    let whole = files(&out);
    let manifest = &whole["manifest.jsonl"];
    let ends = manifest.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1).collect::<Vec<_>>();
    assert!(ends.len() > 4, "a job, some shards, an end");
    for end in &ends[..ends.len() - 1] {
        fs::write(out.join("manifest.jsonl"), &manifest[..*end]).unwrap();
        fs::create_dir_all(out.join(".part-00002.partial")).unwrap();
        fs::write(out.join(".part-00002.partial/0.json.gz"), "half").unwrap();
        batch(&folder, &format!("{words} --resume"));
        assert_same(&whole, &files(&out), "gone on with");
    }
    batch(&folder, &words.replace("--output", "--threads 5 --overwrite --output"));
    assert_same(&whole, &files(&out), "with five threads");
    let (name, bytes) = whole.iter().find(|(name, _)| name.ends_with("/0.json.gz")).unwrap();
    let mut document = Vec::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut document).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&document).unwrap()["id"], "0", "{name}");

    // Fewer shards, of another shape: none of the old ones stays.
    batch(&folder, "crawl/00.jsonl --output out --overwrite");
    assert!(files(&out).keys().eq(["manifest.jsonl", "part-00000.jsonl", "rejects-00000.jsonl", "summary.json"]));
}

#[test]
fn a_folder_is_full_of_ten_thousand() {
    let folder = folder("apart-many");
    let row = |n: usize| format!("{{\"id\":{n},\"text\":\"A.\",\"padding\":\"{}\"}}\n", "-".repeat(300));
    fs::write(folder.join("rows.jsonl"), (0..13_000).map(row).collect::<String>()).unwrap();
    assert_eq!(said(&folder, "rows.jsonl --to text --select invisible -o out").0, 0);
    let shards = json_lines(&files(&folder.join("out"))["manifest.jsonl"]);
    let documents = shards.iter().filter_map(|line| line["tally"]["documents"].as_u64()).collect::<Vec<_>>();
    // Folders are cut where pieces of about a megabyte are.
    assert!(documents.len() == 2 && documents[0] > 10_000 && documents[0] < 15_000, "{documents:?}");
}
