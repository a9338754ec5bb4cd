"""What portals put around a document: tables of fields at its head, furniture of the page at its end."""

from lachan.program.reader.tables import listed

FIELD_KEYS = {
    "so hieu": "number",
    "so, ky hieu": "number",
    "so ky hieu": "number",
    "so/ky hieu": "number",
    "loai van ban": "type",
    "hinh thuc van ban": "type",
    "noi ban hanh": "issuing_body",
    "co quan ban hanh": "issuing_body",
    "nguoi ky": "signer",
    "chuc danh": "signer_title",
    "chuc vu": "signer_title",
    "ngay ban hanh": "date",
    "ngay hieu luc": "effective",
    "ngay het hieu luc": "expires",
    "ngay cong bao": "gazette",
    "so cong bao": "gazette_number",
    "linh vuc": "field",
    "tinh trang": "status",
    "trich yeu": "title",
}
"""Names of the fields (without marks) and what they give."""

EMPTY_VALUES = ("dang cap nhat", "dang cap nhap", "da biet", "khong", "khong ro", "chua ro", "van ban khac", "")
"""Values that say nothing."""

FURNITURE = listed(
    """
    skip to main content | che do ban dem | in trang | -a a +a | trang chu | dang nhap | chia se | luot xem | tai ve | in bai viet
    gui email | ban quyen thuoc
    """
)
"""Beginnings of lines of the page around a text, without marks."""

TAIL = listed(
    """
    y kien ban doc | nhap vao nut | man hinh hien len | tin lien quan | cac tin khac | tin cung chuyen muc | van ban lien quan
    binh luan | luu tru | luoc do | thong tin lien he | dang ky nhan tin | copyright | tu khoa | file dinh kem | tep dinh kem
    """
)
"""Beginnings of lines after which nothing of the document comes, without marks."""
