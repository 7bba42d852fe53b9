"""Stems of English words (Snowball's English stemmer), with irregular forms led back to their verb or noun."""

from spravka.morphology import stemming

_IRREGULAR = """
be am is are was were been being | become became | begin began begun | bear born borne bore | bind bound
bite bit bitten | blow blew blown | break broke broken | bring brought | build built | buy bought | catch caught
choose chose chosen | come came | deal dealt | do did done does | draw drew drawn | drink drank drunk
drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought | find found | flee fled
fly flew flown | forbid forbade forbidden | forget forgot forgotten | get got gotten | give gave given | go went gone
grow grew grown | have has had | hear heard | hide hid hidden | hold held | keep kept | know knew known | lay laid
lead led | learn learnt | leave left | lend lent | lie lain | lose lost | make made | mean meant | meet met
pay paid | ride rode ridden | ring rang rung | rise rose risen | run ran | say said | see saw seen | sell sold
send sent | shake shook shaken | shine shone | shoot shot | show shown | shrink shrank | sing sang sung
sink sank sunk | sit sat | sleep slept | speak spoke spoken | spend spent | spring sprang | stand stood
steal stole stolen | strike struck | swear swore sworn | swim swam | take took taken | teach taught | tear tore torn
tell told | think thought | throw threw thrown | understand understood | wake woke woken | wear wore worn | win won
withdraw withdrew withdrawn | write wrote written | child children | man men | woman women | foot feet | tooth teeth
mouse mice | person people | datum data | index indices | matrix matrices | life lives | half halves
"""
IRREGULAR = {
    form: row.split()[0]
    for line in _IRREGULAR.strip().splitlines()
    for row in line.split(" | ")
    for form in row.split()[1:]
}


def english_stem(word: str) -> str:
    """The stem of a word in lower case: "written", "writing" and "write" share one."""
    return stemming.english_stem(IRREGULAR.get(word, word))
