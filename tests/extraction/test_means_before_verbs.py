"""Words that say how or with whom before the verb of a figure, and deeds done for or with so many."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


def found(text: str) -> list[tuple[str, str]]:
    return [(str(t.indicator), f"{t.value}{t.unit}") for t in find_targets(passage(text), year=2025)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("依托孵化园引进企业9家。", [("企业", "9家")]),
        ("通过网络平台发布岗位70个。", [("岗位", "70个")]),
        ("利用闲置厂房改建书屋4间。", [("书屋", "4间")]),
        ("结合道路改造同步加装路灯60盏。", [("路灯", "60盏")]),
        ("会同高校共建实验室6家。", [("实验室", "6家")]),
        ("以奖代补建设冷库5座。", [("冷库", "5座")]),
        # what is meant is no deed of so many, or stands behind the number
        ("依托孵化园现有企业9家。", []),
        ("围绕12个领域加强合作。", []),
        ("通过网络平台发布了岗位70个。", []),
    ],
)
def test_words_of_means_before_the_verb(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("分批轮训干部90人。", [("干部", "90人")]),
        ("常态化开展文明实践活动30场。", [("文明实践活动", "30场")]),
        ("五年招聘教师60名。", [("教师", "60名")]),
        ("新开展新项目5项。", [("新项目", "5项")]),
        ("面向社会公开招录护林员20名。", [("护林员", "20名")]),
        ("全区认养古树30株。", [("古树", "30株")]),
        ("攻关技术难题8项。", [("技术难题", "8项")]),
        ("攻关团队8个。", []),
        ("常态化机制3项。", []),
    ],
)
def test_manner_and_years_before_the_verb(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("为3万名适龄女生免费接种疫苗。", [("适龄女生", "3万名")]),
        ("为9万名65岁以上老年人免费体检。", [("65岁以上老年人", "9万名")]),
        ("免费为800名老年人开展筛查。", [("老年人", "800名")]),
        ("与12家客户签订年度协议。", [("客户", "12家")]),
        ("为80名老人的体检报告建档。", []),
        ("与3家高校合作的项目进展顺利。", []),
        ("为5家企业进行了体检。", []),
    ],
)
def test_what_is_done_for_or_with_so_many(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted
