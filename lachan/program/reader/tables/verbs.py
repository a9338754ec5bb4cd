"""Words that begin an action. They tell where a name ends and what is to be done begins, and whether an item is a task."""

from lachan.program.reader.tables import listed

ACTION_VERBS = listed(
    """
    áp dụng | báo cáo | ban hành | bám sát | bảo đảm | bảo vệ | bảo quản | biên soạn | biên tập | biểu dương | bố trí | bổ sung
    bồi dưỡng | cảnh báo | cảnh giác | cân đối | cấp phát | cấp kinh phí | cập nhật | chấn chỉnh | chia sẻ | chỉ đạo | chỉ rõ | chọn
    chú trọng | chủ động | chuẩn bị | chuyển | củng cố | cung cấp | cử | dạy nghề | dự báo | dự trù | duy trì | đa dạng hóa
    đa dạng hoá | đánh giá | đảm bảo | đào tạo | đăng tải | đăng ký | đẩy lùi | đẩy mạnh | đẩy nhanh | đấu tranh | đề cao | đề ra
    đề xuất | điều tra | định hướng | đổi mới | động viên | đôn đốc | đưa | đầu tư | đối thoại | đón tiếp | định kỳ | gắn | giải cứu
    giải quyết | giám sát | giao | giáo dục | giới thiệu | giúp | giữ | gửi | hoàn thành | hoàn thiện | hòa giải | hoạch định | hỗ trợ
    huy động | hướng dẫn | hướng | hưởng ứng | hạn chế | hàng năm | hằng năm | hàng tháng | hằng tháng | hàng quý | hằng quý | in ấn
    kết hợp | kết nối | khai thác | khảo sát | khắc phục | khen thưởng | khuyến khích | khẩn trương | kiểm sát | kiểm tra | kiên quyết
    kiện toàn | kiến nghị | kịp thời | ký kết | ký | làm | lập | lắp đặt | lồng ghép | lựa chọn | lên kế hoạch | mở | mời | nắm
    nâng cao | nâng cấp | ngăn chặn | nghiên cứu | nhân rộng | nhận diện | nhanh chóng | nghiêm túc | phát động | phát hành | phát hiện
    phát huy | phát triển | phát sóng | phản ánh | phân công | phân loại | phân tích | phân bổ | phê duyệt | phòng ngừa | phổ biến
    phối hợp | phục vụ | quan tâm | quán triệt | quản lý | quy định | quyết định | rà soát | rút kinh nghiệm | sản xuất | sắp xếp
    sàng lọc | sơ kết | sơ, tổng kết | sơ tổng kết | thanh, kiểm tra | kiến tạo | sử dụng | sửa đổi | tạo | tăng cường | tăng | tận dụng
    tập huấn | tập trung | tham gia | tham mưu | thanh tra | theo dõi | thành lập | thẩm định | thể chế | thí điểm | thiết lập
    thông báo | thông tin | thống kê | thống nhất | thu thập | thúc đẩy | thụ lý | thường xuyên | thực hành | thực hiện | tiến hành
    tiếp cận | tiếp nhận | tiếp tục | tiếp thu | tổ chức | tổng hợp | tổng kết | tranh thủ | trang bị | trao đổi | triển khai
    triệt phá | trình | trợ giúp | trực tiếp | truy bắt | truy tố | truyền thông | trấn áp | tuyên truyền | tuyển chọn | tư vấn
    vận động | vận hành | viết | xác định | xác lập | xác minh | xây dựng | xem xét | xét xử | xóa | xử lý | ứng dụng | yêu cầu
    đề nghị | tích cực | tạo điều kiện | vận dụng | hợp tác | hồi hương | thể hiện | phấn đấu | kiềm chế | kéo giảm | giảm | bổ nhiệm
    lắng nghe | treo | niêm yết | gặp gỡ | răn đe | chống | ngăn ngừa | lưu trữ | tra soát | đối chiếu | công bố | công khai | tiếp xúc
    đồng thời | song song | phát thanh | truyền tải | chuyển tải | lan tỏa | nêu cao | xã hội hóa | đặt | soạn thảo | tọa đàm | diễn tập
    mua sắm | luyện tập | tự kiểm tra | tham dự | bảo hộ | giúp đỡ | can thiệp | truy quét | tuần tra | kiểm soát | khởi tố | cảm hóa | cảm hoá
    chi trả | chăm sóc | nuôi dưỡng | bàn giao | hoàn chỉnh | thay thế | cải cách | số hóa | tham vấn | đàm phán | tôn vinh | nhắc nhở
    xác nhận | giải đáp | hiệp đồng | cải thiện | chuyển hóa | kịp thời | đề nghị | triệt xóa | ngăn chặn | quản trị | phát động
    """
)
"""Verbs (and the adverbs before them) that begin what an agency is to do."""

