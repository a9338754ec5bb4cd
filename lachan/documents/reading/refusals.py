"""Why a file is refused: one sentence that names what is wrong, one that says what to do."""

from lachan.foundation.errors import Refused

WHAT_WE_READ = "Nộp tệp .docx, .pdf có chữ, .html hoặc .txt."

MESSAGES = {
    "tep-rong": "Tệp rỗng. Chọn lại tệp có nội dung.",
    "khong-co-chu": "Tệp không có chữ nào để đọc. Kiểm tra lại tệp rồi nộp bản có nội dung.",
    "tep-qua-lon": "Tệp {size} MB vượt mức {limit} MB. Giảm dung lượng ảnh trong tệp hoặc chia nhỏ rồi nộp lại.",
    "qua-dai": "Văn bản dài hơn {limit} triệu ký tự. Chia thành nhiều tệp rồi nộp lại.",
    "qua-nhieu-trang": "Tệp có hơn {limit} trang. Chia thành nhiều tệp rồi nộp lại.",
    "bom-nen": "Tệp bung ra lớn bất thường nên không được mở. Mở bằng Word, lưu lại thành .docx rồi nộp bản mới.",
    "tep-hong": "Tệp {kind} bị hỏng hoặc tải lên chưa trọn. Mở thử trên máy, lưu lại rồi nộp lần nữa.",
    "xml-la": "Tệp Word chứa khai báo XML không được phép (DTD). Mở bằng Word, lưu lại thành .docx rồi nộp bản mới.",
    "co-mat-khau": "Tệp {kind} có mật khẩu. Mở bằng mật khẩu, lưu một bản không đặt mật khẩu rồi nộp lại.",
    "co-macro": "Tệp Word có macro nên không được mở. Lưu lại thành .docx (không macro) rồi nộp lại.",
    "doc-cu": "Tệp là Word 97–2003 (.doc). Mở bằng Word, chọn Lưu thành .docx rồi nộp lại.",
    "dang-khac": "Tệp là {what}, không đọc làm văn bản được. " + WHAT_WE_READ,
    "tep-nen": "Tệp là tệp nén {what}. Giải nén rồi nộp từng văn bản. " + WHAT_WE_READ,
    "tep-anh": "Tệp là ảnh ({what}), chưa có chữ. Nhận dạng chữ (OCR) thành .pdf có chữ hoặc .docx rồi nộp lại.",
    "ban-scan": "Tệp là bản quét, chưa có chữ. Nhận dạng chữ (OCR) trước rồi nộp lại, hoặc nộp tệp .docx gốc.",
    "chu-khong-ma": "Tệp PDF có chữ nhưng phông không kèm mã chữ nên không đọc được. Nộp tệp .docx gốc hoặc xuất lại PDF từ Word.",
    "bang-ma-cu": "Tệp dùng bảng mã {encoding}, không phải Unicode. Chọn đọc theo bảng mã này, hoặc lưu lại dạng Unicode (UTF-8) rồi nộp lại.",
    "bang-ma-la": "Không nhận ra bảng mã của tệp. Chọn bảng mã nếu biết, hoặc lưu lại dạng Unicode (UTF-8) rồi nộp lại.",
    "bang-ma-sai": "Không có bảng mã “{encoding}”. Chọn một trong: {known}.",
    "tep-nhi-phan": "Tệp không phải văn bản. " + WHAT_WE_READ,
    "qua-nang": "Tệp quá nặng để đọc trong giới hạn của hệ thống. Chia nhỏ tệp hoặc xuất lại từ Word rồi nộp lại.",
}


class OldEncoding(Refused):
    """The file was typed before Unicode; `encoding` is the key of `encodings.NAMES` that makes Vietnamese of it."""

    def __init__(self, encoding: str, name: str):
        super().__init__(MESSAGES["bang-ma-cu"].format(encoding=name), code="bang-ma-cu")
        self.encoding = encoding


def refusal(code: str, **values: object) -> Refused:
    """The refusal to raise for `code`; `values` fill the gaps of its message."""
    return Refused(MESSAGES[code].format(**values), code=code)
