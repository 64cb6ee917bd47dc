"""Goals and measures that share telling words and nothing else, each rule with the nearest text that it must leave alone."""

import pytest

import kjplan
from kjplan.tracing import Trace, trace

OTHERS = ("强化监管。开展质量抽检。", "便民利民。办好夜间集市。", "文化惠民。送戏下乡。")


def traced(goal: str, *measures: str, safeguards: str = "") -> Trace:
    """The trace of a plan with one goal, some measures and three that are about other things."""
    lines = [f"{n}.{words}" for n, words in enumerate((*measures, *OTHERS), 1)]
    last = ["三、保障措施", f"1.{safeguards}"] if safeguards else []
    return trace(
        kjplan.parse("\n".join(["2023年工作要点", "一、主要目标", f"1.{goal}。", "二、重点任务", *lines, *last]))
    )


def shared(found: Trace) -> list[tuple[str, str]]:
    """The measures that carry the only goal by shared words, and these words."""
    grounds = [(link.measure.id, link.grounds[0]) for link in found.goals[0].links]
    assert all(ground.certainty == "low" for _, ground in grounds if ground.reason == "shared_words")
    return [(measure, ground.shared) for measure, ground in grounds if ground.reason == "shared_words"]


@pytest.mark.parametrize(
    ("goal", "measure", "words"),
    [
        ("油茶采收机械化率达到30%", "补齐短板。发展油茶生产全程机械化，突破采收瓶颈。", "油茶采收机械化"),
        ("油茶采收机械化率达到30%", "补齐短板。发展蔬菜生产全程机械化，突破采收瓶颈。", None),
        ("油茶采收机械化率达到30%", "补齐短板。引进油茶良种。推广农业机械化。", None),
        ("建立统一的渔业权交易制度", "完善渔业权管理。探索渔业权公开交易。", "渔业权交易"),
        ("建立统一的渔业权交易制度", "完善管理。探索公开渠道。", None),
        ("全面提升社会管理服务水平", "完善管理。提升社会服务水平。", None),
    ],
)
def test_telling_words_in_one_sentence(goal: str, measure: str, words: str | None) -> None:
    assert shared(traced(goal, measure)) == ([("M1", words)] if words else [])


def test_words_in_a_title_count_with_each_sentence() -> None:
    found = traced("建成湿地候鸟观测站网", "湿地观测。健全站网布局。公布名录。")
    assert shared(found) == [("M1", "湿地、观测站网")]
    assert found.goals[0].links[0].grounds[0].quote == "健全站网布局"


def test_what_every_measure_has_tells_nothing() -> None:
    lines = [f"{n}.渔业{name}。发展渔业{name}。" for n, name in enumerate(("港口", "保险", "育种", "加工", "科普"), 1)]
    found = trace(
        kjplan.parse("\n".join(["2023年工作要点", "一、主要目标", "1.渔业明显增效。", "二、重点任务", *lines]))
    )
    assert shared(found) == []


def test_safeguards_carry_no_single_goal() -> None:
    asked = "加强渔业权交易宣传。宣传渔业权交易制度。"
    assert shared(traced("建立统一的渔业权交易制度", safeguards=asked)) == []
    assert shared(traced("建立统一的渔业权交易制度", asked)) != []


def test_what_comes_of_the_whole_economy_is_carried_by_no_sentence() -> None:
    measure = "用好财政。安排财政赤字预算资金。"
    assert shared(traced("财政赤字2亿元", measure)) == []
    assert shared(traced("财政赤字监测点2个", "用好财政。建财政赤字监测点。")) == []
    assert shared(traced("财税风险监测点2个", "用好财政。建财税风险监测网点。")) != []


def test_a_sure_link_leaves_no_room_for_shared_words() -> None:
    found = traced("新建湿地监测站10个", "布设站网。新建湿地监测站10个。", "湿地修复。修复退化湿地，监测站点水质。")
    assert shared(found) == [] and [link.measure.id for link in found.goals[0].links] == ["M1"]


def test_a_goal_of_many_clauses_has_at_most_five() -> None:
    names = ("甘蔗", "棉花", "油菜", "花生", "大豆", "胡麻", "荞麦")
    goal = "，".join(f"{name}收割机具基本配齐" for name in names)
    found = traced(goal, *(f"{name}机具。配备{name}收割机具。" for name in names))
    assert len(shared(found)) == 5


def test_hostile_repetition_is_bounded() -> None:
    found = traced("油茶采收机械化率达到30%", *("补短板。发展油茶生产全程机械化，突破采收瓶颈。",) * 400)
    assert shared(found) == []


@pytest.mark.parametrize("start", range(0x6000, 0x6400, 64))
def test_of_sentences_that_weigh_the_same_the_first_is_quoted(start: int) -> None:
    """Each sentence has three of six pairs of characters, of the same three weights: in whatever order a set holds them."""
    first, second = (["".join(map(chr, range(at, at + 12, 2))) for at in (start + k, start + 32 + k)] for k in (0, 1))
    one, other = first[0] + second[0][:2], first[1] + second[1][:2]
    common = [f"办事。{words[: 2 + n]}{chr(0x7000 + n)}。" for words in (one, other) for n in (0, 1, 2, 2, 4, 4, 5)]
    found = traced(f"建成{one}、{other}网", f"完善管理。使用{one}。使用{other}。", *common)
    (link,) = [link for link in found.goals[0].links if link.measure.id == "M1"]
    assert link.grounds[0].quote == f"使用{one}"
