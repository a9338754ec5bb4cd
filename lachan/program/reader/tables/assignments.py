"""What the columns of a table of assignments are called, without marks; the first word that fits decides."""

from lachan.program.reader.tables import listed

COLUMN_WORDS: dict[str, tuple[str, ...]] = {
    "lead": listed(
        """
        chu tri | don vi thuc hien | co quan thuc hien | don vi dau moi | phan cong thuc hien | don vi chiu trach nhiem | trach nhiem
        nguoi thuc hien | bo phan thuc hien | phan cong | giao thuc hien
        """
    ),
    "coordinating": listed(
        """
        phoi hop | don vi tham gia | co quan tham gia
        """
    ),
    "due": listed(
        """
        thoi gian | thoi han | tien do | hoan thanh | thoi diem | ngay hoan thanh
        """
    ),
    "product": listed(
        """
        san pham | ket qua | du kien san pham
        """
    ),
    "content": listed(
        """
        noi dung | nhiem vu | cong viec | hoat dong | dau viec | giai phap | ten nhiem vu
        """
    ),
}
"""Role of a column and the words that name it."""

EMPTY_CELLS = ("", "khong", "x")
"""Cells that say nothing."""

SAME_AS_ABOVE = ("nt", "n/t", "nhu tren", '"', "''", "-nt-", "- nt -")
"""Cells that repeat the row before."""
