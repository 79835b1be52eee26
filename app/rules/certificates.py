"""Certificates of people and units: which there are, what they are called on paper, and whether a number can be right.

Identity card and residence permit numbers are checked by their own check digit (GB 11643, ISO 7064 MOD 11-2) and birth
date; the place code is not looked up, because tables of place codes refuse real people whose county has changed. The
unified social credit code goes by its check digit alone (GB 32100): its first characters may be letters, which
python-stdnum's own validation refuses. Everything else goes by shape, as generously as the shape allows.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Literal

from stdnum.cn import uscc

from app.errors import UserError

SubjectKind = Literal["individual", "unit"]


class CertificateType(StrEnum):
    """The certificates that a filing can stand on."""

    ID_CARD = "id_card"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    HK_MACAO_TAIWAN_RESIDENCE = "hk_macao_taiwan_residence"
    FOREIGN_RESIDENCE = "foreign_residence"
    CREDIT_CODE = "credit_code"
    ORGANIZATION_CODE = "organization_code"
    BUSINESS_LICENCE_OLD = "business_licence_old"
    INSTITUTION_LICENCE = "institution_licence"
    SOCIAL_ORGANIZATION = "social_organization"
    PRIVATE_NON_ENTERPRISE = "private_non_enterprise"
    FOUNDATION = "foundation"
    LAW_FIRM = "law_firm"
    FOREIGN_OFFICE = "foreign_office"
    MILITARY_CODE = "military_code"
    OTHER_UNIT = "other_unit"


_LABELS_ZH = {
    CertificateType.ID_CARD: "居民身份证",
    CertificateType.PASSPORT: "护照",
    CertificateType.HK_MACAO_PERMIT: "港澳居民来往内地通行证",
    CertificateType.TAIWAN_PERMIT: "台湾居民来往大陆通行证",
    CertificateType.HK_MACAO_TAIWAN_RESIDENCE: "港澳台居民居住证",
    CertificateType.FOREIGN_RESIDENCE: "外国人永久居留身份证",
    CertificateType.CREDIT_CODE: "营业执照（统一社会信用代码）",
    CertificateType.ORGANIZATION_CODE: "组织机构代码证",
    CertificateType.BUSINESS_LICENCE_OLD: "工商营业执照（注册号）",
    CertificateType.INSTITUTION_LICENCE: "事业单位法人证书",
    CertificateType.SOCIAL_ORGANIZATION: "社会团体法人登记证书",
    CertificateType.PRIVATE_NON_ENTERPRISE: "民办非企业单位登记证书",
    CertificateType.FOUNDATION: "基金会法人登记证书",
    CertificateType.LAW_FIRM: "律师事务所执业许可证",
    CertificateType.FOREIGN_OFFICE: "外国企业常驻代表机构登记证",
    CertificateType.MILITARY_CODE: "军队代号",
    CertificateType.OTHER_UNIT: "其他单位证件",
}

#: Other names met in tables and forms.
_SYNONYMS_ZH = {
    "身份证": CertificateType.ID_CARD,
    "二代身份证": CertificateType.ID_CARD,
    "中华人民共和国居民身份证": CertificateType.ID_CARD,
    "外国人护照": CertificateType.PASSPORT,
    "港澳通行证": CertificateType.HK_MACAO_PERMIT,
    "港澳居民往来内地通行证": CertificateType.HK_MACAO_PERMIT,
    "回乡证": CertificateType.HK_MACAO_PERMIT,
    "台胞证": CertificateType.TAIWAN_PERMIT,
    "台湾居民往来大陆通行证": CertificateType.TAIWAN_PERMIT,
    "居住证": CertificateType.HK_MACAO_TAIWAN_RESIDENCE,
    "港澳居民居住证": CertificateType.HK_MACAO_TAIWAN_RESIDENCE,
    "台湾居民居住证": CertificateType.HK_MACAO_TAIWAN_RESIDENCE,
    "外国人永久居留证": CertificateType.FOREIGN_RESIDENCE,
    "营业执照": CertificateType.CREDIT_CODE,
    "企业营业执照": CertificateType.CREDIT_CODE,
    "工商营业执照": CertificateType.CREDIT_CODE,
    "统一社会信用代码": CertificateType.CREDIT_CODE,
    "统一社会信用代码证书": CertificateType.CREDIT_CODE,
    "组织机构代码": CertificateType.ORGANIZATION_CODE,
    "营业执照注册号": CertificateType.BUSINESS_LICENCE_OLD,
    "事业法人证书": CertificateType.INSTITUTION_LICENCE,
    "事业单位证书": CertificateType.INSTITUTION_LICENCE,
    "社团法人证书": CertificateType.SOCIAL_ORGANIZATION,
    "社会团体法人证书": CertificateType.SOCIAL_ORGANIZATION,
    "民办非企业登记证书": CertificateType.PRIVATE_NON_ENTERPRISE,
    "基金会法人证书": CertificateType.FOUNDATION,
    "部队代号": CertificateType.MILITARY_CODE,
}

_OF_PEOPLE = (
    CertificateType.ID_CARD,
    CertificateType.HK_MACAO_PERMIT,
    CertificateType.TAIWAN_PERMIT,
    CertificateType.HK_MACAO_TAIWAN_RESIDENCE,
    CertificateType.PASSPORT,
    CertificateType.FOREIGN_RESIDENCE,
)
_OF_UNITS = tuple(kind for kind in CertificateType if kind not in _OF_PEOPLE)

#: Units registered since 2015 carry an 18-character credit code on these certificates; older ones a number of their own.
_CREDIT_CODE_OR_OLD = (
    CertificateType.INSTITUTION_LICENCE,
    CertificateType.SOCIAL_ORGANIZATION,
    CertificateType.PRIVATE_NON_ENTERPRISE,
    CertificateType.FOUNDATION,
    CertificateType.LAW_FIRM,
    CertificateType.FOREIGN_OFFICE,
)

_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_CHECK = "10X98765432"
_RESIDENCE_REGIONS = ("810000", "820000", "830000")
_CODE_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_EARLIEST_BIRTH = date(1880, 1, 1)
_DASHES = re.compile(r"[\s‐‑‒–—―−-]")


def certificate_types(subject_kind: SubjectKind | str) -> tuple[CertificateType, ...]:
    """The certificates an individual or a unit may show, the commonest first."""
    return _OF_PEOPLE if subject_kind == "individual" else _OF_UNITS


def label_zh(kind: CertificateType | str) -> str:
    """What the certificate is called on paper."""
    return _LABELS_ZH[CertificateType(kind)]


def certificate_type_named(text: str) -> CertificateType | None:
    """The certificate that a table or a form names, by its key, its name or another name for it; None when unknown."""
    wanted = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("(", "（").replace(")", "）")
    for kind, label in _LABELS_ZH.items():
        if wanted in (label, kind.value):
            return kind
    return _SYNONYMS_ZH.get(wanted)


def check_certificate(kind: CertificateType | str, number: str, *, today: date | None = None) -> str:
    """The number in its usual writing, if it can be right.

    With `today` a birth date in the future is refused as well. Facts of errors never hold the number.

    Raises:
        UserError: `rules.certificate_…`, naming what is wrong and what is expected.
        ValueError: the kind is no certificate (a bug).
    """
    kind = CertificateType(kind)
    plain = unicodedata.normalize("NFKC", number).strip().upper()
    if kind not in (CertificateType.OTHER_UNIT, CertificateType.MILITARY_CODE):
        plain = _DASHES.sub("", plain)
    if not plain:
        raise UserError("rules.certificate_empty")
    if "*" in plain:
        raise UserError("rules.certificate_masked")
    if len(plain) > 60 or any(unicodedata.category(char)[0] == "C" for char in plain):
        raise UserError("rules.certificate_shape", certificate=label_zh(kind), count=len(plain))
    match kind:
        case CertificateType.ID_CARD:
            return _person(plain, today)
        case CertificateType.HK_MACAO_TAIWAN_RESIDENCE:
            if not plain.startswith(_RESIDENCE_REGIONS):
                raise UserError("rules.certificate_not_residence_permit")
            return _person(plain, today)
        case CertificateType.FOREIGN_RESIDENCE:
            # 2017: three letters and twelve digits; since 2023 eighteen characters as on the identity card, opening with 9.
            if re.fullmatch(r"[A-Z]{3}\d{12}", plain):
                return plain
            return _person(plain, today)
        case CertificateType.CREDIT_CODE:
            return _credit_code(plain)
        case CertificateType.ORGANIZATION_CODE:
            return _organization_code(plain)
        case _ if kind in _CREDIT_CODE_OR_OLD:
            return _credit_code(plain) if len(plain) == 18 else _shaped(kind, plain, r"[0-9A-Z一-鿿第号字()]{4,40}")
        case CertificateType.PASSPORT:
            return _shaped(kind, plain, r"(?=.*\d)[A-Z0-9]{5,17}")
        case CertificateType.HK_MACAO_PERMIT:
            return _shaped(kind, plain, r"[HM]\d{8}(?:\d{2})?")
        case CertificateType.TAIWAN_PERMIT:
            return _shaped(kind, plain, r"\d{8}|\d{10}(?:[A-Z(]?[A-Z)]?)")
        case CertificateType.BUSINESS_LICENCE_OLD:
            return _shaped(kind, plain, r"\d{13}|\d{15}|[一-鿿]{2,8}\d{4,15}号?")
        case _:
            return _shaped(kind, plain, r"\S(?:.*\S)?")


def mask(number: str) -> str:
    """A number that may be shown: four characters at each end at most, fewer of a short one."""
    length = len(number)
    kept = 4 if length >= 15 else 2 if length >= 8 else 1 if length >= 5 else 0
    return number[:kept] + "*" * (length - 2 * kept) + (number[-kept:] if kept else "")


def birth_date(number: str) -> date | None:
    """The birth date in an 18-character identity number, None when there is none to read."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _person(number: str, today: date | None) -> str:
    if re.fullmatch(r"\d{15}", number):
        raise UserError("rules.certificate_id_card_old")
    if not re.fullmatch(r"\d{17}[0-9X]", number):
        raise UserError("rules.certificate_id_card_shape", count=len(number))
    check = _PERSON_CHECK[sum(w * int(d) for w, d in zip(_PERSON_WEIGHTS, number, strict=False)) % 11]
    born = birth_date(number)
    if born is None or born < _EARLIEST_BIRTH or (today is not None and born > today):
        raise UserError("rules.certificate_id_card_birth_date")
    if check != number[17]:
        raise UserError("rules.certificate_id_card_check_digit")
    return number


