"""Each rule of the parser with texts that trip it and their nearest neighbours that do not."""

import pytest

from kjplan.parsing import parse_source
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.genres import genre_of, names_a_plan, names_another_kind
from kjplan.parsing.front.page_fields import INDEX_NUMBER
from kjplan.parsing.headings.items import find_items
from kjplan.parsing.headings.numbering import Sequence
from kjplan.parsing.headings.roles import is_role_title, opening_role_title, role_of
from kjplan.parsing.headings.titles import has_title_sentence, reads_as_title, split_title
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER, back_kind, running_kind
from kjplan.parsing.markers import ordinal_of, read_marker
from kjplan.reading import from_text
from kjplan.reading.text import Passage, fold


@pytest.mark.parametrize(
    ("line", "style", "ordinal", "marker"),
    [
        ("一、指导思想", "cn-dot", 1, "一、"),
        ("二十三.标题", "cn-dot", 23, "二十三."),
        ("三、2022年工作", "cn-dot", 3, "三、"),
        ("（一）优化", "cn-paren", 1, "（一）"),
        ("(十二)优化", "cn-paren", 12, "(十二)"),
        ("㈢优化", "cn-paren", 3, "㈢"),
        ("1.加强", "ar-dot", 1, "1."),
        ("12、加强", "ar-dot", 12, "12、"),
        ("1．加强", "ar-dot", 1, "1．"),
        ("⒊加强", "ar-dot", 3, "⒊"),
        ("（1）加强", "ar-paren", 1, "（1）"),
        ("1）加强", "ar-half-paren", 1, "1）"),
        ("③加强", "circled", 3, "③"),
        ("第一章　总则", "chapter", 1, "第一章"),
        ("第二条", "article", 2, "第二条"),
        ("第二节 建设", "part-section", 2, "第二节"),
        ("第十条 本规定", "article", 10, "第十条"),
        ("第一部分 回顾", "volume", 1, "第一部分"),
        ("1.2 建设平台", "decimal", 2, "1.2"),
        ("1.2.3建设平台", "decimal", 3, "1.2.3"),
        ("一是围绕", "spoken", 1, "一是"),
        ("二要狠抓", "spoken", 2, "二要"),
    ],
)
def test_a_marker_is_read(line: str, style: str, ordinal: int, marker: str) -> None:
    m = read_marker(fold(line), 0, len(line))
    assert m is not None
    assert (m.style, m.ordinal, line[m.start : m.end]) == (style, ordinal, marker)


@pytest.mark.parametrize(
    "line",
    [
        "2.6%以上",
        "2022年全市",
        "3.5万千瓦",
        "10000.超出四位",
        "一流平台",
        "第十一次党代会",
        "十四五规划",
        "（中原之光）",
        "2022-03-25",
        "一一、重码",
        "区县(市)",
        "1.2%的增速",
        "三家企业",
    ],
)
def test_what_only_looks_like_a_marker_is_none(line: str) -> None:
    assert read_marker(fold(line), 0, len(line)) is None


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("一百零八", 108),
        ("一千二百", 1200),
        ("007", 7),
        ("三三", 0),
        ("十十", 0),
        ("〇", 0),
    ],
)
def test_ordinals(number: str, value: int) -> None:
    assert ordinal_of(number) == value


def _judge(lines: list[str]) -> list[tuple[bool, str | None]]:
    sequence = Sequence()
    out: list[tuple[bool, str | None]] = []
    for line in lines:
        marker = read_marker(fold(line), 0, len(line))
        assert marker is not None, line
        verdict = sequence.judge(marker)
        if verdict.accepted:
            sequence.accept(marker)
        out.append((verdict.accepted, verdict.fault))
    return out


@pytest.mark.parametrize(
    ("lines", "verdicts"),
    [
        (["一、x", "二、x", "三、x"], [(True, None)] * 3),
        (["（一）x", "1.x", "2.x", "（二）x", "3.x"], [(True, None)] * 5),
        (["（一）x", "1.x", "2.x", "（二）x", "1.x"], [(True, None)] * 5),
        (["1.x", "3.x"], [(True, None), (True, "numbering-gap")]),
        (["1.x", "1.x"], [(True, None), (True, "numbering-repeat")]),
        (["1.x", "2.x", "1.x"], [(True, None), (True, None), (True, "numbering-disorder")]),
        (["1.x", "88.x"], [(True, None), (False, None)]),
        (["3.x"], [(True, "numbering-gap")]),
        (["20.x"], [(False, None)]),
        (["1.1 x", "1.2 x", "2.1 x", "2.6 x"], [(True, None), (True, None), (True, None), (True, "numbering-gap")]),
        (["1.1 x", "7.5 x"], [(True, None), (False, None)]),
    ],
)
def test_headings_go_by_sequence(lines: list[str], verdicts: list[tuple[bool, str | None]]) -> None:
    assert _judge(lines) == verdicts


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("加强科技创新统筹谋划。成立委员会,出台规则。", "加强科技创新统筹谋划"),
        ("推进人工智能试验区建设。 制定方案。", "推进人工智能试验区建设"),
        ("坚持开门办园，便民利民。进一步健全体系。", "坚持开门办园，便民利民"),
        ("指导思想：以创新为引领。", "指导思想"),
        ("优化全域创新格局", "优化全域创新格局"),
        ("办好两个园区，建成展示中心。", "办好两个园区，建成展示中心"),
        ("推进“放管服。”改革。深化审批。", "推进“放管服。”改革"),
        (
            "总体要求以系统观念为指导，统筹发展和安全，坚持问题导向，坚持重点突破，全面提升能力，加快建设步伐，形成工作合力。",
            "总体要求",
        ),
        ("便于养护；", "便于养护"),
    ],
)
def test_a_title_is_split_off(words: str, title: str) -> None:
    split = split_title(fold(words), part=title == "总体要求")
    assert split is not None
    assert words[: split[0]] == title


