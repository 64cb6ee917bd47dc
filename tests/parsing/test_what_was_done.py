"""Parts that tell what was done or stood under titles that do not say so, and tasks, goals and demands that are worded alike."""

import pytest

from kjplan.model import Goal, Measure, Section
from kjplan.parsing import parse_source
from kjplan.reading import decode


def _roles(text: str) -> list[str]:
    """The roles of the headings with a number, in order; measure and goal for those that are such."""
    plan = parse_source(decode(text.strip().encode())).plan
    found: list[str] = []
    nodes: list[Section | Measure | Goal] = [*plan.walk(Section), *plan.measures, *plan.goals]
    for node in sorted(nodes, key=lambda node: node.span or (0, 0)):
        if node.number:
            found.append(node.role if isinstance(node, Section) else type(node).__name__.lower())
    return found


def _figures(text: str) -> list[str]:
    """The words of the targets of a text."""
    plan = parse_source(decode(text.strip().encode())).plan
    targets = [t for m in plan.measures for t in m.targets] + [t for g in plan.goals for t in g.targets]
    return [t.quote or "" for t in targets if t.value is not None]


_TASKS = """
二、发展目标
到2025年,茶园面积达到12万亩。
三、主要任务
(一)建设基地。新建示范茶园15个。
(二)培育主体。引进加工企业6家。
(三)打响品牌。举办采茶节。
"""

LOOKS_BACK = {
    "titles of what was reached, and a verb that is a noun in them": """
青山县茶产业发展规划
一、迈步新征程
(一)创新投入持续增长。2020年研发经费较2015年增长1.6倍,达到3200万元。
(二)种植规模不断扩大。茶园面积达到8.6万亩,是2015年的1.4倍。
(三)加工能力明显提升。已建成加工厂26座。""",
    "a part that says since when, by its words alone": """
青山县茶产业发展规划
一、产业底子
截至2022年底,全县茶园面积达到8.6万亩,已建成加工厂26座,其中规上企业仅有3家。""",
    "how things stand, in the title and its words": """
青山县茶产业发展规划
一、准确把握面临的形势
茶叶消费市场竞争加剧,我县品牌影响力位居全省第9位。""",
}


@pytest.mark.parametrize("first", LOOKS_BACK.values(), ids=LOOKS_BACK)
def test_first_part_looks_back(first: str) -> None:
    roles = _roles(first + _TASKS)
    assert roles[-4:] == ["measures", "measure", "measure", "measure"]
    assert set(roles[:-5]) == {"review"}
    assert _figures(first + _TASKS) == _figures("青山县茶产业发展规划" + _TASKS)


PLANS = {
    "parts worded alike, of which the first says more of before": """
青山县2024年茶产业工作要点
一、种植规模更加稳固
(一)茶园结构持续优化。从2015年的低产园改起,改造1.2万亩。
(二)加工能力明显提升。已停产的加工厂复产,新建加工厂4座。
(三)品种改良全面推进。近三年引进的品种全部推广。
二、品牌影响更加广泛
(一)展会影响显著提升。举办展会3场。
(二)门店建设加快推进。开设门店20家。
(三)网上销售持续扩大。开设网店60家。""",
    "tasks worded as what is reached": """
青山县2024年茶产业工作要点
一、种植规模不断扩大
(一)创新投入持续增长。研发经费增长12%。
(二)种植结构持续优化。改造茶园1.2万亩。
(三)加工能力明显提升。已建成的加工厂投产,新建加工厂4座。
二、品牌影响明显增强
(一)展会影响力提升。举办展会3场。
(二)门店建设加快推进。开设门店20家。""",
    "a task that begins with what was done": """
青山县2024年茶产业工作要点
一、种植规模。去年已完成改造1万亩,今年改造1.2万亩。
二、加工能力。截至去年底已建成加工厂26座,要再新建4座。
三、品牌影响。举办展会3场。""",
    "tasks called by what is wrong": """
青山县茶园整治方案
一、农药残留问题。去年检查发现的12处点位全部整改。
二、标识混乱问题。规范标识300处。
三、管护不足问题。落实管护员60名。""",
}


@pytest.mark.parametrize("text", PLANS.values(), ids=PLANS)
def test_first_part_plans(text: str) -> None:
    assert "review" not in _roles(text)


_TOLD = """
关于青山县茶产业情况的汇报
一、主要工作
(一)建设基地。新建茶园1.2万亩,改造老茶园26处。
(二)培育主体。发展合作社86家,带动农户3200户。
二、存在困难
加工设备老旧,专业技术人员仅12名。
三、下步打算
(一)扩大规模。新建茶园1.5万亩。
(二)培育企业。引进加工企业6家。
"""


def test_what_stands_before_faults_was_done() -> None:
    assert _roles(_TOLD) == ["review"] * 4 + ["measures", "measure", "measure"]
    assert _figures(_TOLD) == ["1.5万亩", "6家"]


