"""How a document was issued, as its head, its title or the lines below tell: number, issuer, title and days, each with its nearest neighbour. All texts are invented."""

import pytest

from tests.parsing.heads_text import BODY, RULE, told

HEADS: list[tuple[str, dict[str, object]]] = [
    (
        f"甲江渡口管理规定\n1997年5月20日 经省政府批准\n1997年6月3日 甲省交通厅令第31号发布\n{RULE}",
        {
            "title": "甲江渡口管理规定",
            "document_number": "甲省交通厅令第31号",
            "issuer": "甲省交通厅",
            "written_date": "1997-06-03",
        },
    ),
    (
        f"甲江渡口管理规定\n（2003年4月2日甲市人民政府令第45号公布\u3000自2003年6月1日起施行）\n{RULE}",
        {"document_number": "甲市人民政府令第45号", "issuer": "甲市人民政府", "written_date": "2003-04-02"},
    ),
    (
        f"甲江渡口管理规定\n甲省人民政府令第12号\n{RULE}",
        {"document_number": "甲省人民政府令第12号", "issuer": "甲省人民政府"},
    ),
    (
        f"中华人民共和国航运部令\n第12号\n《甲江渡口管理规定》已于2011年3月2日经第4次部务会议通过，现予公布，自2011年5月1日起施行。\n部长\u3000张三\n2011年3月9日\n甲江渡口管理规定\n{RULE}",
        {
            "title": "甲江渡口管理规定",
            "document_number": "中华人民共和国航运部令第12号",
            "issuer": "中华人民共和国航运部",
            "written_date": "2011-03-09",
        },
    ),
    (
        f"甲省人民政府令\n(第218号)\n《甲江渡口管理规定》已经省政府第3次常务会议通过，现予公布。\n省长 李四\n二○一一年三月九日\n甲江渡口管理规定\n{RULE}",
        {"document_number": "甲省人民政府令第218号", "issuer": "甲省人民政府", "written_date": "2011-03-09"},
    ),
    (
        f"甲省航运局公告\n2021年第7号\n关于发布渡口名录的公告\n{BODY}甲省航运局\n2021年6月1日\n",
        {"document_number": "甲省航运局公告2021年第7号", "issuer": "甲省航运局", "written_date": "2021-06-01"},
    ),
    (
        f"甲省粮食条例\n（2015年3月1日甲省第十二届人民代表大会常务委员会第四次会议通过）\n{RULE}",
        {"written_date": "2015-03-01", "title": "甲省粮食条例", "issuer": "甲省人民代表大会常务委员会"},
    ),
    (
        f"甲省粮站管理办法\n（甲粮发〔2016〕8号 2016年4月3日印发）\n{RULE}",
        {"document_number": "甲粮发〔2016〕8号", "written_date": "2016-04-03"},
    ),
    (
        f"甲省粮站管理办法(试行)\n1999年6月18日\u3000甲省粮食局令第10号公布\n2000年1月1日\u3000施行\n{RULE}",
        {"document_number": "甲省粮食局令第10号", "issuer": "甲省粮食局", "written_date": "1999-06-18"},
    ),
    # All who sign issue what the first and others do; characters that are spaced out are one name.
    (
        f"国家航运委等部门关于建设渡口的实施意见\n{BODY}国家航运委\n渡\u3000口\u3000部\n水  利  部\n2021年6月1日\n",
        {"issuer": "国家航运委、渡口部、水利部"},
    ),
    (f"国家航运委等部门关于建设渡口的实施意见\n{BODY}国家航运委\n2021年6月1日\n", {"issuer": "国家航运委等部门"}),
    (f"国家航运委关于建设渡口的实施意见\n{BODY}国家航运委\n水利部\n2021年6月1日\n", {"issuer": "国家航运委"}),
    # A letterhead says a name in short, and who signs in full.
    (
        f"航运委办公厅文件\n航运办〔2021〕8号\n关于建设渡口的通知\n{BODY}国家航运委办公厅\n水利部办公厅\n2021年6月1日\n",
        {"issuer": "国家航运委办公厅、水利部办公厅"},
    ),
    (
        f"航运委办公厅文件\n航运办〔2021〕8号\n关于建设渡口的通知\n{BODY}渡口部办公厅\n水利部办公厅\n2021年6月1日\n",
        {"issuer": "航运委办公厅"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_head(text: str, expected: dict[str, object]) -> None:
    assert told(text, expected) == expected
