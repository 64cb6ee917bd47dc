"""Promises without a figure, and what only looks like one."""

import pytest

from kjplan.extraction.figures.vague import find_vague
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设一批重大创新平台。", [("一批", "重大创新平台", "建设")]),
        (
            "培育壮大一批竞争力强的领军企业，引进若干家研究院",
            [("一批", "领军企业", "培育壮大"), ("若干家", "研究院", "引进")],
        ),
        ("出台一系列支持措施", [("一系列", "支持措施", "出台")]),
        ("新增数十家高新技术企业", [("数十家", "高新技术企业", "新增")]),
        ("培育上百家企业，引进近千名人才", [("上百家", "企业", "培育"), ("近千名", "人才", "引进")]),
        ("建设多个应用场景", [("多个", "应用场景", "建设")]),
        ("谋划一批、开工一批、竣工一批", [("一批", None, "谋划"), ("一批", None, "开工"), ("一批", None, "竣工")]),
        ("确保空气质量保持全国前列", [("全国前列", "空气质量", "保持")]),
        ("外贸增速保持全国首位", [("全国首位", "外贸增速", "保持")]),
        ("建设一批示范学校，新建、改建一批托育机构", [("一批", "示范学校", "建设"), ("一批", "托育机构", "改建")]),
        ("打造若干所一流大学和一批优势学科", [("若干所", "一流大学", "打造"), ("一批", "优势学科", "打造")]),
        ("打造若干所大学，组织一批学者", [("若干所", "大学", "打造"), ("一批", "学者", "组织")]),
        ("培养造就一批工匠", [("一批", "工匠", "培养造就")]),
        ("打造若干具有影响力的展会", [("若干", "展会", "打造")]),
        ("支持一批链主企业做大做强", [("一批", "链主企业", "支持")]),
        ("支持一批转型升级项目", [("一批", "转型升级项目", "支持")]),
        ("引导一批本科院校转为应用型", [("一批", "本科院校", "引导")]),
        ("实施一批水利、农机等重大工程", [("一批", "水利、农机等重大工程", "实施")]),
        ("评选一批参与度高、效果好的志愿项目予以奖励", [("一批", "志愿项目", "评选")]),
        ("使我市科技投入进入全国同类城市前列", [("全国同类城市前列", "我市科技投入", "进入")]),
        ("创新能力稳居中部地区第一方阵", [("中部地区第一方阵", "创新能力", "稳居")]),
    ],
)
def test_vague(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = find_vague(passage(text), 2022)
    assert [(v.text, v.indicator, v.verb) for v in found] == expected
    for quantity in found:
        assert quantity.span is not None
        assert text[slice(*quantity.span)] == quantity.text


@pytest.mark.parametrize(
    "text",
    [
        "公布第一批名单，同一批次，启动首批试点，审批一批次",
        "贯彻落实关于支持改革的若干政策",
        "去年建成一批平台",
        "经过数年努力，人数增加，参数指标，几乎全部",
        "更多个体工商户，许多家庭，多项目推进，多方面合作",
        "位居同行业前列的企业",
        "建设100家平台",
        "实施“建设一批”行动",
        "对涉及多个单体的工程分段验收",
        "实现多个事项一次办，推进多项业务一张表申报",
        "采用多种形式联合经营，允许多种所有制企业参加",
        "开展一批示事项的督办",
        "把安全放在首位",
        "去年空气质量已进入全国前列",
        "打造一流大学和一批次招生",
        "在采用多种票价的情况下，分档确定",
    ],
)
def test_none(text: str) -> None:
    assert find_vague(passage(text), 2022) == []


def test_a_vague_quantity_is_no_target_of_the_plan() -> None:
    import kjplan

    plan = kjplan.parse("2023年工作要点\n一、重点任务\n1.建设平台。新建一批实验室，新建基地5家。\n")
    (measure,) = plan.measures
    assert [t.quote for t in measure.targets] == ["5家"]
    assert [(v.text, v.indicator, v.verb) for v in measure.vague] == [("一批", "实验室", "新建")]
    assert kjplan.loads(kjplan.dumps(plan)) == plan
