"""Seams of flattened documents and glued titles: what is cut, and the nearest text that is not."""

from itertools import pairwise

import pytest

from kjplan.parsing.front.signing import sign_together
from kjplan.parsing.headings.glued import split_glued
from kjplan.parsing.headings.numbering import Sequence
from kjplan.parsing.headings.roles import opening_dated_title, opening_role_title
from kjplan.parsing.headings.titles import is_greeting, stands_above
from kjplan.parsing.lines.flattened import cut_points
from kjplan.parsing.lines.seams import head_seams
from kjplan.parsing.markers import read_bare, read_marker
from kjplan.reading.text import fold

LONG = "加快完善开放政策体系，推动跨境贸易便利化，支持企业开拓国际市场，全年进出口总额增长百分之五以上，开放平台建设取得新的成效。"


def pieces(text: str) -> list[str]:
    """A flattened text cut into its paragraphs."""
    folded = fold(text)
    edges = [*cut_points(text, folded, 0, len(text)), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("关于做好统计工作的通知各县局：为做好工作", ["关于做好统计工作的通知", "各县局："]),
        (
            "某省关于加快平台建设的若干意见某发〔2023〕5号各县：为",
            ["某省关于加快平台建设的若干意见", "某发〔2023〕5号", "各县："],
        ),
        ("某局关于深化改革实施意见 的 通 知各县：为", ["某局关于深化改革实施意见 的 通 知", "各县："]),
        (
            "甲局乙局文件甲发〔2023〕5号关于规范管理的公告各单位：现",
            ["甲局乙局文件", "甲发〔2023〕5号", "关于规范管理的公告", "各单位："],
        ),
        ("关于做好核算计划制定工作的通知各县：为", ["关于做好核算计划制定工作的通知", "各县："]),
        ("关于统计工作的意见的落实情况，各县：为", []),
        ("根据有关文件要求，各县：为", []),
    ],
)
def test_seams_at_the_head(text: str, head: list[str]) -> None:
    cuts, _ = head_seams(fold(text), 0, len(text))
    edges = [0, *cuts]
    assert [text[a:b] for a, b in pairwise(edges)] == head


def test_a_list_of_attachments_opens_no_headings_and_its_signer_is_told_from_its_last_entry() -> None:
    text = "关于统计考核的通知各县：请做好工作。附件：1.考核表2.申报表生态环境部办公厅2023年5月6日（此件公开发布）"
    assert pieces(text)[2:] == [
        "请做好工作。",
        "附件：1.考核表2.申报表",
        "生态环境部办公厅",
        "2023年5月6日",
        "（此件公开发布）",
    ]


def test_attachments_that_are_only_mentioned_are_no_list() -> None:
    text = "关于统计考核的通知各县：请填报（见附件：考核表）有关材料。一、抓好落实。2023年5月6日前完成。"
    assert pieces(text)[2:] == ["请填报（见附件：考核表）有关材料。", "一、抓好落实。2023年5月6日前完成。"]


def test_what_a_site_offers_below_is_one_piece() -> None:
    text = "关于统计考核的通知各县：请做好工作。某市统计局2023年5月6日解读：1.一图读懂2.答记者问"
    assert pieces(text)[-1] == "解读：1.一图读懂2.答记者问"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("一、完善体系，加强管理（一）建设平台。新建平台。", "（一）建设平台。新建平台。"),
        ("一、完善体系，实施《规划》（二）的有关任务。", "一、完善体系，实施《规划》（二）的有关任务。"),
        ("一、完善体系。落实第（一）项任务，加强管理。", "一、完善体系。落实第（一）项任务，加强管理。"),
    ],
)
def test_a_list_begins_behind_a_title_of_several_clauses(text: str, last: str) -> None:
    assert pieces(text)[-1] == last


