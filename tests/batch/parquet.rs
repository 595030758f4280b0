//! Shards of Parquet: of documents, and of rows that were cleaned.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, BinaryArray, DictionaryArray, RecordBatch, StringArray, TimestampMicrosecondArray, cast::AsArray};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use unspoof::formats::arrow::clean_batch;
use unspoof::{ChangeDetail, Options};

use super::{assert_same, batch, crawl, files, folder, json_lines, said};

/// The documents of a file of Parquet, as lines of JSON.
fn of_parquet(file: &Path) -> Vec<u8> {
    let file = fs::File::open(file).unwrap();
    let batches = parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
    let writer = arrow_json::WriterBuilder::new().with_explicit_nulls(true);
    let mut writer = writer.build::<_, arrow_json::writer::LineDelimited>(Vec::new());
    batches.for_each(|batch| writer.write(&batch.unwrap()).unwrap());
    writer.finish().unwrap();
    writer.into_inner()
}

#[test]
fn parquet_holds_the_same_documents_in_the_same_shards() {
    let folder = folder("parquet");
    crawl::write(&folder);
    batch(&folder, "crawl/0[0-2].* -o lines --shard-size 300k");
    for compress in ["none", "gz", "zst"] {
        batch(&folder, &format!("crawl/0[0-2].* -o {compress} --shard-size 300k --to parquet --compress {compress}"));
        let lines = files(&folder.join("lines"));
        let shards = lines.iter().filter_map(|(name, rows)| Some((name.strip_suffix(".jsonl")?, rows)));
        let mut count = 0;
        for (name, rows) in shards.filter(|(name, _)| name.starts_with("part-")) {
            let columns = of_parquet(&folder.join(compress).join(format!("{name}.parquet")));
            assert!(json_lines(&columns) == json_lines(rows), "{compress}/{name}");
            count += 1;
        }
        assert!(count > 1);
    }
    batch(&folder, "crawl/0[0-2].* -o again --shard-size 300k --to parquet --compress zst -j 5");
    let whole = files(&folder.join("zst"));
    assert_same(&whole, &files(&folder.join("again")), "with five threads");
    // Killed behind the first shard, it goes on.
    let manifest = String::from_utf8(whole["manifest.jsonl"].clone()).unwrap();
    let begun: String = manifest.split_inclusive('\n').take(2).collect();
    fs::write(folder.join("again/manifest.jsonl"), begun).unwrap();
    assert_eq!(said(&folder, "crawl/0[0-2].* -o again --shard-size 300k --to parquet --compress zst --resume").0, 2);
    assert_same(&whole, &files(&folder.join("again")), "gone on with");
}

/// A file of Parquet, whole.
fn read(path: &Path) -> RecordBatch {
    let file = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap().with_batch_size(1 << 20);
    let batches = file.build().unwrap().collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(batches.len(), 1);
    batches[0].clone()
}

fn write(path: &Path, batch: &RecordBatch) {
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
}

