"""The head and foot of an administrative document (form of Decree 30/2020/NĐ-CP): kinds, openings, signatures."""

from lachan.program.reader.tables import listed

DOCUMENT_TYPES = {
    "KẾ HOẠCH": "Kế hoạch",
    "QUYẾT ĐỊNH": "Quyết định",
    "CHƯƠNG TRÌNH": "Chương trình",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG": "Chương trình hành động",
    "CHỈ THỊ": "Chỉ thị",
    "ĐỀ ÁN": "Đề án",
    "DỰ ÁN": "Dự án",
    "PHƯƠNG ÁN": "Phương án",
    "HƯỚNG DẪN": "Hướng dẫn",
    "THÔNG BÁO": "Thông báo",
    "NGHỊ QUYẾT": "Nghị quyết",
    "BÁO CÁO": "Báo cáo",
    "TỜ TRÌNH": "Tờ trình",
    "CÔNG VĂN": "Công văn",
    "CÔNG ĐIỆN": "Công điện",
    "QUY CHẾ": "Quy chế",
    "QUY ĐỊNH": "Quy định",
    "KẾ HOẠCH PHỐI HỢP": "Kế hoạch phối hợp",
    "KẾ HOẠCH LIÊN NGÀNH": "Kế hoạch liên ngành",
}

TYPE_CODES = {
    "KH": "Kế hoạch",
    "KHLN": "Kế hoạch liên ngành",
    "KHPH": "Kế hoạch phối hợp",
    "QĐ": "Quyết định",
    "CTR": "Chương trình",
    "CTRHĐ": "Chương trình hành động",
    "CTHĐ": "Chương trình hành động",
    "CT": "Chỉ thị",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "NQ": "Nghị quyết",
    "BC": "Báo cáo",
    "TTR": "Tờ trình",
    "CĐ": "Công điện",
    "QC": "Quy chế",
}
"""The code in a number ("08/KH-UBND") and the kind it stands for."""

TYPE_WORDS = tuple(sorted(set(DOCUMENT_TYPES.values()), key=len, reverse=True))

MOTTO = ("cong hoa xa hoi chu nghia", "doc lap", "dang cong san viet nam")
"""Lines that every document bears."""

PREAMBLE_STARTS = (
    "can cu",
    "thuc hien",
    "thi hanh",
    "trien khai",
    "trien khai thuc hien",
    "xet ",
    "xet de nghi",
    "theo de nghi",
    "tiep tuc thuc hien",
    "tren co so",
    "de thuc hien",
    "de trien khai",
    "nham",
    "de chu dong",
    "de nang cao",
)
"""How the part between the title and section I begins, without marks."""

SIGNATURE_STARTS = ("TM.", "TM ", "KT.", "KT ", "TL.", "TUQ.", "Q.", "T/M", "K/T", "TM.ỦY", "TM.BAN", "KT.CHỦ", "KT.TRƯỞNG")
"""Signing on behalf of (thay mặt), for (ký thay), by order of (thừa lệnh), by authority of (thừa ủy quyền)."""

SIGNER_OFFICES = listed(
    """
    phó chủ tịch thường trực | phó chủ tịch | chủ tịch | phó trưởng ban thường trực | phó trưởng ban | trưởng ban | phó giám đốc
    giám đốc | phó chánh văn phòng | chánh văn phòng | phó bí thư | bí thư | phó thủ tướng | thủ tướng | thứ trưởng | bộ trưởng
    phó trưởng công an | trưởng công an | phó trưởng phòng | trưởng phòng | viện trưởng | phó viện trưởng | chánh án | phó chánh án
    """
)

SHORT_FORMS = listed(
    """
    UBND | HĐND | BCĐ | MTTQ | UBMTTQ | TP | TW | CP | VKSND | TAND | LHPN | AIDS | TNXH | BĐBP | PCTP | HIV
    """
)
"""Short forms that keep their capitals when a line of capitals is set in sentence case."""

LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "phường", "xã", "thị trấn", "đặc khu", "TP.", "TP")
"""What may stand before the name of an area."""
