//! Laws of reading dates: any phrase is read without a panic, and what it means is an interval that a calendar knows.

use proptest::collection::vec;
use proptest::prelude::*;

use unspoof::document::Captured;
use unspoof::structure::dates::{Order, read};

use crate::nasty;

/// Pieces of dates in any order, and some of anything.
fn phrase() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "ago",
        "years",
        "year",
        "a",
        "mo",
        "min",
        "about",
        "over",
        "almost",
        "and",
        "vor",
        "Tagen",
        "einem",
        "il y a",
        "ans",
        "назад",
        "года",
        "год",
        "前",
        "年",
        "月",
        "日",
        "か月",
        "yesterday",
        "last week",
        "at",
        "um",
        "May",
        "mar",
        "Sept.",
        "мая",
        "मार्च",
        "Tue",
        "am",
        "PM",
        "Z",
        "UTC",
        "+",
        "-",
        "/",
        ".",
        ":",
        ",",
        "'",
        "’",
        "T",
        "h",
        "1st",
        "of",
        "de",
    ]);
    let numbers = prop_oneof![0..62_u64, 1490..2210_u64, any::<u64>()].prop_map(|number| number.to_string());
    let piece = prop_oneof![4 => words.prop_map(str::to_owned), 4 => numbers, 1 => nasty::text()];
    vec((piece, prop::sample::select(vec!["", " ", "\u{A0}"])), 0..9)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, blank)| piece + blank).collect())
}

fn captured() -> impl Strategy<Value = Option<Captured>> {
    let said = prop::sample::select(vec!["2026-11-25", "2024-02-29T23:59", "0001-01-01", "9999-12-31", "-009999-01-02"]);
    prop_oneof![Just(None), said.prop_map(|said| said.parse().ok())]
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn an_interval_has_its_ends_in_order(phrase in phrase(), captured in captured(), order in any::<Option<bool>>()) {
        let order = order.map(|first| if first { Order::DayFirst } else { Order::MonthFirst });
        if let Some(interval) = read(&phrase, captured.as_ref(), order).and_then(|when| when.interval) {
            let (earliest, latest) = (interval.earliest.to_string(), interval.latest.to_string());
            // Years before 0 are written with a sign and more digits, and compare the other way round.
            prop_assert!(earliest.len() == latest.len() || earliest.starts_with('-'), "{} to {}", earliest, latest);
            prop_assert!(earliest <= latest || earliest.starts_with('-'), "{} is after {}", earliest, latest);
        }
    }

    /// What is known of the capture or of other dates narrows a meaning, and never makes another of it.
    #[test]
    fn more_knowledge_contradicts_nothing(phrase in phrase(), captured in captured()) {
        let alone = read(&phrase, None, None);
        let known = read(&phrase, captured.as_ref(), Some(Order::DayFirst));
        prop_assert_eq!(alone.is_some(), known.is_some());
        if let (Some(alone), Some(known)) = (alone.and_then(|when| when.interval), known.and_then(|when| when.interval)) {
            prop_assert!(alone.earliest.to_string() <= known.earliest.to_string());
            prop_assert!(known.latest.to_string() <= alone.latest.to_string());
        }
    }
}
