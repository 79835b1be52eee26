"""What a check looks with: resolvers, the provider's ranges, registries and their limits; the window names them from here."""

from __future__ import annotations

from app.lookups.dns import DnsLimits, Resolver, system_resolvers
from app.lookups.networks import Networks
from app.lookups.registration import RegistrationLimits
from app.lookups.registries import Registries

__all__ = ["DnsLimits", "Networks", "RegistrationLimits", "Registries", "Resolver", "system_resolvers"]
