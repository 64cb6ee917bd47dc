"""Made-up statements: whoever is written down as leading, supporting or answering together is read so."""

from hypothesis import given
from hypothesis import strategies as st

from kjplan.extraction.duties.responsibility import find_responsibility
from tests.extraction.helpers import passage

NAMES = (
    "市科技局",
    "市委组织部",
    "市文化和旅游局",
    "各区县（市）",
    "人力资源社会保障部",
    "高新区管委会",
    "有关部门",
    "省政府办公厅",
)
TIMES = ("", "，6月底前完成", "；完成时限：2023年12月", "，长期坚持")


def lists(at_least: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(NAMES), min_size=at_least, max_size=4, unique=True)


@given(leads=lists(1), helpers=lists(0), time=st.sampled_from(TIMES), labelled=st.booleans())
def test_leads_and_helpers(leads: list[str], helpers: list[str], time: str, labelled: bool) -> None:
    helpers = [name for name in helpers if name not in leads]
    first, second = "、".join(leads), "、".join(helpers)
    if labelled:
        text = f"牵头单位：{first}" + (f"；配合单位：{second}" if helpers else "")
    else:
        text = f"{first}牵头" + (f"，{second}配合" if helpers else "")
    found = find_responsibility([passage(f"建设平台。（{text}{time}）")])
    expected = [(name, "lead") for name in leads] + [(name, "support") for name in helpers]
    assert [(b.name, b.role) for b in found.bodies] == expected


@given(
    names=lists(1),
    time=st.sampled_from(TIMES),
    first_leads=st.booleans(),
    form=st.sampled_from(["{}负责", "责任单位：{}", "{}按职责分工负责"]),
)
def test_together_or_alone(names: list[str], time: str, first_leads: bool, form: str) -> None:
    text = f"建设平台。（{form.format('、'.join(names))}{time}）"
    found = find_responsibility([passage(text)], first_leads=first_leads)
    # 各区县（市） or 有关部门 are several, who divide the duty among them
    shared_out = names[0].startswith(("各", "有关")) and "分工" in form
    first = "lead" if first_leads or (len(names) == 1 and not shared_out) else "joint"
    assert [(b.name, b.role) for b in found.bodies] == [(names[0], first), *((name, "joint") for name in names[1:])]
    assert found.quote == text[text.index("（") :]
