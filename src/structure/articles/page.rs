//! An article within its whole page: menus above, links and footers below, lists of questions beside it.
mod comments;

use super::{
    super::{
        cues::{self, Cue, Deed, Reading},
        dates,
        density::Density,
        faq::{self, Region},
        headline,
        lines::Line,
        posts::{Draft, Fate, Plan},
        shapes::{self, Shape},
        tree::{DropReason, Kind, Role},
        vocabulary as words,
    },
    byline::{self, Byline},
};
use crate::markup::Layout;
pub(crate) use comments::above_comments;
use std::{collections::HashMap, ops::Range};

/// The main text of a page and what stands above it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// From the first to behind the last line of the article.
    pub body: Range<usize>,
    /// How much running text that is.
    pub prose: i64,
    pub title: Option<usize>,
    pub byline: Byline,
}

impl Page {
    /// Whether the article says several times what the containers of `plan` say: these are cards, or remarks. Below the messages of a
    /// thread a notice may be as long.
    pub(crate) fn dwarfs(&self, plan: &Plan, regions: &[Region], density: &Density) -> bool {
        let is_said = |i: usize| matches!(plan.fates.get(i), Some(Fate::Body(_)));
        let prose = |i: usize| density.of(i).max(0);
        let said: i64 = (0..plan.fates.len()).filter(|i| is_said(*i)).map(prose).sum();
        let apart: i64 = self.body.clone().filter(|i| !is_said(*i)).map(prose).sum();
        let above = plan.fates.iter().position(|fate| matches!(fate, Fate::Body(_))).is_some_and(|i| i > self.body.start);
        apart > said * 3 && (above || plan.signed() == 0 || !regions.is_empty())
    }
}

/// Fewest lines of menus, above or below, that make a text a page.
const FURNITURE: usize = 8;
/// Least running text of an article, in columns.
const LEAST: i64 = 300;
/// What stands in the way to a page, in code that was not filled in, between cells: in no headline.
const TRAILS: &[&str] = &[" » ", " › ", " > ", " / ", " → ", "{{", "\t"];
/// How far into the run its headline may stand.
const INTO: usize = 8;
/// How far above the text its headline may stand.
const ABOVE: usize = 40;

/// Looks for an article among menus; none where the text is no page or has no main text.
pub(crate) fn find(text: &str, lines: &[Line], readings: &[Reading], density: &Density, layout: Option<&Layout>) -> Option<Page> {
    let (run, _) = density.main()?;
    let is_page = *run.start() >= FURNITURE || lines.len() - run.end() > FURNITURE;
    if is_page { main(text, lines, readings, density, layout) } else { None }
}

/// The main text, whether or not menus stand around it.
fn main(text: &str, lines: &[Line], readings: &[Reading], density: &Density, layout: Option<&Layout>) -> Option<Page> {
    let (run, _) = density.main()?;
    let (start, end) = (*run.start(), *run.end() + 1);
    if density.prose(start..end) < LEAST {
        return None;
    }
    let view = View { text, lines, readings, density };
    let near = lines.get((start + INTO).min(end - 1)).map_or(0, |line| line.span.start);
    let marked = layout.and_then(|layout| headline::find(text, lines, layout, near));
    let title = marked.or_else(|| view.title(start, density.prose(start..end)));
    let around = title.map_or(start.saturating_sub(10), |t| t + 1)..lines.len().min(start + 3);
    let mut byline = byline::read(text, lines, readings, around, title);
    if let Some(title) = title.filter(|_| byline.date.is_none() || byline.author.is_none()) {
        byline.or(byline::read(text, lines, readings, title.saturating_sub(3)..title, Some(title)));
    }
    let body = view.body(start, end, title, &byline);
    let prose = density.prose(body.clone());
    (prose >= LEAST).then_some(Page { prose, body, title, byline })
}

