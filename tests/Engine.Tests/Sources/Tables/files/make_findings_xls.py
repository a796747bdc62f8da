"""Writes findings.xls: a BIFF8 workbook of our own, small enough to be one sheet, one merged unit, dates, a percentage.

Run it in this folder: python3 make_findings_xls.py
"""

import struct
from datetime import date

GENERAL, DATE, PERCENT = 15, 16, 17  # places in the list of cell formats below


def record(code, data=b""):
    return struct.pack("<HH", code, len(data)) + data


def text(value):
    """A string with a 16-bit length, stored as UTF-16."""
    return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")


def cell_format(number_format):
    return record(0x00E0, struct.pack("<HHHBBBBIIH", 0, number_format, 0x0001, 0x20, 0, 0, 0, 0, 0, 0x20C0))


def label(row, column, value):
    return record(0x0204, struct.pack("<HHH", row, column, GENERAL) + text(value))


def number(row, column, value, style=GENERAL):
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def day(row, column, value):
    return number(row, column, (value - date(1899, 12, 30)).days, DATE)


def sheet():
    cells = [label(0, 0, "2024年第四季度政府网站问题清单")]
    cells += [
        label(1, i, heading)
        for i, heading in enumerate(["序号", "责任单位", "问题类型", "问题描述", "发现时间", "数量", "占比"])
    ]
    cells += [number(2, 0, 1), label(2, 1, "旗教育体育局"), label(2, 2, "错别字"), label(2, 3, "首页“部署”写成“布署”")]
    cells += [day(2, 4, date(2024, 12, 5)), number(2, 5, 2), number(2, 6, 0.333, PERCENT)]
    cells += [number(3, 0, 2), label(3, 2, "错链"), label(3, 3, "机构职能栏目\n链接打不开")]
    cells += [day(3, 4, date(2024, 11, 8)), number(3, 5, 1), number(3, 6, 0.167, PERCENT)]
    cells += [number(4, 0, 3), label(4, 1, "札萨克镇"), label(4, 2, "更新不及时"), label(4, 3, "动态栏目两周未更新")]
    cells += [label(4, 4, "12月3日"), label(4, 5, "3条"), number(4, 6, 0.5, PERCENT)]
    cells += [label(5, 0, "合计"), number(5, 5, 6)]
    merged = record(0x00E5, struct.pack("<H8H", 2, 0, 0, 0, 6, 2, 3, 1, 1))
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    return head + record(0x0200, struct.pack("<IIHHH", 0, 6, 0, 7, 0)) + b"".join(cells) + merged + record(0x000A)


def workbook():
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)) + record(0x0042, struct.pack("<H", 1200))
    font = record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + struct.pack("<BB", 5, 0) + b"Arial")
    formats = b"".join(cell_format(0) for _ in range(16)) + cell_format(14) + cell_format(9)
    name = "问题清单"
    bound_length = len(record(0x0085, b"\0" * 6 + struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")))
    offset = len(head) + len(font) * 4 + len(formats) + bound_length + 4
    bound = record(0x0085, struct.pack("<IH", offset, 0) + struct.pack("<BB", len(name), 1) + name.encode("utf-16-le"))
    return head + font * 4 + formats + bound + record(0x000A) + sheet()


def compound(stream):
    """An OLE2 compound file with one stream; padded to 4,096 bytes so that it lies in ordinary sectors."""
    stream = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    count = len(stream) // 512
    chain = [*range(1, count), 0xFFFFFFFE]  # the stream
    table = chain + [0xFFFFFFFE, 0xFFFFFFFD]  # the directory, the allocation table
    table += [0xFFFFFFFF] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, count, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", count + 1) + struct.pack("<I", 0xFFFFFFFF) * 108

    def entry(name, kind, child, start, size):
        encoded = (name + "\0").encode("utf-16-le")
        return (
            encoded.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, size)
        )

    empty = b"\0" * 66 + b"\0\0" + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF) + b"\0" * 48
    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 0, len(stream)) + empty * 2
    return header + stream + directory + struct.pack("<128I", *table)


if __name__ == "__main__":
    with open("findings.xls", "wb") as file:
        file.write(compound(workbook()))
