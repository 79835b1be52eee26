"""Filing numbers (备案号) and the older licence numbers, read from whatever was pasted.

Three shapes are known:

* `京ICP备12345678号`, the subject; with `-1` a website, `-2A` an app, `-3X` a mini program, `-4K` a quick app (one shared
  sequence, Huawei Cloud 2025). Eight digits, or ten since numbers carry the whole year. Seven digits, as in invented
  examples of manuals, are taken for a lost digit and refused.
* `京ICP证030173号`, the licence of a commercial service.
* `浙B2-20080101` and `B2-20090059`, licences for value-added telecommunication services.

Writing is normalised (full width, lower case, spaces, dashes, 備/號/粵, a missing 号, a label in front); meaning never is:
a wrong province letter is refused with the right one named, because the letter alone decides which administration is
written to.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from app.errors import UserError
from app.rules.prefixes import LETTER_MEANT, PROVINCE_OF_LETTER

#: What a number looks like, for the sentences of errors.
EXAMPLE = "京ICP备12345678号-1"

_LONGEST = 200
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－ーㄧ_~～"), "-")
_TRADITIONAL = str.maketrans({"備": "备", "號": "号", "粵": "粤", "滬": "沪", "蘇": "苏", "贛": "赣", "閩": "闽", "証": "证",
                              "證": "证", "魯": "鲁", "晉": "晋", "遼": "辽", "皖": "皖", "瓊": "琼", "隴": "陇", "陝": "陕",
                              "寧": "宁", "滇": "滇"})  # fmt: skip
_LABEL = re.compile(
    r"^(?:(?:主体|网站|服务|APP|ICP|互联网信息服务|您的|原|旧|工信部)*"
    r"(?:备案/许可证号|备案许可证号|备案/许可证编号|备案编号|备案号码|备案号|许可证编号|许可证号|备案信息)(?:为|是)?[:;,]?)+",
    re.IGNORECASE,
)
_FILING = re.compile(r"^(?P<letter>\D*?)ICP备(?:案)?(?P<digits>\d+)号?(?:-?(?P<suffix>-\w+))?$")
_SUFFIX = re.compile(r"^-(?P<service>[1-9]\d{0,3})(?P<kind>[AXK]?)$")
_LICENCE = re.compile(r"^(?P<letter>\D*?)ICP证(?P<digits>\d+)号?(?P<suffix>-\w+)?$")
_VALUE_ADDED = re.compile(
    r"^(?P<letter>[^\W\dA-Z]*)(?P<category>[AB][12](?:[.,、]?[AB][12])*)-?(?P<digits>\d{8})号?(?P<suffix>-\w+)?$"
)
_ID_LIKE = re.compile(r"\d{11,}")


class ServiceKind(StrEnum):
    """What a number with a suffix names."""

    SITE = "site"
    APP = "app"
    MINI_PROGRAM = "mini_program"
    QUICK_APP = "quick_app"


class NumberKind(StrEnum):
    """Which of the three families of numbers this is."""

    ICP_FILING = "icp_filing"
    ICP_LICENCE = "icp_licence"
    VALUE_ADDED_LICENCE = "value_added_licence"


_LETTER_OF_KIND = {
    ServiceKind.SITE: "",
    ServiceKind.APP: "A",
    ServiceKind.MINI_PROGRAM: "X",
    ServiceKind.QUICK_APP: "K",
}
_KIND_OF_LETTER = {letter: kind for kind, letter in _LETTER_OF_KIND.items()}


@dataclass(frozen=True, slots=True)
class FilingNumber:
    """A filing number taken apart; `str()` gives the one canonical way of writing it.

    `prefix` is the province's letter (empty only for a nation-wide value-added licence), `service` the number after the
    dash, `service_kind` what it names, and `category` the class of a value-added licence ("B2").
    """

    prefix: str
    kind: NumberKind
    digits: str
    service: int | None = None
    service_kind: ServiceKind | None = None
    category: str = ""

    def __str__(self) -> str:
        suffix = ""
        if self.service is not None:
            suffix = f"-{self.service}{_LETTER_OF_KIND[self.service_kind or ServiceKind.SITE]}"
        match self.kind:
            case NumberKind.ICP_FILING:
                return f"{self.prefix}ICP备{self.digits}号{suffix}"
            case NumberKind.ICP_LICENCE:
                return f"{self.prefix}ICP证{self.digits}号{suffix}"
            case NumberKind.VALUE_ADDED_LICENCE:
                return f"{self.prefix}{self.category}-{self.digits}{suffix}"

    @property
    def subject(self) -> FilingNumber:
        """The number of the subject, without the suffix of a website or app."""
        return replace(self, service=None, service_kind=None)

    @property
    def is_subject(self) -> bool:
        """Whether this names the whole subject."""
        return self.service is None

    @property
    def province(self) -> str | None:
        """The key of the province whose administration keeps the filing; None for value-added licences."""
        return None if self.kind is NumberKind.VALUE_ADDED_LICENCE else PROVINCE_OF_LETTER[self.prefix]


def parse_filing_number(text: str) -> FilingNumber:
    """Reads a filing or licence number however it was written.

    Raises:
        UserError: `rules.filing_number_…` with what was found and an example of what is expected.
    """
    if len(text) > _LONGEST:
        raise UserError("rules.filing_number_unclear", found=_shown(text), expected=EXAMPLE)
    plain = _plain(text)
    if not plain:
        raise UserError("rules.filing_number_empty", expected=EXAMPLE)
    if "公网安备" in plain or "公安备" in plain:
        raise UserError("rules.filing_number_police", found=_shown(text), expected=EXAMPLE)
    if match := _FILING.match(plain):
        prefix = _prefix(match["letter"], text)
        if len(match["digits"]) not in (8, 10):
            raise UserError(
                "rules.filing_number_digits", found=_shown(text), count=len(match["digits"]), expected=EXAMPLE
            )
        service, kind = _service(match["suffix"], text)
        return FilingNumber(prefix, NumberKind.ICP_FILING, match["digits"], service, kind)
    if match := _LICENCE.match(plain):
        prefix = _prefix(match["letter"], text)
        if not 5 <= len(match["digits"]) <= 8:
            raise UserError("rules.licence_number_digits", found=_shown(text), count=len(match["digits"]))
        service, kind = _service(match["suffix"], text)
        return FilingNumber(prefix, NumberKind.ICP_LICENCE, match["digits"], service, kind)
    if match := _VALUE_ADDED.match(plain):
        prefix = _prefix(match["letter"], text) if match["letter"] else ""
        service, kind = _service(match["suffix"], text)
        category = ".".join(re.findall(r"[AB][12]", match["category"]))
        return FilingNumber(prefix, NumberKind.VALUE_ADDED_LICENCE, match["digits"], service, kind, category)
    raise UserError("rules.filing_number_unclear", found=_shown(text), expected=EXAMPLE)


def _plain(text: str) -> str:
    """One way of writing: half width, capitals, one dash, no spaces, no label, no closing punctuation."""
    folded = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES).translate(_TRADITIONAL)
    folded = "".join(char for char in folded if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc"))
    folded = _LABEL.sub("", folded.upper().strip("\"'“”‘’《》<>[]【】"))
    folded = re.sub(r"^\((\w{1,3})\)", r"\1", folded)
    # 一, the numeral one, is often typed for the dash
    folded = re.sub(r"(?<=号)一(?=\d)", "-", folded)
    return re.sub(r"-{2,}", "-", folded).strip(":;,.。、\"'“”‘’()[]【】")


def _prefix(letter: str, text: str) -> str:
    if letter in PROVINCE_OF_LETTER:
        return letter
    if not letter:
        raise UserError("rules.filing_number_no_letter", found=_shown(text), expected=EXAMPLE)
    if letter in LETTER_MEANT:
        raise UserError(
            "rules.filing_number_wrong_letter", found=_shown(text), letter=letter, expected=LETTER_MEANT[letter]
        )
    raise UserError("rules.filing_number_unknown_letter", found=_shown(text), letter=_shown(letter), expected=EXAMPLE)


def _service(suffix: str | None, text: str) -> tuple[int | None, ServiceKind | None]:
    if suffix is None:
        return None, None
    match = _SUFFIX.match(suffix)
    if match is None:
        raise UserError("rules.filing_number_suffix", found=_shown(text), suffix=_shown(suffix))
    return int(match["service"]), _KIND_OF_LETTER[match["kind"]]


def _shown(text: str) -> str:
    """What was found, short enough for a sentence, with digit runs as long as a phone or an identity number hidden."""
    one_line = " ".join(text.split())
    short = one_line if len(one_line) <= 40 else f"{one_line[:39]}…"
    return _ID_LIKE.sub(lambda run: "*" * len(run[0]), short)
