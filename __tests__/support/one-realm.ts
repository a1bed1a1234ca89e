/**
 * Jest runs tests in a context with an `Error` of its own, and Node throws
 * the other one. Outside of Jest there is one only, so `instanceof Error` is
 * made to say here what it says there.
 */
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown) {
    return this === Error
      ? Object.prototype.toString.call(value) === '[object Error]'
      : Function.prototype[Symbol.hasInstance].call(
          this as () => unknown,
          value
        )
  }
})
