package energy.ebbflow.firmware.journal;

import java.nio.file.Path;
import java.time.Instant;

/** Writes entries until it is killed; says each number once it is stored. */
final class JournalChild {
  private static final long ENTRIES_MAX = 1_000_000;

  private JournalChild() {}

  public static void main(String[] args) throws JournalException {
    try (Journal journal = Journal.open(Path.of(args[0]))) {
      for (long number = 1; number <= ENTRIES_MAX; number++) {
        journal.write(new JournalEntry(Instant.EPOCH, number, 1, "note", "{}"));
        System.out.println(number);
        System.out.flush();
      }
    }
  }
}
