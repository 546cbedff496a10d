/** Words for states in running text, `Israeli`, `UK`, `the Soviet Union`, as slugs of the Office of the Historian. */
import { countryOfName, countryOfSlug, type CountryEntry } from "./crosswalk.ts";
import type { Word } from "./words.ts";

/** By slug, the words for it that its name doesn't give, separated by `|`. */
const wordsBySlug: Record<string, string> = {
  afghanistan: "Afghan|Afghani",
  albania: "Albanian",
  algeria: "Algerian",
  angola: "Angolan",
  argentina: "Argentine|Argentinian|Argentinean|Argentine Republic",
  armenia: "Armenian",
  australia: "Australian",
  austria: "Austrian",
  azerbaijan: "Azerbaijani|Azeri",
  bahamas: "Bahamian",
  bahrain: "Bahraini",
  bangladesh: "Bangladeshi|Bangladesh",
  barbados: "Barbadian",
  belarus: "Belarusian|Belarussian",
  belgium: "Belgian|Belgians",
  benin: "Beninese",
  bolivia: "Bolivian",
  "bosnia-herzegovina": "Bosnian|Bosnian Serb|Bosnian Muslim|Bosnia|Bosnia and Herzegovina",
  botswana: "Botswanan",
  brazil: "Brazilian",
  brunei: "Bruneian",
  bulgaria: "Bulgarian",
  "burkina-faso": "Burkinabe",
  burma: "Burmese|Myanmar",
  burundi: "Burundian",
  cambodia: "Cambodian",
  cameroon: "Cameroonian",
  canada: "Canadian",
  chad: "Chadian",
  chile: "Chilean",
  china: "Chinese|PRC|People’s Republic of China",
  colombia: "Colombian",
  "congo-democratic-republic": "Congolese|Zairian|Zaire|Democratic Republic of the Congo",
  "costa-rica": "Costa Rican",
  "cote-divoire": "Ivorian|Ivory Coast",
  croatia: "Croatian|Croat",
  cuba: "Cuban",
  cyprus: "Cypriot|Greek Cypriot|Turkish Cypriot",
  "czech-republic": "Czech",
  czechoslovakia: "Czechoslovak|Czechoslovakian",
  denmark: "Danish",
  djibouti: "Djiboutian",
  "dominican-republic": "Dominican",
  ecuador: "Ecuadorian|Ecuadoran",
  egypt: "Egyptian",
  "el-salvador": "Salvadoran|Salvadorian",
  eritrea: "Eritrean",
  estonia: "Estonian",
  ethiopia: "Ethiopian",
  fiji: "Fijian",
  finland: "Finnish",
  france: "French",
  gabon: "Gabonese",
  georgia: "Georgian",
  "german-democratic-republic": "East German|German Democratic Republic|GDR",
  germany: "German|West German|Federal German|Federal Republic of Germany|FRG|West Germany",
  ghana: "Ghanaian",
  greece: "Greek|Hellenes",
  grenada: "Grenadian",
  guatemala: "Guatemalan",
  guinea: "Guinean",
  guyana: "Guyanese",
  haiti: "Haitian",
  "holy-see": "Vatican|Papal",
  honduras: "Honduran",
  hungary: "Hungarian",
  iceland: "Icelandic",
  india: "Indian",
  indonesia: "Indonesian",
  iran: "Iranian",
  iraq: "Iraqi",
  ireland: "Irish",
  israel: "Israeli",
  italy: "Italian",
  jamaica: "Jamaican",
  japan: "Japanese",
  jordan: "Jordanian|Transjordan",
  kazakhstan: "Kazakh|Kazakhstani",
  kenya: "Kenyan",
  "korea-north": "North Korean|Democratic People’s Republic of Korea",
  "korea-south": "South Korean|Korean|Republic of Korea|Korea",
  kosovo: "Kosovar|Kosovo|Kosovo Albanian|Kosovan",
  kuwait: "Kuwaiti",
  kyrgyzstan: "Kyrgyz|Kyrgyzstani",
  laos: "Lao|Laotian",
  latvia: "Latvian",
  lebanon: "Lebanese",
  liberia: "Liberian",
  libya: "Libyan",
  lithuania: "Lithuanian",
  luxembourg: "Luxembourg|Luxembourgish",
  macedonia: "Macedonian",
  malawi: "Malawian",
  malaysia: "Malaysian",
  mali: "Malian",
  malta: "Maltese",
  mauritania: "Mauritanian",
  mexico: "Mexican",
  micronesia: "Micronesian",
  moldova: "Moldovan",
  mongolia: "Mongolian",
  montenegro: "Montenegrin",
  morocco: "Moroccan",
  mozambique: "Mozambican",
  namibia: "Namibian",
  nepal: "Nepalese|Nepali",
  netherlands: "Dutch|Netherlands|The Netherlands",
  "new-zealand": "New Zealand",
  nicaragua: "Nicaraguan",
  niger: "Nigerien",
  nigeria: "Nigerian",
  "north-macedonia": "North Macedonian",
  norway: "Norwegian",
  oman: "Omani",
  pakistan: "Pakistani",
  "palestinian-authority": "Palestinian|PLO|Palestinian Authority|PA|Palestine Liberation Organization",
  panama: "Panamanian",
  "papua-new-guinea": "Papua New Guinean",
  paraguay: "Paraguayan",
  peru: "Peruvian",
  philippines: "Philippine|Filipino",
  poland: "Polish",
  portugal: "Portuguese",
  qatar: "Qatari",
  romania: "Romanian|Rumanian",
  russia: "Russian|Soviet|Soviet Union|USSR|U.S.S.R.|Russian Federation",
  rwanda: "Rwandan",
  "saudi-arabia": "Saudi|Saudi Arabian",
  senegal: "Senegalese",
  serbia: "Serbian|Serb",
  "sierra-leone": "Sierra Leonean",
  singapore: "Singaporean",
  slovakia: "Slovak",
  slovenia: "Slovenian|Slovene",
  somalia: "Somali|Somalian",
  "south-africa": "South African",
  "south-sudan": "South Sudanese",
  spain: "Spanish",
  "sri-lanka": "Sri Lankan",
  sudan: "Sudanese",
  suriname: "Surinamese",
  sweden: "Swedish",
  switzerland: "Swiss",
  syria: "Syrian",
  taiwan: "Taiwanese|Nationalist Chinese",
  tajikistan: "Tajik|Tajikistani",
  tanzania: "Tanzanian",
  thailand: "Thai",
  togo: "Togolese",
  "trinidad-and-tobago": "Trinidadian|Trinidad and Tobago",
  tunisia: "Tunisian",
  turkey: "Turkish",
  turkmenistan: "Turkmen",
  uganda: "Ugandan",
  ukraine: "Ukrainian",
  "united-arab-emirates": "UAE|Emirati|U.A.E.|Abu Dhabi",
  "united-kingdom": "British|UK|U.K.|Britain|Great Britain|England|Northern Irish|Northern Ireland|Scottish",
  uruguay: "Uruguayan",
  uzbekistan: "Uzbek|Uzbekistani",
  venezuela: "Venezuelan",
  vietnam: "Vietnamese|South Vietnamese|North Vietnamese|South Vietnam|Republic of Vietnam",
  yemen: "Yemeni|North Yemeni",
  yugoslavia: "Yugoslav|Yugoslavian",
  zambia: "Zambian",
  zimbabwe: "Zimbabwean",
  rhodesia: "Rhodesian|Rhodesia",
};