STOP_WORDS = listed(
    """
    căn cứ | theo | trên cơ sở | trong | để | nhằm | tại | khi | từ | trước | với | là | phải | cần | có trách nhiệm | chịu trách nhiệm
    có nhiệm vụ | được | bằng | thông qua | cùng | do | nếu | sẽ | gồm | như | đã | đang | không | và các nội dung | mà | bảo đảm
    trách nhiệm | dựa trên | vào | hàng | hằng | ngoài | đến | sau | kể từ | nhất là | đặc biệt | sớm | phù hợp | qua
    """
)
"""Words that end a name though they begin no action."""

NOUN_USES = {
    "tổ chức": listed(
        """
        chính trị | xã hội | đoàn thể | quốc tế | thành viên | liên quan | có liên quan | phi chính phủ | khác | tôn giáo | trong | ở | trên
        cơ sở | Hội | nước ngoài | cá nhân | , | và cá nhân | ; | tham gia
        """
    ),
}
"""A verb is a noun when one of these follows it: "các tổ chức chính trị - xã hội"."""

NOUN_BEFORE = listed(
    """
    các | việc | những | mỗi | từng | cơ quan, | đoàn thể, | cơ quan và | đơn vị, | cơ quan | công tác | lực lượng | các công cụ | bị
    và | hoạt động
    """
)
"""A word of action after one of these is part of a noun ("các tổ chức", "công tác bảo vệ")."""

NOUN_TAILS = {
    "cơ quan": listed(
        """
        điều tra | tiến hành tố tụng | tố tụng | quản lý | thông tin | bảo vệ pháp luật | thực hiện | chủ trì | bảo vệ | thi hành án
        báo chí
        """
    ),
    "lực lượng": listed(
        """
        chức năng | tham gia | bảo vệ
        """
    ),
    "trung tâm": listed(
        """
        trợ giúp | hỗ trợ | dạy nghề | giới thiệu | bảo trợ | phát triển | tư vấn
        """
    ),
    "đơn vị": listed(
        """
        cung cấp | quản lý | chủ trì
        """
    ),
    "cơ sở": listed(
        """
        hỗ trợ | trợ giúp | bảo trợ | kinh doanh | giáo dục | đào tạo
        """
    ),
    "tổ chức": listed(
        """
        thành viên | hỗ trợ
        """
    ),
    "doanh nghiệp": listed(
        """
        đưa | dịch vụ
        """
    ),
    "hội": listed(
        """
        bảo vệ
        """
    ),
    "quỹ": listed(
        """
        bảo trợ | bảo vệ | hỗ trợ
        """
    ),
    "chi cục": listed(
        """
        quản lý | kiểm lâm | phòng
        """
    ),
    "cục": listed(
        """
        quản lý | thống kê | phòng
        """
    ),
    "viện": listed(
        """
        kiểm sát
        """
    ),
}
"""Words of action that belong to the name after these nouns: "cơ quan điều tra", "trung tâm trợ giúp pháp lý"."""

NOT_TASK_STARTS = listed(
    """
    trên đây | kinh phí | nguồn kinh phí | thời gian | thời điểm | kế hoạch này | kế hoạch có hiệu lực | mục tiêu | mục đích | nơi nhận
    lưu ý | ghi chú | (* | có đề cương | phụ lục | căn cứ pháp lý | nội dung: | địa điểm | thành phần | nguyên nhân | tình hình
    kèm theo | số liệu | biểu mẫu | mốc thời gian | thời hạn | quy mô | phạm vi | hiện nay | trong giai đoạn | trong những năm
    thời gian qua | tuy nhiên | nhìn chung | (kèm | (có | từ nguồn | ngân sách
    """
)
"""Beginnings of paragraphs that ask nobody to do anything (small letters)."""

NOT_TASK_PHRASES = listed(
    """
    khó khăn, vướng mắc | khó khăn vướng mắc | có phát sinh | vướng mắc, phát sinh | nếu có vướng mắc | nếu có phát sinh
    phát sinh vướng mắc | chịu trách nhiệm thi hành
    """
)
"""A paragraph that begins with "Trong quá trình" and holds one of these only says whom to ask."""
