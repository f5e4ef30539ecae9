package energy.ebbflow.simulator.bench;

import energy.ebbflow.simulator.trace.TraceEvent;

/** What a process of the run made known. */
sealed interface Notice {
  /** Which process: {@code evse}, {@code ev} or {@code csms}. */
  String who();

  /** An event line. */
  record Happened(String who, TraceEvent event) implements Notice {}

  /** A line on standard output that is no event. */
  record Noise(String who, String line) implements Notice {}

  /** The process is over and everything it wrote has been read. */
  record Exited(String who, int code) implements Notice {}
}