@pytest.mark.parametrize(
    "words",
    [
        "坚持和完善接访制度，落实包案化解责任，推动矛盾就地解决，对重点领域的诉求及时回应。方便群众。",
        "各部由下列人员组成，部长、副部长：若干名。",
        "新增企业1000家；新建平台100家。",
    ],
)
def test_words_without_a_title(words: str) -> None:
    assert split_title(fold(words)) is None


def test_a_title_is_short_and_has_no_comma_run() -> None:
    assert reads_as_title("甲,乙,丙")
    assert not reads_as_title("甲,乙,丙,丁")
    assert not reads_as_title("长" * 43)
    assert not reads_as_title("甲:乙")


def test_a_task_paragraph_opens_with_a_short_sentence() -> None:
    assert has_title_sentence("抓好龙头项目。围绕主导产业,引进龙头项目落户本地。")
    assert not has_title_sentence("围绕主导产业,引进龙头项目落户本地。")
    assert not has_title_sentence("抓好龙头项目。办好。")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("指导思想", "principles"),
        ("总体要求和主要目标", "principles"),
        ("主要目标", "goals"),
        ("明确总体目标", "goals"),
        ("工作举措", "measures"),
        ("2014年工作安排", "measures"),
        ("强化支撑保障", "safeguards"),
        ("有关要求", "safeguards"),
        ("2013年工作回顾", "review"),
        ("优化全域创新格局", None),
        ("加强目标管理", None),
        ("加强保障措施研究", None),
    ],
)
def test_roles(title: str, role: str | None) -> None:
    assert role_of(title) == role


def test_a_part_name_alone_is_a_heading_and_inside_words_is_not() -> None:
    assert is_role_title("主要目标")
    assert not is_role_title("主要目标完成")
    assert opening_role_title("主要目标到2025年,全社会研发投入强度达到2.6%以上,创新能力提升") == 4
    assert opening_role_title("主要目标是到2025年,全社会研发投入强度达到2.6%以上,创新能力提升") == 0


def test_kinds_of_document() -> None:
    assert names_a_plan("2022年全市科技创新工作要点")
    assert names_a_plan("造林行动纲要(2011—2020年)")
    assert not names_a_plan("某市绿化管理规定")
    assert names_another_kind("某市绿化管理规定")
    assert genre_of("关于印发《X》的通知") == "通知"
    assert genre_of("今天天气") is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2022年3月25日", "2022-03-25"),
        ("2022-03-25", "2022-03-25"),
        ("2022.3.5", "2022-03-05"),
        ("二○二二年三月二十五日", "2022-03-25"),
        ("二〇一一年十二月八日", "2011-12-08"),
        ("2022年13月1日", None),
        ("2022年2月30日", None),
        ("2022年3月", None),
        ("2022年3月25日前", None),
    ],
)
def test_dates(words: str, iso: str | None) -> None:
    assert iso_date(words) == iso


def test_document_and_index_numbers() -> None:
    for good in ("郑科〔2020〕1号", "某发[2019]8号", "某办发【2018】36号", "郑科(2020)1号", "郑科﹝2020﹞1号"):
        assert DOCUMENT_NUMBER.fullmatch(fold(good)), good
    assert not DOCUMENT_NUMBER.fullmatch("第2020号")
    for good in (
        "416049270/2022-00008",
        "123456782/2019-00003",
        "11410100MB1234567X/2022-00001",
        "QZ00110-0202-2022-00021",
    ):
        assert INDEX_NUMBER.fullmatch(good), good
    assert not INDEX_NUMBER.fullmatch("2022-03-25")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、总则..........1", "table_of_contents"),
        ("— 3 —", "page_number"),
        ("第 3 页 共 10 页", "page_number"),
        ("_________", "other"),
        ("一、总则", None),
        ("第3页的内容", None),
        ("…", None),
    ],
)
def test_running_furniture(line: str, kind: str | None) -> None:
    assert running_kind(line, 0, len(line)) == kind


def test_back_furniture_and_its_neighbour() -> None:
    assert back_kind("主办单位:某市人民政府办公厅 地址:某路", 0, 20) == "footer"
    assert back_kind("扫一扫在手机打开当前页", 0, 11) == "navigation"
    assert back_kind("【打印本页】 【关闭】", 0, 11) == "navigation"
    assert back_kind("【打造品牌】", 0, 6) is None
    assert back_kind("加强地址管理。", 0, 7) is None


def test_points_in_running_words_count_from_one() -> None:
    words = "办好实事。一是建学校，新增学位；二是建医院，新增床位。"
    items = find_items(Passage(words, fold(words), [(0, 0)]))
    assert [(i.marker, i.number, i.text) for i in items] == [
        ("一是", "一", "建学校，新增学位"),
        ("二是", "二", "建医院，新增床位"),
    ]
    alone = "办好实事。二是建医院，新增床位。三是建公园。"
    assert find_items(Passage(alone, fold(alone), [(0, 0)])) == []


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2022年3月25日", "2022-03-25"),
        ("2022-03-25 09:30", "2022-03-25"),
        ("2022-03-25 09:30:12", "2022-03-25"),
        ("3、年2月3日", None),
        ("2022年13月1日", None),
    ],
)
def test_a_labelled_date_is_a_day_or_left_in_the_header(value: str, date: str | None) -> None:
    text = f"索引号：K01\n发布日期：{value}\n某市局2023年工作要点\n一、任务\n1.做好普查。认真组织。\n"
    plan = parse_source(from_text(text)).plan
    assert plan.document.published_date == date
    assert value in plan.furniture[0].text
