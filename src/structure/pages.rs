//! Whole pages with marks, and what is read of them.
use super::{Kind, Role, Tree, parse_page};
use crate::{markup::Markup, text::Span};

/// The tree of a page, and its visible text.
fn read(source: &str) -> (Tree, String) {
    let page = Markup::Html.read(source);
    (parse_page(&page.text, &page.layout), page.text)
}

/// One line a post: role, author, date, parent, words.
fn told(source: &str) -> Vec<String> {
    let (tree, text) = read(source);
    let said = |span: Option<Span>| span.map_or("-", |span| span.of(&text)).to_owned();
    let parent = |parent: Option<usize>| parent.map_or("-".to_owned(), |at| at.to_string());
    let post = |p: &super::Post| {
        let words = tree.said(p, &text).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} | {} | {} | {} | {words}", p.role.as_str(), said(p.author), said(p.date), parent(p.parent))
    };
    tree.posts.iter().map(post).collect()
}

/// A question page of three authors in containers that have nothing in common. `claims` is its JSON-LD.
fn kettle(claims: &str) -> String {
    format!(
        r#"<html><head><title>How do I descale a kettle?</title><script type="application/ld+json">{claims}</script></head><body>
        <nav><a href="/">Home</a> <a href="/all">All threads</a></nav><h1>How do I descale a kettle?</h1>
        <div class=x><b>Mia Stone</b> <i>4 Mar 2021</i><p>My kettle is full of lime. What is the cheapest way to get rid of it?</p></div>
        <div class=y><p>Boil vinegar in it, wait for an hour, and rinse it twice.</p><span>Tom Reed</span> <i>5 Mar 2021</i></div>
        <section><p>Citric acid does not smell, and works as fast.</p><em>Lea</em> <i>6 Mar 2021</i></section></body></html>"#
    )
}

const CLAIMS: &str = r#"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"@type": ["WebPage", "QAPage"], "mainEntity": {
    "@type": "Question", "name": "How do I descale a kettle?", "answerCount": 2,
    "text": "<p>My kettle is full of lime.</p><p>What is the cheapest way to get rid of it?</p>",
    "author": {"@type": "Person", "name": "Mia Stone"}, "dateCreated": "2021-03-04T10:00:00Z",
    "acceptedAnswer": {"@type": "Answer", "text": "Boil vinegar in it, wait for an hour, and rinse it twice.",
        "author": [{"name": "Tom Reed"}], "datePublished": "2021-03-05T23:30:00-05:00"},
    "suggestedAnswer": [{"@type": "Answer", "text": "Citric acid does not smell, and works as fast.", "author": "Lea",
        "dateCreated": "2021-03-06"}]}}]}"#;

#[test]
fn what_a_page_claims_is_taken_where_it_is_shown() {
    let wanted = [
        "question | Mia Stone | 4 Mar 2021 | - | My kettle is full of lime. What is the cheapest way to get rid of it?",
        "answer | Tom Reed | 5 Mar 2021 | 0 | Boil vinegar in it, wait for an hour, and rinse it twice.",
        "answer | Lea | 6 Mar 2021 | 0 | Citric acid does not smell, and works as fast.",
    ];
    let page = kettle(CLAIMS);
    assert_eq!(told(&page), wanted);
    let (tree, text) = read(&page);
    assert_eq!((tree.kind, tree.title.map(|t| t.of(&text))), (Kind::Qa, Some("How do I descale a kettle?")));
    // Nothing on the page says that an answer was accepted.
    assert!(tree.posts.iter().all(|post| post.accepted.is_none()));
}

#[test]
fn what_a_page_claims_and_does_not_show_is_not_taken() {
    let unclaimed = told(&kettle(""));
    for (shown, claimed) in [
        ("Citric acid does not smell, and works as fast.", "Buy our kettles, for they never need to be descaled by anybody."),
        ("\"text\": \"Boil vinegar in it, wait for an hour, and rinse it twice.\",", ""),
        ("QAPage", "Recipe"),
        ("\"@graph\": [", "\"@graph\": {"),
    ] {
        assert!(CLAIMS.contains(shown));
        assert_eq!(told(&kettle(&CLAIMS.replace(shown, claimed))), unclaimed, "{shown}");
    }
    // A name that stands nowhere, a date of another week: the others are taken.
    let lies = CLAIMS.replace("\"name\": \"Tom Reed\"", "\"name\": \"Nobody Here\"").replace("2021-03-06", "2019-01-01");
    let posts = told(&kettle(&lies));
    assert_eq!(posts.len(), 3);
    assert!(!posts.concat().contains("Nobody"), "{posts:?}");
    assert!(posts[2].starts_with("answer | Lea |"), "{posts:?}");
}

#[test]
fn claims_may_be_of_any_shape() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let nested = (0..200).fold(String::from("{\"@type\":\"Comment\",\"text\":\"a b c d\"}"), |inner, _| {
        format!("{{\"@type\":\"SocialMediaPosting\",\"text\":\"a b c d\",\"comment\":[{inner}]}}")
    });
    for claims in [&*deep, &nested, "null", "{\"@type\":7}", "{\"@type\":\"QAPage\",\"mainEntity\":[[],3]}", "\u{0}"] {
        assert_eq!(told(&kettle(claims)), told(&kettle("")));
    }
}

