"""The words by which a plan says when something is due, how often, and to whom it is sent."""

from lachan.program.reader.tables import listed

BEFORE = listed(
    """
    trước ngày | trước | chậm nhất là ngày | chậm nhất ngày | chậm nhất là | chậm nhất vào ngày | chậm nhất | muộn nhất là ngày
    muộn nhất là | muộn nhất ngày | muộn nhất | không quá ngày | đến trước ngày | xong trước ngày | xong trước | hoàn thành trước ngày
    hoàn thành trước | không muộn hơn ngày | hạn cuối ngày | hạn cuối là ngày | hạn chót ngày | trước hạn ngày
    """
)
"""The day that follows is the last one."""

UNTIL = ("đến hết ngày", "đến ngày", "đến hết", "hết ngày", "tới ngày", "đến")
"""The day that follows ends a period or is the last one."""

ON = ("vào ngày", "ngày", "vào các ngày", "vào")
"""The day that follows is the day itself, when a duty is named."""

FREQUENCY_WORDS = {
    "weekly": listed(
        """
        hàng tuần | hằng tuần | tuần
        """
    ),
    "monthly": listed(
        """
        hàng tháng | hằng tháng | tháng | 01 tháng
        """
    ),
    "quarterly": listed(
        """
        hàng quý | hằng quý | hàng quí | hằng quí | quý | quí | 03 tháng | 3 tháng
        """
    ),
    "half-yearly": listed(
        """
        06 tháng | 6 tháng | sáu tháng | 06 tháng đầu năm | 6 tháng đầu năm | sơ kết 6 tháng
        """
    ),
    "nine-monthly": listed(
        """
        09 tháng | 9 tháng | chín tháng
        """
    ),
    "yearly": listed(
        """
        hàng năm | hằng năm | 1 năm | 01 năm | một năm | tổng kết năm | cả năm | năm | cuối năm | 12 tháng | báo cáo năm
        """
    ),
}
"""What a word for how often means, and the words."""

FREQUENCIES = {word: meaning for meaning, words in FREQUENCY_WORDS.items() for word in words}
"""Words for how often, and what they mean."""

PERIODIC = ("định kỳ", "định kì")
"""The word that says that a duty comes back."""

DATA_WINDOW = listed(
    """
    số liệu | mốc thời gian thống kê | thời điểm lấy số liệu | mốc thời gian | thời gian lấy số liệu | kỳ báo cáo tính
    số liệu thống kê
    """
)
"""Words that make a period the window of the figures, not a time to act."""

EFFECT = ("có hiệu lực", "hiệu lực thi hành")
"""Words of coming into force."""

UNSPECIFIED = listed(
    """
    đúng thời hạn quy định | đúng thời gian quy định | đúng tiến độ | đúng thời hạn | bảo đảm thời gian quy định
    đảm bảo thời gian quy định | khi có yêu cầu | theo yêu cầu | đúng hạn | đột xuất
    """
)
"""A time is owed but not said."""

ONWARD = listed(
    """
    để tổng hợp, xây dựng báo cáo | để tổng hợp, báo cáo | để tổng hợp báo cáo | để báo cáo | tổng hợp, báo cáo
    để tổng hợp, tham mưu báo cáo | để theo dõi, tổng hợp, báo cáo | để theo dõi, báo cáo
    """
)
"""The receiver sends it on to the body that follows."""

SEND_TO = listed(
    """
    gửi về | gửi cho | gửi đến | gửi báo cáo tổng kết về | gửi báo cáo về | gửi kết quả về | gửi kế hoạch về | gửi | báo cáo kết quả về
    báo cáo về | báo cáo | về
    """
)
"""Words before the body that something is sent to."""

DUTY_WORDS = listed(
    """
    báo cáo | kế hoạch | chương trình | văn bản | danh sách | số liệu | đề xuất | kết quả | cao điểm | hoàn thành | gửi | triển khai
    tổ chức | thực hiện | xây dựng | ban hành | tổng kết | sơ kết
    """
)
"""Words that tell a duty: without one near it a period is no deadline."""

ACTION_DAYS = listed(
    """
    Ngày toàn dân | Ngày Toàn dân | Ngày thế giới | Ngày Thế giới | Ngày quốc tế | Ngày Quốc tế | Ngày hội | Tháng hành động | Tuần lễ
    Tháng cao điểm
    """
)
"""Names of days of action; the day stands behind the name."""
