import './one-realm.ts'

/** What a function throws or a promise rejects with. */
export async function caught(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}
