import type { StrideLetter } from "@/lib/stride/categories";

// Threat Dragon stores a threat's type in the language of whoever drew the model. These are the names of its locales; Finnish,
// Indonesian, Russian and Ukrainian keep the English ones. Source: OWASP Threat Dragon, td.vue/src/i18n (Apache-2.0).
const NAMES: readonly (readonly [locale: string, names: Readonly<Record<StrideLetter, string>>])[] = [
  [
    "en, fi, id, ru, uk",
    {
      S: "Spoofing",
      T: "Tampering",
      R: "Repudiation",
      I: "Information disclosure",
      D: "Denial of service",
      E: "Elevation of privilege",
    },
  ],
  [
    "ar",
    {
      S: "Spoofing التزييف",
      T: "Tampering التلاعب",
      R: "Repudiation رفض",
      I: "Information disclosure كشف المعلومات",
      D: "Denial of service إنكار الخدمة",
      E: "Elevation of privilege تسلق الامتياز",
    },
  ],
  [
    "de",
    {
      S: "Spoofing",
      T: "Manipulation",
      R: "Nichtanerkennung",
      I: "Veröffentlichung von Informationen",
      D: "Denial of service",
      E: "Erhöhung von Rechten",
    },
  ],
  [
    "el",
    {
      S: "Παραπλάνηση (Spoofing)",
      T: "Παραποίηση (Tampering)",
      R: "Αποποίηση (Repudiation)",
      I: "Αποκάλυψη Πληροφοριών (Information Disclosure)",
      D: "Άρνηση εκτέλεσης υπηρεσίας (Denial of service)",
      E: "Αναβάθμιση προνομίων (Elevation of Priviledge)",
    },
  ],
  [
    "es",
    {
      S: "Spoofing / Spoofing",
      T: "Tampering / Manipulación",
      R: "Repudiation / Repudiación",
      I: "Information disclosure / Brecha de información",
      D: "Denial of service / Denegación de servicio",
      E: "Elevation of privilege / Elevación de privilegios",
    },
  ],
  [
    "fr",
    {
      S: "Usurpation d'identité",
      T: "Falsification",
      R: "Répudiation",
      I: "Divulgation d'information",
      D: "Déni de service",
      E: "Élévation de privilège",
    },
  ],
  [
    "hi",
    {
      S: "स्पूफिंग",
      T: "छेड़छाड़",
      R: "अस्वीकृति",
      I: "सूचना प्रकटीकरण",
      D: "सेवा से इनकार",
      E: "विशेषाधिकार का उन्नयन",
    },
  ],
  ["ja", { S: "なりすまし", T: "改竄", R: "否認", I: "情報漏洩", D: "サービス拒否", E: "特権の昇格" }],
  [
    "ms",
    {
      S: "Penipuan",
      T: "Penyelewengan",
      R: "Penafian",
      I: "Pendedahan maklumat",
      D: "Penafian Perkhidmatan",
      E: "Kenaikan Hak",
    },
  ],
  [
    "pt, pt-br",
    {
      S: "Falsificação",
      T: "Adulteração",
      R: "Repúdio",
      I: "Divulgação de informações",
      D: "Negação de serviço",
      E: "Elevação de privilégio",
    },
  ],
  ["zh", { S: "欺骗", T: "篡改", R: "否认", I: "信息泄露", D: "拒绝服务", E: "权限提升" }],
];

/** Case, composition of accents and the kind of spacing say nothing: "InformationDisclosure" and "information_disclosure" are one name. */
const spoken = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");

const LETTERS: ReadonlyMap<string, StrideLetter> = new Map([
  ...NAMES.flatMap(([, names]) => Object.entries(names).map(([letter, name]) => [spoken(name), letter as StrideLetter] as const)),
  ["informationleakage", "I"],
  ["dos", "D"],
  ["eop", "E"],
]);

/** The STRIDE letter that a name stands for in any language of Threat Dragon; null when it is no STRIDE name. */
export const strideOfName = (name: string): StrideLetter | null => LETTERS.get(spoken(name)) ?? null;
