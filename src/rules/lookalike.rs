//! Stub.
use super::{Line, Page, Rule, Sink};
use crate::unicode::Classes;
/// Stub.
pub struct Lookalike;
impl Rule for Lookalike {
    fn id(&self) -> &'static str { "lookalike" }
    fn page(&self) -> &'static Page { &Page { repairs: "", leaves_alone: "", finds: "", why: "", example: ("", ""), leaves: "" } }
    fn watches(&self) -> Classes { Classes::default() }
    fn find(&self, _: &Line<'_>, _: &mut Sink) {}
}