/** Of no state here: bodies of several states, and the United States itself. */
const outside = new Set(
  (
    "NATO|European|UN|U.N.|United Nations|OAS|EU|E.U.|EC|EEC|European Union|European Commission|" +
    "European Council|European Parliament|European Community|OSCE|CSCE|OECD|OAU|WTO|IMF|World Bank|IAEA|" +
    "OPEC|OPCW|ECOWAS|ASEAN|CARICOM|GCC|Gulf Cooperation Council|Arab League|League of Arab States|" +
    "African Union|African Union Commission|AU|APEC|Red Cross|Commonwealth|SEATO|CENTO|WEU|" +
    "Western European Union|UNHCR|UNESCO|G-20|G20|G7|EBRD|Council of Europe|" +
    "Organization of American States|International Criminal Tribunal|International Monetary Fund|CIA|FBI|" +
    "USAID|DNI|NSC|ISAF|UNICEF|UNPROFOR|NAC|SHAPE|SACEUR|CENTCOM|Syrian Opposition Coalition|" +
    "Caribbean Community|Microsoft|World Food Program|World Health Organization|WHO|UNSC"
  ).split("|"),
);
const ours = new Set(["U.S.", "US", "United States", "American", "U.S", "USA"]);

const slugs = new Map(
  Object.entries(wordsBySlug).flatMap(([slug, words]) =>
    words.split("|").map((each): [string, string] => [each, slug]),
  ),
);

/** What a text says of whom somebody serves: a state, a body of several, or the United States. */
export type Served = CountryEntry | "OUTSIDE" | "OURS";

function served(phrase: string): Served | undefined {
  const words = phrase.replaceAll("'", "’");
  if (outside.has(words)) return "OUTSIDE";
  if (ours.has(words)) return "OURS";
  const slug = slugs.get(words);
  return (slug === undefined ? undefined : countryOfSlug(slug)) ?? countryOfName(words);
}

const longest = 6;

/** What stands right before a word: `Israeli`, `South Korean`; `Israel’s` too. */
export function servedBefore(text: string, words: Word[], at: number): { served: Served; from: number } | undefined {
  let end = at;
  if (/^['’]s?$/.test(words[end - 1]?.text ?? "")) end -= 1;
  for (let length = Math.min(longest, end); length > 0; length -= 1) {
    const from = end - length;
    if (!/^\p{Lu}/u.test(words[from]!.text)) continue;
    // The Supreme Soviet was a parliament, in republics of the union too.
    if (words[from]!.text === "Soviet" && words[from - 1]?.text === "Supreme") return undefined;
    const found = served(text.slice(words[from]!.start, words[end - 1]!.end));
    if (found) return { served: found, from };
  }
  return undefined;
}

/** What stands right after a name: `of Egypt`, `of the Soviet Union`, `(Israel)`; null when it is something else. */
export function servedAfter(
  text: string,
  words: Word[],
  at: number,
): { served: Served | null; end: number } | undefined {
  const opening = words[at]?.text;
  if (opening !== "of" && opening !== "(" && opening !== "from") return undefined;
  const from = words[at + 1]?.text === "the" ? at + 2 : at + 1;
  for (let length = longest; length > 0; length -= 1) {
    const end = from + length;
    if (end > words.length || !/\p{L}/u.test(words[end - 1]!.text)) continue;
    const found = served(text.slice(words[from]!.start, words[end - 1]!.end));
    if (found) return { served: found, end };
  }
  return { served: null, end: at };
}
