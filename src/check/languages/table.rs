//! The table itself.

use super::{Body, Language, Quote, Special};

const fn quote(mark: &'static str) -> Quote {
    Quote { open: mark, close: mark, escape: Some('\\'), long: false }
}

const fn long(mark: &'static str) -> Quote {
    Quote { open: mark, close: mark, escape: Some('\\'), long: true }
}

/// Where a doubled mark stands for itself: two strings side by side say the same.
const fn doubled(mark: &'static str) -> Quote {
    Quote { open: mark, close: mark, escape: None, long: false }
}

const fn raw(open: &'static str, close: &'static str) -> Quote {
    Quote { open, close, escape: None, long: true }
}

const C_BLOCK: &[(&str, &str)] = &[("/*", "*/")];
const BOTH: &[Quote] = &[quote("\""), quote("'")];
const DOUBLE: &[Quote] = &[quote("\"")];
const TRIPLE: &[Quote] = &[long("\"\"\""), long("'''"), quote("\""), quote("'")];
const SHELL: &[Quote] = &[long("\""), raw("'", "'"), long("`")];
const LISP: &[Quote] = &[long("\"")];

/// What every row shares unless it says otherwise.
const BASE: Language = Language {
    id: "",
    endings: &[],
    names: &[],
    line_comments: &[],
    block_comments: &[],
    nested: false,
    quotes: BOTH,
    special: Special::None,
    body: Body::Code,
    is_strict: false,
    is_symbolic: false,
    breaks_lines: false,
    returns: false,
};

const C: Language = Language { line_comments: &["//"], block_comments: C_BLOCK, ..BASE };
const HASH: Language = Language { line_comments: &["#"], ..BASE };
const TEXT: Language = Language { quotes: &[], body: Body::Prose, ..BASE };

/// Sentences and nothing else.
static PLAIN: Language = Language { id: "text", endings: &["txt", "text", "log", "srt", "vtt"], ..TEXT };

/// What is in none of these languages: words, as far as anybody knows.
pub static UNKNOWN: Language = Language { id: "unknown", ..TEXT };

/// A message to a version control system.
static MESSAGE: Language = Language {
    id: "commit-message",
    names: &["COMMIT_EDITMSG", "MERGE_MSG", "TAG_EDITMSG", "SQUASH_MSG"],
    body: Body::Message,
    ..TEXT
};

