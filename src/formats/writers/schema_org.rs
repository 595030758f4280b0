//! schema.org: one JSON-LD object a document, as search engines read them.
//!
//! Their rules: a page of one question is a `QAPage`, a list of them a `FAQPage`, a thread a `DiscussionForumPosting`. One answer at
//! most is accepted, all others are suggested, and `answerCount` is how many there are. What is not known is left out; a date is
//! given where it is one day or finer. Remarks are listed flat under what they belong to, with a `parentItem`.

use serde::Serialize;

use super::Form;
use crate::document::{Document, Post};
use crate::error::Error;

const CONTEXT: &str = "https://schema.org";

/// Anything; what it is not known to have is left out.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upvote_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interaction_statistic: Option<Likes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_item: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<Entities<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted_answer: Option<Box<Self>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggested_answer: Vec<Self>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    comment: Vec<Self>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Self>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Entities<'a> {
    One(Box<Thing<'a>>),
    Many(Vec<Thing<'a>>),
}

#[derive(Serialize)]
struct Person<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Likes {
    #[serde(rename = "@type")]
    kind: &'static str,
    interaction_type: &'static str,
    user_interaction_count: i64,
}

pub(super) fn write(document: &Document, form: Form) -> Result<Vec<u8>, Error> {
    let thing = match document.kind {
        "qa" => questions(document, "QAPage"),
        "faq" => questions(document, "FAQPage"),
        "forum" => thread(document, "DiscussionForumPosting"),
        "article" => thread(document, "Article"),
        _ if document.posts.len() > 1 => conversation(document),
        _ => thread(document, "CreativeWork"),
    };
    let thing = Thing { context: Some(CONTEXT), in_language: document.language.as_ref().map(|language| language.code), ..thing };
    super::value(&thing, form)
}

fn reference(post: &Post) -> String {
    format!("urn:unspoof:post:{}", post.id)
}

/// What is known of any post.
fn said<'a>(kind: &'static str, post: &'a Post) -> Thing<'a> {
    Thing {
        kind,
        id: Some(reference(post)),
        text: Some(&post.text),
        author: post.author.as_deref().map(|name| Person { kind: "Person", name }),
        date_published: post.date.as_ref().and_then(|date| date.exact()),
        upvote_count: post.score,
        ..Thing::default()
    }
}

/// A remark on another post.
fn comment<'a>(document: &'a Document, post: &'a Post, home: usize) -> Thing<'a> {
    let parent = document.posts.get(post.parent.unwrap_or(home)).filter(|parent| !std::ptr::eq(*parent, post));
    Thing { parent_item: parent.map(|parent| Reference { id: reference(parent) }), ..said("Comment", post) }
}

/// For each post, the one that it is listed under: a question and an answer under themselves, a remark under what its chain of
/// parents leads to, or else under the first question or answer; under none where there is none.
fn homes(document: &Document) -> Vec<Option<usize>> {
    let is_home = |post: &Post| matches!(post.role, "question" | "answer");
    let first = document.posts.iter().position(is_home);
    let mut homes: Vec<Option<usize>> = Vec::with_capacity(document.posts.len());
    for (at, post) in document.posts.iter().enumerate() {
        let above = post.parent.and_then(|parent| homes.get(parent).copied().flatten());
        homes.push(if is_home(post) { Some(at) } else { above.or(first) });
    }
    homes
}

fn questions<'a>(document: &'a Document, kind: &'static str) -> Thing<'a> {
    let posts = || document.posts.iter().enumerate();
    let homes = homes(document);
    // All remarks by their home, in the order of the page.
    let mut remarks: Vec<Vec<Thing<'a>>> = document.posts.iter().map(|_| Vec::new()).collect();
    let mut homeless: Vec<Thing<'a>> = Vec::new();
    for ((at, post), &home) in posts().zip(&homes).filter(|((at, _), home)| **home != Some(*at)) {
        let list = home.and_then(|home| remarks.get_mut(home)).unwrap_or(&mut homeless);
        list.push(comment(document, post, home.unwrap_or(at)));
    }
    let mut take = |at: usize| remarks.get_mut(at).map(std::mem::take).unwrap_or_default();
    // An answer that belongs to no question in particular belongs to the only one there is, or to the one before it.
    let mut questions: Vec<(Option<usize>, Vec<usize>)> =
        posts().filter(|(_, post)| post.role == "question").map(|(at, _)| (Some(at), Vec::new())).collect();
    if questions.is_empty() {
        questions.push((None, Vec::new()));
    }
    for (at, _) in posts().filter(|(_, post)| post.role == "answer") {
        let asked = document.posts.get(at).and_then(|post| post.parent).unwrap_or(at);
        let place = questions.partition_point(|(question, _)| question.is_none_or(|question| question <= asked));
        if let Some((_, answers)) = questions.get_mut(place.saturating_sub(1)) {
            answers.push(at);
        }
    }
    let is_only = questions.len() == 1;
    let mut things = questions.into_iter().map(|(question, answers)| {
        let asked = question.and_then(|at| document.posts.get(at));
        let title = document.title.as_deref().filter(|_| is_only);
        let mut thing = Thing { kind: "Question", ..asked.map(|post| said("Question", post)).unwrap_or_default() };
        thing.name = title.or(thing.text);
        thing.answer_count = Some(answers.len());
        thing.comment = question.map_or_else(|| std::mem::take(&mut homeless), &mut take);
        for at in answers {
            let Some(post) = document.posts.get(at) else { continue };
            let answer = Thing { comment: take(at), ..said("Answer", post) };
            // Of a list of questions each answer is the site's own.
            let is_accepted = post.accepted == Some(true) || kind == "FAQPage";
            if is_accepted && thing.accepted_answer.is_none() {
                thing.accepted_answer = Some(Box::new(answer));
            } else {
                thing.suggested_answer.push(answer);
            }
        }
        thing
    });
    let entities = match (kind, is_only) {
        ("QAPage", true) => things.next().map(|thing| Entities::One(Box::new(thing))),
        _ => Some(Entities::Many(things.collect())),
    };
    // Search engines take one question a page of answers.
    Thing { kind: if is_only { kind } else { "FAQPage" }, main_entity: entities, ..Thing::default() }
}

/// A first post and what others said to it.
fn thread<'a>(document: &'a Document, kind: &'static str) -> Thing<'a> {
    let Some((first, others)) = document.posts.split_first() else {
        return Thing { kind, name: document.title.as_deref(), ..Thing::default() };
    };
    let comments = others.iter().map(|post| comment(document, post, 0)).collect();
    let mut thing = Thing { headline: document.title.as_deref(), comment: comments, ..said(kind, first) };
    if kind == "Article" {
        thing.article_body = thing.text.take();
    }
    // Votes of something that is no comment are a statistic.
    thing.interaction_statistic = thing.upvote_count.take().map(|count| Likes {
        kind: "InteractionCounter",
        interaction_type: "https://schema.org/LikeAction",
        user_interaction_count: count,
    });
    thing
}

/// A chat, a transcript.
fn conversation(document: &Document) -> Thing<'_> {
    let parts = document.posts.iter().map(|post| Thing { upvote_count: None, ..said("Message", post) }).collect();
    Thing { kind: "Conversation", name: document.title.as_deref(), has_part: parts, ..Thing::default() }
}
