"""Whatever is done to a file, a text or a refusal comes out."""

import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .samples import PLAN, assert_read_or_refused, pdf_of, text_lines, word_of, zip_of

SOUND = {
    "txt": PLAN.encode(),
    "docx": word_of(*PLAN.split("\n")),
    "pdf": pdf_of(text_lines(PLAN.split("\n")), text_lines(["Trang hai"])),
    "html": f"<html><body><table><tr><td>{PLAN}</td></tr></table><ul><li>một</ul></body></html>".encode(),
}
OPERATORS = "q Q BT ET 1 -5 0 9e9 /F1 Tf Tm Td Tj TJ (a) <21> [ ] cm re S f Do BI ID EI '"
QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
cuts = st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12))


def mutated(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """`data` with a few places cut out and replaced."""
    for place, length, put in changes:
        start = int(place * len(data))
        data = data[:start] + put + data[start + length :]
    return data


@pytest.mark.parametrize("format", SOUND)
@given(changes=st.lists(cuts, min_size=1, max_size=4))
@QUICK
def test_a_damaged_file_is_read_or_refused(format, changes):
    assert_read_or_refused(mutated(SOUND[format], changes))


@given(
    data=st.binary(max_size=400), start=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
)
@QUICK
def test_rubbish_is_read_or_refused(data, start):
    assert_read_or_refused(start + data)


@given(changes=st.lists(cuts, min_size=1, max_size=3), part=st.sampled_from(["document", "numbering", "styles"]))
@QUICK
def test_damaged_xml_in_a_sound_archive_is_read_or_refused(changes, part):
    xml = {
        "document": '<w:document xmlns:w="{w}"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>Một</w:t></w:r></w:p></w:body></w:document>",
        "numbering": '<w:numbering xmlns:w="{w}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "styles": '<w:styles xmlns:w="{w}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>',
    }
    parts = {
        f"word/{name}.xml": text.format(w="http://schemas.openxmlformats.org/wordprocessingml/2006/main").encode()
        for name, text in xml.items()
    }
    parts[f"word/{part}.xml"] = mutated(parts[f"word/{part}.xml"], changes)
    assert_read_or_refused(zip_of({"[Content_Types].xml": "<Types/>", **parts}))


@given(drawing=st.lists(st.sampled_from(OPERATORS.split()), max_size=40))
@QUICK
def test_a_nonsensical_drawing_is_read_or_refused(drawing):
    assert_read_or_refused(pdf_of(text_lines(["Kế hoạch"]), extra=" ".join(drawing) + "\n"))


def test_a_damaged_compressed_stream_is_read_or_refused():
    packed = zlib.compress(b"BT ET")[:-3].decode("latin-1")
    assert_read_or_refused(
        pdf_of(text_lines(["x"])).replace(b"/Length", b"/Filter/FlateDecode/Length").replace(b"BT", packed.encode("latin-1"))
    )
