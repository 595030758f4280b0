//! Laws that hold for any input, and the layouts as short texts.
use super::*;
use crate::text::Span;

/// Every byte that is not white space is in one post, or in one dropped span outside posts; all is sorted, disjoint, and
/// on char boundaries.
fn assert_law(text: &str) {
    let tree = parse(text);
    let fits = |s: Span| s.start <= s.end && text.get(s.start..s.end).is_some();
    let mut outside: Vec<Span> = tree.posts.iter().map(|p| p.span).collect();
    assert!(outside.windows(2).all(|w| w[0].end <= w[1].start), "posts overlap: {text:?}");
    let inside = |s: Span| tree.posts.iter().any(|p| p.span.start <= s.start && s.end <= p.span.end);
    assert!(tree.dropped.windows(2).all(|w| w[0].span.start <= w[1].span.start), "dropped not sorted: {text:?}");
    outside.extend(tree.dropped.iter().map(|d| d.span).filter(|s| !inside(*s)));
    outside.sort();
    let mut at = 0;
    for span in &outside {
        assert!(fits(*span) && !span.is_empty(), "{span:?} in {text:?}");
        assert!(span.start >= at, "overlap at {at} {span:?} in {text:?}");
        assert!(text[at..span.start].trim().is_empty(), "lost {:?} of {text:?}", &text[at..span.start]);
        at = span.end;
    }
    assert!(text[at..].trim().is_empty(), "lost {:?} of {text:?}", &text[at..]);
    for post in &tree.posts {
        assert!(post.parent.is_none_or(|p| p < tree.posts.len()));
        assert!([post.author, post.date].into_iter().flatten().all(fits));
        for section in &post.sections {
            assert!(section.heading.is_none_or(fits));
            assert!(section.blocks.iter().all(|b| fits(b.text) && b.label.is_none_or(fits)), "{text:?}");
        }
    }
}

/// Lines that the readers of layouts care about, so that random texts reach their corners.
const PIECES: &[&str] = &[
    "",
    "",
    " ",
    "Why does rain smell?",
    "Frequently asked questions",
    "3 Comments",
    "+",
    "Rain smells because of oils that plants leave in dry soil, and of spores that drops throw into the air.",
    "© 2024 Rain Society",
    "2 Answers",
    "1 Antwort",
    "answered 1 year ago by Ann Lee",
    "asked May 2, 2011 at 1:02",
    "Ann Lee",
    "– Bo  Commented Sep 9, 2021 at 14:10",
    "–  Bo",
    "Commented Feb 12, 2011 at 1:30",
    "#1",
    "#2 2019-09-29 10:46:47",
    "Joined",
    "May 1, 2014",
    "Reply",
    "Share",
    "Q: what?",
    "A: that",
    "A:",
    "Q:",
    "R : oui",
    "BO: hello",
    "CY: hi there",
    "BO: again",
    "> quoted",
    ">",
    "```",
    "    code(1);",
    "x = f(1);",
    "- item",
    "• Label: text",
    "1. One",
    "2. Two",
    "a. sub",
    "3.1 Deep",
    "Heading Line:",
    "Label: some text.",
    "Other label: more text.",
    "===",
    "---",
    "# Title",
    "## Part",
    "**Bold**",
    "Bo said:",
    "Click to expand...",
    "Zitat von Bo",
    "↑",
    "a\tb",
    "c\td",
    "LOUD LINE",
    "Ein Satz, der um-",
    "gebrochen ist und weiter",
    "🎉🎉",
    "\u{a0}",
    "é: ü",
    "From: Al",
    "Subject: S",
    "Date: Mon, 4 Nov 2019",
    "12",
    "3 votes",
    "✓ Accepted answer",
    "Related questions",
    "by Cy (20 points)",
    "Posted by Dee on 4 May 2020",
    "日本語の行。",
    "5y",
    "Best · 5y",
    "Profile photo for Dee",
    "•",
    "4 yr. ago",
    "İ: x",
    "ẞ wrote:",
    "_",
    "(",
    "1)",
    "§ 3 Title",
];

#[test]
fn every_byte_has_a_place() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % n
    };
    for round in 0..6000 {
        let count = 1 + random(24);
        let ending = if round % 7 == 0 { "\r\n" } else { "\n" };
        let mut text = String::new();
        for _ in 0..count {
            text.push_str(PIECES[random(PIECES.len())]);
            if random(9) == 0 {
                let stray: String = (0..random(6)).filter_map(|_| char::from_u32(random(0x1_10000) as u32)).collect();
                text.push_str(&stray);
            }
            text.push_str(ending);
        }
        assert_law(&text);
    }
}

