//! Layouts of many programs and languages are read, and read the same when each cue is spelled with look-alikes.
//!
//! `layouts.json` has short pages, `pasted.json` such as a reader gets who copies all of a page, `named.json` such as tell by other
//! lines what their title is or who speaks: what is shown, and for each post its role, author, date and words.
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unspoof::structure::parse;

/// Role, author, date, words.
type Said = (String, Option<String>, Option<String>, String);

#[derive(Clone, Deserialize)]
struct Layout {
    layout: String,
    page: Vec<String>,
    kind: String,
    title: Option<String>,
    /// None where only the kind matters.
    posts: Option<Vec<Said>>,
}

fn layouts() -> Vec<Layout> {
    let read = |pages| -> Vec<Layout> { serde_json::from_str(pages).unwrap() };
    [read(include_str!("layouts.json")), read(include_str!("pasted.json")), read(include_str!("named.json"))].concat()
}

impl Layout {
    /// Its page, with whatever is nobody's words spelled by `spell`.
    fn page(&self, spell: impl Fn(&str) -> String) -> String {
        let said = |line: &str| {
            let mut words = self.posts.iter().flatten().map(|post| post.3.clone());
            words.find(|words| line.contains(words.as_str()))
        };
        let lines = self.page.iter().map(|line| match said(line) {
            Some(words) => {
                let (before, behind) = line.split_once(&words).unwrap();
                [&spell(before), &*words, &spell(behind)].concat()
            }
            None => spell(line),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What is wrong with how `page` is read.
    fn wrong(&self, page: &str) -> Option<String> {
        self.wrong_under(page, str::to_owned)
    }

    /// The same, where names, dates and titles are as they should be once `bare` took off what cleaning left.
    fn wrong_under(&self, page: &str, bare: impl Fn(&str) -> String) -> Option<String> {
        let cleaned = unspoof::clean(page, &unspoof::Options::default());
        let text = cleaned.text();
        let tree = parse(text);
        let said = |span: Option<unspoof::text::Span>| span.map(|span| bare(span.of(text)));
        let words = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let posts = tree.posts.iter();
        let posts: Vec<Said> = posts
            .map(|post| (post.role.as_str().to_owned(), said(post.author), said(post.date), words(bare(&tree.said(post, text)))))
            .collect();
        let right = tree.kind.as_str() == self.kind
            && self.posts.as_ref().is_none_or(|wanted| *wanted == posts && said(tree.title) == self.title);
        (!right).then(|| format!("{}: {} {:?} {posts:#?}", self.layout, tree.kind.as_str(), said(tree.title)))
    }
}

fn all_are_read(spell: impl Fn(&str) -> String) {
    let wrong: Vec<String> = layouts().iter().filter_map(|layout| layout.wrong(&layout.page(&spell))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn layouts_are_read() {
    all_are_read(str::to_owned);
}

#[test]
fn line_ends_and_empty_lines_do_not_matter() {
    for layout in layouts() {
        let page = layout.page(str::to_owned);
        assert_eq!(layout.wrong(&page.replace('\n', "\r\n")), None);
        assert_eq!(layout.wrong(&format!("\n\n{page}\n\n\n")), None);
    }
}

/// Latin letters and the Cyrillic ones that look the same.
const TWINS: [(char, char); 12] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('P', 'Р'),
    ('T', 'Т'),
];

#[test]
fn cues_of_twins_are_read() {
    let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    all_are_read(|line| {
        let home = line.contains(cyrillic);
        let swap = |c: char| {
            let twin = TWINS.iter().find(|(latin, other)| c == if home { *other } else { *latin });
            twin.map_or(c, |(latin, other)| if home { *latin } else { *other })
        };
        line.chars().map(swap).collect()
    });
}

#[test]
fn cues_of_wide_letters_are_read() {
    let wide = |c: char| if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c };
    // A name in which letters with marks stand between wide ones may keep them, and Japanese has wide letters of its own (`10:14 ＰＭ`).
    let plain = |c: char| char::from_u32(u32::from(c).wrapping_sub(0xFEE0)).filter(char::is_ascii_alphabetic).unwrap_or(c);
    let narrow = |said: &str| said.chars().map(plain).collect::<String>();
    let wrong = |layout: &Layout| {
        let page = layout.page(|line| line.chars().map(wide).collect());
        let may_keep = |c| matches!(c, 'À'..='ɏ' | 'Ḁ'..='ỹ' | 'ぁ'..='ヿ' | '一'..='鿿' | '가'..='힣');
        let is_open = layout.page.iter().any(|line| line.chars().any(may_keep));
        if is_open { layout.wrong_under(&page, narrow) } else { layout.wrong(&page) }
    };
    let wrong: Vec<String> = layouts().iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cues_with_hidden_characters_are_read() {
    // Scripts that put no space between words, or join their letters, may mean what is hidden there.
    let parted = |c: char| c.is_alphabetic() && u32::from(c) < 0x500;
    all_are_read(|line| {
        let mut out = String::new();
        for c in line.chars() {
            if parted(c) && out.ends_with(parted) {
                out.push('\u{200B}');
            }
            out.push(c);
        }
        out
    });
}

/// Several marks on each letter, or one of which no letter is made.
#[test]
fn cues_under_stacked_marks_are_read() {
    const MARKS: [&str; 3] = ["\u{336}", "\u{315}\u{331}", "\u{302}\u{31b}\u{336}"];
    let marked = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{400}'..='\u{44f}');
    let mut wrong = Vec::new();
    for layout in layouts() {
        // Letters that have marks of their own are as good as lost.
        let plain = layout.page(str::to_owned).chars().all(|c| c.is_ascii() || marked(c) || !c.is_alphabetic());
        let said = layout.posts.iter().flatten().all(|post| post.3.is_ascii());
        let page = layout.page(|line| {
            let mut n = 0;
            let mut stacked = |c: char| {
                n += 1;
                [c.to_string(), if marked(c) { MARKS[n % 3] } else { "" }.to_owned()].concat()
            };
            line.chars().map(&mut stacked).collect()
        });
        let bare = |said: &str| said.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).nfc().collect();
        wrong.extend(layout.wrong_under(&page, bare).filter(|_| plain && said));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