/// The plan of such a page. `regions` are its questions and answers; amid the article they part it.
pub(crate) fn plan(page: &Page, regions: &[Region], lines: &[Line], readings: &[Reading], density: &Density) -> Plan {
    let mut plan = Plan::new(Kind::Article, readings);
    // A question that is answered names no page.
    let asked = |line: &usize| regions.iter().flat_map(|region| &region.pairs).any(|pair| pair.question == *line);
    let headline = page.title.filter(|title| !asked(title));
    if let Some(title) = headline {
        plan.title = lines.get(title).map(|l| l.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    for line in &page.byline.lines {
        if !page.body.contains(line) || density.of(*line) <= 0 {
            plan.set(*line, Fate::Drop(DropReason::Attribution));
        }
    }
    let asked: i64 = regions.iter().map(|r| density.prose(r.top()..r.end())).sum();
    let mut told = 0;
    let mut from = page.body.start;
    for region in regions {
        told += tell(&mut plan, page, from..region.top().min(page.body.end), lines, readings, density);
        faq::put(&mut plan, region, lines, readings);
        from = from.max(region.end());
    }
    told += tell(&mut plan, page, from..page.body.end, lines, readings, density);
    if asked > told || told == 0 && !regions.is_empty() {
        plan.kind = Kind::Faq;
        // Without another headline the one that announces them names the page.
        if let ([region], None) = (regions, headline)
            && let Some(heading) = region.heading
        {
            plan.title = lines.get(heading).map(|l| l.span);
            plan.set(heading, Fate::Drop(DropReason::Title));
        }
    }
    plan
}

/// Adds the part of the article in `part`, where it is more than a remark; says how much running text that was.
fn tell(plan: &mut Plan, page: &Page, part: Range<usize>, lines: &[Line], readings: &[Reading], density: &Density) -> i64 {
    let prose = density.prose(part.clone());
    // Between two lists of questions, or below one, a small part is what leads to the next page.
    if prose < LEAST || prose * 5 < page.prose {
        return 0;
    }
    let article = plan.push(Draft { author: page.byline.author, date: page.byline.date, ..Draft::new(Role::Article) });
    for i in part {
        let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
        let said = matches!(cue, Cue::Words | Cue::Ornament | Cue::Fact | Cue::Header | Cue::AnswerCount | Cue::Number)
            || matches!(cue, Cue::Date | Cue::Deed(_) | Cue::Profile | Cue::Navigation | Cue::Badge) && density.is_prose(i);
        let ornament = cue == Cue::Ornament && lines.get(i).is_some_and(|l| l.width <= 1);
        if said && !ornament && !page.byline.lines.contains(&i) {
            plan.set(i, Fate::Body(article));
        }
    }
    prose
}

struct View<'a> {
    text: &'a str,
    lines: &'a [Line],
    readings: &'a [Reading],
    density: &'a Density,
}

impl View<'_> {
    fn said(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| l.of(self.text))
    }

    fn cue(&self, line: usize) -> Cue {
        self.readings.get(line).map_or(Cue::Words, |r| r.cue)
    }

    /// The headline: near above the text, often twice on the page, with a date or a name near by.
    fn title(&self, start: usize, prose: i64) -> Option<usize> {
        // A headline also stands in the breadcrumbs, or above itself.
        let mut times: HashMap<&str, usize> = HashMap::new();
        for line in self.lines.iter().take(start + INTO) {
            *times.entry(line.of(self.text)).or_default() += 1;
        }
        let from = start.saturating_sub(ABOVE);
        let mut best: Option<(i64, usize)> = None;
        for i in from..self.lines.len().min(start + INTO) {
            // Of the text itself only a little can stand above its headline: a notice, a teaser.
            if i > start + 2 && self.density.prose(start..i) * 8 > prose {
                break;
            }
            let Some(score) = self.headline(i, start, &times) else { continue };
            // What stands right below a headline and looks as well says more about it.
            let near = |at: usize| if i - at <= 2 { i64::try_from(i - at).unwrap_or(0) } else { 0 };
            if best.is_none_or(|(s, at)| score > s + near(at)) {
                best = Some((score, i));
            }
        }
        best.map(|(_, i)| i)
    }

    /// How much the line looks like the headline of what begins at `start`.
    fn headline(&self, i: usize, start: usize, times: &HashMap<&str, usize>) -> Option<i64> {
        let line = self.lines.get(i)?;
        let said = self.said(i);
        if !matches!(self.cue(i), Cue::Words | Cue::Fact)
            || line.width > 160
            || self.density.is_prose(i) && shapes::ends_sentence(said) && !said.ends_with(['?', '!', '？', '！'])
            || line.width < 4
            || said.ends_with([',', ';', ':', '…', '>', '»', '›', '→'])
            || TRAILS.iter().any(|t| said.contains(t))
            || byline::names_writer(said)
            || said.ends_with('.') && !said.ends_with("..")
            || cues::is_person(said, false)
                && !(said.len() > line.width * 2 && line.width > 6)
                && byline_like(self.text, self.lines, i)
        {
            return None;
        }
        let folded = cues::fold(said);
        if words::CONTENTS.contains(&&*folded) || words::TIME_TO_READ.iter().any(|lead| folded.starts_with(lead)) {
            return None;
        }
        let wide = said.len() > line.width * 2;
        let words = if wide { line.width / 3 } else { said.split_whitespace().count() };
        if words < 2 || dates::find(said).is_some_and(|d| d.len() * 2 > said.len()) {
            return None;
        }
        // More than six words do not make it more of a headline. All is counted in halves.
        let mut score = i64::try_from(words.min(6)).unwrap_or(6) * 4;
        let distance = start.saturating_sub(i);
        score -= i64::try_from(distance).unwrap_or(0);
        if distance <= 12 && times.get(said).copied().unwrap_or(0) > 1 {
            // The line of a picture that is the way to the page, and its heading.
            let twin = self.said(i + 1) == said || i.checked_sub(1).is_some_and(|above| self.said(above) == said);
            score += if twin { 14 } else { 10 };
        }
        let dated = |j: &usize| self.lines.get(*j).is_some_and(|l| l.width <= 110 && dates::find(l.of(self.text)).is_some());
        if (i + 1..i + 5).any(|j| dated(&j)) {
            score += 14;
        } else if i > 0 && (i.saturating_sub(2)..i).any(|j| dated(&j)) {
            score += 6;
        }
        if matches!(self.cue(i + 1), Cue::Deed(Deed::Posted | Deed::Edited)) {
            score += 8;
        }
        // Whole sentences and rows of names or tags stand around a headline.
        if line.width > 90 {
            score -= 8;
        }
        if said.matches(", ").count() >= 3 {
            score -= 8;
        }
        // A long line that ends without a stop may be the headline itself.
        if i == start && self.density.is_prose(i) {
            score -= 4;
        } else if i >= start {
            score -= 14;
        }
        // "Click here", "Learn more: …", "Topic: …", cells of a menu that lost what stood between them.
        let glued =
            |word: &str| word.chars().zip(word.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count();
        if words::CALLS.iter().any(|call| folded.contains(call))
            || words::FILED.iter().any(|label| folded.starts_with(label))
            || said.split(' ').filter(|word| glued(word) > 0).count() > 1
        {
            score -= 16;
        }
        Some(score)
    }

    /// The lines of the article: headings directly above its first paragraph and lists below its last one belong to it.
    fn body(&self, start: usize, end: usize, title: Option<usize>, byline: &Byline) -> Range<usize> {
        let floor = byline.lines.iter().copied().filter(|l| *l < start).chain(title.filter(|t| *t < start)).max();
        let mut from = start;
        while let Some(above) = from.checked_sub(1).filter(|a| floor.is_some_and(|f| *a > f) && start - a <= 2) {
            let filed = || words::FILED.iter().any(|label| cues::fold(self.said(above)).starts_with(label));
            let heading = self.cue(above) == Cue::Words
                && !filed()
                && self.lines.get(above).is_some_and(|l| l.width >= 4 && l.width < 100)
                && self.lines.get(from).is_some_and(|l| l.gap > 0 || from < start);
            if !heading {
                break;
            }
            from = above;
        }
        // What stands before a headline within the run is not of the article.
        if let Some(title) = title.filter(|t| *t >= start) {
            from = title + 1;
        }
        let mut to = end;
        while self.lines.get(to).is_some_and(|l| {
            matches!(shapes::shape(self.text, l), Shape::Bullet(_) | Shape::Numbered(..)) && self.density.of(to) > -20
        }) {
            to += 1;
        }
        from..to.max(from)
    }
}

