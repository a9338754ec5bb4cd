"""Plainly invented people: every given name says that it is one, every number is made of zeros."""

from dataclasses import dataclass
from random import Random

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
MIDDLE = {"female": ("Thị", "Ngọc", "Thu", "Thanh"), "male": ("Văn", "Hữu", "Đức", "Minh")}
GIVEN = ("Ví Dụ", "Minh Họa", "Giả Định", "Tưởng Tượng", "Hư Cấu", "Thử Nghiệm", "Làm Mẫu", "Không Thật", "Bịa Đặt", "Tượng Trưng")
# Female to male about as the programme's published totals have it; the age reaches from a child to the middle of life.
SEXES = ("female",) * 7 + ("male",) * 3
ETHNIC_GROUPS = ("01",) * 16 + ("05", "04", "27", "52")


@dataclass(frozen=True)
class Invented:
    """One invented person."""

    full_name: str
    sex: str
    birth_year: int
    ethnic_group: str
    id_number: str
    phone: str
    address: str


def invent(chance: Random, *, born: tuple[int, int] = (1978, 2009), sexes: tuple[str, ...] = SEXES) -> Invented:
    """A person born between two years, both inclusive."""
    sex = chance.choice(sexes)
    return Invented(
        full_name=f"{chance.choice(SURNAMES)} {chance.choice(MIDDLE[sex])} {chance.choice(GIVEN)}",
        sex=sex,
        birth_year=chance.randint(*born),
        ethnic_group=chance.choice(ETHNIC_GROUPS),
        id_number=f"000000{chance.randint(0, 999999):06d}",
        phone=f"0000 000 {chance.randint(0, 999):03d}",
        address=f"Số 0, đường Minh Họa {chance.randint(1, 40)}",
    )
