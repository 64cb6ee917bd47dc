"""Text with its lines broken at a fixed width gives the plan of the text as it was."""

import pytest

from kjplan.model import Goal, Measure, Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.parsing.lines.wrapping import _indent_length
from kjplan.reading import from_text, read
from tests.conftest import NOTICE

CANNOT_OPEN = "，。；：、,;:)）”》！？"


def wrapped(text: str, width: int, indent: str, between: str) -> str:
    """The text with lines of so many columns, as an editor breaks them: punctuation never opens a line."""
    paragraphs = []
    for line in filter(str.strip, text.split("\n")):
        pieces, used = [""], 0
        for ch in (indent if not line.lstrip().startswith("•") else "") + line.strip():
            columns = 1 if ch.isascii() else 2
            if used + columns > width and ch not in CANNOT_OPEN:
                pieces.append("")
                used = 0
            pieces[-1] += ch
            used += columns
        paragraphs.append("\n".join(pieces))
    return between.join(paragraphs) + "\n"


def facts(plan: Plan) -> list[tuple[object, ...]]:
    out: list[tuple[object, ...]] = [(plan.title, plan.year, plan.document.addressees, plan.document.signed_date)]
    for node, _ in plan.nodes():
        if isinstance(node, Goal | Measure):
            figures = [(t.id, t.indicator, t.value, t.unit, t.quote, t.restates) for t in node.targets]
            titles = [d.title for d in node.documents] if isinstance(node, Measure) else []
            out.append((node.id, getattr(node, "title", None), node.text.strip(), figures, titles))
    return out


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["close", "blank-lines"])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    "], ids=["flush", "ideographic", "spaces"])
@pytest.mark.parametrize("width", [56, 76, 100])
def test_the_notice_wrapped_is_the_notice(width: int, indent: str, between: str) -> None:
    source = read(NOTICE)
    parsed = parse_source(from_text(wrapped(source.text, width, indent, between)))
    assert facts(parsed.plan) == facts(parse_source(source).plan)
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    for target in parsed.plan.targets:
        assert target.span is not None
        assert target.quote == parsed.source.words(*target.span)


def test_a_list_of_short_lines_is_not_wrapped_text() -> None:
    lines = [f"{n}.建设第{n}个实验室" for n in range(1, 30)]
    plan = parse_source(from_text("2023年工作要点\n一、重点任务\n" + "\n".join(lines))).plan
    assert len(plan.measures) == 29


def test_letters_keep_a_blank_between_lines_and_chinese_none() -> None:
    source = from_text("deep\nlearning\n人工\n  智能")
    assert source.words(0, len(source.text)) == "deep learning人工智能"


def test_cells_of_one_width_are_not_wrapped_text() -> None:
    words = ("建设平台", "完善运行机制，提升服务能力，做好宣传引导，形成长效", "市科技局、市财政局")
    rows = [cell for n in range(1, 41) for cell in (str(n), *words)]
    text = "\n".join(["2023年工作要点", "一、重点任务", "序号", "任务名称", "工作内容", "责任单位", *rows]) + "\n"
    plan = parse_source(from_text(text)).plan
    assert [len(m.responsibility.bodies) for m in plan.measures] == [2] * 40


def test_words_below_a_table_are_joined_where_they_were_wrapped() -> None:
    words = "".join(f"第{n}项要求由各单位认真研究落实，确保工作取得实效，" for n in range(1, 40)).rstrip("，") + "。"
    text = (
        "2023年工作要点\n一、重点任务\n序号\n任务\n责任单位\n1\n建设平台\n市科技局\n2\n引进人才\n市人社局\n二、要求\n（一）"
        + words
    )
    source = parse_source(from_text(wrapped(text, 60, "", "\n"))).plan
    assert source.measures[-1].text.startswith("第1项要求由各单位认真研究落实，确保工作取得实效，第2项")


def test_the_indent_of_a_line_is_looked_for_in_its_line() -> None:
    source = from_text("一、重点任务\n" * 3 + "\u3000\u3000建设平台\r\n  推进\n改革")
    starts = [source.text.index(words) for words in ("建设", "推进", "改革")]
    assert [_indent_length(source, start) for start in starts] == [2, 2, 0]


def test_a_break_behind_a_title_mark_hides_no_margin() -> None:
    """Lines joined there are twice as wide as the others, and are none that is wider than the margin."""
    task = "推进码头水利建设，加强河道管护梯队，完善科普宣传，建设队伍，培育水利平台，优化服务，落实管护责任，出台《码头管护办法》。改造泵站设施，推进河道治理，加强服务体系，完善建设管理。"
    text = "青岚市2023年水利工作要点\n一、重点任务\n" + "".join(f"{n}.推进第{n}项治理\n{task}\n" for n in range(1, 5))
    broken = wrapped(text, 54, "　　", "\n")
    assert broken.count("《\n") == 4
    found, wanted = parse_source(from_text(broken)), parse_source(from_text(text))
    assert (len(found.units), facts(found.plan)) == (len(wanted.units), facts(wanted.plan))
