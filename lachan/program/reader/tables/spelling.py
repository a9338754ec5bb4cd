"""Set phrases whose marks are lost in typing or scanning; a phrase with the same letters but other marks is a slip."""

from lachan.program.reader.tables import listed

ROLE_PHRASES = ("chủ trì", "phối hợp", "tham gia", "đề nghị", "phân công", "chịu trách nhiệm", "nơi nhận")
"""A slip here hides a role or the list of recipients. The reader reads on as if it were right, and says so."""

SET_PHRASES = listed(
    """
    phương thức | phương châm | chuyển đổi số | tiểu vùng sông | tội phạm | mua bán người | tố giác | khởi tố | truy tố | xét xử
    tuyên truyền | truyền thông | kiểm sát | biên phòng | tái hòa nhập | giải cứu | trợ giúp pháp lý | triển khai | tổng hợp | cập nhật
    bộ phận cơ thể | kế hoạch | nhiệm vụ
    """
)
"""Set phrases of these plans; only lost marks count ("phuong thức"), another mark may be another word ("địa phương thực hiện")."""

KNOWN_SLIPS = {
    "phong thức": "phương thức",
    "phong châm": "phương châm",
    "chủ chì": "chủ trì",
    "chù trì": "chủ trì",
    "phối kợp": "phối hợp",
    "mua bán ngưòi": "mua bán người",
    "thành cộng": "thành công",
}
"""Slips that change a letter or a mark, and what is meant."""

ALSO_RIGHT = ("chủ trị", "tham giá", "phân cộng", "nơi nhân")
"""Phrases with the same letters as a role that are words of their own."""
