//! Packed files, as the bytes that were packed.

use std::fs::File;
use std::io::{self, BufReader, Chain, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bzip2::read::MultiBzDecoder;
use flate2::read::MultiGzDecoder;
use lzma_rust2::XzReader;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// gzip, of one member or many.
    Gzip,
    /// Zstandard, of one frame or many.
    Zstd,
    /// bzip2, of one stream or many.
    Bzip2,
    /// xz, of one stream or many.
    Xz,
}

/// From how many unpacked bytes on a file may be taken for a bomb, and how many of them for each packed one make it one. Text packs
/// to a fifth, at best and with much repetition to a thirtieth; below these bytes nothing is in danger.
const HARMLESS: u64 = 64 << 20;
const MOST: u64 = 64;

/// How much memory a file in xz may ask for, in KiB: twice what its highest level takes.
const XZ_MEMORY: u32 = 128 << 10;

/// How much is read at a time.
const BUFFER: usize = 1 << 16;

impl Packing {
    const ALL: [Self; 4] = [Self::Gzip, Self::Zstd, Self::Bzip2, Self::Xz];

    /// How the names of such files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Gzip => "gz",
            Self::Zstd => "zst",
            Self::Bzip2 => "bz2",
            Self::Xz => "xz",
        }
    }

    const fn magic(self) -> &'static [u8] {
        match self {
            Self::Gzip => &[0x1F, 0x8B, 8],
            Self::Zstd => &[0x28, 0xB5, 0x2F, 0xFD],
            Self::Bzip2 => b"BZh",
            Self::Xz => &[0xFD, b'7', b'z', b'X', b'Z', 0],
        }
    }

    /// The one that a name tells.
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|packing| packing.ending() == ending)
    }

    /// The one that the first bytes of a file tell, if it is packed.
    pub fn of_file(path: &Path) -> io::Result<Option<Self>> {
        Ok(Self::of_bytes(&head(&mut File::open(path)?)?))
    }

    /// The one that the first bytes tell.
    fn of_bytes(head: &[u8]) -> Option<Self> {
        let is_skippable = matches!(head, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..]);
        let told = Self::ALL.into_iter().find(|packing| head.starts_with(packing.magic()));
        told.or_else(|| is_skippable.then_some(Self::Zstd))
    }
}

/// The bytes of a file, or of the standard input, from `byte` of the unpacked ones on.
pub fn open(path: Option<&Path>, byte: u64) -> io::Result<Box<dyn Read + Send>> {
    open_counted(path, byte, &Arc::default())
}

/// The same, with a count of the bytes of the file that are read, packed as they are.
pub(super) fn open_counted(path: Option<&Path>, byte: u64, count: &Arc<AtomicU64>) -> io::Result<Box<dyn Read + Send>> {
    count.store(0, Ordering::Relaxed);
    let Some(path) = path else { return unpack_counted(io::stdin(), count) };
    let mut file = File::open(path)?;
    if byte > 0 && Packing::of_file(path)?.is_none() {
        file.seek(SeekFrom::Start(byte))?;
        count.store(byte, Ordering::Relaxed);
        return Ok(Box::new(Counted { reader: file, count: Arc::clone(count) }));
    }
    let mut reader = unpack_counted(file, count)?;
    io::copy(&mut reader.by_ref().take(byte), &mut io::sink())?;
    Ok(reader)
}

/// The bytes that were packed, whatever the packing, as the first bytes tell it; those of a plain file as they are.
///
/// A packed file that breaks off, or that grows past all measure when it is unpacked, is an error in its place.
pub fn unpack<R: Read + Send + 'static>(reader: R) -> io::Result<Box<dyn Read + Send>> {
    unpack_counted(reader, &Arc::default())
}

fn unpack_counted<R: Read + Send + 'static>(mut reader: R, count: &Arc<AtomicU64>) -> io::Result<Box<dyn Read + Send>> {
    let head = head(&mut reader)?;
    let packing = Packing::of_bytes(&head);
    let reader: Chain<_, R> = Cursor::new(head).chain(reader);
    let reader = Counted { reader, count: Arc::clone(count) };
    let Some(packing) = packing else { return Ok(Box::new(reader)) };
    let packed = Arc::clone(count);
    let reader = BufReader::with_capacity(BUFFER, reader);
    let reader: Box<dyn Read + Send> = match packing {
        Packing::Gzip => Box::new(MultiGzDecoder::new(reader)),
        Packing::Zstd => Box::new(zstd::Decoder::with_buffer(reader)?),
        Packing::Bzip2 => Box::new(MultiBzDecoder::new(reader)),
        Packing::Xz => Box::new(XzReader::new_mem_limit(reader, true, XZ_MEMORY)),
    };
    Ok(Box::new(Unpacked { reader, packing, packed, unpacked: 0 }))
}

