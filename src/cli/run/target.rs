//! Files and the standard output, as documents come to them one after the other.

use std::io::{BufWriter, StdoutLock, Write};
use std::path::PathBuf;

use unspoof::{Error, escape};

use super::Plan;
use crate::cli::items::{Done, Part};
use crate::cli::output::Atomic;

/// Where documents go, while they go there.
pub(super) enum Target {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// `any`: whether an input has been read; a file of nothing but failures is not made.
    File {
        file: Atomic,
        any: bool,
    },
    Folder {
        path: PathBuf,
        open: Option<Atomic>,
    },
}

impl Target {
    pub(super) fn take(&mut self, plan: &Plan<'_>, done: &Done<'_>) -> Result<(), Error> {
        let Some(out) = &done.out else { return Ok(()) };
        match self {
            Self::Stdout(stdout) => stdout.write_all(&escape::for_stdout(out))?,
            Self::File { file, any } => {
                *any = true;
                file.write_all(out)?;
            }
            Self::Folder { path, open } => {
                let mut file = match open.take() {
                    Some(file) => file,
                    None => Atomic::create(&plan.file_for(path, done.input))?,
                };
                file.write_all(out)?;
                match done.part {
                    Part::Rows => *open = Some(file),
                    Part::Whole | Part::End => file.commit()?,
                }
            }
        }
        Ok(())
    }

    pub(super) fn close(self) -> Result<(), Error> {
        match self {
            Self::Stdout(mut stdout) => Ok(stdout.flush()?),
            Self::File { file, any: true } => file.commit(),
            Self::File { .. } | Self::Folder { .. } => Ok(()),
        }
    }
}
