"""Goals in introductions: what promises something and what only tells, and where numbered goals stand."""

import pytest

import kjplan

TASKS = "\n{one}重点任务\n1.推进工作。加强管理。\n{two}保障措施\n1.加强领导。落实责任。\n"


def goals(text: str) -> list[str]:
    found = kjplan.parse(f"甲市2022年工作要点\n{text}").goals
    return [f"{t.value}{t.unit}" for g in found for t in g.targets]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("通过三年努力，覆盖率达到90%以上。", ["90%"]),
        ("用三年时间，建成示范点100个。", ["100个"]),
        ("未来三年，全市建成示范点100个。", ["100个"]),
        ("到年底，实现覆盖率达到90%。", ["90%"]),
        ("2022年底前，示范点达到100个。", ["100个"]),
        ("以新思想为指导，实现营业收入增长8%，利润增长5%。", ["8%", "5%"]),
        ("全年目标：引进项目100个。其中：引进外资项目30个。", ["100个", "30个"]),
        # how many deeds a list below holds is announced; a goal is what follows 目标
        ("2022年，继续实施12件民生实事，力争年底前全部完成。", []),
        ("今年将办好12件民生实事，新建幼儿园7所以上。", ["7所"]),
        ("今年的目标任务是：办好12件民生实事。", ["12件"]),
        ("近三年，全市新增床位1000张。", []),
        ("五年来，全市新增床位1000张。", []),
        ("全年共完成投资100亿元。", []),
        ("各项指标圆满完成，城镇新增就业3万人，完成年度目标的105%。", []),
        ("粮食产量常年稳定在20万吨以上。", []),
    ],
)
@pytest.mark.parametrize("part", ["", "一、总体要求\n坚持稳中求进。"])
def test_introductions(sentence: str, figures: list[str], part: str) -> None:
    tasks = TASKS.format(one="二、", two="三、") if part else TASKS.format(one="一、", two="二、")
    assert goals(part + sentence + tasks) == figures


LISTED = "1.城镇新增就业3万人；\n2.登记失业率控制在4%以内。"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (f"奋力实现以下目标：\n{LISTED}" + TASKS.format(one="一、", two="二、"), ["3万人", "4%"]),
        (f"一、总体要求\n坚持稳中求进。主要目标是：\n{LISTED}" + TASKS.format(one="二、", two="三、"), ["3万人", "4%"]),
        ("一、工作目标\n办好12件民生实事。" + TASKS.format(one="二、", two="三、"), ["12件"]),
        (f"重点抓好以下工作：\n{LISTED}" + TASKS.format(one="一、", two="二、"), []),
        ("一、工作目标\n较大事故起数控制在2起以内。" + TASKS.format(one="二、", two="三、"), ["2起"]),
        ("一、总体要求\n（一）具体指标\n企业达到200家。" + TASKS.format(one="二、", two="三、"), ["200家"]),
    ],
)
def test_numbered(text: str, figures: list[str]) -> None:
    assert goals(text) == figures


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        (
            "主要预期目标是：\n生产总值增长7%；\n财政收入增长5%；\n居民收入增长6%。\n面积300平方公里；",
            ["7%", "5%", "6%"],
        ),
        ("主要预期目标是：生产总值增长7%；\n财政收入增长5%。\n居民收入增长6%。", ["7%", "5%"]),
        ("主要预期目标已经下达：\n生产总值增长7%；\n财政收入增长5%。", []),
        ("去年的成绩是：\n生产总值增长7%；\n财政收入增长5%。", []),
    ],
)
def test_a_list_of_goals_goes_on_over_lines(lines: str, figures: list[str]) -> None:
    assert goals(f"一、工作安排\n{lines}\n（一）抓项目。做好服务。\n（二）抓环境。优化流程。\n") == figures
