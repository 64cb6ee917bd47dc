"""By when, in the wordings of documents of every level; each kind with its nearest neighbours. The plan is one of 2022."""

import pytest

from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year without any other word, right before what is finished in it
        ("力争2024年建成", "2024年 2024-12-31"),
        ("2024年全面完成整治任务", "2024年 2024-12-31"),
        ("2022年建成投用", ""),
        ("2021年完成投资10亿元", ""),
        ("2024年建成区面积扩大", ""),
        ("预算按2024年完成数测算", ""),
        # a day or a stretch at the head of a sentence, before what happens in it
        ("10月15日召开推进会", "10月15日 2022-10-15"),
        ("9月20日至26日举办宣传周", "9月20日至26日 2022-09-26"),
        ("10月中下旬举办博览会", "10月中下旬 2022-10-31"),
        ("10月15日召开了推进会", ""),
        ("5月12日是防灾减灾日", ""),
        # labels without a colon
        ("（市科技局牵头，计划完成时间2022年10月）", "2022年10月 2022-10-31"),
        ("完成时限为10月底", "10月底 2022-10-31"),
        ("公示时间为10月8日", ""),
        # endless
        ("（市科技局负责，持续深化）", "持续深化"),
        ("完成期限：即行即改", "即行即改"),
        ("整改时限：2022年底前，长期坚持。", "2022年底前 2022-12-31 · 长期坚持"),
        ("（市科技局牵头，10月底前取得成效，后续持续推进）", "10月底前 2022-10-31 · 持续推进"),
        ("落实长效机制，长期坚持正确方向。", ""),
        # in a bracket of bodies
        ("（市科技局负责，2022.10）", "2022.10 2022-10-31"),
        ("（版本，2022.10）", ""),
        # others
        ("节前完成走访", "节前"),
        ("季节前后易发", ""),
        ("周五下班前反馈", "周五下班前"),
        ("自本办法施行之日起6个月内完成整改", "自本办法施行之日起6个月内"),
        ("自公布之日起施行", ""),
        ("在一周内提出方案", "一周内"),
        ("（市住建局负责，12月底前完成并长期坚持）", "12月底前 2022-12-31 · 长期坚持"),
        ("12月底前完成并持续推进改革。", "12月底前 2022-12-31"),
        ("2022年年内完成主体工程", "2022年年内 2022-12-31"),
        ("自发文之日起30日内完成", "自发文之日起30日内"),
    ],
)
def test_due(text: str, expected: str) -> None:
    found = find_deadlines(passage(text), 2022)
    assert " · ".join(d.text + (f" {d.date}" if d.date else "") for d in found) == expected
