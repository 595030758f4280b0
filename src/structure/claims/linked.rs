//! JSON-LD: the claims of its scripts, whatever graph they stand in.
use super::{Claim, Claims, MOST, Said};
use crate::{
    markup::{Layout, Markup},
    structure::tree::{Kind, Role},
};
use serde_json::Value;

/// How deep comments on comments are read.
const DEEPEST: usize = 32;
/// Keys under which other items stand.
const NESTED: [&str; 3] = ["@graph", "mainEntity", "mainEntityOfPage"];

/// The claims of the first script that makes any.
pub(super) fn read(layout: &Layout) -> Option<Claims> {
    layout.linked_data.iter().find_map(|script| page(&serde_json::from_str(script).ok()?, 0))
}

/// The item within `value` that says what the page is.
fn page(value: &Value, depth: usize) -> Option<Claims> {
    if let Value::Array(all) = value {
        return all.iter().filter(|_| depth < DEEPEST).find_map(|item| page(item, depth + 1));
    }
    let mut claims = Claims { claims: Vec::new(), kind: Kind::Qa, title: None, shown: Vec::new() };
    if is(value, &["FAQPage"]) {
        claims.kind = Kind::Faq;
        items(value, "mainEntity").for_each(|question| claims.question(question));
    } else if let Some(question) = items(value, "mainEntity").find(|_| is(value, &["QAPage"])) {
        claims.title = string(question, "name");
        claims.question(question);
    } else if is(value, &["DiscussionForumPosting", "SocialMediaPosting"]) {
        claims.kind = Kind::Forum;
        claims.title = string(value, "headline").or_else(|| string(value, "name"));
        claims.post(value, Role::Post, None, 0);
    }
    if !claims.claims.is_empty() {
        return Some(claims);
    }
    NESTED.iter().filter(|_| depth < DEEPEST).find_map(|key| page(value.get(key)?, depth + 1))
}

impl Claims {
    /// A question with its answers.
    fn question(&mut self, question: &Value) {
        let at = self.claims.len();
        self.post(question, Role::Question, None, 0);
        if self.claims.len() == at {
            return;
        }
        for key in ["acceptedAnswer", "suggestedAnswer"] {
            items(question, key).for_each(|answer| self.post(answer, Role::Answer, Some(at), 0));
        }
    }

    /// A post with the comments on it.
    fn post(&mut self, value: &Value, role: Role, parent: Option<usize>, depth: usize) {
        let words = ["text", "articleBody", "description", "name"].iter().find_map(|key| string(value, key));
        // The words of a list's question are its name, and its text, if any, is another.
        let words = if self.kind == Kind::Faq && role == Role::Question { string(value, "name").or(words) } else { words };
        let Some(words) = words.filter(|_| self.claims.len() < MOST && depth < DEEPEST) else { return };
        let author = items(value, "author").find_map(|who| text(who).or_else(|| string(who, "name")));
        let date = ["dateCreated", "datePublished"].iter().find_map(|key| string(value, key));
        let at = self.claims.len();
        self.claims.push(Claim { role, said: Said::Words(words), author, date, parent });
        for comment in items(value, "comment") {
            // Messages of a flat thread are claimed as comments, too: only below another one it is one.
            let (role, parent) = match (self.kind, depth) {
                (Kind::Forum, 0) => (Role::Post, None),
                _ => (Role::Comment, Some(at)),
            };
            self.post(comment, role, parent, depth + 1);
        }
    }
}

/// Whether an item has one of these types.
fn is(item: &Value, types: &[&str]) -> bool {
    let named = |value: &Value| value.as_str().and_then(|t| t.rsplit(['/', ':']).next()).is_some_and(|t| types.contains(&t));
    match item.get("@type") {
        Some(Value::Array(all)) => all.iter().any(named),
        Some(one) => named(one),
        None => false,
    }
}

/// The one value of a key, or all of them.
fn items<'a>(item: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    match item.get(key) {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
    .iter()
}

fn string(item: &Value, key: &str) -> Option<String> {
    text(item.get(key)?)
}

/// A text as it reads: many hold tags.
fn text(value: &Value) -> Option<String> {
    let said = value.as_str()?;
    let said = if said.contains(['<', '&']) { Markup::Html.read(said).text } else { said.to_owned() };
    (!said.trim().is_empty()).then(|| said.trim().to_owned())
}
