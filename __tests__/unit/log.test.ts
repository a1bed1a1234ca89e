import { execFileSync } from 'node:child_process'

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { createLog, displayCommand, duration, oneLine } from '../../src/log.ts'
import { effort } from '../support/effort.ts'
import { hostileText } from '../support/profiles/arbitraries.ts'

/**
 * A log whose output can be read; its sink writes as @actions/core does.
 *
 * @param now its clock
 */
function recordedLog(now?: () => number) {
  const chunks: Buffer[] = []
  const write = (chunk: Uint8Array | string) => {
    chunks.push(Buffer.from(chunk))
  }
  const command = (name: string) => (message: string) => {
    const escaped = message
      .replaceAll('%', '%25')
      .replaceAll('\r', '%0D')
      .replaceAll('\n', '%0A')
    write(`::${name}::${escaped}\n`)
  }
  const log = createLog(
    {
      startGroup: command('group'),
      endGroup: () => {
        write('::endgroup::\n')
      },
      info: message => {
        write(`${message}\n`)
      },
      warning: command('warning'),
      debug: command('debug')
    },
    write,
    now
  )
  return { log, bytes: () => Buffer.concat(chunks) }
}

/**
 * The commands that the runner obeys in an output, by the rules of its
 * ActionCommandManager: `::name ...::` at the start of a line, `##[name]`
 * anywhere in it, and nothing but the token's command after stop-commands.
 */
function obeyed(output: string): string[] {
  const commands: string[] = []
  let token: string | undefined
  for (const line of output.split(/\r\n|\r|\n/)) {
    const name =
      /^\s*::([^\s:]+)(?:\s.*?)?::/.exec(line)?.[1] ??
      /##\[([^\s\]]+)/.exec(line)?.[1]
    if (name === undefined) continue
    if (token !== undefined) {
      if (name === token) token = undefined
    } else if (name === 'stop-commands') {
      token = /::stop-commands::(.*)$/.exec(line)?.[1]
    } else commands.push(name)
  }
  if (token !== undefined) commands.push('(still stopped)')
  return commands
}

/** What stands in the first group that obeys nobody. */
function inside(output: string): string | undefined {
  return /^::stop-commands::(.*)\n([^]*)::\1::\n/m.exec(output)?.[2]
}

/** A clock that goes on by so many milliseconds each time it is read. */
function clock(step: number): () => number {
  let time = 0
  return () => (time += step)
}

describe('oneLine', () => {
  test.each([
    ['plain: text, ::not:: at the start', 'plain: text, ::not:: at the start'],
    ['a\nb\r\n', 'a\\x0ab\\x0d\\x0a'],
    ['\x1b[31mred', '\\x1b[31mred'],
    ['\u2028', '\\x2028'],
    ['::set-env name=A::b', '\\x3a:set-env name=A::b'],
    ['  ::add-mask::x', '  \\x3a:add-mask::x'],
    ['\u3000::error::x', '\u3000\\x3a:error::x'],
    ['x ##[command]rm', 'x ##\\x5bcommand]rm'],
    ['###[[error]', '###\\x5b[error]'],
    ['a\n::error::x', 'a\\x0a::error::x'],
    ['', '']
  ])('%j', (text, expected) => {
    expect(oneLine(text)).toBe(expected)
  })

  test('lets no control character and no command through', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const line = oneLine(text)
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(line.trimStart().startsWith('::')).toBe(false)
        expect(line).not.toContain('##[')
      }),
      { numRuns: effort(200, 2000) }
    )
  })

  test('changes a harmless text in nothing, and nothing twice', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text))
      })
    )
    expect(oneLine('añ日本🙂 [x] # y: z')).toBe('añ日本🙂 [x] # y: z')
  })
})

