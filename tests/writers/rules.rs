//! Rules that need no library: what offsets cut out, what keys there are, what search engines ask of schema.org.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;

use crate::texts::{ALL, ARTICLE, LIST, QUESTION, THREAD};
use crate::{document, nasty, rows, written};

/// What stands between two code points, as Python slices.
fn slice(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// Passages cut the text where they say, in order, each with an id of its own; and hold every block.
fn passages_are_true(text: &str) {
    let document = document(text);
    let (langchain, llama) = (rows(&document, "langchain"), rows(&document, "llamaindex"));
    assert_eq!(langchain.len(), llama.len());
    let mut last = 0;
    for (row, node) in langchain.iter().zip(&llama) {
        let place = &row["metadata"];
        assert_eq!(slice(&document.text, &place["start_index"], &place["end_index"]), row["page_content"], "{row}");
        assert_eq!(slice(&document.text, &node["start_char_idx"], &node["end_char_idx"]), node["text"], "{node}");
        assert_eq!((&row["id"], &row["page_content"]), (&node["id_"], &node["text"]));
        assert!(place["start_index"].as_u64().unwrap() >= last, "in order");
        last = place["end_index"].as_u64().unwrap();
    }
    let ids: BTreeSet<String> = langchain.iter().map(|row| row["id"].to_string()).collect();
    assert_eq!(ids.len(), langchain.len(), "each id once");
    let words = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
    let blocks = document.posts.iter().flat_map(|post| &post.sections).flat_map(|section| &section.blocks);
    let held: usize = langchain.iter().map(|row| words(row["page_content"].as_str().unwrap())).sum();
    let said: usize = blocks.map(|block| words(&block.text)).sum();
    // A button inside of code is both.
    let furniture = document.dropped.iter().filter(|dropped| dropped.reason != "mark");
    let held = held + furniture.map(|dropped| words(&dropped.text)).sum::<usize>();
    assert!(held >= said, "{held} of {said} bytes of words in\n{text:?}");
}

#[test]
fn passages_are_slices_of_the_text() {
    ALL.into_iter().for_each(passages_are_true);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passages_of_any_text_are_slices_of_it(text in nasty::text()) {
        passages_are_true(&text);
    }

    /// At most one answer is accepted, the count is that of all, and no remark is lost.
    #[test]
    fn any_text_is_sound_schema_org(text in nasty::text()) {
        let document = document(&text);
        let page: Value = serde_json::from_str(&written(&document, "schema-org")).unwrap();
        let mut count = 0;
        for question in page["mainEntity"].as_array().unwrap_or(&vec![page["mainEntity"].clone()]) {
            let answers = question["suggestedAnswer"].as_array().map_or(0, Vec::len) + usize::from(question["acceptedAnswer"].is_object());
            prop_assert!(question.is_null() || question["answerCount"] == answers);
        }
        let mut left = vec![&page];
        while let Some(value) = left.pop() {
            match value {
                Value::Object(map) => {
                    count += usize::from(map.get("@id").is_some() && map.contains_key("@type"));
                    left.extend(map.values());
                }
                Value::Array(values) => left.extend(values),
                _ => {}
            }
        }
        prop_assert_eq!(count, document.posts.len(), "posts in {}", page);
    }
}

#[test]
fn passages_are_sections_with_what_is_known_of_them() {
    let rows = rows(&document(QUESTION), "langchain");
    let told: Vec<(&str, Option<&str>, Option<&str>)> = rows
        .iter()
        .map(|row| (&row["metadata"], &row["page_content"]))
        .map(|(about, _)| (about["role"].as_str().unwrap(), about["heading"].as_str(), about["author"].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("question", None, None),
            ("answer", None, Some("Ann Reed")),
            ("answer", Some("Reasons"), Some("Ann Reed")),
            ("answer", None, Some("Bo Lind")),
            ("answer", None, Some("Łukasz Żak")),
        ]
    );
    assert_eq!(rows[2]["page_content"], "Reasons:\n\n- Fog: it waters the crown 🌫.\n- Age: trees of 2,000 years stand.");
    assert_eq!(rows[3]["metadata"]["date_earliest"], "2009-05-02T00:09");
    assert_eq!(rows[1]["metadata"]["parent_id"], rows[0]["metadata"]["post_id"]);
}

#[test]
fn rows_have_all_keys_always() {
    for name in ["dolma", "datatrove", "langchain", "llamaindex"] {
        let all: Vec<Value> = ALL.iter().flat_map(|text| rows(&document(text), name)).collect();
        let metadata: BTreeSet<_> = all.iter().map(|row| keys(&row["metadata"])).collect();
        let outer: BTreeSet<_> = all.iter().map(keys).collect();
        assert_eq!((metadata.len(), outer.len()), (1, 1), "{name}");
    }
}

#[test]
fn spans_of_dolma_and_datatrove_cut_out_posts() {
    for text in ALL {
        let document = document(text);
        let (dolma, datatrove) = (&rows(&document, "dolma")[0], &rows(&document, "datatrove")[0]);
        let mut posts = 0;
        for (name, spans) in dolma["attributes"].as_object().unwrap() {
            let role = name.rsplit("__").next().unwrap();
            let of_role: Vec<_> = document.posts.iter().filter(|post| post.role == role).collect();
            for (span, post) in spans.as_array().unwrap().iter().zip(&of_role) {
                let cut = slice(dolma["text"].as_str().unwrap(), &span[0], &span[1]);
                assert_eq!(cut, document.text[post.span.start..post.span.end]);
                posts += 1;
            }
            assert!(role == "dropped" || spans.as_array().unwrap().len() == of_role.len());
        }
        assert_eq!(posts, document.posts.len());
        for (place, post) in datatrove["metadata"]["posts"].as_array().unwrap().iter().zip(&document.posts) {
            assert_eq!(slice(datatrove["text"].as_str().unwrap(), &place["start"], &place["end"]), post.text);
        }
    }
}

#[test]
fn a_page_of_one_question_is_a_qa_page() {
    let page: Value = serde_json::from_str(&written(&document(QUESTION), "schema-org")).unwrap();
    assert_eq!((&page["@type"], &page["@context"]), (&"QAPage".into(), &"https://schema.org".into()));
    let question = &page["mainEntity"];
    assert_eq!((&question["@type"], &question["answerCount"]), (&"Question".into(), &3.into()));
    assert_eq!(question["name"], "Which tree is the tallest — and where? 🌲");
    assert_eq!(question["acceptedAnswer"]["author"]["name"], "Bo Lind");
    assert_eq!(question["acceptedAnswer"]["datePublished"], "2009-05-02T00:09");
    let suggested = question["suggestedAnswer"].as_array().unwrap();
    assert_eq!(suggested.len(), 2);
    assert_eq!((&suggested[0]["@type"], &suggested[0]["upvoteCount"]), (&"Answer".into(), &5.into()));
    // Two years ago is no day.
    assert!(suggested[0].get("datePublished").is_none());
    assert_eq!(suggested[1]["datePublished"], "2019-04-02");
}

#[test]
fn a_second_accepted_answer_is_suggested() {
    let text = QUESTION.replace("\n5\n", "\n✓ Accepted\n");
    let page: Value = serde_json::from_str(&written(&document(&text), "schema-org")).unwrap();
    let question = &page["mainEntity"];
    assert!(question["acceptedAnswer"].is_object());
    assert_eq!(question["suggestedAnswer"].as_array().unwrap().len(), 2);
    assert_eq!(question["answerCount"], 3);
}

#[test]
fn lists_threads_and_articles_have_their_types() {
    let list: Value = serde_json::from_str(&written(&document(LIST), "schema-org")).unwrap();
    assert_eq!(list["@type"], "FAQPage");
    let questions = list["mainEntity"].as_array().unwrap();
    assert_eq!(questions.len(), 2);
    assert!(questions.iter().all(|question| question["acceptedAnswer"]["@type"] == "Answer" && question["answerCount"] == 1));
    assert_eq!(questions[1]["name"], "Do they sleep on the wing?");

    let thread: Value = serde_json::from_str(&written(&document(THREAD), "schema-org")).unwrap();
    assert_eq!((&thread["@type"], &thread["headline"]), (&"DiscussionForumPosting".into(), &"Frost on the pass".into()));
    assert_eq!((&thread["author"]["name"], &thread["datePublished"]), (&"Ann Reed".into(), &"2019-05-02T10:12".into()));
    let comments = thread["comment"].as_array().unwrap();
    assert_eq!(comments.len(), 2);
    assert!(comments.iter().all(|comment| comment["parentItem"]["@id"] == thread["@id"]));

    let article: Value = serde_json::from_str(&written(&document(ARTICLE), "schema-org")).unwrap();
    assert_eq!((&article["@type"], &article["headline"]), (&"Article".into(), &"Bread for beginners — a café’s notes".into()));
    assert!(article["articleBody"].as_str().unwrap().contains("Then bake it."));
}
