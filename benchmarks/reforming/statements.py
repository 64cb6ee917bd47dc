"""The forms in which documents say who answers for a task, and the kinds of names that bodies have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

NAMES = (
    "市科技局",
    "市财政局",
    "市人社局",
    "市发展改革委",
    "市生态环境局",
    "市教育局",
    "市自然资源和规划局",
    "市商务局",
)


@dataclass(slots=True)
class Stated:
    """Words of responsibility and what they say: where they stand, the roles of the first body and of the others."""

    words: str
    place: str
    """``behind`` the last words on their line, ``line`` below, ``title`` behind the title."""
    first: str
    others: str
    due: bool = False
    """Whether the deadline is said too."""


Form = Callable[[Sequence[str], str], Stated]
"""From names and a deadline to what is written."""


def _all(names: Sequence[str]) -> str:
    return "、".join(names)


def _led(alone: str, several: str, place: str = "behind", others: str = "support", due: bool = False) -> Form:
    """A form in which the first leads; ``{a}`` the first, ``{b}`` the others, ``{d}`` the deadline."""

    def say(names: Sequence[str], day: str) -> Stated:
        words = (several if len(names) > 1 else alone).format(a=names[0], b=_all(names[1:]), d=day)
        return Stated(words, place, "lead", others, due)

    return say


def _shared(words: str, place: str = "behind", due: bool = False, between: str = "、") -> Form:
    """A form in which all are named alike: one leads, several are joint."""

    def say(names: Sequence[str], day: str) -> Stated:
        first = "lead" if len(names) == 1 else "joint"
        return Stated(words.format(n=between.join(names), d=day), place, first, "joint", due)

    return say


def _divided(words: str, place: str = "behind") -> Form:
    """A form that divides a duty among several."""
    alone = _shared(words.replace("按职责分工", "").replace("分别", ""), place)
    return lambda names, day: (_shared(words, place) if len(names) > 1 else alone)(names, day)


FORMS: dict[str, Form] = {
    "（甲局牵头，乙局、丙局配合）": _led("（{a}牵头）", "（{a}牵头，{b}配合）"),
    "(甲局牵头,乙局、丙局配合)": _led("({a}牵头)", "({a}牵头,{b}配合)"),
    "【甲局牵头；乙局、丙局配合】": _led("【{a}牵头】", "【{a}牵头；{b}配合】"),
    "（甲局牵头，乙局、丙局配合） on its line": _led("（{a}牵头）", "（{a}牵头，{b}配合）", "line"),
    "（甲局牵头，乙局、丙局配合） behind the title": _led("（{a}牵头）", "（{a}牵头，{b}配合）", "title"),
    "（牵头单位：甲局；配合单位：乙局、丙局）": _led("（牵头单位：{a}）", "（牵头单位：{a}；配合单位：{b}）"),
    "（牵头：甲局，配合：乙局、丙局）": _led("（牵头：{a}）", "（牵头：{a}，配合：{b}）"),
    "（主办单位：甲局；协办单位：乙局、丙局）": _led("（主办单位：{a}）", "（主办单位：{a}；协办单位：{b}）"),
    "（甲局会同乙局、丙局负责）": _led("（{a}负责）", "（{a}会同{b}负责）"),
    "（甲局负责，乙局、丙局参与）": _led("（{a}负责）", "（{a}负责，{b}参与）"),
    "（甲局牵头，乙局、丙局等按职责分工负责）": _led("（{a}牵头）", "（{a}牵头，{b}等按职责分工负责）", others="joint"),
    "（责任单位：甲局（牵头）、乙局、丙局）": _led(
        "（责任单位：{a}）", "（责任单位：{a}（牵头）、{b}）", others="joint"
    ),
    "牵头单位：甲局；配合单位：乙局、丙局 on a line": _led("牵头单位：{a}", "牵头单位：{a}；配合单位：{b}", "line"),
    "牵头单位：甲局 / 配合单位：乙局、丙局 on two lines": _led("牵头单位：{a}", "牵头单位：{a}\n配合单位：{b}", "line"),
    "牵头：甲局　配合：乙局、丙局 on a line": _led("牵头：{a}", "牵头：{a}　配合：{b}", "line"),
    "牵头单位为甲局，配合单位为乙局、丙局。 on a line": _led(
        "牵头单位为{a}。", "牵头单位为{a}，配合单位为{b}。", "line"
    ),
    "由甲局牵头，乙局、丙局配合。": _led("由{a}牵头。", "由{a}牵头，{b}配合。"),
    "甲局牵头，乙局、丙局配合。": _led("{a}牵头。", "{a}牵头，{b}配合。"),
    "由甲局负责，乙局、丙局配合。": _led("由{a}负责。", "由{a}负责，{b}配合。"),
    "由甲局会同乙局、丙局组织实施。": _led("由{a}组织实施。", "由{a}会同{b}组织实施。"),
    "牵头单位：甲局。配合单位：乙局、丙局。": _led("牵头单位：{a}。", "牵头单位：{a}。配合单位：{b}。"),
    "责任单位：甲局、乙局、丙局 on a line": _shared("责任单位：{n}", "line"),
    "责任单位：甲局 乙局 丙局 on a line": _shared("责任单位：{n}", "line", between=" "),
    "责任部门：甲局、乙局、丙局。 on a line": _shared("责任部门：{n}。", "line"),
    "责任单位：甲局　责任人：张三 on a line": _shared("责任单位：{n}　责任人：张三", "line"),
    "（责任单位：甲局、乙局、丙局）": _shared("（责任单位：{n}）"),
    "[责任单位：甲局，乙局，丙局]": _shared("[责任单位：{n}]", between="，"),
    "（责任单位：甲局、乙局、丙局） behind the title": _shared("（责任单位：{n}）", "title"),
    "（甲局、乙局、丙局按职责分工负责）": _divided("（{n}按职责分工负责）"),
    "（甲局、乙局、丙局分别负责）": _divided("（{n}分别负责）"),
    "（甲局、乙局、丙局负责）": _shared("（{n}负责）"),
    "（甲局、乙局、丙局）": _shared("（{n}）"),
    "由甲局、乙局、丙局按职责分工负责。": _divided("由{n}按职责分工负责。"),
    "（甲局牵头，乙局、丙局配合，9月底前完成）": _led(
        "（{a}牵头，{d}完成）", "（{a}牵头，{b}配合，{d}完成）", due=True
    ),
    "（9月底前完成，责任单位：甲局、乙局、丙局）": _shared("（{d}完成，责任单位：{n}）", due=True),
    "（责任单位：甲局、乙局；完成时限：9月底前）": _shared("（责任单位：{n}；完成时限：{d}）", due=True),
    "（责任单位：甲局、乙局；分值：5分）": _shared("（责任单位：{n}；分值：5分）"),
    "（牵头单位：甲局，配合单位：乙局；5分）": _led("（牵头单位：{a}；5分）", "（牵头单位：{a}，配合单位：{b}；5分）"),
    "责任单位：甲局、乙局　完成时限：9月底前 on a line": _shared("责任单位：{n}　完成时限：{d}", "line", due=True),
    "责任单位：甲局、乙局 / 完成时限：9月底前 on two lines": _shared("责任单位：{n}\n完成时限：{d}", "line", due=True),
    "（牵头单位：甲局　配合单位：乙局、丙局）": _led("（牵头单位：{a}）", "（牵头单位：{a}　配合单位：{b}）"),
    "（牵头单位：甲局，责任单位：乙局、丙局）": _led(
        "（牵头单位：{a}）", "（牵头单位：{a}，责任单位：{b}）", others="joint"
    ),
    "（由甲局牵头负责，乙局、丙局配合）": _led("（由{a}牵头负责）", "（由{a}牵头负责，{b}配合）"),
    "（甲局牵头，会同乙局、丙局落实）": _led("（{a}牵头）", "（{a}牵头，会同{b}落实）"),
    "（甲局负责落实）": _shared("（{n}负责落实）"),
    "（甲局、乙局、丙局等部门按职责分工负责）": _divided("（{n}等部门按职责分工负责）"),
    "（甲局、乙局，9月底前完成）": _shared("（{n}，{d}完成）", due=True),
    "（9月底前完成；牵头单位：甲局；配合单位：乙局）": _led(
        "（完成时限：{d}；牵头单位：{a}）", "（完成时限：{d}；牵头单位：{a}；配合单位：{b}）", due=True
    ),
    "（甲局牵头，9月底前完成，乙局、丙局配合）": _led(
        "（{a}牵头，{d}完成）", "（{a}牵头，{d}完成，{b}配合）", due=True
    ),
    "（主办：甲局，协办：乙局、丙局）": _led("（主办：{a}）", "（主办：{a}，协办：{b}）"),
    "（牵头单位：甲局；责任人：张三；配合单位：乙局）": _led(
        "（牵头单位：{a}；责任人：张三）", "（牵头单位：{a}；责任人：张三；配合单位：{b}）"
    ),
    "牵头单位:甲局  配合单位:乙局、丙局 on a line": _led("牵头单位:{a}", "牵头单位:{a}  配合单位:{b}", "line"),
    "牵头单位（部门）：甲局 on a line": _led(
        "牵头单位（部门）：{a}", "牵头单位（部门）：{a}\n配合单位（部门）：{b}", "line"
    ),
    "主要责任单位：甲局 / 配合责任单位：乙局": _led(
        "主要责任单位：{a}", "主要责任单位：{a}\n配合责任单位：{b}", "line"
    ),
    "——责任单位：甲局、乙局、丙局": _shared("——责任单位：{n}", "line"),
    "★责任单位：甲局、乙局、丙局": _shared("★责任单位：{n}", "line"),
    "落实单位：甲局、乙局、丙局 on a line": _shared("落实单位：{n}", "line"),
    "责任科室：甲局、乙局、丙局 on a line": _shared("责任科室：{n}", "line"),
    "责任领导：张三　责任单位：甲局、乙局 on a line": _shared("责任领导：张三　责任单位：{n}", "line"),
    "责任单位：甲局（牵头）、乙局、丙局 on a line": _led(
        "责任单位：{a}（牵头）", "责任单位：{a}（牵头）、{b}", "line", "joint"
    ),
    "责任单位：甲局牵头，乙局、丙局配合 on a line": _led("责任单位：{a}牵头", "责任单位：{a}牵头，{b}配合", "line"),
    "责任单位：/ 甲局、乙局、丙局 on the next line": _shared("责任单位：\n{n}", "line"),
    "责任单位：甲局/乙局/丙局 on a line": _shared("责任单位：{n}", "line", between="/"),
    "完成时限：9月底前 / 责任单位：甲局、乙局": _shared("完成时限：{d}\n责任单位：{n}", "line", due=True),
    "责任单位：甲局、乙局，完成时限：9月底前。": _shared("责任单位：{n}，完成时限：{d}。", "line", due=True),
    "此项工作由甲局牵头，乙局、丙局配合落实。": _led("此项工作由{a}牵头落实。", "此项工作由{a}牵头，{b}配合落实。"),
    "甲局为牵头单位，乙局、丙局为配合单位。": _led("{a}为牵头单位。", "{a}为牵头单位，{b}为配合单位。"),
    "由甲局牵头，会同乙局、丙局落实。": _led("由{a}牵头落实。", "由{a}牵头，会同{b}落实。"),
    "甲局牵头负责，乙局、丙局做好配合。": _led("{a}牵头负责。", "{a}牵头负责，{b}做好配合。"),
    "甲局负总责，乙局、丙局按职责分工负责。": _led("{a}负总责。", "{a}负总责，{b}按职责分工负责。", others="joint"),
    "具体由甲局负责，乙局、丙局协助。": _led("具体由{a}负责。", "具体由{a}负责，{b}协助。"),
    "责任单位为甲局、乙局、丙局。": _shared("责任单位为{n}。"),
    "甲局牵头，乙局、丙局等参与。": _led("{a}牵头。", "{a}牵头，{b}等参与。"),
    "甲局作为牵头单位，乙局、丙局作为责任单位。": _led(
        "{a}作为牵头单位。", "{a}作为牵头单位，{b}作为责任单位。", others="joint"
    ),
}
"""Name of each form, as it looks, and what writes it."""

KINDS_OF_NAMES: dict[str, Sequence[str]] = {
    "of a county": (
        "县人社局",
        "县农业农村局",
        "县卫健局",
        "县住建局",
        "县教体局",
        "县市场监管局",
        "县医保局",
        "县退役军人事务局",
    ),
    "of the party": (
        "省委宣传部",
        "市委组织部",
        "市委政法委",
        "县委统战部",
        "区委网信办",
        "市纪委监委",
        "市委编办",
        "区委党校",
    ),
    "of the State": (
        "国家卫生健康委",
        "国家发展改革委",
        "工业和信息化部",
        "农业农村部",
        "国务院国资委",
        "市场监管总局",
        "国家能源局",
        "国家粮食和储备局",
    ),
    "of the State in places": (
        "人民银行甲市分行",
        "国家税务总局甲市税务局",
        "甲市海关",
        "国家金融监管总局甲监管分局",
        "甲海事局",
        "国网甲市供电公司",
        "市气象局",
        "市烟草专卖局",
    ),
    "places": (
        "各镇（街道）",
        "高新区管委会",
        "各县（市、区）",
        "各乡镇人民政府",
        "经开区管委会",
        "城关镇",
        "朝阳街道",
        "各区县政府",
    ),
    "groups": ("团市委", "市总工会", "市妇联", "市科协", "市残联", "市文联", "市工商联", "市红十字会"),
    "new bureaus": (
        "市医保局",
        "市大数据局",
        "市行政审批局",
        "市地方金融监管局",
        "市退役军人局",
        "市林业和草原局",
        "市城管执法局",
        "市数据局",
    ),
    "police and army": (
        "武警支队",
        "市公安局",
        "市消防救援支队",
        "市交警支队",
        "军分区",
        "县人武部",
        "市司法局",
        "市中级人民法院",
    ),
    "companies": (
        "市城投集团",
        "某某集团公司",
        "市水务集团有限公司",
        "市公交公司",
        "市国投公司",
        "移动甲市分公司",
        "中国铁塔甲市分公司",
        "市燃气公司",
    ),
    "hospitals and schools": (
        "第一人民医院",
        "甲州大学",
        "市疾控中心",
        "市中医院",
        "市第二中学",
        "市职业技术学院",
        "市农科院",
        "市妇幼保健院",
    ),
    "offices": ("办公室", "政策法规处", "规划财务科", "人事教育处", "综合科", "行政审批科", "执法监察大队", "信息中心"),
    "long names": (
        "市人力资源和社会保障局",
        "市文化广电和旅游局",
        "市住房和城乡建设局",
        "市发展和改革委员会",
        "市卫生健康委员会",
        "市市场监督管理局",
        "市应急管理局",
        "市国有资产监督管理委员会",
    ),
    "committees": (
        "市安委办",
        "市创建办",
        "市招商引资领导小组办公室",
        "市河长办",
        "市文明办",
        "市乡村振兴指挥部",
        "市减灾委员会",
        "市双拥办",
    ),
}
"""Names of bodies, of a kind each."""