describe('createLog', () => {
  test('output in a group lands in the log byte by byte', async () => {
    const output = Buffer.from([0xff, 0xc3, 0x0d, 0x0a, 0x00, 0x1b])
    const { log, bytes } = recordedLog()
    await log.group('x', show => {
      show(output.subarray(0, 2))
      show(output.subarray(2))
      return Promise.resolve()
    })
    expect(bytes().includes(output)).toBe(true)
  })

  test.each([
    [['a\n', ''], 'a\n'],
    [['a'], 'a\n'],
    [['a\n', 'b', ''], 'a\nb\n'],
    [[], '']
  ])('%j ends with one newline', async (chunks, expected) => {
    const { log, bytes } = recordedLog(clock(1500))
    await log.group('x', show => {
      for (const chunk of chunks) show(chunk)
      return Promise.resolve()
    })
    expect(inside(bytes().toString())).toBe(`${expected}(1.5 s)\n`)
  })

  test('a group says how long it took, even one that fails', async () => {
    const { log, bytes } = recordedLog(clock(1500))
    const work = log.group('x', show => {
      show('half a line')
      return Promise.reject(new Error('broken'))
    })
    await expect(work).rejects.toThrow('broken')
    expect(inside(bytes().toString())).toBe('half a line\n(1.5 s)\n')
  })

  test('a group that only shows something does not say how long', async () => {
    const { log, bytes } = recordedLog(clock(49))
    await log.group('x', show => {
      show('shown')
      return Promise.resolve()
    })
    expect(inside(bytes().toString())).toBe('shown\n')
  })

  test('gives back what the work gives', async () => {
    const { log } = recordedLog()
    await expect(log.group('x', () => Promise.resolve(7))).resolves.toBe(7)
  })

  test('the runner obeys nothing in an output, and hears us after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText), async chunks => {
        const { log, bytes } = recordedLog()
        await log.group('Tests', show => {
          for (const chunk of chunks) {
            show(chunk)
            log.debug(chunk)
          }
          return Promise.resolve()
        })
        log.warning('done')
        expect(obeyed(bytes().toString())).toEqual([
          'group',
          ...chunks.map(() => 'debug'),
          'endgroup',
          'warning'
        ])
      }),
      { numRuns: effort(100, 500) }
    )
  })

  test.each([
    '::set-env name=PATH::/tmp\n',
    '::stop-commands::mine\n::mine::\n::error::x\n',
    '::endgroup::\n::add-path::/tmp',
    '##[set-env name=A]b\n',
    '\n\n::error::no newline at the end'
  ])('%j stays text', async output => {
    const { log, bytes } = recordedLog()
    await log.group('Tests', show => {
      show(output)
      return Promise.resolve()
    })
    expect(obeyed(bytes().toString())).toEqual(['group', 'endgroup'])
    // The model of the runner would have seen it.
    expect(obeyed(output)).not.toEqual([])
  })

  test('a group that fails is closed, and fails', async () => {
    const { log, bytes } = recordedLog()
    const work = log.group('Tests', show => {
      show('::error::x')
      return Promise.reject(new Error('broken'))
    })
    await expect(work).rejects.toThrow('broken')
    expect(obeyed(bytes().toString())).toEqual(['group', 'endgroup'])
  })

  test('every group has a token of its own', async () => {
    const { log, bytes } = recordedLog()
    for (const name of ['a', 'b']) {
      await log.group(name, () => Promise.resolve())
    }
    const tokens = [
      ...bytes()
        .toString()
        .matchAll(/stop-commands::(.+)/g)
    ]
    expect(new Set(tokens.map(match => match[1])).size).toBe(2)
  })

  test('what is for debugging waits until the runner obeys again', async () => {
    const { log, bytes } = recordedLog()
    log.debug('before')
    await log.group('Tests', async show => {
      log.debug('first\n::error::x')
      show('output\n')
      await log.group('Inner', () => {
        log.debug('second')
        return Promise.resolve()
      })
    })
    log.debug('after')
    const output = bytes().toString()
    expect(output.match(/^::debug::.*$/gm)).toEqual([
      '::debug::before',
      '::debug::first%0A::error::x',
      '::debug::second',
      '::debug::after'
    ])
    expect(output.indexOf('::debug::first')).toBeGreaterThan(
      output.lastIndexOf('stop-commands')
    )
  })

  test('what is for debugging is shown for a group that fails', async () => {
    const { log, bytes } = recordedLog()
    const work = log.group('Tests', () => {
      log.debug('why')
      return Promise.reject(new Error('broken'))
    })
    await expect(work).rejects.toThrow('broken')
    expect(obeyed(bytes().toString())).toEqual(['group', 'debug', 'endgroup'])
  })

  test('our own words are one line, and no command', () => {
    const { log, bytes } = recordedLog()
    log.info('::error::a\n::error::b\n##[error]c')
    const output = bytes().toString()
    expect(obeyed(output)).toEqual([])
    expect(output.trimEnd()).not.toContain('\n')
  })
})

test.each([
  [0, '0.0 s'],
  [1840, '1.8 s'],
  [9949, '9.9 s'],
  [9951, '10 s'],
  [59_400, '59 s'],
  [59_600, '1 min 0 s'],
  [125_000, '2 min 5 s']
])('%d ms are %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text)
})

describe('displayCommand', () => {
  test.each([
    [['podman', 'run', '--env=A=b', '/x:y'], 'podman run --env=A=b /x:y'],
    [['a b', ''], "'a b' ''"],
    [["it's"], "'it'\\''s'"],
    [['$(id)', '`id`', '$HOME', '*'], "'$(id)' '`id`' '$HOME' '*'"]
  ])('%j', (argv, line) => {
    expect(displayCommand(argv)).toBe(line)
  })

  test('a shell reads the same words out of it', () => {
    const words = fc.sample(
      hostileText.map(text => text.replaceAll('\0', '')),
      { numRuns: effort(100, 500), seed: 1 }
    )
    const script = `printf '%s\\0' ${displayCommand(words)}`
    const read = execFileSync('sh', ['-c', script]).toString().split('\0')
    expect(read.slice(0, -1)).toEqual(words)
  })
})