/// All of them. The first row that fits a name counts.
pub static LANGUAGES: &[&Language] = &[
    &PLAIN,
    &MESSAGE,
    &Language { id: "markdown", endings: &["md", "markdown", "mdx", "mkd", "qmd", "rmd"], body: Body::Markdown, ..TEXT },
    &Language { id: "restructuredtext", endings: &["rst", "rest"], ..TEXT },
    &Language { id: "asciidoc", endings: &["adoc", "asciidoc"], line_comments: &["//"], ..TEXT },
    &Language { id: "org", endings: &["org"], ..TEXT },
    &Language { id: "tex", endings: &["tex", "sty", "cls", "bib"], line_comments: &["%"], ..TEXT },
    &Language { id: "csv", endings: &["csv", "tsv"], ..TEXT },
    &Language {
        id: "html",
        endings: &[
            "html", "htm", "xhtml", "vue", "svelte", "astro", "xml", "xsd", "xsl", "xslt", "svg", "xaml", "plist", "rss", "resx",
            "csproj", "vbproj", "props", "ts.xml", "xlf", "xliff",
        ],
        block_comments: &[("<!--", "-->")],
        body: Body::Markup,
        ..BASE
    },
    &Language { id: "rust", endings: &["rs"], nested: true, quotes: &[long("\"")], special: Special::Rust, is_strict: true, ..C },
    &Language {
        id: "c++",
        endings: &[
            "c",
            "h",
            "cc",
            "cpp",
            "cxx",
            "c++",
            "hh",
            "hpp",
            "hxx",
            "ipp",
            "inl",
            "ino",
            "cu",
            "cuh",
            "m",
            "mm",
            "proto",
            "thrift",
            "fbs",
            "cl",
            "glsl",
            "hlsl",
            "vert",
            "frag",
            "metal",
            "wgsl",
            "objc",
            "objective-c",
        ],
        special: Special::Cpp,
        is_strict: true,
        returns: true,
        ..C
    },
    &Language {
        id: "c#",
        endings: &["cs", "csx", "csharp"],
        quotes: &[raw("\"\"\"", "\"\"\""), raw("@\"", "\""), raw("$@\"", "\""), raw("@$\"", "\""), quote("\""), quote("'")],
        is_strict: true,
        breaks_lines: true,
        returns: true,
        ..C
    },
    &Language {
        id: "java",
        endings: &["java", "groovy", "gradle", "jsp", "bsh"],
        names: &["Jenkinsfile"],
        quotes: TRIPLE,
        is_strict: true,
        returns: true,
        ..C
    },
    &Language {
        id: "kotlin",
        endings: &["kt", "kts"],
        nested: true,
        quotes: &[raw("\"\"\"", "\"\"\""), quote("\""), quote("'")],
        is_strict: true,
        returns: true,
        ..C
    },
    &Language {
        id: "scala",
        endings: &["scala", "sc", "sbt"],
        nested: true,
        quotes: &[raw("\"\"\"", "\"\"\""), quote("\"")],
        special: Special::Prime,
        ..C
    },
    &Language { id: "go", endings: &["go", "golang"], quotes: &[raw("`", "`"), quote("\""), quote("'")], is_strict: true, ..C },
    &Language {
        id: "swift",
        endings: &["swift"],
        nested: true,
        quotes: &[long("\"\"\""), quote("\"")],
        special: Special::Swift,
        is_strict: true,
        returns: true,
        ..C
    },
    &Language {
        id: "javascript",
        endings: &["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "javascript", "typescript", "qml", "as"],
        names: &["node", "deno", "bun"],
        quotes: &[long("`"), quote("\""), quote("'")],
        special: Special::Regex,
        breaks_lines: true,
        returns: true,
        ..C
    },
    &Language {
        id: "python",
        endings: &["py", "pyi", "pyw", "pyx", "python", "python3", "pyt", "bzl", "star"],
        names: &["python", "python2", "python3", "BUILD", "BUILD.bazel", "WORKSPACE", "SConstruct"],
        quotes: TRIPLE,
        is_strict: true,
        returns: true,
        ..HASH
    },
    &Language {
        id: "ruby",
        endings: &["rb", "rake", "gemspec", "ruby", "erb", "podspec"],
        names: &["ruby", "config.ru", "Rakefile", "Gemfile", "Vagrantfile", "Podfile", "Fastfile", "Brewfile"],
        block_comments: &[("\n=begin", "\n=end")],
        quotes: &[long("\""), long("'"), long("`")],
        special: Special::Ruby,
        is_strict: true,
        ..HASH
    },
    &Language {
        id: "perl",
        endings: &["pl", "pm", "t", "perl", "raku"],
        names: &["perl"],
        block_comments: &[("\n=pod", "\n=cut"), ("\n=head", "\n=cut")],
        special: Special::Ruby,
        ..HASH
    },
    &Language {
        id: "php",
        endings: &["php", "phtml", "php5", "phps"],
        names: &["php"],
        line_comments: &["//", "#"],
        quotes: &[long("\""), long("'")],
        special: Special::Php,
        returns: true,
        ..C
    },
    &Language {
        id: "shell",
        endings: &["sh", "bash", "zsh", "ksh", "fish", "shell", "console", "env", "ebuild", "bats"],
        names: &[
            "sh",
            "bash",
            "zsh",
            "dash",
            "ksh",
            "fish",
            ".bashrc",
            ".profile",
            ".zshrc",
            ".bash_profile",
            "PKGBUILD",
            "configure",
        ],
        quotes: SHELL,
        special: Special::Heredoc,
        ..HASH
    },
    &Language {
        id: "powershell",
        endings: &["ps1", "psm1", "psd1", "powershell"],
        names: &["pwsh"],
        block_comments: &[("<#", "#>")],
        quotes: &[
            raw("@\"", "\"@"),
            raw("@'", "'@"),
            Quote { open: "\"", close: "\"", escape: Some('`'), long: true },
            doubled("'"),
        ],
        returns: true,
        ..HASH
    },
    &Language {
        id: "batch",
        endings: &["bat", "cmd"],
        line_comments: &["::", "rem ", "REM ", "@rem "],
        quotes: &[doubled("\"")],
        ..BASE
    },
    &Language {
        id: "lua",
        endings: &["lua", "luau", "rockspec"],
        names: &["lua", "luajit"],
        line_comments: &["--"],
        special: Special::Lua,
        is_strict: true,
        returns: true,
        ..BASE
    },
    &Language {
        id: "sql",
        endings: &["sql", "ddl", "pgsql", "plsql", "mysql"],
        line_comments: &["--"],
        block_comments: C_BLOCK,
        quotes: &[raw("'", "'"), doubled("\""), doubled("`")],
        special: Special::Sql,
        ..BASE
    },
    &Language {
        id: "haskell",
        endings: &["hs", "lhs", "elm", "purs", "idr", "haskell"],
        line_comments: &["--"],
        block_comments: &[("{-", "-}")],
        nested: true,
        quotes: DOUBLE,
        special: Special::Prime,
        ..BASE
    },
    &Language {
        id: "agda",
        endings: &["agda", "lean"],
        line_comments: &["--"],
        block_comments: &[("{-", "-}"), ("/-", "-/")],
        nested: true,
        quotes: DOUBLE,
        special: Special::Prime,
        is_symbolic: true,
        ..BASE
    },
    &Language {
        id: "ocaml",
        endings: &["ml", "mli", "sml", "ocaml"],
        block_comments: &[("(*", "*)")],
        nested: true,
        quotes: &[long("\"")],
        special: Special::Prime,
        ..BASE
    },
    &Language {
        id: "f#",
        endings: &["fs", "fsi", "fsx", "fsharp"],
        line_comments: &["//"],
        block_comments: &[("(*", "*)")],
        nested: true,
        quotes: &[long("\"\"\""), raw("@\"", "\""), long("\"")],
        special: Special::Prime,
        ..BASE
    },
    &Language {
        id: "coq",
        endings: &["v", "coq"],
        line_comments: &["//"],
        block_comments: &[("(*", "*)"), ("/*", "*/")],
        quotes: DOUBLE,
        special: Special::Prime,
        ..BASE
    },
    &Language { id: "elixir", endings: &["ex", "exs", "eex", "heex", "elixir"], names: &["elixir"], quotes: TRIPLE, ..HASH },
    &Language { id: "erlang", endings: &["erl", "hrl", "erlang"], names: &["escript"], line_comments: &["%"], ..BASE },
    &Language {
        id: "julia",
        endings: &["jl", "julia"],
        names: &["julia"],
        block_comments: &[("#=", "=#")],
        nested: true,
        quotes: &[long("\"\"\""), long("\"")],
        special: Special::Prime,
        ..HASH
    },
    &Language { id: "r", endings: &["r", "rprofile"], names: &["Rscript"], quotes: &[long("\""), long("'")], ..HASH },
    &Language {
        id: "matlab",
        endings: &["mat", "matlab", "octave"],
        line_comments: &["%", "#"],
        quotes: &[doubled("\""), doubled("'")],
        ..BASE
    },
    &Language { id: "dart", endings: &["dart"], nested: true, quotes: TRIPLE, is_strict: true, returns: true, ..C },
    &Language { id: "solidity", endings: &["sol", "solidity", "vy", "move", "cairo"], is_strict: true, ..C },
    &Language { id: "zig", endings: &["zig", "zon"], line_comments: &["//"], is_strict: true, ..BASE },
    &Language {
        id: "nim",
        endings: &["nim", "nims"],
        block_comments: &[("#[", "]#")],
        nested: true,
        quotes: &[raw("\"\"\"", "\"\"\""), quote("\""), quote("'")],
        ..HASH
    },
    &Language { id: "crystal", endings: &["cr"], quotes: &[long("\""), quote("'"), long("`")], special: Special::Ruby, ..HASH },
    &Language {
        id: "d",
        endings: &["d", "di"],
        block_comments: &[("/*", "*/"), ("/+", "+/")],
        quotes: &[raw("`", "`"), long("\""), quote("'")],
        ..C
    },
    &Language {
        id: "assembly",
        endings: &["asm", "s", "nasm", "a51"],
        line_comments: &[";", "#", "//", "@"],
        block_comments: C_BLOCK,
        ..BASE
    },
    &Language {
        id: "wat",
        endings: &["wat", "wast"],
        line_comments: &[";;"],
        block_comments: &[("(;", ";)")],
        quotes: DOUBLE,
        ..BASE
    },
    &Language { id: "css", endings: &["css"], block_comments: C_BLOCK, ..BASE },
    &Language { id: "scss", endings: &["scss", "sass", "less", "styl"], ..C },
    &Language {
        id: "lisp",
        endings: &["lisp", "lsp", "el", "clj", "cljs", "cljc", "edn", "scm", "ss", "rkt", "fnl", "hy", "clojure", "scheme"],
        line_comments: &[";"],
        block_comments: &[("#|", "|#")],
        nested: true,
        quotes: LISP,
        ..BASE
    },
    &Language {
        id: "fortran",
        endings: &["f", "f90", "f95", "f03", "f08", "for"],
        line_comments: &["!"],
        quotes: &[doubled("\""), doubled("'")],
        ..BASE
    },
    &Language {
        id: "pascal",
        endings: &["pas", "dpr", "pp", "lpr", "delphi"],
        line_comments: &["//"],
        block_comments: &[("{", "}"), ("(*", "*)")],
        quotes: &[doubled("'")],
        ..BASE
    },
    &Language {
        id: "ada",
        endings: &["adb", "ads", "vhd", "vhdl"],
        line_comments: &["--"],
        quotes: &[doubled("\"")],
        special: Special::Prime,
        ..BASE
    },
    &Language {
        id: "visual-basic",
        endings: &["vb", "vbs", "bas", "frm"],
        line_comments: &["'", "REM "],
        quotes: &[doubled("\"")],
        returns: true,
        ..BASE
    },
    &Language { id: "1c", endings: &["bsl", "os"], line_comments: &["//"], quotes: &[raw("\"", "\"")], ..BASE },
    &Language { id: "verilog", endings: &["sv", "svh", "vh"], quotes: DOUBLE, ..C },
    &Language { id: "prolog", endings: &["pro", "prolog"], line_comments: &["%"], block_comments: C_BLOCK, ..BASE },
    &Language { id: "vim", endings: &["vim"], names: &[".vimrc"], line_comments: &["\""], quotes: &[doubled("'")], ..BASE },
    &Language {
        id: "terraform",
        endings: &["tf", "tfvars", "hcl", "nomad"],
        line_comments: &["#", "//"],
        quotes: DOUBLE,
        special: Special::Heredoc,
        ..C
    },
    &Language { id: "nix", endings: &["nix"], block_comments: C_BLOCK, quotes: &[raw("''", "''"), long("\"")], ..HASH },
    &Language { id: "graphql", endings: &["graphql", "gql"], quotes: &[long("\"\"\""), quote("\"")], returns: true, ..HASH },
    &Language { id: "awk", endings: &["awk"], names: &["awk", "gawk"], quotes: DOUBLE, ..HASH },
    &Language { id: "tcl", endings: &["tcl"], names: &["tclsh", "wish"], quotes: DOUBLE, ..HASH },
    &Language { id: "make", endings: &["mk", "mak"], names: &["Makefile", "makefile", "GNUmakefile"], ..HASH },
    &Language {
        id: "cmake",
        endings: &["cmake"],
        names: &["CMakeLists.txt"],
        block_comments: &[("#[[", "]]")],
        quotes: &[long("\"")],
        ..HASH
    },
    &Language { id: "dockerfile", endings: &["dockerfile"], names: &["Dockerfile", "Containerfile"], ..HASH },
    &Language {
        id: "json",
        endings: &["json", "jsonc", "json5", "geojson", "ipynb", "webmanifest", "jsonl", "ndjson", "avsc", "map"],
        body: Body::Prose,
        ..C
    },
    &Language {
        id: "yaml",
        endings: &["yaml", "yml"],
        names: &[".clang-format"],
        line_comments: &[" #", "\n#"],
        quotes: &[],
        body: Body::Prose,
        returns: true,
        ..BASE
    },
    &Language { id: "toml", endings: &["toml"], names: &["Cargo.lock", "poetry.lock", "uv.lock"], quotes: TRIPLE, ..HASH },
    &Language {
        id: "ini",
        endings: &["ini", "cfg", "conf", "properties", "desktop", "service", "editorconfig"],
        names: &[".gitconfig", ".gitignore", ".gitattributes", ".editorconfig"],
        line_comments: &["\n#", "\n;"],
        quotes: &[],
        body: Body::Prose,
        ..BASE
    },
    &Language { id: "gettext", endings: &["po", "pot"], line_comments: &["\n#"], quotes: DOUBLE, body: Body::Prose, ..BASE },
];