/// Whether a date stands beside a line that reads like a name.
fn byline_like(text: &str, lines: &[Line], i: usize) -> bool {
    let dated = |j: usize| lines.get(j).is_some_and(|l| l.width <= 60 && dates::find(l.of(text)).is_some());
    dated(i + 1) && lines.get(i).is_some_and(|l| l.of(text).split_whitespace().count() <= 3)
}

#[cfg(test)]
mod tests {
    use crate::structure::{Kind, Role, Tree, parse};

    fn menu(words: &str) -> String {
        words.split(' ').map(|w| format!("{w}\n")).collect()
    }

    fn roles(tree: &Tree) -> Vec<Role> {
        tree.posts.iter().map(|p| p.role).collect()
    }

    const RIVER: &str = "The river that runs through the town was moved twice, and nobody who lives beside it today remembers why.\n\n\
        The first canal\n\n\
        In the spring of that year the mill owners dug a straight bed, because the old one silted up as soon as the snow was gone.\n\n\
        It worked for a decade. Then the banks gave way, and the water came back to where it had always been.\n\n\
        When the second bed was dug, the engineers lined it with stone. It is the one that visitors see from the bridge.\n\n";

    #[test]
    fn an_article_stands_among_menus() {
        let page = menu("Home News Sport Culture Weather Shop Subscribe Search")
            + "How the river was moved twice\nBy Ada Finch\nMay 3, 2021\n5 min read\n\n"
            + RIVER
            + "Related articles\n"
            + &menu("Bridges Mills Floods Imprint Privacy")
            + "© 2021 Town Paper";
        let tree = parse(&page);
        assert_eq!((tree.kind, roles(&tree)), (Kind::Article, vec![Role::Article]));
        assert_eq!(tree.title.map(|t| t.of(&page)), Some("How the river was moved twice"));
        let post = &tree.posts[0];
        assert_eq!(post.author.map(|a| a.of(&page)), Some("Ada Finch"));
        assert_eq!(post.date.map(|d| d.of(&page)), Some("May 3, 2021"));
        assert!(tree.said(post, &page).starts_with("The river that"));
        assert!(tree.said(post, &page).ends_with("from the bridge."));
    }

