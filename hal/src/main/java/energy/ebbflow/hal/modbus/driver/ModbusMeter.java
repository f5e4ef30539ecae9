package energy.ebbflow.hal.modbus.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a Modbus meter and offers what it says. */
public final class ModbusMeter extends MapPoller {
  private static final Logger LOG = LoggerFactory.getLogger(ModbusMeter.class);

  /** Name of the device in fault readings. */
  public static final String DEVICE = "meter";

  /** How often it is asked, ns of the board's clock. */
  static final long EVERY_NANOS = 1_000_000_000L;

  /** How long its last answer counts, ns: one lost answer is no lost meter. */
  public static final long VALID_NANOS = Poller.validNanos(EVERY_NANOS);

  // Only the thread touches this.
  private boolean identified;

  ModbusMeter(RegisterMap map, RegisterSource source, ReadingSink sink, BoardClock clock) {
    super(DEVICE, "an answer of the " + map.name() + " every second", map, source, sink, clock);
  }

  /** A meter; asks from now on. */
  public static ModbusMeter started(
      RegisterMap map,
      ModbusLines lines,
      ModbusPlace place,
      int unit,
      ReadingSink sink,
      BoardClock clock) {
    ModbusMeter meter = new ModbusMeter(map, lines.device(place, unit), sink, clock);
    meter.launch();
    return meter;
  }

  @Override
  long everyNanos() {
    return EVERY_NANOS;
  }

  @Override
  void ask() throws IOException {
    List<byte[]> answers = answers();
    offer(
        map.reading(answers)
            .<Reading>map(reading -> reading)
            .orElseThrow(() -> new IOException("its answer is too short or no number")));
    map.grid(answers, VALID_NANOS).flatMap(ModbusMeter::frequency).ifPresent(this::offer);
    if (!identified) {
      identified = true;
      map.identity().ifPresent(this::identify);
    }
  }

  /**
   * Only the frequency: an outlet's voltage may be that of direct current, or of an open contact.
   */
  private static Optional<Reading.GridQuality> frequency(Reading.GridQuality seen) {
    return seen.hertz()
        .map(hertz -> new Reading.GridQuality(Optional.of(hertz), List.of(), seen.validNanos()));
  }

  /** Says once which meter it is: what is billed must be told from another of its kind. */
  private void identify(RegisterMap.Identity identity) {
    try {
      byte[] answer = source.read(identity.input(), identity.address(), identity.registers());
      LOG.info("meter {}, serial number {}", map.name(), identity.text(answer));
    } catch (IOException e) {
      LOG.warn("meter {} does not tell its serial number: {}", map.name(), e.getMessage());
    }
  }
}
