"""A person received as a possible victim of trafficking: verification, determination (yes or no), protection, support, follow-up.

Until the determination she is "người đang trong quá trình xác định là nạn nhân", and the screen says so. Not being one is counted too.
"""
