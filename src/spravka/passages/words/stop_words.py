"""Words that say nothing about what a text is about, as terms: lemmas of Russian, stems of English ones.

They are left out of ranking and of the index; phrases and quotations keep them.
"""

from spravka.passages.words.english_words import english_stem

_RUSSIAN = """
а без более бы быть в вам вас весь во вот все всего всё вы где да даже для до ее его ей если есть ещё еще же за здесь и
из или им их к каждый как какой какая какие ко когда который кто ли либо между мой мы на над надо наш не него нее нет ни
них но ну о об однако он она они оно от очень по под при с со сам свой себя сей так также такой там то того тоже только
тот ты у уж уже хотя чего чей чем что чтобы чье чья эта эти это этот я сколько почему зачем куда откуда каков таков
называться являться мочь именно ваш вообще т е д п
"""
_ENGLISH = """
a about after all also an and any are as at be because been before being but by can could did do does doing during each
few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my
no nor not of off on once only or other our out over own same she should so some such than that the their them then
there these they this those through to too under until up very was we were what when where which while who whom whose
why will with would you your name s many much
"""
STOP_WORDS = frozenset(_RUSSIAN.replace("ё", "е").split()) | frozenset(map(english_stem, _ENGLISH.split()))
