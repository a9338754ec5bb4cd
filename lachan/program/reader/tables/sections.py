"""What a heading says of the part under it. Patterns are written without marks and looked for in the heading without marks."""

from lachan.program.reader.tables import listed

SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "objective": listed(
        """
        muc tieu | chi tieu | muc dich | yeu cau | quan diem | phuong cham | nguyen tac | tu tuong chi dao | ket qua can dat
        muc tieu cu the
        """
    ),
    "background": listed(
        """
        tinh hinh | thuc trang | ket qua dat duoc | ket qua thuc hien | danh gia | dac diem | su can thiet | co so phap ly | can cu phap ly
        ton tai | han che | nguyen nhan | bai hoc kinh nghiem | du bao | khai quat | can cu xay dung | mot so ket qua
        """
    ),
    "task": listed(
        """
        nhiem vu | giai phap | noi dung | bien phap | hoat dong | cong tac | de an | tieu de an | du an | tieu du an | trong tam
        phuong phap | cac chuong trinh | truyen thong | phuong huong
        """
    ),
    "assignment": listed(
        """
        phan cong trach nhiem | phan cong thuc hien | phan cong nhiem vu | phan cong | trach nhiem thuc hien | trach nhiem cua cac
        co quan thuc hien | don vi thuc hien
        """
    ),
    "organisation": listed(
        """
        to chuc thuc hien | trach nhiem | cong tac to chuc | che do bao cao | che do thong tin | thong tin, bao cao | thong tin bao cao
        to chuc trien khai
        """
    ),
    "funding": listed(
        """
        kinh phi | nguon luc thuc hien | nguon kinh phi | co so vat chat
        """
    ),
    "time": listed(
        """
        thoi gian | tien do | lo trinh | doi tuong, pham vi | pham vi | dia ban
        """
    ),
}
"""Kind of part and the words that name it; the word that stands first in the heading decides."""

KEEP_UNDER = {
    "objective": ("task",),
    "background": ("task", "objective", "organisation"),
    "organisation": ("task", "assignment"),
    "funding": ("task",),
}
"""Kinds that a heading below does not change by these mere words ("1. Công tác truyền thông" under "Kết quả" is no list of tasks)."""

STRONG_TASK_WORDS = ("nhiem vu", "giai phap", "noi dung thuc hien", "noi dung hoat dong", "bien phap thuc hien")
"""Words that make a list of tasks even under a part on aims."""

CONTENT_HEADINGS = ("noi dung hoat dong", "noi dung", "noi dung thuc hien", "cac hoat dong", "hoat dong", "nhiem vu")
"""Headings of the half of a section that holds the tasks, beside the half that assigns them; left out of citations ("II.2(1)")."""

HEADING_WORDS = 30
"""A line with more words than this is no heading."""
