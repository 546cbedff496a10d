/** People in sources: titles before names, one line with two people, and the ids of officials. */
import { describe, expect, test } from "@jest/globals";
import { countryOfId } from "../../../../src/ingest/countries/crosswalk.ts";
import { officialId, passingId, readPeople, readPerson } from "../../../../src/ingest/sources/shared/people/people.ts";

const titles: [text: string, title: string | null, name: string][] = [
  ["President Felipe Calderon", "President", "Felipe Calderon"],
  ["Prime Minister Dr. Manmohan Singh", "Prime Minister", "Manmohan Singh"],
  ["King Hussein I", "King", "Hussein I"],
  ["Emperor Dom Pedro II", "Emperor", "Pedro II"],
  ["Crown Prince Abdullah bin Abdulaziz", "Crown Prince", "Abdullah bin Abdulaziz"],
  ["Generalissimo Chiang Kai-shek", "Generalissimo", "Chiang Kai-shek"],
  ["President-elect Vicente Fox", "President-elect", "Vicente Fox"],
  ["President- elect Vicente Fox", "President-elect", "Vicente Fox"],
  ["Queen Elizabeth II", "Queen", "Elizabeth II"],
  ["Minister for Foreign Affairs Toshimitsu Motegi", "Minister for Foreign Affairs", "Toshimitsu Motegi"],
  ["Foreign and Commonwealth Secretary Jack Straw", "Foreign and Commonwealth Secretary", "Jack Straw"],
  ["Amir Sheikh Hamad bin Khalifa al-Thani", "Amir", "Hamad bin Khalifa al-Thani"],
  ["Shah Mohammad Reza Pahlavi", "Shah", "Mohammad Reza Pahlavi"],
  ["Prime Minister Shah Mahmud", "Prime Minister", "Shah Mahmud"],
  ["Prime Minister Amir Abbas Hoveyda", "Prime Minister", "Amir Abbas Hoveyda"],
  ["Prime Minister Major", "Prime Minister", "Major"],
  ["Brigadier General Juan Melgar Castro", "Brigadier General", "Juan Melgar Castro"],
  ["Prime Minister Sheikh Hasina", "Prime Minister", "Sheikh Hasina"],
  ["Prime MinisterHaidar al- Abadi", "Prime Minister", "Haidar al-Abadi"],
  ["Prime Minster Mackenzie King", "Prime Minister", "Mackenzie King"],
  [
    "Deputy Prime Minister and Minister of Foreign Affairs and Expatriates Ayman Safadi",
    "Deputy Prime Minister and Minister of Foreign Affairs and Expatriates",
    "Ayman Safadi",
  ],
  ["Foreign Minister Prince Saud al-Faisal", "Foreign Minister", "Saud al-Faisal"],
  ["Chairman of the Presidency Bakir Izetbegovic", "Chairman of the Presidency", "Bakir Izetbegovic"],
  ["Premier and Prince Sihanouk", "Premier and Prince", "Sihanouk"],
  ["Valdas Adamkus", null, "Valdas Adamkus"],
];

describe("readPerson", () => {
  test.each(titles)("%s", (text, title, name) => expect(readPerson(text)).toEqual({ title, name }));
});

describe("readPeople", () => {
  test("takes two people apart", () => {
    expect(readPeople("King Abdullah and Crown Prince Hussein")).toEqual([
      { title: "King", name: "Abdullah" },
      { title: "Crown Prince", name: "Hussein" },
    ]);
    expect(readPeople("President Anwar Sadat, Prime Minister Mustafa Khalil").map(({ name }) => name)).toEqual([
      "Anwar Sadat",
      "Mustafa Khalil",
    ]);
  });

  test("leaves one person with two titles, and one with a suffix, as one", () => {
    expect(readPeople("Premier & Prince Sihanouk")).toHaveLength(1);
    expect(readPeople("President Tommy E. Remengesau, Jr.")).toEqual([
      { title: "President", name: "Tommy E. Remengesau, Jr." },
    ]);
  });
});

describe("ids", () => {
  const mexico = countryOfId("country:mx")!;

  test("are made of the country and the name", () => {
    expect(officialId(mexico, "Enrique Peña Nieto", "2012")).toBe("official:mx-enrique-pena-nieto");
  });

  test("of one word alone tell the office too", () => {
    expect(passingId(mexico, { title: "President", name: "Fox" }, "2001-02-16")).toBe("official:mx-president-fox");
    expect(passingId(mexico, { title: "President-elect", name: "Fox" }, "2000-11")).toBe("official:mx-president-fox");
    expect(passingId(mexico, { title: "President", name: "Vicente Fox" }, "2001")).toBe("official:mx-vicente-fox");
    expect(passingId(mexico, { title: "Foreign Relations Secretary", name: "Roel" }, "1978")).toBe(
      "official:mx-foreign-minister-roel",
    );
  });

  test("of homonyms tell the time too", () => {
    const syria = countryOfId("country:sy")!;
    expect(passingId(syria, { title: "President", name: "Assad" }, "2000-03-26")).toBe("official:sy-president-assad");
    expect(passingId(syria, { title: "President", name: "Assad" }, "2003-05-03")).toBe(
      "official:sy-president-assad-2000",
    );
    const korea = countryOfId("country:kr")!;
    expect(passingId(korea, { title: "Foreign Minister", name: "Kim" }, "1974-11-22")).toBe(
      "official:kr-foreign-minister-kim-1974",
    );
  });
});
