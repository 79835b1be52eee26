"""An access provider's own words: what its systems are called, where to ask, how long its own part takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.resources import listing, read_toml
from app.rules.guidance import Said, read_said

DEFAULT = "aliyun"


@dataclass(frozen=True, slots=True)
class ProviderProfile:
    """One provider. `names` are what it calls the filing system, the account and so on; `days` are by procedure."""

    id: str
    name: str
    names: Mapping[str, str]
    source: str
    as_of: str
    channels: Mapping[str, Said]
    days: Mapping[str, Said]


def provider_ids() -> tuple[str, ...]:
    """The providers that have a profile."""
    return tuple(path.stem for path in listing("providers", suffix=".toml"))


@lru_cache(maxsize=8)
def provider(provider_id: str = DEFAULT) -> ProviderProfile:
    """One profile.

    Raises:
        KeyError: there is none with this id.
    """
    if provider_id not in provider_ids():
        raise KeyError(provider_id)
    data = read_toml("providers", f"{provider_id}.toml")
    names = {key: value for key, value in data["names"].items() if key not in ("source", "as_of")}
    return ProviderProfile(
        id=data["id"],
        name=data["name"],
        names=names,
        source=data["names"]["source"],
        as_of=data["names"]["as_of"],
        channels={each["id"]: _said(each, "id") for each in data["channel"]},
        days={each["procedure"]: _said(each, "procedure") for each in data["days"]},
    )


def _said(table: Mapping[str, str], without: str) -> Said:
    return read_said(Said, {name: value for name, value in table.items() if name != without})
