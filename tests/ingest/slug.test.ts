/** Ids from names in any script: no letter disappears, so that two names stay two. */
import { describe, expect, it } from "@jest/globals";
import { slugOf } from "../../src/ingest/slug.ts";

describe("a slug", () => {
  it.each([
    ["Peña Nieto", "pena-nieto"],
    ["Pen\u0303a Nieto", "pena-nieto"],
    ["Łódź", "lodz"],
    ["Þórður", "thordur"],
    ["Œuvre", "oeuvre"],
    ["straße", "strasse"],
    ["Đặng", "dang"],
    ["İstanbul, ıx", "istanbul-ix"],
    ["Ørsted", "orsted"],
    ["Ærø", "aero"],
    ["O’Neill", "oneill"],
    ["O'Neill", "oneill"],
    ["ﬁnance", "finance"],
    ["a\u00a0b", "a-b"],
    ["Jean\u2011Pierre", "jean-pierre"],
    ["Владимир Путин", "vladimir-putin"],
    ["Αλέξης Τσίπρας", "alexis-tsipras"],
    ["习近平", "xijinping"],
    ["김대중", "gimdaejung"],
  ])("of %s is %s", (text, slug) => expect(slugOf(text)).toBe(slug));

  it.each([
    ["김대중", "김영삼"],
    ["محمد بن سلمان", "محمد بن نايف"],
    ["בנימין נתניהו", "בנימין גנץ"],
    ["नरेन्द्र मोदी", "राहुल गांधी"],
    ["安倍晋三", "岸田文雄"],
    ["Володимир", "Вікторія"],
  ])("of %s isn't that of %s, and both have letters", (a, b) => {
    expect(slugOf(a)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(slugOf(b)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(slugOf(a)).not.toBe(slugOf(b));
  });
});
