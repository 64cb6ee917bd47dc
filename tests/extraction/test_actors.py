"""Whether words before a duty are surely a body."""

import pytest

import kjplan
from kjplan.extraction.duties.actors import is_actor, is_authority
from kjplan.extraction.tables import words

ACTORS = words(
    "省级水利部门 各市(州)人民政府 国家管网公司 县级以上地方各级人民政府 有关省(区、市)人民政府 有关地方政府 粮食局 能源部 中国东方航运有限责任公司"
    " 司法行政机关 公安机关 民政部门 各街道办事处 国务院安全生产委员会 市防汛指挥部办公室 监测中心站 各乡镇(街道) 郑州市 设区的市级以上地方人民政府"
    " 各地级市人民政府 外交部 团市委 市妇联 军队各级后勤部门 各省、自治区、直辖市人民政府 市档案馆 人事处 市总工会 区市场监管局 各级党委和政府"
    " 地方各级党委、政府 税务机关 省委金融办 人民银行某省分行 海关 各县区 各地 武警总部 市、县(区)人民政府 国家邮政局 街道消委办 城投集团"
    " 省高级人民法院 开发区管委会 各级住房城乡建设(排水、环卫)部门 市委办公室 国家能源局各派出机构 发展改革委 经信局"
)
NONE = words(
    "企业 高校 学校 项目承担单位 有关部门 国务院有关部门 市级部门 牵头部门 责任部门 主管部门 支持水利部门 要求各县区 督促水利部门 市场部 政府 党委 省"
    " 市县 主要负责同志 行业协会 第三方机构 施工单位 全局 大局 干部 总部 到处 专人 负责运维的部门 建立水利部门 经省级水利部门 明确牵头部门 各单位 内部"
    " 电网企业 运维公司 社会公众 省市县 职能部门 充分发挥市科技局 要求市科技局 市政府督促教育局 以市科技局 好处 项目公司 县级 格局 军区也要指定部门"
)


@pytest.mark.parametrize("name", ACTORS)
def test_actors(name: str) -> None:
    assert is_actor(name)


@pytest.mark.parametrize("name", NONE)
def test_no_actors(name: str) -> None:
    assert not is_actor(name)


def test_places_that_begin_as_a_case_does() -> None:
    found = [
        [
            b.name
            for b in kjplan.parse(f"2022年工作要点\n一、重点任务\n1.推进办学。{words}\n")
            .measures[0]
            .responsibility.bodies
        ]
        for words in ("如皋市教育局牵头推进集团办学。", "如市教育局牵头推进集团办学，则不再安排。")
    ]
    assert found == [["如皋市教育局"], []]


def test_authorities_are_governments_and_the_departments_of_a_field() -> None:
    assert [is_authority(name) for name in ("地方水利部门", "各级人民政府", "数据中心", "主管部门")] == [
        True,
        True,
        False,
        False,
    ]
