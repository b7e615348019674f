import type { Grammar, Lexicon } from './index.ts';
import { anyOf, ordinalTable } from './words.ts';

// ------------------------------------------------------------------------------------------------ numbers

const digits = '一 二 三 四 五 六 七 八 九'.split(' ');

/** 1 to 99 in characters: 七, 十七, 七十, 七十九. */
const numerals: [string, number][] = Array.from({ length: 99 }, (_, k): [string, number] => {
  const [ten, unit] = [Math.floor((k + 1) / 10), (k + 1) % 10];
  return [(ten > 1 ? digits[ten - 1] : '') + (ten > 0 ? '十' : '') + (digits[unit - 1] ?? ''), k + 1];
});
const numeral = '[一二三四五六七八九十]{1,3}';

/** Months are numbered; HRC mastheads translate them one by one: `11 九月-13 十月 2023`. */
const months = numerals.slice(0, 12).map(([numeral, value]) => `${value}/${numeral}`);
const month = '1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]';

// ----------------------------------------------------------------------------------------------- openings

/** Before the verb: once more, still, in this regard. */
const again = '(?:又|还|再次|再度|同样|也|并|进一步|仍然|仍|依然|继续|特别|尤其|在这方面|在此方面|就此|共同|深感|深)';
/** How: `赞赏地注意到`, `极为关切地注意到`, `最强烈地谴责`. */
const degree =
  '(?:极为|极其|非常|十分|深为|深切|深|严重|最严重|尤其|尤为|特别|最|高度|日益|充分|持续|继续|更加|甚为|万分|极度|极)';
const feeling =
  '关切|赞赏|满意|遗憾|震惊|感激|感兴趣|感谢|欣慰|高兴|不安|痛心|惊恐|欣喜|失望|警惕|惊慌|欢欣|自豪|强烈|坚定|毫无保留|毫不含糊|明确|赞许|强有力|大力';
const manner = `(?:${degree}{0,2}(?:${feeling})(?:并(?:${feeling}))?地|强烈|大力|坚决|断然|紧急|迫切|明确|正式|全力|充分|完全|郑重|庄严|坚定|严厉|一致|热烈|毫无保留地|以最强烈措辞)`;

const verb = anyOf(
  (
    '回顾 回顾指出 忆及 重申 认识到 认识 注意到 注意 欢迎 确认 强调 强调指出 表示注意到 注意到并 承认 意识到 铭记 牢记 审议了 审议 着重指出 着重 深信 坚信 确信 相信 遵循 ' +
    '考虑到 顾及 鉴于 鼓励 谴责 念及 申明 肯定 特别指出 重点指出 重点强调 赞扬 赞赏 称赞 表扬 欣见 指出 采取行动 认定 断定 敦促 促请 决心 审查了 审查 研究了 认为 认为必须 认为有必要 知悉 获悉 ' +
    '痛惜 痛心 痛斥 哀悼 期待 期望 呼吁 吁请 希望 提及 正式决定 决定 支持 斥责 感谢 认可 要求 邀请 请 提请注意 提请 促使 建议 授权 核准 核可 批准 核定 通过 同意 赞同 宣布 宣告 指示 祝贺 承诺 反对 拒绝 提醒 ' +
    '维持 尊重 倾听了 听取了 收到 收到了 纪念 回应 响应 适当考虑到 感到鼓舞 关注 理解 体会到 察觉到 致力于 推动 倡导 主张 委托 设立 任命 延长 保证 确保 珍视 致敬 悼念 遗憾 渴望 力求 责成 重视 ' +
    '关切 震惊 惊悉 注意并 提议 请求 转递 坚持 谨记 强烈反对 表示打算 表示愿意 表示坚信 表示深信 表示决心 表示致力于 表示支持 表示完全支持 表示明确支持 表示全力支持 表示希望 表示声援 表示感谢 表示深切感谢 表示深为感谢 表示赞赏 表示深为赞赏 表示深切赞赏 表示满意 表示欢迎 表示同情 表示 了解 深知 恳请 基于 缅怀 澄清 核证'
  ).split(' '),
);
/** `表示深为关切`, `感到震惊的是`, `深表关切`, `严重关切的是`. */
const mood = '关切|关注|遗憾|震惊|不安|失望|愤慨|痛惜|惊恐|欣慰|鼓舞|满意|赞赏|感谢|惊愕|担忧|忧虑|警觉|慰问|敬意';
const sentiment = `(?:(?:表示|感到|深感|深表|仍|仍然|同样){0,2}${degree}{0,2}(?:${mood})(?:(?:并|和)${degree}{0,2}(?:${mood}))?(?:的是)?)`;
/** `重申大力支持`, `再次表示严重关切`; but `重申 | 支持实现目标`: without an adverb the second verb is the object. */
const restated =
  '(?:重申|再次|申明)(?:其)?(?:(?:坚定地|坚定|明确|大力|继续|强烈|坚决|全力|完全)+(?:支持|承诺|致力于)|' +
  '(?:坚定地|坚定|明确|大力|继续|强烈|深为|严重|坚决|最|充分|完全){0,2}(?:决意|关切|深信|坚信|谴责|核可|邀请|认定|认为|反对|承认))';