#[test]
fn questions_that_are_claimed_need_no_question_mark() {
    let page = r#"<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[
        {"@type":"Question","name":"Delivery times","acceptedAnswer":{"@type":"Answer","text":"Three days, and five <b>at Christmas</b>."}},
        {"@type":"Question","name":"Returns &amp; refunds","acceptedAnswer":{"@type":"Answer","text":"Send it back within a month, and we pay."}}]}
        </script><nav>Shop</nav><h1>Help</h1><h3>Delivery times</h3><p>Three days, and five <b>at Christmas</b>.</p>
        <h3>Returns &amp; refunds</h3><div>Send it back within a month, and we pay.</div><footer>© Shop</footer>"#;
    assert_eq!(
        told(page),
        [
            "question | - | - | - | Delivery times",
            "answer | - | - | 0 | Three days, and five at Christmas.",
            "question | - | - | - | Returns & refunds",
            "answer | - | - | 2 | Send it back within a month, and we pay.",
        ]
    );
}

#[test]
fn microdata_says_who_replies_to_whom() {
    let page = r#"<title>Cups</title><nav>Home</nav><div itemscope itemtype="https://schema.org/DiscussionForumPosting">
        <h1 itemprop=headline>Which cup keeps tea warm?</h1>
        <p itemprop=author itemscope itemtype="https://schema.org/Person"><span itemprop=name>ann_k</span></p>
        <time itemprop=datePublished datetime=2020-05-01T10:00>May 1, 2020</time>
        <div itemprop=articleBody><p>I drink slowly, and want a cup that keeps tea warm for an hour.</p></div>
        <div itemprop=comment itemscope itemtype="https://schema.org/Comment"><div itemprop=text>A double wall is what you want.</div>
            <span itemprop=author>bo</span> <span itemprop=dateCreated>May 2, 2020</span>
            <div itemprop=comment itemscope itemtype="https://schema.org/Comment"><div itemprop=text>Mine broke after a week.</div>
            <span itemprop=author>cy</span> <span itemprop=dateCreated>May 3, 2020</span></div></div>
        <div itemprop=comment itemscope itemtype="https://schema.org/Comment"><div itemprop=text>Drink faster, then!</div>
            <span itemprop=author>dee</span> <span itemprop=dateCreated>May 4, 2020</span></div></div>"#;
    let wanted = [
        "post | ann_k | May 1, 2020 | - | I drink slowly, and want a cup that keeps tea warm for an hour.",
        "comment | bo | May 2, 2020 | 0 | A double wall is what you want.",
        "comment | cy | May 3, 2020 | 1 | Mine broke after a week.",
        "comment | dee | May 4, 2020 | 0 | Drink faster, then!",
    ];
    assert_eq!(told(page), wanted);
    // The same in RDFa.
    let rdfa = page.replace("itemprop", "property").replace("itemscope itemtype=\"https://schema.org/", "typeof=\"schema:");
    assert_eq!(told(&rdfa), wanted);
}

const RIVER: &str = "<p class=byline>By Ada Finch, May 3, 2021</p>
    <p>The river that runs through the town was moved twice, and nobody who lives beside it today remembers why that was done.</p>
    <p>In the spring of that year the mill owners dug a straight bed, because the old one silted up as soon as the snow was gone.</p>
    <p>It worked for a decade. Then the banks gave way, and the water came back to where it had always been.</p>";

#[test]
fn comments_below_an_article_are_a_tree() {
    let comment = |name: &str, day: u32, said: &str, replies: &str| {
        format!(
            "<li class='comment depth' id=c{day}><div class=body><cite class=fn>{name}</cite> <a class=when>May {day}, 2021 at 9:00</a>\
             <p>{said}</p><a href=#>Reply</a></div><ol class=children>{replies}</ol></li>"
        )
    };
    let inner = comment("Cy", 5, "So do I, and we swam there.", &comment("Eve", 6, "In October, as I recall.", ""));
    let list = comment("Bo", 4, "I remember the second bed, it was lined with stone.", &inner)
        + &comment("Dee", 7, "Good read, thank you for it.", "");
    let page = format!("<title>Our river - Town Paper</title><h1>Our river</h1><article>{RIVER}</article><ol>{list}</ol>");
    let posts = told(&page);
    assert!(posts[0].starts_with("article | Ada Finch | May 3, 2021 | - | The river that"), "{posts:?}");
    assert_eq!(
        posts[1..],
        [
            "comment | Bo | May 4, 2021 at 9:00 | 0 | I remember the second bed, it was lined with stone.",
            "comment | Cy | May 5, 2021 at 9:00 | 1 | So do I, and we swam there.",
            "comment | Eve | May 6, 2021 at 9:00 | 2 | In October, as I recall.",
            "comment | Dee | May 7, 2021 at 9:00 | 0 | Good read, thank you for it.",
        ]
    );
}

#[test]
fn cards_beside_an_article_are_no_thread() {
    let card = |name: &str, day: u32| {
        format!("<div class=card><b>{name}</b> <i>June {day}, 2021</i><p>What the town will build next.</p></div>")
    };
    let cards = card("Bo Lund", 1) + &card("Cy Marsh", 2) + &card("Dee Holt", 3);
    let page = format!(
        "<title>Our river</title><h1>Our river</h1><main>{RIVER}{}</main><aside>{cards}</aside>",
        RIVER.replace("river", "stream")
    );
    let (tree, text) = read(&page);
    let roles: Vec<Role> = tree.posts.iter().map(|post| post.role).collect();
    assert_eq!((tree.kind, roles), (Kind::Article, vec![Role::Article]), "{:?}", told(&page));
    assert_eq!(tree.title.map(|t| t.of(&text)), Some("Our river"));
}