@pytest.mark.parametrize(
    ("line", "together"),
    [
        ("市政府办公室市委宣传部市教育局市财政局市人力资源和社会保障局市卫生健康委员会市总工会办公室", True),
        ("市政府办公室要会同市教育局市财政局市人力资源和社会保障局市卫生健康委员会抓好落实工作", False),
    ],
)
def test_several_signers_on_a_line(line: str, together: bool) -> None:
    assert sign_together(line) is together


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("加强组织领导各级政府要高度重视", "加强组织领导"),
        ("规范数据报送按照“谁填报、谁负责”的原则", "规范数据报送"),
        ("完善统计名录为进一步摸清底数,", "完善统计名录"),
        ("各单位要按照《办法》严格管理", ""),
        ("加强组织、协调各级政府的力量", ""),
        ("动员全社会各级组织", ""),
        ("建设平台、服务各级政府", ""),
        ("充分发挥好地方各级政府的作用", ""),
        ("坚持对各级政府负责", ""),
    ],
)
def test_a_title_glued_to_its_words(words: str, title: str) -> None:
    assert words[: split_glued(words)] == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("2023年工作回顾过去一年是极不平凡的一年,全市上下团结奋斗,成绩显著。", "2023年工作回顾"),
        ("充分认识做好工作的重要意义近年来全市统计工作取得了明显的进展和成效。", "充分认识做好工作的重要意义"),
        ("2023年重点工作推进情况良好,全市上下团结奋斗,各项指标全面完成。", ""),
        ("2023年工作回顾。过去一年是极不平凡的一年,全市上下团结奋斗。", ""),
    ],
)
def test_a_dated_part_name_glued_to_its_words(words: str, title: str) -> None:
    assert words[: opening_dated_title(words)] == title


def test_fewer_names_open_an_inner_heading() -> None:
    words = "以习近平新时代中国特色社会主义思想为指导,深入贯彻新发展理念。"
    assert opening_role_title("指导思想" + words, part=False) == 4
    assert opening_role_title("重点任务" + words, part=False) == 0
    assert opening_role_title("重点任务" + words) == 4


@pytest.mark.parametrize(
    ("line", "below", "above"),
    [
        ("大力提振消费。", LONG, True),
        ("大力提振消费", LONG, True),
        ("优化“一带”布局。", "“一带”要领跑。" + LONG, True),
        ("大力提振消费", "开展专项行动。" + LONG, False),
        ("重点抓好以下工作。", LONG, False),
        ("大力提振消费，扩大投资。", LONG, False),
        ("大力提振消费。", "开展专项行动。", False),
        ("完成3项任务", LONG, False),
    ],
)
def test_a_line_that_is_the_title_of_the_paragraph_below(line: str, below: str, above: bool) -> None:
    assert stands_above(fold(line), fold(below)) is above


def test_words_to_the_audience() -> None:
    assert is_greeting(fold("各位代表！"))
    assert not is_greeting(fold("各位代表！做好今年工作意义重大。"))


def _after(*markers: str) -> Sequence:
    sequence = Sequence()
    for words in markers:
        marker = read_marker(fold(words), 0, len(words))
        assert marker is not None
        sequence.accept(marker)
    return sequence


@pytest.mark.parametrize(
    ("before", "line", "accepted", "fault"),
    [
        (("十四、保障", "13.4 强化"), "14.2 健全", True, "numbering-gap"),
        (("3.1.1 健全", "3.1.2 完善"), "3.2 加强", True, "numbering-gap"),
        (("十三、保障", "13.4 强化"), "14.2 健全", False, None),
        (("十四、保障", "13.4 强化"), "14.9 健全", False, None),
        (("十四、保障", "13.4 强化"), "14.1 健全", True, None),
    ],
)
def test_decimals_go_on_under_the_heading_their_digits_name(
    before: tuple[str, ...], line: str, accepted: bool, fault: str | None
) -> None:
    marker = read_marker(line, 0, len(line))
    assert marker is not None
    verdict = _after(*before).judge(marker)
    assert (verdict.accepted, verdict.fault) == (accepted, fault)


def test_a_bare_number_needs_a_blank_and_a_title() -> None:
    assert read_bare("2  组织机构", 0, 7) is not None
    assert read_bare("2组织机构", 0, 5) is None
    assert read_bare("2 家企业参与,成效明显", 0, 11) is None
    assert read_bare("2 12.5", 0, 6) is None


SENT_ON = (
    "某省人民政府办公厅转发省粮食局关于加强仓储管理意见的通知各市人民政府：省粮食局《关于加强仓储管理的意见》{}2008年4月6日"
    "关于加强仓储管理的意见省粮食局近年来，我省仓储条件不断改善。为巩固成果，提出以下意见：一、改造仓房（一）改造老库。二、配备设备"
)


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("已经省政府同意，现转发给你们，请认真执行。某省人民政府办公厅", True),
        ("业经省人民政府批准，现予转发，请执行。某省人民政府办公厅", True),
        # neighbours: what is only carried out, and what is not said to be sent on
        ("是仓储工作的依据，请认真学习。某省人民政府办公厅", False),
        ("已经省政府同意，请认真执行。某省人民政府办公厅", False),
    ],
)
def test_a_document_that_a_notice_sends_on_begins_with_its_title_and_its_author(words: str, cut: bool) -> None:
    found = pieces(SENT_ON.format(words))
    assert ("关于加强仓储管理的意见" in found and "省粮食局" in found) is cut