#[test]
fn odd_texts_are_read() {
    for text in
        ["", "\n", " ", "\u{feff}", "?", ":", "：", "#", ">", "\r\r\r", "a\u{2028}b", "-", "Q:", "A: x", "```", "1.", "\t\t"]
    {
        assert_law(text);
    }
}

/// The tree in a few words, for comparison.
fn outline(text: &str) -> String {
    let tree = parse(text);
    let said = |s: Option<Span>| s.map_or("-", |s| s.of(text)).to_owned();
    let mut out = format!("{} [{}] {:?}\n", tree.kind.as_str(), said(tree.title), tree.declared_answers);
    for post in &tree.posts {
        out += &format!(
            "{} {} @ {} {:?} {:?} {:?}\n",
            post.role.as_str(),
            said(post.author),
            said(post.date),
            post.score,
            post.accepted,
            post.parent
        );
        for section in &post.sections {
            if section.heading.is_some() {
                out += &format!("  {} {}\n", "=".repeat(section.level as usize), said(section.heading));
            }
            for block in &section.blocks {
                let label = block.label.map_or(String::new(), |l| format!("{}: ", l.of(text)));
                out += &format!("  {} {label}{}\n", block.kind.as_str(), block.said(text).replace('\n', "⏎"));
            }
        }
    }
    out
}

#[test]
fn a_question_page() {
    let text = "How do owls turn their heads?\n\n1 Answer\n\nOwls have more bones in the neck than we do. Two things help:\n\nInside the Neck:\n\nBlood supply: Wide vessels keep the brain fed.\nExtra bones: Fourteen of them.\n\nAround It:\n\nNight-time habit's reward: They need not move.\n\nOpen joints: Each gives a little.\n\nSo they see behind themselves.\n\nanswered 2 years ago by Pia Roth\n";
    assert_eq!(
        outline(text),
        "qa [How do owls turn their heads?] Some(1)\nquestion - @ - None None None\n  paragraph How do owls turn their heads?\nanswer Pia Roth @ 2 years ago None None Some(0)\n  paragraph Owls have more bones in the neck than we do. Two things help:\n  = Inside the Neck\n  item Blood supply: Wide vessels keep the brain fed.\n  item Extra bones: Fourteen of them.\n  = Around It\n  item Night-time habit's reward: They need not move.\n  item Open joints: Each gives a little.\n  paragraph So they see behind themselves.\n"
    );
    assert!(parse(text).dropped.iter().any(|d| d.reason == DropReason::AnswerCount && d.span.of(text) == "1 Answer"));
    assert!(parse(text).warnings.is_empty());
}

#[test]
fn what_announces_the_headings_is_none() {
    for (opening, first, second) in [
        ("Two things decide:", "In the oven", "On the table"),
        ("Due cose decidono:", "Il forno", "Il tavolo"),
        ("Решают две вещи:", "В печи", "На столе"),
        ("有两件事很重要：", "烤箱里", "桌子上"),
    ] {
        let text = format!(
            "Why?\n\n1 answer\n\n{opening}\n\n{first}:\n\nA: one, and not two.\nB: three.\n\n{second}:\n\nC: four.\nD: five.\n\n\
             answered 2 years ago by Pia\n"
        );
        let tree = parse(&text);
        let sections = &tree.posts.last().unwrap().sections;
        let heads: Vec<_> = sections.iter().filter_map(|section| Some(section.heading?.of(&text))).collect();
        assert_eq!(heads, [first, second], "{opening}");
        assert_eq!(sections[0].blocks[0].said(&text), opening);
    }
}

#[test]
fn a_missing_answer_is_told() {
    let tree = parse("Why?\nIs it so?\n\n3 answers\n\nIt is so.\n\nanswered 2 years ago by Pia\n");
    assert_eq!(tree.warnings, [Warning { kind: WarningKind::AnswerCountMismatch, declared: 3, found: 1 }]);
}

#[test]
fn a_thread_is_learnt_from_what_comes_back() {
    let text = "Which glue for a broken mug?\n\nRita\nNew member\nMay 3, 2020\n#1\nThe handle came off. It held tea, so it gets hot.\nReply\n\nOlaf\nMay 4, 2020\n#2\nRita said:\nit gets hot\nClick to expand...\nThen two parts epoxy, and wait a day.\nReply\n";
    assert_eq!(
        outline(text),
        "forum [Which glue for a broken mug?] None\npost Rita @ May 3, 2020 None None None\n  paragraph The handle came off. It held tea, so it gets hot.\npost Olaf @ May 4, 2020 None None None\n  quote Rita: it gets hot\n  paragraph Then two parts epoxy, and wait a day.\n"
    );
}

