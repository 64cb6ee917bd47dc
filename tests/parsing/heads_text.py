"""What the tests of heads and tails share: invented words of a notice, a rule and a plan, and what a plan tells of itself."""

import kjplan

BODY = "各县科技局：\n现将有关事项通知如下：\n一、加强管理\n（一）完善制度。建立台账，每月核对一次。\n（二）开展培训。组织学习，提高技能。\n"
RULE = "第一章 总则\n第一条 为了加强码头管理，制定本办法。\n第二条 本办法适用于全省。\n第二章 附则\n第三条 本办法自发布之日起施行。\n"
PLAN = "一、总体要求\n坚持稳中求进。\n二、重点任务\n（一）建设粮库。年内新建粮库5座。\n（二）修缮渡口。年底前完成。\n"


def told(text: str, names: dict[str, object]) -> dict[str, object]:
    """The named facts of a document: those of its plan, else of its metadata."""
    plan = kjplan.parse(text)
    ofs = {"issuer": plan.issuer, "title": plan.title}
    return {name: ofs[name] if name in ofs else getattr(plan.document, name) for name in names}
