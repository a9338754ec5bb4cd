"""How the names of agencies begin, go on and end in administrative Vietnamese. No place names: those are whatever follows a level word."""

from lachan.program.reader.tables import listed

HEADS_BEFORE_CAPITAL = listed(
    """
    Sở | Phòng | Bộ | Ban | Hội | Đoàn | Vụ | Viện | Cục | Tổng cục | Chi cục | Báo | Đài | Trường | Bệnh viện | Trung tâm | Thanh tra
    Đồn | Hiệp hội | Liên minh | Quỹ | Tổ | Đội | Ngành | Nhà | Cổng | Công ty | Tổng đài | Học viện | Hạt | Trạm | Khối | Liên hiệp
    Lữ đoàn
    """
)
"""Words that begin a name when a capital follows ("Sở Tư pháp", not "phòng ngừa")."""

HEADS = listed(
    """
    Công an | Bộ Chỉ huy | BCH | Bộ CHQS | BCHQS | Ban Chỉ huy | Bộ đội | Bộ Tư lệnh | Biên phòng | Ban Chỉ đạo | BCĐ | Ủy ban | Uỷ ban
    UBND | UBMTTQ | HĐND | Hội đồng | Viện kiểm sát | Viện Kiểm sát | VKSND | VKS | Tòa án | Toà án | TAND | Tỉnh đoàn | Thành đoàn
    Huyện đoàn | Quận đoàn | Thị đoàn | Mặt trận | MTTQ | Liên đoàn Lao động | LĐLĐ | Hội LHPN | Hội Phụ nữ | Đài Truyền thanh
    Đài Phát thanh | Đài truyền thanh | Đài phát thanh | Đài truyền hình | Văn phòng | Thường trực | Kho bạc | Ngân hàng | Bưu điện
    Hải quan | Bảo hiểm xã hội | BHXH | BĐBP | Cơ quan | Lực lượng | Cấp ủy | Cấp uỷ | Chính quyền | Chủ tịch | Giám đốc | Thủ trưởng
    Người đứng đầu | Trưởng Công an | Trưởng phòng | Trưởng ban | Chánh Văn phòng | Chánh án | Viện trưởng | Thành viên | Tổ công tác
    Thanh tra tỉnh | Thanh tra thành phố | Thanh tra huyện | Tỉnh ủy | Thành ủy | Huyện ủy | Đảng ủy | Hiệu trưởng | Cảnh sát | Sở, ban
    Sở, ngành | Ban, ngành | Sở ngành | Sở, Ban | Chính phủ | Trung ương | Phòng, ban | Ba ngành | Hai ngành | Liên ngành | Địa phương
    Đơn vị | Doanh nghiệp | Nhà trường | Đoàn Thanh niên | Đoàn TNCS | Lãnh đạo | Phó Chủ tịch | Ban Thường trực | Ban Thường vụ
    Toàn thể | Trạm Y tế | Phòng nghiệp vụ | Đội nghiệp vụ | Đoàn thể | Cơ sở giáo dục | Hội Nông dân | Hội Cựu chiến binh
    CA tỉnh | CA huyện | CA thành phố | CA thị xã | CA quận | CA xã | CA phường | CA các | CAT | Viện KSND | Tòa án | LĐLĐ
    Trưởng khu phố | Trưởng thôn | Ban quản lý | Ban Quản lý | Ban Dân tộc | Ban đại diện | Tổ dân phố | Bí thư | Trưởng Ban
    Trưởng các | Trưởng thôn | Trưởng bản | Trưởng ấp | Thủ tướng Chính phủ | Trung ương Hội | Trung ương Đoàn
    Chủ nhiệm | Chi bộ | Đảng bộ | Kiểm lâm | Cơ quan thường trực
    """
)
"""Words that begin a name by themselves."""

