package energy.ebbflow.simulator.bench;

import java.util.Optional;

/**
 * Ends a process of a run when the bench that started it is gone, however that came about: nobody
 * would read its events or clear its folder.
 */
public final class ParentWatch {
  /** System property that holds the bench's process number. */
  static final String PROPERTY = "ebbflow.bench.parent";

  /** Exit code of a process whose bench is gone. */
  static final int GONE = 3;

  private ParentWatch() {}

  /** The JVM option that makes a child follow this process. */
  public static String option() {
    return "-D" + PROPERTY + "=" + ProcessHandle.current().pid();
  }

  /** Follows the bench, if there is one. */
  public static void follow() {
    Long parent = Long.getLong(PROPERTY);
    if (parent == null) {
      return;
    }
    Optional<ProcessHandle> bench = ProcessHandle.of(parent);
    if (bench.isEmpty()) {
      Runtime.getRuntime().halt(GONE);
    } else {
      bench.get().onExit().thenRun(() -> Runtime.getRuntime().halt(GONE));
    }
  }
}
