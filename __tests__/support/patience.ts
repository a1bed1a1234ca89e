import { jest } from '@jest/globals'

// A loaded machine is slow, not wrong.
jest.setTimeout(900_000)