COLLECTIVE_HEADS = listed(
    """
    các sở | các ban | các ngành | các cơ quan | các đơn vị | các địa phương | các phòng | các cấp | các tổ chức | các đoàn thể | các xã
    các phường | các huyện | các quận | các trường | các hội | các doanh nghiệp | các thành viên | các lực lượng | các bộ | các cục
    các đội | các thị xã | các thành phố | các chi cục | các trung tâm | các thị trấn | các cấp ủy | các đồng chí
    các đồng chí thành viên | các chủ thể | các cơ sở giáo dục | các bên | các đồn | các công ty | các khu phố | các thôn | các viện
    từng cơ quan | từng đơn vị | từng sở | từng địa phương | mỗi cơ quan | mỗi đơn vị
    các lớp | mỗi huyện | mỗi xã | các bản | các ấp | các xóm | các buôn | các tổ dân phố | các trạm | các hiệp hội | các tỉnh
    các tập đoàn | các học viện | các bệnh viện | các khối | các phòng, ban | các trưởng thôn
    """
)
"""Beginnings of names of whole groups."""

NOT_HEADS = listed(
    """
    Ban hành | Bộ luật | Bộ Luật | Bộ chỉ số | Bộ công cụ | Bộ tài liệu | Hội nghị | Hội thảo | Hội thi | Hội nhập | Phòng ngừa
    Phòng, chống | Phòng chống | Báo cáo | Tổ chức | Đoàn kiểm tra | Đoàn công tác | Cơ quan hệ | Vụ án | Vụ việc | Trường hợp | Đội ngũ
    Nhà nước | Bộ Chỉ số | Bộ Tiêu chí | Bộ tiêu chí | các báo cáo | các lớp | các tổ chức các
    """
)
"""Beginnings that look like a name and are none."""

COLLECTIVE_WORDS = listed(
    """
    sở | ban | ngành | đoàn thể | địa phương | đơn vị | cơ quan | tổ chức | huyện | thị xã | thành phố | phường | xã | thị trấn | quận
    đặc khu | phòng | hội | cấp | thành viên | lực lượng | doanh nghiệp | cá nhân | UBND các | Ủy ban nhân dân các | Uỷ ban nhân dân các
    tiểu học | mầm non | trung học cơ sở | trung học phổ thông | THCS | THPT | cao đẳng | đại học
    thôn | bản | ấp | xóm | buôn | khu phố | tổ dân phố | trạm | cơ quan ngang bộ | khối | hiệp hội
    tổ chức chính trị | trường | bộ | tỉnh | cấp ủy | chính quyền | hội đoàn thể
    """
)
"""Words that, after a comma, belong to the same group: "các ban, ngành, đoàn thể, địa phương"."""

COLLECTIVE_ENDS = ("liên quan", "chức năng", "khác", "trên địa bàn")
"""Words that close a group: what follows the next comma is another name."""

LEVEL_WORDS = listed(
    """
    tỉnh | thành phố | huyện | quận | thị xã | phường | xã | thị trấn | TP | TP. | Trung ương | cấp tỉnh | cấp huyện | cấp xã | cùng cấp
    """
)
"""Level words; the name of a place may follow with capitals."""

COMMA_NAMES = listed(
    """
    sở | phòng | bộ | ban | hội đồng | bcđ | cục | chi cục | tổng cục | vụ | các phòng | các sở | các ngành thành viên | ban chỉ đạo
    viện
    """
)
"""Names that may hold commas and "và" themselves: "Sở Văn hóa, Thể thao và Du lịch", "Ban Chỉ đạo phòng, chống ..."."""

PURPOSE_NAMES = ("ban chỉ đạo", "bcđ", "tổ công tác", "hội đồng")
"""Names that hold their purpose, verbs and all, up to the level word: "Ban Chỉ đạo phòng, chống tội phạm và xây dựng ... tỉnh"."""

APPOSITIONS = (
    " - Cơ quan",
    " – Cơ quan",
    " (Cơ quan",
    " - cơ quan",
    " – cơ quan",
    " (cơ quan",
    ", cơ quan thường trực",
    ", Cơ quan Thường trực",
    ", Cơ quan thường trực",
    " - Thường trực",
    " (Thường trực",
)
"""A name may be explained: "Công an tỉnh - Cơ quan Thường trực Ban Chỉ đạo"; the explanation is no further agency."""

