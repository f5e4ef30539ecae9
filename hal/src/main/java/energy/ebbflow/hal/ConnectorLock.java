package energy.ebbflow.hal;

/** The motor lock of the plug. Position arrives as {@link Reading.Lock}. */
public interface ConnectorLock {
  void lock();

  void unlock();
}
