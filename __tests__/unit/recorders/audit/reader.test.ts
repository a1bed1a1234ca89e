import { execFileSync } from 'node:child_process'

import { expect, test } from '@jest/globals'

import {
  auditReaderCommand,
  READY
} from '../../../../src/recorders/audit/reader.ts'
import {
  countRecords,
  parseAuditReport
} from '../../../../src/recorders/audit/records.ts'

/** The reader on a socket that gives what standard input lists. */
const ON_A_LIST = `
class Listed:
    def __init__(self, messages):
        self.messages = messages

    def recv(self, size):
        if not self.messages:
            raise BlockingIOError()
        message = self.messages.pop(0)
        if message == 'full':
            raise OSError(errno.ENOBUFS, 'full')
        return struct.pack('=IHHII', 0, message[0], 0, 0, 0) + message[1].encode()


reader = Reader.__new__(Reader)
reader.counts, reader.unkept, reader.overruns = {}, 0, 0
reader.socket = Listed(json.load(sys.stdin))
marked = reader.take(b' comm="mark"')
print(json.dumps([list(reader.counts.items()), reader.overruns, marked],
                 default=bytes.decode))
`

type Message = [type: number, text: string] | 'full'

function take(messages: Message[]) {
  const [python = '', ...args] = auditReaderCommand('python3')
  const program = args.pop() ?? ''
  expect(program).toContain(`print('${READY}', flush=True)`)
  expect(program).toMatch(/\nmain\(\)\n$/)
  const tried = program.replace(/\nmain\(\)\n$/, ON_A_LIST)
  const printed = execFileSync(python, [...args, tried], {
    input: JSON.stringify(messages),
    encoding: 'utf8'
  })
  const [records, overruns, marked] = JSON.parse(printed) as [
    [string, number][],
    number,
    boolean
  ]
  return { records, overruns, marked }
}

const SECCOMP = 1326

const record = (time: number, comm: string, rest = '') =>
  `audit(${time}.977:${time}): auid=0 uid=0 gid=0 ses=7${rest} pid=${time} comm=${comm} exe="/usr/bin/ls" sig=0 arch=c000003e syscall=1 compat=0 ip=0x7f1d6acf${time} code=0x7ffc0000`

const status = { lost: 0, rateLimit: 0, backlogLimit: 64 }

test('counts records that differ in time, process, label and address only', () => {
  const { records, overruns, marked } = take([
    [SECCOMP, record(1111, '"ls"')],
    [SECCOMP, record(2222, '"ls"', ' subj=unconfined_u:c0,c1')],
    'full',
    [1006, record(3333, '"ls"')],
    [SECCOMP, record(4444, '6120622C22')]
  ])
  expect(records.map(([, count]) => count)).toEqual([2, 1])
  expect(overruns).toBe(1)
  expect(marked).toBe(false)
  const report = { unkept: 0, dropped: 0, isWhole: true }
  const line = { ...report, records, before: status, after: status }
  expect(
    countRecords(parseAuditReport(JSON.stringify(line)), 7, 'SCMP_ARCH_X86_64')
  ).toEqual({
    lost: [],
    calls: [
      {
        name: 'write',
        programs: [
          { comm: 'ls', count: 2 },
          { comm: 'a b,"', count: 1 }
        ]
      }
    ]
  })
})

test('a record of an unknown form is reported, and harms no other', () => {
  const { records } = take([
    [SECCOMP, 'audit(1:1): something new'],
    [SECCOMP, ''],
    [SECCOMP, record(1111, '"ls"')]
  ])
  const report = { unkept: 0, dropped: 0, isWhole: true }
  const { calls, lost } = countRecords(
    { ...report, records, before: status, after: status },
    7,
    'SCMP_ARCH_X86_64'
  )
  expect(calls.map(({ name }) => name)).toEqual(['write'])
  expect(lost).toEqual([
    expect.stringMatching(/^2 seccomp audit records .* form/)
  ])
})

test('sees its mark', () => {
  expect(take([[SECCOMP, record(1111, '"mark"')]]).marked).toBe(true)
})
