import { wordSet, wordTable } from '../paradigm';

/** Adjectives that are compared with -er and -est. */
export const compared = wordSet(`
  big black bland blue bold brave brief bright broad brown busy calm cheap classy clean clear clever cold comfy cool cosy cozy crazy
  creamy crisp crispy crunchy cute damp dark dear deep dense dirty dry dull dumb early easy fair fancy fast fat few fine firm fit
  flaky flashy fluffy fresh friendly full funny gentle glossy grand green grey gray great greedy happy hard harsh healthy heavy high
  hip hot huge hungry juicy keen kind large late lazy lean light little lively lofty long loose loud lovely low lucky mean messy
  mild moist narrow nasty neat new nice noble noisy odd old pale plain poor posh pretty pricey proud pure quick quiet rare raw
  red rich ripe risky rough round rude sad safe salty scarce sexy sharp shiny short shy sick silly simple skinny sleek slick slim
  slow small smart smooth soft soggy sour spicy steep sticky strange strict strong sunny sure sweet swift tall tasty tender thick
  thin tidy tight tiny tired tough trendy true ugly vague vast warm weak wealthy weird wet white wide wild wise witty worthy
  yellow young yummy`);

/** Of those, the ones whose -er is another word (a flatter is a person): only -est. None are made of these. */
export const uncompared = wordSet('flat off inn bitter numb even sole late live');

export const irregularAdjectives = wordTable(
  `good better best
   bad worse worst
   far farther farthest
   little less least
   late later latest
   shy shyer shyest
   wry wryer wryest
   dry drier driest`,
);

/** Adjectives without comparison, and what looks like a noun but is none. */
export const plainAdjectives = wordSet(`
  amazing authentic awesome bespoke best cheap-looking cutting-edge daily dead disabled elegant elite exclusive extra extreme
  fantastic favourite favorite free genuine handmade hand-made home-made homemade ideal insane key legendary main major minor
  modern natural nearby negative next-level organic own perfect premium ready real robust same seamless sole special splendid
  stunning superb supreme sustainable tired top ultimate unique unusual upcoming weekly world-class yearly excellent different
  important expensive affordable brilliant innovative decent delicious honest urgent abundant recent ancient permanent frequent`);

export const functionWords = wordSet(`
  a about above across after again against all also although always am among an and any anybody anyone anything are as at away be
  because been before behind being below between both but by can could did do does down each either else enough even ever every
  everybody everyone everything for from had has have he her here hers herself him himself his how however i if in indeed instead
  into is it its itself just least less many may me might mine more most much must my myself neither never no nobody none nor not
  nothing now of off often on once one only onto or other our ours ourselves out over per perhaps please quite rather really shall
  she should since so some somebody someone something soon still such than thanks that the their theirs them themselves then there
  therefore these they this those though through thus to today together tomorrow too toward towards under until up upon us very was
  we well were what when where whether which while who whom whose why will with within without would yes yesterday yet you your
  yours yourself`);

/** Nouns whose -s is another word, or that have no plural. */
export const withoutPlural = wordSet(`
  advice baggage content custom equipment evidence furniture happiness homework information knowledge luggage machinery math
  moral music news physic premise research rice software staff stuff traffic weather work wood`);

export const irregularNouns = wordTable(
  `man men; woman women; child children; person people; foot feet; tooth teeth; goose geese; mouse mice; louse lice; ox oxen
   loaf loaves; leaf leaves; half halves; knife knives; life lives; wife wives; shelf shelves; self selves; wolf wolves; calf calves
   thief thieves; elf elves; hero heroes; potato potatoes; tomato tomatoes; echo echoes; veto vetoes; torpedo torpedoes
   crisis crises; analysis analyses; basis bases; thesis theses; hypothesis hypotheses; oasis oases; diagnosis diagnoses
   criterion criteria; phenomenon phenomena; medium media; datum data; bacterium bacteria; curriculum curricula
   sheep sheep; fish fish; deer deer; series series; species species; aircraft aircraft; quiz quizzes; gas gases; bus buses
   salesman salesmen; saleswoman saleswomen; businessman businessmen; chairman chairmen; policeman policemen; fireman firemen
   craftsman craftsmen; spokesman spokesmen; freshman freshmen; layman laymen; foreman foremen; workman workmen`,
);