def _credit_code(code: str) -> str:
    if re.fullmatch(r"\d{15}|\d{13}", code):
        raise UserError("rules.certificate_licence_old", count=len(code))
    if re.fullmatch(r"\d{8}[0-9X]|[0-9A-Z]{9}", code):
        raise UserError("rules.certificate_is_organization_code")
    if len(code) != 18:
        raise UserError("rules.certificate_credit_code_shape", count=len(code))
    foreign = sorted(set(re.sub(r"[0-9A-Z]", "", code)))
    if foreign:
        raise UserError("rules.certificate_credit_code_signs", signs=tuple(foreign))
    # GB 32100 leaves out the letters that are read as digits.
    odd = sorted(set(code) & set("IOSVZ"))
    if odd:
        raise UserError("rules.certificate_credit_code_letters", letters=tuple(odd))
    if uscc.calc_check_digit(code[:17]) != code[17]:
        raise UserError("rules.certificate_credit_code_check_digit")
    return code


def _organization_code(code: str) -> str:
    """Eight characters and a check digit (GB 11714), written with a dash before the last."""
    if not re.fullmatch(r"[0-9A-Z]{8}[0-9X]", code):
        raise UserError("rules.certificate_organization_code_shape", count=len(code))
    rest = 11 - sum(weight * int(char, 36) for weight, char in zip(_CODE_WEIGHTS, code, strict=False)) % 11
    check = {10: "X", 11: "0"}.get(rest, str(rest))
    if check != code[8]:
        raise UserError("rules.certificate_organization_code_check_digit")
    return f"{code[:8]}-{code[8]}"


def _shaped(kind: CertificateType, number: str, shape: str) -> str:
    if not re.fullmatch(shape, number):
        raise UserError("rules.certificate_shape", certificate=label_zh(kind), count=len(number))
    return number