#[test]
fn answers_stand_below_their_names_where_the_question_does() {
    let text = "How long does cheese keep?\nAsked by Tom 3 years ago\nA piece lies in my fridge for two months.\nAnswered by Greta 3 years ago\nCut off the mould with a wide margin.\nAnswered by Otto 2 years ago\nHard cheese lasts for half a year in paper.\n";
    let tree = parse(text);
    let said: Vec<_> = tree.posts.iter().map(|p| (p.author.map_or("", |a| a.of(text)), tree.said(p, text))).collect();
    assert_eq!(
        said,
        [
            ("Tom", "A piece lies in my fridge for two months.".to_owned()),
            ("Greta", "Cut off the mould with a wide margin.".to_owned()),
            ("Otto", "Hard cheese lasts for half a year in paper.".to_owned()),
        ]
    );
}

#[test]
fn chats_have_clocks_of_many_countries() {
    for stamp in [
        "12/03/22, 19.06 -",
        "[12/03/22 19.06.12]",
        "12/3/2022, 7:06 p. m. -",
        "12.3.2022 klo 19.06 -",
        "2022년 3월 12일 오후 7:06,",
    ] {
        let text =
            format!("{stamp} Ratna: We meet at my house\n{stamp} Wulan: Shall I bring cake?\n{stamp} Ratna: Yes, layer cake\n");
        let tree = parse(&text);
        let names: Vec<_> = tree.posts.iter().map(|p| p.author.map_or("", |a| a.of(&text))).collect();
        assert_eq!(names, ["Ratna", "Wulan", "Ratna"], "{stamp}");
    }
}

#[test]
fn a_deep_reply_has_links_to_what_it_replies_to() {
    let text = "Ask HN: How do you archive mail?\n74 points by clip 3 hours ago | hide | past | favorite | 3 comments\nI have 20 years of mail in four places.\nben 2 hours ago | next [–]\nA script, every night.\nreply\nqux 1 hour ago | root | parent | next [–]\nSure, that works for me.\nreply\nlady 40 minutes ago | prev | next [–]\nPrint the ten that matter.\nreply\n";
    let tree = parse(text);
    let names: Vec<_> = tree.posts.iter().map(|p| p.author.map_or("", |a| a.of(text))).collect();
    assert_eq!(names, ["clip", "ben", "qux", "lady"]);
}

#[test]
fn a_signed_remark_is_a_comment_on_the_post_above() {
    let text = "How do I dry mint?\nAsked 2 years ago\n4\nIt turns black in the oven.\nasked by Lea\nPick it early. – Bo K. 2 years ago\n2 Answers\n7\nHang it in the shade.\nanswered 2 years ago by Cy\nWorked – thanks! – Lea 1 year ago\n3\nUse a rack.\nОтветил Ян Б., год назад\n";
    let tree = parse(text);
    let said: Vec<_> = tree
        .posts
        .iter()
        .map(|p| (p.role.as_str(), tree.said(p, text), p.author.map(|a| a.of(text)), p.score, p.parent))
        .collect();
    let post = |role, said: &str, author, score, parent| (role, said.to_owned(), Some(author), score, parent);
    assert_eq!(
        said,
        [
            post("question", "It turns black in the oven.", "Lea", Some(4), None),
            post("comment", "Pick it early.", "Bo K.", None, Some(0)),
            post("answer", "Hang it in the shade.", "Cy", Some(7), Some(0)),
            post("comment", "Worked – thanks!", "Lea", None, Some(2)),
            post("answer", "Use a rack.", "Ян Б.", Some(3), Some(0)),
        ]
    );
}

