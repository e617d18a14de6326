/** Four hours of the day in Asia/Shanghai from the one that comes so much later. */
function hoursLater(later: number): string {
  const begins = (new Date().getUTCHours() + 8 + later) % 24;
  return `${begins}-${(begins + 4) % 24}`;
}

/** Recounts as they are delivered (tests have more of them), by day whatever the clock says. */
export const recountsByDay = () => ({ DUBAN_RECOUNT_SHARE: '0.05', DUBAN_RECOUNT_HOURS: hoursLater(12) });

/** So many recounts as a night has at most, in such a night. */
export const recountsAtNight = () => ({ DUBAN_RECOUNT_SHARE: '0.3', DUBAN_RECOUNT_HOURS: hoursLater(0) });
