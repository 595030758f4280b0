//! What the tags of HTML mean for building the tree and for laying out its text.

/// What a tag means; several may hold.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits(u16);

impl Traits {
    /// Never has an end tag.
    pub(super) const VOID: Self = Self(1);
    /// Stands on lines of its own.
    pub(super) const BLOCK: Self = Self(1 << 1);
    /// With an empty line around it.
    pub(super) const SPACED: Self = Self(1 << 2);
    /// Closes an open paragraph.
    pub(super) const CLOSES_P: Self = Self(1 << 3);
    /// What stands in it is not shown.
    pub(super) const HIDDEN: Self = Self(1 << 4);
    /// End tags of others do not reach out of it.
    pub(super) const SCOPE: Self = Self(1 << 5);
    /// A run of text: its end tag does not close the blocks that stand in it.
    pub(super) const INLINE: Self = Self(1 << 6);
    /// White space in it counts.
    pub(super) const VERBATIM: Self = Self(1 << 7);
    /// Bounds the parts of a table.
    pub(super) const TABLE: Self = Self(1 << 8);
    /// A page may begin with it.
    pub(super) const OPENS_PAGE: Self = Self(1 << 9);

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const BLOCK: Traits = Traits::BLOCK.and(Traits::CLOSES_P);
const SPACED: Traits = BLOCK.and(Traits::SPACED);

/// What the tag `name`, in lower case, means. An unknown one is a run of text.
pub(super) fn traits(name: &str) -> Traits {
    match name {
        "html" | "body" => Traits::BLOCK.and(Traits::OPENS_PAGE),
        // No script runs here, so what stands for one is the page.
        "noscript" => Traits::SCOPE,
        "div" | "article" | "main" | "section" => BLOCK.and(Traits::OPENS_PAGE),
        "address" | "aside" | "center" | "details" | "dialog" | "dir" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hgroup" | "nav" | "search" | "summary" | "li" | "dt" | "dd" => BLOCK,
        "legend" | "optgroup" | "option" | "tr" | "tbody" | "thead" | "tfoot" => Traits::BLOCK,
        "p" => SPACED.and(Traits::OPENS_PAGE),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => SPACED.and(Traits::OPENS_PAGE),
        "ul" | "ol" | "dl" | "menu" | "blockquote" => SPACED,
        "pre" | "listing" | "xmp" | "plaintext" => SPACED.and(Traits::VERBATIM),
        "table" => SPACED.and(Traits::SCOPE).and(Traits::TABLE).and(Traits::OPENS_PAGE),
        "caption" => Traits::BLOCK.and(Traits::SCOPE),
        "td" | "th" => Traits::SCOPE,
        "hr" => SPACED.and(Traits::VOID),
        "head" => Traits::HIDDEN.and(Traits::OPENS_PAGE).and(Traits::BLOCK),
        "meta" | "link" => Traits::VOID.and(Traits::OPENS_PAGE),
        "br" | "img" | "input" | "wbr" | "area" | "base" | "basefont" | "bgsound" | "col" | "embed" | "frame" | "keygen"
        | "param" | "source" | "track" => Traits::VOID,
        "script" | "style" | "title" => Traits::HIDDEN.and(Traits::OPENS_PAGE),
        "template" | "iframe" | "noembed" | "noframes" | "textarea" | "select" | "datalist" | "audio" | "video" | "canvas"
        | "object" | "applet" | "svg" | "rp" => Traits::HIDDEN.and(Traits::SCOPE),
        "button" | "marquee" => Traits::SCOPE,
        _ => Traits::INLINE,
    }
}

/// Whether a text that begins with this tag is a page.
pub(super) fn opens_page(name: &str) -> bool {
    traits(name).has(Traits::OPENS_PAGE)
}

/// The open elements that a start tag closes first, and the ones beyond which it does not look.
pub(super) fn closes(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["td", "th", "tr", "caption"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["td", "th", "tr", "caption", "tbody", "thead", "tfoot"], &["table"]),
        "option" | "optgroup" => (&["option"], &["select"]),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            (&["h1", "h2", "h3", "h4", "h5", "h6"], &["div", "section", "article", "body"])
        }
        "body" => (&["head"], &[]),
        "rt" | "rp" => (&["rt", "rp"], &["ruby"]),
        _ => (&[], &[]),
    }
}
