"""explain: what is said of a line is true, on every line of notices of many forms."""

from pathlib import Path

import pytest

from kjplan.parsing import parse_source
from kjplan.parsing.explain import Alternative, explain
from kjplan.parsing.parse import Parsed
from kjplan.reading import from_text, read
from tests.conftest import NOTICE
from tests.parsing.flat_text import REST

FORMS = """海州市2023年工作要点
目录
一、主要目标........1
二、重点任务........2
海州市科学技术局：
主要目标
1.新增企业120家。
3.新增平台5家。
88.正文一行
2.6%以上。
2023年6月底前完成统计。
二、重点任务加强组织领导各单位要按照职责分工，把任务落到实处，逐级压实，层层推进，确保完成。
（一）要按照国家和省的部署，结合实际，把各项任务落到实处，逐级压实责任，层层推进，确保完成全年任务
主要任务
附件：1.任务分工表
2.联系方式
海州市科学技术局
2023年3月1日
附件1
任务分工表
序号|任务|责任单位
1|建设平台|市科技局
2|壮大企业|市财政局
第三条 本表自发布之日起施行。
"""


def _alternatives(text: str, line: int) -> dict[str, str]:
    claims = explain(parse_source(from_text(text)), line).claims
    return {a.reading: a.why_not for claim in claims for a in claim.alternatives}


def _texts() -> list[str]:
    layouts = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
    return [FORMS, FORMS.replace("\n", "") + REST, *(path.read_text(encoding="utf-8") for path in layouts)]


def _untrue(parsed: Parsed, rule: str, kinds: set[str], alternative: Alternative) -> bool:
    """Whether an answer is at odds with what became of the line."""
    why = alternative.why_not
    return (
        ("for a title" in why and "title" in kinds)
        or ("the marker that opens it" in why and "marker" not in kinds)
        or ("?" in why or "object at" in why or "(kind=" in why)
        or ("out of sequence" in why and not any(f.code == "marker-out-of-sequence" for f in parsed.findings))
        or (rule in ("paragraph", "preamble", "closing") and f"{rule} claims it first" in why)
    )


@pytest.mark.parametrize("n", range(len(_texts()) + 1))
def test_every_line_is_explained_and_nothing_untrue_is_said(n: int) -> None:
    texts = _texts()
    parsed = parse_source(read(NOTICE)) if n == len(texts) else parse_source(from_text(texts[n]))
    for line in range(1, len(parsed.source.line_starts) + 1):
        for claim in explain(parsed, line).claims:
            assert claim.rule
            held = {str(leaf.owner)[:1] for leaf in claim.leaves}
            assert (claim.rule == "attachment-text") <= (held == {"A"}), (line, claim)
            kinds = {leaf.kind for leaf in claim.leaves}
            for alternative in claim.alternatives:
                assert not _untrue(parsed, claim.rule, kinds, alternative), (line, claim)


def test_a_number_that_was_never_asked_for_is_not_called_out_of_sequence() -> None:
    """A line of a table of contents is claimed before any number is looked at; a number in the text is looked at."""
    assert "claims it first" in _alternatives(FORMS, 3)["heading (一、)"]
    numbered = "2023年工作要点\n一、任务\n1.降低能耗。\n88.正文"
    assert _alternatives(numbered, 4)["heading (1.)"] == "number 88 is out of sequence, 2 was expected"


def test_a_title_that_was_found_is_not_called_too_long() -> None:
    """The title that is glued to its words is told from them; one that is not is too long to be one."""
    long = "结合实际把各项任务落到实处，逐级压实责任，层层推进，确保完成全年任务，不断巩固提升"
    glued = f"2023年工作要点一、加强组织领导各单位要{long}。二、做好保障工作各单位要{long}。{REST}"
    parsed = parse_source(from_text(glued))
    claims = [claim for claim in explain(parsed, 1).claims if claim.rule == "heading:cn-dot"]
    assert [leaf.kind for leaf in claims[0].leaves[:2]] == ["marker", "title"]
    assert "heading with a title" not in {a.reading for a in claims[0].alternatives}
    assert "heading with a title" in _alternatives(f"2023年工作要点\n一、{long}，{long}。\n二、{long}，{long}。", 2)


def test_the_text_of_an_attachment_has_a_rule_with_a_name() -> None:
    text = "关于做好统计的通知\n各单位：\n请做好统计。\n附件\n联系方式\n电话请拨总机转接，不要直接拨打。\n"
    rules = [claim.rule for claim in explain(parse_source(from_text(text)), 6).claims]
    assert rules == ["attachment-text"]


def test_text_is_not_called_claimed_first_by_what_takes_the_rest() -> None:
    why = _alternatives("2023年工作要点\n一、任务\n1.做好统计。各单位做好统计。\n各县区科技局：\n按时报送。", 4)
    assert why["addressees"] == "its words fit, but not its place: here it is text of M1"


SENT_OUT = """某市科技局2023年工作要点
2023年，全市科技系统要抓紧工作。
一、重点任务
（一）修路。修路3公里。
（二）架桥。架桥2座。
附件
名额表说明
各区县按时报送。
"""


@pytest.mark.parametrize(("line", "rule"), [(2, "preamble"), (8, "attachment-text")])
def test_words_that_no_other_rule_takes_are_told_by_where_they_stand(line: int, rule: str) -> None:
    assert explain(parse_source(from_text(SENT_OUT)), line).claims[0].rule == rule
