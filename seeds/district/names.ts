import { shuffle, type Rng } from '#lib/domain/shared/rng.ts';

/** Common surnames, the commonest several times. */
const SURNAMES = [
  ...'王王王王王王李李李李李李张张张张张刘刘刘刘陈陈陈陈杨杨杨赵赵黄黄黄周周吴吴徐孙胡胡朱高林何郭马罗梁宋郑谢韩唐冯',
  ...'于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
  ...'雷钱汤尹黎易常武乔贺赖龚文',
];

/** Given names by the generation that bears them, the older first. */
const GIVEN = [
  '建国 建军 志强 卫东 国庆 建华 永胜 德明 光荣 爱民 跃进 秀英 桂芳 玉兰 丽华 淑珍 秀兰 桂英 春梅 红梅',
  '海波 晓东 立新 伟民 俊 勇 军 斌 志刚 永强 文辉 少华 建平 国栋 振宇 燕 丽萍 海燕 雪梅 晓红 静 敏 艳 慧 玲 娟 秀丽 冬梅',
  '鹏 磊 超 伟 涛 浩 凯 文杰 俊峰 志远 明辉 晓峰 家豪 嘉明 立群 天宇 婷 倩 雪 颖 佳 丹 莉 晓燕 文静 思敏 雅琴 海霞 诗琪 佳慧',
  '子豪 浩然 宇航 泽宇 俊杰 一鸣 嘉伟 博文 思远 梓轩 欣怡 雨桐 梦洁 若曦 佳怡 思琪 雨欣 可欣 晓彤 语嫣 芷若 子涵 钰莹 静怡',
].map((names) => names.split(' '));

/** Invents names that nobody bears yet. */
export class Names {
  readonly #rng: Rng;
  readonly #borne: Set<string>;

  constructor(rng: Rng, borne: readonly string[]) {
    this.#rng = rng;
    this.#borne = new Set(borne);
  }

  /** A name of somebody who is `years` old. */
  next(years: number): string {
    const generation = years >= 52 ? 0 : years >= 40 ? 1 : years >= 30 ? 2 : 3;
    for (const given of shuffle(GIVEN[generation] ?? [], this.#rng)) {
      const name = `${this.#surname()}${given}`;
      if (this.#borne.has(name)) continue;
      this.#borne.add(name);
      return name;
    }
    throw new Error('every name is borne');
  }

  #surname(): string {
    return SURNAMES[Math.floor(this.#rng() * SURNAMES.length)] ?? '王';
  }
}
