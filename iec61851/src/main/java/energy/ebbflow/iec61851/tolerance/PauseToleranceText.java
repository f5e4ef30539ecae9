package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.tolerance.Evidence.Outcome;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of text for one {@link PauseTolerance}, for the station's database. Versioned; a line
 * that cannot be read is no knowledge, so the vehicle counts as unknown.
 */
public final class PauseToleranceText {
  /** Longest line that is looked at. */
  public static final int MAX_LENGTH = 4096;

  private static final String VERSION = "v1";
  private static final int HEAD_FIELDS = 7;
  private static final int EVIDENCE_FIELDS = 5;

  private PauseToleranceText() {}

  /** Writes a tolerance down. */
  public static String write(PauseTolerance t) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.join(
            ";",
            VERSION,
            t.verdict().name(),
            t.origin().name(),
            Long.toString(t.since().getEpochSecond()),
            Double.toString(t.minimumAmps()),
            Long.toString(t.pauseLimitSeconds()),
            Integer.toString(t.interruptionLimit())));
    for (Evidence e : t.evidence()) {
      out.append('|')
          .append(
              String.join(
                  ";",
                  Long.toString(e.at().getEpochSecond()),
                  e.outcome().name(),
                  Long.toString(e.pauseSeconds()),
                  Long.toString(e.resumeSeconds()),
                  Double.toString(e.amps())));
    }
    return out.toString();
  }

  /** Reads a line; empty if it is not one of {@link #write}. */
  public static Optional<PauseTolerance> read(String line) {
    if (line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String[] parts = line.split("\\|", -1);
    String[] head = parts[0].split(";", -1);
    if (head.length != HEAD_FIELDS || !head[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      List<Evidence> evidence = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) {
        evidence.add(evidence(parts[i].split(";", -1)));
      }
      return Optional.of(
          new PauseTolerance(
              Verdict.valueOf(head[1]),
              Origin.valueOf(head[2]),
              Instant.ofEpochSecond(Long.parseLong(head[3])),
              Double.parseDouble(head[4]),
              Long.parseLong(head[5]),
              Integer.parseInt(head[6]),
              evidence));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      // Numbers, names, ranges and times that no writer of ours produces.
      return Optional.empty();
    }
  }

  private static Evidence evidence(String[] fields) {
    if (fields.length != EVIDENCE_FIELDS) {
      throw new IllegalArgumentException("evidence expects " + EVIDENCE_FIELDS + " fields");
    }
    return new Evidence(
        Instant.ofEpochSecond(Long.parseLong(fields[0])),
        Outcome.valueOf(fields[1]),
        Long.parseLong(fields[2]),
        Long.parseLong(fields[3]),
        Double.parseDouble(fields[4]));
  }
}
