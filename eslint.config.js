import js from '@eslint/js'
import imports from 'eslint-plugin-simple-import-sort'
import tseslint from 'typescript-eslint'

import { CORE } from './scripts/house/rooms.mjs'

/** Spreads of literals, in which TypeScript does not find misspelt members. */
const PACKING = [
  'ObjectExpression > SpreadElement > ObjectExpression',
  ':matches(CallExpression, ArrayExpression) > SpreadElement > ArrayExpression',
  'CallExpression > SpreadElement > TSAsExpression > ArrayExpression'
].map(selector => ({ selector, message: 'Write its members out.' }))

/** The core is told the time: scripts/house/core.mjs has what it may import. */
const CLOCK = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]'
].map(selector => ({ selector, message: 'Have it handed in.' }))

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  {
    plugins: { imports },
    rules: { 'imports/imports': 'error', 'imports/exports': 'error' }
  },
  {
    files: ['**/*.ts'],
    extends: [
      js.configs.recommended,
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...PACKING],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports' }
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true }
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error'
    }
  },
  {
    files: CORE.map(room => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'process', 'performance', 'fetch'],
      'no-restricted-syntax': ['error', ...PACKING, ...CLOCK]
    }
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } }
  }
)
