"""Names for those who have none in mind. Must never be made of anything that someone typed.

The words are everyday and calm. Left out are names of people and places, food, money and play,
substances and what they are called in the street, illnesses, bodies, genders, faiths, ages,
and whatever is sad: a name must say nothing about the person, not even by chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_WORDS: Final = tuple(
    """
    active airy amiable ample apt artful avid awake balmy bold brave breezy bright brisk broad
    candid careful caring cheerful civil clear clever coastal comfy composed constant content
    cool cosy crisp curious dappled daring decent dewy direct eager early elegant even exact
    feathery fine firm flowing fluffy fond fresh friendly genial gentle genuine giving glad
    gleaming glossy glowing golden graceful grand handy happy honest hopeful humble inland
    inviting jaunty joyful keen kind lasting level lively loyal lucid lunar melodic mild mindful
    modest mossy musical natural neat nimble noble novel open orderly painted pastel patient
    peaceful pebbly placid pleasant poised polished polite prompt quaint quick quiet radiant
    rare ready reliable restful rippling round rural rustic seasonal secure sensible serene
    settled shaded shining silent simple sincere skilful smooth snug soft solar solid spacious
    splendid spotted spry starlit stately steady still striped sturdy subtle sunlit sure swift
    tactful thankful thorough tidy timely tireless tranquil trusty tuneful twilit unhurried
    upbeat upright useful velvet verdant versatile vibrant vivid warm watchful winding witty
    wooden woolly worthy
    """.split()
)

SECOND_WORDS: Final = tuple(
    """
    acorn almanac anchor archway armadillo atlas atoll attic badger balcony barn basket beacon
    beech beetle bench bicycle birch blanket bluebell boathouse bookmark bookshelf bough bramble
    branch breeze bridge bulrush bumblebee butterfly button cabin canoe canvas caravan causeway
    cedar cello chapter chime chorus comet compass cottage courtyard cove creek cricket cushion
    dandelion deckchair delta doorway duckling dune easel envelope estuary fable ferry fiddle
    firefly fjord fountain galaxy garden gate grove hammock harbour hare hedge hedgehog heron
    hill inkwell island isle jetty jigsaw kayak kettle kitten ladder lagoon lane lantern lark
    lavender letterbox library lichen limpet magpie meander meteor minnow mitten mooring
    moonlight mosaic moss notebook oasis orbit orchard otter paddle palette parasol parcel path
    pattern pebble pelican pencil penguin petal piano pier pillow pinecone planet plateau pond
    porch postcard pottery prairie prism puffin puzzle quilt rabbit raft ribbon riddle rudder
    rucksack sailboat sandal sapling scarf seagull seashell seesaw shore signpost slipper slope
    snail sparrow spruce squirrel starfish starlight starling story stream sundial sunflower
    sunrise sunset swan sweater tandem tapestry telescope tent terrace thicket thimble thistle
    thread tide tortoise towpath trail trumpet tundra turtle twig twilight ukulele umbrella
    valley veranda violin wagon waterfall wave wharf whistle windmill window yarn
    """.split()
)

_NUMBERS: Final = range(10, 100)

COMBINATIONS: Final = len(FIRST_WORDS) * len(SECOND_WORDS) * len(_NUMBERS)
"""How many there are: 169 first words, 197 second words and 90 numbers make 2,996,370."""


def suggestions(numbers: Sequence[int]) -> list[str]:
    """One name for each random number below `COMBINATIONS`, such as quiet-harbour-41.

    The same number gives the same name; a name that comes up twice is given once.
    """
    return list(dict.fromkeys(map(_suggestion, numbers)))


def _suggestion(number: int) -> str:
    rest, digits = divmod(number, len(_NUMBERS))
    first, second = divmod(rest, len(SECOND_WORDS))
    return f"{FIRST_WORDS[first % len(FIRST_WORDS)]}-{SECOND_WORDS[second]}-{_NUMBERS[digits]}"
