"""The zip archive around an Office file, opened with distrust: counted before and while it unpacks."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from .limits import MAX_MEMBERS, MAX_PART_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES
from .refusals import refusal

CHUNK_BYTES = 256 * 1024
LOCAL_HEADER_BYTES = 30  # before each member, without its name (APPNOTE.TXT 4.3.7)
# "Strict Open XML" differs from the usual one, for what is read here, in its namespace only.
STRICT_NAMESPACE = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL_NAMESPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Archive:
    """Parts of an Office file by name. Only parts that are asked for are unpacked; pictures never are."""

    def __init__(self, data: bytes) -> None:
        """Raises Refused: "tep-hong", "bom-nen", "co-mat-khau"."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError) as error:
            raise refusal("tep-hong", kind="Word") from error
        self._size = len(data)
        self._unpacked = 0
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
            raise refusal("bom-nen")
        if any(member.flag_bits & 0x1 for member in members):
            raise refusal("co-mat-khau", kind="nén")
        self._refuse_overlaps(members)
        self.names = frozenset(member.filename for member in members)
        if len(self.names) != len(members):
            # Two members of one name: which one counts depends on the program, so what was signed is not certain.
            raise refusal("tep-hong", kind="Word")

    def read(self, name: str) -> bytes:
        """The unpacked bytes of one part, counted as they come: what the directory promised is not believed. Raises Refused."""
        packed = max(self._zip.getinfo(name).compress_size, 1)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(CHUNK_BYTES):
                    size += len(chunk)
                    self._unpacked += len(chunk)
                    if size > MAX_PART_BYTES or self._unpacked > MAX_UNPACKED_BYTES:
                        raise refusal("bom-nen")
                    if size > RATIO_COUNTS_FROM_BYTES and size > packed * MAX_RATIO:
                        raise refusal("bom-nen")
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
            raise refusal("tep-hong", kind="Word") from error
        return b"".join(chunks)

    def xml(self, name: str) -> etree._Element | None:
        """The root of one xml part, or None when the archive has no such part. Raises Refused."""
        return parse_xml(self.read(name)) if name in self.names else None

    def _refuse_overlaps(self, members: list[zipfile.ZipInfo]) -> None:
        """Members that share bytes are a damage, or the trick of bombs that grow with the square of their size."""
        end = 0
        for member in sorted(members, key=lambda member: member.header_offset):
            if member.header_offset < end:
                raise refusal("tep-hong", kind="Word")
            end = member.header_offset + LOCAL_HEADER_BYTES + member.compress_size
        if end > self._size:
            raise refusal("tep-hong", kind="Word")


def parse_xml(data: bytes) -> etree._Element:
    """The root element; no entity is resolved, no network touched, no document type allowed. Raises Refused."""
    data = data.replace(STRICT_NAMESPACE, USUAL_NAMESPACE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise refusal("xml-la")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal("tep-hong", kind="Word") from error
    if root.getroottree().docinfo.doctype:
        raise refusal("xml-la")
    return root
