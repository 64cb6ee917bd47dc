"""Heads and tails as they are pasted: a row of a list, issuers below a title, a broken 《, a star, words behind a day."""

import pytest

import kjplan
from kjplan.model import Plan

WORK = "一、主要任务\n（一）推进升级。新增企业10家。\n（二）加强保障。新增就业3000人。\n"


def head(text: str) -> dict[str, object]:
    plan: Plan = kjplan.parse(text)
    fields = {
        "title": plan.title,
        "issuer": plan.issuer,
        "number": plan.document.document_number,
        "date": plan.document.written_date,
        "signed": plan.document.signatures,
    }
    return {name: value for name, value in fields.items() if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"2020-03-05\t甲政发〔2020〕6号\t《甲县2020年重点工作计划》\n{WORK}", {"title": "甲县2020年重点工作计划", "number": "甲政发〔2020〕6号"}),
        (f"2022-04-04     甲农发〔2022〕18号\t《甲区2022年实施方案》\n{WORK}", {"title": "甲区2022年实施方案", "number": "甲农发〔2022〕18号"}),
        (
            f"关于开展书屋整治的通知\n甲市文化局　甲市教育局\n各县文化局、教育局：\n{WORK}二〇一九年四月二日\n",
            {"title": "关于开展书屋整治的通知", "issuer": "甲市文化局、甲市教育局", "date": "2019-04-02"},
        ),
        (
            f"关于做好收购工作的通知\n甲省粮食局\n甲省农业发展银行\n各市粮食局：\n{WORK}",
            {"title": "关于做好收购工作的通知", "issuer": "甲省粮食局、甲省农业发展银行"},
        ),
        (
            f"甲县教育局关于加强管理的通知\n各学校：\n{WORK}甲县教育局\n二○一○年六月十五日主题词：教育 安全\n",
            {"title": "甲县教育局关于加强管理的通知", "issuer": "甲县教育局", "date": "2010-06-15", "signed": ["甲县教育局"]},
        ),
        (
            f"甲县教育局关于加强管理的通知\n各学校：\n{WORK}甲县教育局\n二○一○年四月七日任务书\n",
            {"title": "甲县教育局关于加强管理的通知", "issuer": "甲县教育局", "date": "2010-04-07", "signed": ["甲县教育局"]},
        ),
        (
            "甲部令\n(第5号)\n《\n粮站登记规定》已于2006年3月8日修订通过，现予公布。\n部长 张某\n二○○六年四月三日\n第一条 为规范审批，制定本规定。\n第二条 本规定自公布之日起施行。\n",
            {"issuer": "甲部", "number": "甲部令第5号", "date": "2006-04-03", "signed": ["部长 张某"]},
        ),
        (
            f"甲大学文件\n甲大校〔2018〕22号\n★\n关于印发《甲大学行动方案》的通知\n各学院：\n现将方案印发给你们。\n甲大学\n2018年5月10日\n甲大学行动方案\n{WORK}",
            {"title": "甲大学行动方案", "issuer": "甲大学", "number": "甲大校〔2018〕22号", "date": "2018-05-10", "signed": ["甲大学"]},
        ),
        # neighbours: who is addressed, a title that names its issuer, a line that goes on behind a day
        (f"关于开展书屋整治的通知\n各县文化局\n{WORK}", {"title": "关于开展书屋整治的通知"}),
        (f"甲市文化局关于开展书屋整治的通知\n乙县教育局\n{WORK}", {"title": "甲市文化局关于开展书屋整治的通知", "issuer": "甲市文化局"}),
        (f"甲县2020年工作计划\n{WORK}二○二○年四月七日上午召开会议。\n", {"title": "甲县2020年工作计划"}),
    ],
)  # fmt: skip
def test_heads_and_tails(text: str, expected: dict[str, object]) -> None:
    assert head(text) == expected