def test_tasks_before_faults_stay_tasks() -> None:
    """Words of what is to come, or a part on goals before it, tell tasks from what was done."""
    ahead = _TOLD.replace("新建茶园1.2万亩,改造", "到2025年新建茶园1.2万亩,力争改造").replace(
        "发展合作社", "要发展合作社"
    )
    assert _roles(ahead)[:3] == ["measures", "measure", "measure"]
    behind_goals = _TOLD.replace("一、主要工作", "一、工作目标\n茶园面积达到12万亩。\n二、主要工作")
    behind_goals = behind_goals.replace("三、下", "四、下").replace("二、存", "三、存")
    assert _roles(behind_goals)[1:4] == ["measures", "measure", "measure"]


def test_minutes_tell_what_was_heard() -> None:
    text = """
青山县茶产业专题会议纪要
7月9日,县长主持召开专题会议。现纪要如下:
一、会议听取了县农业农村局关于上半年茶产业情况的汇报。上半年全县改造茶园3200亩,培训茶农1260人次。
二、会议指出,当前茶叶销售形势依然严峻,春茶均价连续2年下降。
三、会议要求,县农业农村局要牵头开展品牌推介,年内举办展会3场。
四、会议议定,由县财政局安排专项资金支持加工厂改造。
"""
    assert _roles(text) == ["review", "review", "measure", "measure"]
    assert _figures(text) == ["3场"]
    demanding = text.replace(
        "会议指出,当前茶叶销售形势依然严峻,春茶均价连续2年下降", "会议指出,要狠抓茶叶销售,严格质量管理"
    )
    assert _roles(demanding)[1] == "measure"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("2022年推进法治政府建设的主要举措和成效", "review"),
        ("完善举措提升成效", "measures"),
        ("部门预算执行审计情况", "review"),
        ("定期通报整改情况", "measures"),
        ("重点问题整改情况", "review"),
        ("推进依法行政工作中存在的不足和原因", "review"),
        ("整改检查中存在的不足", "measures"),
        ("基本概况", "review"),
        ("短板与不足", "review"),
        ("补齐短板与不足", "measures"),
        ("需要关注的几个问题", "review"),
        ("解决群众关注的几个问题", "measures"),
    ],
)
def test_title_of_a_part(title: str, role: str) -> None:
    text = f"""
青山县水利局2023年工作报告
一、{title}
(一)水库加固。加固水库6座。
(二)渠道清淤。清淤渠道28公里。
二、重点任务
(一)水源建设。新建水源2处。
(二)节水改造。改造灌区1万亩。
"""
    assert _roles(text)[0] == role


def test_goals_that_are_to_be_reached_are_no_review() -> None:
    text = """
青山县茶产业发展规划
一、主要目标
(一)基地建设取得新成效。到2025年,茶园面积达到12万亩。
(二)品牌建设取得新进展。茶叶均价提高20%。
二、主要任务
(一)建设基地。新建示范茶园15个。
(二)培育主体。引进加工企业6家。
"""
    assert _roles(text) == ["goals", "goal", "goal", "measures", "measure", "measure"]
    review = text.replace("主要目标", "发展基础").replace("到2025年,", "")
    assert set(_roles(review)[:3]) == {"review"}


_BY_YEARS = """
青山县供水公司工作报告
一、2023年经营亮点纷呈
(一)供水坚强有力。铺设管网126公里。
(二)服务提速增效。新装水表3200只。
二、2024年任务艰巨
(一)抓好供水。新建水厂2座。
(二)抓好服务。更换水表5000只。
"""


def test_part_of_a_year_before_that_of_the_plan() -> None:
    assert _roles(_BY_YEARS) == ["review"] * 3 + ["measures", "measure", "measure"]
    halves = _BY_YEARS.replace("2023年经营", "上半年经营").replace("2024年任务", "下半年任务")
    assert _roles(halves)[0] == "review"
    stages = _BY_YEARS.replace("2023年经营亮点纷呈", "2023年任务")
    assert _roles(stages)[0] == "measures"
    due = _BY_YEARS.replace("2023年经营亮点纷呈", "2023年底前全部开展供水服务")
    assert _roles(due)[0] == "measures"


def test_first_points_of_the_first_part() -> None:
    """A first chapter that only says how things stand is a review as a whole; one that holds aims is none, but its first points are."""
    text = """
青山县供水规划
第一章 规划基础
(一)取得的成绩
1.设施日趋健全。水厂达到26家,管网1260公里。
2.服务日益多元。服务用户32万户。
(二)面临的挑战
管网漏损率高达18%。
第二章 主要任务
(一)健全设施。新建水厂2座。
(二)壮大队伍。培训人员500人次。
"""
    assert _roles(text) == ["review"] * 5 + ["measures", "measure", "measure"]
    aiming = text.replace("第二章", "(三)发展目标\n到2025年,漏损率降到10%。\n第二章")
    assert _roles(aiming)[1:5] == ["review"] * 4
    assert _roles(aiming)[5] == "goals"


def test_main_work_before_what_is_wanting_in_a_plan() -> None:
    """主要工作 is what will be done unless a later part says that it tells what is next."""
    text = """
青山县2024年信访工作方案
一、主要工作
(一)化解积案。化解积案86件。
(二)排查矛盾。排查领域12个。
二、需要关注的问题
部分单位重视不够。
三、工作要求
(一)加强领导。高度重视信访工作。
(二)严格督查。定期督查。
"""
    assert _roles(text)[:3] == ["measures", "measure", "measure"]
    assert _roles(text.replace("工作要求", "下一步打算"))[:3] == ["review"] * 3
