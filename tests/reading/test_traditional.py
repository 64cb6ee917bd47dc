"""Texts in traditional characters: read as simplified ones, their words kept as they are written."""

from hypothesis import given
from hypothesis import strategies as st

from kjplan.model import Goal, Measure, Section
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from kjplan.reading.text import fold
from kjplan.reading.traditional import SIMPLIFIED, simplify

TRADITIONAL = """臨水市2022年工作要點

一、總體要求
穩中求進。
二、主要目標
地區生產總值增長8%，城鎮新增就業3萬人以上。
三、重點任務
（一）發展產業。於6月底前新建「星火」基地5個，營業收入達到20億元。
責任單位：市科技局
（二）改善民生。修訂《臨水市養老辦法》。（市民政局牽頭，市財政局配合）
"""
BACK = {"「": "“", "」": "”"}


def _facts(text: str) -> list[str]:
    """What is read, without any of its words."""
    found: list[str] = []
    todo = list(parse_source(from_text(text)).plan.parts)
    while todo:
        node = todo.pop(0)
        found.append(f"{type(node).__name__} {node.span}")
        if isinstance(node, Section):
            found.append(node.role)
            todo[:0] = node.children
        elif isinstance(node, (Goal, Measure)):
            found += [f"{t.span} {t.comparator} {t.value} {t.base_value} {t.basis}" for t in node.targets]
            found += [f"{b.span} {b.role}" for b in node.responsibility.bodies]
            found += [f"{d.span} {d.date}" for d in node.due]
            if isinstance(node, Measure):
                found += [f"{d.span} {d.relation}" for d in node.documents] + [str(t.span) for t in node.terms]
    return found


def test_the_same_is_read_as_in_simplified_characters() -> None:
    simplified = "".join(SIMPLIFIED.get(character, character) for character in TRADITIONAL)
    assert "责任单位：市科技局" in simplified
    assert _facts(TRADITIONAL) == _facts(simplified)
    assert any("lead" in fact for fact in _facts(TRADITIONAL))


def test_words_stay_as_they_are_written() -> None:
    plan = parse_source(from_text(TRADITIONAL)).plan
    first = plan.measures[0]
    assert plan.title == "臨水市2022年工作要點"
    assert [(t.indicator, t.quote) for t in first.targets] == [("「星火」基地", "5個"), ("營業收入", "達到20億元")]
    assert [d.text for d in first.due] == ["6月底前"]
    assert [b.name for b in plan.measures[1].responsibility.bodies] == ["市民政局", "市財政局"]


def test_simplified_text_is_left_alone() -> None:
    text = "著名学者徐徐而来，后里的面条，覆盖率达到8%" * 9
    assert simplify(text) is text
    assert simplify("答覆與覆蓋") == "答复与覆盖"


@given(st.text(alphabet=st.sampled_from([*SIMPLIFIED, *"，。 1a市「"]), max_size=90))
def test_the_length_stays(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
