/** Where the data is: the path of a SQLite file, or the address of a PostgreSQL database. */

export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//i.test(place);
}

/** Null when the place can be tried, else what is wrong with it. Says nothing of what is in it: that may be a password. */
export function placeComplaint(place: string): string | null {
  if (isPostgres(place))
    return URL.canParse(place) ? null : "not an address such as postgres://planner:secret@db.example/planner";
  return /^[a-z][a-z\d+.-]+:\/\//i.test(place) ? "neither a path nor a postgres:// address" : null;
}

/** As people may see it: without the password. */
export function placeName(place: string): string {
  if (!isPostgres(place) || !URL.canParse(place)) return place;
  const { protocol, username, host, pathname } = new URL(place);
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}
