package energy.ebbflow.firmware.journal;

import energy.ebbflow.firmware.storage.DatabaseFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a journal open for as long as its file lets it. The journal is for people who look for a
 * cause: no trouble with it keeps a station from charging. A damaged file is moved aside and a new
 * one begun; one that cannot be used now (a full disk, no permission) stays as it is and is tried
 * again. Owned by one thread, never the EVSE's own.
 */
public final class JournalKeeper implements AutoCloseable {
  /** Our own: how long a file that could not be opened is left alone, by the entries' clock. */
  static final long TRY_AGAIN_NANOS = 10_000_000_000L;

  private final Path path;
  private final Consumer<String> say;
  private Optional<Journal> journal = Optional.empty();
  private Optional<Long> closedAt = Optional.empty();
  private String why = "";

  private JournalKeeper(Path path, Consumer<String> say) {
    this.path = path;
    this.say = say;
  }

  /**
   * Opens or creates the journal; that it could not be is said, once.
   *
   * @param say where troubles are said, in words
   */
  public static JournalKeeper open(Path path, Consumer<String> say) {
    JournalKeeper keeper = new JournalKeeper(path, say);
    if (!keeper.tryOpen()) {
      say.accept(keeper.why + "; charging goes on without a journal until it can be opened");
    }
    return keeper;
  }

  private boolean tryOpen() {
    try {
      journal = Optional.of(Journal.open(path));
    } catch (JournalException first) {
      why = String.valueOf(first.getMessage());
      if (damaged(first)) {
        beginAnew();
      }
    }
    return journal.isPresent();
  }

  private static boolean damaged(JournalException failure) {
    Throwable cause = failure.getCause();
    return cause != null && DatabaseFile.damaged(cause);
  }

  private void beginAnew() {
    try {
      Path aside = DatabaseFile.moveAside(path);
      journal = Optional.of(Journal.open(path));
      say.accept(why + "; the file is moved aside to " + aside + " and a new one is begun");
    } catch (IOException | JournalException second) {
      why = String.valueOf(second.getMessage());
    }
  }

  /**
   * Adds an entry.
   *
   * @throws JournalException if it was not stored; charging goes on, this entry is lost, the next
   *     one is tried again
   */
  public void write(JournalEntry entry) throws JournalException {
    if (journal.isEmpty()) {
      openAgain(entry.nanos());
    }
    try {
      journal.orElseThrow().write(entry);
    } catch (JournalException failure) {
      if (damaged(failure)) {
        replace(failure, entry.nanos());
      }
      throw failure;
    }
  }

  /** An open file whose first page is whole opens again, so it is moved aside here. */
  private void replace(JournalException failure, long nanos) {
    why = String.valueOf(failure.getMessage());
    Optional<Journal> broken = journal;
    journal = Optional.empty();
    try {
      if (broken.isPresent()) {
        broken.get().close();
      }
    } catch (JournalException alsoBroken) {
      why += "; " + alsoBroken.getMessage();
    }
    beginAnew();
    closedAt = journal.isPresent() ? Optional.empty() : Optional.of(nanos);
  }

  private void openAgain(long nanos) throws JournalException {
    boolean early = closedAt.isPresent() && nanos - closedAt.get() < TRY_AGAIN_NANOS;
    if (early || !tryOpen()) {
      if (!early) {
        closedAt = Optional.of(nanos);
      }
      throw new JournalException(why + "; charging goes on, this entry is lost", null);
    }
    closedAt = Optional.empty();
    say.accept("journal " + path + ": entries are stored again");
  }

  @Override
  public void close() throws JournalException {
    if (journal.isPresent()) {
      journal.get().close();
    }
  }
}
