"""What the 31 provinces are called, in short and in full.

Kept apart from the province packs so that a list can name them without opening 31 files, which a window that starts would
wait for; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Key of the province pack -> its short and its full name, in the order of GB/T 2260.
PROVINCE_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "beijing": ("北京", "北京市"),
        "tianjin": ("天津", "天津市"),
        "hebei": ("河北", "河北省"),
        "shanxi": ("山西", "山西省"),
        "neimenggu": ("内蒙古", "内蒙古自治区"),
        "liaoning": ("辽宁", "辽宁省"),
        "jilin": ("吉林", "吉林省"),
        "heilongjiang": ("黑龙江", "黑龙江省"),
        "shanghai": ("上海", "上海市"),
        "jiangsu": ("江苏", "江苏省"),
        "zhejiang": ("浙江", "浙江省"),
        "anhui": ("安徽", "安徽省"),
        "fujian": ("福建", "福建省"),
        "jiangxi": ("江西", "江西省"),
        "shandong": ("山东", "山东省"),
        "henan": ("河南", "河南省"),
        "hubei": ("湖北", "湖北省"),
        "hunan": ("湖南", "湖南省"),
        "guangdong": ("广东", "广东省"),
        "guangxi": ("广西", "广西壮族自治区"),
        "hainan": ("海南", "海南省"),
        "chongqing": ("重庆", "重庆市"),
        "sichuan": ("四川", "四川省"),
        "guizhou": ("贵州", "贵州省"),
        "yunnan": ("云南", "云南省"),
        "xizang": ("西藏", "西藏自治区"),
        "shaanxi": ("陕西", "陕西省"),
        "gansu": ("甘肃", "甘肃省"),
        "qinghai": ("青海", "青海省"),
        "ningxia": ("宁夏", "宁夏回族自治区"),
        "xinjiang": ("新疆", "新疆维吾尔自治区"),
    }
)
