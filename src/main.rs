//! The command line: parse, run, exit status.
//!
//! Status: 0 all went well, 1 `check` has findings, 2 trouble, 130 `batch` was interrupted. A reader of our output who goes away is no trouble.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failed test is meant to stop"))]

mod cli;

use std::process::ExitCode;

use clap::Parser;
use cli::{Cli, Messages};

const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => return cli::answer(&answer),
    };
    let mut messages = Messages::new();
    let result = cli.command.execute(&mut messages);
    messages.stop();
    match result {
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            messages.trouble(&error);
            TROUBLE.into()
        }
        Ok(_) if messages.had_trouble() => TROUBLE.into(),
        Ok(outcome) => outcome.status().into(),
    }
}
