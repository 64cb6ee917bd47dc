"""Shares side by side behind one verb, verbs of one object, and fractions in digits; each with its nearest neighbours."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


def told(text: str) -> list[str]:
    """Verb, indicator, comparator and value of each target."""
    return [
        f"{t.verb or '-'} {t.indicator} {t.comparator} {t.value}{t.unit}"
        for t in find_targets(passage(text), year=2022)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做到安全教育100%、持证上岗100%、隐患销号100%。", ["做到 安全教育 bare 100%", "做到 持证上岗 bare 100%", "做到 隐患销号 bare 100%"]),
        ("要求做到培训上岗100%，合同签订95%以上。", ["做到 培训上岗 bare 100%", "做到 合同签订 ge 95%"]),
        ("达到佩戴头盔100%和喷淋开启100%。", ["达到 佩戴头盔 bare 100%", "达到 喷淋开启 bare 100%"]),
        ("实现通硬化路100%、通客车98%以上。", ["实现 通硬化路 bare 100%", "实现 通客车 ge 98%"]),
        ("确保任务完成100%、群众满意95%以上。", ["完成 任务 bare 100%", "完成 群众满意 ge 95%"]),
        ("力争党员参学100%、骨干轮训90%。", ["- 党员参学 bare 100%", "- 骨干轮训 bare 90%"]),
        ("做到“三个100%”：裸土覆盖100%，车辆冲洗100%。", ["- 裸土覆盖 bare 100%", "- 车辆冲洗 bare 100%"]),
        ("压减会议30%、文件35%、检查40%。", ["压减 会议 bare 30%", "压减 文件 bare 35%", "压减 检查 bare 40%"]),
        ("工业增加值增长10%、固定资产投资12%。", ["增长 工业增加值 bare 10%", "增长 固定资产投资 bare 12%"]),
        # a share of a whole, of a cost or of a prize is none of the row
        ("经费由省级承担60%、市级承担40%。", []),
        ("甲公司持股51%、乙公司持股49%。", []),
        ("住院报销100%、门诊报销100%。", []),
        ("一等奖10%、二等奖20%。", []),
        ("安全教育100%。", []),
        # a deed that plans promise without a verb by its number is none by a share: so many persons are trained, or 80 of 100 are so far
        ("骨干教育70%、骨干培训80%。", []),
        ("骨干培训800人。", ["- 骨干培训 bare 800人"]),
        ("2021年，安全教育100%、隐患销号100%。", []),
        ("做到了安全教育100%。", []),
        ("覆盖率达到95%、满意度90%。", ["达到 覆盖率 ge 95%"]),
        ("工业增加值增长10%、失业率5%。", ["增长 工业增加值 bare 10%", "- 失业率 bare 5%"]),
    ],
)  # fmt: skip
def test_shares_side_by_side(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建及改扩建幼儿园6所。", ["新建改扩建 幼儿园 bare 6所"]),
        ("新建或改建农村公路80公里。", ["新建改建 农村公路 bare 80公里"]),
        ("新建与改造菜市场8个。", ["新建改造 菜市场 bare 8个"]),
        ("新建以及改建冷库12座。", ["新建改建 冷库 bare 12座"]),
        ("建成并投用养老中心8个。", ["建成投用 养老中心 bare 8个"]),
        ("建设和提升堤防20公里。", ["建设 堤防 bare 20公里"]),
        ("维护提升健身场地5处。", ["维护 健身场地 bare 5处"]),
        ("推广应用新能源客车80辆。", ["推广应用 新能源客车 bare 80辆"]),
        ("筹资300万元新建和改建敬老院4所。", ["筹资 敬老院 bare 300万元", "新建改建 敬老院 bare 4所"]),
        ("筹资300万元新建和改建4所敬老院。", ["筹资 筹资 bare 300万元", "新建改建 敬老院 bare 4所"]),
        ("新建改建网点12个。", ["新建改建 网点 bare 12个"]),
        ("建设改造平台5个。", ["建设改造 平台 bare 5个"]),
        # the second word is the beginning of a name
        ("建成服务站5个。", ["建成 服务站 bare 5个"]),
        ("新建体检中心2个。", ["新建 体检中心 bare 2个"]),
        ("组建调解团队15支。", ["组建 调解团队 bare 15支"]),
        ("推广应用场景20个。", ["推广 应用场景 bare 20个"]),
        ("推广应用平台3个。", ["推广 应用平台 bare 3个"]),
        ("建设数据中心和应用平台5个。", ["建设 数据中心和应用平台 bare 5个"]),
        ("举办阅读和普及活动30场。", ["举办 阅读和普及活动 bare 30场"]),
        ("培育家庭农场和种植大户80户。", ["培育 家庭农场和种植大户 bare 80户"]),
        ("改造提升工程20个。", ["改造提升 工程 bare 20个"]),
    ],
)
def test_verbs_of_one_object(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争1/3以上的乡镇建成示范乡镇。", ["建成 乡镇建成示范乡镇 ge 1三分之"]),
        ("文件数量压减1/4。", ["压减 文件数量 bare 1四分之"]),
        ("按3/4比例配备人员。", []),
        ("会期为5/6日。", []),
        ("完成1/30万比例尺制图。", []),
    ],
)
def test_fractions_in_digits(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a share counts is no target beside what they reach
        ("力争三分之一县（市、区）PM2.5浓度保持在25微克/立方米以下。", ["保持在 三分之一县（市、区）PM2.5浓度 le 25微克/立方米"]),
        ("力争三分之一的县达到示范标准。", ["达到 县达到示范标准 bare 1三分之"]),
        # who reaches a share stands before the verb
        ("到2024年底，停靠邮轮的码头实现岸电设施100%全覆盖。", ["全覆盖 岸电设施 bare 100%"]),
        ("停靠邮轮的码头岸电设施100%全覆盖。", []),
        # how many there are to look at nobody plans; a number of visits is planned
        ("对全县16座水库进行全面排查。", []),
        ("对85家企业进行检查。", ["进行 企业 bare 85家"]),
        ("对6座水库进行加固。", ["进行 水库 bare 6座"]),
        # what was built, and what is to follow
        ("已建设安置房1469套，今年再建500套。", ["再建 安置房 bare 500套"]),
        ("完成情况：安置点共7个，完成建设安置房146套。", []),
        ("计划建设安置房2000套。", ["建设 安置房 bare 2000套"]),
        ("推进再生水利用100万吨。", ["推进 再生水利用 bare 100万吨"]),
        # who is admitted
        ("面向全省招生270人。", ["招生 招生 bare 270人"]),
        ("其中定向招生30人，对口招生60人。", ["- 定向招生 bare 30人", "- 对口招生 bare 60人"]),
        ("城市低保标准提高到每月720元。", ["提高到 城市低保标准 ge 720元"]),
        ("每月召开例会2次。", []),
        # what is measured or paid behind a rate, and what no verb before it counts
        ("执结率达到65%，执行到位金额5亿元。", ["达到 执结率 ge 65%", "- 执行到位金额 bare 5亿元"]),
        ("水土流失治理面积42平方公里。", ["- 水土流失治理面积 bare 42平方公里"]),
        ("新认证绿色食品15个。", ["新认证 绿色食品 bare 15个"]),
        ("建成服务站5个，每千名老年人拥有床位40张。", ["建成 服务站 bare 5个", "- 每千名老年人拥有床位 bare 40张"]),
        ("义务植树尽责率达到85%，植树60万株。", ["达到 义务植树尽责率 ge 85%", "植树 植树 bare 60万株"]),
    ],
)  # fmt: skip
def test_what_is_counted_and_what_is_promised(text: str, expected: list[str]) -> None:
    assert told(text) == expected
