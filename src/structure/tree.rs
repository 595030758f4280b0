//! What comes out: posts, their sections and blocks, and what was left out of them.
use crate::text::Span;

/// A whole pasted text, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// What kind of page it is.
    pub kind: Kind,
    /// The line that names the whole document.
    pub title: Option<Span>,
    /// The N of a line "N Answers".
    pub declared_answers: Option<u32>,
    /// Posts in the order of the text; their spans are sorted and disjoint.
    pub posts: Vec<Post>,
    /// What belongs to no post, and marks inside posts; sorted by position.
    pub dropped: Vec<Dropped>,
    /// What does not add up.
    pub warnings: Vec<Warning>,
}

impl Tree {
    /// What `post` says: its slice without the pieces dropped inside it.
    pub fn said(&self, post: &Post, text: &str) -> String {
        let mut out = String::with_capacity(post.span.len());
        let mut at = post.span.start;
        let first = self.dropped.partition_point(|d| d.span.start < post.span.start);
        for piece in self.dropped.get(first..).unwrap_or(&[]) {
            if piece.span.end > post.span.end {
                break;
            }
            out.push_str(Span::new(at, piece.span.start).of(text));
            at = at.max(piece.span.end);
        }
        out.push_str(Span::new(at, post.span.end).of(text));
        out.trim().to_owned()
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// The name used in output.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

named! {
    /// What kind of page the text was.
    Kind {
        /// One question with its answers.
        Qa = "qa",
        /// Several questions, each with its answer.
        Faq = "faq",
        /// A thread of messages, mail included.
        Forum = "forum",
        /// One text by one author.
        Article = "article",
        /// A transcript, a chat, a poem.
        Other = "other",
    }
}

named! {
    /// What a post is in its page.
    Role {
        /// What was asked.
        Question = "question",
        /// What was answered.
        Answer = "answer",
        /// A remark on another post.
        Comment = "comment",
        /// A message of a thread, a turn of a conversation.
        Post = "post",
        /// The text of an article.
        Article = "article",
    }
}

/// What one person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// What it is in its page.
    pub role: Role,
    /// From the first to the last character that was said.
    pub span: Span,
    /// The name, mostly outside `span`.
    pub author: Option<Span>,
    /// The date phrase alone, mostly outside `span`.
    pub date: Option<Span>,
    /// Votes or points shown beside it.
    pub score: Option<i64>,
    /// `Some(true)` where the text marks it as chosen.
    pub accepted: Option<bool>,
    /// Index of the post that it answers or comments on.
    pub parent: Option<usize>,
    /// Its text under its headings.
    pub sections: Vec<Section>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Without marks, number and final colon. None: the text before the first heading.
    pub heading: Option<Span>,
    /// 0 without a heading, else from 1.
    pub level: u32,
    /// The blocks in order.
    pub blocks: Vec<Block>,
}

named! {
    /// What a block is.
    BlockKind {
        /// Running text.
        Paragraph = "paragraph",
        /// An entry of a list, or "Label: text".
        Item = "item",
        /// Text whose line layout matters.
        Code = "code",
        /// Somebody else's words.
        Quote = "quote",
        /// Rows of cells.
        Table = "table",
    }
}

/// The smallest piece of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The label of "Label: text", or the person quoted.
    pub label: Option<Span>,
    /// From the first to the last character of its own text.
    pub text: Span,
    /// The text, where it is not simply the slice: wrapped lines joined, quote marks removed.
    pub joined: Option<String>,
}

impl Block {
    /// Its text.
    pub fn said<'a>(&'a self, text: &'a str) -> &'a str {
        self.joined.as_deref().unwrap_or_else(|| self.text.of(text))
    }
}

named! {
    /// Why a piece of the text is no post's text.
    DropReason {
        /// "2 Answers".
        AnswerCount = "answer_count",
        /// Who did what when.
        Attribution = "attribution",
        /// A number of votes.
        Vote = "vote",
        /// A mark that the answer was chosen.
        Accepted = "accepted",
        /// Something to click.
        Button = "button",
        /// Menus, links to other pages, notices.
        Navigation = "navigation",
        /// A rank, a number of points, a fact about a member.
        Badge = "badge",
        /// Views, shares, replies.
        Counter = "counter",
        /// "Q:", a bullet, a quote sign, a fence.
        Mark = "mark",
        /// A line drawn, or an ornament.
        Separator = "separator",
        /// Tags of a question.
        Tag = "tag",
        /// The title, where it is not a post's text.
        Title = "title",
    }
}

/// A piece of the text that is no post's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Where it stands.
    pub span: Span,
    /// Why it was left out.
    pub reason: DropReason,
}

named! {
    /// What does not add up.
    WarningKind {
        /// The text announces another number of answers than were found.
        AnswerCountMismatch = "answer_count_mismatch",
    }
}

/// Something that does not add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is.
    pub kind: WarningKind,
    /// What the text announces.
    pub declared: u32,
    /// What was found.
    pub found: u32,
}
