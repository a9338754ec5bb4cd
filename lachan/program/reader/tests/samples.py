"""Short plans in words of our own, for invented places, in the shapes that committees use."""

LABELLED = """\
UBND TỈNH HÒA SƠN
BAN CHỈ ĐẠO 138
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/KH-BCĐ
Hòa Sơn, ngày 14 tháng 02 năm 2023
KẾ HOẠCH
Thực hiện công tác phòng, chống mua bán người
trên địa bàn tỉnh Hòa Sơn năm 2023
Căn cứ Quyết định số 193/QĐ-TTg ngày 09/02/2021 của Thủ tướng Chính phủ phê duyệt Chương trình phòng, chống mua bán người; \
Kế hoạch số 15/KH-BCĐ ngày 10/01/2023 của Ban Chỉ đạo 138/CP về công tác phòng, chống mua bán người năm 2023; \
Ban Chỉ đạo 138 tỉnh ban hành Kế hoạch thực hiện năm 2023, cụ thể như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của người dân về tội phạm mua bán người.
II. CHỈ TIÊU
1. Phấn đấu 100% xã, phường, thị trấn được tuyên truyền.
2. Năm 2022 toàn tỉnh đã phát hiện 05 vụ, tăng 20% so với năm 2021.
III. NỘI DUNG, NHIỆM VỤ
1. Công tác tuyên truyền
1.1. Tổ chức tuyên truyền trên các phương tiện thông tin đại chúng.
- Đơn vị chủ trì: Sở Thông tin và Truyền thông.
- Đơn vị phối hợp: Công an tỉnh, Hội Liên hiệp Phụ nữ tỉnh, UBND các huyện, thành phố.
- Thời gian thực hiện: Tháng 7/2023.
2. Công tác phòng ngừa
a) Rà soát, nắm tình hình địa bàn trọng điểm (Công an tỉnh chủ trì, phối hợp với Bộ Chỉ huy Bộ đội Biên phòng tỉnh thực hiện).
b) Tổ chức đợt cao điểm tấn công tội phạm từ ngày 01/7/2023 đến ngày 30/9/2023.
IV. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh
- Là cơ quan thường trực, chủ trì, phối hợp với các đơn vị liên quan tham mưu triển khai Kế hoạch này.
2. Đề nghị Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh đẩy nhanh tiến độ truy tố, xét xử.
3. UBND các huyện, thành phố xây dựng kế hoạch, gửi về Ban Chỉ đạo 138 tỉnh (qua Công an tỉnh) trước ngày 28/02/2023.
4. Kinh phí thực hiện: Sử dụng từ nguồn ngân sách nhà nước.
Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Công an tỉnh./.
Nơi nhận:
- Ban Chỉ đạo 138/CP (để b/c);
- Lưu: VT, NC.
TM. BAN CHỈ ĐẠO
KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN
GIÁM ĐỐC CÔNG AN TỈNH
(Đã ký)
Đại tá Nguyễn Văn Mẫu
"""

REFERRING = """\
ỦY BAN NHÂN DÂN
HUYỆN AN PHÚ ĐÔNG
Số:      /KH-UBND
An Phú Đông, ngày     tháng 3 năm 2022
KẾ HOẠCH
THỰC HIỆN CHƯƠNG TRÌNH PHÒNG, CHỐNG MUA BÁN NGƯỜI
GIAI ĐOẠN 2022 - 2025
Thực hiện Kế hoạch số 120/KH-UBND ngày 15 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện xây dựng Kế hoạch như sau:
Phần thứ nhất
ĐÁNH GIÁ TÌNH HÌNH
1. Trong năm 2021 đã giải quyết 95% tin báo.
Phần thứ hai
NHIỆM VỤ
I. HOẠT ĐỘNG
1. Hoạt động truyền thông
a) Nội dung hoạt động
(1) Xây dựng chuyên trang, chuyên mục trên Đài Truyền thanh huyện.
(2) Tập huấn cho cán bộ cấp xã về nhận diện nạn nhân.
(3) Lồng ghép tuyên truyền vào sinh hoạt của các hội.
b) Phân công trách nhiệm
- Phòng Văn hóa và Thông tin chủ tri, phối hơp với Đài Truyền thanh huyện thực hiện tiết (1);
- Đề nghị Hội Liên hiệp Phụ nữ huyện chủ trì thực hiện hoạt động tại tiết (2);
- Ủy ban nhân dân các xã, thị trấn lồng ghép nhiệm vụ của địa phương mình với thực hiện tiết (3); phối hợp thực hiện tiết (1), (2).
2. Hoạt động hỗ trợ nạn nhân
- Tổ chức tiếp nhận nạn nhân.
- Giới thiệu việc làm cho nạn nhân.
Giao Phòng Lao động - Thương binh và Xã hội chủ trì, phối hợp Công an huyện thực hiện.
II. TỔ CHỨC THỰC HIỆN
1. Giao Công an huyện theo dõi, đôn đốc; định kỳ 06 tháng và hàng năm báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6 và 15/12 hằng năm.
2. Yêu cầu thủ trưởng các cơ quan, đơn vị; Chủ tịch UBND các xã, thị trấn xây dựng kế hoạch của đơn vị mình chậm nhất ngày 31/3/2022./.
CHỦ TỊCH
Trần Thị Mẫu
ĐỀ CƯƠNG
BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH
PHẦN I.
TÌNH HÌNH CHUNG
I. ĐẶC ĐIỂM
1. Tình hình tội phạm
Nêu số vụ theo từng năm.
2. Tình hình nạn nhân
a) Số nạn nhân đã xác định
PHẦN II.
KIẾN NGHỊ
(*) Số liệu tính từ ngày 15/12/2021 đến ngày 14/12/2022.
"""

DECISION = """\
QUYẾT ĐỊNH
PHÊ DUYỆT KẾ HOẠCH PHÒNG, CHỐNG MUA BÁN NGƯỜI GIAI ĐOẠN 2011-2015
ỦY BAN NHÂN DÂN TỈNH BÌNH LÃNG
Căn cứ Luật Phòng, chống mua bán người ngày 29 tháng 3 năm 2011;
Xét đề nghị của Giám đốc Công an tỉnh tại Tờ trình số 12/TTr-CAT ngày 20 tháng 9 năm 2011,
QUYẾT ĐỊNH:
Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch phòng, chống mua bán người giai đoạn 2011-2015.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này.
KẾ HOẠCH
PHÒNG, CHỐNG MUA BÁN NGƯỜI GIAI ĐOẠN 2011-2015
(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 30/9/2011 của UBND tỉnh)
I. Các chỉ tiêu
+ Đến năm 2013 đạt 85% và năm 2015 đạt 100% văn bản pháp luật được chuyển tới xã.
II. Các đề án
1. ĐỀ ÁN 1: “Tuyên truyền, giáo dục pháp luật”.
Sở Thông tin và Truyền thông chủ trì; Sở Tư pháp và các ngành khác tham gia.
+ Xây dựng tài liệu truyền thông chung cho toàn tỉnh.
III. Tổ chức thực hiện
1. Công an tỉnh là cơ quan chủ trì, tham mưu hướng dẫn, kiểm tra các ngành thực hiện.
"""
