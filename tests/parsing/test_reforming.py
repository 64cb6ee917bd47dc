"""What a plan commits to does not depend on the form in which it is written: see ``benchmarks/reforming``. The miniature is invented."""

from pathlib import Path

import pytest

from benchmarks.reformed import drafts_of
from benchmarks.reforming import WAYS
from benchmarks.reforming.known import Known, compare, facts_of
from kjplan.parsing import parse_source
from kjplan.reading import from_text

_MANY = 70
"""Of more forms of a kind every third is tried; ``python -m benchmarks.reformed`` tries all."""
NOTICE = Path(__file__).parents[2] / "data/notices/workplan_2022.txt"

MINIATURE = """丙市教育局关于印发《丙市2024年办学工作要点》的通知
各县（市、区）教育局，局属各学校：
现将《丙市2024年办学工作要点》印发给你们，请认真贯彻执行。
丙市教育局
2024年1月15日

丙市2024年办学工作要点

一、总体要求
坚持以学生为本，办好每一所学校。

二、工作目标
1.学前教育普及率达到92%以上。
2.全市新增幼儿园学位3000个。
3.公用经费增长8%。
4.辍学率控制在0.5%以内。

三、重点任务
（一）改善办学条件
1.改造老旧校舍。完成投资12亿元，改造校舍120栋，优先安排山区学校。（市住建局牵头，市教育局、市财政局配合）
2.建设标准操场。新建操场45个，2024年10月底前投入使用。（市体育局负责）
3.更换老旧课桌。按照新标准采购课桌，教室照明达标率提高到95%以上，实验室同步更新。（责任单位：市教育局、各县（市、区）政府）
（二）建强教师队伍
4.招聘音乐体育教师。面向社会公开招聘教师600名，2024年8月底前到岗，优先补充农村学校。（市人社局会同市教育局负责）
5.轮训班主任。分批培训班主任2000人次，培训合格率达到98%。（市教育局牵头，9月底前完成）

四、保障措施
（一）加强领导。各县要成立专班，定期研究办学工作。
（二）落实经费。多渠道筹集办学经费，保障重点任务实施。
"""

BARE = """丁县2025年护林工作要点

一、指导思想
坚持预防为主，守住每一片林子。

二、主要目标
1.森林火灾受害率不超过0.8‰。
2.完成造林4万亩。

三、主要措施
（一）抓好防火
1.清理林下可燃物。组织村民清理可燃物，开设隔离带180公里，重点是公墓周边。
2.改造瞭望塔。改造瞭望塔26座，安装摄像头400个，实现昼夜监测。
3.组建扑火队伍。每个林场组建专业队伍，配备灭火机具1500台以上。
（二）管好林木
1.防治松材线虫。全面普查枯死松树，清理疫木12000株，疫木清理率达到100%。
2.抚育中幼林。抚育中幼林3万亩，雇用当地农民800人以上。
3.规范采伐管理。采伐许可全部网上办理，严查无证采伐。
"""


@pytest.fixture(scope="module", params=["notice", "miniature", "bare"])
def known(request: pytest.FixtureRequest) -> Known:
    texts = {"notice": NOTICE.read_text(encoding="utf-8"), "miniature": MINIATURE, "bare": BARE}
    document = Known.laid_out(texts[request.param])
    assert document is not None
    return document


@pytest.mark.parametrize("kind", WAYS)
def test_another_form_says_the_same(known: Known, kind: str) -> None:
    faults = []
    forms = [*WAYS[kind].items()]
    for name, ways in forms[:: 3 if len(forms) > _MANY else 1]:
        for draft in drafts_of(ways, known):
            lost, false = compare(draft.facts, facts_of(parse_source(from_text(draft.text)).plan))
            faults += [(name, "-", fact) for fact in lost] + [(name, "+", fact) for fact in false]
    assert faults == []


def test_most_forms_have_facts_to_put_in_them() -> None:
    documents = [Known.laid_out(text) for text in (MINIATURE, BARE)]
    used = {
        (kind, name)
        for kind, some in WAYS.items()
        for name, ways in some.items()
        if any(draft.touched for document in documents if document for draft in drafts_of(ways, document))
    }
    missing = [(kind, name) for kind, some in WAYS.items() for name in some if (kind, name) not in used]
    assert len(missing) < 30, missing


def test_a_lost_fact_is_seen() -> None:
    document = Known.laid_out(MINIATURE)
    assert document is not None
    wanted = facts_of(document.plan)
    lost, false = compare(wanted, facts_of(parse_source(from_text(MINIATURE.replace("市住建局牵头，", ""))).plan))
    assert ("body", "改造老旧校舍", "市住建局", "lead") in lost
    assert false == []