/** Verb, past, participle (the same where there are two words only). */
export const irregularVerbs = wordTable(
  `arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun; bend bent
   bet bet; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built
   burst burst; buy bought; cast cast; catch caught; choose chose chosen; cling clung; come came come; cost cost; creep crept; cut cut
   deal dealt; dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt
   fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forecast forecast; forget forgot forgotten
   forgive forgave forgiven; freeze froze frozen; get got got; give gave given; go went gone; grow grew grown; hang hung; hear heard
   hide hid hidden; hit hit; hold held; hurt hurt; keep kept; know knew known; lay laid; lead led; leave left; lend lent; let let
   lie lay lain; lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken; overcome overcame overcome
   overtake overtook overtaken; pay paid; put put; quit quit; read read; rebuild rebuilt; ride rode ridden; ring rang rung
   rise rose risen; run ran run; say said; see saw seen; seek sought; sell sold; send sent; set set; shake shook shaken; shed shed
   shine shone; shoot shot; show showed shown; shrink shrank shrunk; shut shut; sing sang sung; sink sank sunk; sit sat; sleep slept
   slide slid; speak spoke spoken; speed sped; spend spent; spin spun; split split; spread spread; spring sprang sprung
   stand stood; steal stole stolen; stick stuck; sting stung; strike struck struck; strive strove striven; swear swore sworn
   sweep swept; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought
   throw threw thrown; undergo underwent undergone; understand understood; undertake undertook undertaken; undo undid undone
   uphold upheld; upset upset; wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew withdrawn
   write wrote written`,
);

/** Regular verbs that are no nouns. */
export const verbs = wordSet(`
  accelerate accept achieve acquire adapt add admit adopt advertise advise allow alleviate amplify announce anticipate appear apply
  appreciate approve argue arrange arrive ask assemble assist assume assure attend attract avoid bake become believe belong bother
  carry celebrate cherish clarify collaborate collect combine commence commit communicate compare compete complain complete comply
  confirm connect consider consist consult contact contain continue contribute convert convince cooperate create cultivate curate
  customise customize decide decrease deepen define delight deliver demonstrate deny depend describe deserve destroy determine develop
  differ disappear discover discuss disrupt donate earn educate elevate eliminate embark embrace employ empower enable encounter
  encourage endeavour endeavor energise engage enhance enjoy enlarge enrich ensure entertain establish examine exceed exclude execute
  exist expand expect expedite explain explore express extend facilitate finalise finalize foster fulfil fulfill gather generate grab
  guarantee handle happen harness hire identify ignite imagine implement imply improve include incorporate indicate inform initiate
  innovate inspire install integrate introduce invent invest invite involve join justify kill launch learn leverage listen
  maintain manage maximise maximize migrate minimise minimize motivate navigate notify nourish obtain occur offer optimise optimize
  organise organize orchestrate participate perform permit personalise personalize possess prefer prepare preserve prevent prioritise
  prioritize procure produce promote prosper protect prove provide publish purchase realise realize receive recognise recognize
  recommend reduce refer refine reflect refuse reimagine reinvent relate relax rely remain remember remind remove repeat replace reply
  require resolve respond retrieve reveal revolutionise revolutionize satisfy save seem select serve showcase solve specialise
  specialize stimulate strengthen submit subscribe succeed suggest suit supply surpass survive sustain synergise synergize tailor
  tell terminate thank transcend transfer transform treat try unite unleash unlock unsubscribe unveil use utilise utilize validate
  vary verify view wait want warn weigh welcome worry`);

/** Words that are verbs and nouns alike. */
export const verbsAndNouns = wordSet(`
  answer approach attempt award benefit boost call care cause challenge change chat check claim click comment comfort concern contact
  control cook cost craft cure damage deal delay demand design desire discount display download drop email e-mail escape
  estimate exchange experience export favour favor feature focus gift guarantee guess guide help hope host hype impact import increase
  influence insult interest issue judge kick knock lack launch leverage like limit link lift list look love mark market match
  measure mix need notice offer order outsource pack pass perk phone pick pitch plan play post praise price print promise
  prototype purchase question quote rate reach rebate record recover refund regard rent reply report request research result return
  reward rush sample scale schedule score search service share shift ship shop shout sign sketch smile sound spark start step stop
  stream stress struggle style supply support surprise switch talk target taste team test text touch tour trade train travel treat
  trust turn update upgrade upload value visit voice vote walk watch wish wonder work yield`);

/** Verbs of several syllables that double their last letter. */
export const doubling = wordSet(`
  admit begin commit compel control defer equip excel expel forbid forget format occur omit patrol permit prefer propel rebel refer
  regret submit transfer transmit upset`);

/** Forms of verbs that are other words. */
export const homographs = wordSet(
  'leaves lives rose saw felt left bore lay fell stole spoke wound ground bound founded',
);

/** What may follow a verb in a phrase: `sign up`, `take advantage of`. */
export const particles = wordSet(
  'up out off on in down over back away through forward together about into around along for with at to a an the your our use sure advantage care part place base advantage',
);
