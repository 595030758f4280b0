//! Little words: those without which there is no sentence, and those with which a question begins.

/// Little words that sentences cannot do without and menus can. By language: en, de, nl, fr, es, pt, it, ru, uk, pl, tr, hi, sv,
/// da and nb, fi, cs and sk, hu, ro, bg, el, hr and sr, vi, id, he, ar, fa.
pub(crate) const FUNCTION_WORDS: &str = "the of and to in is that for it with as was on are be this by from or an at not have which but you your we they their our can will if when than these has its more other into also \
der die das und ist nicht ein eine mit von den dem des zu auf für sich auch als im werden wird sind oder aber bei nach wie sie wir einen einer \
de het een en van dat niet zijn met voor op te aan ook \
le la les des et est un une dans pour que qui pas sur avec au aux ne plus par ce cette vous nous leur sont ou mais \
el los las y en es por para con una del se su más como pero lo al sus son o que \
os as e do da em um uma não com para por mais como mas ao dos das é \
il gli di che è per con non una dei della nel sono anche ma si più come alla \
и в не на что с по как это для из к от но его она они или при мы вы так также у за \
і й що та не на для з до як це від але його вони або при ми ви також у за про \
i w z na nie się do że jest to dla jak o ale od lub przez oraz są po \
ve bir bu için ile da de olarak çok daha gibi olan ya ki ne değil kadar \
है के में की और का से को पर यह कि ने नहीं भी एक हैं लिए इस जो तो या \
och att det som en på är av för den till inte jag om men så kan vi \
og at det er en på til af av ikke jeg som med for der har \
ja on ei että se en oli mutta kun tai niin myös ovat \
je se na to že v s z do si ale jak jsem tak by pro jako sa že som pre ako \
és az hogy nem is egy de ha csak már meg mint vagy \
și în de la cu nu pe că este un o din pentru mai sau dar \
и да на не се за от в са че по като но или \
και το να η ο της του με για που δεν είναι από στο τα \
i u je da se na za su od ne što kao ali ili bi \
và là của có không cho được với các những một trong thì \
yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke \
של את על לא זה עם גם אני או אם כי הוא יש \
في من على أن إلى عن هذا لا ما التي مع كان هو أو \
در به از که این را با است برای آن یک می و تا هم";

/// How a line begins that asks, where no mark ends it. Compared with the first word.
pub(crate) const INTERROGATIVES: &str = "how what why when where who which can do does is are should will \
wie was warum wann wo wer welche welcher welches wieso \
comment quoi pourquoi quand où qui quel quelle quels quelles combien \
cómo qué por cuándo dónde quién cuál cuáles cuánto \
como quando onde quem qual quais quanto \
come cosa perché dove chi quale quali quanto \
как что почему когда где кто какой какая какие сколько зачем \
як що чому коли де хто який яка які скільки \
jak co dlaczego kiedy gdzie kto jaki jaka jakie ile czy \
nasıl neden ne nerede kim hangi kaç \
कैसे क्या क्यों कब कहाँ कौन \
hur vad varför när var vem vilken vilket vilka \
hvordan hvad hva hvorfor hvornår når hvor hvem hvilken hvilket hvilke \
miten mikä mitä miksi milloin missä kuka kuinka onko voiko \
jaký jaká jaké proč kdy kde kdo kolik prečo kedy kto koľko ako \
hogyan mit miért mikor hol melyik mennyi hány \
cum când unde cine care cât câte \
как какво защо кога къде кой коя колко \
πώς τι γιατί πότε πού ποιος ποια πόσο \
kako što šta zašto kada gdje gde tko ko koji koja koliko \
làm tại \
bagaimana apa mengapa kenapa kapan siapa berapa apakah \
איך מה למה מתי איפה מי כמה האם \
كيف ماذا لماذا متى أين هل كم \
چگونه چطور چرا کجا آیا";
