//! `unspoof schema`, `completions` and `man`: what the program says of itself.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;
use clap_mangen::Man;
use unspoof::Error;
use unspoof::check::CONFIG_SCHEMA;
use unspoof::document::JSON_SCHEMA;

use super::output::Atomic;
use super::{Outcome, command};

/// Print the JSON Schema of the documents that `run` writes, or of the configuration of `check`
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Print the schema of the configuration file
    #[arg(long)]
    config: bool,
}

/// Print the completion script of a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof completions bash > ~/.local/share/bash-completion/completions/unspoof
  unspoof completions fish > ~/.config/fish/completions/unspoof.fish
  unspoof completions zsh > \"${fpath[1]}/_unspoof\"")]
pub struct CompletionsArgs {
    /// Which shell
    shell: Shell,
}

/// Print the manual page, or write one for each subcommand into a folder
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof man | man -l -
  unspoof man ~/.local/share/man/man1")]
pub struct ManArgs {
    /// The folder to write into
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl SchemaArgs {
    pub fn execute(&self) -> Result<Outcome, Error> {
        print(if self.config { CONFIG_SCHEMA } else { JSON_SCHEMA }.as_bytes())
    }
}

impl CompletionsArgs {
    pub fn execute(&self) -> Result<Outcome, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command(), "unspoof", &mut script);
        print(&script)
    }
}

impl ManArgs {
    pub fn execute(&self) -> Result<Outcome, Error> {
        let mut whole = command();
        whole.build();
        let Some(folder) = &self.folder else {
            return print(&page(whole)?);
        };
        std::fs::create_dir_all(folder).map_err(|error| Error::cannot_at("write into", folder, &error))?;
        let parts = whole.get_subcommands().map(|part| part.clone().display_name(format!("unspoof-{}", part.get_name())));
        for part in parts.chain([whole.clone()]) {
            let file = folder.join(format!("{}.1", part.get_display_name().unwrap_or("unspoof")));
            let mut out = Atomic::create(&file)?;
            out.write_all(&page(part)?)?;
            out.commit()?;
        }
        Ok(Outcome::Fine)
    }
}

fn page(command: clap::Command) -> Result<Vec<u8>, Error> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}

fn print(bytes: &[u8]) -> Result<Outcome, Error> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()?;
    Ok(Outcome::Fine)
}
