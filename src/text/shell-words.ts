import { split } from 'shlex'

import { UserError } from '../errors.ts'

/**
 * Splits one line into words as a shell would; nothing in them is expanded.
 *
 * @param input the name of the input that the line is from
 * @param otherwise how to write what needs a shell, for the hint
 * @throws UserError if a quote is not closed, there is no word, or one is a
 *   shell operator
 */
export function parseShellWords(
  input: string,
  line: string,
  otherwise: string
): string[] {
  let words: string[]
  try {
    words = split(line)
  } catch (cause) {
    throw new UserError(
      `input ${input}: a quote is not closed in ${JSON.stringify(line)}`,
      { code: 'input', hint: `Close the quote, or ${otherwise}.`, cause }
    )
  }
  if (!words[0]) {
    throw new UserError(`input ${input}: contains no command`, {
      code: 'input',
      hint: `Set \`${input}\` in the workflow step.`
    })
  }
  const unquoted = new Set(line.split(/\s+/))
  const operator = words.find(
    word => SHELL_OPERATORS.has(word) && unquoted.has(word)
  )
  if (operator !== undefined) {
    throw new UserError(
      `input ${input}: ${JSON.stringify(operator)} needs a shell, and a single line runs without one`,
      { code: 'input', hint: `To use a shell, ${otherwise}.` }
    )
  }
  return words
}

const SHELL_OPERATORS = new Set(
  '&& || | ; & > >> < << 2> 2>&1 >& |& ( )'.split(' ')
)
