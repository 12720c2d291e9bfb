/**
 * Beginnings of month names as `date` prints them in the languages seen or likely in logs: English, German, French, Spanish,
 * Portuguese, Italian, Dutch, Polish, Czech, Turkish, Indonesian, the Scandinavian ones, Russian, Vietnamese. Lower case.
 */
export const MONTH_PREFIXES: readonly (readonly string[])[] = [
  ["jan", "ene", "gen", "sty", "led", "oca", "янв", "th01"],
  ["feb", "fév", "fev", "lut", "úno", "şub", "фев", "th02"],
  ["mar", "mär", "mrz", "mrt", "bře", "maa", "мар", "th03"],
  ["apr", "avr", "abr", "kwi", "dub", "nis", "апр", "th04"],
  ["may", "mai", "mei", "mag", "maj", "kvě", "мая", "май", "th05"],
  ["jun", "juin", "giu", "cze", "čen", "červen", "haz", "июн", "th06"],
  ["jul", "juil", "lug", "lip", "čec", "červenec", "tem", "июл", "th07"],
  ["aug", "aoû", "aou", "ago", "agu", "agt", "sie", "srp", "ağu", "авг", "th08"],
  ["sep", "set", "wrz", "zář", "eyl", "сен", "th09"],
  ["oct", "okt", "out", "ott", "paź", "říj", "eki", "окт", "th10"],
  ["nov", "nop", "lis", "kas", "ноя", "th11"],
  ["dec", "dez", "déc", "dic", "des", "gru", "pro", "ara", "дек", "th12"],
];