/// Rows with columns that JSON has no form for, and a text that only some of them have.
fn rows(texts: &[Option<&str>]) -> RecordBatch {
    let times = (0..texts.len() as i64).map(|n| Some(n * 1_000_001));
    let sites = texts.iter().map(|_| Some("example.org"));
    let columns: [(_, ArrayRef, _); 4] = [
        ("when", Arc::new(TimestampMicrosecondArray::from_iter(times)), true),
        ("text", Arc::new(StringArray::from_iter(texts)), true),
        ("site", Arc::new(DictionaryArray::<Int32Type>::from_iter(sites)), true),
        ("raw", Arc::new(BinaryArray::from_iter(texts.iter().map(|text| text.map(|_| b"\xFF\0")))), true),
    ];
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

#[test]
fn parquet_is_cleaned_to_parquet_as_columns_are() {
    let folder = folder("parquet-clean");
    let texts = ["Th\u{435} end.", "Конец.", "", "A wo\u{200B}rd."].map(Some);
    let (first, second) = (rows(&texts), rows(&[Some("One."), None, Some("Tw\u{43E}.")]));
    write(&folder.join("a.parquet"), &first);
    write(&folder.join("b.parquet"), &second);
    let (status, stderr) = said(&folder, "a.parquet b.parquet -o out --as clean --to parquet");
    assert_eq!(status, 2, "the row without a text is rejected: {stderr}");
    let found = read(&folder.join("out/part-00000.parquet"));
    assert_eq!(found.schema().fields(), first.schema().fields());
    let clean = |rows: &RecordBatch| clean_batch(rows, "text", &Options::default(), ChangeDetail::None).unwrap();
    let second = clean(&second);
    let mut at = 0;
    for wanted in [clean(&first), second.slice(0, 1), second.slice(2, 1)] {
        assert_eq!(found.slice(at, wanted.num_rows()), wanted);
        at += wanted.num_rows();
    }
    assert_eq!(found.num_rows(), at);
    let rejects = json_lines(&files(&folder.join("out"))["rejects-00000.jsonl"]);
    assert_eq!((&rejects[0]["source"], &rejects[0]["record"]), (&"b.parquet".into(), &2.into()));
}

#[test]
fn rows_and_texts_are_cleaned_to_columns_of_text() {
    let folder = folder("rows-to-parquet");
    let lines = "{\"id\":7,\"text\":\"Th\u{435} end.\",\"n\":[1, 2],\"url\":\"a\"}\n{\"text\":\"Two.\",\"n\":null}\n";
    fs::write(folder.join("rows.jsonl"), lines).unwrap();
    fs::write(folder.join("table.csv"), "url,text,id\nb,Thr\u{435}e.,x\n").unwrap();
    fs::write(folder.join("four.txt"), "Four.").unwrap();
    let words = "rows.jsonl table.csv four.txt -o out --as clean --to parquet --keep url,n,text";
    assert_eq!(said(&folder, words).0, 0);
    let found = read(&folder.join("out/part-00000.parquet"));
    let schema = found.schema();
    let columns = schema.fields().iter().map(|field| format!("{}: {}", field.name(), field.data_type())).collect::<Vec<_>>();
    assert_eq!(columns, ["id: Utf8", "text: Utf8", "url: Utf8", "n: Utf8"]);
    let column = |name: &str| {
        let values = found.column_by_name(name).unwrap().as_string::<i32>();
        values.iter().map(|value| value.unwrap_or("-").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(column("id"), ["7", "-", "x", "four.txt"]);
    assert_eq!(column("text"), ["The end.", "Two.", "Three.", "Four."]);
    assert_eq!(column("url"), ["a", "-", "b", "-"]);
    assert_eq!(column("n"), ["[1, 2]", "-", "-", "-"]);
}

#[test]
fn clean_tables_are_gone_on_with_and_do_not_depend_on_threads() {
    let folder = folder("parquet-clean-resume");
    crawl::write(&folder);
    let long = "Nothing is wrong h\u{435}re. ".repeat(30);
    for name in ["a", "b", "c"] {
        write(&folder.join(format!("{name}.parquet")), &rows(&vec![Some(&*long); 1000]));
    }
    for inputs in ["crawl --keep url,n", "*.parquet"] {
        let words = format!("{inputs} -o out --as clean --to parquet --shard-size 400k --compress zst");
        batch(&folder, &format!("{words} -j 1"));
        let whole = files(&folder.join("out"));
        let manifest = String::from_utf8(whole["manifest.jsonl"].clone()).unwrap();
        assert!(manifest.lines().count() > 3, "{inputs}: a job, shards, an end");
        let begun: String = manifest.split_inclusive('\n').take(2).collect();
        fs::write(folder.join("out/manifest.jsonl"), begun).unwrap();
        batch(&folder, &format!("{words} -j 5 --resume"));
        assert_same(&whole, &files(&folder.join("out")), "gone on with");
        fs::remove_dir_all(folder.join("out")).unwrap();
    }
}

#[test]
fn tables_that_do_not_fit_are_refused() {
    let folder = folder("parquet-refused");
    let table = rows(&[Some("One.")]);
    write(&folder.join("a.parquet"), &table);
    write(&folder.join("b.parquet"), &table.project(&[1, 2]).unwrap());
    fs::write(folder.join("a.txt"), "One.\n").unwrap();
    assert_eq!(said(&folder, "*.parquet --as clean -o lines").0, 0, "lines of JSON need no columns in common");
    let refusals = [
        ("*.parquet --as clean --to parquet", "b.parquet: expected the columns of a.parquet, when: Timestamp"),
        ("a.parquet --as clean --to parquet --keep raw", "Parquet that is cleaned keeps all its columns"),
        ("a.txt --to parquet --keep url", "parquet has no place for other values"),
        ("a.txt --as clean --keep url", "--keep goes with --to parquet"),
        ("a.txt --as clean --to dolma", "--to dolma goes with --as documents"),
    ];
    for (words, expected) in refusals {
        let (status, stderr) = said(&folder, &format!("{words} -o out"));
        assert!(status == 2 && stderr.contains(expected), "{words}: {stderr}");
        assert!(!folder.join("out/manifest.jsonl").exists());
    }
}
