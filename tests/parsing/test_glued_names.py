"""Names that stand side by side with nothing between, each list beside its nearest neighbour that is one name. All texts are invented."""

import pytest

from kjplan.parsing import parse_source
from kjplan.parsing.front.glued_names import side_by_side
from kjplan.reading import decode


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("生态环境部水利部", ["生态环境部", "水利部"]),
        ("生态环境部淮河流域生态环境监督管理局", ["生态环境部淮河流域生态环境监督管理局"]),
        ("民政部办公厅财政部办公厅", ["民政部办公厅", "财政部办公厅"]),
        ("民政部办公厅", ["民政部办公厅"]),
        ("税务总局商务部", ["税务总局", "商务部"]),
        ("国家税务总局兰溪市税务局", ["国家税务总局兰溪市税务局"]),
        ("国务院国资委审计署", ["国务院国资委", "审计署"]),
        ("国务院国有资产监督管理委员会", ["国务院国有资产监督管理委员会"]),
        ("中央文明办秘书局共青团中央办公厅", ["中央文明办秘书局", "共青团中央办公厅"]),
        ("市教育局市财政局", ["市教育局", "市财政局"]),
        ("兰溪市教育局兰溪市财政局", ["兰溪市教育局", "兰溪市财政局"]),
        ("兰溪市教育和体育局", ["兰溪市教育和体育局"]),
        ("兰溪市教育局和体育局", ["兰溪市教育局和体育局"]),
        ("审计署", ["审计署"]),
    ],
)
def test_names_side_by_side(words: str, names: list[str]) -> None:
    assert side_by_side(words) == names


def test_who_signs_a_text_on_one_line() -> None:
    text = (
        "关于加强河道管理工作的通知各省水利厅（局）：现就有关工作通知如下。一、加强巡查各地要定期巡查。"
        "二、加强考核各地要按季考核。三、加强宣传各地要广泛宣传。水利部生态环境部2021年5月6日"
    )
    plan = parse_source(decode(text.encode())).plan
    assert plan.document.signatures == ["水利部", "生态环境部"]
    assert plan.issuer == "水利部、生态环境部"


def test_a_long_run_of_names_takes_time_in_step() -> None:
    assert side_by_side("水利部" * 30) == ["水利部"] * 30
    assert side_by_side("水利部" * 5000) == ["水利部" * 5000]
