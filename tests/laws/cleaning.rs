//! Laws of `clean`.

use std::borrow::Cow;

use proptest::prelude::*;

use unspoof::rules::{Group, RuleSet};
use unspoof::{Cleaned, Options, clean, clean_text};

use crate::checks::in_order;
use crate::{held, nasty};

proptest! {
    #![proptest_config(crate::config())]

    /// revert(clean(x)) = x
    #[test]
    fn every_change_can_be_taken_back(text in nasty::text(), options in nasty::options()) {
        prop_assert_eq!(clean(&text, &options).tracked().revert(), text);
    }

    /// clean(clean(x)) = clean(x)
    #[test]
    fn clean_text_stays(text in nasty::text(), options in nasty::options()) {
        let once = clean(&text, &options);
        let twice = clean(once.text(), &options);
        let more: Vec<_> = twice.changes().map(|change| (change.from, change.to, change.source, change.rules)).collect();
        prop_assert!(more.is_empty(), "cleaned once {:?}, but then again {more:#?}", once.text());
        prop_assert_eq!(once.text(), twice.text());
    }

    #[test]
    fn the_text_alone_is_the_text_of_all(text in nasty::text(), options in nasty::options()) {
        let cleaned = clean(&text, &options);
        prop_assert_eq!(&clean_text(&text, &options), cleaned.text());
    }

    #[test]
    fn regions_changes_and_findings_are_in_order(text in nasty::text(), options in nasty::options()) {
        held(in_order(&text, &clean(&text, &options)))?;
    }

    #[test]
    fn long_texts_too(text in nasty::long_text()) {
        let cleaned = clean(&text, &Options::default());
        prop_assert_eq!(&cleaned.tracked().revert(), &text);
        held(in_order(&text, &cleaned))?;
    }

    #[test]
    fn unchanged_text_is_borrowed(text in nasty::text(), options in nasty::options()) {
        let cleaned = clean(&text, &options);
        let changed = cleaned.is_changed();
        prop_assert_eq!(changed, cleaned.text() != text);
        match cleaned.into_text() {
            Cow::Borrowed(same) => prop_assert!(!changed && std::ptr::eq(same, text.as_str())),
            Cow::Owned(_) => prop_assert!(changed, "nothing was changed, and yet the text was copied"),
        }
    }

    /// But for the two rules that know spoofs within ASCII: `50%` may be written `5O%`.
    #[test]
    fn plain_ascii_is_left_alone(text in nasty::plain()) {
        let within = ["ascii-lookalike", "entities"].iter().filter_map(|id| RuleSet::named(id)).fold(RuleSet::NONE, RuleSet::union);
        let cleaned = clean(&text, &Options { rules: RuleSet::all().without(within), ..Options::default() });
        prop_assert!(!cleaned.is_changed());
        prop_assert!(matches!(cleaned.into_text(), Cow::Borrowed(_)));
    }

    #[test]
    fn without_rules_nothing_happens(text in nasty::text()) {
        let cleaned = clean(&text, &Options { rules: RuleSet::NONE, ..Options::default() });
        prop_assert!(!cleaned.is_changed() && cleaned.findings().is_empty());
    }

    /// Of the rules asked for, and no others.
    #[test]
    fn only_chosen_rules_run(text in nasty::text(), tidy in any::<bool>()) {
        let rules = RuleSet::group(if tidy { Group::Tidy } else { Group::Restore });
        let cleaned = clean(&text, &Options { rules, ..Options::default() });
        prop_assert!(cleaned.findings().iter().all(|finding| rules.contains(finding.rule)));
        prop_assert!(cleaned.changes().all(|change| change.rules.iter().all(|&rule| rules.contains(rule))));
    }

    #[test]
    fn the_same_text_gives_the_same(text in nasty::text(), options in nasty::options()) {
        let told = |cleaned: &Cleaned<'_>| format!("{:?} {:?}", cleaned.findings(), cleaned.changes().collect::<Vec<_>>());
        let (once, again) = (clean(&text, &options), clean(&text, &options));
        prop_assert_eq!(told(&once), told(&again));
    }
}

/// Texts that broke a law once, most of them found by the fuzzer.
const BROKE: [&str; 4] = [
    "їжакtheÐ\u{96}Ñ\u{83}Ðºсору ᗩᑎᔕᗯEᖇ\n",
    "𝕔o-𝕠p copy0O1lI\u{202a}ΑΒΓ о\u{200b}бъём\n",
    "क\u{94d}\u{200d}षdon't trendsx2\nU𝕤B-\u{e0100}к\u{34f}абе\u{e0100}л\u{2060}ь\n",
    // A space in another shape, joined with the marks on it into one region that no single finding covers.
    "h\u{3000}\u{357}\u{331}",
];

#[test]
fn what_broke_a_law_once_does_so_no_more() {
    for text in BROKE {
        let cleaned = clean(text, &Options::default());
        assert_eq!(in_order(text, &cleaned), Ok(()));
        assert_eq!(cleaned.tracked().revert(), text);
        assert_eq!(clean(cleaned.text(), &Options::default()).text(), cleaned.text());
    }
}

/// A line ten times as long costs no more than some ten times as much; a quadratic path would cost a hundred times.
#[test]
fn hostile_lines_take_linear_time() {
    let cost = |line: &str| {
        let start = std::time::Instant::now();
        clean(line, &Options::default());
        start.elapsed().as_secs_f64()
    };
    let lines = [
        ("letters in a number", "1\u{41E}"),
        ("hours and minutes", "1\u{41E}:"),
        ("signs of decorative alphabets", "\u{15EA}\u{15E9}\u{142F}E "),
        ("lone letters", "dog \u{430} cat "),
        ("telephone numbers", "8-8\u{41E}\u{41E}-"),
        ("words that stand near by", "toolbar tool\u{15AF}ar th\u{435} "),
    ];
    for (name, piece) in lines {
        let line = |count: usize| format!("The sum of {} is what w\u{435} saw.", piece.repeat(count));
        let (short, long) = (line(1_000), line(10_000));
        let (one, ten) = (cost(&short).min(cost(&short)), cost(&long));
        assert!(ten < 40.0 * one + 0.5, "{name}: {one} s, ten times as long {ten} s");
    }
}
