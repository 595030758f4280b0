//! What cannot be read is set aside, and everything that is counted adds up.

use std::fs;

use serde_json::{Value, json};
use unspoof::batch::KEPT;

use super::{batch, crawl, files, folder, json_lines, said, sha256};

#[test]
fn rejects_say_where_and_why() {
    let folder = folder("rejects");
    let long = "x".repeat(KEPT);
    let rows = [
        &b"{\"text\":\"good\"}\n{\"text\":\"caf\xE9\"}\n\n{\"body\":\"\xC3\xA9\"}\r\n"[..],
        b"{\"text\":[\"",
        long.as_bytes(),
        b"\"]}\n[1]",
    ];
    fs::write(folder.join("rows.jsonl"), rows.concat()).unwrap();
    fs::write(folder.join("binary.txt"), b"a\0b\xFF\xFE").unwrap();
    let (status, stderr) = said(&folder, "rows.jsonl binary.txt -o out --as clean");
    assert_eq!(status, 2);
    assert!(stderr.ends_with("unspoof: out: 5 records rejected: see rejects-*.jsonl\n"), "{stderr}");
    let out = files(&folder.join("out"));
    assert_eq!(out["part-00000.jsonl"], b"{\"text\":\"good\"}\n");
    let rejects = json_lines(&out["rejects-00000.jsonl"]);
    let short =
        |reject: &Value| json!([reject["source"], reject["record"], reject["byte"], reject["reason"], reject["truncated"]]);
    let expected = json!([
        ["rows.jsonl", 2, 16, "undecodable", false],
        ["rows.jsonl", 4, 33, "no_field", false],
        ["rows.jsonl", 5, 48, "not_a_string", true],
        ["rows.jsonl", 6, 48 + 14 + KEPT, "not_an_object", false],
        ["binary.txt", null, 3, "undecodable", false],
    ]);
    assert_eq!(Value::from(rejects.iter().map(short).collect::<Vec<_>>()), expected);
    assert_eq!((&rejects[0]["raw_encoding"], &rejects[0]["raw"]), (&json!("base64"), &json!("eyJ0ZXh0IjoiY2Fm6SJ9Cg==")));
    assert_eq!(rejects[0]["message"], "record 2, byte 28: expected UTF-8, but found the byte 0xE9");
    assert_eq!((&rejects[1]["raw_encoding"], &rejects[1]["raw"]), (&json!("utf-8"), &json!("{\"body\":\"é\"}\r\n")));
    assert_eq!(rejects[2]["raw"].as_str().unwrap().len(), KEPT);
    assert_eq!(rejects[2]["raw_bytes"], KEPT + 14);
}

/// Of four files of the crawl, and four texts.
const READABLE: usize = 4 * crawl::READABLE + 4;
const REJECTED: usize = 4 * crawl::REJECTED;

#[test]
fn counts_add_up() {
    let folder = folder("counts");
    crawl::write(&folder);
    batch(&folder, "crawl/0[0-3].* -o out --shard-size 100k");
    let out = files(&folder.join("out"));
    let summary: Value = serde_json::from_slice(&out["summary.json"]).unwrap();
    assert_eq!([&summary["documents"], &summary["rejected"]], [&json!(READABLE), &json!(REJECTED)]);

    let of = |prefix: &str| {
        out.iter().filter(|(name, _)| name.starts_with(prefix)).flat_map(|(_, bytes)| json_lines(bytes)).collect::<Vec<_>>()
    };
    let (documents, rejects, manifest) = (of("part-"), of("rejects-"), json_lines(&out["manifest.jsonl"]));
    assert_eq!((documents.len(), rejects.len()), (READABLE, REJECTED));
    let sum = |counts: &Value| counts.as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum::<u64>();
    assert_eq!([sum(&summary["kinds"]), sum(&summary["languages"])], [READABLE as u64; 2]);
    assert_eq!(sum(&summary["rejects"]), REJECTED as u64);
    let changes = documents.iter().flat_map(|document| document["changes"].as_array().unwrap());
    let by_rule = changes.clone().filter(|change| change["rules"].as_array().unwrap().contains(&json!("lookalike")));
    let times = by_rule.map(|change| change["count"].as_u64().unwrap()).sum::<u64>();
    assert!(times > 500 && summary["changes"]["lookalike"] == times);
    assert_eq!(
        summary["lookalikes"][0],
        json!({
            "from": "\u{435}", "to": "e", "count": times, "names": ["CYRILLIC SMALL LETTER IE", "LATIN SMALL LETTER E"]
        })
    );
    let changed = documents.iter().filter(|document| document["changes"][0].is_object()).count();
    assert_eq!(summary["changed"], changed);

    let shards = manifest.iter().filter(|line| line["event"] == "shard").collect::<Vec<_>>();
    assert!(shards.len() > 3 && summary["shards"] == shards.len());
    for key in ["documents", "changed", "bytes_read", "bytes_written"] {
        assert_eq!(
            shards.iter().map(|shard| shard["tally"][key].as_u64().unwrap()).sum::<u64>(),
            summary[key].as_u64().unwrap(),
            "{key}"
        );
    }
    let rows = out.iter().filter(|(name, _)| name.starts_with("part-")).map(|(_, bytes)| bytes.len()).sum::<usize>();
    assert_eq!(summary["bytes_written"], rows);
    let end = manifest.last().unwrap();
    let written = shards.iter().flat_map(|shard| [&shard["rows"], &shard["rejects"]]).chain([&end["summary"]]);
    for written in written.filter(|written| written.is_object()) {
        let bytes = &out[written["name"].as_str().unwrap()];
        assert_eq!((&written["bytes"], &written["sha256"]), (&json!(bytes.len()), &json!(sha256(bytes))));
    }
}

#[test]
fn what_is_too_long_is_rejected_and_the_next_one_goes_on() {
    let folder = folder("too-long");
    let long = "x".repeat(3_000_000);
    fs::write(folder.join("rows.jsonl"), format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"short\"}}\n")).unwrap();
    fs::write(folder.join("long.txt"), &long).unwrap();
    assert_eq!(said(&folder, "rows.jsonl long.txt -o out --as clean --max-record 2M").0, 2);
    let out = files(&folder.join("out"));
    assert_eq!(out["part-00000.jsonl"], b"{\"text\":\"short\"}\n");
    let rejects = json_lines(&out["rejects-00000.jsonl"]);
    let [record, text] = &rejects[..] else { unreachable!("two rejects") };
    assert_eq!(
        [&record["record"], &record["raw_bytes"], &record["truncated"]],
        [&json!(1), &json!(long.len() + 12), &json!(true)]
    );
    assert_eq!([&text["source"], &text["record"], &record["reason"]], [&json!("long.txt"), &Value::Null, &text["reason"]]);
}

#[test]
fn too_many_rejects_end_it() {
    let folder = folder("too-many");
    crawl::write(&folder);
    for (most, message) in
        [("5", "expected at most 5 rejected records, but found "), ("1%", "expected at most 1 % rejected records, but found ")]
    {
        let (status, stderr) =
            said(&folder, &format!("crawl -o out --as clean --shard-size 30k --overwrite --max-rejects {most}"));
        assert!(status == 2 && stderr.contains(message), "{stderr}");
        assert!(!folder.join("out/summary.json").exists());
    }
    // How many are too many is no part of the job.
    assert_eq!(said(&folder, "crawl -o out --as clean --shard-size 30k --resume --max-rejects 50%").0, 2);
    assert!(folder.join("out/summary.json").exists());
}
