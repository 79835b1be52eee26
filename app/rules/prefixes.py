"""The letter that opens a filing number, and the province it stands for.

Kept apart from the province packs so that a number can be read without opening 31 files; a test holds the two together.
The letters are those that stand in filing numbers: 蜀, 黔, 滇, 陇 and 陕, not the everyday 川, 贵, 云, 甘 and 秦.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Letter of the filing number -> key of the province pack, in the order of GB/T 2260.
PROVINCE_OF_LETTER: Mapping[str, str] = MappingProxyType(
    {
        "京": "beijing",
        "津": "tianjin",
        "冀": "hebei",
        "晋": "shanxi",
        "蒙": "neimenggu",
        "辽": "liaoning",
        "吉": "jilin",
        "黑": "heilongjiang",
        "沪": "shanghai",
        "苏": "jiangsu",
        "浙": "zhejiang",
        "皖": "anhui",
        "闽": "fujian",
        "赣": "jiangxi",
        "鲁": "shandong",
        "豫": "henan",
        "鄂": "hubei",
        "湘": "hunan",
        "粤": "guangdong",
        "桂": "guangxi",
        "琼": "hainan",
        "渝": "chongqing",
        "蜀": "sichuan",
        "黔": "guizhou",
        "滇": "yunnan",
        "藏": "xizang",
        "陕": "shaanxi",
        "陇": "gansu",
        "青": "qinghai",
        "宁": "ningxia",
        "新": "xinjiang",
    }
)

#: What people write instead -> the letter that is meant. Only ever used to say so, never to change a number.
LETTER_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "川": "蜀",
        "贵": "黔",
        "云": "滇",
        "甘": "陇",
        "秦": "陕",
        "申": "沪",
        "北京": "京",
        "天津": "津",
        "河北": "冀",
        "山西": "晋",
        "内蒙": "蒙",
        "内蒙古": "蒙",
        "辽宁": "辽",
        "吉林": "吉",
        "黑龙江": "黑",
        "上海": "沪",
        "江苏": "苏",
        "浙江": "浙",
        "安徽": "皖",
        "福建": "闽",
        "江西": "赣",
        "山东": "鲁",
        "河南": "豫",
        "湖北": "鄂",
        "湖南": "湘",
        "广东": "粤",
        "广西": "桂",
        "海南": "琼",
        "重庆": "渝",
        "四川": "蜀",
        "贵州": "黔",
        "云南": "滇",
        "西藏": "藏",
        "陕西": "陕",
        "甘肃": "陇",
        "青海": "青",
        "宁夏": "宁",
        "新疆": "新",
    }
)
