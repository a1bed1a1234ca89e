const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/__tests__/support/jest/typescript.mjs' }
}

export default {
  // A loaded machine is slow, not wrong.
  testTimeout: 60_000,
  // Jest leaves one core to others: on a machine with two that is half.
  maxWorkers: '100%',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/unit/**/*.test.ts']
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/__tests__/support/jest/environment.mjs',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/__tests__/support/patience.ts'],
      globalSetup: '<rootDir>/__tests__/support/example-image.ts'
    }
  ]
}
