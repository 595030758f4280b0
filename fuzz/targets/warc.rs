//! Any bytes as a WARC file: what is cut lies in order, and is the same from wherever reading begins.
#![no_main]

use std::io::BufReader;

use libfuzzer_sys::fuzz_target;
use unspoof::formats::warc::{Cut, Records};

const LIMIT: usize = 1024;

/// Where a cut begins, its number, and where it ends.
fn place(cut: &Cut) -> (u64, u64, u64) {
    match cut {
        Ok(raw) => (raw.byte, raw.record, raw.end),
        Err(broken) => (broken.byte, broken.record, broken.end),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let cuts: Vec<Cut> = Records::new(bytes, LIMIT).map(|cut| cut.expect("memory can be read")).collect();
    let mut end = 0;
    for (at, cut) in cuts.iter().enumerate() {
        let (byte, record, behind) = place(cut);
        assert!(bytes[end as usize..byte as usize].trim_ascii().is_empty(), "nothing is passed by");
        assert_eq!(record, at as u64 + 1);
        assert!(byte < behind);
        let rest = Records::new(&bytes[end as usize..], LIMIT).starting_at(end, record);
        // The first two: all of them would take time that grows with the square.
        let rest: Vec<_> = rest.take(2).map(|cut| place(&cut.expect("memory can be read"))).collect();
        assert_eq!(rest, cuts[at..].iter().take(2).map(place).collect::<Vec<_>>());
        if let Ok(raw) = cut {
            assert_eq!([&*raw.head, &*raw.block].concat(), bytes[byte as usize..behind as usize]);
            match raw.page() {
                Ok(page) => assert!(page.is_none_or(|page| page.bytes.len() <= LIMIT)),
                Err(error) => assert_eq!(error.record(), Some(record), "{error}"),
            }
        }
        end = behind;
    }
    assert!(bytes[end as usize..].trim_ascii().is_empty(), "nothing is left over");
    let slow = Records::new(BufReader::with_capacity(3, bytes), LIMIT);
    assert!(slow.map(|cut| place(&cut.expect("memory can be read"))).eq(cuts.iter().map(place)));
});
