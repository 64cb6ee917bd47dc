"""Cells that the width of a column broke over lines, in text out of PDF whose cells came out a line each."""

import kjplan
from kjplan.model import Measure
from kjplan.parsing.lines.cut_names import goes_on

HEAD = "2031年重点工作任务分解表\n序号\n重点任务\n责任单位\n完成时限\n"
ROWS = (
    "1\n完成青石岭林场防火道路主体工程，补栽\n行道树300株\n造林股\n2031年\n6月底前\n"
    "2\n新建护林站4处，护林员巡护系统使用率\n达到90%\n资源股\n2031年\n11月底前\n"
    "3\n开展松材线虫病普查，每季度通报一次疫\n木清理情况\n县森防\n站、各镇\n2031年\n9月底前\n"
)


def _measures(text: str) -> list[Measure]:
    return list(kjplan.parse(text).measures)


def test_the_width_of_a_column_breaks_words() -> None:
    first, second, third = _measures(HEAD + ROWS)
    assert first.title == "完成青石岭林场防火道路主体工程，补栽行道树300株"
    assert [(t.indicator, str(t.value)) for t in first.targets] == [("行道树", "300")]
    assert [t.indicator for t in second.targets] == ["护林站", "护林员巡护系统使用率"]
    assert [b.name for b in third.responsibility.bodies] == ["县森防站", "各镇"]


def test_a_year_and_its_month_on_two_lines_are_one_day() -> None:
    assert [[(d.text, d.date) for d in m.due] for m in _measures(HEAD + ROWS)] == [
        [("2031年6月底前", "2031-06-30")],
        [("2031年11月底前", "2031-11-30")],
        [("2031年9月底前", "2031-09-30")],
    ]


def test_lines_of_their_own_stay_apart() -> None:
    rows = "1\n修建林道\n植树\n造林股\n6月底前\n2\n清理界碑和瞭望塔周边\n培训\n资源股\n9月底前\n"
    assert [m.title for m in _measures(HEAD + rows)] == ["修建林道", "清理界碑和瞭望塔周边"]


def test_only_two_halves_of_a_name_are_one() -> None:
    def cut(above: str, below: str) -> bool:
        return goes_on(f"{above}\n{below}", (0, len(above)), (len(above) + 1, len(above) + 1 + len(below)))

    assert cut("市妇幼保", "健院")
    assert cut("县水利局、市交通运", "输局")
    assert cut("2031年", "6月底前")
    assert not cut("县林业局", "资源股")
    assert not cut("市场监管", "质监科")
    assert not cut("加强督查", "办公室")
    assert not cut("2031年", "各镇")


def test_a_list_behind_a_label_goes_on_where_a_line_end_cuts_a_name() -> None:
    text = "丹江市2031年工作要点\n一、修建林道。加快建设。\n责任单位：市林业局、{0}\n{1}\n完成 时限：9月底前\n二、清理界碑。年底前完成。\n"
    names = [
        [b.name for b in kjplan.parse(text.format(*cut)).measures[0].responsibility.bodies]
        for cut in (("市\n林场集团", ""), ("市水", "利局"), ("市水利局", "县林场"))
    ]
    assert names[:2] == [["市林业局", "市林场集团"], ["市林业局", "市水利局"]]
    assert "市水利局县林场" not in names[2]


def test_blanks_in_a_label() -> None:
    text = "丹江市2031年工作要点\n一、修建林道。加快建设。{}：市林业局、市财政局。\n二、清理界碑。年底前完成。\n"
    for label in ("责任部 门", "责任 单位", "牵头单 位"):
        found = kjplan.parse(text.format(label)).measures[0].responsibility.bodies
        assert [b.name for b in found] == ["市林业局", "市财政局"], label
    assert not kjplan.parse(text.format("责任 领导 张三")).measures[0].responsibility.bodies
