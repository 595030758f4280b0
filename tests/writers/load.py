"""Load what unspoof writes with the libraries that it is written for, and check what they make of it.

    load.py FOLDER WHEEL    FOLDER holds NAME.json and NAME.FORMAT for each document; WHEEL is that of Dolma

Prints one line for each library. Any difference is an error.
"""
import importlib
import importlib.metadata
import json
import pathlib
import sys
import types
import zipfile

SCHEMA_ORG = "https://schema.org"


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def equal(found, wanted, where):
    if found != wanted:
        sys.exit(f"{where}: expected {wanted!r}, but found {found!r}")


def langchain(folder, documents, _):
    from langchain_core.documents import Document

    count = 0
    for name, whole in documents.items():
        for row in rows(folder / f"{name}.langchain"):
            document = Document.model_validate(row)
            about = document.metadata
            equal(document.page_content, whole["text"][about["start_index"]:about["end_index"]], name)
            # Nothing of the row is lost, and the library adds nothing.
            equal(document.model_dump(), row, name)
            post = next(post for post in whole["posts"] if post["id"] == about["post_id"])
            equal((about["role"], about["author"]), (post["role"], post["author"]), name)
            count += 1
    return count


def llamaindex(folder, documents, _):
    from llama_index.core.schema import MetadataMode, TextNode

    count = 0
    for name, whole in documents.items():
        nodes = [TextNode.from_dict(row) for row in rows(folder / f"{name}.llamaindex")]
        for node, row in zip(nodes, rows(folder / f"{name}.llamaindex")):
            equal(node.text, whole["text"][node.start_char_idx:node.end_char_idx], name)
            equal(node.get_node_info(), {"start": row["start_char_idx"], "end": row["end_char_idx"]}, name)
            equal(node.ref_doc_id, whole["id"], name)
            # The library keeps each key that we write.
            equal({key: node.to_dict()[key] for key in row}, row, name)
            shown = node.get_metadata_str(MetadataMode.EMBED).splitlines()
            hidden = tuple(f"{key}: " for key in row["excluded_embed_metadata_keys"])
            equal([line for line in shown if line.startswith(hidden)], [], name)
            equal(node.text in node.get_content(MetadataMode.EMBED), True, name)
        for one, other in zip(nodes, nodes[1:]):
            equal((one.next_node.node_id, other.prev_node.node_id), (other.node_id, one.node_id), name)
        equal((nodes[0].prev_node, nodes[-1].next_node), (None, None), name)
        count += len(nodes)
    return count


def datatrove(folder, documents, _):
    from datatrove.pipeline.readers import JsonlReader

    read = list(JsonlReader(str(folder), glob_pattern="*.datatrove", file_progress=False, doc_progress=False).run())
    by_id = {document.id: document for document in read}
    equal(len(read), len(documents), "datatrove")
    for name, whole in documents.items():
        document = by_id[whole["id"]]
        equal(document.media, [], name)
        equal(len(document.metadata["posts"]), len(whole["posts"]), name)
        for place, post in zip(document.metadata["posts"], whole["posts"]):
            equal(document.text[place["start"]:place["end"]], post["text"], name)
    return len(read)


def dolma(folder, documents, wheel):
    import msgspec

    source = zipfile.ZipFile(wheel).read("dolma/core/data_types.py")
    types_of_dolma = sys.modules["data_types"] = types.ModuleType("data_types")
    exec(compile(source, "dolma/core/data_types.py", "exec"), vars(types_of_dolma))
    decoder = msgspec.json.Decoder(types_of_dolma.InputSpecWithMetadataAndAttributes)
    count = 0
    for name, whole in documents.items():
        for line in (folder / f"{name}.dolma").read_bytes().splitlines():
            spec = decoder.decode(line)
            equal((spec.id, spec.text, spec.source), (whole["id"], whole["text"], whole["source"]["name"]), name)
            document = types_of_dolma.DocumentWithMetadataAndAttributes.from_spec(spec)
            equal(document.metadata["kind"], whole["kind"], name)
            spans = {attribute.rsplit("__", 1)[1]: spans for attribute, spans in spec.attributes.items()}
            text = whole["text"].encode()
            for role in spans.keys() - {"dropped"}:
                posts = [post["span"] for post in whole["posts"] if post["role"] == role]
                wanted = [text[span["start"]:span["end"]].decode() for span in posts]
                equal([spec.text[start:end] for start, end, _ in spans[role]], wanted, name)
            dropped = [dropped["text"] for dropped in whole["dropped"] if dropped["reason"] != "mark"]
            equal([spec.text[start:end] for start, end, _ in spans["dropped"]], dropped, name)
            count += 1
    return count


def schema_org(folder, documents, _):
    # `from msgspec_schemaorg import models` never ends in 0.2.1.
    models = importlib.import_module("msgspec_schemaorg.models")
    from pyld import jsonld

    def check(thing, name):
        """Each type and each property is one that schema.org has, there."""
        if isinstance(thing, list):
            for part in thing:
                check(part, name)
        elif isinstance(thing, dict):
            model = getattr(models, thing["@type"]) if "@type" in thing else None
            for key, value in thing.items():
                if not key.startswith("@"):
                    equal(key in model.__struct_fields__, True, f"{name}: {thing['@type']}.{key}")
                check(value, name)

    def load(url, _):
        equal(url, SCHEMA_ORG, "context")
        context = {"@context": {"@vocab": "http://schema.org/"}}
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    def things(node):
        """All typed nodes of an expanded document."""
        if isinstance(node, list):
            for part in node:
                yield from things(part)
        elif isinstance(node, dict):
            if "@type" in node:
                yield node
            for part in node.values():
                yield from things(part)

    for name, whole in documents.items():
        page = json.loads((folder / f"{name}.schema-org").read_text(encoding="utf-8"))
        check(page, name)
        expanded = jsonld.expand(page, {"documentLoader": load})
        nodes = list(things(expanded))
        ids = {node["@id"] for node in nodes if "@id" in node}
        equal(ids, {f"urn:unspoof:post:{post['id']}" for post in whole["posts"]}, name)
        answers = [node for node in nodes if node["@type"] == ["http://schema.org/Answer"]]
        equal(len(answers), whole["found_answers"], name)
        parents = [part["@id"] for node in nodes for part in node.get("http://schema.org/parentItem", [])]
        equal([parent for parent in parents if parent not in ids], [], name)
    return len(documents)


def main():
    # datatrove tells of each file.
    logging = importlib.import_module("loguru").logger
    logging.disable("datatrove")
    folder, wheel = pathlib.Path(sys.argv[1]), sys.argv[2]
    documents = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    equal(bool(documents), True, "documents")
    packages = {
        langchain: "langchain-core", llamaindex: "llama-index-core", datatrove: "datatrove", dolma: None, schema_org: "PyLD",
    }
    for check, package in packages.items():
        version = importlib.metadata.version(package) if package else pathlib.Path(wheel).name.split("-")[1]
        print(f"{package or 'dolma'} {version}: {check(folder, documents, wheel)} loaded")


if __name__ == "__main__":
    main()
