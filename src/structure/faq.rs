//! Lists of questions with their answers: the whole text, or regions of a page between menus and articles.
//!
//! A region is a run of lines that ask, each with an answer below. It counts where a heading announces it, or where it is most
//! of what the text says; the questions that head the sections of an article are neither.
mod regions;
pub(crate) mod rows;

use super::{
    cues::{Cue, Reading},
    density::Density,
    lines::Line,
    posts::{Draft, Fate, Plan},
    tree::{DropReason, Kind, Role},
};
use regions::Finder;
pub(crate) use regions::{Pair, Region};

/// The regions of the text, in order.
pub(crate) fn regions(text: &str, lines: &[Line], readings: &[Reading], density: &Density) -> Vec<Region> {
    Finder { text, lines, readings, density }.regions()
}

/// Whether a short line announces questions.
pub(crate) fn announces_at(text: &str, lines: &[Line], line: usize) -> bool {
    lines.get(line).is_some_and(|line| line.width <= 110 && regions::announces(line.of(text)))
}

/// A text that is nothing but questions and answers, perhaps under a title.
pub(crate) fn plan(text: &str, lines: &[Line], readings: &[Reading], density: &Density) -> Option<Plan> {
    let finder = Finder { text, lines, readings, density };
    let region = finder.whole()?;
    let mut plan = Plan::new(Kind::Faq, readings);
    let first = region.pairs.first().map_or(0, |p| p.question);
    let announcing = (0..first).rev().find(|i| announces_at(text, lines, *i));
    let title = announcing.or_else(|| (0..first).find(|i| readings.get(*i).is_some_and(|r| r.cue == Cue::Words)));
    if let Some(line) = title {
        plan.title = lines.get(line).map(|l| l.span);
        plan.set(line, Fate::Drop(DropReason::Title));
    }
    put(&mut plan, &region, lines, readings);
    Some(plan)
}

/// Adds the posts of a region to the plan.
pub(crate) fn put(plan: &mut Plan, region: &Region, lines: &[Line], readings: &[Reading]) {
    for pair in &region.pairs {
        let question = plan.push(Draft::new(Role::Question));
        plan.set(pair.question, Fate::Body(question));
        if let Some(start) = pair.question_mark {
            plan.marks.push((pair.question, start));
        }
        let answer = plan.push(Draft { parent: Some(question), ..Draft::new(Role::Answer) });
        if let Some((line, start)) = pair.answer_mark {
            plan.marks.push((line, start));
        }
        for i in pair.answer.clone() {
            let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
            let ornament = cue == Cue::Ornament && lines.get(i).is_some_and(|l| l.width <= 1);
            let number = cue == Cue::Number && lines.get(i).is_some_and(|l| l.width <= 3);
            if !matches!(cue, Cue::Button | Cue::Counter | Cue::End) && !ornament && !number {
                plan.set(i, Fate::Body(answer));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::structure::{Kind, parse};

    fn pairs(page: &str) -> Vec<String> {
        let tree = parse(page);
        assert_eq!(tree.kind, Kind::Faq, "{page}");
        tree.posts.iter().map(|p| tree.said(p, page)).collect()
    }

    const SHOP: &str = "Home\nTea\nCups\nKettles\nSale\nBasket\nTea kettle, 1 l\n12.50\nAdd to basket\n";

    #[test]
    fn a_region_amid_a_page_is_found() {
        let page = format!(
            "{SHOP}FAQs\nExpand all\n1.\nIs it safe for gas?\n+\n\nYes, on every kind of stove.\n\n2.\nHow long does it last?\n+\n\n\
             Ten years at least, if it is kept dry.\n\nIt has no seals that wear out.\n\nRelated products\nPots\nPans\n"
        );
        let said = pairs(&page);
        assert_eq!(said.len(), 4);
        assert_eq!(said[0], "Is it safe for gas?");
        assert_eq!(said[1], "Yes, on every kind of stove.");
        assert_eq!(said[2], "How long does it last?");
        assert!(said[3].starts_with("Ten years") && !said[3].contains("Pots"));
    }

    #[test]
    fn announcements_are_known_in_many_languages() {
        for (heading, one, two) in [
            ("Häufig gestellte Fragen", "Wie lange hält er?", "Passt er auf Gas?"),
            ("Preguntas frecuentes", "¿Cuánto dura?", "¿Sirve para gas?"),
            ("Perguntas frequentes", "Quanto tempo dura?", "Serve para gás?"),
            ("Domande frequenti", "Quanto dura?", "Va bene per il gas?"),
            ("Часто задаваемые вопросы", "Сколько он служит?", "Он подходит для газа?"),
            ("Поширені запитання", "Скільки він служить?", "Він підходить для газу?"),
            ("Najczęściej zadawane pytania", "Jak długo działa?", "Czy nadaje się na gaz?"),
            ("Sıkça Sorulan Sorular", "Ne kadar dayanır?", "Gaza uygun mu?"),
            ("अक्सर पूछे जाने वाले सवाल", "यह कितने साल चलता है?", "क्या यह गैस पर चलेगा?"),
            ("常见问题", "可以用多久？", "可以用于燃气灶吗？"),
            ("よくある質問", "どのくらい使えますか？", "ガスでも使えますか？"),
        ] {
            let page = format!("{SHOP}{heading}\n{one}\n\nOK.\n\n{two}\n\nOK, 100 %.\n\n© 2024 Shop\nA\nB\nC\n");
            let tree = parse(&page);
            let asked: Vec<_> = tree.posts.iter().step_by(2).map(|p| tree.said(p, &page)).collect();
            assert_eq!(asked, [one, two], "{heading}");
        }
    }

    #[test]
    fn a_question_without_its_mark_stands_with_the_others() {
        let page = "How long does it last?\n\nTen years at least, if it is kept dry and clean.\n\nHow to clean a kettle\n\n\
            Boil a spoon of vinegar in it, and rinse it twice with clear water.\n\nIs it safe for gas?\n\nYes, on every kind of stove.";
        assert_eq!(pairs(page).get(2).map(String::as_str), Some("How to clean a kettle"));
    }
}
