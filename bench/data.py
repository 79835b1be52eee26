"""Synthetic records of any number for benchmarks and long-list tests: fictional, valid, the same for the same seed.

Names are put together from word lists, numbers have their check digits, phones and domains lie in ranges nobody
is reached under. `bench.stores` writes them into stores.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.models import name_key

PROVINCES = (
    ("beijing", "京", "110101"), ("tianjin", "津", "120101"), ("hebei", "冀", "130102"), ("shanxi", "晋", "140105"),
    ("liaoning", "辽", "210102"), ("jilin", "吉", "220102"), ("heilongjiang", "黑", "230102"), ("shanghai", "沪", "310101"),
    ("jiangsu", "苏", "320102"), ("zhejiang", "浙", "330102"), ("anhui", "皖", "340102"), ("fujian", "闽", "350102"),
    ("jiangxi", "赣", "360102"), ("shandong", "鲁", "370102"), ("henan", "豫", "410102"), ("hubei", "鄂", "420102"),
    ("hunan", "湘", "430102"), ("guangdong", "粤", "440103"), ("hainan", "琼", "460105"), ("sichuan", "蜀", "510104"),
    ("guizhou", "黔", "520102"), ("yunnan", "滇", "530102"), ("shaanxi", "陕", "610102"), ("gansu", "陇", "620102"),
)  # fmt: skip
PLACES = [
    "北京",
    "天津",
    "石家庄",
    "太原",
    "沈阳",
    "长春",
    "哈尔滨",
    "上海",
    "南京",
    "杭州",
    "合肥",
    "福州",
    "南昌",
    "济南",
    "郑州",
    "武汉",
    "长沙",
    "广州",
    "深圳",
    "海口",
    "成都",
    "贵阳",
    "昆明",
    "西安",
    "兰州",
    "苏州",
    "青岛",
    "宁波",
    "厦门",
    "无锡",
]
SYLLABLES = list(
    "云海星辰飞腾鼎盛华泰瑞祥智汇创联易达恒信博雅汉唐锦绣蓝图金石青木晨曦远航方圆同济启明宏伟中和万象天成百川数字虹光德润鑫源嘉禾"
)
TRADES = [
    "网络科技",
    "信息技术",
    "电子商务",
    "文化传媒",
    "教育咨询",
    "机械设备",
    "生物科技",
    "餐饮管理",
    "物流",
    "建筑工程",
    "医疗器械",
    "农业发展",
    "软件",
    "广告",
    "服装",
    "装饰设计",
]
FORMS = ["有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司", "工作室", "经营部", "合作社"]
SURNAMES = [
    *list("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"),
    "欧阳",
    "司马",
    "上官",
    "诸葛",
]
GIVEN = list(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文博宇轩子涵梓萱浩然思远雨桐一诺欣怡俊熙晓东春梅志强海燕国栋"
)
SITE_WORDS = ["官网", "商城", "论坛", "博客", "资讯网", "服务平台", "之家", "导航", "学习网", "门户"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SUFFIXES = (".example.com", ".example.cn", ".example.net", ".example.org")
PROVIDERS = ("示例云", "样例数据中心", "演示网络")

_MADE = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def identity_number(dice: random.Random, region: str) -> str:
    """An identity number of a birth in the nineteenth century: the check digit is right, the person is not."""
    born = date(1880, 1, 1) + timedelta(days=dice.randrange(7_000))
    body = f"{region}{born:%Y%m%d}{dice.randrange(500) * 2 + 1:03d}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _ID_WEIGHTS, strict=True)) % 11]


def credit_code(dice: random.Random, region: str) -> str:
    """A unified social credit code with a right check character."""
    body = f"91{region}" + "".join(dice.choices(_CREDIT_LETTERS, k=9))
    total = sum(_CREDIT_LETTERS.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + _CREDIT_LETTERS[(31 - total % 31) % 31]


def person(dice: random.Random) -> str:
    """A name of two to four characters."""
    return dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))


def mobile(dice: random.Random) -> str:
    """A number of the 100 000 behind 138-0013 and its like, which are used in examples."""
    return f"{dice.choice(('138', '139', '150', '186'))}00{dice.randrange(10**6):06d}"


def subjects(count: int, seed: int = 1, first_id: int = 1) -> Iterator[dict[str, Any]]:
    """Rows of `subject`, ids from `first_id`."""
    dice = random.Random(seed)
    for number in range(first_id, first_id + count):
        province, prefix, region = dice.choice(PROVINCES)
        unit = dice.random() < 0.8
        lead = person(dice)
        name = (
            f"{dice.choice(PLACES)}{''.join(dice.choices(SYLLABLES, k=dice.choice((2, 2, 3))))}{dice.choice(TRADES)}{dice.choice(FORMS)}"
            if unit
            else lead
        )
        made = _MADE + timedelta(seconds=number)
        yield {
            "id": number, "version": 1, "kind": "unit" if unit else "individual", "nature": "企业" if unit else "",
            "name": name, "name_key": name_key(name), "province": province,
            "filing_number": f"{prefix}ICP备{10_000_000 + number:08d}号",
            "certificate_type": "credit_code" if unit else "id_card",
            "certificate_number": credit_code(dice, region) if unit else identity_number(dice, region),
            "certificate_address": "", "address": f"{dice.choice(PLACES)}市示例路{dice.randrange(1, 999)}号",
            "lead_name": lead, "lead_certificate_type": "id_card",
            "lead_certificate_number": identity_number(dice, region), "lead_phone": mobile(dice),
            "lead_email": f"{''.join(dice.choices(LETTERS, k=7))}@example.com", "emergency_phone": mobile(dice),
            "state": dice.choices(("active", "hollow", "deregistered", "unknown"), (88, 5, 5, 2))[0],
            "filed_on": date(2008, 1, 1) + timedelta(days=dice.randrange(6500)), "account_id": None,
            "site_count": 0, "note": "", "created_at": made, "updated_at": made,
        }  # fmt: skip


def sites(of: list[dict[str, Any]], per_subject: int, first_id: int, dice: random.Random) -> Iterator[dict[str, Any]]:
    """Rows of `site` for a piece of subjects; their domain stands in `domain`."""
    number = first_id
    for subject in of:
        for position in range(1, per_subject + 1):
            label = "".join(dice.choices(LETTERS, k=dice.randrange(4, 10)))
            domain = f"{label}{dice.choice(SUFFIXES)}"
            name = f"{''.join(dice.choices(SYLLABLES, k=2))}{dice.choice(TRADES)}{dice.choice(SITE_WORDS)}"
            lead = person(dice)
            kind, mark = dice.choices((("site", ""), ("app", "A"), ("mini_program", "X")), (90, 6, 4))[0]
            yield {
                "id": number, "version": 1, "subject_id": subject["id"], "kind": kind, "name": name,
                "name_key": name_key(name), "filing_number": f"{subject['filing_number']}-{position}{mark}",
                "domain": domain, "home_url": f"www.{domain}", "lead_name": lead, "lead_certificate_type": "id_card",
                "lead_certificate_number": identity_number(dice, "110101"), "lead_phone": mobile(dice),
                "lead_email": f"{label}@example.com", "access_provider": dice.choice(PROVIDERS),
                "access_state": dice.choices(("accessed", "cancelled", "unknown"), (85, 10, 5))[0],
                "state": dice.choices(("active", "deregistered", "unknown"), (93, 5, 2))[0],
                "approved_on": subject["filed_on"], "province": subject["province"],
                "subject_name": subject["name"], "subject_name_key": subject["name_key"], "note": "",
                "created_at": subject["created_at"], "updated_at": subject["updated_at"],
            }  # fmt: skip
            number += 1


def domain_of(site: dict[str, Any]) -> dict[str, Any]:
    """The row of `domain` of a site, under the site's own number."""
    name = site["domain"]
    return {
        "id": site["id"], "version": 1, "site_id": site["id"], "position": 0, "ascii": name, "unicode": name,
        "suffix": name.rpartition(".")[2], "holder_name": "", "holder_certificate_type": "", "registrar": "",
        "expires_on": None, "real_name_state": "unknown",
    }  # fmt: skip


def build_store(path: Path, key: bytes, *, subjects_wanted: int, sites_per_subject: int = 2, seed: int = 1) -> None:
    """Make a store with that many subjects and their sites, indexed for search as the program would."""
    from bench.stores import build

    build(path, key, subjects_wanted=subjects_wanted, sites_per_subject=sites_per_subject, seed=seed)
