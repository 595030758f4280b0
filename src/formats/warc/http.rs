//! What a server answered: the page in it, without the wrapping of HTTP.
//!
//! Headers tell what a server sent, not always what a crawler kept: many undo the wrapping and leave the headers. So they are
//! believed as far as the bytes agree, and the length that they name is not.

use std::borrow::Cow;
use std::io::Read;

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, GzDecoder, ZlibDecoder};
use memchr::{memchr, memchr_iter};

use super::headers::{Headers, is_field};
use super::record::Page;

/// How often a body may be wrapped: a header can name as many codings as it likes.
const CODINGS: usize = 4;

/// How gzip begins.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// The page that a server answered with. Unpacked, it may have `limit` bytes.
pub(super) fn page(block: &[u8], limit: usize) -> Result<Option<Page<'_>>, String> {
    if !block.starts_with(b"HTTP/") {
        // What was asked of a name server, for one.
        return Ok(None);
    }
    let (head, body) = split(block).ok_or("expected an empty line behind the headers of HTTP, but found none")?;
    let headers = Headers(head);
    Page::of(headers.get("Content-Type").as_deref(), || unwrapped(headers, body, limit))
}

/// Splits at the first empty line.
fn split(block: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut lines = memchr_iter(b'\n', block).filter_map(|at| block.split_at_checked(at + 1));
    lines.find_map(|(head, rest)| Some((head, after_line_end(rest)?)))
}

fn after_line_end(bytes: &[u8]) -> Option<&[u8]> {
    bytes.strip_prefix(b"\r\n").or_else(|| bytes.strip_prefix(b"\n"))
}

fn unwrapped<'a>(headers: Headers<'_>, body: &'a [u8], limit: usize) -> Result<Cow<'a, [u8]>, String> {
    let named = |name| headers.get(name).unwrap_or_default().to_ascii_lowercase();
    let codings = format!("{},{}", named("Content-Encoding"), named("Transfer-Encoding"));
    let codings: Vec<_> = codings.split(',').map(str::trim).filter(|coding| !matches!(*coding, "" | "identity")).collect();
    if codings.len() > CODINGS {
        return Err(format!("expected a body with at most {CODINGS} codings, but found {}", codings.len()));
    }
    let mut body = Cow::Borrowed(body);
    // The last one was put around the others.
    for coding in codings.into_iter().rev() {
        let inner = if coding == "chunked" { unchunked(&body)? } else { unpacked(coding, &body, limit)? };
        if let Some(inner) = inner {
            body = Cow::Owned(inner);
        }
    }
    Ok(body)
}

/// The body out of its chunks; nothing if it stands in none. The last one, which is empty, may be missing.
fn unchunked(mut body: &[u8]) -> Result<Option<Vec<u8>>, String> {
    let mut whole = Vec::new();
    while !body.is_empty() {
        let Some(rest) = take_chunk(body, &mut whole)? else {
            // Behind a whole chunk there is no doubt that more were meant.
            return if whole.is_empty() { Ok(None) } else { Err("expected another chunk of the body, but found none".into()) };
        };
        body = rest;
    }
    Ok(Some(whole))
}

/// Adds the first chunk to `whole`, and returns what follows: nothing behind the last. No chunk, no rest.
fn take_chunk<'a>(body: &'a [u8], whole: &mut Vec<u8>) -> Result<Option<&'a [u8]>, String> {
    let Some((size, rest)) = chunk_size(body) else { return Ok(None) };
    if size == 0 {
        let mut trailer = rest.split(|&byte| byte == b'\n');
        return Ok(trailer.all(|line| line.trim_ascii().is_empty() || is_field(line)).then_some(&[]));
    }
    let Some((chunk, rest)) = rest.split_at_checked(size) else {
        return Err(format!("expected {size} bytes in a chunk of the body, but it ends after {}", rest.len()));
    };
    let rest = after_line_end(rest);
    if rest.is_some() {
        whole.extend_from_slice(chunk);
    }
    Ok(rest)
}

/// The size in the line before a chunk, in hexadecimal digits, and what follows the line.
fn chunk_size(body: &[u8]) -> Option<(usize, &[u8])> {
    let (line, rest) = body.split_at_checked(memchr(b'\n', body)? + 1)?;
    let size = line.split(|&byte| byte == b';').next()?.trim_ascii();
    let size = str::from_utf8(size).ok().filter(|size| size.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((usize::from_str_radix(size, 16).ok()?, rest))
}

/// The body unpacked; nothing if a crawler has done so.
fn unpacked(coding: &str, body: &[u8], limit: usize) -> Result<Option<Vec<u8>>, String> {
    let unpacked = match coding {
        "gzip" | "x-gzip" if !body.starts_with(&GZIP) => return Ok(None),
        "gzip" | "x-gzip" => gunzipped(body, limit),
        // Meant is zlib, which begins with an 8 as nothing of plain deflate does; some took the name at its word.
        "deflate" if body.first().is_some_and(|byte| byte & 0x0F == 8) => read(ZlibDecoder::new(body), limit),
        "deflate" => read(DeflateDecoder::new(body), limit),
        "br" => read(Decompressor::new(body, 4096), limit),
        _ => Err("that content encoding is not read".to_owned()),
    };
    match unpacked {
        // What is packed is hardly ever UTF-8.
        Err(_) if str::from_utf8(body).is_ok() => Ok(None),
        Err(reason) => Err(format!("expected a body in {coding}, but {reason}")),
        Ok(unpacked) => Ok(Some(unpacked)),
    }
}

/// All members of gzip. What stands behind the last one is no text, and browsers pass it by.
fn gunzipped(mut body: &[u8], limit: usize) -> Result<Vec<u8>, String> {
    let mut whole = Vec::new();
    while body.starts_with(&GZIP) {
        let mut member = GzDecoder::new(body);
        whole.extend(read(&mut member, limit - whole.len())?);
        body = member.into_inner();
    }
    Ok(whole)
}

/// All that a decoder tells, if it is not more than `limit` bytes.
fn read(decoder: impl Read, limit: usize) -> Result<Vec<u8>, String> {
    let mut whole = Vec::new();
    decoder.take((limit as u64).saturating_add(1)).read_to_end(&mut whole).map_err(|error| error.to_string())?;
    if whole.len() > limit {
        return Err(format!("it has more than the {limit} bytes that a record may have; --max-record allows more"));
    }
    Ok(whole)
}
