"""A small crawl: pages in the Web ARChive format, each record a gzip member of its own, as crawlers write it."""
import gzip
import html
import uuid

PAGE = '<!doctype html>\n<html><head><meta charset="{charset}"><title>{title}</title></head>\n<body>\n{body}\n</body></html>\n'
HTTP = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\nContent-Length: {length}\r\n\r\n"
RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-25T08:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:{id}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
)


def page(title, text, charset):
    paragraphs = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in text.split("\n\n"))
    return PAGE.format(charset=charset, title=html.escape(title), body=paragraphs).encode(charset)


def record(url, body, charset):
    """One answer of a server."""
    answer = HTTP.format(charset=charset, length=len(body)).encode() + body
    named = uuid.uuid5(uuid.NAMESPACE_URL, url)
    return RECORD.format(url=url, id=named, length=len(answer)).encode() + answer + b"\r\n\r\n"


def write(path, pages):
    """Pages as `(url, title, text, charset)`."""
    with open(path, "wb") as file:
        for url, title, text, charset in pages:
            file.write(gzip.compress(record(url, page(title, text, charset), charset), mtime=0))
