/** The repository of a server, and where the server is. */
export interface Place {
  owner: string
  name: string
  id: number
  apiUrl: string
  serverUrl: string
}

/** Whether these name the repository, in whatever case. */
export const isNamed = (place: Place, owner: string, name: string) =>
  `${owner}/${name}`.toLowerCase() ===
  `${place.owner}/${place.name}`.toLowerCase()
