"""How much one uploaded file may ask of the machine. Plans and reports stay far below every number here."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 25 * MEGABYTE  # the product's limit for every upload; a signed plan of 30 pages has 1 to 3 MB
MAX_TEXT_CHARACTERS = 5_000_000  # about 1,700 pages; the reader keeps the text and its tree in memory

# Office files are zip archives: a few kilobytes can unpack to petabytes, so both what the directory says and what really comes out count.
MAX_UNPACKED_BYTES = 200 * MEGABYTE
MAX_MEMBERS = 2_000  # one for each picture and some dozens besides
MAX_PART_BYTES = 30 * MEGABYTE  # one xml part; parsed it takes many times as much memory; 300 pages have about 1.4 MB
MAX_RATIO = 200  # honest xml shrinks about 7 times
RATIO_COUNTS_FROM_BYTES = 5 * MEGABYTE  # a small part of repeated rows may shrink more without harm

MAX_TAGS = 500_000  # of a web page; each takes some 300 bytes of memory; a plan of 8 pages saved as html has some 300

MAX_PAGES = 2_000  # about 8 ms a page: 16 seconds
MAX_PAGE_CHARACTERS = 100_000  # a dense A3 page of 6-point letters has about 20,000
MAX_RULES_FOR_TABLES = 3_000  # finding cells compares every rule with every other one; maps and charts have far more rules than tables
MIN_CHARACTERS_PER_PAGE = 40  # a scan often carries a printed signature or a stamp of receipt, so a few letters do not make it text

# The separate process of `apart`: what the limits above let through may still be slow to parse.
MAX_MEMORY_BYTES = 1024 * MEGABYTE
MAX_SECONDS = 90
