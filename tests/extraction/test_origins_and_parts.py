"""Where a change starts from, parts told in brackets, funds, round numbers; each with its neighbour."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the year that a change starts from, and the one it leads to
        ("专利授权量由2023年的900件提高到1100件。", ["专利授权量 ge 1100 件 level"]),
        ("将孵化器数量从2023年的6家增加到9家以上。", ["孵化器数量 ge 9 家 level"]),
        ("工业总产值从2020年的700亿元增长到2025年的950亿元。", ["工业总产值 ge 950 亿元 flow"]),
        ("2023年专利授权量由900件提高到1100件。", []),
        ("专利授权量2023年达到900件。", []),
        # parts of a figure in brackets are figures of their own, what only explains a bound is none
        ("新建充电桩900个（其中公用桩500个、专用桩400个）。", ["充电桩 bare 900 个 increment", "公用桩 bare 500 个 increment", "专用桩 bare 400 个 increment"]),
        ("新建60座公厕（含景区公厕12座），改造二类公厕8座。", ["公厕 bare 60 座 increment", "景区公厕 bare 12 座 increment", "二类公厕 bare 8 座 flow"]),
        ("工业增加值增长7%（力争8%）。", ["工业增加值 bare 7 % growth", "工业增加值 bare 8 % growth"]),
        ("全区现有企业700家（其中规上企业90家）。", []),
        ("逾期3次（含3次）以上的予以通报。", []),
        ("新建绿道35公里（不含支线8公里）。", ["绿道 bare 35 公里 increment"]),
        # a fund and its size
        ("设立总规模40亿元的产业基金。", ["产业基金 bare 40 亿元 flow"]),
        ("联合组建规模不低于15亿元的创投基金。", ["创投基金 ge 15 亿元 flow"]),
        ("总规模40亿元的产业基金投向新材料。", []),
        ("成立注册资本10亿元的投资公司。", []),
        # round numbers in characters with a bound, behind their noun
        ("举办科普活动百场以上。", ["科普活动 ge 100 场 flow"]),
        ("开展百场科普活动。", []),
        ("服务千家以上企业。", []),
        ("专利授权量较2020年翻一番以上。", ["专利授权量 ge 1 番 growth"]),
        ("专利授权量实现翻番。", ["专利授权量 bare 1 番 growth"]),
        # a class takes its noun from the last of the row
        ("打造1个千亿级、3个五百亿级产业集群。", ["千亿级产业集群 bare 1 个 increment", "五百亿级产业集群 bare 3 个 increment"]),
        # adverbs before the verb, and names that begin with the same characters
        ("集中整治突出问题90个。", ["突出问题 bare 90 个 flow"]),
        ("集中供热面积达到90万平方米。", ["集中供热面积 ge 90 万平方米 level"]),
        ("重点解决群众反映的问题30个。", ["群众反映的问题 bare 30 个 flow"]),
        ("重点企业达到30家。", ["重点企业 ge 30 家 level"]),
        # a unit with another in brackets, and a bound behind a bracket
        ("更新农机3500台（套），淘汰渔船200艘（台、套）以上。", ["农机 bare 3500 台（套） flow", "渔船 ge 200 艘（台、套） flow"]),
        ("充电桩8万个（含私人桩）以上。", ["充电桩 ge 8 万个 level"]),
        ("新建学校3所（市教育局）。", ["学校 bare 3 所 increment"]),
        # what is listed before what it is, and what comes to pass behind it
        ("推进约90个小区、公园、广场等海绵改造项目。", ["海绵改造项目 approx 90 个 scope"]),
        ("完成6万亩退耕还林等工程。", ["退耕还林 bare 6 万亩 flow"]),
        ("推动9家以上机构通过高新技术企业认定。", ["机构 ge 9 家 scope"]),
        ("新评选质量奖正奖和提名奖各8个。", ["质量奖正奖 bare 8 个 selection", "提名奖 bare 8 个 selection"]),
        ("对不少于40%的项目开展专项检查。", ["项目开展专项检查 ge 40 % share"]),
        ("已对不少于40%的项目开展了专项检查。", []),
        # what is given to one and how much at most, and the size of an engine
        ("单个项目补助上限为900万元，支持额度不超过12%。", []),
        ("补助标准提高到人均360元。", ["补助标准 ge 360 元 level"]),
        ("购买1.8升及以下排量乘用车。", []),
        # what one of so many is counted for, and what changes for the better
        ("机器人密度达到180台/万人。", ["机器人密度 ge 180 台/万人 level"]),
        ("空气质量综合指数同比改善3%以上。", ["空气质量综合指数 ge 3 % growth"]),
        ("选派20名辅导员到社区服务。", ["辅导员 bare 20 名 selection"]),
        ("全年减税降费6亿元以上。", ["减税降费 ge 6 亿元 flow"]),
    ],
)  # fmt: skip
def test_found(text: str, found: list[str]) -> None:
    targets = find_targets(passage(text), year=2024)
    assert [f"{t.indicator} {t.comparator} {t.value} {t.unit} {t.basis}" for t in targets] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what parts the goals of a list is no word of what they measure
        ("一是就诊率保持在90%以上；二是新增病床200张。", ["就诊率", "病床"]),
        ("——养老床位达到700张；", ["养老床位"]),
        ("即全区人均面积达到2平方米。", ["人均面积"]),
        ("即时响应率达到90%。", ["即时响应率"]),
        # what is measured of nothing in particular takes no noun from another measure
        ("播种面积稳定在50万亩，总产量20万吨以上。", ["播种面积", "总产量"]),
        ("粮食播种面积稳定在50万亩，总产量20万吨以上。", ["粮食播种面积", "粮食总产量"]),
    ],
)
def test_what_is_measured(text: str, found: list[str]) -> None:
    assert [t.indicator for t in find_targets(passage(text), year=2024, committed=True)] == found
