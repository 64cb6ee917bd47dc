"""Why an answer is empty, where the plan itself is the reason: no plan, one that is elsewhere, one of goals alone."""

from collections.abc import Sequence

from kjplan.cli.deliver import note
from kjplan.cli.loading import Kind
from kjplan.language import say
from kjplan.model import Measure, Plan


def tell_lacking(plans: Sequence[Plan], kind: Kind | None) -> None:
    """Say which plans can hold nothing of a kind: a line for a single plan, counts for several.

    :param kind: what is asked for; None where every plan has an answer
    """
    if kind is None:
        return
    empty = [plan for plan in plans if not plan.goals and not plan.measures]
    missing = sum(plan.extent == "notice" for plan in empty)
    none = sum(plan.extent == "none" for plan in empty)
    partly = 0 if kind is not Measure else sum(plan.extent == "goals" and not plan.measures for plan in plans)
    for count, said in ((none, _NONE), (missing, _MISSING), (partly, _GOALS_ONLY)):
        if count:
            alone, several = said[:2], said[2:]
            note(say(*alone) if len(plans) == 1 else say(*(words.format(count, len(plans)) for words in several)))


_NONE = (
    "这不是工作要点一类的文件，没有可列的目标和举措",
    "this text plans nothing: it has no goals and no measures",
    "{1} 份中有 {0} 份不是工作要点一类的文件",
    "{0} of {1} are no plans",
)
_MISSING = (
    "这里只有通知，要点在没有附上的附件里",
    "this is the notice alone: its plan is in an attachment that is not there",
    "{1} 份中有 {0} 份只有通知，要点在没有附上的附件里",
    "{0} of {1} are notices alone: their plans are in attachments that are not there",
)
_GOALS_ONLY = (
    "这份要点只收录了目标",
    "of this plan only its goals are known",
    "{1} 份中有 {0} 份只收录了目标",
    "{0} of {1}: only their goals are known",
)
