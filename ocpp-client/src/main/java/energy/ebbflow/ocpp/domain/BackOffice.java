package energy.ebbflow.ocpp.domain;

/**
 * A link to a back office (CSMS or energy manager). Thread-safe; nothing here blocks on a network.
 */
public interface BackOffice extends AutoCloseable {
  /** Connects, and keeps connected; commands arrive at {@code sink} on the link's thread. */
  void start(CommandSink sink);

  /**
   * Reports an event. Transaction events are on disk when this returns; they are sent in order and
   * survive a crash.
   *
   * @throws StorageException if a durable event could not be written
   */
  void report(StationEvent event);

  /** Stops the link; what is not sent stays on disk. */
  @Override
  void close();

  /** Takes commands; never blocks. */
  interface CommandSink {
    void offer(BackOfficeCommand command);
  }
}