#[test]
fn names_stand_before_and_behind_the_verb() {
    for (line, author, date) in [
        ("Ответила Зоя Ф., 3 года назад", "Зоя Ф.", "3 года назад"),
        ("Beantwortet von Uwe R. am 14.01.2021", "Uwe R.", "14.01.2021"),
        ("Uwe hat vor 2 Jahren geantwortet", "Uwe", "vor 2 Jahren"),
        ("Respondido por Inés G. hace 2 años", "Inés G.", "hace 2 años"),
        ("Réponse de Luc M., il y a 3 jours", "Luc M.", "il y a 3 jours"),
        ("Answered by Una P. on May 4, 2020", "Una P.", "May 4, 2020"),
        ("Una P. answered 2 years ago", "Una P.", "2 years ago"),
        ("Zeynep 2 yıl önce yanıtladı", "Zeynep", "2 yıl önce"),
        ("Απάντησε ο Νίκος Β., πριν από 2 χρόνια", "Νίκος Β.", "πριν από 2 χρόνια"),
        ("رضا ۲ سال پیش پاسخ داد", "رضا", "۲ سال پیش"),
        ("राहुल ने 3 महीने पहले जवाब दिया", "राहुल", "3 महीने पहले"),
        ("回答者：佐藤　２０２１年３月４日", "佐藤", "２０２１年３月４日"),
    ] {
        let reading = cues::read(line);
        assert_eq!(reading.cue, cues::Cue::Deed(cues::Deed::Answered), "{line}");
        assert_eq!(reading.name.map(|s| s.of(line)), Some(author), "{line}");
        assert_eq!(reading.date.map(|s| s.of(line)), Some(date), "{line}");
    }
}

#[test]
fn marks_and_speakers_are_not_said() {
    assert_eq!(
        outline("Q: Does it float?\nA: It does.\n\nQ: For long?\nA: For a day.\n"),
        "faq [-] None\nquestion - @ - None None None\n  paragraph Does it float?\nanswer - @ - None None Some(0)\n  paragraph It does.\nquestion - @ - None None None\n  paragraph For long?\nanswer - @ - None None Some(2)\n  paragraph For a day.\n"
    );
    assert_eq!(
        outline("ANN: Where to?\nBO: North.\nANN: So late?\n"),
        "other [-] None\npost ANN @ - None None None\n  paragraph Where to?\npost BO @ - None None None\n  paragraph North.\npost ANN @ - None None None\n  paragraph So late?\n"
    );
}

#[test]
fn what_is_dropped_inside_a_post_is_not_said() {
    let text = "How old is it?\n\n1 answer\n\n- ten years\n- or less\n\nanswered 2 days ago by Bo\n";
    let tree = parse(text);
    assert_eq!(tree.posts.last().map(|post| tree.said(post, text)), Some("ten years\nor less".to_owned()));
}

#[test]
fn a_quote_that_never_begins_drops_nothing_twice() {
    let text = "the wrote:\n```\n";
    let dropped: Vec<&str> = parse(text).dropped.iter().map(|dropped| dropped.span.of(text)).collect();
    assert_eq!(dropped, ["```"]);
}

/// The words of the only post.
fn said_once(text: &str) -> String {
    let tree = parse(text);
    assert_eq!(tree.posts.len(), 1, "{tree:?}");
    tree.said(&tree.posts[0], text)
}

#[test]
fn numbers_that_number_nothing_are_words() {
    let text = "Bread for the feast\n\n1.5 l of water\n2.5 kg of flour\n0.5 spoons of salt\n\n23.000 loaves were baked so, and nobody was left hungry.\n\n\
        20. May was the day on which it all began.\n\n(408) 555-0100 is where to ask.\n\n1. Weigh the flour.\n2. Weigh the water.\n3. Wait.\n";
    let said = said_once(text);
    for kept in ["1.5 l", "2.5 kg", "0.5 spoons", "23.000 loaves", "20. May", "(408) 555"] {
        assert!(said.contains(kept), "{kept}: {said}");
    }
    assert!(!said.contains("1. Weigh") && !said.contains("3. Wait"), "{said}");
    let parts = "Report of the year\n\n1.1 Scope\n\nThis part says what the report is about.\n\n1.2 Terms\n\nThis one says which words mean what.\n\n\
        2.1 Method\n\nWe did this for a long time, and wrote it down.\n";
    let said = said_once(parts);
    assert!(!said.contains("1.1") && !said.contains("2.1"), "{said}");
}

#[test]
fn greetings_that_come_back_are_words() {
    let post = |name: &str, day: u32, said: &str| format!("{name}\nMember\nMay {day}, 2021\nHello all,\n{said}\nReply\n");
    let text = [
        post("ann_k", 1, "My kettle is full of lime, and I do not know what to do about it."),
        post("bo", 2, "Boil vinegar in it, wait for an hour, and rinse it twice."),
        post("cy", 3, "Citric acid does not smell, and it works as fast."),
        post("ann_k", 4, "That was it, thank you both for the help."),
    ]
    .concat();
    let tree = parse(&text);
    assert_eq!(tree.posts.len(), 4);
    for post in &tree.posts {
        assert!(tree.said(post, &text).starts_with("Hello all,"), "{}", tree.said(post, &text));
    }
}