/// As many bytes as it takes to tell a packing.
fn head(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    reader.by_ref().take(6).read_to_end(&mut head)?;
    Ok(head)
}

/// Whether so many bytes cannot be text, having been packed into so few.
pub(super) const fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > HARMLESS && unpacked / MOST > packed
}

/// A reader that tells how much was read.
struct Counted<R> {
    reader: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(out)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

struct Unpacked {
    reader: Box<dyn Read + Send>,
    packing: Packing,
    packed: Arc<AtomicU64>,
    unpacked: u64,
}

impl Read for Unpacked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let (ending, packed) = (self.packing.ending(), self.packed.load(Ordering::Relaxed));
        let read = self.reader.read(out).map_err(|error| match error.kind() {
            io::ErrorKind::Interrupted => error,
            kind => {
                io::Error::new(kind, format!("cannot unpack it ({ending}, before byte {packed} of the packed file): {error}"))
            }
        })?;
        self.unpacked += read as u64;
        if is_bomb(self.unpacked, packed) {
            let message = format!(
                "expected text that packs to no less than one part in {MOST}, but found {} bytes packed into {packed} ({ending}); if \
                 it is meant to be so, unpack it first",
                self.unpacked
            );
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(packing: Packing, text: &[u8]) -> Vec<u8> {
        match packing {
            Packing::Gzip => {
                let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
                packer.write_all(text).unwrap();
                packer.finish().unwrap()
            }
            Packing::Zstd => zstd::encode_all(text, 3).unwrap(),
            Packing::Bzip2 => {
                let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::new(6));
                packer.write_all(text).unwrap();
                packer.finish().unwrap()
            }
            // Made by `printf 'one\ntwo\n' | xz --check=crc32`, as the crate is taken without its encoder.
            Packing::Xz => XZ.to_vec(),
        }
    }

    const XZ: &[u8] = &[
        0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00, 0x01, 0x69, 0x22, 0xDE, 0x36, 0x02, 0x00, 0x21, 0x01, 0x16, 0x00, 0x00, 0x00,
        0x74, 0x2F, 0xE5, 0xA3, 0x01, 0x00, 0x07, 0x6F, 0x6E, 0x65, 0x0A, 0x74, 0x77, 0x6F, 0x0A, 0x00, 0xE6, 0x0B, 0xBA, 0x12,
        0x00, 0x01, 0x1C, 0x08, 0x44, 0x60, 0x2A, 0xC8, 0x90, 0x42, 0x99, 0x0D, 0x01, 0x00, 0x00, 0x00, 0x00, 0x01, 0x59, 0x5A,
    ];

    fn read(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        unpack(Cursor::new(bytes))?.read_to_end(&mut out)?;
        Ok(out)
    }

    #[test]
    fn members_are_read_one_after_the_other() {
        let text = b"one\ntwo\n";
        for packing in Packing::ALL {
            let one = packed(packing, text);
            assert_eq!(read(one.clone()).unwrap(), text, "{packing:?}");
            assert_eq!(read([&one[..], &one].concat()).unwrap(), text.repeat(2), "{packing:?}");
        }
        assert_eq!(read(text.to_vec()).unwrap(), text);
        assert_eq!(read(Vec::new()).unwrap(), b"");
    }

    #[test]
    fn what_breaks_off_is_an_error() {
        let text: Vec<u8> = (0..20_000_u32).flat_map(|n| format!("{}\n", n.wrapping_mul(2_654_435_761)).into_bytes()).collect();
        for packing in [Packing::Gzip, Packing::Zstd, Packing::Bzip2] {
            let mut bytes = packed(packing, &text);
            bytes.truncate(bytes.len() / 2);
            let error = read(bytes).unwrap_err().to_string();
            assert!(error.starts_with(&format!("cannot unpack it ({}, before byte ", packing.ending())), "{error}");
        }
    }

    #[test]
    fn bombs_are_refused_and_repetition_is_not() {
        let bomb = packed(Packing::Zstd, &vec![b' '; 100 << 20]);
        let error = read(bomb).unwrap_err().to_string();
        assert!(error.starts_with("expected text that packs to no less than one part in 64, but found 6"), "{error}");
        let small = b"the same line again\n".repeat(100_000);
        assert_eq!(read(packed(Packing::Gzip, &small)).unwrap(), small);
    }
}
