"""Short forms of forenames, as data: who is called by one is probably the person with the whole name, and nobody is mailed on that."""

from __future__ import annotations

from typing import Final

_GROUPS: Final = """
alexander alex sandy; alexandra alex sandra; alison ali; andrew andy drew; anthony tony; benjamin ben; catherine cathy kate katie cath;
katherine kathy kate katie; charles charlie; charlotte charlie lottie; christine chris chrissie; christopher chris; daniel dan danny;
david dave dai; deborah debbie deb; dorothy dot dottie; edward ed eddie ted; eleanor ellie nell; elizabeth liz lizzie beth betty libby;
emily em; frances fran; francis frank; frederick fred freddie; gareth gaz; geoffrey geoff; gerald gerry; gillian gill jill; gregory
greg; harold harry; henry harry; isabel izzy; jacqueline jackie; james jim jimmy jamie; janet jan; jennifer jen jenny; jessica jess;
joanna jo; joanne jo; john jack johnny; jonathan jon; joseph joe; josephine jo josie; judith judy; kenneth ken; laurence larry; lawrence
larry; leonard len; lesley les; leslie les; louise lou; lucille lucy; margaret maggie meg peggy; martin marty; matthew matt; maureen mo;
melanie mel; michael mike mick; michelle shelley; nicholas nick nicky; nicola nicky nikki; pamela pam; patricia pat trish tricia;
patrick pat paddy; penelope penny; peter pete; philip phil; phillip phil; philippa pippa; rachael rach; raymond ray; rebecca becky
becca; richard rick dick rich; robert rob bob bobby; roger rodge; ronald ron; rosemary rosie; samantha sam; samuel sam; sarah sally;
simon si; stephen steve; steven steve; stuart stu; susan sue susie; susannah sue; theodore theo ted; theresa terry tess; thomas tom
tommy thos; timothy tim; valerie val; victoria vicky; vincent vince; william bill will billy wm; zachary zach
"""

SHORT: Final = frozenset((short, group.split()[0]) for group in _GROUPS.split(";") for short in group.split()[1:])
"""(short form, whole forename), in small letters."""


def probable(one: str, other: str) -> bool:
    """Whether one forename is a short form of the other, or both are short forms of one."""
    if (one, other) in SHORT or (other, one) in SHORT:
        return True
    return bool({whole for short, whole in SHORT if short == one} & {whole for short, whole in SHORT if short == other})
