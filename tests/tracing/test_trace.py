"""Which measures carry a goal, each rule with the nearest text that it must leave alone."""

import pytest

import kjplan
from kjplan.tracing import Trace, to_records, trace
from kjplan.tracing.themes import MOST_LINKS
from kjplan.tracing.topics import core, shared_ending, title_core


def traced(goal: str, *measures: str) -> Trace:
    """The trace of a plan with one goal and some measures, each ``title。text``."""
    lines = [f"{n}.{words}" for n, words in enumerate(measures, 1)]
    text = "\n".join(["2023年工作要点", "一、主要目标", f"1.{goal}。", "二、重点任务", *lines])
    return trace(kjplan.parse(text))


def links(found: Trace) -> list[tuple[str, str, str, list[str]]]:
    """Measure, reason, certainty and notes of every link of the only goal."""
    return [
        (link.measure.id, link.grounds[0].reason, link.certainty, list(link.notes)) for link in found.goals[0].links
    ]


GOAL = "新增有效高新技术企业1000家"


@pytest.mark.parametrize(
    ("goal", "measure", "expected"),
    [
        (GOAL, "壮大主体。新增高新技术企业1000家。", [("same_number", "high", [])]),
        (
            GOAL,
            "壮大主体。力争新培育高新技术企业1000家以上。",
            [("same_number", "high", ["bound_added", "hedge_added", "verb_changed"])],
        ),
        (GOAL, "壮大主体。新增高新技术企业1200家。", [("same_indicator", "high", ["value_differs"])]),
        (GOAL, "壮大主体。高新技术企业总量达到1200家。", [("same_indicator", "high", ["basis_differs"])]),
        (GOAL, "壮大主体。新增上市企业1000家。", []),
        (GOAL, "壮大主体。新增高新技术企业产值1000亿元。", []),
        (GOAL, "壮大高新技术企业规模。健全梯次培育机制。", [("shared_topic", "medium", [])]),
        (GOAL, "壮大企业规模。健全梯次培育机制。", []),
        (GOAL, "壮大主体。培育高新技术企业。", [("shared_topic", "low", [])]),
        (GOAL, "壮大主体。做好高新技术企业名单公示。", []),
        ("规上企业研发活动覆盖率达到65%", "加大投入。推动规上企业研发活动全覆盖。", [("same_indicator", "high", ["all_instead_of_part"])]),
        ("规上企业研发活动覆盖率达到65％", "加大投入。推动规上企业研发活动全面覆盖。", [("same_indicator", "high", ["all_instead_of_part"])]),
        ("规上企业研发活动覆盖率达到100%", "加大投入。推动规上企业研发活动全覆盖。", [("shared_topic", "low", [])]),
        ("规上企业研发活动覆盖率达到65%", "加大投入。推动社保全覆盖。", []),
        ("技术合同成交额达到40亿元", "促进转化。建设技术交易市场，壮大技术转移机构。", [("related_topic", "low", [])]),
        ("技术合同成交额达到40亿元", "促进转化。建设技术交易市场，壮大中介机构。", []),
        ("万人发明专利拥有量达到7件", "促进转化。拓展知识产权服务机构功能。", []),
        ("营商环境明显改善", "优化营商环境。压减审批事项。", [("shared_topic", "medium", [])]),
        ("营商环境明显改善", "优化市场环境。压减审批事项。", []),
    ],
)  # fmt: skip
def test_a_link_and_its_nearest_neighbour(goal: str, measure: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert [link[1:] for link in links(traced(goal, measure))] == expected


def test_a_sure_link_leaves_no_room_for_possible_ones() -> None:
    found = traced(GOAL, "壮大主体。新增高新技术企业1000家。", "优化服务。培育高新技术企业。")
    assert [link[0] for link in links(found)] == ["M1"]
    assert [measure.id for measure in found.without_goal] == ["M2"]


def test_a_goal_of_two_targets_has_the_measures_of_both() -> None:
    found = traced(f"{GOAL},科技型企业1500家", "壮大主体。新增高新技术企业1000家。", "扩容。新增科技型企业1500家。")
    targets = [ground.goal_target for link in found.goals[0].links for ground in link.grounds]
    assert [target.id for target in targets if target] == ["G1.1", "G1.2"]


def test_a_figure_for_five_years_is_not_that_of_the_year() -> None:
    found = links(traced("生产总值增长5%左右", "谋划长远。“十五五”时期地区生产总值年均增长5%左右。"))
    assert [(link[1], link[2]) for link in found] == [("same_number", "medium")]
    assert "period_differs" in found[0][3]


def test_goals_with_two_figures_for_one_indicator_contradict_nobody() -> None:
    lines = ["2023年工作要点", "一、主要目标", "1.到2025年垃圾回收率达到70%。", "2.到2030年垃圾回收率达到75%。"]
    lines += ["二、重点任务", "1.垃圾分类。垃圾回收率达到72%。"]
    found = trace(kjplan.parse("\n".join(lines)))
    assert not any(link.contradicts for row in found.goals for link in row.links)


def test_a_plan_without_measures_has_no_orphans() -> None:
    found = trace(kjplan.load(2020))
    assert found.not_recorded == ["measures"]
    assert found.without_measure == [] and len(found.goals) == len(kjplan.load(2020).goals)


def test_a_plan_without_goals_lists_no_measure() -> None:
    found = trace(kjplan.parse("2023年工作要点\n一、重点任务\n1.建设平台。建成3个。\n"))
    assert (found.goals, found.without_goal, found.not_recorded) == ([], [], ["goals"])


@pytest.mark.parametrize(
    ("indicator", "about"),
    [
        ("全社会研发投入强度", "研发投入"),
        ("省级以上研发平台", "研发平台"),
        ("粮食总产量", "粮食"),
        ("城镇新增就业", "就业"),
        ("覆盖率", "覆盖"),
        ("量", "量"),
        ("", ""),
    ],
)
def test_what_an_indicator_is_about(indicator: str, about: str) -> None:
    assert core(indicator) == about


def test_what_a_title_is_about() -> None:
    assert title_core("壮大高新技术企业规模") == "高新技术企业"
    assert title_core("建设平台") == title_core(None) == ""
    assert title_core("甲县水利局") == title_core("各有关部门") == "" and title_core("发展水利设施") == "水利设施"


def test_only_an_ending_that_names_something_is_shared() -> None:
    assert shared_ending("省级研发平台", "建设研发平台") == "研发平台"
    assert shared_ending("省级研发平台", "建设交易平台") == ""
    assert shared_ending("平台", "建设平台") == ""


def test_hostile_plans_are_bounded() -> None:
    many = [f"高新技术企业{n}。培育高新技术企业。" for n in range(400)]
    found = traced(f"{GOAL},高新技术企业1500家", *many)
    assert len(found.goals[0].links) <= 2 * MOST_LINKS
    assert {link.certainty for link in found.goals[0].links} == {"low"}


def test_records_are_those_of_the_contract() -> None:
    found = traced(GOAL, "壮大主体。力争新培育高新技术企业1000家以上。", "其他。做好统计。")
    assert to_records(found) == [
        {
            "goal": "G1",
            "measures": [
                {
                    "id": "M1",
                    "reason": "same_number: 高新技术企业 1000家 → 1000家以上; bound_added, hedge_added, verb_changed",
                    "certainty": "high",
                }
            ],
        }
    ]
    ground = to_records(found, why=True)[0]["measures"][0]["grounds"][0]
    assert (ground["goal_target"], ground["measure_target"], ground["quote"]) == ("G1.1", "M1.1", "1000家以上")
    start, end = ground["span"]
    assert end - start == len(ground["quote"])


def test_the_end_of_a_topic_that_only_qualifies_in_a_title_is_less_certain() -> None:
    goal = "全市大专以上人才资源达到9万名"
    assert links(traced(goal, "办好人才资源产业园。招引机构。"))[0][1:3] == ("shared_topic", "low")
    assert links(traced(goal, "加强人才资源开发。招引机构。"))[0][1:3] == ("shared_topic", "medium")


def test_a_short_goal_in_words_is_reached_by_related_words() -> None:
    assert links(traced("进出口稳中提质", "稳住外贸。支持外贸企业接单。"))[0][1:3] == ("related_topic", "low")
    assert links(traced("进出口稳中提质", "稳住内需。支持商贸企业接单。")) == []
    assert links(traced("湖区污染物排放量继续下降", "打好污染防治攻坚战。治理河湖。"))[0][1:3] == (
        "related_topic",
        "low",
    )
