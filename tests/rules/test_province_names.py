from app.rules.province_names import PROVINCE_NAMES
from app.rules.provinces import provinces


def test_the_names_are_those_of_the_packs_in_their_order() -> None:
    assert list(PROVINCE_NAMES.items()) == [(each.key, (each.name, each.name_zh)) for each in provinces()]
