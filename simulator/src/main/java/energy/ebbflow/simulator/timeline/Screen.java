package energy.ebbflow.simulator.timeline;

/** Where a timeline is shown. */
public interface Screen {
  /** A line that stays. */
  void entry(Entry entry);

  /** A line that the next one, of either kind, replaces. */
  void progress(String text);

  /** How many characters fit in a line. */
  int width();

  /** Whether {@link #progress} can replace a line; otherwise it is not called. */
  boolean live();
}
