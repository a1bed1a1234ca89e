/**
 * Lets plain Node run our TypeScript: a relative import of `x.js` from a
 * TypeScript file means `x.ts`.
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    const isOurs =
      specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  }
})
