let last = 0;
let lag = 0;

/** Returns the time in ms. It never goes back: somebody can set the machine's clock back, by an hour or a year. */
export const now = () => {
  const time = Date.now();
  lag = Math.max(lag, last - time);
  return (last = time + lag);
};
