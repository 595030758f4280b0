//! Stub until the room lands.
#![allow(missing_docs, dead_code)]
use crate::text::Span;
#[derive(Default)] pub struct Tree { pub kind: Kind, pub title: Option<Span>, pub declared_answers: Option<u32>, pub posts: Vec<Post>, pub dropped: Vec<Dropped> , pub warnings: Vec<Warning> }
#[derive(Default)] pub enum Kind { #[default] Other }
impl Kind { pub fn as_str(&self) -> &'static str { "other" } }
#[derive(Clone, Copy, PartialEq, Eq)] pub enum Role { Question, Answer }
impl Role { pub fn as_str(&self) -> &'static str { "answer" } }
pub struct Post { pub role: Role, pub span: Span, pub author: Option<Span>, pub date: Option<Span>, pub score: Option<i64>, pub accepted: Option<bool>, pub parent: Option<usize>, pub sections: Vec<Section> }
pub struct Section { pub heading: Option<Span>, pub level: u32, pub blocks: Vec<Block> }
pub struct Block { pub kind: Kind, pub label: Option<Span>, pub text: Span, pub joined: Option<String> }
pub struct Dropped { pub span: Span, pub reason: Kind }
pub struct Warning; impl Warning { pub fn code(&self) -> &'static str { "" } }
impl std::fmt::Display for Warning { fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) } }
pub fn parse(_: &str) -> Tree { Tree::default() }
