/** In a page: writes down in `observed` what is observed from now on, and by what. */
export const noteObserving = (): void => {
  const observed: string[] = [];
  Object.assign(window, { observed });
  for (const type of [IntersectionObserver, MutationObserver]) {
    const { observe } = type.prototype as { observe(...args: unknown[]): void };
    Object.assign(type.prototype, {
      observe(this: unknown, ...args: [Node]) {
        observed.push(`${type.name} of ${args[0].nodeName}`);
        observe.apply(this, args);
      },
    });
  }
};