    #[test]
    fn articles_are_read_in_other_scripts() {
        let russian = menu("Главная Новости Спорт Погода Магазин Поиск Войти Контакты")
            + "Почему река сменила русло\nАвтор: Нина Орлова\n3 мая 2021\n\n\
               Река, которая течёт через город, меняла русло дважды, и никто из тех, кто живёт на берегу, не помнит почему.\n\n\
               Весной владельцы мельниц прорыли прямой канал, потому что старое русло каждый год заносило песком и илом.\n\n\
               Канал служил десять лет. Потом берега размыло, и вода вернулась туда, где она была всегда и осталась.\n\n\
               Второй канал укрепили камнем. Именно его видят с моста те, кто приезжает в город на один день летом.\n\n\
               Читайте также\n"
            + &menu("Мосты Мельницы Паводки");
        let tree = parse(&russian);
        assert_eq!((tree.kind, roles(&tree)), (Kind::Article, vec![Role::Article]));
        assert_eq!(tree.title.map(|t| t.of(&russian)), Some("Почему река сменила русло"));
        assert_eq!(tree.posts[0].author.map(|a| a.of(&russian)), Some("Нина Орлова"));
        let japanese = menu("ホーム ニュース スポーツ 天気 店舗 検索 登録 お問い合わせ")
            + "川が二度動かされた理由\n2021年5月3日\n\n\
               町を流れるこの川は二度にわたって流れを変えられましたが、今では川辺に住む人でさえその理由を覚えていません。\n\n\
               その年の春、水車の持ち主たちはまっすぐな水路を掘りました。古い川底が毎年、雪解けのたびに砂で埋まったからです。\n\n\
               水路は十年のあいだ役に立ちました。やがて岸が崩れ、水はいつも流れていたところへ戻ってしまいました。\n\n\
               二度目の水路は石で固められました。橋の上から訪れた人が目にするのは、この水路のほうです。\n\n\
               関連記事\n"
            + &menu("橋 水車 洪水");
        let tree = parse(&japanese);
        assert_eq!((tree.kind, roles(&tree)), (Kind::Article, vec![Role::Article]));
        assert_eq!(tree.title.map(|t| t.of(&japanese)), Some("川が二度動かされた理由"));
    }

    #[test]
    fn headings_that_ask_make_no_list_of_questions() {
        let page = menu("Home News Sport Culture Weather Shop Subscribe Search")
            + "What moved the river\nBy Ada Finch\nMay 3, 2021\n\n"
            + &RIVER.replace("The first canal", "Why was the first canal dug?")
            + "What came of it?\n\nThe town kept its mills for another century, and the old bed became a row of gardens.\n\nRelated articles\n"
            + &menu("Bridges Mills Floods");
        assert_eq!(roles(&parse(&page)), [Role::Article]);
    }

    #[test]
    fn announced_questions_below_an_article_are_posts() {
        let page = menu("Home News Sport Culture Weather Shop Subscribe Search")
            + "How the river was moved twice\n\n"
            + RIVER
            + "Frequently asked questions\nCan I swim in it?\n\nYes, below the bridge, from June to September.\n\n\
               Is the old bed still there?\n\nIn part. It is the row of gardens behind the church.\n\nFollow us\n"
            + &menu("Imprint Privacy Contact Jobs Press");
        let tree = parse(&page);
        assert_eq!(roles(&tree), [Role::Article, Role::Question, Role::Answer, Role::Question, Role::Answer]);
        assert_eq!(tree.said(&tree.posts[4], &page), "In part. It is the row of gardens behind the church.");
        assert_eq!(tree.posts[4].parent, Some(3));
    }
}
