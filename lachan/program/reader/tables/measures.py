"""The words around a number that make it a target: comparisons, units, milestones; and those that make it a past result or a mere count."""

from lachan.program.reader.tables import listed

STRICT_MORE = ("trên", "hơn", "vượt", "cao hơn", "lớn hơn")
AT_LEAST = ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn", "từ", "chí ít")
STRICT_LESS = ("dưới", "ít hơn", "thấp hơn")
AT_MOST = ("không quá", "tối đa", "không vượt quá", "nhiều nhất", "không nhiều hơn", "không trên", "không cao hơn", "quá")
OR_MORE = ("trở lên", "trở đi")
OR_LESS = ("trở xuống",)
"""Comparisons before ("trên 90%") and after the number ("95% trở lên")."""

DECREASE = ("giảm", "kéo giảm", "hạ", "giảm xuống", "kiềm chế")
INCREASE = ("tăng", "tăng thêm", "nâng")
"""Words before a number that make it a change."""

PERCENT = ("%", "phần trăm")

COUNT_UNITS = listed(
    """
    báo cáo viên | tuyên truyền viên | cộng tác viên | cán bộ | người | lượt người | nạn nhân | vụ | vụ án | vụ việc | đối tượng
    lớp tập huấn | lớp | hội nghị | hội thảo | cuộc | đợt | buổi | lượt | lần | mô hình | câu lạc bộ | tin | bài | tin bài | tin, bài
    phóng sự | chuyên mục | chuyên đề | tờ rơi | pa nô | pano | áp phích | băng rôn | khẩu hiệu | cuốn | bộ | cơ sở | đường dây
    chuyên án | điểm | nhóm | tổ | đội | huyện | xã | phường | thôn | trường | hộ | gia đình | phiên tòa | cuộc kiểm tra | đoàn kiểm tra
    phụ nữ | học sinh | trẻ em | tài liệu | sản phẩm | video | bản tin | văn bản | kế hoạch | báo cáo | hoạt động | chương trình
    sự kiện | cuộc thi | diễn đàn | buổi tuyên truyền | cuộc truyền thông | buổi truyền thông | địa bàn | đơn vị | địa phương
    công chức | viên chức | chiến dịch | đợt cao điểm | lớp bồi dưỡng
    """
)
"""What may be counted."""

PER_UNITS = listed(
    """
    huyện | xã | phường | thị trấn | thôn | tỉnh | quận | thành phố | thị xã | đơn vị | địa phương | năm | quý | tháng | tuần | trường
    cơ quan | khu phố | ấp | khóm | bản | lớp | người | đợt | cấp huyện | cấp xã | cấp tỉnh | khu dân cư | mô hình | câu lạc bộ | cơ sở
    """
)
"""Units and periods of "mỗi huyện", "/xã", "hằng năm"."""

NUMBER_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

PAST_WORDS = listed(
    """
    đã tổ chức | đã phát hiện | đã xảy ra | đã khởi tố | đã tiếp nhận và | xảy ra | phát hiện, xử lý | phát hiện, điều tra | đã xử lý
    đã giải cứu | đã hỗ trợ | đã triển khai | đã đạt | trong giai đoạn vừa qua | so với cùng kỳ | cùng kỳ năm | toàn tỉnh có | cả nước
    trên địa bàn có | đã có | đã ban hành | đã xây dựng | đã thực hiện | đã tuyên truyền | đã điều tra | đã truy tố | đã xét xử
    đạt được | hiện có | hiện nay có | trên địa bàn tỉnh có | đã tham mưu | chiếm
    """
)
"""Words before a number that tell of what was, not of what is aimed at."""

FUTURE_WORDS = listed(
    """
    phấn đấu | đảm bảo | bảo đảm | đạt | chỉ tiêu | mục tiêu | đến năm | mỗi | từng | hằng năm | hàng năm | tỷ lệ | tỉ lệ | ít nhất
    tối thiểu
    """
)
"""Words that tell of an aim."""

MONEY_UNITS = ("đồng", "triệu", "tỷ", "tỉ", "nghìn", "usd", "vnđ")
MONEY_WORDS = ("kinh phí", "ngân sách", "vốn", "mức hỗ trợ", "mức chi", "định mức")
"""A number before such a unit, or after such a word, is money, which plans allot in their own part."""

INDICATOR_LEADS = listed(
    """
    phấn đấu | đảm bảo | bảo đảm | đạt | duy trì | và | có | trong đó | cụ thể | tổ chức | đồng thời | hằng năm | hàng năm | số | các
    nhằm | để | cơ bản | hoàn thành | từ | trên | ít nhất | tối thiểu | không quá | là | tại | cho | thêm | với | của | trở lên | thì
    phải
    """
)
"""Words at the ends of a clause that are no part of what is measured."""