const noting = `表示(?:${degree}{0,2}(?:${feeling})地|充分|强烈|坚决)(?:注意到?|谴责|支持|期望)`;

export const lexicon: Lexicon = {
  code: 'zho',
  iso: 'zh',
  functionWords: '的 和 在 其 以 第 号 与 及 对 于 了 并 联合国 决议 大会',
  linkWords: '第 和 与 及 的',
  script: /\p{Script=Han}/u,
  months,
};

export function grammar(): Grammar {
  const ordinals = ordinalTable([...numerals, ['一百', 100], ['一○○', 100]]);
  const ordinal = `(?<ordinal>${anyOf(ordinals.keys())})`;
  const num = `${numeral}|[ivxlc]+|\\d{1,3}|[a-z]`;
  const form = new RegExp(
    `^(?:${again}|${manner}){0,4}(?:${restated}|${noting}|${sentiment}|${verb})(?:并(?:${manner}|${again}|表示){0,3}(?:${sentiment}|${verb})|和鼓励)?`,
    'u',
  );

  return {
    date: new RegExp(`(?<year>\\d{4})(?<!\\d{5}) ?年 ?(?<month>${month}) ?月 ?(?<day>\\d{1,2}) ?日`, 'gu'),
    organs: {
      ga: /(?<!世界|环境|卫生|国际|代表|全体|这次)大 ?会(?!议|堂|员)/u,
      sc: /安全理事会|(?<!\p{Script=Han})安理会/u,
      ecosoc: /经济及社会理事会|经济和社会理事会|经社理事会/u,
      hrc: /人权理事会/u,
    },
    ordinals,

    recycle: /请回收/u,
    masthead: {
      publisher: /^联 ?合 ?国(?=$| +[a-z]+\/)/u,
      distribution: /distr\.? ?:? ?(?:general|limited)|分发 ?:? ?(?:普遍|普通|限制|有限)|(?:普遍|普通|限量)分发/u,
      originalLanguage:
        /(?:original|原件|原文) ?:? ?(?:(?<eng>english|英[文语])|(?<fra>french|法[文语])|(?<spa>spanish|西(?:班牙)?[文语])|(?<rus>russian|俄[文语])|(?<ara>arabic|(?:阿拉伯|阿)[文语])|(?<zho>chinese|中[文语]))?/u,
      languageOfExpression: /^(?:chinese|中文)$/u,
      session: new RegExp(
        `^(?:(?<year>\\d{4}) ?年(?:实质性|组织|常|续)?(?:届会|会议|届会议)|第 ?${ordinal} ?届(?<emergency>紧急)?(?<special>特别)?(?:会议|届会|常会))(?: ?\\(?续会?\\)?)?$`,
        'u',
      ),
      sessionDates: new RegExp(
        `^(?:(?<startDay>\\d{1,2}) (?<startMonth>${month})月(?: (?<startYear>\\d{4}))? ?- ?(?<endDay>\\d{1,2}) (?<endMonth>${month})月 (?<endYear>\\d{4})|` +
          `(?:\\p{L}+,? ?)?\\d{4} ?年 ?(?:${month}) ?月 ?\\d{1,2} ?日 ?(?:至|-) ?(?:\\d{4} ?年 ?)?(?:(?:${month}) ?月 ?)?\\d{1,2} ?日)$`,
        'u',
      ),
      agendaItem: /^(?:临时)?议程项目 ?(?<items>\d[\d(), a-z和、至及-]{0,80})/u,
      adoption:
        /^(?:\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)? ?(?:(?:人权理事会|安全理事会|大会|经济及社会理事会) ?(?:于)?(?:\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)?)? ?(?:第? ?(?<meeting>\d{1,5}) ?次(?:全体)?会议)?(?:一致)?(?:(?:通过)?的?(?:决议|决定)(?:草案)?|通过)$/u,
      basis: /^\[? ?(?:\([^)]*\) ?)?(?:未经发交|根据|经(?!济)|依据)/u,
      committees: {
        noMainCommittee: /未经发交主要委员会|^(?:全体会议|全会)$/u,
        plenaryMeeting: /全体会议审议的/u,
        firstCommittee: /第一委员会/u,
        secondCommittee: /第二委员会/u,
        thirdCommittee: /第三委员会/u,
        fourthCommittee: /第四委员会|特别政治和非殖民化委员会/u,
        fifthCommittee: /第五委员会/u,
        sixthCommittee: /第六委员会/u,
      },
      documentType: /^(?:决议|决定|(?:决议|决定)草案|声明)$/u,
      decisionType: /^(?:[a-z]\. ?)?(?:其他决定|选举和任命)$/u,
      resolutionNumber: /^(?:第 ?|决议 ?)(?<number>\d{1,4} ?\((?:19|20)\d\d\)) ?(?:号)?(?:决议)?$/u,
      draft: /(?:决议|决定)(?:修订)?草案/u,
      presidentialStatement: /^(?:安全理事会主席(?:的)?(?:声明|说明))/u,
    },
    // the comma alone tells it from the masthead's `大会`
    formula: /^(?:大 ?会|安全理事会|经济[及和]社会理事会|人权理事会) ?[,:]$/u,
    preambular: {
      // `根据《联合国宪章》第七章采取行动`: its verb comes last
      phrases: '对|根据(?=《联合国宪章》第)',
      form,
      modifiers: /的是|地(?:注意到|回顾)/uy,
    },
    operative: {
      phrases: '对',
      form,
      modifiers: /的是/uy,
    },
    meeting: /^第? ?(?<number>\d{1,5}) ?次(?:全体)?会议(?: ?\((?:续会|非公开|闭门)\))?(?:通过)?$/u,
    headings: {
      annex: new RegExp(`^附件 ?(?<num>${num})?(?: ?\\(续\\))?(?: ?[.:*]| ?[-:] ?(?<title>.+))?$`, 'u'),
      appendix: new RegExp(`^(?:附录|增编) ?(?<num>${num})?(?: ?[.:*]| ?[-:] ?(?<title>.+))?$`, 'u'),
      part: new RegExp(`^第 ?(?<num>${numeral}|\\d{1,2}) ?部分`, 'u'),
      section: new RegExp(`^第 ?(?<num>${num}) ?节`, 'u'),
      chapter: new RegExp(`^第 ?(?<num>${num}) ?章`, 'u'),
      article: new RegExp(`^(?=第 ?\\S{1,4} ?条|[^第])(?:第|准则|原则|规则) ?(?<num>${num})(?: ?条)?(?![\\da-z])`, 'u'),
      table: /^表 ?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?!\p{L})/u,
    },
    vote: {
      statement: /^\[? ?(?:决议)?(?:未经表决|经?(?:记录|唱名)表决|以 ?\d+ ?票|一致通过)/u,
      inFavour: /^(?:赞成|赞成者) ?(?::|$)/u,
      against: /^(?:反对|反对者) ?(?::|$)/u,
      abstaining: /^(?:弃权|弃权者) ?(?::|$)/u,
      counts:
        /以 ?(?<inFavour>\d+) ?票(?:赞成|造成)?(?:、|,|对) ?(?<against>\d+) ?票(?:反对)?(?:、|,) ?(?<abstaining>\d+) ?票弃权/u,
    },
    citation: {
      keyword: /决议|决定/gu,
      keywordAfter: true,
      own: /其/u,
      foreignBody:
        /委员会|缔约(?:国|方)(?:大会|会议)|审议大会|环境大会|卫生大会|人居大会|各国议会联盟大会|理事机构|执行(?:局|理事会)|工作组|非洲联盟|原子能机构|教科文组织|一般性(?:意见|建议)/u,
      decision: /决定/u,
      // the date stands before the number: 2010年7月30日第64/293号决议
      dateLink: / ?(?:通过)?的? ?第? ?/u,
      bodyLink: /(?!)/u,
      part: /第 ?(?<paragraph>\d{1,3})(?:\([a-z]{1,4}\))*(?: ?(?:至|-) ?第? ?(?<upTo>\d{1,3})| ?和 ?第? ?(?<also>\d{1,3}))? ?段|附件 ?(?<annex>[一二三四五六七八九十]|\d{1,2}|[ivx]+)?/gu,
      letters: {},
      internal:
        /(?:上文|下文|本(?:决议|决定))(?: ?第 ?(?<paragraph>\d{1,3}(?:\([a-z]{1,4}\))*(?: ?[、和至-] ?第? ?\d{1,3}(?:\([a-z]{1,4}\))*){0,20}) ?段|附件 ?(?<annex>[一二三四五六七八九十]|\d{1,2}|[ivx]+)?)/gu,
    },
    ordinalEndings: /^$/u,
    noteOpening: /^(?:同上|见|参见|另见|ibid|联合国,《条约汇编》|《?大会正式记录|《?正式记录|大会第|第)/u,
  };
}
