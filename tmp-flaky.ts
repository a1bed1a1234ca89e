import fs from 'node:fs'
import path from 'node:path'
import { createScratch } from './__tests__/support/scratch.ts'
import { createRepository } from './scripts/scratch-repository.ts'
const [,, recorder, workers, runs, image] = process.argv
const union = new Map<string, number>()
let total = 0
const rows: string[][] = []
await Promise.all([...Array(Number(workers)).keys()].map(async () => {
  const own = createScratch()
  createRepository(own.workspace)
  for (let run = 0; run < Number(runs); run++) {
    fs.rmSync(path.join(own.workspace, 'seccomp.json'), { force: true })
    try {
    const { exitCode, log } = await own.step({ command: './test.sh', image, recorder, replay: 'off', denials: recorder === 'bpftrace' ? 'ignore' : 'report' })
    if (exitCode !== 0) { console.log('FAILED', log.slice(-1500)); continue }
    } catch (e) { if (!/left behind/.test(String(e))) throw e; console.log(String(e).slice(0, 200)) }
    const p = own.profile() ?? '{"syscalls":[]}'
    const names = JSON.parse(p).syscalls.flatMap((r: any) => r.names) as string[]
    rows.push(names)
    total++
    for (const n of names) union.set(n, (union.get(n) ?? 0) + 1)
    console.log(total, names.length, [...union].filter(([, c]) => c < total).map(([n, c]) => `${n} ${c}/${total}`).join(' '))
  }
  own.remove()
}))
