import { expect, test } from '@jest/globals'

import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { replayed, useReplay } from '../support/use-replay.ts'

const { scratch, step, runs, allowed } = useReplay()

const SERVER = `
import os, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
with open("/state/n") as file:
    n = int(file.read())
with open("/state/n", "w") as file:
    file.write(str(n + 1))
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if n == 2:
            os.mkdir("/tmp/new")
        self.send_response(200)
        self.end_headers()
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
HTTPServer(("", 8000), Handler).serve_forever()
`

test('tests from outside are replayed and healed', async () => {
  scratch.write('state/n', '1')
  scratch.write('state/server.py', SERVER)
  const result = await step({
    image: EXAMPLE_IMAGE,
    command: 'python3 /state/server.py',
    'run-args': `--publish=127.0.0.1::8000\n--user=0\n--volume=${scratch.workspace}/state:/state`,
    'test-script': `
exec 3<>"/dev/tcp/127.0.0.1/$PORT_8000"
printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3
grep '^HTTP/1.0 200' <&3
`,
    ready: '127.0.0.1:$PORT_8000'
  })
  expect(result.exitCode).toBe(0)
  expect(result.outputs).toMatchObject({ replay: 'healed', denied: '[]' })
  expect(result.summary).toContain('- `mkdir`: `python3` × 1\n')
  expect(replayed(result).at(-1)).toMatch(/ 0 refused\.$/)
  expect(allowed()).toContain('mkdir')
  expect(runs()).toBe(3)
})
