"""Reads an export from standard input with a library of others and tells, as JSON, what it found: for tests/export."""

import io
import json
import sys


def bibtex(text):
    import bibtexparser
    from bibtexparser.middlewares import LatexDecodingMiddleware

    decoded = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    verbatim = bibtexparser.parse_string(text)
    if decoded.failed_blocks:
        raise ValueError(f"failed: {[block.raw for block in decoded.failed_blocks]}")
    entries = []
    for entry, plain in zip(decoded.entries, verbatim.entries, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        # These aren't TeX: BibLaTeX reads `1984~` as it is.
        fields |= {key: plain[key] for key in ("date", "urldate", "url") if key in fields}
        entries.append({"key": entry.key, "type": entry.entry_type, "fields": fields})
    return entries


def ris(text):
    import rispy

    return rispy.loads(text)


def rdf(text):
    import rdflib

    graph = rdflib.Graph().parse(data=text, format="json-ld")
    return [
        [str(subject), str(predicate), str(value), str(getattr(value, "datatype", None) or "")]
        for subject, predicate, value in graph
    ]


def shapes(text):
    from shapely.geometry import shape

    found = []
    for feature in json.loads(text)["features"]:
        geometry = shape(feature["geometry"])
        found.append({"id": feature["id"], "wkt": geometry.wkt, "isValid": geometry.is_valid})
    return found


def table(text):
    """By the line of Python that is the first argument, in which meetings.csv is the file."""
    import pandas

    line = sys.argv[2].replace('"meetings.csv"', "file")
    # As bytes, since text would already have its line ends changed.
    found = {"pd": pandas, "file": io.BytesIO(text.encode("utf-8"))}
    exec(line, found)
    return found["meetings"].fillna("").to_dict("records")


print(json.dumps(globals()[sys.argv[1]](sys.stdin.buffer.read().decode("utf-8"))))