FIXED_NAMES = listed(
    """
    Văn phòng HĐND và UBND | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân | Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân
    Văn phòng Đoàn ĐBQH và HĐND | Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân | Văn phòng Đoàn ĐBQH, HĐND và UBND
    Trung tâm Dịch vụ việc làm | Trung tâm Giới thiệu việc làm | Trung tâm trợ giúp pháp lý nhà nước
    Trung tâm Trợ giúp pháp lý nhà nước | Trung tâm Công tác xã hội | Hội Bảo vệ quyền trẻ em | Hội Liên hiệp Phụ nữ
    Hội Liên hiệp phụ nữ | Đoàn TNCS Hồ Chí Minh | Đoàn Thanh niên Cộng sản Hồ Chí Minh | Ủy ban Mặt trận Tổ quốc Việt Nam
    Ủy ban MTTQ Việt Nam | UBMTTQ Việt Nam | Quỹ Bảo trợ trẻ em | Đài Phát thanh và Truyền hình | Đài Phát thanh - Truyền hình
    Báo và Đài Phát thanh, Truyền hình | Báo và Đài Phát thanh - Truyền hình | Trung tâm Văn hóa, Thông tin và Thể thao
    Trung tâm Văn hóa - Thông tin và Truyền thanh | Trung tâm Truyền thông và Văn hóa | Bảo hiểm xã hội | Ngân hàng Chính sách xã hội
    Phòng Phòng, chống tệ nạn xã hội | Cục Phòng, chống tệ nạn xã hội | Chi cục Phòng, chống tệ nạn xã hội
    Ngân hàng chính sách xã hội | Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam | Ủy ban Trung ương MTTQ Việt Nam
    Trung ương Hội Liên hiệp Phụ nữ Việt Nam | Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh | Trung ương Đoàn TNCS Hồ Chí Minh
    Tổng Liên đoàn Lao động Việt Nam | Viện kiểm sát nhân dân tối cao | Tòa án nhân dân tối cao | Thông tấn xã Việt Nam
    Đài Truyền hình Việt Nam | Đài Tiếng nói Việt Nam | Trung tâm Phục vụ hành chính công
    Trung tâm Bảo trợ xã hội | Trung tâm Truyền thông - Văn hóa | Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên
    Hội đồng phối hợp phổ biến, giáo dục pháp luật | Hội đồng Phối hợp phổ biến, giáo dục pháp luật
    """
)
"""Names with "và", commas or words of action inside, read whole; the level and place follow."""

NAMES_WITH_COMMA = (
    "Văn hóa, Thể thao và Du lịch",
    "Văn hoá, Thể thao và Du lịch",
    "Lao động, Thương binh và Xã hội",
    "Văn hóa, Khoa học và Thông tin",
)
"""Names of departments that hold a comma themselves."""

NAMES_WITH_AND = listed(
    """
    Giáo dục và Đào tạo | Thông tin và Truyền thông | Kế hoạch và Đầu tư | Tài nguyên và Môi trường | Khoa học và Công nghệ
    Nông nghiệp và Phát triển nông thôn | Nông nghiệp và Môi trường | Văn hóa và Thể thao | Văn hóa và Thông tin | Dân tộc và Tôn giáo
    Thương binh và Xã hội | Thương binh và xã hội | Kinh tế và Hạ tầng
    """
)
"""Names of departments that hold "và" themselves."""

AND_TAILS = ("xã hội", "thể thao", "du lịch", "truyền thông", "đào tạo", "môi trường", "công nghệ", "đầu tư", "thông tin", "gia đình")
"""Second halves of names that some print without a capital: "Sở Lao động - Thương binh và xã hội"."""

FIXED_PHRASES = listed(
    """
    phòng, chống mua bán người | phòng, chống tội phạm | phòng chống tội phạm | phòng, chống tệ nạn xã hội | phòng, chống ma túy
    phòng, chống
    """
)
"""Phrases inside a name that are passed over whole though they hold a comma."""
