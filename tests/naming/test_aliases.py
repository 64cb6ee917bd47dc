"""Names that mean one body, and their nearest neighbours that do not."""

import pytest

from kjplan.naming import Aliases, load_aliases


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市发改委", "市发展和改革委员会"),
        ("市发展改革委", "市发改委"),
        ("发改委", "发展和改革委员会"),
        ("国家发改委", "国家发展改革委"),
        ("国务院国资委", "国务院国有资产监督管理委员会"),
        ("郑州市科技局", "郑州市科学技术局"),
        ("工信部", "工业和信息化部"),
        ("人力资源社会保障部", "人社部"),
        ("省政府", "省人民政府"),
        ("证监会", "中国证监会"),
        ("郑州高新区", "郑州市高新技术产业开发区"),
        ("区县（市）", "区县(市)"),
        ("市科技 局", "市科技局"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert load_aliases().same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市科技局", "省科技厅"),
        ("市科技局", "县科技局"),
        ("市教育局", "市体育局"),
        ("教育体育局", "体育局"),
        ("发展改革委", "国家发展改革委"),
        ("市委", "市委组织部"),
        ("洛阳高新区", "郑州高新区"),
        ("教育交通局", "教育交通运输局"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not load_aliases().same(one, other)


@pytest.mark.parametrize(
    ("wanted", "name", "found"),
    [
        ("发改委", "市发展和改革委员会", True),
        ("发展和改革委员会", "市发改委", True),
        ("市发展和改革委员会", "郑州市发改委", True),
        ("高新区", "郑州高新区", True),
        ("高新技术产业开发区", "郑州高新区", True),
        ("科技", "市科技局", True),
        ("郑州市科技局", "市科技局", False),
        ("发改委", "市经信委", False),
    ],
)
def test_names(wanted: str, name: str, found: bool) -> None:
    assert load_aliases().names(wanted, name) is found


@pytest.mark.parametrize(
    ("issuer", "one", "other", "same"),
    [
        ("郑州市科学技术局", "郑州市财政局", "市财政局", True),
        ("中共郑州市委", "郑州市委", "市委", True),
        ("郑州市科学技术局", "洛阳市财政局", "市财政局", False),
        ("国务院办公厅", "国家发展改革委", "发展改革委", True),
        ("国务院办公厅", "国家安全部", "安全部", True),
        (None, "郑州市财政局", "市财政局", False),
        ("科学技术局", "郑州市财政局", "市财政局", False),
        ("郑州市科学技术局", "财政局", "市财政局", True),
        ("郑州市科学技术局", "市场监管局", "郑州市市场监管局", True),
        ("郑州市科学技术局", "财政局", "区财政局", False),
        ("郑州市科学技术局", "工业和信息化厅", "省工业和信息化厅", False),
        ("郑州市科学技术局", "工业和信息化厅", "市工业和信息化厅", False),
        ("广东省人民政府办公厅", "工业和信息化厅", "省工业和信息化厅", True),
        ("内蒙古自治区人民政府", "财政厅", "自治区财政厅", True),
        ("郑州市科学技术局", "海关总署", "市海关总署", False),
        (None, "财政局", "市财政局", False),
    ],
)
def test_the_place_of_the_plan_goes_without_saying(issuer: str | None, one: str, other: str, same: bool) -> None:
    assert load_aliases().at(issuer).same(one, other) is same


def test_a_file_of_the_user_is_laid_over_the_table() -> None:
    own = Aliases({"郑州市科学技术局": ("市科学技术局", "本局"), "农业委员会": ("农委",)}, lower=load_aliases())
    assert own.canonical("本局") == "郑州市科学技术局"
    assert own.canonical("市科技局") == "郑州市科学技术局"
    assert own.canonical("农委") == "农业委员会"
    assert own.canonical("农业农村委") == "农业农村委员会"
    assert own.canonical("市财政局") == "市财政局"
    assert own.canonical("市发改委") == "市发展和改革委员会"
    assert not own.same("县科技局", "本局")


def test_spellings_begin_with_the_name_asked_for() -> None:
    found = load_aliases().spellings("市发改委")
    assert found[:2] == ("市发改委", "市发展和改革委员会")
    assert "市发展改革委" in found
    assert load_aliases().spellings("甲公司") == ("甲公司",)
    own = Aliases({"郑州市科学技术局": ("市科学技术局", "本局")}, lower=load_aliases())
    assert {"本局", "市科技局", "市科学技术局"} <= set(own.spellings("本局"))


def test_every_spelling_of_the_shipped_table_leads_to_its_name() -> None:
    table = load_aliases()
    assert len(table.entries) > 80
    for name, spellings in table.entries.items():
        for spelling in spellings:
            assert table.canonical(spelling) == name
            assert table.canonical(f"市{spelling}") == f"市{name}"
