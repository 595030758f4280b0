//! Threads that a small board writes are read back: who said what when, whatever the board puts around it.
use unspoof::structure::{Kind, parse};

/// Numbers without end, the same on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const NAMES: &[&str] = &["Hazelnut", "mill_stone", "Rowan B", "Ottokar", "Лесник", "Zoë", "pippin77", "Nightjar", "Dampfross"];
const RANKS: &[&str] = &["New member", "Senior member", "Moderator", "Stammgast"];
const WHO: &[&str] = &["I", "My neighbour", "Nobody here", "The old carpenter", "Each of us", "Der Nachbar", "Моя сестра", "We"];
const DID: &[&str] =
    &["oiled", "measured", "took apart", "painted", "never trusted", "carried", "hat repariert:", "forgot about"];
const WHAT: &[&str] =
    &["the upper hinge", "that lid", "a softer plank", "the blue pump", "both handles", "das alte Rad", "the valve"];
const WHEN: &[&str] = &["after the rain", "in the morning", "for eleven years", "before you cut", "twice", "since we moved in"];
const THEN: &[&str] =
    &["and it still sings", "but it did not hold", "so leave it in the shade", "which was a mistake", "as the book says"];
const SHORT: &[&str] = &["Thanks, that was it.", "Same here.", "No idea, sorry."];

/// One of thousands of sentences: in a thread hardly anybody says what somebody else has said.
fn sentence(draw: &mut Draw) -> String {
    let end = if draw.below(5) == 0 { "?" } else { "." };
    let n = draw.below(90);
    format!("{} {} {} number {n} {}, {}{end}", draw.of(WHO), draw.of(DID), draw.of(WHAT), draw.of(WHEN), draw.of(THEN))
}

/// What a board puts around its messages.
struct Board {
    /// The line with the date stands below the words.
    foot: bool,
    /// The name stands in that line, or on a line of its own.
    inline: bool,
    ranks: bool,
    posts: bool,
    numbers: bool,
    gaps: bool,
    buttons: Option<&'static str>,
    signatures: bool,
}

struct Said {
    author: &'static str,
    date: String,
    text: String,
}

/// A thread on that board, and what it should be read as.
fn thread(draw: &mut Draw, board: &Board) -> (String, Vec<Said>) {
    let mut page = String::from("Home\nForum\nHow do I stop the hinge from singing?\n\n");
    let mut all: Vec<Said> = Vec::new();
    let members: Vec<&'static str> = (0..3 + draw.below(4)).map(|_| draw.of(NAMES)).collect();
    for n in 0..6 + draw.below(12) {
        let author = members[draw.below(members.len())];
        let rank = RANKS[author.len() % RANKS.len()];
        let date = format!("{} {}, 2021", ["Mar", "Apr", "Jun"][draw.below(3)], 1 + draw.below(27));
        let mut said = String::new();
        let earlier = (n > 1 && draw.below(4) == 0).then(|| &all[draw.below(all.len())]);
        if let Some(earlier) = earlier.filter(|e| !e.text.contains("said:")) {
            said = format!("{} said:\n{}\n", earlier.author, earlier.text.lines().next().unwrap());
        }
        if draw.below(6) == 0 && said.is_empty() {
            said.push_str(draw.of(SHORT));
        } else {
            for _ in 0..1 + draw.below(4) {
                said.push_str(&sentence(draw));
                said.push('\n');
            }
        }
        let said = said.trim_end().to_owned();
        let number = if board.numbers { format!("#{}\n", n + 1) } else { String::new() };
        let when = if board.inline { format!("Posted by {author} on {date}\n") } else { format!("{date}\n") };
        let name = if board.inline { String::new() } else { format!("{author}\n") };
        let rank = if board.ranks { format!("{rank}\n") } else { String::new() };
        let posts = if board.posts { format!("Posts: {}\n", author.len() * 37) } else { String::new() };
        let gap = if board.gaps { "\n" } else { "" };
        let buttons = board.buttons.map_or(String::new(), |buttons| format!("{buttons}\n"));
        let signature = if board.signatures {
            format!("{author} lives by the river, and that is all you need to know.\n")
        } else {
            String::new()
        };
        if board.foot {
            page += &format!("{name}{rank}{posts}{gap}{said}\n{gap}{when}{number}{buttons}{gap}");
        } else {
            page += &format!("{name}{rank}{posts}{when}{number}{gap}{said}\n{gap}{signature}{buttons}{gap}");
        }
        all.push(Said { author, date, text: said });
    }
    page.push_str("\nImprint\nPrivacy\n");
    (page, all)
}

/// How much of what each kind of board wrote comes back: posts, and authors and dates of those.
fn read_back(board: &Board) -> (f64, f64, f64) {
    let mut draw = Draw(0x9e37_79b9_7f4a_7c15);
    let (mut posts, mut found, mut authors, mut dates) = (0, 0, 0, 0);
    for _ in 0..40 {
        let (page, all) = thread(&mut draw, board);
        let tree = parse(&page);
        posts += all.len();
        if tree.kind != Kind::Forum || tree.posts.len() != all.len() {
            continue;
        }
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (post, said) in tree.posts.iter().zip(&all) {
            if words(&tree.said(post, &page)) != words(&said.text) {
                continue;
            }
            found += 1;
            authors += usize::from(post.author.is_some_and(|a| a.of(&page) == said.author));
            dates += usize::from(post.date.is_some_and(|d| d.of(&page) == said.date));
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    (percent(found, posts), percent(authors, found), percent(dates, found))
}

#[test]
fn what_boards_write_is_read_back() {
    const PLAIN: Board = Board {
        foot: false,
        inline: false,
        ranks: false,
        posts: false,
        numbers: false,
        gaps: true,
        buttons: None,
        signatures: false,
    };
    let boards: [(&str, Board); 8] = [
        ("name and date above", PLAIN),
        ("rank, count and number", Board { ranks: true, posts: true, numbers: true, ..PLAIN }),
        ("buttons below", Board { ranks: true, buttons: Some("Reply Quote"), ..PLAIN }),
        ("no empty lines", Board { ranks: true, posts: true, gaps: false, buttons: Some("Reply"), ..PLAIN }),
        ("signatures", Board { ranks: true, posts: true, numbers: true, buttons: Some("Quote"), signatures: true, ..PLAIN }),
        ("one line above", Board { inline: true, ..PLAIN }),
        ("one line below", Board { foot: true, inline: true, ..PLAIN }),
        ("name above, date below", Board { foot: true, ranks: true, posts: true, buttons: Some("Zitieren Melden"), ..PLAIN }),
    ];
    let mut broken = Vec::new();
    for (name, board) in &boards {
        let (posts, authors, dates) = read_back(board);
        // The signature of somebody who writes once comes back nowhere, and is taken for words; a first message of three words
        // may be taken for a rank, and a rank that is no known word for a name, where only the first head lacks a line above it.
        let least = if board.signatures { 93.0 } else { 99.0 };
        if posts < least || authors < 97.0 || dates < 99.0 {
            broken.push(format!("{name}: posts {posts:.1}, authors {authors:.1}, dates {dates:.1}"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
