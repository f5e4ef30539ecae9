package energy.ebbflow.hal;

import java.util.Optional;

/**
 * The devices of one EVSE. A board that lacks a device returns empty; the firmware refuses a
 * configuration that needs it.
 *
 * <p>Meter, proximity pilot, temperature, RFID reader, emergency stop and grid monitor only talk:
 * their readings arrive at the sink after {@link #start}.
 */
public interface Board extends AutoCloseable {
  /** Starts the drivers; readings flow to {@code sink} from now on, first a full set of each. */
  void start(ReadingSink sink);

  ControlPilot controlPilot();

  Contactors contactors();

  Optional<ConnectorLock> connectorLock();

  Optional<ResidualCurrent> residualCurrent();

  Optional<PowerConverter> powerConverter();

  Optional<IsolationMonitor> isolationMonitor();

  Optional<Indicator> indicator();

  Optional<Watchdog> watchdog();

  Optional<RawEthernet> rawEthernet();

  /** Opens the contactors, stops the drivers. Idempotent. */
  @Override
  void close();
}
